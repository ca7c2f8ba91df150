<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AcceptQuoteForm</name>
    <message>
        <source>&amp;Purchase order</source>
        <translation>&amp;Bon de commande</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Make the order</source>
        <translation>Créer la commande</translation>
    </message>
    <message>
        <source>Quote {number} accepted</source>
        <translation>Devis {number} accepté</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>Proposé</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>The customer&apos;s own number</source>
        <translation>Le numéro du client</translation>
    </message>
    <message>
        <source>The order keeps the quoted prices. Lower a quantity, or empty it, to take only a part; discounts on the whole go only with the whole.</source>
        <translation>La commande garde les prix du devis. Baissez une quantité, ou videz-la, pour n’en prendre qu’une partie ; les remises globales ne suivent que le tout.</translation>
    </message>
    <message>
        <source>This is not a quantity, such as 12.5</source>
        <translation>Ce n’est pas une quantité, comme 12,5</translation>
    </message>
</context>
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
        <source>Amount</source>
        <translation>Montant</translation>
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
        <source>What it is</source>
        <translation>Nature</translation>
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
    <message>
        <source>Writing the archive</source>
        <translation>Écriture de l’archive</translation>
    </message>
</context>
<context>
    <name>AccountingTab</name>
    <message>
        <source>Aged balance</source>
        <translation>Balance âgée</translation>
    </message>
    <message>
        <source>Bank reconciliation</source>
        <translation>Rapprochement bancaire</translation>
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
    <name>AddressForm</name>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Correct it in the customer&apos;s file, too</source>
        <translation>&amp;Corriger aussi la fiche du client</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Nature</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Libellé</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>Address, second line</source>
        <translation>Complément d’adresse</translation>
    </message>
    <message>
        <source>Answer of the server</source>
        <translation>Réponse du serveur</translation>
    </message>
    <message>
        <source>Cit&amp;y</source>
        <translation>&amp;Ville</translation>
    </message>
    <message>
        <source>Correct the address</source>
        <translation>Corriger l’adresse</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Lyon warehouse</source>
        <translation>Entrepôt de Lyon</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Nouvelle adresse</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>SIRET of the establishment</source>
        <translation>SIRET de l’établissement</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Service code</source>
        <translation>Code service</translation>
    </message>
    <message>
        <source>Taken by documents of this kind</source>
        <translation>Reprise d’office par les documents</translation>
    </message>
    <message>
        <source>The file and its contacts that have the old address get the new one</source>
        <translation>La fiche et ses contacts qui ont l’ancienne adresse reçoivent la nouvelle</translation>
    </message>
</context>
<context>
    <name>AddressesPage</name>
    <message>
        <source>Add where the customer is billed or delivered, or its sites.</source>
        <translation>Ajoutez où le client est facturé ou livré, ou ses établissements.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Documents that show it keep their own copy.</source>
        <translation>Les documents qui la portent gardent leur copie.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>No other address</source>
        <translation>Pas d’autre adresse</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Retirer {name} ?</translation>
    </message>
    <message>
        <source>Service code</source>
        <translation>Code service</translation>
    </message>
    <message>
        <source>{kind}, by default</source>
        <translation>{kind}, par défaut</translation>
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
    <name>AgreedPriceForm</name>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Porte sur</translation>
    </message>
    <message>
        <source>&amp;Discount %</source>
        <translation>&amp;Remise %</translation>
    </message>
    <message>
        <source>&amp;Family</source>
        <translation>&amp;Famille</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Dernier jour</translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <translation>&amp;Article</translation>
    </message>
    <message>
        <source>A&amp;greed by</source>
        <translation>Co&amp;nvenu par</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <translation>Choisissez un article</translation>
    </message>
    <message>
        <source>F&amp;irst day</source>
        <translation>Prem&amp;ier jour</translation>
    </message>
    <message>
        <source>From &amp;quantity</source>
        <translation>À partir de la &amp;quantité</translation>
    </message>
    <message>
        <source>Net p&amp;rice excl. tax</source>
        <translation>P&amp;rix net HT</translation>
    </message>
    <message>
        <source>Net price, 16,00</source>
        <translation>Prix net, 16,00</translation>
    </message>
    <message>
        <source>Offer, contract, mail of…</source>
        <translation>Offre, contrat, e-mail du…</translation>
    </message>
    <message>
        <source>Price agreed with {code}</source>
        <translation>Prix convenu avec {code}</translation>
    </message>
    <message>
        <source>Product: code, name or barcode</source>
        <translation>Article : code, nom ou code-barres</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The date is not understood.</source>
        <translation>La date n’est pas comprise.</translation>
    </message>
    <message>
        <source>This is not a number, such as 12.5</source>
        <translation>Ce n’est pas un nombre, comme 12,5</translation>
    </message>
    <message>
        <source>a family of products</source>
        <translation>une famille d’articles</translation>
    </message>
    <message>
        <source>any</source>
        <translation>toute quantité</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>one product</source>
        <translation>un article</translation>
    </message>
    <message>
        <source>or discount in %, 5</source>
        <translation>ou remise en %, 5</translation>
    </message>
    <message>
        <source>{usual} in the catalogue</source>
        <translation>{usual} au catalogue</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>Limits, insurance, grades and first unpaid items are watched.</source>
        <translation>Limites, assurance, notes et premiers impayés sont surveillés.</translation>
    </message>
    <message>
        <source>No credit alert</source>
        <translation>Aucune alerte crédit</translation>
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
    <name>ApprovalTable</name>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Up to, in % of the limit</source>
        <translation>Jusqu’à, en&#xa0;% de la limite</translation>
    </message>
    <message>
        <source>What goes beyond the credit limit must keep within both bounds.</source>
        <translation>Le dépassement doit respecter les deux bornes.</translation>
    </message>
    <message>
        <source>Without a limit</source>
        <translation>Sans plafond</translation>
    </message>
</context>
<context>
    <name>ArchiveResultDialog</name>
    <message>
        <source>Archive of a year</source>
        <translation>Archive d’un exercice</translation>
    </message>
    <message>
        <source>Archive written</source>
        <translation>Archive écrite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Pièces</translation>
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
        <source>Open the &amp;folder</source>
        <translation>Ouvrir le &amp;dossier</translation>
    </message>
    <message>
        <source>PDF and XML files</source>
        <translation>Fichiers PDF et XML</translation>
    </message>
</context>
<context>
    <name>AttachmentList</name>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>Attach files; they can be dropped here, too</source>
        <translation>Joindre des fichiers&#xa0;; on peut aussi les déposer ici</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Joindre…</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Rattaché à</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Drop files here, or press «Attach».</source>
        <translation>Déposez des fichiers ici, ou choisissez «&#xa0;Joindre&#xa0;».</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Documents joints</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Aucun document joint</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Note…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Retirer {name} ?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>The file no longer hangs here; the timeline keeps that it did.</source>
        <translation>Le document ne sera plus joint ici&#xa0;; l’historique garde la trace qu’il l’a été.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>What is in this file? It is found by these words.</source>
        <translation>Que contient ce fichier&#xa0;? Ces mots permettent de le retrouver.</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} Ko</translation>
    </message>
</context>
<context>
    <name>AttachmentsPresenter</name>
    <message>
        <source>Attaching files</source>
        <translation>Ajout de documents joints</translation>
    </message>
    <message>
        <source>Files attached: {count}</source>
        <translation>Documents joints&#xa0;: {count}</translation>
    </message>
    <message>
        <source>No program opens {name}</source>
        <translation>Aucun logiciel n’ouvre {name}</translation>
    </message>
    <message>
        <source>Save the file and open it with a program of your choice.</source>
        <translation>Enregistrez le fichier, puis ouvrez-le avec le logiciel de votre choix.</translation>
    </message>
    <message>
        <source>{name} removed</source>
        <translation>{name} retiré</translation>
    </message>
    <message>
        <source>{name} written</source>
        <translation>{name} enregistré</translation>
    </message>
</context>
<context>
    <name>BackOrdersPage</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>Toutes dates</translation>
    </message>
    <message>
        <source>Back-orders</source>
        <translation>Reliquats</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Deliver what is available</source>
        <translation>Livrer le disponible</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Lines of accepted orders that are not delivered stand here.</source>
        <translation>Les lignes de commandes acceptées et non livrées figurent ici.</translation>
    </message>
    <message>
        <source>Nothing is owed</source>
        <translation>Rien ne reste à livrer</translation>
    </message>
    <message>
        <source>One delivery for each of the selected orders</source>
        <translation>Une livraison par commande sélectionnée</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Ouvrir la commande</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>{count} deliveries made: {numbers}</source>
        <translation>{count} livraisons créées : {numbers}</translation>
    </message>
    <message>
        <source>{count} orders not delivered</source>
        <translation>{count} commandes non livrées</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>A copy on a key or another disk, encrypted if you like</source>
        <translation>Une copie sur une clé ou un autre disque, chiffrée si vous le voulez</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Back up now, and let the program do it every day: File, Scheduled jobs, Backup.</source>
        <translation>Sauvegardez maintenant, puis laissez le programme le faire chaque jour : Fichier, Tâches planifiées, Sauvegarde.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Copied and read back: {file}</source>
        <translation>Copié et relu : {file}</translation>
    </message>
    <message>
        <source>Copies (*.otcbackup *.sqlite)</source>
        <translation>Copies (*.otcbackup *.sqlite)</translation>
    </message>
    <message>
        <source>Copy elsewhere…</source>
        <translation>Copier ailleurs…</translation>
    </message>
    <message>
        <source>Copy of the books</source>
        <translation>Copie des données</translation>
    </message>
    <message>
        <source>No copy yet</source>
        <translation>Aucune copie pour l’instant</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Passphrase…</source>
        <translation>Phrase secrète…</translation>
    </message>
    <message>
        <source>The next copies will be encrypted.</source>
        <translation>Les prochaines copies seront chiffrées.</translation>
    </message>
    <message>
        <source>The next copies will not be encrypted: choose a passphrase.</source>
        <translation>Les prochaines copies ne seront pas chiffrées : choisissez une phrase secrète.</translation>
    </message>
</context>
<context>
    <name>BackupsPresenter</name>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>chiffrée</translation>
    </message>
    <message>
        <source>readable by anybody</source>
        <translation>lisible par tous</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} Mo</translation>
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
    <name>BankMappingsDialog</name>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Oublier</translation>
    </message>
    <message>
        <source>Bank tables remembered</source>
        <translation>Tableaux de banque mémorisés</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Forget the selected mapping (Del)</source>
        <translation>Oublier la correspondance sélectionnée (Suppr)</translation>
    </message>
    <message>
        <source>None yet: what you say about a bank&apos;s columns is remembered here.</source>
        <translation>Aucun pour l’instant : ce que vous dites des colonnes d’une banque est retenu ici.</translation>
    </message>
</context>
<context>
    <name>BankPostings</name>
    <message>
        <source>Applying the rules</source>
        <translation>Application des règles</translation>
    </message>
    <message>
        <source>The line waits on the desk again.</source>
        <translation>La ligne attend de nouveau sur le bureau.</translation>
    </message>
    <message>
        <source>The posting is undone</source>
        <translation>L’imputation est annulée</translation>
    </message>
</context>
<context>
    <name>BankPresenter</name>
    <message>
        <source>Kept on a customer&apos;s account</source>
        <translation>Gardé sur le compte d’un client</translation>
    </message>
    <message>
        <source>Matching receipts</source>
        <translation>Rapprochement des règlements</translation>
    </message>
    <message>
        <source>Posted to account {account}</source>
        <translation>Imputé au compte {account}</translation>
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
        <source>by a rule</source>
        <translation>par une règle</translation>
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
    <name>BankSections</name>
    <message>
        <source>Cheques, bills, cards, cash</source>
        <translation>Chèques, effets, cartes, espèces</translation>
    </message>
    <message>
        <source>Direct debits</source>
        <translation>Prélèvements</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>Rapprochement</translation>
    </message>
</context>
<context>
    <name>BillingReview</name>
    <message>
        <source>&amp;Group deliveries</source>
        <translation>&amp;Regrouper les livraisons</translation>
    </message>
    <message>
        <source>As each customer wants</source>
        <translation>Comme chaque client le souhaite</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Livraisons</translation>
    </message>
    <message>
        <source>Deposits deducted</source>
        <translation>Acomptes déduits</translation>
    </message>
    <message>
        <source>Excl. tax</source>
        <translation>HT</translation>
    </message>
    <message>
        <source>Incl. tax</source>
        <translation>TTC</translation>
    </message>
    <message>
        <source>Invoices to prepare</source>
        <translation>Factures à préparer</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>Rien n’est coché.</translation>
    </message>
    <message>
        <source>Prepare {count} draft(s)</source>
        <translation>Préparer {count} brouillon(s)</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Space ticks or unticks an invoice</source>
        <translation>Espace coche ou décoche une facture</translation>
    </message>
    <message>
        <source>{count} of {all} invoices, {amount} incl. tax</source>
        <translation>{count} facture(s) sur {all}, {amount} TTC</translation>
    </message>
</context>
<context>
    <name>BillingSection</name>
    <message>
        <source>30 days, 45 days end of month, 30 days on the 15, on receipt, on order</source>
        <translation>30 jours, 45 jours fin de mois, 30 jours le 15, à réception, à la commande</translation>
    </message>
    <message>
        <source>All of the customer</source>
        <translation>Toutes celles du client</translation>
    </message>
    <message>
        <source>Billing and payment</source>
        <translation>Facturation et paiement</translation>
    </message>
    <message>
        <source>Credit &amp;limit</source>
        <translation>Encours a&amp;utorisé</translation>
    </message>
    <message>
        <source>Deliveries on one invoice</source>
        <translation>Livraisons sur une facture</translation>
    </message>
    <message>
        <source>Documents sent by e-mail</source>
        <translation>Envoi des documents par courriel</translation>
    </message>
    <message>
        <source>Insured amount</source>
        <translation>Encours assuré</translation>
    </message>
    <message>
        <source>Means of payment</source>
        <translation>Moyens de paiement</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Not insured</source>
        <translation>Non assuré</translation>
    </message>
    <message>
        <source>One delivery only</source>
        <translation>Une seule livraison</translation>
    </message>
    <message>
        <source>Payment &amp;terms</source>
        <translation>Conditions de &amp;règlement</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Salesperson</source>
        <translation>Commercial</translation>
    </message>
    <message>
        <source>Those of one delivery site</source>
        <translation>Celles d’un même site</translation>
    </message>
    <message>
        <source>Those of one order</source>
        <translation>Celles d’une même commande</translation>
    </message>
    <message>
        <source>Wants its purchase order number on invoices</source>
        <translation>Exige son n° de bon de commande sur les factures</translation>
    </message>
    <message>
        <source>We are its subcontractor for building works (reverse charge)</source>
        <translation>Nous sommes son sous-traitant en bâtiment (autoliquidation)</translation>
    </message>
</context>
<context>
    <name>BookPage</name>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>{name} saved</source>
        <translation>{name} : fiche enregistrée</translation>
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
    <name>CallForm</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>&amp;Call again on</source>
        <translation>Ra&amp;ppeler le</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>&amp;Sens</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>&amp;Résultat</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Téléphone</translation>
    </message>
    <message>
        <source>&amp;Spoken to</source>
        <translation>&amp;Interlocuteur</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>Te&amp;xte</translation>
    </message>
    <message>
        <source>Call with {name}</source>
        <translation>Appel avec {name}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Note the call</source>
        <translation>Noter l’appel</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Ce qui a été dit</translation>
    </message>
    <message>
        <source>not timed</source>
        <translation>non chronométré</translation>
    </message>
</context>
<context>
    <name>CallOutcomeForm</name>
    <message>
        <source>&amp;Amount</source>
        <translation>M&amp;ontant</translation>
    </message>
    <message>
        <source>&amp;Call again on</source>
        <translation>Ra&amp;ppeler le</translation>
    </message>
    <message>
        <source>&amp;Invoice</source>
        <translation>&amp;Facture</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Téléphone</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>&amp;Spoken to</source>
        <translation>&amp;Interlocuteur</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Texte</translation>
    </message>
    <message>
        <source>14:30, if agreed</source>
        <translation>14:30, si convenu</translation>
    </message>
    <message>
        <source>A dispute is opened; its part is no longer reminded of. Without an amount, the whole invoice.</source>
        <translation>Un litige est ouvert ; sa part n’est plus relancée. Sans montant, la facture entière.</translation>
    </message>
    <message>
        <source>A&amp;t</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>Note the call</source>
        <translation>Noter l’appel</translation>
    </message>
    <message>
        <source>Paid &amp;by</source>
        <translation>Payé &amp;pour le</translation>
    </message>
    <message>
        <source>Reminders are withheld until then; a broken promise comes back here.</source>
        <translation>Les relances sont retenues jusque-là ; une promesse rompue revient ici.</translation>
    </message>
    <message>
        <source>The customer comes back to this list on that day.</source>
        <translation>Le client revient dans cette liste ce jour-là.</translation>
    </message>
    <message>
        <source>The next written step of the plan is proposed for your approval.</source>
        <translation>L’étape écrite suivante du plan est proposée à votre approbation.</translation>
    </message>
    <message>
        <source>Today asks to mend the contact until the number is changed.</source>
        <translation>L’accueil demande de corriger le contact jusqu’à ce que le numéro change.</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Ce qui a été dit</translation>
    </message>
    <message>
        <source>{name}: {outcome}</source>
        <translation>{name} : {outcome}</translation>
    </message>
</context>
<context>
    <name>CallSheetPanel</name>
    <message>
        <source>Choose a call to see what to say.</source>
        <translation>Choisissez un appel pour voir quoi dire.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Customer file</source>
        <translation>Fiche client</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Composer</translation>
    </message>
    <message>
        <source>Hand the number to the system&apos;s telephone</source>
        <translation>Confier le numéro au téléphone du système</translation>
    </message>
    <message>
        <source>Money that seems to be theirs waits in the bank</source>
        <translation>De l’argent qui semble être le leur attend en banque</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Open invoices</source>
        <translation>Factures ouvertes</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Quoi dire</translation>
    </message>
    <message>
        <source>What was said and promised</source>
        <translation>Ce qui s’est dit et promis</translation>
    </message>
    <message>
        <source>{number}   due {day}   {amount}</source>
        <translation>{number}   échéance {day}   {amount}</translation>
    </message>
    <message>
        <source>{number} is on the clipboard</source>
        <translation>{number} est dans le presse-papiers</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>Call back…</source>
        <translation>À rappeler…</translation>
    </message>
    <message>
        <source>Call noted</source>
        <translation>Appel noté</translation>
    </message>
    <message>
        <source>Call noted; step {step} waits for your approval</source>
        <translation>Appel noté ; l’étape {step} attend votre approbation</translation>
    </message>
    <message>
        <source>Calls agreed, broken promises and overdue invoices come here, those that may bring most first.</source>
        <translation>Rappels convenus, promesses rompues et factures échues arrivent ici, ceux qui peuvent rapporter le plus d’abord.</translation>
    </message>
    <message>
        <source>Contacts to mend, their number was wrong: {codes}</source>
        <translation>Contacts à corriger, leur numéro était faux : {codes}</translation>
    </message>
    <message>
        <source>Dispute…</source>
        <translation>Litige…</translation>
    </message>
    <message>
        <source>Message left</source>
        <translation>Message laissé</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>Nobody is to be called today</source>
        <translation>Personne à appeler aujourd’hui</translation>
    </message>
    <message>
        <source>Promise…</source>
        <translation>Promesse…</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Atteint</translation>
    </message>
    <message>
        <source>Refuses</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Script…</source>
        <translation>Guide…</translation>
    </message>
    <message>
        <source>This key, then Enter</source>
        <translation>Cette touche, puis Entrée</translation>
    </message>
    <message>
        <source>What is said on the telephone, in each language</source>
        <translation>Ce que l’on dit au téléphone, dans chaque langue</translation>
    </message>
    <message>
        <source>Wrong contact</source>
        <translation>Mauvais contact</translation>
    </message>
</context>
<context>
    <name>CancelPlanForm</name>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Annuler l’échéancier</translation>
    </message>
    <message>
        <source>Call the payment plan off</source>
        <translation>Annuler l’échéancier</translation>
    </message>
</context>
<context>
    <name>CeasedForm</name>
    <message>
        <source>&amp;Ceased on</source>
        <translation>&amp;Cessation le</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source>End of business of {name}</source>
        <translation>Cessation de {name}</translation>
    </message>
    <message>
        <source>Every order of this customer will be held. Leave the day empty to undo.</source>
        <translation>Toute commande de ce client sera bloquée. Laissez la date vide pour revenir en arrière.</translation>
    </message>
    <message>
        <source>For instance: BODACC of 12/11</source>
        <translation>Par exemple&#xa0;: BODACC du 12/11</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Noter</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Check of {number}</source>
        <translation>Contrôle de {number}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
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
    <name>CloseHandoverForm</name>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>&amp;Fee</source>
        <translation>&amp;Frais</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>&amp;Résultat</translation>
    </message>
    <message>
        <source>Close file {number}</source>
        <translation>Clore le dossier {number}</translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation>Clore le dossier</translation>
    </message>
</context>
<context>
    <name>CollectionForm</name>
    <message>
        <source>&amp;Day of the debit</source>
        <translation>&amp;Date du prélèvement</translation>
    </message>
    <message>
        <source>&amp;Scheme</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>Empty: the first day that the notice allows</source>
        <translation>Vide : le premier jour que le préavis permet</translation>
    </message>
    <message>
        <source>Empty: until the day of the debit</source>
        <translation>Vide : jusqu’au jour du prélèvement</translation>
    </message>
    <message>
        <source>Invoices &amp;due by</source>
        <translation>Factures é&amp;chues au</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Nouvelle remise</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Préparer</translation>
    </message>
    <message>
        <source>What would be collected</source>
        <translation>Ce qui serait prélevé</translation>
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
        <source>Asked for</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Chance</translation>
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
        <source>Days late</source>
        <translation>Jours de retard</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
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
        <source>Phone</source>
        <translation>Téléphone</translation>
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
        <source>Up to and with</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motif</translation>
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
        <source>The letter is in {path}</source>
        <translation>La lettre est dans {path}</translation>
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
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Claims in doubt</source>
        <translation>Créances douteuses</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Litiges</translation>
    </message>
    <message>
        <source>Files handed over</source>
        <translation>Dossiers remis</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Lettres</translation>
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
        <source>Payment plans</source>
        <translation>Échéanciers</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Plans</translation>
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
    <name>ColumnsPage</name>
    <message>
        <source>&amp;Remember for files with these headers, as</source>
        <translation>Re&amp;tenir pour les fichiers ayant ces en-têtes, sous le nom</translation>
    </message>
    <message>
        <source>(no header)</source>
        <translation>(sans en-tête)</translation>
    </message>
    <message>
        <source>? by its values</source>
        <translation>? d’après les valeurs</translation>
    </message>
    <message>
        <source>? near word</source>
        <translation>? mot proche</translation>
    </message>
    <message>
        <source>Columns were recognised by their headers; correct what is wrong.</source>
        <translation>Les colonnes ont été reconnues à leur en-tête ; corrigez ce qui ne va pas.</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Décimales</translation>
    </message>
    <message>
        <source>Header on line</source>
        <translation>En-tête à la ligne</translation>
    </message>
    <message>
        <source>Read as remembered under “{name}”.</source>
        <translation>Lu selon la correspondance retenue « {name} ».</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>Take for</source>
        <translation>Reprendre comme</translation>
    </message>
    <message>
        <source>Value for every row</source>
        <translation>Valeur pour toutes les lignes</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>as the file shows</source>
        <translation>d’après le fichier</translation>
    </message>
    <message>
        <source>comma (1 234,56)</source>
        <translation>virgule (1 234,56)</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>jour/mois/année</translation>
    </message>
    <message>
        <source>month/day/year</source>
        <translation>mois/jour/année</translation>
    </message>
    <message>
        <source>point (1,234.56)</source>
        <translation>point (1,234.56)</translation>
    </message>
    <message>
        <source>same as “{title}”</source>
        <translation>comme « {title} »</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>année-mois-jour</translation>
    </message>
    <message>
        <source>{file}: {count} rows</source>
        <translation>{file} : {count} lignes</translation>
    </message>
    <message>
        <source>— leave aside —</source>
        <translation>— laisser de côté —</translation>
    </message>
    <message>
        <source>▲ Needed for new entries: {fields}</source>
        <translation>▲ Nécessaire aux nouvelles fiches : {fields}</translation>
    </message>
    <message>
        <source>✓ header</source>
        <translation>✓ en-tête</translation>
    </message>
    <message>
        <source>✓ remembered</source>
        <translation>✓ retenue</translation>
    </message>
    <message>
        <source>✕ Taken twice: {fields}</source>
        <translation>✕ Pris deux fois : {fields}</translation>
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
    <name>ContactForm</name>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-mail</translation>
    </message>
    <message>
        <source>&amp;Function</source>
        <translation>&amp;Fonction</translation>
    </message>
    <message>
        <source>&amp;Mobile</source>
        <translation>&amp;Mobile</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
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
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Nouveau contact</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>Toujours en poste</translation>
    </message>
    <message>
        <source>Without a contact of the role, the e-mail of the file is used.</source>
        <translation>Sans contact pour un rôle, c’est l’e-mail de la fiche qui sert.</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Add who receives invoices, who pays, and who settles disputes.</source>
        <translation>Ajoutez qui reçoit les factures, qui paie et qui règle les litiges.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Mails go to the next in line from now on.</source>
        <translation>Les envois iront désormais au suivant selon la règle.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>No contact yet</source>
        <translation>Pas encore de contact</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>Retirer {name} ?</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Who receives what</source>
        <translation>Qui reçoit quoi</translation>
    </message>
    <message>
        <source>by post to {address}; {rest}</source>
        <translation>par courrier à {address} ; {rest}</translation>
    </message>
    <message>
        <source>{name} (left)</source>
        <translation>{name} (parti)</translation>
    </message>
</context>
<context>
    <name>ContractForm</name>
    <message>
        <source>% each year</source>
        <translation>% par an</translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>&amp;Périodicité</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Premier jour</translation>
    </message>
    <message>
        <source>&amp;Index</source>
        <translation>&amp;Indice</translation>
    </message>
    <message>
        <source>&amp;Invoiced</source>
        <translation>&amp;Facturé</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Dernier jour</translation>
    </message>
    <message>
        <source>&amp;Purchase order</source>
        <translation>&amp;Bon de commande</translation>
    </message>
    <message>
        <source>&amp;Renewal</source>
        <translation>&amp;Reconduction</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>&amp;Objet</translation>
    </message>
    <message>
        <source>Add at least one line.</source>
        <translation>Ajoutez au moins une ligne.</translation>
    </message>
    <message>
        <source>Choose a customer.</source>
        <translation>Choisissez un client.</translation>
    </message>
    <message>
        <source>Create the contract</source>
        <translation>Créer le contrat</translation>
    </message>
    <message>
        <source>Customer: code, name, SIREN or city</source>
        <translation>Client : code, nom, SIREN ou ville</translation>
    </message>
    <message>
        <source>Ends on that day</source>
        <translation>Prend fin ce jour-là</translation>
    </message>
    <message>
        <source>Give a percentage, or an index and its starting value.</source>
        <translation>Indiquez un pourcentage, ou un indice et sa valeur de départ.</translation>
    </message>
    <message>
        <source>In advance</source>
        <translation>À échoir</translation>
    </message>
    <message>
        <source>In arrears</source>
        <translation>À terme échu</translation>
    </message>
    <message>
        <source>Index, such as SYNTEC</source>
        <translation>Indice, par exemple SYNTEC</translation>
    </message>
    <message>
        <source>Its value at the start</source>
        <translation>Sa valeur au départ</translation>
    </message>
    <message>
        <source>New contract</source>
        <translation>Nouveau contrat</translation>
    </message>
    <message>
        <source>Periods &amp;from</source>
        <translation>Périodes à compter d&amp;u</translation>
    </message>
    <message>
        <source>Price &amp;rise</source>
        <translation>&amp;Hausse de prix</translation>
    </message>
    <message>
        <source>Renews by itself for {count} month(s)</source>
        <translation>Tacite reconduction de {count} mois</translation>
    </message>
    <message>
        <source>Starting &amp;value</source>
        <translation>&amp;Valeur de départ</translation>
    </message>
    <message>
        <source>Where periods count from: the first of the month, for a part first period</source>
        <translation>Départ du décompte des périodes : le premier du mois, pour une première période au prorata</translation>
    </message>
    <message>
        <source>Write the first day, such as 01/12/2026.</source>
        <translation>Indiquez le premier jour, par exemple 01/12/2026.</translation>
    </message>
    <message>
        <source>{count} month(s)</source>
        <translation>{count} mois</translation>
    </message>
</context>
<context>
    <name>ContractsPage</name>
    <message>
        <source>A contract invoices the same lines period by period.</source>
        <translation>Un contrat facture les mêmes lignes période après période.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Contract {number} created</source>
        <translation>Contrat {number} créé</translation>
    </message>
    <message>
        <source>Drafts made: {count}</source>
        <translation>Brouillons créés : {count}</translation>
    </message>
    <message>
        <source>Drafts made: {done}. Refused: {refused}.</source>
        <translation>Brouillons créés : {done}. Refusés : {refused}.</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Résilier…</translation>
    </message>
    <message>
        <source>Give the contract its last day</source>
        <translation>Donner au contrat son dernier jour</translation>
    </message>
    <message>
        <source>Invoice the same lines period by period</source>
        <translation>Facturer les mêmes lignes période après période</translation>
    </message>
    <message>
        <source>Make the drafts of all periods that are due, each once</source>
        <translation>Créer les brouillons de toutes les périodes échues, chacun une seule fois</translation>
    </message>
    <message>
        <source>New contract…</source>
        <translation>Nouveau contrat…</translation>
    </message>
    <message>
        <source>No contract owes an invoice today</source>
        <translation>Aucun contrat n’est à facturer aujourd’hui</translation>
    </message>
    <message>
        <source>No recurring contract</source>
        <translation>Aucun contrat récurrent</translation>
    </message>
    <message>
        <source>Prepare what is due</source>
        <translation>Préparer les échéances</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Show the drafts</source>
        <translation>Voir les brouillons</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>CopyPlanForm</name>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>New dunning plan</source>
        <translation>Nouveau plan de relance</translation>
    </message>
    <message>
        <source>Small letters, digits and hyphens, such as key-accounts</source>
        <translation>Lettres minuscules, chiffres et tirets, comme grands-comptes</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>&amp;Bank</source>
        <translation>&amp;Banque</translation>
    </message>
    <message>
        <source>&amp;Drawer</source>
        <translation>&amp;Tireur</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Numéro</translation>
    </message>
    <message>
        <source>&amp;What was wrong</source>
        <translation>&amp;Ce qui était faux</translation>
    </message>
    <message>
        <source>Choose what was wrong with the invoice.</source>
        <translation>Choisissez ce qui était faux dans la facture.</translation>
    </message>
    <message>
        <source>Correct a receipt</source>
        <translation>Corriger un règlement</translation>
    </message>
    <message>
        <source>Due &amp;on</source>
        <translation>Éc&amp;héance</translation>
    </message>
    <message>
        <source>Prepare the corrective invoice</source>
        <translation>Préparer la facture rectificative</translation>
    </message>
    <message>
        <source>Replace invoice {number}</source>
        <translation>Remplacer la facture {number}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The reason is not printed; it counts in the rate of errors.</source>
        <translation>Le motif n’est pas imprimé ; il compte dans le taux d’erreur.</translation>
    </message>
    <message>
        <source>To change the amount, the day or the customer, take the receipt back.</source>
        <translation>Pour changer le montant, la date ou le client, annulez la saisie.</translation>
    </message>
