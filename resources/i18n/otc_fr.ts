<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AccountingColumns</name>
    <message>
        <source>1 to 30 days</source>
        <translation>1 à 30 jours</translation>
    </message>
    <message>
        <source>31 to 60 days</source>
        <translation>31 à 60 jours</translation>
    </message>
    <message>
        <source>61 to 90 days</source>
        <translation>61 à 90 jours</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Crédit</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Écritures</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Hash (SHA-256)</source>
        <translation>Empreinte (SHA-256)</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Lettre</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Fait par</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Fait le</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>Non échu</translation>
    </message>
    <message>
        <source>Over 90 days</source>
        <translation>Plus de 90 jours</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>What does not hold</source>
        <translation>Ce qui ne tient pas</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>rompu</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>tient</translation>
    </message>
</context>
<context>
    <name>AccountingPresenter</name>
    <message>
        <source>Checking the books</source>
        <translation>Contrôle des livres</translation>
    </message>
    <message>
        <source>Exporting entries</source>
        <translation>Export des écritures</translation>
    </message>
</context>
<context>
    <name>AccountingTab</name>
    <message>
        <source>Aged balance</source>
        <translation>Balance âgée</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Écritures</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exports</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Contrôles</translation>
    </message>
</context>
<context>
    <name>AgedPage</name>
    <message>
        <source>Choose another date, or issue an invoice.</source>
        <translation>Choisissez une autre date, ou émettez une facture.</translation>
    </message>
    <message>
        <source>Nobody owes anything on this date</source>
        <translation>Personne ne doit rien à cette date</translation>
    </message>
    <message>
        <source>Open amounts as they stood &amp;on</source>
        <translation>Restes dus tels qu’ils étaient a&amp;u</translation>
    </message>
