<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>BusyBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Customer, document, amount or command…</source>
        <translation>Client, document, montant ou commande…</translation>
    </message>
    <message>
        <source>↑ ↓ choose    Enter open    Esc close</source>
        <translation>↑ ↓ choisir    Entrée ouvrir    Échap fermer</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>This is not a date, such as 31/12/2026</source>
        <translation>Ce n’est pas une date, par exemple 31/12/2026</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>jj/mm/aaaa</translation>
    </message>
</context>
<context>
    <name>EmptyStatePanel</name>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>No row passes the filter.</source>
        <translation>Aucune ligne ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>La liste n’a pas pu être lue</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
    <message>
        <source>Number, name or amount (Ctrl+F)</source>
        <translation>Numéro, nom ou montant (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Write what is shown to a spreadsheet</source>
        <translation>Exporter ce qui est affiché vers un tableur</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>About OTC Desktop</source>
        <translation>À propos d’OTC Desktop</translation>
    </message>
    <message>
        <source>From the customer&apos;s order to the bookkeeper&apos;s file, on your own machine.</source>
        <translation>De la commande du client au fichier de l’expert-comptable, sur votre propre poste.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Search and commands…</source>
        <translation>Recherche et commandes…</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>MoneyEdit</name>
    <message>
        <source>This is not an amount, such as 1234.50</source>
        <translation>Ce n’est pas un montant, par exemple 1 234,50</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>Fit the width</source>
        <translation>Ajuster à la largeur</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Type to search…</source>
        <translation>Saisir pour rechercher…</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Database: {value}</source>
        <translation>Base : {value}</translation>
    </message>
    <message>
        <source>Next reminders: {value}</source>
        <translation>Prochaines relances : {value}</translation>
    </message>
    <message>
        <source>Scheduler: {value}</source>
        <translation>Planificateur : {value}</translation>
    </message>
    <message>
        <source>User: {value}</source>
        <translation>Utilisateur : {value}</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Accounting</source>
        <translation>Comptabilité</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banque</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Pilotage</translation>
    </message>
    <message>
        <source>Invoicing</source>
        <translation>Facturation</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Reminders and disputes</source>
        <translation>Relances et litiges</translation>
    </message>
</context>
<context>
    <name>TotalsBar</name>
    <message>
        <source>Rows: {count}</source>
        <translation>Lignes : {count}</translation>
    </message>
    <message>
        <source>Selected: {count}</source>
        <translation>Sélection : {count}</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>A&amp;ller à</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
</context>
</TS>