</context>
<context>
    <name>CountForm</name>
    <message>
        <source>Counted</source>
        <translation>Compté</translation>
    </message>
    <message>
        <source>For instance: annual inventory, hall B</source>
        <translation>Par exemple : inventaire annuel, hall B</translation>
    </message>
    <message>
        <source>In the books</source>
        <translation>Théorique</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Inventaire</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Take in the count</source>
        <translation>Valider l’inventaire</translation>
    </message>
    <message>
        <source>This is not a quantity, such as 12.5</source>
        <translation>Ce n’est pas une quantité, par exemple 12,5</translation>
    </message>
    <message>
        <source>Type what was counted; what is left empty stays as it is. Tab goes to the next product.</source>
        <translation>Saisissez ce qui a été compté ; une case vide ne change rien. Tab passe à l’article suivant.</translation>
    </message>
</context>
<context>
    <name>Credit</name>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Beyond the limit</source>
        <translation>Dépassement</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
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
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Encours</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Including tax</source>
        <translation>TTC</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Échu</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
</context>
<context>
    <name>CreditDecisionForm</name>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Jusqu’au</translation>
    </message>
    <message>
        <source>Kept with your name</source>
        <translation>Gardé avec votre nom</translation>
    </message>
</context>
<context>
    <name>CreditForm</name>
    <message>
        <source>&amp;Chosen quantities</source>
        <translation>Des &amp;quantités choisies</translation>
    </message>
    <message>
        <source>&amp;Reason (not printed)</source>
        <translation>&amp;Motif (non imprimé)</translation>
    </message>
    <message>
        <source>&amp;Whole invoice, with its discounts and charges</source>
        <translation>Toute la &amp;facture, avec ses remises et frais</translation>
    </message>
    <message>
        <source>An &amp;amount, excl. tax</source>
        <translation>Un &amp;montant HT</translation>
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
        <source>Say why: it tells which errors to prevent.</source>
        <translation>Dites pourquoi : c’est ce qui montre quelles erreurs éviter.</translation>
    </message>
    <message>
        <source>Shared among the VAT rates of the invoice</source>
        <translation>Réparti entre les taux de TVA de la facture</translation>
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
        <source>This is not an amount, such as 12.50</source>
        <translation>Ce n’est pas un montant, par exemple 12,50</translation>
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
    <name>CreditPage</name>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Ceased on</source>
        <translation>Cessation le</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Crédit</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>Encours autorisé</translation>
    </message>
    <message>
        <source>End of business…</source>
        <translation>Cessation…</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Encours</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Grade…</source>
        <translation>Note…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Group of {name}</source>
        <translation>Groupe {name}</translation>
    </message>
    <message>
        <source>Held orders</source>
        <translation>Commandes bloquées</translation>
    </message>
    <message>
        <source>Limits, grades, holds and agreements will be listed here.</source>
        <translation>Limites, notes, blocages et accords seront listés ici.</translation>
    </message>
    <message>
        <source>Not insured</source>
        <translation>Non assuré</translation>
    </message>
    <message>
        <source>Nothing was decided yet</source>
        <translation>Aucune décision pour l’instant</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>Crédit disponible du client</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Échu</translation>
    </message>
    <message>
        <source>Reviewed on</source>
        <translation>Revue le</translation>
    </message>
    <message>
        <source>Set the limit…</source>
        <translation>Fixer la limite…</translation>
    </message>
    <message>
        <source>it was {grade}</source>
        <translation>auparavant {grade}</translation>
    </message>
    <message>
        <source>none set</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>depuis le {date}</translation>
    </message>
</context>
<context>
    <name>CreditRulesDialog</name>
    <message>
        <source>&amp;Near the limit from</source>
        <translation>&amp;Près de la limite à partir de</translation>
    </message>
    <message>
        <source>&amp;Review limits every (months)</source>
        <translation>&amp;Revoir les limites tous les (mois)</translation>
    </message>
    <message>
        <source>An &amp;agreement lasts (days)</source>
        <translation>Un &amp;accord dure (jours)</translation>
    </message>
    <message>
        <source>Approval limits</source>
        <translation>Plafonds d’accord</translation>
    </message>
    <message>
        <source>Credit rules</source>
        <translation>Règles de crédit</translation>
    </message>
    <message>
        <source>Credit rules kept</source>
        <translation>Règles de crédit gardées</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>Default rules</source>
        <translation>Règles par défaut</translation>
    </message>
    <message>
        <source>Keep the rules</source>
        <translation>Garder les règles</translation>
    </message>
    <message>
        <source>Overdue for more than (&amp;days)</source>
        <translation>Échu depuis plus de (&amp;jours)</translation>
    </message>
    <message>
        <source>The strictest rule that applies wins. Deposit: held until the money is on account. Approval: held until somebody agrees within the approval limits. Hold: only somebody without a limit may agree.</source>
        <translation>La règle la plus stricte l’emporte. Acompte&#xa0;: bloquée jusqu’à l’arrivée de l’argent. Accord&#xa0;: bloquée jusqu’à l’accord d’une personne dont le plafond suffit. Bloquer&#xa0;: seule une personne sans plafond peut accorder.</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Seuils</translation>
    </message>
    <message>
        <source>… and coming to &amp;more than</source>
        <translation>… et au-delà de (&amp;montant)</translation>
    </message>
</context>
<context>
    <name>CreditorForm</name>
    <message>
        <source>&amp;Creditor identifier (ICS)</source>
        <translation>Identifiant &amp;créancier (ICS)</translation>
    </message>
    <message>
        <source>Creditor of direct debits</source>
        <translation>Créancier des prélèvements</translation>
    </message>
    <message>
        <source>Days of &amp;notice</source>
        <translation>Jours de &amp;préavis</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>An invoice of today would fall due on {day}</source>
        <translation>Une facture d’aujourd’hui serait due le {day}</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Customer {code}</source>
        <translation>Client {code}</translation>
    </message>
    <message>
        <source>Keep the file without making it active, to complete it later</source>
        <translation>Garder la fiche sans l’activer, pour la compléter plus tard</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save as a draft</source>
        <translation>Enregistrer en brouillon</translation>
    </message>
    <message>
        <source>Take {number}, which follows from the SIREN</source>
        <translation>Prendre {number}, déduit du SIREN</translation>
    </message>
    <message>
        <source>{code} · {name}</source>
        <translation>{code} · {name}</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Choose a customer to see the file.</source>
        <translation>Choisissez un client pour voir sa fiche.</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>Encours autorisé</translation>
    </message>
    <message>
        <source>Delivered, not invoiced: {amount}</source>
        <translation>Livré non facturé&#xa0;: {amount}</translation>
    </message>
    <message>
        <source>Exceeded by {amount}</source>
        <translation>Dépassé de {amount}</translation>
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
        <source>On order</source>
        <translation>En commande</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Reste dû</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Échu</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>Attached</source>
        <translation>Pièces jointes</translation>
    </message>
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
        <source>File</source>
        <translation>Fiche</translation>
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
    <message>
        <source>archived</source>
        <translation>archivé</translation>
    </message>
</context>
<context>
    <name>CustomersTab</name>
    <message>
        <source>Active</source>
        <translation>Actifs</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Toutes les fiches</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivés</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqués</translation>
    </message>
    <message>
        <source>Change the customer&apos;s file</source>
        <translation>Modifier la fiche du client</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
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
        <source>It is another customer</source>
        <translation>C’est un autre client</translation>
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
        <source>Show the customer&apos;s statement of account; save it, or send it</source>
        <translation>Montrer le relevé de compte du client ; l’enregistrer ou l’envoyer</translation>
    </message>
    <message>
        <source>State of the file</source>
        <translation>État de la fiche</translation>
    </message>
    <message>
        <source>Statement…</source>
        <translation>Relevé…</translation>
    </message>
    <message>
        <source>Take in customers from a CSV or XLSX file</source>
        <translation>Reprendre des clients d’un fichier CSV ou XLSX</translation>
    </message>
    <message>
        <source>To validate</source>
        <translation>À valider</translation>
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
    <name>DebitColumns</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Account to credit</source>
        <translation>Compte crédité</translation>
    </message>
    <message>
        <source>All collections</source>
        <translation>Toutes les remises</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Revenus</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Day of the debit</source>
        <translation>Date du prélèvement</translation>
    </message>
    <message>
        <source>Debits</source>
        <translation>Prélèvements</translation>
    </message>
    <message>
        <source>Lapses</source>
        <translation>Caduc le</translation>
    </message>
    <message>
        <source>Last debit</source>
        <translation>Dernier débit</translation>
    </message>
    <message>
        <source>Mandate (RUM)</source>
        <translation>Mandat (RUM)</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signé le</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>DebitsPage</name>
    <message>
        <source>Book the bank lines that carry the reference of one of our debits</source>
        <translation>Comptabiliser les lignes de banque qui portent la référence d’un de nos prélèvements</translation>
    </message>
    <message>
        <source>Collect again…</source>
        <translation>Prélever de nouveau…</translation>
    </message>
    <message>
        <source>Creditor…</source>
        <translation>Créancier…</translation>
    </message>
    <message>
        <source>Debits that came back</source>
        <translation>Prélèvements revenus</translation>
    </message>
    <message>
        <source>File for the bank</source>
        <translation>Fichier pour la banque</translation>
    </message>
    <message>
        <source>File for the bank…</source>
        <translation>Fichier pour la banque…</translation>
    </message>
    <message>
        <source>Form to sign</source>
        <translation>Formulaire à signer</translation>
    </message>
    <message>
        <source>Form to sign…</source>
        <translation>Formulaire à signer…</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Have the form signed, then keep the mandate here.</source>
        <translation>Faites signer le formulaire, puis enregistrez le mandat ici.</translation>
    </message>
    <message>
        <source>Keep a mandate that a customer signed</source>
        <translation>Enregistrer un mandat signé par un client</translation>
    </message>
    <message>
        <source>Keep the signed mandates below, then collect what falls due.</source>
        <translation>Enregistrez ci-dessous les mandats signés, puis prélevez ce qui arrive à échéance.</translation>
    </message>
    <message>
        <source>Mandate {rum} kept</source>
        <translation>Mandat {rum} enregistré</translation>
    </message>
    <message>
        <source>Mandates</source>
        <translation>Mandats</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Nouvelle remise…</translation>
    </message>
    <message>
        <source>New mandate…</source>
        <translation>Nouveau mandat…</translation>
    </message>
    <message>
        <source>No collection yet</source>
        <translation>Aucune remise</translation>
    </message>
    <message>
        <source>No mandate yet</source>
        <translation>Aucun mandat</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Pay credit notes and money on account out by transfer</source>
        <translation>Rembourser par virement les avoirs et les règlements d’avance</translation>
    </message>
    <message>
        <source>Put a notice of each debit in the outbox, each once</source>
        <translation>Mettre un avis de chaque prélèvement dans la boîte d’envoi, une seule fois</translation>
    </message>
    <message>
        <source>Refunds…</source>
        <translation>Remboursements…</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Révoquer</translation>
    </message>
    <message>
        <source>SEPA files (*.xml)</source>
        <translation>Fichiers SEPA (*.xml)</translation>
    </message>
    <message>
        <source>Take the invoices that fall due of customers with a mandate</source>
        <translation>Prendre les factures qui arrivent à échéance des clients ayant un mandat</translation>
    </message>
    <message>
        <source>Tell the payers</source>
        <translation>Prévenir les clients</translation>
    </message>
    <message>
        <source>Tell the payers next, then write the file for the bank.</source>
        <translation>Prévenez maintenant les clients, puis écrivez le fichier pour la banque.</translation>
    </message>
    <message>
        <source>The bank does not have it: its invoices are open again</source>
        <translation>La banque ne l’a pas : ses factures sont de nouveau ouvertes</translation>
    </message>
    <message>
        <source>The company&apos;s creditor identifier and days of notice</source>
        <translation>L’identifiant créancier de la société et ses jours de préavis</translation>
    </message>
    <message>
        <source>The customer took the mandate back</source>
        <translation>Le client a révoqué le mandat</translation>
    </message>
    <message>
        <source>The mandate was looked at after a return</source>
        <translation>Le mandat a été vérifié après un retour</translation>
    </message>
    <message>
        <source>The payers were not told</source>
        <translation>Les clients n’ont pas été prévenus</translation>
    </message>
    <message>
        <source>They know otherwise: write the file</source>
        <translation>Ils le savent autrement : écrire le fichier</translation>
    </message>
    <message>
        <source>Write the collection as pain.008; again the same file afterwards</source>
        <translation>Écrire la remise en pain.008 ; ensuite, à nouveau le même fichier</translation>
    </message>
    <message>
        <source>Write the form of the selected mandate&apos;s customer as PDF</source>
        <translation>Écrire en PDF le formulaire du client du mandat choisi</translation>
    </message>
    <message>
        <source>{numbers} prepared</source>
        <translation>{numbers} préparée(s)</translation>
    </message>
</context>
<context>
    <name>DebitsPresenter</name>
    <message>
        <source>Collection {number} given up</source>
        <translation>Remise {number} abandonnée</translation>
    </message>
    <message>
        <source>Its invoices are free for another one.</source>
        <translation>Ses factures sont libres pour une autre.</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>Écartées :</translation>
    </message>
    <message>
        <source>Mandate {rum} revoked</source>
        <translation>Mandat {rum} révoqué</translation>
    </message>
    <message>
        <source>No bank line takes a debit back.</source>
        <translation>Aucune ligne de banque n’annule un prélèvement.</translation>
    </message>
    <message>
        <source>Nothing to collect.</source>
        <translation>Rien à prélever.</translation>
    </message>
    <message>
        <source>Telling the payers</source>
        <translation>Envoi des avis de prélèvement</translation>
    </message>
    <message>
        <source>Their invoices are open again.</source>
        <translation>Leurs factures sont de nouveau ouvertes.</translation>
    </message>
    <message>
        <source>{count} debit(s) came back</source>
        <translation>{count} prélèvement(s) revenu(s)</translation>
    </message>
    <message>
        <source>{count} debit(s), {amount} in all, on {day}</source>
        <translation>{count} prélèvement(s), {amount} en tout, le {day}</translation>
    </message>
    <message>
        <source>{count} notice(s) put in the outbox</source>
        <translation>{count} avis mis dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>{name} written</source>
        <translation>{name} écrit</translation>
    </message>
    <message>
        <source>{name} written: hand it to your bank</source>
        <translation>{name} écrit : remettez-le à votre banque</translation>
    </message>
    <message>
        <source>{number} is settled until the bank says otherwise.</source>
        <translation>{number} est soldée, sauf retour de la banque.</translation>
    </message>
</context>
<context>
    <name>DecisionsPresenter</name>
    <message>
        <source>Sending reminders</source>
        <translation>Envoi des relances</translation>
    </message>
    <message>
        <source>Skipping reminders</source>
        <translation>Relances sautées</translation>
    </message>
</context>
<context>
    <name>DelaysPage</name>
    <message>
        <source>Confirmed orders stand here with the days of each stage.</source>
        <translation>Les commandes confirmées figurent ici avec les jours de chaque étape.</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>12 derniers mois</translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation>3 derniers mois</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>Commandes en retard</translation>
    </message>
    <message>
        <source>No order in this period</source>
        <translation>Aucune commande sur cette période</translation>
    </message>
    <message>
        <source>No order is late</source>
        <translation>Aucune commande en retard</translation>
    </message>
    <message>
        <source>Open the place where the late order is settled</source>
        <translation>Ouvrir l’endroit où la commande en retard se traite</translation>
    </message>
    <message>
        <source>Orders of the period</source>
        <translation>Commandes de la période</translation>
    </message>
    <message>
        <source>Orders past the date promised, wished or usual stand here.</source>
        <translation>Les commandes dont la date promise, souhaitée ou habituelle est passée figurent ici.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Traiter…</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>Depuis le début</translation>
    </message>
    <message>
        <source>median {median} d · {orders} orders</source>
        <translation>médiane {median} j · {orders} commandes</translation>
    </message>
    <message>
        <source>no order yet</source>
        <translation>aucune commande</translation>
    </message>
    <message>
        <source>slowest stage · {remark}</source>
        <translation>étape la plus lente · {remark}</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} j</translation>
    </message>
</context>
<context>
    <name>DeliveriesPage</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Cancel delivery {number}</source>
        <translation>Annuler la livraison {number}</translation>
    </message>
    <message>
        <source>Cancel delivery…</source>
        <translation>Annuler la livraison…</translation>
    </message>
    <message>
        <source>Cancel the delivery</source>
        <translation>Annuler la livraison</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulées</translation>
    </message>
    <message>
        <source>Choose a delivery to see its note.</source>
        <translation>Choisissez une livraison pour voir son bon.</translation>
    </message>
    <message>
        <source>Deliver a confirmed order, and the delivery stands here.</source>
        <translation>Livrez une commande confirmée : la livraison s’inscrit ici.</translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation>Bon de livraison</translation>
    </message>
    <message>
        <source>Delivery {number} cancelled</source>
        <translation>Livraison {number} annulée</translation>
    </message>
    <message>
        <source>Everything delivered is invoiced</source>
        <translation>Tout ce qui est livré est facturé</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Facturé</translation>
    </message>
    <message>
        <source>Invoice…</source>
        <translation>Facturer…</translation>
    </message>
    <message>
        <source>Note goods that come back</source>
        <translation>Noter de la marchandise qui revient</translation>
    </message>
    <message>
        <source>Note of {number} is in the outbox</source>
        <translation>Le bon de livraison {number} est dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Note of {number} saved</source>
        <translation>Bon de livraison {number} enregistré</translation>
    </message>
    <message>
        <source>Open the deliveries in the invoicing tab</source>
        <translation>Ouvrir les livraisons dans l’onglet Facturation</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Proof of delivery</source>
        <translation>Preuve de livraison</translation>
    </message>
    <message>
        <source>Put the delivery note in the outbox</source>
        <translation>Mettre le bon de livraison dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Return of {number} noted</source>
        <translation>Retour de {number} noté</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Retour…</translation>
    </message>
    <message>
        <source>Save note…</source>
        <translation>Enregistrer le bon…</translation>
    </message>
    <message>
        <source>Save the delivery note</source>
        <translation>Enregistrer le bon de livraison</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Envoyer de nouveau</translation>
    </message>
    <message>
        <source>Send note…</source>
        <translation>Envoyer le bon…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>The goods go back into stock and the order waits for them again. The number stays, marked as cancelled. Why?</source>
        <translation>La marchandise revient en stock et la commande l’attend à nouveau. Le numéro reste, marqué annulé. Pourquoi ?</translation>
    </message>
    <message>
        <source>To invoice</source>
        <translation>À facturer</translation>
    </message>
    <message>
        <source>Undo a delivery that is not invoiced</source>
        <translation>Annuler une livraison non facturée</translation>
    </message>
    <message>
        <source>Write the delivery note as PDF</source>
        <translation>Écrire le bon de livraison en PDF</translation>
    </message>
</context>
<context>
    <name>DeliveryForm</name>
    <message>
        <source>&amp;Carrier</source>
        <translation>&amp;Transporteur</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>&amp;Tracking number</source>
        <translation>N° de &amp;suivi</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Livrer</translation>
    </message>
    <message>
        <source>Deliver order {number}</source>
        <translation>Livrer la commande {number}</translation>
    </message>
    <message>
        <source>Deliver what is available, rest as back-order</source>
        <translation>Livrer le disponible, le reste en reliquat</translation>
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
        <source>On hand</source>
        <translation>En stock</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Commandé</translation>
    </message>
    <message>
        <source>Printed on the delivery note</source>
        <translation>Imprimé sur le bon de livraison</translation>
    </message>
    <message>
        <source>Puts in what is on hand of each line, and delivers</source>
        <translation>Reprend le stock de chaque ligne, et livre</translation>
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
    <name>DepositsPage</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Answer: {answer}</source>
        <translation>Réponse : {answer}</translation>
    </message>
    <message>
        <source>Ask for answers</source>
        <translation>Relever les réponses</translation>
    </message>
    <message>
        <source>Choose the platform</source>
        <translation>Choisir la plateforme</translation>
    </message>
    <message>
        <source>Choose the platform and its access</source>
        <translation>Choisir la plateforme et son accès</translation>
    </message>
    <message>
        <source>Choose your platform, then deposit issued documents from their list: E-invoice…, Deposit on the platform.</source>
        <translation>Choisissez votre plateforme, puis déposez les pièces émises depuis leur liste : Facture électronique…, Déposer sur la plateforme.</translation>
    </message>
    <message>
        <source>Deposit now</source>
        <translation>Déposer maintenant</translation>
    </message>
    <message>
        <source>Deposited</source>
        <translation>Déposé</translation>
    </message>
    <message>
        <source>E-reporting…</source>
        <translation>E-reporting…</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Hand everything that waits to the platform</source>
        <translation>Remettre à la plateforme tout ce qui attend</translation>
    </message>
    <message>
        <source>Have the selected deposits that failed leave once more</source>
        <translation>Faire repartir les dépôts sélectionnés qui ont échoué</translation>
    </message>
    <message>
        <source>Never deposit the selected one, or be done with its refusal</source>
        <translation>Ne jamais déposer la ligne choisie, ou classer son refus</translation>
    </message>
    <message>
        <source>No news</source>
        <translation>Rien de nouveau</translation>
    </message>
    <message>
        <source>Nothing deposited yet</source>
        <translation>Aucun dépôt pour l’instant</translation>
    </message>
    <message>
        <source>Nothing waited for the platform</source>
        <translation>Rien n’attendait la plateforme</translation>
    </message>
    <message>
        <source>Platform…</source>
        <translation>Plateforme…</translation>
    </message>
    <message>
        <source>Sales that no e-invoice tells the State, period by period</source>
        <translation>Les ventes qu’aucune facture électronique ne déclare, période par période</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>The platform could not take everything</source>
        <translation>La plateforme n’a pas tout pris</translation>
    </message>
    <message>
        <source>The platform was asked</source>
        <translation>Réponses relevées</translation>
    </message>
    <message>
        <source>They leave with the next deposit</source>
        <translation>Ils repartent avec le prochain dépôt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>What the platform thinks of the deposits, and the statuses that came</source>
        <translation>Ce que la plateforme dit des dépôts, et les statuts arrivés</translation>
    </message>
    <message>
        <source>messages not understood: {count}</source>
        <translation>messages non compris : {count}</translation>
    </message>
    <message>
        <source>statuses taken in: {count}</source>
        <translation>statuts pris en compte : {count}</translation>
    </message>
    <message>
        <source>{name} given up</source>
        <translation>{name} abandonné</translation>
    </message>
</context>
<context>
    <name>DepositsPresenter</name>
    <message>
        <source>Asking the platform</source>
        <translation>Relève auprès de la plateforme</translation>
    </message>
    <message>
        <source>Depositing on the platform</source>
        <translation>Dépôt sur la plateforme</translation>
    </message>
    <message>
        <source>Preparing the deposits</source>
        <translation>Préparation des dépôts</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Choose a statement line to see what it pays.</source>
        <translation>Choisissez une ligne de relevé pour voir ce qu’elle règle.</translation>
    </message>
    <message>
        <source>Money out: post it to a ledger account (Ctrl+L), set it aside with a reason, or look under «Other settlements» for a refund or a payment returned.</source>
        <translation>Sortie d’argent : imputez-la à un compte comptable (Ctrl+L), écartez-la avec un motif, ou voyez « Autres règlements » pour un remboursement ou un rejet.</translation>
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
        <source>{count} lines selected: they can be posted or set aside together.</source>
        <translation>{count} lignes sélectionnées : elles peuvent être imputées ou mises de côté ensemble.</translation>
    </message>
</context>
<context>
    <name>DeskActions</name>
    <message>
        <source>Accept all ≥ 95 %</source>
        <translation>Tout valider ≥ 95 %</translation>
    </message>
    <message>
        <source>Accept and next</source>
        <translation>Valider et suivant</translation>
    </message>
    <message>
        <source>Bank tables remembered…</source>
        <translation>Tableaux de banque mémorisés…</translation>
    </message>
    <message>
        <source>Import statements…</source>
        <translation>Importer des relevés…</translation>
    </message>
    <message>
        <source>Keep on a customer&apos;s account…</source>
        <translation>Garder sur le compte d’un client…</translation>
    </message>
    <message>
        <source>Lay a credit on invoices…</source>
        <translation>Imputer un crédit sur des factures…</translation>
    </message>
    <message>
        <source>Learnt…</source>
        <translation>Appris…</translation>
    </message>
    <message>
        <source>On account, refunds, payments returned, credits laid on invoices</source>
        <translation>Règlements sur compte, remboursements, rejets, imputation d’avoirs</translation>
    </message>
    <message>
        <source>Other imports</source>
        <translation>Autres imports</translation>
    </message>
    <message>
        <source>Other settlements</source>
        <translation>Autres règlements</translation>
    </message>
    <message>
        <source>Payment returned by the bank…</source>
        <translation>Règlement rejeté par la banque…</translation>
    </message>
    <message>
        <source>Post every proposal that leaves no doubt</source>
        <translation>Comptabiliser toutes les propositions qui ne laissent aucun doute</translation>
    </message>
    <message>
        <source>Post the selected lines to a ledger account</source>
        <translation>Imputer les lignes sélectionnées à un compte comptable</translation>
    </message>
    <message>
        <source>Post…</source>
        <translation>Imputer…</translation>
    </message>
    <message>
        <source>Read a table with the assistant…</source>
        <translation>Lire un tableau avec l’assistant…</translation>
    </message>
    <message>
        <source>Refund to a customer…</source>
        <translation>Rembourser un client…</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Règles…</translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>Mettre de côté…</translation>
    </message>
    <message>
        <source>Tables of banks, and the folder watched for statements</source>
        <translation>Tableaux des banques, et dossier surveillé pour les relevés</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Annuler la saisie</translation>
    </message>
    <message>
        <source>Take in statement files of the bank; they may also be dropped here</source>
        <translation>Prendre des fichiers de relevé de la banque ; ils peuvent aussi être déposés ici</translation>
    </message>
    <message>
        <source>Take in the watched folder</source>
        <translation>Importer le dossier surveillé</translation>
    </message>
    <message>
        <source>Undo the allocation</source>
        <translation>Annuler l’affectation</translation>
    </message>
    <message>
        <source>Watched folder…</source>
        <translation>Dossier surveillé…</translation>
    </message>
    <message>
        <source>What your confirmations taught about who pays how</source>
        <translation>Ce que vos validations ont appris sur la façon de payer de chacun</translation>
    </message>
    <message>
        <source>Which lines go to which ledger account by themselves</source>
        <translation>Quelles lignes vont d’elles-mêmes à quel compte comptable</translation>
    </message>
</context>
<context>
    <name>DifferenceLimitsDialog</name>
    <message>
        <source>&amp;Bank charges, assumed up to</source>
        <translation>Frais &amp;bancaires, supposés jusqu’à</translation>
    </message>
    <message>
        <source>&amp;Discount agreed, give or take</source>
        <translation>&amp;Escompte convenu, à tant près</translation>
    </message>
    <message>
        <source>&amp;Rounding, written off up to</source>
        <translation>A&amp;rrondi, soldé jusqu’à</translation>
    </message>
    <message>
        <source>Keep the limits</source>
        <translation>Enregistrer les limites</translation>
    </message>
    <message>
        <source>Limits kept</source>
        <translation>Limites enregistrées</translation>
    </message>
    <message>
        <source>Limits of differences</source>
        <translation>Limites des écarts</translation>
    </message>
    <message>
        <source>They hold for matching and for allocation by hand. Rounding within the limit is written off without a question; bank charges and discount are posted by the program only where their own rules say so.</source>
        <translation>Elles valent pour le rapprochement et pour l’affectation à la main. Un arrondi dans la limite est soldé sans question ; frais bancaires et escompte ne sont imputés par le programme que selon leurs propres règles.</translation>
    </message>
    <message>
        <source>… and up to this &amp;share of what is owed</source>
        <translation>… et jusqu’à cette &amp;part du dû</translation>
    </message>
</context>
<context>
    <name>Dispatch</name>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>Sous zéro</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Transporteur</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Avoir</translation>
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
        <source>Days late</source>
        <translation>Jours de retard</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Livré</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Prévue le</translation>
    </message>
    <message>
        <source>Excluding tax</source>
        <translation>Total HT</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Au total</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>En stock</translation>
    </message>
    <message>
        <source>Invoiced</source>
        <translation>Facturé</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>En stock</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Bloquée</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Commandé</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>Commandé le</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>N° de commande client</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Reorder point</source>
        <translation>Seuil de réappro.</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Réservé</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Insuffisant</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>To credit</source>
        <translation>Avoir à faire</translation>
    </message>
    <message>
        <source>To invoice</source>
        <translation>À facturer</translation>
    </message>
    <message>
        <source>To reorder</source>
        <translation>À réapprovisionner</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>What keeps it</source>
        <translation>Ce qui bloque</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>convenue</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>habituelle</translation>
    </message>
</context>
<context>
    <name>DispatchArea</name>
    <message>
        <source>Back-orders</source>
        <translation>Reliquats</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Livraisons</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Retours</translation>
    </message>
</context>
<context>
    <name>DispatchPresenter</name>
    <message>
        <source>Delivering</source>
        <translation>Livraison en cours</translation>
    </message>
</context>
<context>
    <name>DisputeBoard</name>
    <message>
        <source>Ctrl+← and Ctrl+→ move a card, Enter settles it</source>
        <translation>Ctrl+← et Ctrl+→ déplacent une carte, Entrée la règle</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>avant le {day}</translation>
    </message>
</context>
<context>
    <name>DisputeCausesDialog</name>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>Ar&amp;chive</source>
        <translation>Ar&amp;chiver</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Causes of disputes</source>
        <translation>Causes de litige</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Under each reason stand your own causes. An archived one is offered no more; disputes that have it keep it.</source>
        <translation>Sous chaque motif se rangent vos propres causes. Une cause archivée n’est plus proposée ; les litiges qui la portent la gardent.</translation>
    </message>
    <message>
        <source>{title} (archived)</source>
        <translation>{title} (archivée)</translation>
    </message>
</context>
<context>
    <name>DisputesPage</name>
    <message>
        <source>Board</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Causes…</source>
        <translation>Causes…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Credit note, replacement or letter; the invoice is reminded of again</source>
        <translation>Avoir, remplacement ou courrier ; la facture est de nouveau relancée</translation>
    </message>
    <message>
        <source>Dispute settled by {number}</source>
        <translation>Litige réglé par {number}</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
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
        <source>Settle…</source>
        <translation>Régler…</translation>
    </message>
    <message>
        <source>When a customer contests an invoice, note it here.</source>
        <translation>Quand un client conteste une facture, notez-le ici.</translation>
    </message>
    <message>
        <source>Who, by when, how far</source>
        <translation>Qui, pour quand, où il en est</translation>
    </message>
</context>
<context>
    <name>DocumentDeposits</name>
    <message>
        <source>Deposit on the platform</source>
        <translation>Déposer sur la plateforme</translation>
    </message>
    <message>
        <source>Deposited on the platform</source>
        <translation>Déposé sur la plateforme</translation>
    </message>
    <message>
        <source>To be deposited: {done}. Not deposited: {refused}.</source>
        <translation>À déposer : {done}. Non déposées : {refused}.</translation>
    </message>
    <message>
        <source>Waits for the platform</source>
        <translation>En attente de la plateforme</translation>
    </message>
</context>
<context>
    <name>DocumentMailing</name>
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
        <translation>Dans la boîte d’envoi : {done}. Non envoyés : {refused}.</translation>
    </message>
    <message>
        <source>Not sent: {count}</source>
        <translation>Non envoyés : {count}</translation>
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
        <source>They leave with the next sending.</source>
        <translation>Ils partent au prochain envoi.</translation>
    </message>