</context>
<context>
    <name>AllocationList</name>
    <message>
        <source>Take this allocation back by a reversing entry (Ctrl+Z)</source>
        <translation>Annuler cette affectation par une écriture inverse (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo the allocation</source>
        <translation>Annuler l’affectation</translation>
    </message>
</context>
<context>
    <name>BankColumns</name>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>From or to</source>
        <translation>Donneur ou bénéficiaire</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Rapprochées</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Mises de côté</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À traiter</translation>
    </message>
</context>
<context>
    <name>BankPresenter</name>
    <message>
        <source>Importing bank statements</source>
        <translation>Import des relevés</translation>
    </message>
    <message>
        <source>Matching receipts</source>
        <translation>Rapprochement des règlements</translation>
    </message>
    <message>
        <source>Settles {parts}</source>
        <translation>Règle {parts}</translation>
    </message>
    <message>
        <source>The allocation is undone</source>
        <translation>L’affectation est annulée</translation>
    </message>
    <message>
        <source>The documents are open again, and the line waits on the desk.</source>
        <translation>Les pièces sont de nouveau ouvertes, et la ligne attend d’être rapprochée.</translation>
    </message>
    <message>
        <source>Undone: {parts}</source>
        <translation>Annulée : {parts}</translation>
    </message>
    <message>
        <source>by {who} on {date}</source>
        <translation>par {who} le {date}</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>le programme</translation>
    </message>
    <message>
        <source>written off {amount} ({kind})</source>
        <translation>écart passé : {amount} ({kind})</translation>
    </message>
</context>
<context>
    <name>BankTab</name>
    <message>
        <source>Accept all ≥ 95 %</source>
        <translation>Tout valider ≥ 95 %</translation>
    </message>
    <message>
        <source>Accept and next</source>
        <translation>Valider et suivant</translation>
    </message>
    <message>
        <source>Booked on {date}</source>
        <translation>opération du {date}</translation>
    </message>
    <message>
        <source>Import a statement downloaded from your bank, or drop the file here.</source>
        <translation>Importez un relevé téléchargé chez votre banque, ou déposez le fichier ici.</translation>
    </message>
    <message>
        <source>Import bank statements</source>
        <translation>Importer des relevés bancaires</translation>
    </message>
    <message>
        <source>Import statements…</source>
        <translation>Importer des relevés…</translation>
    </message>
    <message>
        <source>Lines accepted: {count}</source>
        <translation>Lignes validées : {count}</translation>
    </message>
    <message>
        <source>Lines left to do: {count}</source>
        <translation>Lignes à traiter : {count}</translation>
    </message>
    <message>
        <source>No statement line yet</source>
        <translation>Aucune ligne de relevé</translation>
    </message>
    <message>
        <source>Nothing left to do</source>
        <translation>Plus rien à traiter</translation>
    </message>
    <message>
        <source>Post every proposal that leaves no doubt</source>
        <translation>Comptabiliser toutes les propositions qui ne laissent aucun doute</translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>Mettre de côté…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Take in statement files of the bank; they may also be dropped here</source>
        <translation>Prendre des fichiers de relevé de la banque ; ils peuvent aussi être déposés ici</translation>
    </message>
    <message>
        <source>To check: {suggested}    Without proposal: {unmatched}</source>
        <translation>À vérifier : {suggested}    Sans proposition : {unmatched}</translation>
    </message>
    <message>
        <source>Undo the allocation</source>
        <translation>Annuler l’affectation</translation>
    </message>
    <message>
        <source>still to explain: {amount}</source>
        <translation>reste à affecter : {amount}</translation>
    </message>
    <message>
        <source>unknown payer</source>
        <translation>donneur inconnu</translation>
    </message>
</context>
<context>
    <name>BusyBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>All {count} checks hold</source>
        <translation>Les {count} contrôles tiennent</translation>
    </message>
    <message>
        <source>Check the books before you hand them over; nothing is changed.</source>
        <translation>Contrôlez les livres avant de les remettre ; rien n’est modifié.</translation>
    </message>
    <message>
        <source>Checks that do not hold: {count}</source>
        <translation>Contrôles qui ne tiennent pas : {count}</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Pas encore contrôlé</translation>
    </message>
    <message>
        <source>Prove entries, numbers, archives and balances on the live data</source>
        <translation>Prouver écritures, numéros, archives et soldes sur les données réelles</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
</context>
<context>
    <name>CloseDisputeDialog</name>
    <message>
        <source>&amp;Outcome</source>
        <translation>&amp;Issue</translation>
    </message>
    <message>
        <source>Close the dispute</source>
        <translation>Clore le litige</translation>
    </message>
    <message>
        <source>Credit note issued</source>
        <translation>Avoir émis</translation>
    </message>
    <message>
        <source>Customer agrees to pay</source>
        <translation>Le client accepte de payer</translation>
    </message>
    <message>
        <source>Invoice corrected</source>
        <translation>Facture corrigée</translation>
    </message>
    <message>
        <source>Proof of delivery sent</source>
        <translation>Preuve de livraison envoyée</translation>
    </message>
</context>
<context>
    <name>CollectionsColumns</name>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Answer of the server</source>
        <translation>Réponse du serveur</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>Contesté</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>Départ</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Reste dû</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>Ouvert le</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>To settle by</source>
        <translation>À résoudre avant</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>Écrit le</translation>
    </message>
    <message>
        <source>late</source>
        <translation>en retard</translation>
    </message>
</context>
<context>
    <name>CollectionsPresenter</name>
    <message>
        <source>Approving reminders</source>
        <translation>Approbation des relances</translation>
    </message>
    <message>
        <source>Sending mail</source>
        <translation>Envoi des e-mails</translation>
    </message>
    <message>
        <source>Sending reminders</source>
        <translation>Envoi des relances</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Étape {number}</translation>
    </message>
    <message>
        <source>This step has no text: it is done by hand, then noted as done.</source>
        <translation>Cette étape n’a pas de texte : elle se fait à la main, puis se note comme faite.</translation>
    </message>
    <message>
        <source>after approval</source>
        <translation>après accord</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>{status}: {count}</source>
        <translation>{status} : {count}</translation>
    </message>
</context>
<context>
    <name>CollectionsTab</name>
    <message>
        <source>Disputes</source>
        <translation>Litiges</translation>
    </message>
    <message>
        <source>Mail sent</source>
        <translation>E-mails envoyés</translation>
    </message>
    <message>
        <source>No mail is ready to leave</source>
        <translation>Aucun e-mail n’est prêt à partir</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Reminders made: {made}    To approve: {waiting}</source>
        <translation>Relances créées : {made}    À approuver : {waiting}</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Show the outbox</source>
        <translation>Voir la boîte d’envoi</translation>
    </message>
    <message>
        <source>To approve</source>
        <translation>À approuver</translation>
    </message>
    <message>
        <source>To send: {queued}    Noted as done: {done}</source>
        <translation>À envoyer : {queued}    Notées comme faites : {done}</translation>
    </message>
    <message>
        <source>Tomorrow&apos;s reminders</source>
        <translation>Relances de demain</translation>
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
    <name>CreditForm</name>
    <message>
        <source>&amp;Chosen quantities</source>
        <translation>Des &amp;quantités choisies</translation>
    </message>
    <message>
        <source>&amp;Whole invoice, with its discounts and charges</source>
        <translation>Toute la &amp;facture, avec ses remises et frais</translation>
    </message>
    <message>
        <source>Credit note for {number}</source>
        <translation>Avoir sur {number}</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Facturé</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Net amount</source>
        <translation>Montant HT</translation>
    </message>
    <message>
        <source>Prepare the credit note</source>
        <translation>Préparer l’avoir</translation>
    </message>
    <message>
        <source>The credit note is made as a draft; it is issued like an invoice.</source>
        <translation>L’avoir est préparé en brouillon ; il s’émet comme une facture.</translation>
    </message>
    <message>
        <source>This is not a quantity, such as 12.5</source>
        <translation>Ce n’est pas une quantité, par exemple 12,5</translation>
    </message>
    <message>
        <source>To take back</source>
        <translation>À reprendre</translation>
    </message>
    <message>
        <source>Write at least one quantity to take back.</source>
        <translation>Saisissez au moins une quantité à reprendre.</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;E-mail for invoices</source>
        <translation>&amp;E-mail de facturation</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>30 days, 45 days end of month, on receipt</source>
        <translation>30 jours, 45 jours fin de mois, à réception</translation>
    </message>
    <message>
        <source>Address, second line</source>
        <translation>Complément d’adresse</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Contact and terms</source>
        <translation>Contact et conditions</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Credit &amp;limit</source>
        <translation>Encours a&amp;utorisé</translation>
    </message>
    <message>
        <source>Customer {code}</source>
        <translation>Client {code}</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Language of documents</source>
        <translation>Langue des documents</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Payment &amp;terms</source>
        <translation>Conditions de &amp;règlement</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>N° de TVA</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Choose a customer to see the file.</source>
        <translation>Choisissez un client pour voir sa fiche.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>Encours autorisé</translation>
    </message>
    <message>
        <source>Exceeded by {amount}</source>
        <translation>Dépassé de {amount}</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Left: {amount}</source>
        <translation>Disponible : {amount}</translation>
    </message>
    <message>
        <source>None set</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Rien pour l’instant</translation>
    </message>
    <message>
        <source>On order</source>
        <translation>En commande</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Reste dû</translation>
    </message>
    <message>
        <source>Orders, invoices, mails and disputes will be listed here.</source>
        <translation>Les commandes, factures, e-mails et litiges s’inscriront ici.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Échu</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>N° de TVA</translation>
    </message>
    <message>
        <source>those of the company</source>
        <translation>celles de la société</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Reste dû</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Échu</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Événement</translation>
    </message>
</context>
<context>
    <name>CustomersPresenter</name>
    <message>
        <source>Importing customers</source>
        <translation>Import des clients</translation>
    </message>
</context>
<context>
    <name>CustomersTab</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Change the customer&apos;s file</source>
        <translation>Modifier la fiche du client</translation>
    </message>
    <message>
        <source>Customers of {file}</source>
        <translation>Clients de {file}</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Import customers</source>
        <translation>Importer des clients</translation>
    </message>
    <message>
        <source>Import customers…</source>
        <translation>Importer des clients…</translation>
    </message>
    <message>
        <source>Import your customers from a CSV or XLSX file, or create one.</source>
        <translation>Importez vos clients depuis un fichier CSV ou XLSX, ou créez-en un.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>No customer yet</source>
        <translation>Aucun client</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Show the customer&apos;s invoices</source>
        <translation>Voir les factures du client</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.xlsx);;All files (*)</source>
        <translation>Tableaux (*.csv *.txt *.xlsx);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Take in customers from a CSV or XLSX file</source>
        <translation>Reprendre des clients d’un fichier CSV ou XLSX</translation>
    </message>
    <message>
        <source>What they owe</source>
        <translation>Ce qu’ils doivent</translation>
    </message>
    <message>
        <source>With open items</source>
        <translation>Avec encours</translation>
    </message>
    <message>
        <source>{name} saved</source>
        <translation>{name} : fiche enregistrée</translation>
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
    <name>DeliveriesPage</name>
    <message>
        <source>Deliver a confirmed order, and the delivery stands here.</source>
        <translation>Livrez une commande confirmée : la livraison s’inscrit ici.</translation>
    </message>
    <message>
        <source>Everything delivered is invoiced</source>
        <translation>Tout ce qui est livré est facturé</translation>
    </message>
    <message>
        <source>Invoice…</source>
        <translation>Facturer…</translation>
    </message>
    <message>
        <source>Open the deliveries in the invoicing tab</source>
        <translation>Ouvrir les livraisons dans l’onglet Facturation</translation>
    </message>
</context>
<context>
    <name>DeliveryForm</name>
    <message>
        <source>Deliver</source>
        <translation>Livrer</translation>
    </message>
    <message>
        <source>Deliver order {number}</source>
        <translation>Livrer la commande {number}</translation>
    </message>
    <message>
        <source>Everything that is left is proposed; change a quantity to deliver less.</source>
        <translation>Tout le reliquat est proposé ; changez une quantité pour livrer moins.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Commandé</translation>
    </message>
    <message>
        <source>This is not a quantity, such as 12.5</source>
        <translation>Ce n’est pas une quantité, par exemple 12,5</translation>
    </message>
    <message>
        <source>To deliver</source>
        <translation>À livrer</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Choose a statement line to see what it pays.</source>
        <translation>Choisissez une ligne de relevé pour voir ce qu’elle règle.</translation>
    </message>
    <message>
        <source>Money out: no customer&apos;s invoice explains it. Set it aside with a reason.</source>
        <translation>Sortie d’argent : aucune facture client ne l’explique. Mettez-la de côté avec un motif.</translation>
    </message>
    <message>
        <source>This line is settled. Undo its allocation to match it otherwise.</source>
        <translation>Cette ligne est affectée. Annulez son affectation pour la rapprocher autrement.</translation>
    </message>
    <message>
        <source>This line was set aside. Take it back to match it.</source>
        <translation>Cette ligne est mise de côté. Reprenez-la pour la rapprocher.</translation>
    </message>
    <message>
        <source>{count} lines selected: they can be set aside together.</source>
        <translation>{count} lignes choisies : elles peuvent être mises de côté ensemble.</translation>
    </message>
</context>
<context>
    <name>DisputesPage</name>
    <message>
        <source>Close the dispute…</source>
        <translation>Clore le litige…</translation>
    </message>
    <message>
        <source>No dispute</source>
        <translation>Aucun litige</translation>
    </message>
    <message>
        <source>Note that a customer contests an invoice; it is no longer reminded of</source>
        <translation>Noter qu’un client conteste une facture ; elle n’est plus relancée</translation>
    </message>
    <message>
        <source>Open a dispute…</source>
        <translation>Ouvrir un litige…</translation>
    </message>
    <message>
        <source>Say how it was settled; the invoice is reminded of again</source>
        <translation>Dire comment il s’est réglé ; la facture sera de nouveau relancée</translation>
    </message>
    <message>
        <source>When a customer contests an invoice, note it here.</source>
        <translation>Quand un client conteste une facture, notez-le ici.</translation>
    </message>
</context>
<context>
    <name>DocumentPanel</name>
    <message>
        <source>Description</source>
        <translation>Désignation</translation>
    </message>
    <message>
        <source>Excluding tax  {net}      VAT  {vat}
Including tax  {gross}</source>
        <translation>HT  {net}      TVA  {vat}
TTC  {gross}</translation>
    </message>
    <message>
        <source>Net amount</source>
        <translation>Montant HT</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
</context>
<context>
    <name>DraftsPage</name>
    <message>
        <source>A delivery behind a draft can be invoiced again.</source>
        <translation>La livraison d’un brouillon pourra être facturée de nouveau.</translation>
    </message>
    <message>
        <source>Choose a draft to see its lines.</source>
        <translation>Choisissez un brouillon pour voir ses lignes.</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Avoir sur</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Deliveries to invoice</source>
        <translation>Livraisons à facturer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Documents issued: {count}</source>
        <translation>Documents émis : {count}</translation>
    </message>
    <message>
        <source>Drafts discarded: {count}</source>
        <translation>Brouillons supprimés : {count}</translation>
    </message>
    <message>
        <source>Each gets its legal number and is posted. An issued document can&apos;t be changed any more: a mistake is put right by a credit note.</source>
        <translation>Chacun reçoit son numéro légal et passe en comptabilité. Un document émis ne se modifie plus : une erreur se corrige par un avoir.</translation>
    </message>
    <message>
        <source>Give all drafts their numbers, by date</source>
        <translation>Numéroter tous les brouillons, par date</translation>
    </message>
    <message>
        <source>Give the selected drafts their numbers</source>
        <translation>Numéroter les brouillons sélectionnés</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Émettre</translation>
    </message>
    <message>
        <source>Issue all</source>
        <translation>Tout émettre</translation>
    </message>
    <message>
        <source>Issue {count} document(s) for {amount}?</source>
        <translation>Émettre {count} document(s) pour {amount} ?</translation>
    </message>
    <message>
        <source>Issued: {done}. Not issued: {refused}.</source>
        <translation>Émis : {done}. Non émis : {refused}.</translation>
    </message>
    <message>
        <source>No draft waits</source>
        <translation>Aucun brouillon en attente</translation>
    </message>
    <message>
        <source>Prepare invoices from deliveries, then issue them here.</source>
        <translation>Préparez les factures depuis les livraisons, puis émettez-les ici.</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>N° de commande client</translation>
    </message>
    <message>
        <source>Show the issued documents</source>
        <translation>Voir les documents émis</translation>
    </message>
    <message>
        <source>Stopped. Documents issued: {count}</source>
        <translation>Arrêté. Documents émis : {count}</translation>
    </message>
    <message>
        <source>Supplied on</source>
        <translation>Livré le</translation>
    </message>
    <message>
        <source>Throw the selected drafts away; their deliveries can be invoiced again</source>
        <translation>Supprimer les brouillons sélectionnés ; leurs livraisons redeviennent à facturer</translation>
    </message>
    <message>
        <source>Throw {count} draft(s) away?</source>
        <translation>Supprimer {count} brouillon(s) ?</translation>
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
    <name>EntriesPage</name>
    <message>
        <source>&amp;Account</source>
        <translation>Comp&amp;te</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Du</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;au</translation>
    </message>
    <message>
        <source>411, 512…</source>
        <translation>411, 512…</translation>
    </message>
    <message>
        <source>Beginning of the account</source>
        <translation>Début du compte</translation>
    </message>
    <message>
        <source>Choose a line to see its whole entry.</source>
        <translation>Choisissez une ligne pour voir toute son écriture.</translation>
    </message>
    <message>
        <source>Entries are posted by issuing invoices and matching receipts.</source>
        <translation>Les écritures naissent de l’émission des factures et du rapprochement des règlements.</translation>
    </message>
    <message>
        <source>Entry {number} · {journal} · {date} · {piece}</source>
        <translation>Écriture {number} · {journal} · {date} · {piece}</translation>
    </message>
    <message>
        <source>No entry</source>
        <translation>Aucune écriture</translation>
    </message>