</context>
<context>
    <name>DocumentMenu</name>
    <message>
        <source>Check</source>
        <translation>Contrôler</translation>
    </message>
    <message>
        <source>Deposit on the platform</source>
        <translation>Déposer sur la plateforme</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save as Factur-X (PDF with XML)…</source>
        <translation>Enregistrer le Factur-X (PDF avec XML)…</translation>
    </message>
    <message>
        <source>Save the XML in CII…</source>
        <translation>Enregistrer le XML en CII…</translation>
    </message>
    <message>
        <source>Save the XML in UBL…</source>
        <translation>Enregistrer le XML en UBL…</translation>
    </message>
    <message>
        <source>Save the e-invoice</source>
        <translation>Enregistrer la facture électronique</translation>
    </message>
    <message>
        <source>{number} saved</source>
        <translation>{number} enregistré</translation>
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
    <name>DocumentsPage</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
</context>
<context>
    <name>DraftsPage</name>
    <message>
        <source>A delivery behind a draft can be invoiced again.</source>
        <translation>La livraison d’un brouillon pourra être facturée de nouveau.</translation>
    </message>
    <message>
        <source>By e-mail at once, by their rule: {count}.</source>
        <translation>Envoyés aussitôt par courriel, selon leur règle : {count}.</translation>
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
        <source>Customers whose rule is to ask at issue</source>
        <translation>Clients dont la règle est de demander à l’émission</translation>
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
        <source>Give the selected drafts their numbers, and put them in the outbox</source>
        <translation>Numéroter les brouillons sélectionnés, et les mettre dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>In the outbox: {count}</source>
        <translation>Dans la boîte d’envoi : {count}</translation>
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
        <source>Issue and send</source>
        <translation>Émettre et envoyer</translation>
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
        <source>Look at a Factur-X, CII or UBL file, check it, make a draft of it</source>
        <translation>Lire un fichier Factur-X, CII ou UBL, le contrôler, en tirer un brouillon</translation>
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
        <source>Pro forma…</source>
        <translation>Pro forma…</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>N° de commande client</translation>
    </message>
    <message>
        <source>Put {count} in the outbox as well</source>
        <translation>Mettre aussi {count} document(s) dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Read an e-invoice…</source>
        <translation>Lire une facture électronique…</translation>
    </message>
    <message>
        <source>Show the issued documents</source>
        <translation>Voir les documents émis</translation>
    </message>
    <message>
        <source>Show what the invoice would say: for a letter of credit, or customs</source>
        <translation>Montrer ce que dirait la facture : pour un crédit documentaire ou la douane</translation>
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
    <message>
        <source>Without an e-mail address: {count}</source>
        <translation>Sans adresse électronique : {count}</translation>
    </message>
</context>
<context>
    <name>DuplicateHints</name>
    <message>
        <source>Leave this form and show the customer that is here</source>
        <translation>Quitter ce formulaire et afficher le client existant</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir la fiche</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Because</source>
        <translation>Parce que</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Compare both files, and make one of them</source>
        <translation>Comparer les deux fiches et n’en faire qu’une</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Ressemblance</translation>
    </message>
    <message>
        <source>Looking for duplicates…</source>
        <translation>Recherche de doublons…</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Ressemble à</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Fusionner…</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>Aucun doublon</translation>
    </message>
    <message>
        <source>No two files share a number, an account, a name or a place.</source>
        <translation>Aucune paire de fiches n’a en commun un numéro, un compte, un nom ou un lieu.</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>Pas un doublon</translation>
    </message>
    <message>
        <source>Open the first</source>
        <translation>Ouvrir la première</translation>
    </message>
    <message>
        <source>Open the second</source>
        <translation>Ouvrir la seconde</translation>
    </message>
    <message>
        <source>Pairs to look at: {count}</source>
        <translation>Paires à examiner : {count}</translation>
    </message>
    <message>
        <source>Show the first file of the pair</source>
        <translation>Afficher la première fiche de la paire</translation>
    </message>
    <message>
        <source>Show the second file of the pair</source>
        <translation>Afficher la seconde fiche de la paire</translation>
    </message>
    <message>
        <source>They are two customers; the pair is not listed again</source>
        <translation>Ce sont deux clients ; la paire n’est plus proposée</translation>
    </message>
    <message>
        <source>almost sure, {score}</source>
        <translation>presque sûr, {score}</translation>
    </message>
    <message>
        <source>possible, {score}</source>
        <translation>possible, {score}</translation>
    </message>
</context>
<context>
    <name>EReporting</name>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Opérations</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Transmission</source>
        <translation>Transmission</translation>
    </message>
</context>
<context>
    <name>EReportingDialog</name>
    <message>
        <source>Deposit on the platform</source>
        <translation>Déposer sur la plateforme</translation>
    </message>
    <message>
        <source>E-reporting</source>
        <translation>E-reporting</translation>
    </message>
    <message>
        <source>Folder of the file</source>
        <translation>Dossier du fichier</translation>
    </message>
    <message>
        <source>Nothing of this period is to be told.</source>
        <translation>Rien à déclarer pour cette période.</translation>
    </message>
    <message>
        <source>Nothing to tell</source>
        <translation>Rien à déclarer</translation>
    </message>
    <message>
        <source>Periods begin with the first document issued.</source>
        <translation>Les périodes commencent avec la première pièce émise.</translation>
    </message>
    <message>
        <source>Prepare the transmission of the selected period, and write it</source>
        <translation>Préparer la transmission de la période choisie et l’écrire</translation>
    </message>
    <message>
        <source>Prepare the transmission, and queue it for the platform</source>
        <translation>Préparer la transmission et la mettre en file pour la plateforme</translation>
    </message>
    <message>
        <source>Preparing the transmission</source>
        <translation>Préparation de la transmission</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>Écrire le fichier…</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
    <message>
        <source>{number} waits for the platform: «Deposit now» sends it.</source>
        <translation>{number} attend la plateforme : « Déposer maintenant » l’envoie.</translation>
    </message>
</context>
<context>
    <name>EditDisputeDialog</name>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Contested &amp;amount</source>
        <translation>Montant con&amp;testé</translation>
    </message>
    <message>
        <source>Customer&apos;s &amp;words</source>
        <translation>&amp;Propos du client</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Litige</translation>
    </message>
    <message>
        <source>In &amp;charge</source>
        <translation>Res&amp;ponsable</translation>
    </message>
    <message>
        <source>S&amp;tage</source>
        <translation>É&amp;tape</translation>
    </message>
    <message>
        <source>To &amp;settle by</source>
        <translation>À &amp;régler avant le</translation>
    </message>
</context>
<context>
    <name>ElectronicSection</name>
    <message>
        <source>Chorus Pro, public bodies</source>
        <translation>Chorus Pro, organismes publics</translation>
    </message>
    <message>
        <source>Commitment number</source>
        <translation>N° d’engagement</translation>
    </message>
    <message>
        <source>E-invoicing</source>
        <translation>Facturation électronique</translation>
    </message>
    <message>
        <source>E-invoicing address</source>
        <translation>Adresse de facturation électronique</translation>
    </message>
    <message>
        <source>Scheme (EAS)</source>
        <translation>Type d’adresse (EAS)</translation>
    </message>
    <message>
        <source>Service code</source>
        <translation>Code service</translation>
    </message>
    <message>
        <source>The SIREN, or SIREN_suffix, as in the directory</source>
        <translation>Le SIREN, ou SIREN_suffixe, comme dans l’annuaire</translation>
    </message>
    <message>
        <source>XML attached to e-mails</source>
        <translation>XML joint aux courriels</translation>
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
    <name>EndContract</name>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Dernier jour</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>End contract {number}</source>
        <translation>Résilier le contrat {number}</translation>
    </message>
    <message>
        <source>End the contract</source>
        <translation>Résilier le contrat</translation>
    </message>
    <message>
        <source>Write the last day, such as 31/12/2026.</source>
        <translation>Indiquez le dernier jour, par exemple 31/12/2026.</translation>
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
    <name>Export</name>
    <message>
        <source>Export the list</source>
        <translation>Exporter la liste</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>Exporter la liste…</translation>
    </message>
    <message>
        <source>List written to {name}</source>
        <translation>Liste écrite dans {name}</translation>
    </message>
    <message>
        <source>There is no list on show to export.</source>
        <translation>Aucune liste à exporter ici.</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;Text (*.csv)</source>
        <translation>Classeur (*.xlsx);;Texte (*.csv)</translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation>Écriture de la liste</translation>
    </message>
</context>
<context>
    <name>ExportArchiveDialog</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>E&amp;xercice</translation>
    </message>
    <message>
        <source>Archive of a year</source>
        <translation>Archive d’un exercice</translation>
    </message>
    <message>
        <source>Choose where the file goes.</source>
        <translation>Choisissez où va le fichier.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Every invoice and credit note exactly as issued, PDF and XML, with an index and the hashes by which anybody can check them. The year is the one in which the financial year begins.</source>
        <translation>Chaque facture et chaque avoir tels qu’émis, PDF et XML, avec un index et les empreintes par lesquelles chacun peut les contrôler. L’année est celle où l’exercice commence.</translation>
    </message>
    <message>
        <source>File of the archive</source>
        <translation>Fichier de l’archive</translation>
    </message>
    <message>
        <source>Write the archive</source>
        <translation>Écrire l’archive</translation>
    </message>
    <message>
        <source>ZIP archive (*.zip)</source>
        <translation>Archive ZIP (*.zip)</translation>
    </message>
    <message>
        <source>issued documents {year}</source>
        <translation>pièces émises {year}</translation>
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
        <source>Archive of a year…</source>
        <translation>Archive d’un exercice…</translation>
    </message>
    <message>
        <source>Every issued document of a year with an index, for an audit</source>
        <translation>Toutes les pièces émises d’un exercice avec un index, pour un contrôle</translation>
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
    <name>ExposureBar</name>
    <message>
        <source>delivered, not invoiced</source>
        <translation>livré non facturé</translation>
    </message>
    <message>
        <source>on order</source>
        <translation>à la commande</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>{sign} exceeded by {amount}</source>
        <translation>{sign} dépassé de {amount}</translation>
    </message>
    <message>
        <source>┆ insured up to {amount}</source>
        <translation>┆ assuré jusqu’à {amount}</translation>
    </message>
    <message>
        <source>□ available {amount}</source>
        <translation>□ disponible {amount}</translation>
    </message>
</context>
<context>
    <name>FatesPage</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Columns left aside: {names}</source>
        <translation>Colonnes laissées de côté : {names}</translation>
    </message>
    <message>
        <source>Created: {created}    Updated: {updated}    Unchanged: {unchanged}    Rejected: {rejected}</source>
        <translation>Créés : {created}    Modifiés : {updated}    Inchangés : {unchanged}    Refusés : {rejected}</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Lines passed over (totals, repeated headers): {lines}</source>
        <translation>Lignes passées (totaux, en-têtes répétés) : {lines}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>No such row</source>
        <translation>Aucune ligne de ce type</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Rien n’a été importé</translation>
    </message>
    <message>
        <source>Ready to import; nothing is kept yet</source>
        <translation>Prêt à importer ; rien n’est encore enregistré</translation>
    </message>
    <message>
        <source>Reason or remark</source>
        <translation>Motif ou remarque</translation>
    </message>
    <message>
        <source>Some rows can&apos;t be taken</source>
        <translation>Certaines lignes ne peuvent pas être reprises</translation>
    </message>
    <message>
        <source>The file was imported</source>
        <translation>Le fichier a été importé</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>With remarks</source>
        <translation>Avec remarques</translation>
    </message>
    <message>
        <source>created</source>
        <translation>créée</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangée</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… et {count} de plus</translation>
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
    <name>FiguresPage</name>
    <message>
        <source>Average {average}, {count} invoices</source>
        <translation>Moyenne {average}, {count} factures</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>Credit decisions use the kept grade; a worse one becomes an alert</source>
        <translation>Les décisions de crédit s&apos;appuient sur la note retenue ; une note dégradée devient une alerte</translation>
    </message>
    <message>
        <source>DSO</source>
        <translation>DSO</translation>
    </message>
    <message>
        <source>Expected receipts</source>
        <translation>Encaissements attendus</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>Grade kept: {grade}</source>
        <translation>Note retenue : {grade}</translation>
    </message>
    <message>
        <source>In dispute, not counted</source>
        <translation>En litige, non compté</translation>
    </message>
    <message>
        <source>It is this one already, or somebody set it by hand.</source>
        <translation>C&apos;est déjà celle-ci, ou quelqu&apos;un l&apos;a fixée à la main.</translation>
    </message>
    <message>
        <source>Keep this grade</source>
        <translation>Retenir cette note</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Median delay of what was settled (days)</source>
        <translation>Retard médian des factures réglées dans le mois (jours)</translation>
    </message>
    <message>
        <source>Median of the days between due date and settlement over a year</source>
        <translation>Médiane des jours entre échéance et règlement, sur un an</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Rien d&apos;ouvert</translation>
    </message>
    <message>
        <source>Nothing settled within a year</source>
        <translation>Rien de réglé depuis un an</translation>
    </message>
    <message>
        <source>Open amount ÷ sales of the last year incl. tax × days of that period</source>
        <translation>Encours ÷ ventes TTC des douze derniers mois × jours de la période</translation>
    </message>
    <message>
        <source>Open at month end (€), overdue part hatched</source>
        <translation>Encours en fin de mois (€), part échue hachurée</translation>
    </message>
    <message>
        <source>Overdue rate</source>
        <translation>Taux d&apos;échu</translation>
    </message>
    <message>
        <source>Risk grade</source>
        <translation>Note de risque</translation>
    </message>
    <message>
        <source>The grade stays as it is</source>
        <translation>La note ne change pas</translation>
    </message>
    <message>
        <source>Usual delay</source>
        <translation>Retard habituel</translation>
    </message>
    <message>
        <source>Week of {day}</source>
        <translation>Semaine du {day}</translation>
    </message>
    <message>
        <source>by the customer&apos;s own habit: {days}</source>
        <translation>selon l&apos;habitude du client : {days}</translation>
    </message>
    <message>
        <source>by the habit of all customers: {days}</source>
        <translation>selon l&apos;habitude de tous les clients : {days}</translation>
    </message>
    <message>
        <source>disputes within a year: {count}</source>
        <translation>litiges depuis un an : {count}</translation>
    </message>
    <message>
        <source>oldest open invoice: {number}, due on {day}</source>
        <translation>plus ancienne facture ouverte : {number}, échue le {day}</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} j</translation>
    </message>
    <message>
        <source>{day}: open {open}, overdue {overdue}, grade {grade}</source>
        <translation>{day} : encours {open}, échu {overdue}, note {grade}</translation>
    </message>
    <message>
        <source>{month}: nothing settled</source>
        <translation>{month} : rien de réglé</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Choisir un fichier…</translation>
    </message>
    <message>
        <source>CSV or XLSX as exported by Excel, Sage, EBP, Ciel, Dolibarr or Odoo, without editing. Nothing is kept before you have seen what becomes of every row.</source>
        <translation>CSV ou XLSX tel qu’exporté par Excel, Sage, EBP, Ciel, Dolibarr ou Odoo, sans retouche. Rien n’est enregistré avant que vous ayez vu le sort de chaque ligne.</translation>
    </message>
    <message>
        <source>Drop the file here</source>
        <translation>Déposez le fichier ici</translation>
    </message>
    <message>
        <source>Remembered &amp;mappings…</source>
        <translation>Correspondances &amp;retenues…</translation>
    </message>
    <message>
        <source>The file of accounting entries (FEC) as the other program wrote it.</source>
        <translation>Le fichier des écritures comptables (FEC) tel que l’autre logiciel l’a écrit.</translation>
    </message>
</context>
<context>
    <name>FilePresenter</name>
    <message>
        <source>archived on {day}</source>
        <translation>archivé le {day}</translation>
    </message>
    <message>
        <source>merged into {code}</source>
        <translation>fusionné dans {code}</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state} : {reason}</translation>
    </message>
</context>
<context>
    <name>FileStateBox</name>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Archive {name}?</source>
        <translation>Archiver {name} ?</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Archiver…</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquer…</translation>
    </message>
    <message>
        <source>File: {state}</source>
        <translation>Fiche : {state}</translation>
    </message>
    <message>
        <source>Hand the file to whoever validates it</source>
        <translation>Transmettre la fiche à qui la valide</translation>
    </message>
    <message>
        <source>Hang back what moved, and make this file stand by itself again</source>
        <translation>Rendre à cette fiche ce qui avait été déplacé</translation>
    </message>
    <message>
        <source>Make the file active: it can be sold to</source>
        <translation>Activer la fiche : on peut vendre au client</translation>
    </message>
    <message>
        <source>Not archived</source>
        <translation>Non archivé</translation>
    </message>
    <message>
        <source>Nothing more is sold to the customer</source>
        <translation>Plus rien n’est vendu au client</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Return the file to its author</source>
        <translation>Renvoyer la fiche à son auteur</translation>
    </message>
    <message>
        <source>Sell to the customer again</source>
        <translation>Vendre de nouveau au client</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>Renvoyer…</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Soumettre</translation>
    </message>
    <message>
        <source>Take the file back into lists</source>
        <translation>Remettre la fiche dans les listes</translation>
    </message>
    <message>
        <source>Take the file out of lists; its documents stay</source>
        <translation>Retirer la fiche des listes ; ses documents restent</translation>
    </message>
    <message>
        <source>The file leaves lists and pickers. Its documents stay; it can be restored.</source>
        <translation>La fiche quitte les listes et les choix. Ses documents restent ; elle peut être restaurée.</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Débloquer</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>Annuler la fusion</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>What has to be mended?</source>
        <translation>Que faut-il corriger ?</translation>
    </message>
    <message>
        <source>Why is nothing more sold?</source>
        <translation>Pourquoi ne plus vendre ?</translation>
    </message>
    <message>
        <source>{name} can’t be archived yet</source>
        <translation>{name} ne peut pas encore être archivé</translation>
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
    <name>Finder</name>
    <message>
        <source>Attached file</source>
        <translation>Document joint</translation>
    </message>
    <message>
        <source>Bank line</source>
        <translation>Ligne bancaire</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation>Bon de livraison</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Devis</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>similar spelling</source>
        <translation>orthographe voisine</translation>
    </message>
</context>
<context>
    <name>ForecastDialog</name>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Le</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Nothing is written and nothing leaves.</source>
        <translation>Rien n’est enregistré, rien n’est envoyé.</translation>
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
    <name>FormalColumns</name>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Entry date</source>
        <translation>Date d’écriture</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Remis</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Lettre</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Postée</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Proposition</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposée</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Registered number</source>
        <translation>N° de recommandé</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Their reference</source>
        <translation>Leur référence</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Voie</translation>
    </message>
    <message>
        <source>of which VAT</source>
        <translation>dont TVA</translation>
    </message>
</context>
<context>
    <name>FormalForm</name>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>&amp;Invoices</source>
        <translation>&amp;Factures</translation>
    </message>
    <message>
        <source>all late invoices</source>
        <translation>toutes les factures échues</translation>
    </message>
</context>
<context>
    <name>FormalPages</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>FormalPresenter</name>
    <message>
        <source>The letter is in {path}</source>
        <translation>La lettre est dans {path}</translation>
    </message>
</context>
<context>
    <name>FromOrderForm</name>
    <message>
        <source>&amp;Deposit, % of the order</source>
        <translation>&amp;Acompte, en % de la commande</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>C&amp;ommande</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Valeur</translation>
    </message>
    <message>
        <source>&amp;What is neither delivered nor invoiced</source>
        <translation>&amp;Ce qui n’est ni livré ni facturé</translation>
    </message>
    <message>
        <source>Deposit, &amp;amount incl. tax</source>
        <translation>Acompte, &amp;montant TTC</translation>
    </message>
    <message>
        <source>Invoice from an order</source>
        <translation>Facturer depuis une commande</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Numéro de commande</translation>
    </message>
    <message>
        <source>Prepare the draft</source>
        <translation>Préparer le brouillon</translation>
    </message>
    <message>
        <source>This is not a number, such as 30 or 1500.00</source>
        <translation>Ce n’est pas un nombre, par exemple 30 ou 1500,00</translation>
    </message>
    <message>
        <source>Write the order&apos;s number.</source>
        <translation>Indiquez le numéro de la commande.</translation>
    </message>
</context>
<context>
    <name>GradeForm</name>
    <message>
        <source>&amp;Grade</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Credit grade of {name}</source>
        <translation>Note de crédit de {name}</translation>
    </message>
    <message>
        <source>Give the grade</source>
        <translation>Donner la note</translation>
    </message>
</context>
<context>
    <name>HandoverForm</name>
    <message>
        <source>&amp;File (zip)</source>
        <translation>Fichier (&amp;zip)</translation>
    </message>
    <message>
        <source>&amp;Legal representative</source>
        <translation>&amp;Représentant légal</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>&amp;Way</source>
        <translation>&amp;Voie</translation>
    </message>
    <message>
        <source>Choose where the file is written.</source>
        <translation>Choisissez où écrire le dossier.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>File for collection</source>
        <translation>Dossier de recouvrement</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Remettre</translation>
    </message>
    <message>
        <source>Hand over for collection</source>
        <translation>Remettre au recouvrement</translation>
    </message>
    <message>
        <source>The file holds the numbered exhibits, their list, the tables and the facts for an order to pay. Reminders stop until the file is closed.</source>
        <translation>Le dossier contient les pièces numérotées, leur bordereau, les tableaux et les éléments d’une injonction de payer. Les relances cessent jusqu’à sa clôture.</translation>
    </message>
    <message>
        <source>ZIP files (*.zip)</source>
        <translation>Fichiers ZIP (*.zip)</translation>
    </message>
</context>
<context>
    <name>HandoversPage</name>
    <message>
        <source>Close or take back…</source>
        <translation>Clore ou reprendre…</translation>
    </message>
    <message>
        <source>File {number} handed over to {to}</source>
        <translation>Dossier {number} remis à {to}</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Remettre…</translation>
    </message>
    <message>
        <source>Nothing is handed over</source>
        <translation>Aucun dossier remis</translation>
    </message>
    <message>
        <source>Outcome and fee; what is still open is reminded of again</source>
        <translation>Issue et frais ; ce qui reste ouvert est de nouveau relancé</translation>
    </message>
    <message>
        <source>When reminders and the formal notice failed, hand over here.</source>
        <translation>Quand relances et mise en demeure n’ont rien donné, remettez le dossier ici.</translation>
    </message>
    <message>
        <source>Write the file for an agency, a lawyer or the court; reminders stop</source>
        <translation>Écrire le dossier pour un cabinet, un avocat ou le tribunal ; les relances cessent</translation>
    </message>
    <message>
        <source>{count} files in {path}</source>
        <translation>{count} fichiers dans {path}</translation>
    </message>
</context>
<context>
    <name>HeldPage</name>
    <message>
        <source>&amp;Deposit, tax included</source>
        <translation>&amp;Acompte TTC</translation>
    </message>
    <message>
        <source>&amp;Up to, tax included</source>
        <translation>&amp;Jusqu’à, TTC</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Accorder</translation>
    </message>
    <message>
        <source>Agree to order {number}</source>
        <translation>Accorder la commande {number}</translation>
    </message>
    <message>
        <source>Agree…</source>
        <translation>Accorder…</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Ask for a deposit…</source>
        <translation>Demander un acompte…</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Deposit for order {number}</source>
        <translation>Acompte pour la commande {number}</translation>
    </message>
    <message>
        <source>Has the customer paid, has the limit been raised?</source>
        <translation>Le client a-t-il payé, la limite a-t-elle été relevée&#xa0;?</translation>
    </message>
    <message>
        <source>How much is to be paid first?</source>
        <translation>Combien faut-il payer d’abord&#xa0;?</translation>
    </message>
    <message>
        <source>Let the order go on once money is on account</source>
        <translation>Débloquer la commande quand l’acompte est arrivé</translation>
    </message>
    <message>
        <source>Let the order go on, for an amount and until a day</source>
        <translation>Débloquer la commande, pour un montant et jusqu’à une date</translation>
    </message>
    <message>
        <source>No order is held</source>
        <translation>Aucune commande bloquée</translation>
    </message>
    <message>
        <source>Once the money is on account, «Check again» lets the order go.</source>
        <translation>Une fois l’argent au crédit du client, «&#xa0;Vérifier à nouveau&#xa0;» débloque la commande.</translation>
    </message>
    <message>
        <source>Order {number} is still held</source>
        <translation>Commande {number} toujours bloquée</translation>
    </message>
    <message>
        <source>Order {number} released</source>
        <translation>Commande {number} débloquée</translation>
    </message>
    <message>
        <source>Orders that the credit rules stop wait here for a decision.</source>
        <translation>Les commandes arrêtées par les règles de crédit attendent ici une décision.</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Refuse order {number}</source>
        <translation>Refuser la commande {number}</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>Refuser…</translation>
    </message>
    <message>
        <source>Say why…</source>
        <translation>Motiver…</translation>
    </message>
    <message>
        <source>Tell whoever decides why the order should go on</source>
        <translation>Dire à qui décide pourquoi la commande devrait partir</translation>
    </message>
    <message>
        <source>The order may be delivered until that day. If it grows beyond the amount, or something else comes up, it is held again.</source>
        <translation>La commande peut être livrée jusqu’à cette date. Si elle dépasse le montant, ou si autre chose survient, elle est bloquée à nouveau.</translation>
    </message>
    <message>
        <source>The order stays held and leaves this list</source>
        <translation>La commande reste bloquée et quitte cette liste</translation>
    </message>
    <message>
        <source>Why should order {number} go on?</source>
        <translation>Pourquoi débloquer la commande {number}&#xa0;?</translation>
    </message>
</context>
<context>
    <name>HeldPanel</name>
    <message>
        <source>Asked for</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Beyond the limit</source>
        <translation>Dépassement</translation>
    </message>
    <message>
        <source>Choose an order to decide about it.</source>
        <translation>Choisissez une commande pour décider.</translation>
    </message>
    <message>
        <source>Deposit asked for</source>
        <translation>Acompte demandé</translation>
    </message>
    <message>
        <source>Deposit wanted</source>
        <translation>Acompte voulu</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Nothing stands against it any more: check again</source>
        <translation>Plus rien ne s’y oppose&#xa0;: vérifiez à nouveau</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>Crédit disponible du client</translation>
    </message>
    <message>
        <source>Order, tax included</source>
        <translation>Commande TTC</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Échu</translation>
    </message>
    <message>
        <source>The group without this order</source>
        <translation>Le groupe sans cette commande</translation>
    </message>
    <message>
        <source>The rules say</source>
        <translation>Les règles disent</translation>
    </message>
    <message>
        <source>With this order</source>
        <translation>Avec cette commande</translation>
    </message>
    <message>
        <source>Without this order</source>
        <translation>Sans cette commande</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>et {count} de plus</translation>
    </message>
</context>
<context>
    <name>HoldForm</name>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>&amp;Up to and with</source>
        <translation>&amp;Jusqu’au (inclus)</translation>
    </message>
    <message>
        <source>Empty: until somebody lets them go on</source>
        <translation>Vide : jusqu’à ce que quelqu’un les reprenne</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Hold the reminders</source>
        <translation>Suspendre les relances</translation>
    </message>
</context>
<context>
    <name>HomeTab</name>
    <message>
        <source>Ask the customer, then collect again or revoke the mandate</source>
        <translation>Voyez avec le client, puis prélevez de nouveau ou révoquez le mandat</translation>
    </message>
    <message>
        <source>Broken promises and payment plans</source>
        <translation>Promesses et échéanciers rompus</translation>
    </message>
    <message>
        <source>Call the customers: they stand in the call list</source>
        <translation>Appelez ces clients : ils sont dans la liste des appels</translation>
    </message>
    <message>
        <source>Calls agreed for today</source>
        <translation>Rappels convenus pour aujourd’hui</translation>
    </message>
    <message>
        <source>Check them and give them their numbers</source>
        <translation>Vérifiez-les et donnez-leur un numéro</translation>
    </message>
    <message>
        <source>Collections to hand to the bank</source>
        <translation>Remises de prélèvements à donner à la banque</translation>
    </message>
    <message>
        <source>Confirm the proposals on the reconciliation desk</source>
        <translation>Validez les propositions de rapprochement</translation>
    </message>
    <message>
        <source>Credit alerts</source>
        <translation>Alertes crédit</translation>
    </message>
    <message>
        <source>Deliver what is there, or tell the customer a new date</source>
        <translation>Livrez ce qui est là, ou annoncez une nouvelle date au client</translation>
    </message>
    <message>
        <source>Deliveries not invoiced</source>
        <translation>Livraisons non facturées</translation>
    </message>
    <message>
        <source>Deposits that the platform refused</source>
        <translation>Dépôts refusés par la plateforme</translation>
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
        <source>E-invoices refused, rejected or suspended</source>
        <translation>Factures électroniques refusées, rejetées ou suspendues</translation>
    </message>
    <message>
        <source>E-mails that failed or whose fate is unknown</source>
        <translation>E-mails en échec ou au sort inconnu</translation>
    </message>
    <message>
        <source>Entries proposed for claims in doubt</source>
        <translation>Écritures proposées pour des créances douteuses</translation>
    </message>
    <message>
        <source>Everything is settled for today.</source>
        <translation>Tout est à jour.</translation>
    </message>
    <message>
        <source>Find the right contact and change the customer&apos;s file</source>
        <translation>Trouvez le bon contact et corrigez la fiche du client</translation>
    </message>
    <message>
        <source>Import them from a CSV or XLSX file, then take the first order.</source>
        <translation>Importez-les depuis un fichier CSV ou XLSX, puis saisissez la première commande.</translation>
    </message>
    <message>
        <source>Late orders</source>
        <translation>Commandes en retard</translation>
    </message>
    <message>
        <source>Letters to print and post</source>
        <translation>Lettres à imprimer et poster</translation>
    </message>
    <message>
        <source>Limits, insurance, grades and first unpaid items to look at</source>
        <translation>Limites, assurance, notes et premiers impayés à regarder</translation>
    </message>
    <message>
        <source>Look at each with its source, then accept or drop it</source>
        <translation>Regardez chacune avec sa source, puis validez-la ou écartez-la</translation>
    </message>
    <message>
        <source>Look at the server&apos;s answer and decide</source>
        <translation>Lisez la réponse du serveur et décidez</translation>
    </message>
    <message>
        <source>Mandates whose debit came back</source>
        <translation>Mandats dont un prélèvement est revenu</translation>
    </message>
    <message>
        <source>No more is free than the reorder point</source>
        <translation>Le disponible est au seuil de réapprovisionnement ou en dessous</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Rien n’attend</translation>
    </message>
    <message>
        <source>Numbers, script and open invoices stand in the call list</source>
        <translation>Numéros, guide et factures ouvertes sont dans la liste des appels</translation>
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
        <source>Payment plans that wait for approval</source>
        <translation>Échéanciers à approuver</translation>
    </message>
    <message>
        <source>Prepare the credit notes of what came back</source>
        <translation>Préparez les avoirs de ce qui est revenu</translation>
    </message>
    <message>
        <source>Prepare their invoices</source>
        <translation>Préparez leurs factures</translation>
    </message>
    <message>
        <source>Print them, post them, type the registered number in</source>
        <translation>Imprimez-les, postez-les, saisissez le numéro du recommandé</translation>
    </message>
    <message>
        <source>Products to order again</source>
        <translation>Articles à réapprovisionner</translation>
    </message>
    <message>
        <source>Read its answer, correct, and deposit again</source>
        <translation>Lisez sa réponse, corrigez et déposez de nouveau</translation>
    </message>
    <message>
        <source>Read the reason, then credit and invoice anew, or send what is missing</source>
        <translation>Lisez le motif, puis faites un avoir et refacturez, ou envoyez ce qui manque</translation>
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
        <source>Returns that wait for their credit note</source>
        <translation>Retours en attente d’avoir</translation>
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
        <source>Tell the payers, then write the file before the day of the debit</source>
        <translation>Prévenez les clients, puis écrivez le fichier avant la date du prélèvement</translation>
    </message>
    <message>
        <source>Until then they withhold no reminder</source>
        <translation>Jusque-là, ils ne retiennent aucune relance</translation>
    </message>
    <message>
        <source>What waits for you today: {count}</source>
        <translation>À traiter aujourd’hui : {count}</translation>
    </message>
    <message>
        <source>Wrong telephone numbers</source>
        <translation>Numéros de téléphone faux</translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Commitment number</source>
        <translation>N° d’engagement</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Documents sent by e-mail</source>
        <translation>Envoi des documents par courriel</translation>
    </message>
    <message>
        <source>E-invoicing</source>
        <translation>Facturation électronique</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Insured amount</source>
        <translation>Encours assuré</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Legal form</source>
        <translation>Forme juridique</translation>
    </message>
    <message>
        <source>NAF code</source>
        <translation>Code NAF</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Parent company</source>
        <translation>Maison mère</translation>
    </message>
    <message>
        <source>Pays by</source>
        <translation>Paie par</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>N° de commande client</translation>
    </message>
    <message>
        <source>RCS registry</source>
        <translation>Greffe (RCS)</translation>
    </message>
    <message>
        <source>Salesperson</source>
        <translation>Commercial</translation>
    </message>
    <message>
        <source>Service code</source>
        <translation>Code service</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>TVA</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>N° de TVA</translation>
    </message>
    <message>
        <source>XML attached to e-mails</source>
        <translation>XML joint aux courriels</translation>
    </message>
    <message>
        <source>its number is required on invoices</source>
        <translation>son numéro est exigé sur les factures</translation>
    </message>
    <message>
        <source>reverse charge for building works</source>
        <translation>autoliquidation, travaux du bâtiment</translation>
    </message>
    <message>
        <source>those of the company</source>
        <translation>celles de la société</translation>
    </message>