</context>
<context>
    <name>ExportEntriesDialog</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Du</translation>
    </message>
    <message>
        <source>&amp;Lock: make a numbered batch</source>
        <translation>&amp;Verrouiller : faire un lot numéroté</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Au</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>Tableau CSV</translation>
    </message>
    <message>
        <source>Choose where the file goes.</source>
        <translation>Choisissez où écrire le fichier.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Classeur Excel</translation>
    </message>
    <message>
        <source>Export entries</source>
        <translation>Exporter les écritures</translation>
    </message>
    <message>
        <source>FEC (tax authorities&apos; standard file)</source>
        <translation>FEC (fichier des écritures comptables)</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>D&amp;ossier</translation>
    </message>
    <message>
        <source>Folder of the file</source>
        <translation>Dossier du fichier</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>For&amp;mat</translation>
    </message>
    <message>
        <source>The first day of the period is missing.</source>
        <translation>Le premier jour de la période manque.</translation>
    </message>
    <message>
        <source>The last day of the period is missing.</source>
        <translation>Le dernier jour de la période manque.</translation>
    </message>
    <message>
        <source>Without the lock the file is a preview and marks nothing. With it, the entries belong to a batch and leave only once; a FEC always covers the whole period.</source>
        <translation>Sans verrou, le fichier est un aperçu et ne marque rien. Avec lui, les écritures appartiennent à un lot et ne partent qu’une fois ; un FEC couvre toujours toute la période.</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Écrire le fichier</translation>
    </message>
</context>
<context>
    <name>ExportResultDialog</name>
    <message>
        <source>Batch {number} written</source>
        <translation>Lot {number} écrit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Crédit</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Écritures</translation>
    </message>
    <message>
        <source>Entries exported</source>
        <translation>Écritures exportées</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Hash (SHA-256)</source>
        <translation>Empreinte (SHA-256)</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>Ouvrir le &amp;dossier</translation>
    </message>
    <message>
        <source>Preview written</source>
        <translation>Aperçu écrit</translation>
    </message>
</context>
<context>
    <name>ExportsPage</name>
    <message>
        <source>A locked export becomes a batch: its entries leave only once.</source>
        <translation>Un export verrouillé devient un lot : ses écritures ne partent qu’une fois.</translation>
    </message>
    <message>
        <source>Export entries…</source>
        <translation>Exporter les écritures…</translation>
    </message>
    <message>
        <source>Nothing was handed over yet</source>
        <translation>Rien n’a encore été remis</translation>
    </message>
    <message>
        <source>Write a FEC or a table for the bookkeeper</source>
        <translation>Écrire un FEC ou un tableau pour l’expert-comptable</translation>
    </message>
</context>
<context>
    <name>FaultReport</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
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
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… et {count} autres</translation>
    </message>
</context>
<context>
    <name>HomeTab</name>
    <message>
        <source>Check them and give them their numbers</source>
        <translation>Vérifiez-les et donnez-leur un numéro</translation>
    </message>
    <message>
        <source>Confirm the proposals on the reconciliation desk</source>
        <translation>Validez les propositions de rapprochement</translation>
    </message>
    <message>
        <source>Deliveries not invoiced</source>
        <translation>Livraisons non facturées</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>En litige</translation>
    </message>
    <message>
        <source>Disputes past their date</source>
        <translation>Litiges dont l’échéance est passée</translation>
    </message>
    <message>
        <source>Drafts not issued</source>
        <translation>Brouillons non émis</translation>
    </message>
    <message>
        <source>E-mails that failed or whose fate is unknown</source>
        <translation>E-mails en échec ou au sort inconnu</translation>
    </message>
    <message>
        <source>Everything is settled for today.</source>
        <translation>Tout est à jour.</translation>
    </message>
    <message>
        <source>Import them from a CSV or XLSX file, then take the first order.</source>
        <translation>Importez-les depuis un fichier CSV ou XLSX, puis saisissez la première commande.</translation>
    </message>
    <message>
        <source>Look at the server&apos;s answer and decide</source>
        <translation>Lisez la réponse du serveur et décidez</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Rien n’attend</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Reste dû</translation>
    </message>
    <message>
        <source>Open the customers</source>
        <translation>Ouvrir les clients</translation>
    </message>
    <message>
        <source>Orders held for credit</source>
        <translation>Commandes bloquées pour encours</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Échu</translation>
    </message>
    <message>
        <source>Prepare their invoices</source>
        <translation>Préparez leurs factures</translation>
    </message>
    <message>
        <source>Read them and let them leave</source>
        <translation>Relisez-les et laissez-les partir</translation>
    </message>
    <message>
        <source>Receipts to match</source>
        <translation>Règlements à rapprocher</translation>
    </message>
    <message>
        <source>Received, not matched</source>
        <translation>Reçu, non rapproché</translation>
    </message>
    <message>
        <source>Release them with a reason, or ask for payment first</source>
        <translation>Débloquez-les avec un motif, ou demandez d’abord le règlement</translation>
    </message>
    <message>
        <source>Reminders that wait for approval</source>
        <translation>Relances à valider</translation>
    </message>
    <message>
        <source>Settle them or agree on a new date</source>
        <translation>Réglez-les ou convenez d’une nouvelle date</translation>
    </message>
    <message>
        <source>Start with your customers</source>
        <translation>Commencez par vos clients</translation>
    </message>
    <message>
        <source>What waits for you today: {count}</source>
        <translation>À traiter aujourd’hui : {count}</translation>
    </message>