</context>
<context>
    <name>IdentitySection</name>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;VAT number</source>
        <translation>N° de &amp;TVA</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Legal form</source>
        <translation>Forme juridique</translation>
    </message>
    <message>
        <source>NAF code</source>
        <translation>Code NAF</translation>
    </message>
    <message>
        <source>Parent company</source>
        <translation>Maison mère</translation>
    </message>
    <message>
        <source>RCS registry</source>
        <translation>Greffe (RCS)</translation>
    </message>
    <message>
        <source>The head of the group: its credit limit, where set, holds for all members</source>
        <translation>La tête du groupe : son encours autorisé, s’il est fixé, vaut pour tous les membres</translation>
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
    <name>ImportAssistant</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Check every row</source>
        <translation>&amp;Vérifier chaque ligne</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Import the &amp;correct rows</source>
        <translation>Importer les lignes &amp;correctes</translation>
    </message>
</context>
<context>
    <name>ImportJobs</name>
    <message>
        <source>Accounting entries (*.txt *.csv);;All files (*)</source>
        <translation>Écritures comptables (*.txt *.csv);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import agreed prices</source>
        <translation>Importer des prix convenus</translation>
    </message>
    <message>
        <source>Import counted stock</source>
        <translation>Importer un inventaire</translation>
    </message>
    <message>
        <source>Import customers</source>
        <translation>Importer des clients</translation>
    </message>
    <message>
        <source>Import price lists</source>
        <translation>Importer des tarifs</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>Importer des articles</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx);;All files (*)</source>
        <translation>Tableaux (*.csv *.txt *.tsv *.xlsx);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Take over a ledger (FEC)</source>
        <translation>Reprendre une comptabilité (FEC)</translation>
    </message>
    <message>
        <source>Take over open invoices</source>
        <translation>Reprendre les factures ouvertes</translation>
    </message>
    <message>
        <source>{lines} lines, debit and credit {total}. Documents taken: {items}; here before: {known}.</source>
        <translation>{lines} lignes, débit et crédit {total}. Pièces reprises : {items} ; déjà présentes : {known}.</translation>
    </message>
    <message>
        <source>✓ Every customer&apos;s balance equals the ledger&apos;s ({count} accounts).</source>
        <translation>✓ Le solde de chaque client est égal à celui du grand livre ({count} comptes).</translation>
    </message>
    <message>
        <source>✕ {account}: {ledger} in the ledger, {taken} here.</source>
        <translation>✕ {account} : {ledger} au grand livre, {taken} ici.</translation>
    </message>
</context>
<context>
    <name>ImportPresenter</name>
    <message>
        <source>Checking the file</source>
        <translation>Vérification du fichier</translation>
    </message>
</context>
<context>
    <name>ImportResultDialog</name>
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
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Connues</translation>
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
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>To look at: {count}</source>
        <translation>À vérifier : {count}</translation>
    </message>
    <message>
        <source>… and {count} more remarks</source>
        <translation>… et {count} autres remarques</translation>
    </message>
</context>
<context>
    <name>Invoicing</name>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrat</translation>
    </message>
    <message>
        <source>Contract, excl. tax</source>
        <translation>Marché HT</translation>
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
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Résilié</translation>
    </message>
    <message>
        <source>Excluding tax</source>
        <translation>Total HT</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Final account made</source>
        <translation>Décompte établi</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Including tax</source>
        <translation>Total TTC</translation>
    </message>
    <message>
        <source>Invoiced, excl. tax</source>
        <translation>Facturé HT</translation>
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
        <source>Next invoice</source>
        <translation>Prochaine facture</translation>
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
        <source>One per customer</source>
        <translation>Une par client</translation>
    </message>
    <message>
        <source>One per delivery</source>
        <translation>Une par livraison</translation>
    </message>
    <message>
        <source>One per delivery site</source>
        <translation>Une par site de livraison</translation>
    </message>
    <message>
        <source>One per order</source>
        <translation>Une par commande</translation>
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
        <source>Period, excl. tax</source>
        <translation>Période HT</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Réf. client</translation>
    </message>
    <message>
        <source>Queued on</source>
        <translation>Mis en file le</translation>
    </message>
    <message>
        <source>Reform</source>
        <translation>Réforme</translation>
    </message>
    <message>
        <source>Reform: all</source>
        <translation>Réforme : tous</translation>
    </message>
    <message>
        <source>Reform: to deal with</source>
        <translation>Réforme : à traiter</translation>
    </message>
    <message>
        <source>Renews by itself</source>
        <translation>Tacite reconduction</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retenue</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Rythme</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Réglée</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Signé le</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Marchés</translation>
    </message>
    <message>
        <source>every {months} month(s), {when}</source>
        <translation>tous les {months} mois, {when}</translation>
    </message>
    <message>
        <source>in advance</source>
        <translation>à échoir</translation>
    </message>
    <message>
        <source>in arrears</source>
        <translation>à terme échu</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>{days} j de retard</translation>
    </message>
    <message>
        <source>{status} in part</source>
        <translation>{status} en partie</translation>
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
        <source>Preparing contracts</source>
        <translation>Préparation des contrats</translation>
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
    <message>
        <source>To check: {text}</source>
        <translation>À vérifier : {text}</translation>
    </message>
    <message>
        <source>To put right: {text}</source>
        <translation>À corriger : {text}</translation>
    </message>
</context>
<context>
    <name>InvoicingTab</name>
    <message>
        <source>Contracts</source>
        <translation>Contrats</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Émises</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>To invoice</source>
        <translation>À facturer</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Marchés</translation>
    </message>
</context>
<context>
    <name>IssuedPage</name>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Choose a document to see its PDF.</source>
        <translation>Choisissez un document pour voir son PDF.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Rectifier</translation>
    </message>
    <message>
        <source>Corrected for an error in 12 months: {percent} ({count} of {issued})</source>
        <translation>Corrigées pour erreur sur 12 mois : {percent} ({count} sur {issued})</translation>
    </message>
    <message>
        <source>Corrective invoice for {number} prepared</source>
        <translation>Facture rectificative de {number} préparée</translation>
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
        <source>E-invoice…</source>
        <translation>Facture électronique…</translation>
    </message>
    <message>
        <source>E-mails…</source>
        <translation>E-mails…</translation>
    </message>
    <message>
        <source>Invoices of the last 365 days that a credit note or a corrective invoice took back because they were wrong</source>
        <translation>Factures des 365 derniers jours qu’un avoir ou une facture rectificative a reprises parce qu’elles étaient fausses</translation>
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
        <source>It replaces the first one as soon as it is issued.</source>
        <translation>Elle remplace la première dès son émission.</translation>
    </message>
    <message>
        <source>Logo, colour and layout of your documents</source>
        <translation>Logo, couleur et mise en page de vos documents</translation>
    </message>
    <message>
        <source>Look over the mails of the selected documents, and queue them</source>
        <translation>Relire les messages des documents sélectionnés, et les mettre en file</translation>
    </message>
    <message>
        <source>No document issued yet</source>
        <translation>Aucun document émis</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvertes</translation>
    </message>
    <message>
        <source>Open a dispute…</source>
        <translation>Ouvrir un litige…</translation>
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
        <source>Prepare an invoice that replaces the selected one</source>
        <translation>Préparer une facture qui remplace celle choisie</translation>
    </message>
    <message>
        <source>Reform…</source>
        <translation>Réforme…</translation>
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
        <source>Save, check by the official rules, deposit on the platform</source>
        <translation>Enregistrer, contrôler selon les règles officielles, déposer sur la plateforme</translation>
    </message>
    <message>
        <source>Send by e-mail…</source>
        <translation>Envoyer par e-mail…</translation>
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
        <source>Statuses of the e-invoice: history, note one, messages in and out</source>
        <translation>Statuts de la facture électronique : historique, saisie, messages reçus et envoyés</translation>
    </message>
    <message>
        <source>Take the selected invoice back, in whole or in part</source>
        <translation>Reprendre la facture sélectionnée, en tout ou partie</translation>
    </message>
    <message>
        <source>Template…</source>
        <translation>Modèle…</translation>
    </message>
    <message>
        <source>This document was taken over from another program: no PDF.</source>
        <translation>Ce document vient d’un autre logiciel : pas de PDF.</translation>
    </message>
    <message>
        <source>What became of the mails of the selected document</source>
        <translation>Ce que sont devenus les e-mails du document sélectionné</translation>
    </message>
    <message>
        <source>What is known about the open invoice, and what would help most</source>
        <translation>Tout ce que l&apos;on sait de la facture ouverte, et ce qui aiderait le plus</translation>
    </message>
    <message>
        <source>Why unpaid?</source>
        <translation>Pourquoi impayée ?</translation>
    </message>
    <message>
        <source>Write the archived PDF to a file</source>
        <translation>Copier le PDF archivé dans un fichier</translation>
    </message>
    <message>
        <source>credited without a reason {count}</source>
        <translation>avoirs sans motif {count}</translation>
    </message>
    <message>
        <source>{number} saved</source>
        <translation>{number} enregistré</translation>
    </message>
</context>
<context>
    <name>JobForm</name>
    <message>
        <source>&amp;Every</source>
        <translation>&amp;Toutes les</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Monday to Friday only</source>
        <translation>Du &amp;lundi au vendredi seulement</translation>
    </message>
    <message>
        <source>&amp;Runs by itself</source>
        <translation>S’exécute &amp;automatiquement</translation>
    </message>
    <message>
        <source>Once a day &amp;at</source>
        <translation>Une fois par &amp;jour à</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Job</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Dernière fois</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Prochaine fois</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Rythme</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Ce qui a été fait</translation>
    </message>
</context>
<context>
    <name>JobsDialog</name>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Dry run…</source>
        <translation>Simulation…</translation>
    </message>
    <message>
        <source>No job</source>
        <translation>Aucune tâche</translation>
    </message>
    <message>
        <source>No open window runs the jobs at the moment.</source>
        <translation>Aucune fenêtre ouverte n’exécute les tâches en ce moment.</translation>
    </message>
    <message>
        <source>Past runs…</source>
        <translation>Historique…</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Exécuter maintenant</translation>
    </message>
    <message>
        <source>Scheduled jobs</source>
        <translation>Tâches planifiées</translation>
    </message>
    <message>
        <source>Task of the system…</source>
        <translation>Tâche du système…</translation>
    </message>
    <message>
        <source>The jobs run on {machine} as long as its window is open.</source>
        <translation>Les tâches s’exécutent sur {machine} tant que sa fenêtre est ouverte.</translation>
    </message>
    <message>
        <source>there was nothing to do</source>
        <translation>il n’y avait rien à faire</translation>
    </message>
</context>
<context>
    <name>JobsPresenter</name>
    <message>
        <source>Monday to Friday at {hour}</source>
        <translation>du lundi au vendredi à {hour}</translation>
    </message>
    <message>
        <source>as soon as possible</source>
        <translation>dès que possible</translation>
    </message>
    <message>
        <source>every day at {hour}</source>
        <translation>tous les jours à {hour}</translation>
    </message>
    <message>
        <source>every {count} minutes</source>
        <translation>toutes les {count} minutes</translation>
    </message>
    <message>
        <source>known only at the moment</source>
        <translation>connu seulement le moment venu</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivée</translation>
    </message>
</context>
<context>
    <name>LayCreditDialog</name>
    <message>
        <source>C&amp;redit note or money on account</source>
        <translation>&amp;Avoir ou règlement sur compte</translation>
    </message>
    <message>
        <source>Choose a credit: the oldest invoices are proposed.</source>
        <translation>Choisissez un crédit : les factures les plus anciennes sont proposées.</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Prévue le</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Laid {laid}     Left of the credit {left}</source>
        <translation>Imputé {laid}     Reste du crédit {left}</translation>
    </message>
    <message>
        <source>Lay</source>
        <translation>Imputer</translation>
    </message>
    <message>
        <source>Lay a credit on invoices</source>
        <translation>Imputer un crédit sur des factures</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Reste dû</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>À imputer</translation>
    </message>
</context>
<context>
    <name>LearntFacts</name>
    <message>
        <source>Learnt for the next time</source>
        <translation>Appris pour la prochaine fois</translation>
    </message>
</context>
<context>
    <name>LearntFactsDialog</name>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Oublier</translation>
    </message>
    <message>
        <source>Believed</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Confirmed / corrected</source>
        <translation>Confirmé / corrigé</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Learnt</source>
        <translation>Appris</translation>
    </message>
    <message>
        <source>Learnt from what you accepted on the desk, for this company only. What is forgotten is learnt again when you confirm it again.</source>
        <translation>Appris de ce que vous avez validé au bureau de rapprochement, pour cette société seulement. Ce qui est oublié sera appris de nouveau à la prochaine validation.</translation>
    </message>
    <message>
        <source>Nothing yet: accept a proposal or tick documents for a line, and the program remembers who pays from which account and under which name.</source>
        <translation>Rien encore : validez une proposition ou cochez des pièces pour une ligne, et le programme retiendra qui paie depuis quel compte et sous quel nom.</translation>
    </message>
    <message>
        <source>What matching has learnt</source>
        <translation>Ce que le rapprochement a appris</translation>
    </message>
    <message>
        <source>no, corrected since</source>
        <translation>non, corrigé depuis</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
</context>
<context>
    <name>LegalTextsDialog</name>
    <message>
        <source>&amp;Your sentence</source>
        <translation>&amp;Votre mention</translation>
    </message>
    <message>
        <source>A document prints the sentence in force on its own date. Issued documents stay as they are. {late_interest} and {discount_terms} stand for your settings.</source>
        <translation>Un document imprime la mention en vigueur à sa propre date. Les documents émis restent tels quels. {late_interest} et {discount_terms} reprennent vos réglages.</translation>
    </message>
    <message>
        <source>Back to the &amp;delivered sentence</source>
        <translation>Revenir à la mention d’&amp;origine</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Delivered sentence</source>
        <translation>Mention d’origine</translation>
    </message>
    <message>
        <source>Keep this sentence</source>
        <translation>Garder cette mention</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Legal sentences</source>
        <translation>Mentions légales</translation>
    </message>
    <message>
        <source>On documents &amp;from</source>
        <translation>Sur les documents &amp;dès le</translation>
    </message>
    <message>
        <source>Printed today</source>
        <translation>Imprimée aujourd’hui</translation>
    </message>
    <message>
        <source>Say from which day on</source>
        <translation>Indiquez à partir de quelle date</translation>
    </message>
    <message>
        <source>Sentence kept: documents from that day on say it</source>
        <translation>Mention gardée : les documents datés de ce jour ou après la porteront</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>as delivered</source>
        <translation>d’origine</translation>
    </message>
    <message>
        <source>changes on {date}</source>
        <translation>change le {date}</translation>
    </message>
    <message>
        <source>your own since {date}</source>
        <translation>la vôtre depuis le {date}</translation>
    </message>
</context>
<context>
    <name>LetterForm</name>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>&amp;État</translation>
    </message>
    <message>
        <source>Letter {title}</source>
        <translation>Lettre {title}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Registered &amp;number</source>
        <translation>&amp;N° de recommandé</translation>
    </message>
</context>
<context>
    <name>LettersPage</name>
    <message>
        <source>A registered letter with interest, indemnity and enclosures</source>
        <translation>Lettre recommandée avec pénalités, indemnité et pièces jointes</translation>
    </message>
    <message>
        <source>Formal notice {number} made: {amount}</source>
        <translation>Mise en demeure {number} établie : {amount}</translation>
    </message>
    <message>
        <source>Formal notice…</source>
        <translation>Mise en demeure…</translation>
    </message>
    <message>
        <source>No letter to post</source>
        <translation>Aucune lettre à poster</translation>
    </message>
    <message>
        <source>Open letter</source>
        <translation>Ouvrir la lettre</translation>
    </message>
    <message>
        <source>Posted or returned…</source>
        <translation>Postée ou revenue…</translation>
    </message>
    <message>
        <source>Reminders by letter and formal notices come here once made.</source>
        <translation>Les relances par lettre et les mises en demeure arrivent ici une fois établies.</translation>
    </message>
    <message>
        <source>The letter with its enclosures as PDF, to print</source>
        <translation>La lettre et ses pièces jointes en PDF, à imprimer</translation>
    </message>
    <message>
        <source>The rate of the half-year is not known yet: the last one was taken.</source>
        <translation>Le taux du semestre n’est pas encore connu : le dernier a été retenu.</translation>
    </message>
    <message>
        <source>Type the registered number in, or the day of the acknowledgement</source>
        <translation>Saisir le numéro du recommandé, ou la date de l’avis de réception</translation>
    </message>
</context>
<context>
    <name>LifeCycleDesk</name>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>&amp;Import messages (CDAR)…</source>
        <translation>&amp;Importer des messages (CDAR)…</translation>
    </message>
    <message>
        <source>&amp;Note a status…</source>
        <translation>&amp;Noter un statut…</translation>
    </message>
    <message>
        <source>&amp;Write our messages to a folder…</source>
        <translation>&amp;Déposer nos messages dans un dossier…</translation>
    </message>
    <message>
        <source>Documents concerned: {count}</source>
        <translation>Pièces concernées : {count}</translation>
    </message>
    <message>
        <source>Import life cycle messages</source>
        <translation>Importer des messages de cycle de vie</translation>
    </message>
    <message>
        <source>Make the 212 of &amp;receipts</source>
        <translation>Créer les 212 des &amp;règlements</translation>
    </message>
    <message>
        <source>Messages (*.xml)</source>
        <translation>Messages (*.xml)</translation>
    </message>
    <message>
        <source>Messages imported</source>
        <translation>Messages importés</translation>
    </message>
    <message>
        <source>Messages written: {count}</source>
        <translation>Messages écrits : {count}</translation>
    </message>
    <message>
        <source>Receipts told by a 212: {count}</source>
        <translation>Règlements déclarés par un 212 : {count}</translation>
    </message>
    <message>
        <source>Statuses kept: {kept}. Messages known already: {known}.</source>
        <translation>Statuts enregistrés : {kept}. Messages déjà connus : {known}.</translation>
    </message>
    <message>
        <source>Write our messages to a folder</source>
        <translation>Déposer nos messages dans un dossier</translation>
    </message>
    <message>
        <source>{number}: {status}</source>
        <translation>{number} : {status}</translation>
    </message>
</context>
<context>
    <name>LifeCycleDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>For the customer and the tax authority</source>
        <translation>Pour le client et l’administration fiscale</translation>
    </message>
    <message>
        <source>For the customer: VAT is not due on receipt</source>
        <translation>Pour le client seul : la TVA n’est pas exigible à l’encaissement</translation>
    </message>
    <message>
        <source>No platform has this document yet. Import its messages, or note the status that the platform shows.</source>
        <translation>Aucune plateforme n’a encore cette pièce. Importez ses messages, ou notez le statut affiché par la plateforme.</translation>
    </message>
    <message>
        <source>Note a status…</source>
        <translation>Noter un statut…</translation>
    </message>
    <message>
        <source>Reason and note</source>
        <translation>Motif et note</translation>
    </message>
    <message>
        <source>Received, including tax</source>
        <translation>Encaissé TTC</translation>
    </message>
    <message>
        <source>Reform: {number}, {customer}</source>
        <translation>Réforme : {number}, {customer}</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Donné par</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>received: {amount}</source>
        <translation>encaissé : {amount}</translation>
    </message>
    <message>
        <source>{amount} at {rate}</source>
        <translation>{amount} à {rate}</translation>
    </message>
</context>
<context>
    <name>LifeCyclePresenter</name>
    <message>
        <source>Reading messages</source>
        <translation>Lecture des messages</translation>
    </message>
    <message>
        <source>Telling receipts</source>
        <translation>Déclaration des règlements</translation>
    </message>
    <message>
        <source>Writing messages</source>
        <translation>Écriture des messages</translation>
    </message>
</context>
<context>
    <name>LimitForm</name>
    <message>
        <source>&amp;Insured amount</source>
        <translation>Montant &amp;assuré</translation>
    </message>
    <message>
        <source>&amp;Limit, tax included</source>
        <translation>&amp;Limite, TTC</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Credit limit of {name}</source>
        <translation>Limite de crédit de {name}</translation>
    </message>
    <message>
        <source>For instance: yearly review, accounts of 2025</source>
        <translation>Par exemple&#xa0;: revue annuelle, comptes 2025</translation>
    </message>
    <message>
        <source>Keeping the same limit confirms it: the next review is due a year later.</source>
        <translation>Garder la même limite la confirme&#xa0;: la prochaine revue est repoussée d’autant.</translation>
    </message>
    <message>
        <source>Set the limit</source>
        <translation>Fixer la limite</translation>
    </message>
    <message>
        <source>This is not an amount, such as 1234.50</source>
        <translation>Ce n’est pas un montant, comme 1234,50</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>not insured</source>
        <translation>non assuré</translation>
    </message>
</context>
<context>
    <name>LineRulesDialog</name>
    <message>
        <source>&amp;Remove the rule</source>
        <translation>&amp;Retirer la règle</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Apply to the lines that wait</source>
        <translation>Appliquer aux lignes en attente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Contient</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>No rule yet: post a line to a ledger account and tick «From now on, for every line that contains».</source>
        <translation>Aucune règle : imputez une ligne à un compte et cochez « Désormais, pour toute ligne qui contient ».</translation>
    </message>
    <message>
        <source>Posts by itself</source>
        <translation>Impute d’elle-même</translation>
    </message>
    <message>
        <source>Rules for bank lines</source>
        <translation>Règles des mouvements bancaires</translation>
    </message>
    <message>
        <source>The first rule that fits a line decides. What was posted can be undone.</source>
        <translation>La première règle qui convient décide. Ce qui est imputé peut être annulé.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>from {amount}</source>
        <translation>de {amount}</translation>
    </message>
    <message>
        <source>in</source>
        <translation>entrée</translation>
    </message>
    <message>
        <source>in and out</source>
        <translation>entrée et sortie</translation>
    </message>
    <message>
        <source>out</source>
        <translation>sortie</translation>
    </message>
    <message>
        <source>proposes only</source>
        <translation>propose seulement</translation>
    </message>
    <message>
        <source>up to {amount}</source>
        <translation>jusqu’à {amount}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
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
        <source>Enter adds the line; Ctrl+T a free text, Ctrl+D the same line again</source>
        <translation>Entrée ajoute la ligne ; Ctrl+T un texte libre, Ctrl+D la même ligne encore</translation>
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
        <source>No product is called so. Ctrl+T takes the text as a free line.</source>
        <translation>Aucun article ne s’appelle ainsi. Ctrl+T prend le texte comme ligne libre.</translation>
    </message>
    <message>
        <source>Product: code, name or barcode</source>
        <translation>Article : code, désignation ou code-barres</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Row {number} not understood: {text}</source>
        <translation>Ligne {number} non comprise : {text}</translation>
    </message>
    <message>
        <source>Scanned again: add to the quantity</source>
        <translation>Scanné de nouveau : ajouter à la quantité</translation>
    </message>
    <message>
        <source>This is not a number, such as 12.5</source>
        <translation>Ce n’est pas un nombre, par exemple 12,5</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Prix unitaire</translation>
    </message>
    <message>
        <source>Where this price comes from: {origin}</source>
        <translation>D’où vient ce prix : {origin}</translation>
    </message>
    <message>
        <source>{count} lines pasted.</source>
        <translation>{count} lignes collées.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… et {count} de plus</translation>
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
</context>
<context>
    <name>MailAccountDialog</name>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Tester</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Connects and logs in; nothing is sent</source>
        <translation>Se connecte au serveur ; rien n’est envoyé</translation>
    </message>
    <message>
        <source>For a computer without a browser</source>
        <translation>Pour un poste sans navigateur</translation>
    </message>
    <message>
        <source>Go on in your browser: the page of your provider has opened.</source>
        <translation>Continuez dans votre navigateur : la page de votre fournisseur s’est ouverte.</translation>
    </message>
    <message>
        <source>Keep the account</source>
        <translation>Enregistrer le compte</translation>
    </message>
    <message>
        <source>Mail account</source>
        <translation>Compte de messagerie</translation>
    </message>
    <message>
        <source>Mail account kept</source>
        <translation>Compte de messagerie enregistré</translation>
    </message>
    <message>
        <source>Open {url} on any device and type the code {code}.</source>
        <translation>Ouvrez {url} sur n’importe quel appareil et saisissez le code {code}.</translation>
    </message>
    <message>
        <source>Opens the provider&apos;s page in your browser</source>
        <translation>Ouvre la page du fournisseur dans votre navigateur</translation>
    </message>
    <message>
        <source>Reading: the folder opens.</source>
        <translation>Lecture : le dossier s’ouvre.</translation>
    </message>
    <message>
        <source>Sending: the server lets us in.</source>
        <translation>Envoi : le serveur accepte la connexion.</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>Se &amp;connecter…</translation>
    </message>
    <message>
        <source>Sign in with a &amp;code…</source>
        <translation>Se connecter avec un c&amp;ode…</translation>
    </message>
    <message>
        <source>Signed in as {user}. Keep the account to use it.</source>
        <translation>Connecté en tant que {user}. Enregistrez le compte pour l’utiliser.</translation>
    </message>
    <message>
        <source>Waiting for the sign-in…</source>
        <translation>En attente de la connexion…</translation>
    </message>
</context>
<context>
    <name>MailAccountFields</name>
    <message>
        <source>&amp;Application id</source>
        <translation>Identifiant d’&amp;application</translation>
    </message>
    <message>
        <source>&amp;Directory (tenant)</source>
        <translation>Annuai&amp;re (tenant)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>&amp;Mailbox server</source>
        <translation>Serveur de la &amp;boîte</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>&amp;Fournisseur</translation>
    </message>
    <message>
        <source>&amp;Read answers and bounces (IMAP)</source>
        <translation>&amp;Lire les réponses et les retours en erreur (IMAP)</translation>
    </message>
    <message>
        <source>&amp;Sender of mails</source>
        <translation>E&amp;xpéditeur des e-mails</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Utilisateur</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Autre serveur</translation>
    </message>
    <message>
        <source>Application secr&amp;et</source>
        <translation>Secret de l’app&amp;lication</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>Microsoft 365</source>
        <translation>Microsoft 365</translation>
    </message>
    <message>
        <source>Only mail of customers is kept; nothing in the mailbox is changed or marked.</source>
        <translation>Seuls les e-mails des clients sont conservés ; rien n’est modifié ni marqué dans la boîte aux lettres.</translation>
    </message>
    <message>
        <source>Our company &lt;accounts@our-company.example&gt;</source>
        <translation>Notre société &lt;compta@notre-societe.example&gt;</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Mot de pass&amp;e</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <source>Sending ser&amp;ver</source>
        <translation>Ser&amp;veur d’envoi</translation>
    </message>
    <message>
        <source>empty: any</source>
        <translation>vide : tous</translation>
    </message>
    <message>
        <source>kept in the system&apos;s keyring</source>
        <translation>conservé dans le trousseau du système</translation>
    </message>
    <message>
        <source>none (this computer only)</source>
        <translation>aucune (ce poste seulement)</translation>
    </message>
    <message>
        <source>of the application your company registered</source>
        <translation>de l’application enregistrée par votre société</translation>
    </message>
</context>
<context>
    <name>MailForm</name>
    <message>
        <source>&amp;Subject</source>
        <translation>&amp;Objet</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Texte</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>&amp;Usual words…</source>
        <translation>Texte &amp;habituel…</translation>
    </message>
    <message>
        <source>A mail with this document was queued before: this one is sent besides.</source>
        <translation>Un message avec ce document est déjà parti ou en file : celui-ci s’y ajoute.</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Pièce jointe</translation>
    </message>
    <message>
        <source>Change what every such mail says</source>
        <translation>Changer ce que dit chaque e-mail de ce genre</translation>
    </message>
    <message>
        <source>Each recipient gets a mail of their own. Changes hold for this one only.</source>
        <translation>Chaque destinataire reçoit son propre message. Les changements ne valent que pour celui-ci.</translation>
    </message>
    <message>
        <source>Open in &amp;my mail program</source>
        <translation>Ouvrir dans &amp;ma messagerie</translation>
    </message>
    <message>
        <source>Put in the outbox</source>
        <translation>Mettre dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Send {number}</source>
        <translation>Envoyer {number}</translation>
    </message>
    <message>
        <source>Writes the mail with its PDF to a file; OTC Desktop cannot know if it left</source>
        <translation>Écrit le message et son PDF dans un fichier ; OTC Desktop ne peut savoir s’il est parti</translation>
    </message>
    <message>
        <source>name@company.fr, second@company.fr</source>
        <translation>nom@societe.fr, autre@societe.fr</translation>
    </message>
    <message>
        <source>{customer} has no e-mail address for invoices yet.</source>
        <translation>{customer} n’a pas encore d’adresse e-mail pour ses factures.</translation>
    </message>
</context>
<context>
    <name>MailHistory</name>
    <message>
        <source>Answer of the server</source>
        <translation>Réponse du serveur</translation>
    </message>
    <message>
        <source>Choose an e-mail that came in to read it.</source>
        <translation>Choisissez un courriel reçu pour le lire.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>E-mails of {number}</source>
        <translation>E-mails de {number}</translation>
    </message>
    <message>
        <source>No mail with this document was made yet. Send it with Ctrl+E.</source>
        <translation>Aucun e-mail avec ce document pour l’instant. Envoyez-le par Ctrl+E.</translation>
    </message>
    <message>
        <source>Open a &amp;dispute…</source>
        <translation>Ouvrir un &amp;litige…</translation>
    </message>
    <message>
        <source>Text of the e-mail</source>
        <translation>Texte du courriel</translation>
    </message>
    <message>
        <source>The customer contests the document: write down why</source>
        <translation>Le client conteste le document : notez pourquoi</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>{what} (by {who})</source>
        <translation>{what} (par {who})</translation>
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
    <name>MailReview</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Documents: {count}. Without an e-mail address: {without}.</source>
        <translation>Documents : {count}. Sans adresse e-mail : {without}.</translation>
    </message>
    <message>
        <source>Put {count} in the outbox</source>
        <translation>Mettre {count} dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Send by e-mail</source>
        <translation>Envoyer par e-mail</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>no e-mail address</source>
        <translation>pas d’adresse e-mail</translation>
    </message>
    <message>
        <source>queued or sent before</source>
        <translation>déjà en file ou envoyé</translation>
    </message>