</context>
<context>
    <name>IgnoreLinesDialog</name>
    <message>
        <source>Already entered in the accounts</source>
        <translation>Déjà comptabilisé</translation>
    </message>
    <message>
        <source>Bank charges</source>
        <translation>Frais bancaires</translation>
    </message>
    <message>
        <source>Internal transfer</source>
        <translation>Virement interne</translation>
    </message>
    <message>
        <source>Payment to a supplier</source>
        <translation>Règlement d’un fournisseur</translation>
    </message>
    <message>
        <source>Salaries and social charges</source>
        <translation>Salaires et charges sociales</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Mises de côté</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Impôts et taxes</translation>
    </message>
    <message>
        <source>Why do these {count} lines need no customer&apos;s invoice?</source>
        <translation>Pourquoi ces {count} lignes ne concernent-elles aucune facture client ?</translation>
    </message>
    <message>
        <source>Why does this line need no customer&apos;s invoice?</source>
        <translation>Pourquoi cette ligne ne concerne-t-elle aucune facture client ?</translation>
    </message>
</context>
<context>
    <name>ImportResultDialog</name>
    <message>
        <source>&amp;Take the sound rows</source>
        <translation>&amp;Prendre les lignes correctes</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajoutées</translation>
    </message>
    <message>
        <source>Bank statements imported</source>
        <translation>Import de relevés</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Solde final</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Created: {created}    Updated: {updated}    Unchanged: {unchanged}    Rejected: {rejected}</source>
        <translation>Créés : {created}    Mis à jour : {updated}    Inchangés : {unchanged}    Refusés : {rejected}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Connues</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Lines added: {added}    Already known: {duplicates}</source>
        <translation>Lignes ajoutées : {added}    Déjà connues : {duplicates}</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Rien n’a été importé</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Solde initial</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Rows that can&apos;t be taken: {rejected}. Mend them in the file and import it again, or take the {sound} sound rows now.</source>
        <translation>Lignes refusées : {rejected}. Corrigez-les dans le fichier et réimportez-le, ou prenez dès maintenant les {sound} lignes correctes.</translation>
    </message>
    <message>
        <source>The file was imported</source>
        <translation>Le fichier est importé</translation>
    </message>
    <message>
        <source>… and {count} more remarks</source>
        <translation>… et {count} autres remarques</translation>
    </message>
</context>
<context>
    <name>Invoicing</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>Livré le</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>En litige</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Excluding tax</source>
        <translation>Total HT</translation>
    </message>
    <message>
        <source>Including tax</source>
        <translation>Total TTC</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Émise le</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>Non échue</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Reste dû</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Part paid</source>
        <translation>Réglée en partie</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Réf. client</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Réglée</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>{days} j de retard</translation>
    </message>
</context>
<context>
    <name>InvoicingPresenter</name>
    <message>
        <source>Discarding drafts</source>
        <translation>Suppression des brouillons</translation>
    </message>
    <message>
        <source>Issuing invoices</source>
        <translation>Émission des factures</translation>
    </message>
    <message>
        <source>Preparing e-mails</source>
        <translation>Préparation des e-mails</translation>
    </message>
    <message>
        <source>Preparing invoices</source>
        <translation>Préparation des factures</translation>
    </message>
    <message>
        <source>Sending e-mails</source>
        <translation>Envoi des e-mails</translation>
    </message>
</context>
<context>
    <name>InvoicingTab</name>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Émises</translation>
    </message>
    <message>
        <source>To invoice</source>
        <translation>À facturer</translation>
    </message>
</context>
<context>
    <name>IssuedPage</name>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Already sent or waiting: {numbers}</source>
        <translation>Déjà envoyé ou en attente : {numbers}</translation>
    </message>
    <message>
        <source>Choose a document to see its PDF.</source>
        <translation>Choisissez un document pour voir son PDF.</translation>
    </message>
    <message>
        <source>Credit note for {number} prepared</source>
        <translation>Avoir sur {number} préparé</translation>
    </message>
    <message>
        <source>Credit note…</source>
        <translation>Avoir…</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>En litige</translation>
    </message>
    <message>
        <source>E-mails sent: {count}</source>
        <translation>E-mails envoyés : {count}</translation>
    </message>
    <message>
        <source>In the outbox: {count}</source>
        <translation>Dans la boîte d’envoi : {count}</translation>
    </message>
    <message>
        <source>In the outbox: {done}. Not sent: {refused}.</source>
        <translation>Dans la boîte d’envoi : {done}. Refusés : {refused}.</translation>
    </message>
    <message>
        <source>Issue a draft, and it stands here with its PDF.</source>
        <translation>Émettez un brouillon : il s’inscrit ici avec son PDF.</translation>
    </message>
    <message>
        <source>It is a draft until it is issued.</source>
        <translation>C’est un brouillon tant qu’il n’est pas émis.</translation>
    </message>
    <message>
        <source>No document issued yet</source>
        <translation>Aucun document émis</translation>
    </message>
    <message>
        <source>Not sent: {count}</source>
        <translation>Non envoyés : {count}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvertes</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Put the selected documents in the outbox with their PDF</source>
        <translation>Placer les documents sélectionnés et leur PDF dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Save the PDF</source>
        <translation>Enregistrer le PDF</translation>
    </message>
    <message>
        <source>Save the PDF…</source>
        <translation>Enregistrer le PDF…</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Envoyer de nouveau</translation>
    </message>
    <message>
        <source>Send by e-mail</source>
        <translation>Envoyer par e-mail</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Réglées</translation>
    </message>
    <message>
        <source>Show the drafts</source>
        <translation>Voir les brouillons</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Take the selected invoice back, in whole or in part</source>
        <translation>Reprendre la facture sélectionnée, en tout ou partie</translation>
    </message>
    <message>
        <source>They leave with the next sending.</source>
        <translation>Ils partiront au prochain envoi.</translation>
    </message>
    <message>
        <source>This document was taken over from another program: no PDF.</source>
        <translation>Ce document vient d’un autre logiciel : pas de PDF.</translation>
    </message>
    <message>
        <source>Write the archived PDF to a file</source>
        <translation>Copier le PDF archivé dans un fichier</translation>
    </message>
    <message>
        <source>{number} saved</source>
        <translation>{number} enregistré</translation>
    </message>