</context>
<context>
    <name>MailTemplatesForm</name>
    <message>
        <source> – your own words</source>
        <translation> – votre texte</translation>
    </message>
    <message>
        <source>&amp;Mail</source>
        <translation>&amp;E-mail</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>&amp;Objet</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Texte</translation>
    </message>
    <message>
        <source>Back to the &amp;delivered words</source>
        <translation>Revenir au texte &amp;d’origine</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>Ce que lira le client</translation>
    </message>
    <message>
        <source>How it reads with your last document</source>
        <translation>Ce que donnerait votre dernier document</translation>
    </message>
    <message>
        <source>Keep these words</source>
        <translation>Garder ce texte</translation>
    </message>
    <message>
        <source>Shown with an invented document: there is none of this kind yet.</source>
        <translation>Affiché avec un document inventé : il n’y en a encore aucun de cette sorte.</translation>
    </message>
    <message>
        <source>Shown with {document}.</source>
        <translation>Affiché avec {document}.</translation>
    </message>
    <message>
        <source>What stands in braces is filled in: {names}. Amounts end in |money, dates in |date.</source>
        <translation>Ce qui est entre accolades est rempli : {names}. Un montant se termine par |money, une date par |date.</translation>
    </message>
    <message>
        <source>Words kept: the next mails say them</source>
        <translation>Texte gardé : les prochains e-mails le disent</translation>
    </message>
    <message>
        <source>Words of e-mails</source>
        <translation>Textes des e-mails</translation>
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
    <name>MandateForm</name>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>&amp;IBAN</source>
        <translation>&amp;IBAN</translation>
    </message>
    <message>
        <source>&amp;Reference (RUM)</source>
        <translation>&amp;Référence (RUM)</translation>
    </message>
    <message>
        <source>&amp;Scheme</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>Account &amp;holder</source>
        <translation>T&amp;itulaire du compte</translation>
    </message>
    <message>
        <source>Choose the customer.</source>
        <translation>Choisissez le client.</translation>
    </message>
    <message>
        <source>Customer: code, name, SIREN or city</source>
        <translation>Client : code, nom, SIREN ou ville</translation>
    </message>
    <message>
        <source>Days of &amp;notice agreed</source>
        <translation>Jours de &amp;préavis convenus</translation>
    </message>
    <message>
        <source>For &amp;one debit only</source>
        <translation>Pour &amp;un seul prélèvement</translation>
    </message>
    <message>
        <source>Give the day it was signed.</source>
        <translation>Indiquez le jour de la signature.</translation>
    </message>
    <message>
        <source>New mandate</source>
        <translation>Nouveau mandat</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Signed &amp;at</source>
        <translation>Signé &amp;à</translation>
    </message>
    <message>
        <source>Signed &amp;on</source>
        <translation>Signé &amp;le</translation>
    </message>
    <message>
        <source>proposed, if left empty</source>
        <translation>proposée si vide</translation>
    </message>
    <message>
        <source>the company&apos;s</source>
        <translation>celui de la société</translation>
    </message>
    <message>
        <source>the customer file&apos;s, if left empty</source>
        <translation>celui de la fiche client si vide</translation>
    </message>
    <message>
        <source>the customer, if left empty</source>
        <translation>le client, si vide</translation>
    </message>
</context>
<context>
    <name>MappedTable</name>
    <message>
        <source>Take for</source>
        <translation>Prendre pour</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>colonne {number}</translation>
    </message>
    <message>
        <source>— leave aside —</source>
        <translation>— laisser de côté —</translation>
    </message>
</context>
<context>
    <name>MappingsDialog</name>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Oublier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Forget the selected mapping (Del)</source>
        <translation>Oublier la correspondance sélectionnée (Suppr)</translation>
    </message>
    <message>
        <source>None yet: the assistant remembers your choices when it imports a file.</source>
        <translation>Aucune pour l’instant : l’assistant retient vos choix lorsqu’il importe un fichier.</translation>
    </message>
    <message>
        <source>Remembered mappings</source>
        <translation>Correspondances retenues</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>An entry carries {amount} from account {lost} to account {kept}.</source>
        <translation>Une écriture reporte {amount} du compte {lost} au compte {kept}.</translation>
    </message>
    <message>
        <source>Both files say the same.</source>
        <translation>Les deux fiches disent la même chose.</translation>
    </message>
    <message>
        <source>Exchange the kept file and the other (Ctrl+T)</source>
        <translation>Échanger la fiche gardée et l’autre (Ctrl+T)</translation>
    </message>
    <message>
        <source>In common: {reasons}</source>
        <translation>En commun : {reasons}</translation>
    </message>
    <message>
        <source>Issued documents stay as printed. The merge can be undone afterwards.</source>
        <translation>Les pièces émises restent telles qu’imprimées. La fusion peut être annulée ensuite.</translation>
    </message>
    <message>
        <source>Keep the other file</source>
        <translation>Garder l’autre fiche</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Merge two customers</source>
        <translation>Fusionner deux clients</translation>
    </message>
    <message>
        <source>Nothing hangs on {code} but its timeline.</source>
        <translation>Rien ne dépend de {code} hormis son historique.</translation>
    </message>
    <message>
        <source>These two files have hardly anything in common</source>
        <translation>Ces deux fiches n’ont presque rien en commun</translation>
    </message>
    <message>
        <source>What moves: {things}</source>
        <translation>Ce qui est déplacé : {things}</translation>
    </message>
    <message>
        <source>{code}, archived</source>
        <translation>{code}, archivée</translation>
    </message>
    <message>
        <source>{code}, kept</source>
        <translation>{code}, gardée</translation>
    </message>
    <message>
        <source>{lost} goes into {kept}</source>
        <translation>{lost} rejoint {kept}</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Duplicates…</source>
        <translation>Doublons…</translation>
    </message>
    <message>
        <source>Files that may be one customer: compare and merge them</source>
        <translation>Les fiches qui sont peut-être le même client : les comparer, les fusionner</translation>
    </message>
    <message>
        <source>Make two files again of the last ones merged</source>
        <translation>Refaire deux fiches des dernières fusionnées</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>Annuler la fusion</translation>
    </message>
    <message>
        <source>{code} · {name}: {reasons}</source>
        <translation>{code} · {name} : {reasons}</translation>
    </message>
    <message>
        <source>{lost} and {kept} are two files again</source>
        <translation>{lost} et {kept} sont de nouveau deux fiches</translation>
    </message>
    <message>
        <source>{lost} merged into {kept}</source>
        <translation>{lost} fusionné dans {kept}</translation>
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
    <name>NoticeForm</name>
    <message>
        <source>&amp;Days to pay</source>
        <translation>&amp;Jours pour payer</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Lieu</translation>
    </message>
    <message>
        <source>&amp;Signed by</source>
        <translation>&amp;Signataire</translation>
    </message>
    <message>
        <source>Formal notice to pay</source>
        <translation>Mise en demeure de payer</translation>
    </message>
    <message>
        <source>Late interest to the day, the indemnity, copies of the invoices and the statement of account are in the letter.</source>
        <translation>La lettre contient les pénalités au jour près, l’indemnité, la copie des factures et le relevé de compte.</translation>
    </message>
    <message>
        <source>Make the letter</source>
        <translation>Établir la lettre</translation>
    </message>
    <message>
        <source>Name and position</source>
        <translation>Nom et qualité</translation>
    </message>
    <message>
        <source>See the draft</source>
        <translation>Voir le projet</translation>
    </message>
    <message>
        <source>the company&apos;s city</source>
        <translation>la ville de l’entreprise</translation>
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
        <source>Open letter</source>
        <translation>Ouvrir la lettre</translation>
    </message>
    <message>
        <source>Reminders that need your approval come here once they are made.</source>
        <translation>Les relances qui demandent votre accord arrivent ici dès leur création.</translation>
    </message>
    <message>
        <source>The letter as PDF: a draft until it is approved</source>
        <translation>La lettre en PDF : un projet tant qu’elle n’est pas approuvée</translation>
    </message>
</context>
<context>
    <name>OnAccountDialog</name>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation>&amp;Montant</translation>
    </message>
    <message>
        <source>It stays open like a credit note, to be laid on invoices later.</source>
        <translation>Il reste ouvert comme un avoir, à imputer plus tard sur des factures.</translation>
    </message>
    <message>
        <source>Keep on a customer&apos;s account</source>
        <translation>Garder sur le compte d’un client</translation>
    </message>
    <message>
        <source>Keep on account</source>
        <translation>Garder sur compte</translation>
    </message>