</context>
<context>
    <name>LinesEditor</name>
    <message>
        <source>&amp;Add the line</source>
        <translation>&amp;Ajouter la ligne</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <translation>Choisissez un article</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>Remise %</translation>
    </message>
    <message>
        <source>Excluding tax  {net}      VAT  {vat}      Including tax  {gross}</source>
        <translation>HT  {net}      TVA  {vat}      TTC  {gross}</translation>
    </message>
    <message>
        <source>No line yet</source>
        <translation>Aucune ligne</translation>
    </message>
    <message>
        <source>Product: code or name</source>
        <translation>Article : code ou désignation</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>This is not a number, such as 12.5</source>
        <translation>Ce n’est pas un nombre, par exemple 12,5</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Prix unitaire</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>Description</source>
        <translation>Désignation</translation>
    </message>
    <message>
        <source>Discount %</source>
        <translation>Remise %</translation>
    </message>
    <message>
        <source>Net amount</source>
        <translation>Montant HT</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Prix unitaire</translation>
    </message>
    <message>
        <source>VAT %</source>
        <translation>TVA %</translation>
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
    <name>MailPreview</name>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Text of the mail</source>
        <translation>Texte de l’e-mail</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
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
    <name>NoticesPage</name>
    <message>
        <source>Answer of the server</source>
        <translation>Réponse du serveur</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Choose a reminder to read it.</source>
        <translation>Choisissez une relance pour la lire.</translation>
    </message>
    <message>
        <source>Let the mail leave; a call or letter is noted as done</source>
        <translation>Laisser partir l’e-mail ; un appel ou une lettre est noté comme fait</translation>
    </message>
    <message>
        <source>No reminder waits for approval</source>
        <translation>Aucune relance n’attend d’accord</translation>
    </message>
    <message>
        <source>Reminders that need your approval come here once they are made.</source>
        <translation>Les relances qui demandent votre accord arrivent ici dès leur création.</translation>
    </message>
</context>
<context>
    <name>OpenDisputeDialog</name>
    <message>
        <source>&amp;Invoice</source>
        <translation>&amp;Facture</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Contested &amp;amount</source>
        <translation>Montant &amp;contesté</translation>
    </message>
    <message>
        <source>Leave the amount empty when the whole open amount is contested.</source>
        <translation>Laissez le montant vide si tout le reste dû est contesté.</translation>
    </message>
    <message>
        <source>Open a dispute</source>
        <translation>Ouvrir un litige</translation>
    </message>
    <message>
        <source>Open the dispute</source>
        <translation>Ouvrir le litige</translation>
    </message>
</context>
<context>
    <name>OpenItemsModel</name>
    <message>
        <source>Document</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Reste dû</translation>
    </message>
    <message>
        <source>Paid by this line</source>
        <translation>Réglé par cette ligne</translation>
    </message>