</context>
<context>
    <name>OpenDisputeDialog</name>
    <message>
        <source>&amp;Invoice</source>
        <translation>&amp;Facture</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>&amp;Ligne</translation>
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
        <source>Customer&apos;s &amp;words</source>
        <translation>&amp;Propos du client</translation>
    </message>
    <message>
        <source>In &amp;charge</source>
        <translation>Res&amp;ponsable</translation>
    </message>
    <message>
        <source>Leave the amount empty when the whole line, or the whole open amount, is contested. Only what is contested is withheld from reminders.</source>
        <translation>Laissez le montant vide si toute la ligne, ou tout le reste dû, est contesté. Seul ce qui est contesté est exclu des relances.</translation>
    </message>
    <message>
        <source>Open a dispute</source>
        <translation>Ouvrir un litige</translation>
    </message>
    <message>
        <source>Open the dispute</source>
        <translation>Ouvrir le litige</translation>
    </message>
    <message>
        <source>To &amp;settle by</source>
        <translation>À &amp;régler avant le</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>no line in particular</source>
        <translation>aucune ligne en particulier</translation>
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
    <name>OrderChanges</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Cancel it, or close the rest of a partly delivered order</source>
        <translation>L’annuler, ou solder le reste d’une commande livrée en partie</translation>
    </message>
    <message>
        <source>Cancel order {number}</source>
        <translation>Annuler la commande {number}</translation>
    </message>
    <message>
        <source>Cancel order {number}?</source>
        <translation>Annuler la commande {number} ?</translation>
    </message>
    <message>
        <source>Cancel order…</source>
        <translation>Annuler la commande…</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Annuler la commande</translation>
    </message>
    <message>
        <source>Close order {number}</source>
        <translation>Solder la commande {number}</translation>
    </message>
    <message>
        <source>Close the rest…</source>
        <translation>Solder le reste…</translation>
    </message>
    <message>
        <source>Confirm the order to its customer by e-mail</source>
        <translation>Confirmer la commande au client par e-mail</translation>
    </message>
    <message>
        <source>Confirmation of order {number} in the outbox</source>
        <translation>Confirmation de la commande {number} dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Confirmation of order {number} written</source>
        <translation>Accusé de réception de la commande {number} enregistré</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Edit a draft, amend an accepted order</source>
        <translation>Modifier un brouillon, amender une commande confirmée</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Order {number} cancelled</source>
        <translation>Commande {number} annulée</translation>
    </message>
    <message>
        <source>Order {number} is held</source>
        <translation>Commande {number} bloquée</translation>
    </message>
    <message>
        <source>Order {number} saved</source>
        <translation>Commande {number} enregistrée</translation>
    </message>
    <message>
        <source>Order {number} taken as a draft</source>
        <translation>Commande {number} enregistrée en brouillon</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Pro forma…</source>
        <translation>Pro forma…</translation>
    </message>
    <message>
        <source>Reopen order {number}</source>
        <translation>Rouvrir la commande {number}</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>Rouvrir…</translation>
    </message>
    <message>
        <source>Save the confirmation</source>
        <translation>Enregistrer la confirmation</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Envoyer de nouveau</translation>
    </message>
    <message>
        <source>Show what the invoice would say: for a letter of credit, or customs</source>
        <translation>Montrer ce que dirait la facture : pour un crédit documentaire ou la douane</translation>
    </message>
    <message>
        <source>The draft keeps its number and counts for nothing.</source>
        <translation>Le brouillon garde son numéro et ne compte plus.</translation>
    </message>
    <message>
        <source>Why? The reason is kept with your name.</source>
        <translation>Pourquoi ? Le motif est gardé avec votre nom.</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Add at least one line.</source>
        <translation>Ajoutez au moins une ligne.</translation>
    </message>
    <message>
        <source>Amend order {number}</source>
        <translation>Avenant à la commande {number}</translation>
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
        <source>Customer: code, name, SIREN or city</source>
        <translation>Client : code, nom, SIREN ou ville</translation>
    </message>
    <message>
        <source>Deliver to</source>
        <translation>Livrer à</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Quitter sans enregistrer</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Quitter sans enregistrer ?</translation>
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
        <source>Order {number}</source>
        <translation>Commande {number}</translation>
    </message>
    <message>
        <source>Promised delivery</source>
        <translation>Livraison promise</translation>
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
        <source>Save the &amp;amendment</source>
        <translation>Enregistrer l’&amp;avenant</translation>
    </message>
    <message>
        <source>Save the amendment (Ctrl+Enter)</source>
        <translation>Enregistrer l’avenant (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>The customer&apos;s own number</source>
        <translation>Le numéro du client</translation>
    </message>
    <message>
        <source>The date is not understood.</source>
        <translation>La date n’est pas comprise.</translation>
    </message>
    <message>
        <source>Usual delivery address</source>
        <translation>Adresse de livraison habituelle</translation>
    </message>
    <message>
        <source>What you wrote on this order would be lost.</source>
        <translation>Ce que vous avez écrit sur cette commande serait perdu.</translation>
    </message>
    <message>
        <source>Wished delivery</source>
        <translation>Livraison souhaitée</translation>
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
        <source>Description</source>
        <translation>Désignation</translation>
    </message>
    <message>
        <source>Excluding tax</source>
        <translation>Total HT</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Famille</translation>
    </message>
    <message>
        <source>Including tax</source>
        <translation>Total TTC</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
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
        <source>Confirmed on</source>
        <translation>Confirmée le</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Retard</translation>
    </message>
    <message>
        <source>Deliver all that is left, or chosen quantities</source>
        <translation>Livrer tout le reliquat, ou des quantités choisies</translation>
    </message>
    <message>
        <source>Deliver to</source>
        <translation>Livrer à</translation>
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
        <source>Ended because</source>
        <translation>Motif de fin</translation>
    </message>
    <message>
        <source>Invoice it</source>
        <translation>La facturer</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
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
        <source>Promised delivery</source>
        <translation>Livraison promise</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>N° de commande client</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Devis</translation>
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
    <message>
        <source>Wished delivery</source>
        <translation>Livraison souhaitée</translation>
    </message>
</context>
<context>
    <name>OrdersTab</name>
    <message>
        <source>Credit alerts</source>
        <translation>Alertes crédit</translation>
    </message>
    <message>
        <source>Delays</source>
        <translation>Délais</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Livraisons</translation>
    </message>
    <message>
        <source>Held for credit</source>
        <translation>Bloquées</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Tarifs</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Devis</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
</context>
<context>
    <name>OtherSection</name>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Divers</translation>
    </message>
    <message>
        <source>Reminder plan</source>
        <translation>Plan de relance</translation>
    </message>
</context>
<context>
    <name>OtherSettlements</name>
    <message>
        <source>Kept on account: {number}</source>
        <translation>Gardé sur compte : {number}</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Answer of the server</source>
        <translation>Réponse du serveur</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Pièces jointes</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>Cancel the e-mail</source>
        <translation>Annuler l’e-mail</translation>
    </message>
    <message>
        <source>Cancel this e-mail?</source>
        <translation>Annuler cet e-mail ?</translation>
    </message>
    <message>
        <source>Choose a mail to read it.</source>
        <translation>Choisissez un e-mail pour le lire.</translation>
    </message>
    <message>
        <source>Correct the address…</source>
        <translation>Corriger l’adresse…</translation>
    </message>
    <message>
        <source>E-mail cancelled</source>
        <translation>E-mail annulé</translation>
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
        <source>Put the chosen e-mail back in the outbox</source>
        <translation>Remettre l’e-mail choisi dans la file d’envoi</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Send every mail that is ready to leave</source>
        <translation>Envoyer tous les e-mails prêts à partir</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Send the chosen e-mail to another address</source>
        <translation>Envoyer l’e-mail choisi à une autre adresse</translation>
    </message>
    <message>
        <source>The chosen e-mail will not leave</source>
        <translation>L’e-mail choisi ne partira pas</translation>
    </message>
    <message>
        <source>{recipient} will not receive it: {subject}</source>
        <translation>{recipient} ne le recevra pas : {subject}</translation>
    </message>
</context>
<context>
    <name>PaperColumns</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All slips</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banque</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Credited on</source>
        <translation>Créditée le</translation>
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
        <source>Falls due on</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Reason of return</source>
        <translation>Motif de l’impayé</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Put in the outbox</source>
        <translation>Mettre dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>Write the paper to a file (Ctrl+S)</source>
        <translation>Écrire le document dans un fichier (Ctrl+S)</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>&amp;Amount</source>
        <translation>M&amp;ontant</translation>
    </message>
    <message>
        <source>&amp;Bank</source>
        <translation>&amp;Banque</translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>&amp;Documents it pays</source>
        <translation>&amp;Pièces réglées</translation>
    </message>
    <message>
        <source>&amp;Drawer</source>
        <translation>&amp;Tireur</translation>
    </message>
    <message>
        <source>&amp;Means</source>
        <translation>&amp;Moyen</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Numéro</translation>
    </message>
    <message>
        <source>&amp;Received on</source>
        <translation>&amp;Reçu le</translation>
    </message>
    <message>
        <source>A date is not understood.</source>
        <translation>Une date n’est pas comprise.</translation>
    </message>
    <message>
        <source>Accoun&amp;t (IBAN)</source>
        <translation>Compt&amp;e (IBAN)</translation>
    </message>
    <message>
        <source>Choose the customer.</source>
        <translation>Choisissez le client.</translation>
    </message>
    <message>
        <source>Chosen beyond the amount: {amount}</source>
        <translation>Choisi au-delà du montant : {amount}</translation>
    </message>
    <message>
        <source>Customer: code, name, SIREN or city</source>
        <translation>Client : code, nom, SIREN ou ville</translation>
    </message>
    <message>
        <source>Documents it pays</source>
        <translation>Pièces réglées</translation>
    </message>
    <message>
        <source>Due &amp;on</source>
        <translation>Éc&amp;héance</translation>
    </message>
    <message>
        <source>Enter the amount received.</source>
        <translation>Saisissez le montant reçu.</translation>
    </message>
    <message>
        <source>Enter the amount.</source>
        <translation>Saisissez le montant.</translation>
    </message>
    <message>
        <source>Keep the rest &amp;on account</source>
        <translation>Garder le reste en a&amp;compte</translation>
    </message>
    <message>
        <source>Leave the difference open</source>
        <translation>Laisser l’écart ouvert</translation>
    </message>
    <message>
        <source>Left to lay on documents: {amount}</source>
        <translation>Reste à répartir : {amount}</translation>
    </message>
    <message>
        <source>New receipt</source>
        <translation>Nouveau règlement</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Space ticks a document, F2 changes its amount</source>
        <translation>Espace coche une pièce, F2 change son montant</translation>
    </message>
    <message>
        <source>The documents make up the amount.</source>
        <translation>Les pièces font le montant.</translation>
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
        <source>the customer, if left empty</source>
        <translation>le client, si vide</translation>
    </message>
</context>
<context>
    <name>PaperLookForm</name>
    <message>
        <source>&amp;Classic – framed boxes</source>
        <translation>C&amp;lassique – cadres</translation>
    </message>
    <message>
        <source>&amp;Discount</source>
        <translation>&amp;Remise</translation>
    </message>
    <message>
        <source>&amp;Legal sentences…</source>
        <translation>&amp;Mentions légales…</translation>
    </message>
    <message>
        <source>&amp;Modern – areas of colour</source>
        <translation>&amp;Moderne – aplats de couleur</translation>
    </message>
    <message>
        <source>&amp;Plain – fine lines, little ink</source>
        <translation>&amp;Épuré – traits fins, peu d’encre</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unité</translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation>Autre couleur</translation>
    </message>
    <message>
        <source>Article &amp;code</source>
        <translation>&amp;Code article</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Modèle d’origine</translation>
    </message>
    <message>
        <source>Choose a &amp;logo…</source>
        <translation>Choisir un lo&amp;go…</translation>
    </message>
    <message>
        <source>Choose the logo</source>
        <translation>Choisir le logo</translation>
    </message>
    <message>
        <source>Document template</source>
        <translation>Modèle de documents</translation>
    </message>
    <message>
        <source>Keep this template</source>
        <translation>Garder ce modèle</translation>
    </message>
    <message>
        <source>Language of the &amp;sample</source>
        <translation>Langue de l’&amp;exemple</translation>
    </message>
    <message>
        <source>Late payment, discount, reasons without VAT</source>
        <translation>Retard de paiement, escompte, motifs sans TVA</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Mise en page</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Main colour</source>
        <translation>Couleur principale</translation>
    </message>
    <message>
        <source>No logo yet: a PNG or JPEG picture, at most 5 MB.</source>
        <translation>Pas encore de logo : une image PNG ou JPEG, 5 Mo au plus.</translation>
    </message>
    <message>
        <source>Opening hours, a certificate … The legal identity is printed anyway.</source>
        <translation>Horaires, certification… L’identité légale s’imprime de toute façon.</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Images (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Quotes, confirmations, delivery notes, invoices and credit notes share this template. Issued documents stay as they are.</source>
        <translation>Devis, confirmations, bons de livraison, factures et avoirs partagent ce modèle. Les documents émis restent tels quels.</translation>
    </message>
    <message>
        <source>Shown with each line</source>
        <translation>Affiché sur chaque ligne</translation>
    </message>
    <message>
        <source>Template kept: the next documents have it</source>
        <translation>Modèle gardé : les prochains documents l’auront</translation>
    </message>
    <message>
        <source>Text at the &amp;foot of each page</source>
        <translation>Texte en &amp;pied de page</translation>
    </message>
    <message>
        <source>Without its column a discount stands below the description.</source>
        <translation>Sans sa colonne, une remise s’imprime sous la désignation.</translation>
    </message>
    <message>
        <source>Without logo</source>
        <translation>Sans logo</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>Book the bank lines of waiting slips that are sure, propose the others</source>
        <translation>Comptabiliser les lignes sûres des remises en attente, proposer les autres</translation>
    </message>
    <message>
        <source>CFONB files (*.txt)</source>
        <translation>Fichiers CFONB (*.txt)</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Corriger…</translation>
    </message>
    <message>
        <source>Deposit slips</source>
        <translation>Remises en banque</translation>
    </message>
    <message>
        <source>Deposit slip…</source>
        <translation>Remise…</translation>
    </message>
    <message>
        <source>Enter a cheque, a bill, a card or a cash receipt</source>
        <translation>Saisir un chèque, un effet, une carte ou des espèces</translation>
    </message>
    <message>
        <source>Enter the cheques, bills, cards and cash that you receive.</source>
        <translation>Saisissez les chèques, effets, cartes et espèces que vous recevez.</translation>
    </message>
    <message>
        <source>File for the bank</source>
        <translation>Fichier pour la banque</translation>
    </message>
    <message>
        <source>File for the bank…</source>
        <translation>Fichier pour la banque…</translation>
    </message>
    <message>
        <source>Find bank lines</source>
        <translation>Chercher les lignes de banque</translation>
    </message>
    <message>
        <source>Group the selected receipts in a slip for the bank</source>
        <translation>Grouper les règlements sélectionnés sur un bordereau pour la banque</translation>
    </message>
    <message>
        <source>Import the statement that shows the credit, then try again.</source>
        <translation>Importez le relevé qui porte le crédit, puis recommencez.</translation>
    </message>
    <message>
        <source>Its documents are open again.</source>
        <translation>Ses pièces redeviennent dues.</translation>
    </message>
    <message>
        <source>New receipt</source>
        <translation>Nouveau règlement</translation>
    </message>
    <message>
        <source>No bank line fits a waiting slip</source>
        <translation>Aucune ligne de banque ne correspond à une remise en attente</translation>
    </message>
    <message>
        <source>No slip yet</source>
        <translation>Aucune remise</translation>
    </message>
    <message>
        <source>Nothing in hand</source>
        <translation>Rien en portefeuille</translation>
    </message>
    <message>
        <source>Open the slip</source>
        <translation>Ouvrir le bordereau</translation>
    </message>
    <message>
        <source>Put right number, bank or drawer of a receipt in hand</source>
        <translation>Rectifier le numéro, la banque ou le tireur d’un règlement en portefeuille</translation>
    </message>
    <message>
        <source>Recorded as unpaid</source>
        <translation>Impayé enregistré</translation>
    </message>
    <message>
        <source>Returned unpaid…</source>
        <translation>Impayé…</translation>
    </message>
    <message>
        <source>Select receipts of one kind above, then choose Deposit slip.</source>
        <translation>Sélectionnez ci-dessus des règlements d’une même nature, puis choisissez Remise.</translation>
    </message>
    <message>
        <source>Show the selected slip as PDF</source>
        <translation>Afficher la remise sélectionnée en PDF</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>Défaire</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Annuler la saisie</translation>
    </message>
    <message>
        <source>Take the bank line off</source>
        <translation>Annuler le rapprochement</translation>
    </message>
    <message>
        <source>The bank line was another&apos;s: the slip waits again</source>
        <translation>La ligne était celle d’un autre : la remise attend de nouveau</translation>
    </message>
    <message>
        <source>The bank returned the selected receipt: its documents open again</source>
        <translation>La banque a rejeté le règlement sélectionné : ses pièces redeviennent dues</translation>
    </message>
    <message>
        <source>The selected receipt in hand, or its return, was entered by mistake</source>
        <translation>Le règlement en main sélectionné, ou son retour impayé, a été saisi par erreur</translation>
    </message>
    <message>
        <source>The slip was not handed over: its receipts are in hand again</source>
        <translation>La remise n’a pas été déposée : ses règlements reviennent en portefeuille</translation>
    </message>
    <message>
        <source>Write the selected slip of bills as a CFONB 160 file</source>
        <translation>Écrire la remise de LCR sélectionnée au format CFONB 160</translation>
    </message>
    <message>
        <source>{amount} of {drawer} saved; the next one can be entered</source>
        <translation>{amount} de {drawer} enregistré ; saisissez le suivant</translation>
    </message>
    <message>
        <source>{count} slip(s) credited by their bank line</source>
        <translation>{count} remise(s) rapprochée(s) de leur ligne de banque</translation>
    </message>
</context>
<context>
    <name>PapersPresenter</name>
    <message>
        <source>Install a PDF viewer, or write the slip with otc receipt pdf.</source>
        <translation>Installez un lecteur PDF, ou écrivez le bordereau par otc receipt pdf.</translation>
    </message>
    <message>
        <source>Its documents are open again.</source>
        <translation>Ses pièces redeviennent dues.</translation>
    </message>
    <message>
        <source>Its documents are settled again.</source>
        <translation>Ses pièces sont de nouveau soldées.</translation>
    </message>
    <message>
        <source>Looking for the bank lines of slips</source>
        <translation>Recherche des lignes de banque des remises</translation>
    </message>
    <message>
        <source>No program opens {name}</source>
        <translation>Aucun programme n’ouvre {name}</translation>
    </message>
    <message>
        <source>Slip {number} is credited</source>
        <translation>Remise {number} créditée</translation>
    </message>
    <message>
        <source>Slip {number} is taken apart</source>
        <translation>Remise {number} défaite</translation>
    </message>
    <message>
        <source>Slip {number} made</source>
        <translation>Remise {number} établie</translation>
    </message>
    <message>
        <source>Slip {number} waits for its bank line again</source>
        <translation>La remise {number} attend de nouveau sa ligne de banque</translation>
    </message>
    <message>
        <source>Take it apart</source>
        <translation>La défaire</translation>
    </message>
    <message>
        <source>The receipt is taken back</source>
        <translation>La saisie est annulée</translation>
    </message>
    <message>
        <source>The return is taken back</source>
        <translation>Le retour impayé est annulé</translation>
    </message>
    <message>
        <source>What stood on it is in hand again.</source>
        <translation>Ses règlements reviennent en portefeuille.</translation>
    </message>
    <message>
        <source>{name} written</source>
        <translation>{name} enregistré</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>&amp;Once more</source>
        <translation>&amp;Encore une fois</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase secrète</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Passphrase of the backups</source>
        <translation>Phrase secrète des sauvegardes</translation>
    </message>
    <message>
        <source>Several words, 12 characters at least. Write them down away from this computer: without them nobody can open the copies, we included.</source>
        <translation>Plusieurs mots, 12 caractères au moins. Notez-les loin de cet ordinateur : sans eux, personne ne peut ouvrir les copies, pas même nous.</translation>
    </message>
    <message>
        <source>The two passphrases differ: type them again.</source>
        <translation>Les deux phrases diffèrent : saisissez-les à nouveau.</translation>
    </message>
    <message>
        <source>empty: not encrypted</source>
        <translation>vide : non chiffrée</translation>
    </message>
</context>
<context>
    <name>PausesDialog</name>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>&amp;Up to and with</source>
        <translation>&amp;Jusqu’au (inclus)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Empty: until somebody lets them go on</source>
        <translation>Vide : jusqu’à ce que quelqu’un les reprenne</translation>
    </message>
    <message>
        <source>Keep this end</source>
        <translation>Garder cette fin</translation>
    </message>
    <message>
        <source>Nobody is on hold</source>
        <translation>Aucune suspension</translation>
    </message>
    <message>
        <source>Remind again now</source>
        <translation>Relancer de nouveau</translation>
    </message>
    <message>
        <source>Reminders on hold</source>
        <translation>Relances suspendues</translation>
    </message>
    <message>
        <source>«Hold…» over a reminder leaves a customer in peace for a while.</source>
        <translation>« Suspendre… » sur une relance laisse un client en paix un moment.</translation>
    </message>
</context>
<context>
    <name>PaymentPlanForm</name>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>&amp;First on</source>
        <translation>&amp;Premier versement le</translation>
    </message>
    <message>
        <source>&amp;Invoices</source>
        <translation>&amp;Factures</translation>
    </message>
    <message>
        <source>&amp;Rhythm</source>
        <translation>&amp;Rythme</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Texte</translation>
    </message>
    <message>
        <source>Agree on the plan</source>
        <translation>Accorder l’échéancier</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>An amount can&apos;t be read.</source>
        <translation>Un montant est illisible.</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Prévue le</translation>
    </message>
    <message>
        <source>Further words for the letter</source>
        <translation>Texte à ajouter à la lettre</translation>
    </message>
    <message>
        <source>I&amp;nstalments</source>
        <translation>&amp;Versements</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>Versements</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>May be &amp;late by</source>
        <translation>&amp;Tolérance</translation>
    </message>
    <message>
        <source>New payment plan</source>
        <translation>Nouvel échéancier</translation>
    </message>
    <message>
        <source>Tick the invoices to pay off.</source>
        <translation>Cochez les factures à échelonner.</translation>
    </message>
    <message>
        <source>{number}   due {day}   {amount}</source>
        <translation>{number}   échéance {day}   {amount}</translation>
    </message>
    <message>
        <source>▲ {difference} are missing to {amount}</source>
        <translation>▲ Il manque {difference} pour faire {amount}</translation>
    </message>
    <message>
        <source>✓ Comes to {amount}, to the cent</source>
        <translation>✓ Fait {amount}, au centime près</translation>
    </message>
</context>
<context>
    <name>PaymentPlans</name>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Prévue le</translation>
    </message>
    <message>
        <source>Next instalment</source>
        <translation>Prochain versement</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>PaymentPlansPage</name>
    <message>
        <source>A date or an amount can&apos;t be read.</source>
        <translation>Une date ou un montant est illisible.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Call off…</source>
        <translation>Annuler…</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>Choisissez-en un dans la liste.</translation>
    </message>
    <message>
        <source>Instalments missed: {count}</source>
        <translation>Versements manqués : {count}</translation>
    </message>
    <message>
        <source>Invoices: {numbers}</source>
        <translation>Factures : {numbers}</translation>
    </message>
    <message>
        <source>Let a customer pay off in instalments</source>
        <translation>Laisser un client régler en plusieurs versements</translation>
    </message>
    <message>
        <source>Let a plan beyond its author&apos;s limit take effect</source>
        <translation>Mettre en vigueur un échéancier au-delà du plafond de son auteur</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nouveau…</translation>
    </message>
    <message>
        <source>No payment plan</source>
        <translation>Aucun échéancier</translation>
    </message>
    <message>
        <source>No plan is chosen</source>
        <translation>Aucun échéancier choisi</translation>
    </message>
    <message>
        <source>Open letter</source>
        <translation>Ouvrir la lettre</translation>
    </message>
    <message>
        <source>Payment plan {number} agreed</source>
        <translation>Échéancier {number} accordé</translation>
    </message>
    <message>
        <source>Payment plan {number} waits for approval</source>
        <translation>L’échéancier {number} attend une approbation</translation>
    </message>
    <message>
        <source>Put the letter in the outbox</source>
        <translation>Mettre la lettre dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Received {received} of {amount}</source>
        <translation>Reçu {received} sur {amount}</translation>
    </message>
    <message>
        <source>Reminders resume where they stopped</source>
        <translation>Les relances reprennent là où elles en étaient</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>The agreement as PDF, to be signed</source>
        <translation>L’accord en PDF, à signer</translation>
    </message>
    <message>
        <source>The letter leaves to {recipient}</source>
        <translation>La lettre part à {recipient}</translation>
    </message>
    <message>
        <source>The words of the letter and of its mail, in each language</source>
        <translation>Les textes de la lettre et de son e-mail, dans chaque langue</translation>
    </message>
    <message>
        <source>When a customer can&apos;t pay at once, agree on instalments here. Reminders are withheld while they are kept.</source>
        <translation>Quand un client ne peut pas tout payer, accordez des versements ici. Les relances sont retenues tant qu’ils sont respectés.</translation>
    </message>
    <message>
        <source>Words…</source>
        <translation>Textes…</translation>
    </message>
</context>
<context>
    <name>PaymentPlansPresenter</name>
    <message>
        <source>The letter is in {path}</source>
        <translation>La lettre est dans {path}</translation>
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
    <name>PlaceSection</name>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;E-mail for invoices</source>
        <translation>&amp;E-mail de facturation</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address, second line</source>
        <translation>Complément d’adresse</translation>
    </message>
    <message>
        <source>Cit&amp;y</source>
        <translation>&amp;Ville</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
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
        <source>Language of documents</source>
        <translation>Langue des documents</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>&amp;For customers with</source>
        <translation>Po&amp;ur les clients</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Between two &amp;messages</source>
        <translation>Entre deux m&amp;essages</translation>
    </message>
    <message>
        <source>By e-mail, once for each payment that settles an invoice</source>
        <translation>Par e-mail, une fois par règlement qui solde une facture</translation>
    </message>
    <message>
        <source>Customers that chose no plan follow this one by group, else by grade, else by what they owe</source>
        <translation>Les clients sans plan choisi suivent celui-ci selon leur groupe, sinon leur note, sinon ce qu’ils doivent</translation>
    </message>
    <message>
        <source>Last bank s&amp;tatement at most</source>
        <translation>Dernier re&amp;levé bancaire de</translation>
    </message>
    <message>
        <source>Least amo&amp;unt</source>
        <translation>Montant min&amp;imum</translation>
    </message>
    <message>
        <source>On &amp;business days only</source>
        <translation>Jours &amp;ouvrés seulement</translation>
    </message>
    <message>
        <source>T&amp;hanks for a payment</source>
        <translation>&amp;Remercier d’un règlement</translation>
    </message>
    <message>
        <source>group=Hotels, grade=D, amount=10000</source>
        <translation>group=Hôtels, grade=D, amount=10000</translation>
    </message>
</context>
<context>
    <name>PlanTimeline</name>
    <message>
        <source>Due date</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Steps of the plan along the days</source>
        <translation>Étapes du plan au fil des jours</translation>
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
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Even with &amp;unmatched payments</source>
        <translation>Même avec des règlements non rap&amp;prochés</translation>
    </message>
    <message>
        <source>Even with old bank &amp;statements</source>
        <translation>Même si les &amp;relevés sont anciens</translation>
    </message>
    <message>
        <source>Every document whose time has come is reminded of.</source>
        <translation>Toutes les pièces dont l’heure est venue sont relancées.</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>Suspendre…</translation>
    </message>
    <message>
        <source>Leave the customer in peace for a while</source>
        <translation>Laisser le client tranquille quelque temps</translation>
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
        <source>On hold…</source>
        <translation>Suspensions…</translation>
    </message>
    <message>
        <source>Reminders settled: {count}</source>
        <translation>Relances traitées : {count}</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Lancer maintenant</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Sauter</translation>
    </message>
    <message>
        <source>Skip the chosen reminders ({count})?</source>
        <translation>Sauter les relances choisies ({count}) ?</translation>
    </message>
    <message>
        <source>Skip…</source>
        <translation>Sauter…</translation>
    </message>
    <message>
        <source>The chosen reminders leave today, approved by you</source>
        <translation>Les relances choisies partent aujourd’hui, avec votre accord</translation>
    </message>
    <message>
        <source>The next business day</source>
        <translation>Le prochain jour ouvré</translation>
    </message>
    <message>
        <source>This step leaves no message; the next one stays</source>
        <translation>Cette étape n’envoie rien ; la suivante reste prévue</translation>
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
        <source>Who is left in peace, until when</source>
        <translation>Qui n’est pas relancé, jusqu’à quand</translation>
    </message>
    <message>
        <source>Withheld, and why</source>
        <translation>Ne partiront pas, et pourquoi</translation>
    </message>
    <message>
        <source>Write the chosen reminder in other words</source>
        <translation>Rédiger autrement la relance choisie</translation>
    </message>
    <message>
        <source>{names}: nothing leaves for this step, and it can&apos;t be taken back.</source>
        <translation>{names} : rien ne part pour cette étape, et cela ne peut pas être annulé.</translation>
    </message>
</context>
<context>
    <name>PlannerDialog</name>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Installer</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>C’est fait.</translation>
    </message>
    <message>
        <source>Installed on this machine.</source>
        <translation>Installée sur ce poste.</translation>
    </message>
    <message>
        <source>Not installed on this machine.</source>
        <translation>Pas installée sur ce poste.</translation>
    </message>
    <message>
        <source>Task of the system</source>
        <translation>Tâche du système</translation>
    </message>
    <message>
        <source>While no window is open, the system can run what is due (otc run-due), every quarter of an hour. This is what is handed to it:</source>
        <translation>Quand aucune fenêtre n’est ouverte, le système peut exécuter ce qui est dû (otc run-due) tous les quarts d’heure. Voici ce qui lui est confié :</translation>
    </message>
</context>
<context>
    <name>PlansPage</name>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Ajouter une étape</translation>
    </message>
    <message>
        <source>Another plan, beginning with the steps of this one</source>
        <translation>Un autre plan, qui part des étapes de celui-ci</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>As a customer reads it</source>
        <translation>Ce que lit le client</translation>
    </message>
    <message>
        <source>Choose a customer to read this step.</source>
        <translation>Choisissez un client pour lire cette étape.</translation>
    </message>
    <message>
        <source>Chosen step</source>
        <translation>Étape choisie</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>ECB rates…</source>
        <translation>Taux BCE…</translation>
    </message>
    <message>
        <source>Its customers follow the rules, else the standard plan</source>
        <translation>Ses clients suivent les règles, sinon le plan Standard</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>Nouveau plan…</translation>
    </message>
    <message>
        <source>Plan {name} saved, revision {revision}</source>
        <translation>Plan {name} enregistré, version {revision}</translation>
    </message>
    <message>
        <source>Reminders already made keep the plan they followed</source>
        <translation>Les relances déjà faites gardent le plan qu’elles ont suivi</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>Retirer l’étape</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The rate of late interest by half-year</source>
        <translation>Le taux des pénalités de retard par semestre</translation>
    </message>
    <message>
        <source>The words of each tone, in each language</source>
        <translation>Les textes de chaque ton, dans chaque langue</translation>
    </message>
    <message>
        <source>Whole plan</source>
        <translation>Ensemble du plan</translation>
    </message>
    <message>
        <source>Words…</source>
        <translation>Textes…</translation>
    </message>
    <message>
        <source>{name} · customers: {count}</source>
        <translation>{name} · clients : {count}</translation>
    </message>
    <message>
        <source>▲ ECB rate missing…</source>
        <translation>▲ Taux BCE manquant…</translation>
    </message>
</context>
<context>
    <name>PlansPresenter</name>
    <message>
        <source>As it would read on the day on which this step falls due.</source>
        <translation>Tel qu’il serait le jour où cette étape arrive.</translation>
    </message>
    <message>
        <source>D{days}</source>
        <translation>J{days}</translation>
    </message>
    <message>
        <source>This customer owes nothing: choose another one.</source>
        <translation>Ce client ne doit rien : choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This step has no text: it is done by hand, then noted as done.</source>
        <translation>Cette étape n’a pas de texte : elle se fait à la main, puis se note comme faite.</translation>
    </message>
</context>
<context>
    <name>PlatformAccountDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>Par&amp;courir…</translation>
    </message>
    <message>
        <source>&amp;Client id</source>
        <translation>&amp;Identifiant client</translation>
    </message>
    <message>
        <source>&amp;Deposit each document as soon as it is issued</source>
        <translation>&amp;Déposer chaque pièce dès son émission</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>&amp;Organisation id</source>
        <translation>Identifiant d’&amp;organisation</translation>
    </message>
    <message>
        <source>&amp;Platform</source>
        <translation>&amp;Plateforme</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Secret</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Tester</translation>
    </message>
    <message>
        <source>&amp;VAT returns</source>
        <translation>Déclarations de T&amp;VA</translation>
    </message>
    <message>
        <source>Address and access come from your platform, which follows AFNOR XP Z12-013.</source>
        <translation>L’adresse et l’accès vous sont donnés par votre plateforme, qui suit la norme AFNOR XP Z12-013.</translation>
    </message>
    <message>
        <source>Address of the &amp;API</source>
        <translation>Adresse de l’&amp;API</translation>
    </message>
    <message>
        <source>Address of to&amp;kens</source>
        <translation>Adresse des &amp;jetons</translation>
    </message>
    <message>
        <source>Approved platform</source>
        <translation>Plateforme agréée</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>E-invoices stay here; the periods of e-reporting are computed all the same.</source>
        <translation>Les factures électroniques restent ici ; les périodes d’e-reporting sont calculées quand même.</translation>
    </message>
    <message>
        <source>Files are named as Chorus Pro&apos;s deposit takes them, for public customers only; bring them to its portal.</source>
        <translation>Les fichiers portent les noms qu’attend le dépôt de Chorus Pro, pour les clients publics seulement ; déposez-les sur son portail.</translation>
    </message>
    <message>
        <source>Files are put there whole, for the program of your platform to take; status messages (CDAR) are read from the folder «recus» inside it.</source>
        <translation>Les fichiers y sont déposés entiers, pour le programme de votre plateforme ; les messages de statut (CDAR) sont lus dans son sous-dossier « recus ».</translation>
    </message>
    <message>
        <source>Folder of deposits</source>
        <translation>Dossier des dépôts</translation>
    </message>
    <message>
        <source>For&amp;mat of deposits</source>
        <translation>For&amp;mat des dépôts</translation>
    </message>
    <message>
        <source>Goes as far as a deposit would; nothing is sent</source>
        <translation>Va aussi loin qu’un dépôt ; rien n’est envoyé</translation>
    </message>
    <message>
        <source>Keep the platform</source>
        <translation>Enregistrer la plateforme</translation>
    </message>
    <message>
        <source>Platform kept</source>
        <translation>Plateforme enregistrée</translation>
    </message>
    <message>
        <source>The platform lets us in.</source>
        <translation>La plateforme nous laisse entrer.</translation>
    </message>
    <message>
        <source>kept in the system&apos;s keyring</source>
        <translation>conservé dans le trousseau du système</translation>
    </message>
    <message>
        <source>only if your platform asks for it</source>
        <translation>seulement si votre plateforme le demande</translation>
    </message>
</context>
<context>
    <name>PostLinesDialog</name>
    <message>
        <source>&amp;From now on, for every line that contains</source>
        <translation>&amp;Désormais, pour toute ligne qui contient</translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation>&amp;Montant</translation>
    </message>
    <message>
        <source>Bank charges</source>
        <translation>Frais bancaires</translation>
    </message>
    <message>
        <source>Enter the amount to post.</source>
        <translation>Saisissez le montant à imputer.</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Intérêts</translation>
    </message>
    <message>
        <source>Internal transfers</source>
        <translation>Virements internes</translation>
    </message>
    <message>
        <source>Ledger &amp;account</source>
        <translation>&amp;Compte comptable</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Imputer</translation>
    </message>
    <message>
        <source>Post to a ledger account</source>
        <translation>Imputer à un compte comptable</translation>
    </message>
    <message>
        <source>Salaries</source>
        <translation>Salaires</translation>
    </message>
    <message>
        <source>Social charges</source>
        <translation>Charges sociales</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Fournisseurs</translation>
    </message>
    <message>
        <source>VAT to pay</source>
        <translation>TVA à décaisser</translation>
    </message>
    <message>
        <source>Waiting to be clarified</source>
        <translation>Compte d’attente</translation>
    </message>
    <message>
        <source>{count} lines, each whole</source>
        <translation>{count} lignes, chacune en entier</translation>
    </message>
</context>
<context>
    <name>PriceListForm</name>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Prices</source>
        <translation>&amp;Prix</translation>
    </message>
    <message>
        <source>&amp;Rounded to</source>
        <translation>A&amp;rrondis à</translation>
    </message>
    <message>
        <source>3 for dearer, −5 for cheaper</source>
        <translation>3 pour une hausse, −5 pour une baisse</translation>
    </message>
    <message>
        <source>C&amp;urrency</source>
        <translation>&amp;Devise</translation>
    </message>
    <message>
        <source>Cha&amp;nge in %</source>
        <translation>&amp;Variation en %</translation>
    </message>
    <message>
        <source>New price list</source>
        <translation>Nouveau tarif</translation>
    </message>
    <message>
        <source>Price list {code}</source>
        <translation>Tarif {code}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>This is not a percentage, such as 3 or −5</source>
        <translation>Ce n’est pas un pourcentage, comme 3 ou −5</translation>
    </message>
    <message>
        <source>none: an empty list</source>
        <translation>aucun : un tarif vide</translation>
    </message>
    <message>
        <source>of the catalogue</source>
        <translation>du catalogue</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Désignation</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>From quantity</source>
        <translation>À partir de</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Price excl. tax</source>
        <translation>Prix HT</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Au</translation>
    </message>
</context>
<context>
    <name>PricesPage</name>
    <message>
        <source>A list gives its customers other prices than the catalogue, by quantity and date. Make one from the catalogue, or import yours.</source>
        <translation>Un tarif donne à ses clients d’autres prix que le catalogue, par quantité et par date. Créez-en un à partir du catalogue, ou importez le vôtre.</translation>
    </message>
    <message>
        <source>A net price of a product, or a discount</source>
        <translation>Un prix net d’un article, ou une remise</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Porte sur</translation>
    </message>
    <message>
        <source>Agree a price…</source>
        <translation>Convenir d’un prix…</translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation>Convenu par</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All its prices leave the list; its customers pay the catalogue&apos;s price. Documents already written keep theirs.</source>
        <translation>Tous ses prix quittent le tarif ; ses clients paient le prix du catalogue. Les documents déjà établis gardent le leur.</translation>
    </message>
    <message>
        <source>By quantity and date; of the chosen product, or of another</source>
        <translation>Par quantité et par date ; de l’article choisi, ou d’un autre</translation>
    </message>
    <message>
        <source>Choose a list, then add prices (Ctrl+M) or import them.</source>
        <translation>Choisissez un tarif, puis ajoutez des prix (Ctrl+M) ou importez-les.</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>Empty, from the catalogue, or from another list with a rise</source>
        <translation>Vide, à partir du catalogue, ou d’un autre tarif avec une hausse</translation>
    </message>
    <message>
        <source>End this agreement today?</source>
        <translation>Arrêter cet accord aujourd’hui ?</translation>
    </message>
    <message>
        <source>End today</source>
        <translation>Arrêter aujourd’hui</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Family {family}</source>
        <translation>Famille {family}</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>From quantity</source>
        <translation>À partir de</translation>
    </message>
    <message>
        <source>From tomorrow on the customer pays what its list says.</source>
        <translation>À partir de demain le client paie ce que dit son tarif.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Net price</source>
        <translation>Prix net</translation>
    </message>
    <message>
        <source>New list…</source>
        <translation>Nouveau tarif…</translation>
    </message>
    <message>
        <source>New price list…</source>
        <translation>Nouveau tarif…</translation>
    </message>
    <message>
        <source>No price in this list</source>
        <translation>Aucun prix dans ce tarif</translation>
    </message>
    <message>
        <source>No price list yet</source>
        <translation>Pas encore de tarif</translation>
    </message>
    <message>
        <source>No price list: the catalogue&apos;s prices, but for those agreed below.</source>
        <translation>Aucun tarif : les prix du catalogue, sauf ceux convenus ci-dessous.</translation>
    </message>
    <message>
        <source>Nothing agreed</source>
        <translation>Rien de convenu</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Passés</translation>
    </message>
    <message>
        <source>Price list {code} made</source>
        <translation>Tarif {code} créé</translation>
    </message>
    <message>
        <source>Price list {code}; prices agreed below come first.</source>
        <translation>Tarif {code} ; les prix convenus ci-dessous passent d’abord.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Tarifs</translation>
    </message>
    <message>
        <source>Prices of a product…</source>
        <translation>Prix d’un article…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Affichés</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Take in price lists from a CSV or XLSX file</source>
        <translation>Reprendre des tarifs d’un fichier CSV ou XLSX</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take the chosen product out of the list</source>
        <translation>Retirer l’article choisi du tarif</translation>
    </message>
    <message>
        <source>Take {product} out of list {code}?</source>
        <translation>Retirer {product} du tarif {code} ?</translation>
    </message>
    <message>
        <source>The customer pays the prices of its list, else the catalogue&apos;s.</source>
        <translation>Le client paie les prix de son tarif, sinon ceux du catalogue.</translation>
    </message>
    <message>
        <source>The past stays as it was</source>
        <translation>Le passé reste tel quel</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>À venir</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>en vigueur</translation>
    </message>
    <message>
        <source>past</source>
        <translation>passé</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>à venir</translation>
    </message>
</context>
<context>
    <name>ProFormas</name>
    <message>
        <source>It gets a number of its own, and changes no book: it is no invoice.</source>
        <translation>Elle reçoit son propre numéro et ne touche aucun compte : ce n’est pas une facture.</translation>
    </message>
    <message>
        <source>Make a pro forma?</source>
        <translation>Établir une pro forma ?</translation>
    </message>
    <message>
        <source>Make the pro forma</source>
        <translation>Établir la pro forma</translation>
    </message>
    <message>
        <source>Pro forma saved</source>
        <translation>Pro forma enregistrée</translation>
    </message>
    <message>
        <source>Pro forma {number}</source>
        <translation>Pro forma {number}</translation>
    </message>
    <message>
        <source>Pro forma {number} is in the outbox</source>
        <translation>La pro forma {number} est dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Envoyer de nouveau</translation>
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
        <source>&amp;Family</source>
        <translation>&amp;Famille</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Nature</translation>
    </message>
    <message>
        <source>&amp;Price excluding tax</source>
        <translation>&amp;Prix HT</translation>
    </message>
    <message>
        <source>&amp;Reason without VAT</source>
        <translation>&amp;Motif sans TVA</translation>
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
        <source>De&amp;tails</source>
        <translation>Dé&amp;tails</translation>
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
        <source>Printed below the description</source>
        <translation>Imprimé sous la désignation</translation>
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
        <source>VAT &amp;category</source>
        <translation>&amp;Catégorie de TVA</translation>
    </message>
    <message>
        <source>groups prices and figures</source>
        <translation>regroupe tarifs et chiffres</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivés</translation>
    </message>
    <message>
        <source>Change the selected product</source>
        <translation>Modifier l’article sélectionné</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
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
        <source>Kind</source>
        <translation>Nature</translation>
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
        <source>On sale</source>
        <translation>En vente</translation>
    </message>
    <message>
        <source>Product {code} saved</source>
        <translation>Article {code} enregistré</translation>
    </message>
    <message>
        <source>Sell again</source>
        <translation>Remettre en vente</translation>
    </message>
    <message>
        <source>Sell the selected product no more, or again; documents keep it</source>
        <translation>Ne plus vendre l’article choisi, ou de nouveau ; les documents le gardent</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Affichés</translation>
    </message>
    <message>
        <source>Take in products from a CSV or XLSX file</source>
        <translation>Reprendre des articles d’un fichier CSV ou XLSX</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{code} is archived</source>
        <translation>{code} est archivé</translation>
    </message>
    <message>
        <source>{code} is on sale again</source>
        <translation>{code} est de nouveau en vente</translation>
    </message>
</context>
<context>
    <name>PromiseForm</name>
    <message>
        <source>&amp;Amount</source>
        <translation>&amp;Montant</translation>
    </message>
    <message>
        <source>&amp;Invoices</source>
        <translation>&amp;Factures</translation>
    </message>
    <message>
        <source>&amp;Promised by</source>
        <translation>P&amp;romis par</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>Te&amp;xte</translation>
    </message>
    <message>
        <source>Note the promise</source>
        <translation>Noter la promesse</translation>
    </message>
    <message>
        <source>Paid &amp;by</source>
        <translation>Payé &amp;pour le</translation>
    </message>
    <message>
        <source>Promise of {name}</source>
        <translation>Promesse de {name}</translation>
    </message>
    <message>
        <source>Without a ticked invoice the promise is for the account as a whole. Until it is due, reminders for what it covers are withheld.</source>
        <translation>Sans facture cochée, la promesse porte sur l’ensemble du compte. Jusqu’à son échéance, les relances sur ce qu’elle couvre sont retenues.</translation>
    </message>
    <message>
        <source>{number}   due {day}   {amount}</source>
        <translation>{number}   échéance {day}   {amount}</translation>
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
    <name>ProposalsPage</name>
    <message>
        <source>          Credit {amount}</source>
        <translation>          Crédit {amount}</translation>
    </message>
    <message>
        <source>Accept and post</source>
        <translation>Valider et comptabiliser</translation>
    </message>
    <message>
        <source>Adjust provisions</source>
        <translation>Ajuster les dépréciations</translation>
    </message>
    <message>
        <source>Adjustments proposed: {count}</source>
        <translation>Ajustements proposés : {count}</translation>
    </message>
    <message>
        <source>At the end of a period: more, or less where money came</source>
        <translation>En fin de période : dotation, ou reprise si un paiement est arrivé</translation>
    </message>
    <message>
        <source>Debit {amount}</source>
        <translation>Débit {amount}</translation>
    </message>
    <message>
        <source>Doubtful claims, provisions and bad debts are proposed here.</source>
        <translation>Créances douteuses, dépréciations et pertes se proposent ici.</translation>
    </message>
    <message>
        <source>Doubtful, provision, bad debt: posted only once accepted</source>
        <translation>Client douteux, dépréciation, perte : rien n’est comptabilisé avant validation</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>No entry is proposed</source>
        <translation>Aucune écriture proposée</translation>
    </message>
    <message>
        <source>Post the entry shown below</source>
        <translation>Comptabiliser l’écriture ci-dessous</translation>
    </message>
    <message>
        <source>Propose…</source>
        <translation>Proposer…</translation>
    </message>
    <message>
        <source>The duplicates to send, without which the VAT can&apos;t be taken back</source>
        <translation>Les duplicatas à envoyer, sans lesquels la TVA ne se récupère pas</translation>
    </message>
</context>
<context>
    <name>ProposeForm</name>
    <message>
        <source>&amp;Amount received</source>
        <translation>&amp;Montant reçu</translation>
    </message>
    <message>
        <source>&amp;Date of the entry</source>
        <translation>&amp;Date de l’écriture</translation>
    </message>
    <message>
        <source>&amp;Entry</source>
        <translation>&amp;Écriture</translation>
    </message>
    <message>
        <source>&amp;Percentage</source>
        <translation>Po&amp;urcentage</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Nothing is posted until the accountant accepts it.</source>
        <translation>Rien n’est comptabilisé avant la validation du comptable.</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Proposer</translation>
    </message>
    <message>
        <source>Propose an entry</source>
        <translation>Proposer une écriture</translation>
    </message>
    <message>
        <source>all that fit</source>
        <translation>toutes celles qui conviennent</translation>
    </message>
    <message>
        <source>of the amount without VAT</source>
        <translation>du montant hors taxe</translation>
    </message>
</context>
<context>
    <name>QuoteAcceptance</name>
    <message>
        <source>Accept all the same</source>
        <translation>Accepter quand même</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>Order {number} made</source>
        <translation>Commande {number} créée</translation>
    </message>
</context>
<context>
    <name>QuoteForm</name>
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
        <source>Customer&apos;s reference</source>
        <translation>Référence du client</translation>
    </message>
    <message>
        <source>Customer: code, name, SIREN or city</source>
        <translation>Client : code, nom, SIREN ou ville</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Quitter sans enregistrer</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Quitter sans enregistrer ?</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>Nouveau devis</translation>
    </message>
    <message>
        <source>Quote {number}</source>
        <translation>Devis {number}</translation>
    </message>
    <message>
        <source>Save the &amp;quote</source>
        <translation>Enregistrer le &amp;devis</translation>
    </message>
    <message>
        <source>Save the quote (Ctrl+Enter)</source>
        <translation>Enregistrer le devis (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Text below the lines, such as the lead time</source>
        <translation>Texte sous les lignes, par exemple le délai</translation>
    </message>
    <message>
        <source>The date is not understood.</source>
        <translation>La date n’est pas comprise.</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>What you wrote on this quote would be lost.</source>
        <translation>Ce que vous avez écrit sur ce devis serait perdu.</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Excluding tax</source>
        <translation>Total HT</translation>
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
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
</context>
<context>
    <name>QuotesPage</name>
    <message>
        <source>A new version in place of this one</source>
        <translation>Une nouvelle version à la place de celle-ci</translation>
    </message>
    <message>
        <source>Accepted…</source>
        <translation>Accepté…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Choose a quote to see it.</source>
        <translation>Choisissez un devis pour le voir.</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Mail the quote to whoever orders at the customer&apos;s</source>
        <translation>Envoyer le devis par e-mail au contact qui commande</translation>
    </message>
    <message>
        <source>Make a quote: accepted, it becomes an order in one step.</source>
        <translation>Établissez un devis : accepté, il devient une commande en une étape.</translation>
    </message>
    <message>
        <source>Make an order of the quote, or of some of its lines</source>
        <translation>Faire une commande du devis, ou de certaines lignes</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>Nouveau devis</translation>
    </message>
    <message>
        <source>No quote yet</source>
        <translation>Aucun devis</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Quote {number} is in the outbox</source>
        <translation>Devis {number} dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>Quote {number} made</source>
        <translation>Devis {number} établi</translation>
    </message>
    <message>
        <source>Quote {number} refused</source>
        <translation>Devis {number} refusé</translation>
    </message>
    <message>
        <source>Quote {number} saved</source>
        <translation>Devis {number} enregistré</translation>
    </message>
    <message>
        <source>Quote {number} settled as refused</source>
        <translation>Devis {number} classé refusé</translation>
    </message>
    <message>
        <source>Quote {number} written</source>
        <translation>Devis {number} enregistré en PDF</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Refused…</source>
        <translation>Refusé…</translation>
    </message>
    <message>
        <source>Revise</source>
        <translation>Réviser</translation>
    </message>
    <message>
        <source>Save the quote</source>
        <translation>Enregistrer le devis</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Envoyer de nouveau</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Why did the customer refuse? Price, lead time, competitor…</source>
        <translation>Pourquoi le client a-t-il refusé ? Prix, délai, concurrent…</translation>
    </message>
</context>
<context>
    <name>RatesDialog</name>
    <message>
        <source>&amp;Half-year</source>
        <translation>&amp;Semestre</translation>
    </message>
    <message>
        <source>&amp;Rate in %</source>
        <translation>&amp;Taux en %</translation>
    </message>
    <message>
        <source>2026-1 or 2026-2</source>
        <translation>2026-1 ou 2026-2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>ECB main refinancing rate by half-year</source>
        <translation>Taux de refinancement de la BCE par semestre</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Keep this rate</source>
        <translation>Garder ce taux</translation>
    </message>
    <message>
        <source>Late interest by your terms: {terms}.</source>
        <translation>Pénalités selon vos conditions : {terms}.</translation>
    </message>
    <message>
        <source>Rate in %</source>
        <translation>Taux en %</translation>
    </message>
    <message>
        <source>Rates by half-year</source>
        <translation>Taux par semestre</translation>
    </message>
    <message>
        <source>The rate from {day} is missing: the last one known is used until you enter it.</source>
        <translation>Le taux du {day} manque : le dernier connu est utilisé tant que vous ne l’avez pas saisi.</translation>
    </message>
    <message>
        <source>Write the half-year like 2026-1 or 2026-2.</source>
        <translation>Écrivez le semestre comme 2026-1 ou 2026-2.</translation>
    </message>
    <message>
        <source>Write the rate like 2,15.</source>
        <translation>Écrivez le taux comme 2,15.</translation>
    </message>
</context>
<context>
    <name>ReasonFields</name>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>no particular cause</source>
        <translation>sans cause particulière</translation>
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
    <name>RebateForm</name>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Premier jour</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Dernier jour</translation>
    </message>
    <message>
        <source>&amp;Percentage</source>
        <translation>Po&amp;urcentage</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>&amp;Référence</translation>
    </message>
    <message>
        <source>Credited once the period is over; accrued meanwhile as it is earned.</source>
        <translation>L’avoir vient une fois la période finie ; d’ici là, elle est constatée à mesure.</translation>
    </message>
    <message>
        <source>Fa&amp;mily</source>
        <translation>Fa&amp;mille</translation>
    </message>
    <message>
        <source>From turnover excl. tax</source>
        <translation>À partir du CA HT</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>Pourcentage</translation>
    </message>
    <message>
        <source>Row {number} is not understood.</source>
        <translation>La ligne {number} n’est pas comprise.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>The date is not understood.</source>
        <translation>La date n’est pas comprise.</translation>
    </message>
    <message>
        <source>Year-end rebate for {code}</source>
        <translation>Remise de fin d’année de {code}</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>on each slice its own</source>
        <translation>par tranche</translation>
    </message>
    <message>
        <source>on the whole turnover</source>
        <translation>sur tout le chiffre d’affaires</translation>
    </message>
</context>
<context>
    <name>RebatesBox</name>
    <message>
        <source>A rebate by turnover is accrued as it is earned, then credited.</source>
        <translation>Une remise selon le chiffre d’affaires est constatée à mesure, puis donne un avoir.</translation>
    </message>
    <message>
        <source>Accrue</source>
        <translation>Constater</translation>
    </message>
    <message>
        <source>Accrued incl. tax</source>
        <translation>Constaté TTC</translation>
    </message>
    <message>
        <source>Agree a rebate…</source>
        <translation>Convenir d’une remise…</translation>
    </message>
    <message>
        <source>Bring the books up to what all customers have earned until today</source>
        <translation>Mettre les comptes à jour de ce que tous les clients ont acquis à ce jour</translation>
    </message>
    <message>
        <source>Credit note prepared: {amount}</source>
        <translation>Avoir préparé : {amount}</translation>
    </message>
    <message>
        <source>Credit note…</source>
        <translation>Avoir…</translation>
    </message>
    <message>
        <source>Earned excl. tax</source>
        <translation>Acquis HT</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>End {reference}?</source>
        <translation>Arrêter {reference} ?</translation>
    </message>
    <message>
        <source>No rebate agreed</source>
        <translation>Aucune remise convenue</translation>
    </message>
    <message>
        <source>Nothing more is earned by it; what was accrued is taken back.</source>
        <translation>Plus rien ne s’acquiert ; ce qui était constaté est repris.</translation>
    </message>
    <message>
        <source>Prepare the credit note, once the period is over</source>
        <translation>Préparer l’avoir, une fois la période finie</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Atteint</translation>
    </message>
    <message>
        <source>Rebates accrued: {count}</source>
        <translation>Remises constatées : {count}</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Show the drafts</source>
        <translation>Voir les brouillons</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>The books hold all rebates earned</source>
        <translation>Les comptes portent toutes les remises acquises</translation>
    </message>
    <message>
        <source>To the next tier</source>
        <translation>Jusqu’au palier</translation>
    </message>
    <message>
        <source>Turnover</source>
        <translation>Chiffre d’affaires</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
</context>
<context>
    <name>RebatesPage</name>
    <message>
        <source>Rebates</source>
        <translation>Remises</translation>
    </message>
</context>
<context>
    <name>ReceivedDialog</name>
    <message>
        <source>&amp;Customer</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>A draft of this very file waits already.</source>
        <translation>Un brouillon tiré de ce fichier attend déjà.</translation>
    </message>
    <message>
        <source>Addressed to you: a purchase. A draft would charge it on to a customer.</source>
        <translation>Elle vous est adressée : c’est un achat. Un brouillon la refacturerait à un client.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Create a draft</source>
        <translation>Créer un brouillon</translation>
    </message>
    <message>
        <source>Create the draft all the same</source>
        <translation>Créer quand même le brouillon</translation>
    </message>
    <message>
        <source>Customer: code, name, SIREN or city</source>
        <translation>Client : code, nom, SIREN ou ville</translation>
    </message>
    <message>
        <source>Draft prepared</source>
        <translation>Brouillon préparé</translation>
    </message>
    <message>
        <source>Draft prepared for {code} {name}</source>
        <translation>Brouillon préparé pour {code} {name}</translation>
    </message>
    <message>
        <source>Not everything of the file is in the draft: {count} point(s).</source>
        <translation>Tout le contenu du fichier n’est pas dans le brouillon : {count} point(s).</translation>
    </message>
    <message>
        <source>Payment, notes, attachments</source>
        <translation>Paiement, notes, pièces jointes</translation>
    </message>
    <message>
        <source>Prepare a draft with these lines, discounts and references</source>
        <translation>Préparer un brouillon avec ces lignes, remises et références</translation>
    </message>
    <message>
        <source>Show the drafts</source>
        <translation>Voir les brouillons</translation>
    </message>
    <message>
        <source>The French rules bind sales between French businesses only.</source>
        <translation>Les règles françaises n’obligent qu’entre entreprises françaises.</translation>
    </message>
    <message>
        <source>The file is attached to it.</source>
        <translation>Le fichier y est joint.</translation>
    </message>
    <message>
        <source>This file was taken already</source>
        <translation>Ce fichier a déjà été repris</translation>
    </message>
    <message>
        <source>You are neither seller nor buyer of this invoice.</source>
        <translation>Vous n’êtes ni le vendeur ni l’acheteur de cette facture.</translation>
    </message>
    <message>
        <source>You are the seller.</source>
        <translation>Vous êtes le vendeur.</translation>
    </message>
    <message>
        <source>You have issued it already: {number}.</source>
        <translation>Vous l’avez déjà émise : {number}.</translation>
    </message>
</context>
<context>
    <name>ReceivedExtras</name>
    <message>
        <source>Attachments</source>
        <translation>Pièces jointes</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Notes and mentions</source>
        <translation>Notes et mentions</translation>
    </message>
    <message>
        <source>Payment and delivery</source>
        <translation>Paiement et livraison</translation>
    </message>
</context>
<context>
    <name>ReceivedOpener</name>
    <message>
        <source>E-invoices (*.xml *.pdf)</source>
        <translation>Factures électroniques (*.xml *.pdf)</translation>
    </message>
    <message>
        <source>Read an e-invoice</source>
        <translation>Lire une facture électronique</translation>
    </message>
</context>
<context>
    <name>ReceivedPresenter</name>
    <message>
        <source>Checking by the official rules</source>
        <translation>Contrôle par les règles officielles</translation>
    </message>
    <message>
        <source>Reading the e-invoice</source>
        <translation>Lecture de la facture électronique</translation>
    </message>
</context>
<context>
    <name>ReceivedSheet</name>
    <message>
        <source>Basis</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Acheteur</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>No lines</source>
        <translation>Pas de lignes</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taux</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Vendeur</translation>
    </message>
    <message>
        <source>This profile carries totals only; no draft can be made of it.</source>
        <translation>Ce profil ne porte que des totaux : aucun brouillon n’en peut être tiré.</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Totaux</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>TVA</translation>
    </message>
</context>
<context>
    <name>ReceivedWording</name>
    <message>
        <source>Account of</source>
        <translation>Titulaire</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Already paid</source>
        <translation>Déjà payé</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <source>Buyer’s order</source>
        <translation>Commande acheteur</translation>
    </message>
    <message>
        <source>Buyer’s reference</source>
        <translation>Référence acheteur</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Contrat</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Debited account</source>
        <translation>Compte débité</translation>
    </message>
    <message>
        <source>Delivered to</source>
        <translation>Livrée à</translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation>Bon de livraison</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Désignation</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Remises</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>E-invoicing</source>
        <translation>E-facture</translation>
    </message>
    <message>
        <source>Earlier invoices</source>
        <translation>Factures antérieures</translation>
    </message>
    <message>
        <source>Excluding tax</source>
        <translation>Total HT</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Framework (BT-23)</source>
        <translation>Cadre (BT-23)</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>In law</source>
        <translation>Forme juridique</translation>
    </message>
    <message>
        <source>Including tax</source>
        <translation>Total TTC</translation>
    </message>
    <message>
        <source>Legal number</source>
        <translation>N° légal</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Mandate</source>
        <translation>Mandat</translation>
    </message>
    <message>
        <source>Means of payment</source>
        <translation>Moyen de paiement</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Net amount</source>
        <translation>Montant HT</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Other numbers</source>
        <translation>Autres numéros</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>Bénéficiaire</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Arrondi</translation>
    </message>
    <message>
        <source>SIREN</source>
        <translation>SIREN</translation>
    </message>
    <message>
        <source>Seller’s order</source>
        <translation>Commande vendeur</translation>
    </message>
    <message>
        <source>Supplied on</source>
        <translation>Livrée le</translation>
    </message>
    <message>
        <source>Tax representative</source>
        <translation>Représentant fiscal</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Net à payer</translation>
    </message>
    <message>
        <source>Trading name</source>
        <translation>Enseigne</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Prix unitaire</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>TVA</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>N° de TVA</translation>
    </message>
    <message>
        <source>document of type {code}</source>
        <translation>document de type {code}</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} ko</translation>
    </message>
</context>
<context>
    <name>ReconciliationPage</name>
    <message>
        <source>&amp;Bank account</source>
        <translation>Compte &amp;bancaire</translation>
    </message>
    <message>
        <source>Booked on {date}</source>
        <translation>opération du {date}</translation>
    </message>
    <message>
        <source>Deposit slips credited by their bank line: {count}</source>
        <translation>Remises rapprochées de leur ligne de banque : {count}</translation>
    </message>
    <message>
        <source>Import a bank statement in the Bank tab.</source>
        <translation>Importez un relevé bancaire dans l’onglet Banque.</translation>
    </message>
    <message>
        <source>Import a statement downloaded from your bank, or drop the file here.</source>
        <translation>Importez un relevé téléchargé chez votre banque, ou déposez le fichier ici.</translation>
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
        <source>Lines posted by rules: {count}</source>
        <translation>Lignes imputées par les règles : {count}</translation>
    </message>
    <message>
        <source>Movements of {amount} are missing between the statements imported: ask the bank for them.</source>
        <translation>Il manque {amount} de mouvements entre les relevés importés : demandez-les à la banque.</translation>
    </message>
    <message>
        <source>No bank account yet</source>
        <translation>Aucun compte bancaire</translation>
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
        <source>PDF (*.pdf);;Excel (*.xlsx);;CSV (*.csv)</source>
        <translation>PDF (*.pdf);;Excel (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Proposed only: {count}</source>
        <translation>Seulement proposées : {count}</translation>
    </message>
    <message>
        <source>Save as PDF or XLSX…</source>
        <translation>Enregistrer en PDF ou XLSX…</translation>
    </message>
    <message>
        <source>Save the reconciliation statement</source>
        <translation>Enregistrer l’état de rapprochement</translation>
    </message>
    <message>
        <source>Statement saved</source>
        <translation>État enregistré</translation>
    </message>
    <message>
        <source>The lines explain the whole gap between bank and books.</source>
        <translation>Les lignes expliquent tout l’écart entre la banque et la comptabilité.</translation>
    </message>
    <message>
        <source>To check: {suggested}    Without proposal: {unmatched}</source>
        <translation>À vérifier : {suggested}    Sans proposition : {unmatched}</translation>
    </message>
    <message>
        <source>Write the statement to a file</source>
        <translation>Écrire l’état dans un fichier</translation>
    </message>
    <message>
        <source>as it stood &amp;on</source>
        <translation>&amp;au</translation>
    </message>
    <message>
        <source>bank charges {said}</source>
        <translation>frais bancaires {said}</translation>
    </message>
    <message>
        <source>mandate {said}</source>
        <translation>mandat {said}</translation>
    </message>
    <message>
        <source>ordered as {said}</source>
        <translation>ordre d’origine : {said}</translation>
    </message>
    <message>
        <source>returned: {said}</source>
        <translation>rejet : {said}</translation>
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
    <name>Recovery</name>
    <message>
        <source>Formal notice, hand-over, doubtful claims</source>
        <translation>Mise en demeure, remise au recouvrement, créances douteuses</translation>
    </message>
    <message>
        <source>Formal notice…</source>
        <translation>Mise en demeure…</translation>
    </message>
    <message>
        <source>Hand over for collection…</source>
        <translation>Remettre au recouvrement…</translation>
    </message>
    <message>
        <source>Propose an entry…</source>
        <translation>Proposer une écriture…</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Recouvrement</translation>
    </message>
</context>
<context>
    <name>RefundColumns</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
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
        <source>Day of payment</source>
        <translation>Jour de paiement</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Pièce</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Reste dû</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Virements</translation>
    </message>
    <message>
        <source>none in the file</source>
        <translation>aucun dans la fiche</translation>
    </message>
</context>
<context>
    <name>RefundDialog</name>
    <message>
        <source>A&amp;mount</source>
        <translation>&amp;Montant</translation>
    </message>
    <message>
        <source>C&amp;redit note or money on account</source>
        <translation>&amp;Avoir ou règlement sur compte</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Rembourser</translation>
    </message>
    <message>
        <source>Refund to a customer</source>
        <translation>Remboursement d’un client</translation>
    </message>
</context>
<context>
    <name>RefundsDialog</name>
    <message>
        <source>Credit notes and money on account that are left stand here.</source>
        <translation>Les avoirs et les règlements d’avance non utilisés sont ici.</translation>
    </message>
    <message>
        <source>File again…</source>
        <translation>Fichier à nouveau…</translation>
    </message>
    <message>
        <source>File for the bank</source>
        <translation>Fichier pour la banque</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Lay the bank lines that carry the reference of a refund on its credit</source>
        <translation>Rapprocher les lignes de banque qui portent la référence d’un remboursement</translation>
    </message>
    <message>
        <source>No credit is open</source>
        <translation>Aucun avoir ouvert</translation>
    </message>
    <message>
        <source>No refund ordered yet</source>
        <translation>Aucun remboursement demandé</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Ordres</translation>
    </message>
    <message>
        <source>Pay out…</source>
        <translation>Rembourser…</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Remboursements</translation>
    </message>
    <message>
        <source>SEPA files (*.xml)</source>
        <translation>Fichiers SEPA (*.xml)</translation>
    </message>
    <message>
        <source>The bank does not have the selected order: its credits are free</source>
        <translation>La banque n’a pas l’ordre choisi : ses avoirs sont libres</translation>
    </message>
    <message>
        <source>Transfers the bank made</source>
        <translation>Virements passés en banque</translation>
    </message>
    <message>
        <source>Write the selected credits as a file of transfers (pain.001)</source>
        <translation>Écrire les avoirs choisis en fichier de virements (pain.001)</translation>
    </message>
    <message>
        <source>refunds.xml</source>
        <translation>remboursements.xml</translation>
    </message>
    <message>
        <source>{count} refund(s) paid by the bank</source>
        <translation>{count} remboursement(s) payé(s) par la banque</translation>
    </message>
    <message>
        <source>{name} written</source>
        <translation>{name} écrit</translation>
    </message>
    <message>
        <source>{number} given up</source>
        <translation>{number} abandonné</translation>
    </message>
    <message>
        <source>{number} written, {amount}: hand it to your bank</source>
        <translation>{number} écrit, {amount} : remettez-le à votre banque</translation>
    </message>
</context>
<context>
    <name>ReleaseForm</name>
    <message>
        <source>&amp;New IBAN</source>
        <translation>&amp;Nouvel IBAN</translation>
    </message>
    <message>
        <source>A debit came back with the reason {reason}.</source>
        <translation>Un prélèvement est revenu avec le motif {reason}.</translation>
    </message>
    <message>
        <source>Collect again</source>
        <translation>Prélever de nouveau</translation>
    </message>
    <message>
        <source>Collect again by {rum}</source>
        <translation>Prélever de nouveau par {rum}</translation>
    </message>
    <message>
        <source>the same account, if left empty</source>
        <translation>le même compte si vide</translation>
    </message>
</context>
<context>
    <name>RemitDialog</name>
    <message>
        <source>&amp;Account to credit</source>
        <translation>&amp;Compte à créditer</translation>
    </message>
    <message>
        <source>&amp;Remittance</source>
        <translation>&amp;Nature de la remise</translation>
    </message>
    <message>
        <source>Deposit slip</source>
        <translation>Remise en banque</translation>
    </message>
    <message>
        <source>Make and open the slip</source>
        <translation>Établir et ouvrir le bordereau</translation>
    </message>
    <message>
        <source>{count} × {kind}, {amount} in all</source>
        <translation>{count} × {kind}, {amount} au total</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>&amp;Bank line</source>
        <translation>&amp;Ligne de banque</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>&amp;Payment returned</source>
        <translation>&amp;Règlement rejeté</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>&amp;Settled</source>
        <translation>Factures &amp;soldées</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>Compte clôturé</translation>
    </message>
    <message>
        <source>Bank&apos;s &amp;fee in this debit</source>
        <translation>&amp;Frais bancaires compris</translation>
    </message>
    <message>
        <source>Drawee&apos;s claim</source>
        <translation>Contestation du tiré</translation>
    </message>
    <message>
        <source>Insufficient funds</source>
        <translation>Sans provision</translation>
    </message>
    <message>
        <source>No. {number} of {customer}, {amount}: its documents are open again.</source>
        <translation>N° {number} de {customer}, {amount} : les pièces réglées redeviennent dues.</translation>
    </message>
    <message>
        <source>Payment returned by the bank</source>
        <translation>Règlement rejeté par la banque</translation>
    </message>
    <message>
        <source>Payment stopped (loss or theft)</source>
        <translation>Opposition (perte ou vol)</translation>
    </message>
    <message>
        <source>Record the return</source>
        <translation>Enregistrer l’impayé</translation>
    </message>
    <message>
        <source>Reopen the invoices</source>
        <translation>Rouvrir les factures</translation>
    </message>
    <message>
        <source>Returned unpaid</source>
        <translation>Impayé</translation>
    </message>
    <message>
        <source>Signature differs</source>
        <translation>Signature non conforme</translation>
    </message>
    <message>
        <source>not on a statement yet</source>
        <translation>pas encore sur un relevé</translation>
    </message>
</context>
<context>
    <name>ReturnForm</name>
    <message>
        <source>Comes back</source>
        <translation>Revient</translation>
    </message>
    <message>
        <source>Deliver the lines again (replacement)</source>
        <translation>Livrer à nouveau les lignes (remplacement)</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Livré</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>May come back</source>
        <translation>Peut revenir</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Note the return</source>
        <translation>Noter le retour</translation>
    </message>
    <message>
        <source>Put them back into stock</source>
        <translation>Remettre en stock</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Return of delivery {number}</source>
        <translation>Retour de la livraison {number}</translation>
    </message>
    <message>
        <source>The goods are here already</source>
        <translation>La marchandise est déjà là</translation>
    </message>
    <message>
        <source>This is not a quantity, such as 12.5</source>
        <translation>Ce n’est pas une quantité, par exemple 12,5</translation>
    </message>
</context>
<context>
    <name>ReturnsPage</name>
    <message>
        <source>A draft that credits what came back</source>
        <translation>Un brouillon d’avoir pour ce qui est revenu</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Choose a delivery and press Return… when goods come back.</source>
        <translation>Choisissez une livraison et « Retour… » quand de la marchandise revient.</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Avoir</translation>
    </message>
    <message>
        <source>Credit note of {amount} prepared as a draft</source>
        <translation>Avoir de {amount} préparé en brouillon</translation>
    </message>
    <message>
        <source>Goods received</source>
        <translation>Marchandise reçue</translation>
    </message>
    <message>
        <source>No return</source>
        <translation>Aucun retour</translation>
    </message>
    <message>
        <source>Open the drafts</source>
        <translation>Ouvrir les brouillons</translation>
    </message>
    <message>
        <source>Prepare credit note</source>
        <translation>Préparer l’avoir</translation>
    </message>
    <message>
        <source>Return {number}: {state}</source>
        <translation>Retour {number} : {state}</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>Annuler l’annonce</translation>
    </message>
    <message>
        <source>The announced goods are here</source>
        <translation>La marchandise annoncée est là</translation>
    </message>
    <message>
        <source>The customer keeps the announced goods</source>
        <translation>Le client garde la marchandise annoncée</translation>
    </message>
    <message>
        <source>To credit</source>
        <translation>Avoir à faire</translation>
    </message>
</context>
<context>
    <name>RunsDialog</name>
    <message>
        <source>By</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Ce qui a été fait</translation>
    </message>
</context>
<context>
    <name>SalesPresenter</name>
    <message>
        <source>Exposure {exposure}, no limit</source>
        <translation>Encours {exposure}, sans plafond</translation>
    </message>
    <message>
        <source>Exposure {exposure}, {available} still available</source>
        <translation>Encours {exposure}, encore {available} disponibles</translation>
    </message>
</context>
<context>
    <name>SchedulerStatus</name>
    <message>
        <source>a job failed</source>
        <translation>une tâche a échoué</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivée</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>actif</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>en attente</translation>
    </message>
</context>
<context>
    <name>SendRuleDialog</name>
    <message>
        <source>&amp;Ask when documents are issued</source>
        <translation>&amp;Demander à l’émission</translation>
    </message>
    <message>
        <source>&amp;At issue: put them in the outbox at once</source>
        <translation>À l’é&amp;mission : les mettre aussitôt dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>&amp;Never: documents are sent by hand</source>
        <translation>&amp;Jamais : les documents sont envoyés à la main</translation>
    </message>
    <message>
        <source>A customer&apos;s file can say otherwise. Issue and outbox are one: neither happens without the other. Where a customer has no e-mail address, the document is issued, and you are told.</source>
        <translation>La fiche d’un client peut en décider autrement. L’émission et la mise en boîte d’envoi vont ensemble : jamais l’une sans l’autre. Si un client n’a pas d’adresse électronique, le document est émis et vous en êtes averti.</translation>
    </message>
    <message>
        <source>Keep the rule</source>
        <translation>Enregistrer la règle</translation>
    </message>
    <message>
        <source>Sending of issued documents</source>
        <translation>Envoi des documents émis</translation>
    </message>
    <message>
        <source>Sending rule kept</source>
        <translation>Règle d’envoi enregistrée</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Approved platform…</source>
        <translation>Plateforme agréée…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sauvegardes…</translation>
    </message>
    <message>
        <source>Credit rules and approval limits…</source>
        <translation>Règles de crédit et plafonds d’accord…</translation>
    </message>
    <message>
        <source>Document template…</source>
        <translation>Modèle de documents…</translation>
    </message>
    <message>
        <source>Limits of differences…</source>
        <translation>Limites des écarts…</translation>
    </message>
    <message>
        <source>Mail account…</source>
        <translation>Compte de messagerie…</translation>
    </message>
    <message>
        <source>Scheduled jobs…</source>
        <translation>Tâches planifiées…</translation>
    </message>
    <message>
        <source>Sending of issued documents…</source>
        <translation>Envoi des documents émis…</translation>
    </message>
</context>
<context>
    <name>SettleDisputeDialog</name>
    <message>
        <source>&amp;Credit note of {amount}</source>
        <translation>&amp;Avoir de {amount}</translation>
    </message>
    <message>
        <source>&amp;Otherwise</source>
        <translation>A&amp;utrement</translation>
    </message>
    <message>
        <source>&amp;Outcome in words</source>
        <translation>&amp;Issue en quelques mots</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;Quantité</translation>
    </message>
    <message>
        <source>&amp;Reject with a letter</source>
        <translation>&amp;Rejeter avec un courrier</translation>
    </message>
    <message>
        <source>An order without charge is taken; confirm it to deliver.</source>
        <translation>Une commande gratuite est saisie ; confirmez-la pour livrer.</translation>
    </message>
    <message>
        <source>Deliver the line a&amp;gain, free of charge</source>
        <translation>Livrer la ligne à &amp;nouveau, sans frais</translation>
    </message>
    <message>
        <source>It goes to the outbox when you settle.</source>
        <translation>Il part dans la boîte d’envoi au moment de régler.</translation>
    </message>
    <message>
        <source>It is issued, posted and laid on the invoice when you settle.</source>
        <translation>Il est émis, comptabilisé et imputé sur la facture au moment de régler.</translation>
    </message>
    <message>
        <source>No line in particular is contested</source>
        <translation>Aucune ligne en particulier n’est contestée</translation>
    </message>
    <message>
        <source>Send the credit note at once</source>
        <translation>Envoyer l’avoir aussitôt</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Régler</translation>
    </message>
    <message>
        <source>Settle the dispute</source>
        <translation>Régler le litige</translation>
    </message>
    <message>
        <source>The customer &amp;pays after all</source>
        <translation>Le client &amp;paie finalement</translation>
    </message>
    <message>
        <source>The invoice was taken over from another program</source>
        <translation>La facture a été reprise d’un autre logiciel</translation>
    </message>
    <message>
        <source>Why we cannot agree to the claim</source>
        <translation>Pourquoi la réclamation ne peut être acceptée</translation>
    </message>
    <message>
        <source>the whole line</source>
        <translation>toute la ligne</translation>
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
    <name>SituationForm</name>
    <message>
        <source>&amp;Final account: everything is done</source>
        <translation>&amp;Décompte définitif : tout est achevé</translation>
    </message>
    <message>
        <source>Amount, excl. tax</source>
        <translation>Montant HT</translation>
    </message>
    <message>
        <source>Invoiced so far, %</source>
        <translation>Déjà facturé, %</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Now, %</source>
        <translation>À ce jour, %</translation>
    </message>
    <message>
        <source>Percentages are cumulative: from the beginning of the works.</source>
        <translation>Les pourcentages sont cumulés depuis le début des travaux.</translation>
    </message>
    <message>
        <source>Prepare the progress invoice</source>
        <translation>Préparer la situation</translation>
    </message>
    <message>
        <source>Progress of works {number}</source>
        <translation>Avancement du marché {number}</translation>
    </message>
    <message>
        <source>This is not a percentage, such as 45 or 33.3</source>
        <translation>Ce n’est pas un pourcentage, par exemple 45 ou 33,3</translation>
    </message>
</context>
<context>
    <name>SlipMatchDialog</name>
    <message>
        <source>Bank lines of slips</source>
        <translation>Lignes de banque des remises</translation>
    </message>
    <message>
        <source>Book this line</source>
        <translation>Comptabiliser cette ligne</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{slip} of {total} → {date}, {amount}, {label}</source>
        <translation>{slip} de {total} → {date}, {amount}, {label}</translation>
    </message>
</context>
<context>
    <name>StatementImport</name>
    <message>
        <source>Import bank statements</source>
        <translation>Importer des relevés bancaires</translation>
    </message>
    <message>
        <source>Importing bank statements</source>
        <translation>Import des relevés bancaires</translation>
    </message>
    <message>
        <source>Nothing waits in the watched folder</source>
        <translation>Rien n’attend dans le dossier surveillé</translation>
    </message>
    <message>
        <source>Read a table of a bank</source>
        <translation>Lire un tableau de banque</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx);;All files (*)</source>
        <translation>Tableaux (*.csv *.txt *.tsv *.xlsx);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>Statements</name>
    <message>
        <source>Send again</source>
        <translation>Envoyer de nouveau</translation>
    </message>
    <message>
        <source>Statement of account of {customer}</source>
        <translation>Relevé de compte de {customer}</translation>
    </message>
    <message>
        <source>Statement saved</source>
        <translation>Relevé enregistré</translation>
    </message>
    <message>
        <source>The statement is in the outbox</source>
        <translation>Le relevé est dans la boîte d’envoi</translation>
    </message>
</context>
<context>
    <name>StatusForm</name>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>&amp;Statut</translation>
    </message>
    <message>
        <source>Choose a status.</source>
        <translation>Choisissez un statut.</translation>
    </message>
    <message>
        <source>Choose the reason that the message gives.</source>
        <translation>Choisissez le motif donné par le message.</translation>
    </message>
    <message>
        <source>Note a status of {number}</source>
        <translation>Noter un statut de {number}</translation>
    </message>
    <message>
        <source>Note the status</source>
        <translation>Noter le statut</translation>
    </message>
    <message>
        <source>This status is yours: it becomes a message to the customer.</source>
        <translation>Ce statut est le vôtre : il devient un message au client.</translation>
    </message>
    <message>
        <source>Write the day, such as 31/12/2026.</source>
        <translation>Indiquez le jour, par exemple 31/12/2026.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
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
    <name>StepForm</name>
    <message>
        <source> days from the due date</source>
        <translation> jours de l’échéance</translation>
    </message>
    <message>
        <source>&amp;Claims late interest and the 40 € indemnity</source>
        <translation>&amp;Réclame les pénalités de retard et l’indemnité de 40 €</translation>
    </message>
    <message>
        <source>&amp;Least amount</source>
        <translation>Montant &amp;minimum</translation>
    </message>
    <message>
        <source>&amp;Waits for approval</source>
        <translation>&amp;Attend un accord</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Quand</translation>
    </message>
    <message>
        <source>C&amp;hannel</source>
        <translation>Ca&amp;nal</translation>
    </message>
    <message>
        <source>Cop&amp;y to the salesperson</source>
        <translation>Co&amp;pie au commercial</translation>
    </message>
    <message>
        <source>Enclosed</source>
        <translation>Pièces jointes</translation>
    </message>
    <message>
        <source>T&amp;one</source>
        <translation>&amp;Ton</translation>
    </message>
    <message>
        <source>The message as a letter on your paper, with the e-mail</source>
        <translation>Le message en lettre sur votre papier, joint à l’e-mail</translation>
    </message>
    <message>
        <source>Where the customer&apos;s file names an e-mail address</source>
        <translation>Si la fiche du client indique une adresse e-mail</translation>
    </message>
</context>
<context>
    <name>StockItemForm</name>
    <message>
        <source>Allowed</source>
        <translation>Autorisé</translation>
    </message>
    <message>
        <source>As the company: {usual}</source>
        <translation>Comme la société : {usual}</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>Sous zéro</translation>
    </message>
    <message>
        <source>Expected on</source>
        <translation>Attendu le</translation>
    </message>
    <message>
        <source>Kept in stock (a service is not)</source>
        <translation>Géré en stock (pas une prestation)</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Quantity expected</source>
        <translation>Quantité attendue</translation>
    </message>
    <message>
        <source>Quantity to reorder</source>
        <translation>Quantité à commander</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Reorder point</source>
        <translation>Seuil de réappro.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Stock of {code}</source>
        <translation>Stock de {code}</translation>
    </message>
    <message>
        <source>This is not a number, such as 12.5</source>
        <translation>Ce n’est pas un nombre, par exemple 12,5</translation>
    </message>
    <message>
        <source>Unit cost excl. tax</source>
        <translation>Coût unitaire HT</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>autorisé</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
</context>
<context>
    <name>StockMoveForm</name>
    <message>
        <source>For instance 12, or −3 for a correction</source>
        <translation>Par exemple 12, ou −3 pour une correction</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Move stock of {code}</source>
        <translation>Mouvement de stock de {code}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>This is not a quantity, such as 12.5</source>
        <translation>Ce n’est pas une quantité, par exemple 12,5</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>{name}: {here} on hand</source>
        <translation>{name} : {here} en stock</translation>
    </message>
</context>
<context>
    <name>StockPage</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Count a product, or import products with their stock on hand.</source>
        <translation>Faites l’inventaire d’un article, ou importez des articles avec leur stock.</translation>
    </message>
    <message>
        <source>Counts, receipts, deliveries and returns stand here.</source>
        <translation>Inventaires, réceptions, livraisons et retours figurent ici.</translation>
    </message>
    <message>
        <source>Inventory…</source>
        <translation>Inventaire…</translation>
    </message>
    <message>
        <source>Movement…</source>
        <translation>Mouvement…</translation>
    </message>
    <message>
        <source>No movement</source>
        <translation>Aucun mouvement</translation>
    </message>
    <message>
        <source>No product is stocked yet</source>
        <translation>Aucun article géré en stock</translation>
    </message>
    <message>
        <source>Receive, correct or scrap</source>
        <translation>Réceptionner, corriger ou mettre au rebut</translation>
    </message>
    <message>
        <source>Reorder point, location, cost, what is expected</source>
        <translation>Seuil, emplacement, coût, réception attendue</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Règles…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>To reorder</source>
        <translation>À réapprovisionner</translation>
    </message>
    <message>
        <source>Type counted quantities, of the selected products or of all</source>
        <translation>Saisir les quantités comptées, des articles sélectionnés ou de tous</translation>
    </message>
    <message>
        <source>Whether stock may go below zero, when an order is late</source>
        <translation>Si le stock peut passer sous zéro, quand une commande est en retard</translation>
    </message>
    <message>
        <source>{count} products counted, {different} with a difference</source>
        <translation>{count} articles comptés, {different} avec un écart</translation>
    </message>
</context>
<context>
    <name>StockRulesForm</name>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>Below &amp;zero</source>
        <translation>Sous &amp;zéro</translation>
    </message>
    <message>
        <source>Deliver more than is on hand; a product may say otherwise</source>
        <translation>Livrer plus que le stock ; un article peut dire autrement</translation>
    </message>
    <message>
        <source>Late without a promise &amp;after</source>
        <translation>En retard, sans promesse, &amp;après</translation>
    </message>
    <message>
        <source>Rules for stock</source>
        <translation>Règles du stock</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>TableMappingDialog</name>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>&amp;Remember for files with these headers, as</source>
        <translation>&amp;Retenir pour les fichiers ayant ces en-têtes, sous le nom</translation>
    </message>
    <message>
        <source>Accents</source>
        <translation>Accents</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Compte bancaire</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Séparateur décimal</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Décimales</translation>
    </message>
    <message>
        <source>Encoding of the accents</source>
        <translation>Codage des accents</translation>
    </message>
    <message>
        <source>Headers on line</source>
        <translation>En-têtes à la ligne</translation>
    </message>
    <message>
        <source>How to read this statement</source>
        <translation>Comment lire ce relevé</translation>
    </message>
    <message>
        <source>IBAN, where the file names none</source>
        <translation>IBAN, si le fichier n’en nomme aucun</translation>
    </message>
    <message>
        <source>Line of the headers</source>
        <translation>Ligne des en-têtes</translation>
    </message>
    <message>
        <source>No movement is found in this file.</source>
        <translation>Aucun mouvement n’est trouvé dans ce fichier.</translation>
    </message>
    <message>
        <source>Order of the dates</source>
        <translation>Ordre des dates</translation>
    </message>
    <message>
        <source>Say which account this file comes from.</source>
        <translation>Dites de quel compte vient ce fichier.</translation>
    </message>
    <message>
        <source>Say which column is the date, which the text, and which the amount.</source>
        <translation>Dites quelle colonne est la date, laquelle le libellé, et laquelle le montant.</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Séparateur</translation>
    </message>
    <message>
        <source>Separator of the columns</source>
        <translation>Séparateur des colonnes</translation>
    </message>
    <message>
        <source>al&amp;ways for this account</source>
        <translation>&amp;toujours pour ce compte</translation>
    </message>
    <message>
        <source>as the file shows</source>
        <translation>d’après le fichier</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>barre |</translation>
    </message>
    <message>
        <source>comma (1 234,56)</source>
        <translation>virgule (1 234,56)</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>virgule ,</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>jour/mois/année</translation>
    </message>
    <message>
        <source>found by the program</source>
        <translation>trouvée par le programme</translation>
    </message>
    <message>
        <source>month/day/year</source>
        <translation>mois/jour/année</translation>
    </message>
    <message>
        <source>none: the first line is a movement</source>
        <translation>aucune : la première ligne est un mouvement</translation>
    </message>
    <message>
        <source>point (1,234.56)</source>
        <translation>point (1,234.56)</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>point-virgule ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulation</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>année-mois-jour</translation>
    </message>
    <message>
        <source>{count} movements from {first} to {last}: {credits} in, {debits} out.</source>
        <translation>{count} mouvements du {first} au {last} : {credits} au crédit, {debits} au débit.</translation>
    </message>
    <message>
        <source>{file}: {count} lines</source>
        <translation>{file} : {count} lignes</translation>
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
        <source>end of month</source>
        <translation>fin de mois</translation>
    </message>
    <message>
        <source>end of month {days} days</source>
        <translation>fin de mois {days} jours</translation>
    </message>
    <message>
        <source>on order</source>
        <translation>à la commande</translation>
    </message>
    <message>
        <source>on receipt</source>
        <translation>à réception</translation>
    </message>
    <message>
        <source>on the {day}</source>
        <translation>le {day}</translation>
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
    <name>TiersForm</name>
    <message>
        <source>A price holds from its quantity on. Rows of a spreadsheet can be pasted: quantity, price, first and last day.</source>
        <translation>Un prix vaut à partir de sa quantité. Les lignes d’un tableur se collent : quantité, prix, premier et dernier jour.</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <translation>Choisissez un article</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>From quantity</source>
        <translation>À partir de</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Price excl. tax</source>
        <translation>Prix HT</translation>
    </message>
    <message>
        <source>Prices of list {code}</source>
        <translation>Prix du tarif {code}</translation>
    </message>
    <message>
        <source>Product: code, name or barcode</source>
        <translation>Article : code, nom ou code-barres</translation>
    </message>
    <message>
        <source>Row {number} is not understood.</source>
        <translation>La ligne {number} n’est pas comprise.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Address removed: {label}</source>
        <translation>Adresse supprimée&#xa0;: {label}</translation>
    </message>
    <message>
        <source>Address saved: {label}</source>
        <translation>Adresse enregistrée&#xa0;: {label}</translation>
    </message>
    <message>
        <source>Agreed price ends on {last} ({reference})</source>
        <translation>Fin du prix négocié le {last} ({reference})</translation>
    </message>
    <message>
        <source>Automatic answer from {sender}: {subject}</source>
        <translation>Réponse automatique de {sender} : {subject}</translation>
    </message>
    <message>
        <source>Business ended, says {source}: {after}</source>
        <translation>Cessation d’activité selon {source}&#xa0;: {after}</translation>
    </message>
    <message>
        <source>Calls and notes</source>
        <translation>Appels et notes</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>Confirmation of order {number} for {recipient}</source>
        <translation>Confirmation de la commande {number} pour {recipient}</translation>
    </message>
    <message>
        <source>Contact {name} removed</source>
        <translation>Contact {name} supprimé</translation>
    </message>
    <message>
        <source>Contact {name} saved: {changes}</source>
        <translation>Contact {name} enregistré&#xa0;: {changes}</translation>
    </message>
    <message>
        <source>Contract {number} agreed</source>
        <translation>Contrat {number} conclu</translation>
    </message>
    <message>
        <source>Contract {number} ends on {last_day}: {reason}</source>
        <translation>Contrat {number} résilié au {last_day} : {reason}</translation>
    </message>
    <message>
        <source>Credit grade by behaviour: {before} → {after}</source>
        <translation>Classe de crédit d’après le comportement&#xa0;: {before} → {after}</translation>
    </message>
    <message>
        <source>Credit grade: {before} → {after} ({reason})</source>
        <translation>Classe de crédit&#xa0;: {before} → {after} ({reason})</translation>
    </message>
    <message>
        <source>Credit limit: {before} → {after} ({reason})</source>
        <translation>Limite de crédit&#xa0;: {before} → {after} ({reason})</translation>
    </message>
    <message>
        <source>Credit note of return {number} prepared, invoice {invoice}</source>
        <translation>Avoir du retour {number} préparé, facture {invoice}</translation>
    </message>
    <message>
        <source>Credit note {number} issued</source>
        <translation>Avoir {number} émis</translation>
    </message>
    <message>
        <source>Credit refused for order {number}: {reason}</source>
        <translation>Crédit refusé pour la commande {number}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Customer blocked: {reason}</source>
        <translation>Client bloqué&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Customer unblocked</source>
        <translation>Client débloqué</translation>
    </message>
    <message>
        <source>Delivery note {number} put in the outbox for {recipient}</source>
        <translation>Bon de livraison {number} mis dans la boîte d’envoi pour {recipient}</translation>
    </message>
    <message>
        <source>Delivery {number} of order {order}</source>
        <translation>Livraison {number} de la commande {order}</translation>
    </message>
    <message>
        <source>Delivery {number} of order {order} cancelled: {reason}</source>
        <translation>Livraison {number} de la commande {order} annulée&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Deposit of {amount} asked for order {number}: {reason}</source>
        <translation>Acompte de {amount} demandé pour la commande {number}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Direct debit {number} of {amount} asked for {collect_on}: {numbers}</source>
        <translation>Prélèvement {number} de {amount} demandé pour le {collect_on} : {numbers}</translation>
    </message>
    <message>
        <source>Discounted bill {number} fell due: {amount}</source>
        <translation>Effet escompté {number} échu : {amount}</translation>
    </message>
    <message>
        <source>Dispute closed: {resolution}</source>
        <translation>Litige clos&#xa0;: {resolution}</translation>
    </message>
    <message>
        <source>Dispute on {number}: {stage} ({owner})</source>
        <translation>Litige sur {number} : {stage} ({owner})</translation>
    </message>
    <message>
        <source>Dispute opened on {number}: {reason}</source>
        <translation>Litige ouvert sur {number}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Litiges</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Draft made of {file_name} ({number})</source>
        <translation>Brouillon tiré de {file_name} ({number})</translation>
    </message>
    <message>
        <source>E-invoice {number}: {reform_status}</source>
        <translation>Facture électronique {number} : {reform_status}</translation>
    </message>
    <message>
        <source>E-mail address {before} corrected: {after}</source>
        <translation>Adresse e-mail {before} corrigée : {after}</translation>
    </message>
    <message>
        <source>E-mail from {sender}: {subject}</source>
        <translation>E-mail de {sender} : {subject}</translation>
    </message>
    <message>
        <source>E-mail put back in the outbox for {recipient}: {subject}</source>
        <translation>E-mail remis dans la file d’envoi pour {recipient} : {subject}</translation>
    </message>
    <message>
        <source>E-mail sent to {recipient}: {subject}</source>
        <translation>E-mail parti à {recipient}&#xa0;: {subject}</translation>
    </message>
    <message>
        <source>E-mail to {recipient} came back: {answer}</source>
        <translation>E-mail à {recipient} revenu : {answer}</translation>
    </message>
    <message>
        <source>E-mail to {recipient} is late: {answer}</source>
        <translation>E-mail à {recipient} retardé : {answer}</translation>
    </message>
    <message>
        <source>E-mail to {recipient} {status}: {subject}</source>
        <translation>E-mail à {recipient}, {status}&#xa0;: {subject}</translation>
    </message>
    <message>
        <source>E-mail withheld, settled meanwhile: {subject}</source>
        <translation>E-mail retenu, réglé entre-temps&#xa0;: {subject}</translation>
    </message>
    <message>
        <source>E-mails and reminders</source>
        <translation>E-mails et relances</translation>
    </message>
    <message>
        <source>Entry posted, {number}: {proposal_kind} {amount}</source>
        <translation>Écriture comptabilisée, {number} : {proposal_kind} {amount}</translation>
    </message>
    <message>
        <source>Entry proposed, {number}: {proposal_kind} {amount}</source>
        <translation>Écriture proposée, {number} : {proposal_kind} {amount}</translation>
    </message>
    <message>
        <source>File archived</source>
        <translation>Fiche archivée</translation>
    </message>
    <message>
        <source>File attached: {file_name} ({thing})</source>
        <translation>Document joint&#xa0;: {file_name} ({thing})</translation>
    </message>
    <message>
        <source>File changed: {changes}</source>
        <translation>Fiche modifiée&#xa0;: {changes}</translation>
    </message>
    <message>
        <source>File handed over for validation</source>
        <translation>Fiche soumise à validation</translation>
    </message>
    <message>
        <source>File merged into {code} ({name})</source>
        <translation>Fiche fusionnée dans {code} ({name})</translation>
    </message>
    <message>
        <source>File removed: {file_name} ({thing})</source>
        <translation>Document retiré&#xa0;: {file_name} ({thing})</translation>
    </message>
    <message>
        <source>File sent back: {reason}</source>
        <translation>Fiche renvoyée&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>File taken back from the archive</source>
        <translation>Fiche sortie des archives</translation>
    </message>
    <message>
        <source>File validated</source>
        <translation>Fiche validée</translation>
    </message>
    <message>
        <source>File {code} ({name}) merged into this one</source>
        <translation>Fiche {code} ({name}) fusionnée dans celle-ci</translation>
    </message>
    <message>
        <source>File {code} created</source>
        <translation>Fiche {code} créée</translation>
    </message>
    <message>
        <source>File {code} taken over from the ledger of another program</source>
        <translation>Fiche {code} reprise de la comptabilité d’un autre logiciel</translation>
    </message>
    <message>
        <source>File {number} closed: {handover_outcome}</source>
        <translation>Dossier {number} clos : {handover_outcome}</translation>
    </message>
    <message>
        <source>File {number} handed over to {to}: {amount} ({numbers})</source>
        <translation>Dossier {number} remis à {to} : {amount} ({numbers})</translation>
    </message>
    <message>
        <source>File {number}: their reference {reference}</source>
        <translation>Dossier {number} : leur référence {reference}</translation>
    </message>
    <message>
        <source>Forgotten for matching: {fact}</source>
        <translation>Oublié pour le rapprochement : {fact}</translation>
    </message>
    <message>
        <source>Formal notice {number}: {amount} for {numbers}</source>
        <translation>Mise en demeure {number} : {amount} pour {numbers}</translation>
    </message>
    <message>
        <source>Goods of return {number} came back, delivery {delivery}: {reason}</source>
        <translation>Marchandise du retour {number} reçue, livraison {delivery}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Invoice {number} issued</source>
        <translation>Facture {number} émise</translation>
    </message>
    <message>
        <source>Late interest drafted: {interest}, indemnities {indemnity}</source>
        <translation>Pénalités de retard préparées : {interest}, indemnités {indemnity}</translation>
    </message>
    <message>
        <source>Learnt for matching: {facts}</source>
        <translation>Retenu pour le rapprochement : {facts}</translation>
    </message>
    <message>
        <source>Letter {title} posted {registered_number}</source>
        <translation>Lettre {title} postée {registered_number}</translation>
    </message>
    <message>
        <source>Letter {title}: {letter_state}</source>
        <translation>Lettre {title} : {letter_state}</translation>
    </message>
    <message>
        <source>Mandate {rum} may be collected again, account {iban}</source>
        <translation>Mandat {rum} de nouveau utilisable, compte {iban}</translation>
    </message>
    <message>
        <source>Mandate {rum} revoked</source>
        <translation>Mandat {rum} révoqué</translation>
    </message>
    <message>
        <source>Mandate {rum} signed, account {iban}</source>
        <translation>Mandat {rum} signé, compte {iban}</translation>
    </message>
    <message>
        <source>Mandate {rum} to be looked at: returned with {code}</source>
        <translation>Mandat {rum} à vérifier : retour avec le motif {code}</translation>
    </message>
    <message>
        <source>Matching undone: {amount} on {numbers}</source>
        <translation>Rapprochement annulé&#xa0;: {amount} sur {numbers}</translation>
    </message>
    <message>
        <source>Merge with {code} ({name}) undone</source>
        <translation>Fusion avec {code} ({name}) annulée</translation>
    </message>
    <message>
        <source>Note on {file_name}: {after}</source>
        <translation>Description de {file_name}&#xa0;: {after}</translation>
    </message>
    <message>
        <source>Note withdrawn: {text}</source>
        <translation>Note retirée&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>Note&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Order {number} cancelled: {reason}</source>
        <translation>Commande {number} annulée&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Order {number} changed: {changes}</source>
        <translation>Commande {number} modifiée&#xa0;: {changes}</translation>
    </message>
    <message>
        <source>Order {number} closed: {reason}</source>
        <translation>Commande {number} soldée&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Order {number} confirmed</source>
        <translation>Commande {number} confirmée</translation>
    </message>
    <message>
        <source>Order {number} held: {holds}</source>
        <translation>Commande {number} bloquée&#xa0;: {holds}</translation>
    </message>
    <message>
        <source>Order {number} released: {reason}</source>
        <translation>Commande {number} débloquée&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Order {number} reopened: {reason}</source>
        <translation>Commande {number} rouverte&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Order {number} rewritten</source>
        <translation>Commande {number} réécrite</translation>
    </message>
    <message>
        <source>Order {number} taken</source>
        <translation>Commande {number} saisie</translation>
    </message>
    <message>
        <source>Paid on account, {number}: {amount}</source>
        <translation>Règlement sur compte, {number} : {amount}</translation>
    </message>
    <message>
        <source>Payment on account {number} taken back: {amount}</source>
        <translation>Règlement sur compte {number} repris : {amount}</translation>
    </message>
    <message>
        <source>Payment plan {number} approved by {author}</source>
        <translation>Échéancier {number} approuvé par {author}</translation>
    </message>
    <message>
        <source>Payment plan {number} called off: {reason}</source>
        <translation>Échéancier {number} annulé : {reason}</translation>
    </message>
    <message>
        <source>Payment plan {number} sent to {recipient}</source>
        <translation>Échéancier {number} envoyé à {recipient}</translation>
    </message>
    <message>
        <source>Payment plan {number}: {amount} in {instalments} instalments</source>
        <translation>Échéancier {number} : {amount} en {instalments} versements</translation>
    </message>
    <message>
        <source>Payment plan {number}: {plan_state}</source>
        <translation>Échéancier {number} : {plan_state}</translation>
    </message>
    <message>
        <source>Payment returned by the bank: {amount} on {numbers} ({reason})</source>
        <translation>Règlement rejeté par la banque : {amount} sur {numbers} ({reason})</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Règlements</translation>
    </message>
    <message>
        <source>Price agreed for {product}: {price}{discount} ({reference})</source>
        <translation>Prix négocié pour {product} : {price}{discount} ({reference})</translation>
    </message>
    <message>
        <source>Pro forma {number} made</source>
        <translation>Pro forma {number} établie</translation>
    </message>
    <message>
        <source>Pro forma {number} put in the outbox for {recipient}</source>
        <translation>Pro forma {number} mise dans la boîte d’envoi pour {recipient}</translation>
    </message>
    <message>
        <source>Promise of {amount} by {promised_on}</source>
        <translation>Promesse de {amount} pour le {promised_on}</translation>
    </message>
    <message>
        <source>Promise of {amount} called off: {reason}</source>
        <translation>Promesse de {amount} annulée&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Proposal {number} dropped: {proposal_kind}</source>
        <translation>Proposition {number} écartée : {proposal_kind}</translation>
    </message>
    <message>
        <source>Quote {number} accepted, order {order}</source>
        <translation>Devis {number} accepté, commande {order}</translation>
    </message>
    <message>
        <source>Quote {number} made</source>
        <translation>Devis {number} établi</translation>
    </message>
    <message>
        <source>Quote {number} refused: {reason}</source>
        <translation>Devis {number} refusé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Quote {number} replaced by {newer}</source>
        <translation>Devis {number} remplacé par {newer}</translation>
    </message>
    <message>
        <source>Quote {number} rewritten</source>
        <translation>Devis {number} modifié</translation>
    </message>
    <message>
        <source>Quote {number} sent to {recipient}</source>
        <translation>Devis {number} envoyé à {recipient}</translation>
    </message>
    <message>
        <source>Receipt corrected, {paper} {number}</source>
        <translation>Règlement corrigé, {paper} {number}</translation>
    </message>
    <message>
        <source>Receipt matched: {amount} on {numbers}</source>
        <translation>Règlement rapproché&#xa0;: {amount} sur {numbers}</translation>
    </message>
    <message>
        <source>Receipt taken back, {paper} {number}: {amount} on {numbers}</source>
        <translation>Règlement annulé, {paper} {number} : {amount} sur {numbers}</translation>
    </message>
    <message>
        <source>Received, {paper} {number}: {amount} on {numbers}</source>
        <translation>Règlement reçu, {paper} {number} : {amount} sur {numbers}</translation>
    </message>
    <message>
        <source>Refund {number} of {amount} ordered for {document}, account {iban}</source>
        <translation>Remboursement {number} de {amount} ordonné pour {document}, compte {iban}</translation>
    </message>
    <message>
        <source>Reminder approved</source>
        <translation>Relance approuvée</translation>
    </message>
    <message>
        <source>Reminder planned, step {step}</source>
        <translation>Relance préparée, étape {step}</translation>
    </message>
    <message>
        <source>Reminder skipped by hand, step {step}</source>
        <translation>Relance sautée à la main, étape {step}</translation>
    </message>
    <message>
        <source>Reminders go on</source>
        <translation>Relances reprises</translation>
    </message>
    <message>
        <source>Reminders paused: {reason} {until}</source>
        <translation>Relances suspendues : {reason} {until}</translation>
    </message>
    <message>
        <source>Retention {number} is due</source>
        <translation>Retenue de garantie {number} exigible</translation>
    </message>
    <message>
        <source>Return taken back, {paper} {number}: {amount}</source>
        <translation>Retour impayé annulé, {paper} {number} : {amount}</translation>
    </message>
    <message>
        <source>Return {number} announced, delivery {delivery}: {reason}</source>
        <translation>Retour {number} annoncé, livraison {delivery}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Return {number} did not come</source>
        <translation>Retour {number} non reçu, annulé</translation>
    </message>
    <message>
        <source>Returned unpaid, {paper} {number}: {amount} on {numbers} ({reason})</source>
        <translation>Impayé, {paper} {number} : {amount} sur {numbers} ({reason})</translation>
    </message>
    <message>
        <source>Statement of account ({amount}) put in the outbox for {recipient}</source>
        <translation>Relevé de compte ({amount}) mis dans la boîte d’envoi pour {recipient}</translation>
    </message>
    <message>
        <source>Thanked for a payment of {amount} ({numbers})</source>
        <translation>Remercié d’un règlement de {amount} ({numbers})</translation>
    </message>
    <message>
        <source>Works {number} agreed</source>
        <translation>Marché {number} conclu</translation>
    </message>
    <message>
        <source>Year-end rebate agreed from {first} to {last} ({reference})</source>
        <translation>Remise de fin d’année convenue du {first} au {last} ({reference})</translation>
    </message>
    <message>
        <source>Year-end rebate ended ({reference})</source>
        <translation>Remise de fin d’année arrêtée ({reference})</translation>
    </message>
    <message>
        <source>{direction}, {outcome}: {text}</source>
        <translation>{direction}, {outcome}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>{name} deposited on the platform</source>
        <translation>{name} déposé sur la plateforme</translation>
    </message>
    <message>
        <source>{name} refused by the platform: {answer}</source>
        <translation>{name} refusé par la plateforme : {answer}</translation>
    </message>
    <message>
        <source>{number} issued without its e-mail: the customer has no address</source>
        <translation>{number} émis sans courriel : le client n’a pas d’adresse</translation>
    </message>
    <message>
        <source>{number} laid on {numbers}: {amount}</source>
        <translation>{number} imputé sur {numbers} : {amount}</translation>
    </message>
    <message>
        <source>{number} opened in the mail program for {recipient}</source>
        <translation>{number} ouvert dans la messagerie pour {recipient}</translation>
    </message>
    <message>
        <source>{number} put in the outbox for {recipient}</source>
        <translation>{number} mise dans la boîte d’envoi pour {recipient}</translation>
    </message>
    <message>
        <source>{number} taken over, {open} open</source>
        <translation>{number} reprise, {open} à régler</translation>
    </message>
    <message>
        <source>{number} waits for the platform</source>
        <translation>{number} attend la plateforme</translation>
    </message>
    <message>
        <source>{promise_state}: {amount} by {promised_on}, received {received}</source>
        <translation>{promise_state} : {amount} pour le {promised_on}, reçu {received}</translation>
    </message>
</context>
<context>
    <name>TimelineDetail</name>
    <message>
        <source>About the document</source>
        <translation>Sur le document</translation>
    </message>
    <message>
        <source>Call again on</source>
        <translation>Rappeler le</translation>
    </message>
    <message>
        <source>Call the promise off…</source>
        <translation>Annuler la promesse…</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Modifié par</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>Noted by</source>
        <translation>Noté par</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>Promis par</translation>
    </message>
    <message>
        <source>Server&apos;s answer</source>
        <translation>Réponse du serveur</translation>
    </message>
    <message>
        <source>Spoken to</source>
        <translation>Interlocuteur</translation>
    </message>
    <message>
        <source>Withdraw the note</source>
        <translation>Retirer la note</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{state}: {received} of {amount} received, in time until {day}</source>
        <translation>{state}&#xa0;: {received} reçus sur {amount}, dans les temps jusqu’au {day}</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>A note is never rewritten; a wrong one is withdrawn.</source>
        <translation>Une note ne se réécrit pas&#xa0;; une note erronée se retire.</translation>
    </message>
    <message>
        <source>Attach files to the chosen document or the customer</source>
        <translation>Joindre des fichiers au document choisi ou au client</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Joindre…</translation>
    </message>
    <message>
        <source>By which day? Enter a date.</source>
        <translation>Pour quel jour&#xa0;? Entrez une date.</translation>
    </message>
    <message>
        <source>Call the promise off</source>
        <translation>Annuler la promesse</translation>
    </message>
    <message>
        <source>Call…</source>
        <translation>Appel…</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>It stays readable, marked as withdrawn.</source>
        <translation>Elle reste lisible, marquée comme retirée.</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Enregistrer la note</translation>
    </message>
    <message>
        <source>Kind of fact</source>
        <translation>Type d’événement</translation>
    </message>
    <message>
        <source>Note a call and when to call again</source>
        <translation>Noter un appel et la date de rappel</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>Note sur {name}</translation>
    </message>
    <message>
        <source>Note what the customer promised to pay, and by when</source>
        <translation>Noter ce que le client a promis de payer, et pour quand</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Note…</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Rien ne s’est encore passé</translation>
    </message>
    <message>
        <source>Orders, invoices, mails and disputes will be listed here.</source>
        <translation>Les commandes, factures, e-mails et litiges s’afficheront ici.</translation>
    </message>
    <message>
        <source>Promises waited for: {pending}    Broken: {broken}</source>
        <translation>Promesses attendues&#xa0;: {pending}    Rompues&#xa0;: {broken}</translation>
    </message>
    <message>
        <source>Promise…</source>
        <translation>Promesse…</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Why does it no longer count?</source>
        <translation>Pourquoi ne compte-t-elle plus&#xa0;?</translation>
    </message>
    <message>
        <source>Withdraw the note</source>
        <translation>Retirer la note</translation>
    </message>
    <message>
        <source>Withdraw this note?</source>
        <translation>Retirer cette note&#xa0;?</translation>
    </message>
    <message>
        <source>Write something down, about the chosen document or the customer</source>
        <translation>Noter quelque chose sur le document choisi ou sur le client</translation>
    </message>
</context>
<context>
    <name>ToInvoicePage</name>
    <message>
        <source>A deposit, or services that are not delivered</source>
        <translation>Un acompte, ou des prestations non livrées</translation>
    </message>
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
        <source>From an order…</source>
        <translation>Depuis une commande…</translation>
    </message>
    <message>
        <source>Group and review…</source>
        <translation>Regrouper et vérifier…</translation>
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
        <source>See which invoices the deliveries make, grouped, and tick them</source>
        <translation>Voir quelles factures donnent les livraisons regroupées, et les cocher</translation>
    </message>
    <message>
        <source>Show the drafts</source>
        <translation>Voir les brouillons</translation>
    </message>
</context>
<context>
    <name>ToneWords</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>&amp;Objet</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Texte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Keep these words</source>
        <translation>Garder ce texte</translation>
    </message>
    <message>
        <source>May name</source>
        <translation>Peut citer</translation>
    </message>
    <message>
        <source>T&amp;one</source>
        <translation>&amp;Ton</translation>
    </message>
    <message>
        <source>The words delivered.</source>
        <translation>Le texte livré.</translation>
    </message>
    <message>
        <source>Words of reminders</source>
        <translation>Textes des relances</translation>
    </message>
    <message>
        <source>Your own words. Empty the text to go back to those delivered.</source>
        <translation>Votre propre texte. Videz-le pour revenir à celui livré.</translation>
    </message>
    <message>
        <source>{% for invoice in invoices %}: invoice.number, .issued_on, .due_on, .open, .days_late</source>
        <translation>{% for invoice in invoices %} : invoice.number, .issued_on, .due_on, .open, .days_late</translation>
    </message>
    <message>
        <source>{% if interest is defined %}: interest and recovery_costs, where the step claims them</source>
        <translation>{% if interest is defined %} : interest et recovery_costs, si l’étape les réclame</translation>
    </message>
    <message>
        <source>{% include &quot;_invoices.txt.j2&quot; %}: the table of the invoices; also _late, _payment, _signature</source>
        <translation>{% include &quot;_invoices.txt.j2&quot; %} : le tableau des factures ; aussi _late, _payment, _signature</translation>
    </message>
    <message>
        <source>{{ company.name }}, {{ company.iban }}: your company</source>
        <translation>{{ company.name }}, {{ company.iban }} : votre société</translation>
    </message>
    <message>
        <source>{{ customer.name }}, {{ customer.contact_name }}: the customer</source>
        <translation>{{ customer.name }}, {{ customer.contact_name }} : le client</translation>
    </message>
    <message>
        <source>{{ total|money }}: the sum claimed; {{ today|date }}: the day it leaves</source>
        <translation>{{ total|money }} : la somme réclamée ; {{ today|date }} : le jour de l’envoi</translation>
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
    <name>UnpaidDialog</name>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Prochaine action</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Reste dû</translation>
    </message>
    <message>
        <source>Why unpaid? {number}</source>
        <translation>Pourquoi impayée ? {number}</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Nothing to say against it.</source>
        <translation>Rien à redire.</translation>
    </message>
    <message>
        <source>Our checks: nothing wrong</source>
        <translation>Nos contrôles : rien à redire</translation>
    </message>
    <message>
        <source>Our checks: {doubts} point(s) to verify</source>
        <translation>Nos contrôles : {doubts} point(s) à vérifier</translation>
    </message>
    <message>
        <source>Our checks: {errors} error(s), {doubts} point(s) to verify</source>
        <translation>Nos contrôles : {errors} erreur(s), {doubts} point(s) à vérifier</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>The official rules are running…</source>
        <translation>Contrôle par les règles officielles en cours…</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>{name}: passed</source>
        <translation>{name} : respecté</translation>
    </message>
    <message>
        <source>{name}: passed, {count} remark(s)</source>
        <translation>{name} : respecté, {count} remarque(s)</translation>
    </message>
    <message>
        <source>{name}: {count} rule(s) broken</source>
        <translation>{name} : {count} règle(s) non respectée(s)</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… et {count} autres</translation>
    </message>
</context>
<context>
    <name>WatchedFolderDialog</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Choisir…</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Surveiller</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Compte bancaire</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Dossier à surveiller</translation>
    </message>
    <message>
        <source>IBAN, where a file names none</source>
        <translation>IBAN, si un fichier n’en nomme aucun</translation>
    </message>
    <message>
        <source>Statement files that fall into this folder are taken in by the daily run (otc run-due) and moved to «importés»; those refused go to «refusés» with the reason beside them.</source>
        <translation>Les relevés déposés dans ce dossier sont importés par le traitement quotidien (otc run-due) puis rangés dans « importés » ; ceux qui sont refusés vont dans « refusés », la raison à côté.</translation>
    </message>
    <message>
        <source>Watch no more</source>
        <translation>Ne plus surveiller</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Dossier surveillé</translation>
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
<context>
    <name>WordsForm</name>
    <message>
        <source>&amp;Subject</source>
        <translation>&amp;Objet</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Texte</translation>
    </message>
    <message>
        <source>Keep these words</source>
        <translation>Garder ce texte</translation>
    </message>
    <message>
        <source>Words of this reminder</source>
        <translation>Texte de cette relance</translation>
    </message>
</context>
<context>
    <name>WorksPage</name>
    <message>
        <source>No works</source>
        <translation>Aucun marché</translation>
    </message>
    <message>
        <source>Progress invoice of {amount} prepared</source>
        <translation>Situation de {amount} préparée</translation>
    </message>
    <message>
        <source>Progress invoice…</source>
        <translation>Situation…</translation>
    </message>
    <message>
        <source>Say how far the works have come, and invoice the difference</source>
        <translation>Indiquer l’avancement des travaux et facturer la différence</translation>
    </message>
    <message>
        <source>Show the drafts</source>
        <translation>Voir les brouillons</translation>
    </message>
    <message>
        <source>Works are invoiced as they advance. Keep a contract by the console: otc works create.</source>
        <translation>Les travaux se facturent à l’avancement. Créez un marché depuis la console : otc works create.</translation>
    </message>
</context>
<context>
    <name>_Window</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
</TS>