</context>
<context>
    <name>OpenItemsTable</name>
    <message>
        <source>Open items of the customer</source>
        <translation>Pièces ouvertes du client</translation>
    </message>
    <message>
        <source>Space ticks, F2 edits the amount, Enter accepts</source>
        <translation>Espace coche, F2 modifie le montant, Entrée valide</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Add at least one line.</source>
        <translation>Ajoutez au moins une ligne.</translation>
    </message>
    <message>
        <source>Choose the customer.</source>
        <translation>Choisissez le client.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Customer: code or name</source>
        <translation>Client : code ou nom</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Nouvelle commande</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>Date de commande</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>N° de commande client</translation>
    </message>
    <message>
        <source>Save and &amp;confirm</source>
        <translation>Enregistrer et &amp;confirmer</translation>
    </message>
    <message>
        <source>Save and confirm (Ctrl+Enter)</source>
        <translation>Enregistrer et confirmer (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Save as &amp;draft</source>
        <translation>Enregistrer en &amp;brouillon</translation>
    </message>
    <message>
        <source>The customer&apos;s own number</source>
        <translation>Le numéro du client</translation>
    </message>
    <message>
        <source>The date is not understood.</source>
        <translation>La date n’est pas comprise.</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>Barcode</source>
        <translation>Code-barres</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>Livré le</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Désignation</translation>
    </message>
    <message>
        <source>Excluding tax</source>
        <translation>Total HT</translation>
    </message>
    <message>
        <source>Including tax</source>
        <translation>Total TTC</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Price excl. tax</source>
        <translation>Prix HT</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Réf. client</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>TVA</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Accept the order within the customer&apos;s credit limit</source>
        <translation>Accepter la commande dans la limite de l’encours autorisé</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Choose an order to see its lines.</source>
        <translation>Choisissez une commande pour voir ses lignes.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Deliver all that is left, or chosen quantities</source>
        <translation>Livrer tout le reliquat, ou des quantités choisies</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Livré</translation>
    </message>
    <message>
        <source>Delivery {number} made</source>
        <translation>Livraison {number} enregistrée</translation>
    </message>
    <message>
        <source>Deliver…</source>
        <translation>Livrer…</translation>
    </message>
    <message>
        <source>Invoice it</source>
        <translation>La facturer</translation>
    </message>
    <message>
        <source>Let a held order go on, with the reason</source>
        <translation>Débloquer la commande, en donnant le motif</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Nouvelle commande</translation>
    </message>
    <message>
        <source>No order yet</source>
        <translation>Aucune commande</translation>
    </message>
    <message>
        <source>Order {number} confirmed</source>
        <translation>Commande {number} confirmée</translation>
    </message>
    <message>
        <source>Order {number} is held</source>
        <translation>Commande {number} bloquée</translation>
    </message>
    <message>
        <source>Order {number} released</source>
        <translation>Commande {number} débloquée</translation>
    </message>
    <message>
        <source>Order {number} taken as a draft</source>
        <translation>Commande {number} enregistrée en brouillon</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>Commandé le</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>N° de commande client</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>Débloquer…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Take an order: customer, products, quantities.</source>
        <translation>Saisissez une commande : client, articles, quantités.</translation>
    </message>
</context>
<context>
    <name>OrdersPresenter</name>
    <message>
        <source>Importing products</source>
        <translation>Import des articles</translation>
    </message>
</context>
<context>
    <name>OrdersTab</name>
    <message>
        <source>Deliveries to invoice</source>
        <translation>Livraisons à facturer</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Articles</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Answer of the server</source>
        <translation>Réponse du serveur</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>Choose a mail to read it.</source>
        <translation>Choisissez un e-mail pour le lire.</translation>
    </message>
    <message>
        <source>Invoices sent and reminders come here before they leave.</source>
        <translation>Les factures envoyées et les relances passent ici avant de partir.</translation>
    </message>
    <message>
        <source>No mail yet</source>
        <translation>Aucun e-mail</translation>
    </message>
    <message>
        <source>Send every mail that is ready to leave</source>
        <translation>Envoyer tous les e-mails prêts à partir</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
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
    <name>PlannedPage</name>
    <message>
        <source>&amp;Reminders of</source>
        <translation>&amp;Relances du</translation>
    </message>
    <message>
        <source>Choose a reminder to read it.</source>
        <translation>Choisissez une relance pour la lire.</translation>
    </message>
    <message>
        <source>Choose today to make its reminders now</source>
        <translation>Choisissez aujourd’hui pour lancer ses relances maintenant</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Every document whose time has come is reminded of.</source>
        <translation>Toutes les pièces dont l’heure est venue sont relancées.</translation>
    </message>
    <message>
        <source>Make today&apos;s reminders and send those that need no approval</source>
        <translation>Créer les relances du jour et envoyer celles qui n’attendent pas d’accord</translation>
    </message>
    <message>
        <source>No reminder leaves on this date</source>
        <translation>Aucune relance ne part à cette date</translation>
    </message>
    <message>
        <source>Nothing is due, or everything due is withheld: see below.</source>
        <translation>Rien n’est échu, ou tout ce qui l’est est retenu : voir plus bas.</translation>
    </message>
    <message>
        <source>Nothing is withheld</source>
        <translation>Rien n’est retenu</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Lancer maintenant</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>Withheld, and why</source>
        <translation>Ne partiront pas, et pourquoi</translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message>
        <source>&amp;Barcode</source>
        <translation>Code-&amp;barres</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Désignation</translation>
    </message>
    <message>
        <source>&amp;Price excluding tax</source>
        <translation>&amp;Prix HT</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unité</translation>
    </message>
    <message>
        <source>&amp;VAT rate</source>
        <translation>Taux de &amp;TVA</translation>
    </message>
    <message>
        <source>Income &amp;account</source>
        <translation>Co&amp;mpte de produit</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>Product {code}</source>
        <translation>Article {code}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>piece, hour, kg…</source>
        <translation>pièce, heure, kg…</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Change the selected product</source>
        <translation>Modifier l’article sélectionné</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>Importer des articles</translation>
    </message>
    <message>
        <source>Import products…</source>
        <translation>Importer des articles…</translation>
    </message>
    <message>
        <source>Import your products from a CSV or XLSX file, or create one.</source>
        <translation>Importez vos articles depuis un fichier CSV ou XLSX, ou créez-en un.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Nouvel article</translation>
    </message>
    <message>
        <source>No product yet</source>
        <translation>Aucun article</translation>
    </message>
    <message>
        <source>Product {code} saved</source>
        <translation>Article {code} enregistré</translation>
    </message>
    <message>
        <source>Products of {file}</source>
        <translation>Articles de {file}</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.xlsx);;All files (*)</source>
        <translation>Tableaux (*.csv *.txt *.xlsx);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Take in products from a CSV or XLSX file</source>
        <translation>Reprendre des articles d’un fichier CSV ou XLSX</translation>
    </message>
</context>
<context>
    <name>ProposalBox</name>
    <message>
        <source>Choose the customer who paid, then tick the documents.</source>
        <translation>Choisissez le client qui a payé, puis cochez les pièces.</translation>
    </message>
    <message>
        <source>Looking for what this line pays…</source>
        <translation>Recherche de ce que règle cette ligne…</translation>
    </message>
    <message>
        <source>No proposal</source>
        <translation>Aucune proposition</translation>
    </message>
    <message>
        <source>Other proposals</source>
        <translation>Autres propositions</translation>
    </message>
    <message>
        <source>Proposal {number}: {percent}</source>
        <translation>Proposition {number} : {percent}</translation>
    </message>
    <message>
        <source>Sure at {percent}</source>
        <translation>Sûr à {percent}</translation>
    </message>
    <message>
        <source>To check: {percent}</source>
        <translation>À vérifier : {percent}</translation>
    </message>
    <message>
        <source>another explanation is as good: please choose</source>
        <translation>une autre explication est aussi bonne : choisissez</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>For instance: payment announced by phone</source>
        <translation>Par exemple : règlement annoncé par téléphone</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Débloquer</translation>
    </message>
    <message>
        <source>Release order {number}</source>
        <translation>Débloquer la commande {number}</translation>
    </message>
    <message>
        <source>Why may the order go on? The reason is kept with your name.</source>
        <translation>Pourquoi débloquer cette commande ? Le motif est conservé avec votre nom.</translation>
    </message>
</context>
<context>
    <name>SettlementForm</name>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>Accept and next</source>
        <translation>Valider et suivant</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Leave the difference open</source>
        <translation>Laisser l’écart ouvert</translation>
    </message>
    <message>
        <source>Received {received}     Chosen {chosen}     Difference {difference}</source>
        <translation>Reçu {received}     Choisi {chosen}     Écart {difference}</translation>
    </message>
    <message>
        <source>Settle as shown and go to the next line (Enter in the list, or Ctrl+Enter)</source>
        <translation>Affecter comme affiché et passer à la ligne suivante (Entrée dans la liste, ou Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>The whole receipt is used.</source>
        <translation>Tout le règlement est affecté.</translation>
    </message>
    <message>
        <source>Tick the documents that this line pays.</source>
        <translation>Cochez les pièces que règle cette ligne.</translation>
    </message>
    <message>
        <source>What the difference is</source>
        <translation>Nature de l’écart</translation>
    </message>
    <message>
        <source>Write off: {kind}</source>
        <translation>Passer en écart : {kind}</translation>
    </message>
    <message>
        <source>{amount} is missing: lower an amount, or say what the difference is.</source>
        <translation>Il manque {amount} : réduisez un montant, ou choisissez la nature de l’écart.</translation>
    </message>
    <message>
        <source>{amount} will be written off.</source>
        <translation>{amount} passeront en écart.</translation>
    </message>
    <message>
        <source>{amount} will stay to be explained.</source>
        <translation>{amount} resteront à affecter.</translation>
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
    <name>Terms</name>
    <message>
        <source>end of month {days} days</source>
        <translation>fin de mois {days} jours</translation>
    </message>
    <message>
        <source>on receipt</source>
        <translation>à réception</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} jours</translation>
    </message>
    <message>
        <source>{days} days end of month</source>
        <translation>{days} jours fin de mois</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>Credit note {number} issued</source>
        <translation>Avoir {number} émis</translation>
    </message>
    <message>
        <source>Delivery {number} of order {order}</source>
        <translation>Livraison {number} de la commande {order}</translation>
    </message>
    <message>
        <source>Dispute closed: {resolution}</source>
        <translation>Litige clos : {resolution}</translation>
    </message>
    <message>
        <source>Dispute opened on {number}: {reason}</source>
        <translation>Litige ouvert sur {number} : {reason}</translation>
    </message>
    <message>
        <source>Invoice {number} issued</source>
        <translation>Facture {number} émise</translation>
    </message>
    <message>
        <source>Matching of a receipt undone</source>
        <translation>Rapprochement d’un règlement annulé</translation>
    </message>
    <message>
        <source>Order {number} confirmed</source>
        <translation>Commande {number} confirmée</translation>
    </message>
    <message>
        <source>Order {number} held: {holds}</source>
        <translation>Commande {number} bloquée : {holds}</translation>
    </message>
    <message>
        <source>Order {number} released: {reason}</source>
        <translation>Commande {number} débloquée : {reason}</translation>
    </message>
    <message>
        <source>Order {number} taken</source>
        <translation>Commande {number} enregistrée</translation>
    </message>
    <message>
        <source>Receipt matched: {amount}</source>
        <translation>Règlement rapproché : {amount}</translation>
    </message>
    <message>
        <source>Reminder approved</source>
        <translation>Relance validée</translation>
    </message>
    <message>
        <source>Reminder planned</source>
        <translation>Relance prévue</translation>
    </message>
    <message>
        <source>{number} put in the outbox for {recipient}</source>
        <translation>{number} placé dans la boîte d’envoi pour {recipient}</translation>
    </message>
</context>
<context>
    <name>ToInvoicePage</name>
    <message>
        <source>Deliver an order, and it comes here to be invoiced.</source>
        <translation>Livrez une commande : elle vient ici pour être facturée.</translation>
    </message>
    <message>
        <source>Drafts made: {count}</source>
        <translation>Brouillons préparés : {count}</translation>
    </message>
    <message>
        <source>Drafts made: {done}. Refused: {refused}.</source>
        <translation>Brouillons préparés : {done}. Refusés : {refused}.</translation>
    </message>
    <message>
        <source>Everything delivered is invoiced</source>
        <translation>Tout ce qui est livré est facturé</translation>
    </message>
    <message>
        <source>Make a draft for each selected delivery</source>
        <translation>Préparer un brouillon par livraison sélectionnée</translation>
    </message>
    <message>
        <source>Make a draft for every delivery of the list</source>
        <translation>Préparer un brouillon pour chaque livraison de la liste</translation>
    </message>
    <message>
        <source>Open the orders</source>
        <translation>Ouvrir les commandes</translation>
    </message>
    <message>
        <source>Prepare all</source>
        <translation>Tout préparer</translation>
    </message>
    <message>
        <source>Prepare the invoices</source>
        <translation>Préparer les factures</translation>
    </message>
    <message>
        <source>Show the drafts</source>
        <translation>Voir les brouillons</translation>
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
    <name>Units</name>
    <message>
        <source>box</source>
        <translation>boîte</translation>
    </message>
    <message>
        <source>carton</source>
        <translation>carton</translation>
    </message>
    <message>
        <source>day</source>
        <translation>jour</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>heure</translation>
    </message>
    <message>
        <source>lot</source>
        <translation>lot</translation>
    </message>
    <message>
        <source>lump sum</source>
        <translation>forfait</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>pallet</source>
        <translation>palette</translation>
    </message>
    <message>
        <source>piece</source>
        <translation>pièce</translation>
    </message>
    <message>
        <source>year</source>
        <translation>an</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>&amp;Try with the demonstration company</source>
        <translation>&amp;Essayer avec la société de démonstration</translation>
    </message>
    <message>
        <source>Company file</source>
        <translation>Fichier de la société</translation>
    </message>
    <message>
        <source>Company file (*.toml)</source>
        <translation>Fichier de la société (*.toml)</translation>
    </message>
    <message>
        <source>Discover the program with a fictitious company, or set up your own from its company.toml file.</source>
        <translation>Découvrez le programme avec une société fictive, ou créez la vôtre à partir de son fichier company.toml.</translation>
    </message>
    <message>
        <source>Making the demonstration company</source>
        <translation>Création de la société de démonstration</translation>
    </message>
    <message>
        <source>Set up my company from a &amp;file…</source>
        <translation>Créer ma société à partir d’un &amp;fichier…</translation>
    </message>
    <message>
        <source>Setting up the company</source>
        <translation>Création de la société</translation>
    </message>
    <message>
        <source>These books are empty</source>
        <translation>Cette base est vide</translation>
    </message>
    <message>
        <source>Welcome to OTC Desktop</source>
        <translation>Bienvenue dans OTC Desktop</translation>
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
