oversight = Contrôle
oversight-question = Les règles sont-elles respectées ?
ledger-title = Le registre
ledger-lead = { $count ->
    [one] Un acte est inscrit. Aucune modification ultérieure ne passe inaperçue.
   *[other] { $count } actes sont inscrits. Aucune modification ultérieure ne passe inaperçue.
}
ledger-head = Dernier point de contrôle
ledger-head-covers = { $count ->
    [one] Il couvre une inscription. Signé :
   *[other] Il couvre { $count } inscriptions. Signé :
}
ledger-key = La clé qui permet de le vérifier :
ledger-checkpoint-plain = En texte brut
ledger-for-witnesses = Fichier pour les témoins
ledger-no-head = Aucun point de contrôle n’a encore été signé.
ledger-no-head-todo = L’espace en signe un dans l’heure qui suit le premier acte.
ledger-checkpoint-make = Signer un point de contrôle maintenant
ledger-checkpoint-made = Le point de contrôle est signé.
ledger-nothing-to-sign = Il n’y a encore aucune inscription : rien n’a été signé.
ledger-witnesses = Qui détient les états du registre
ledger-witnesses-why = Quiconque maîtrise tout le serveur pourrait écrire un autre passé. Un état détenu ailleurs le révèle.
ledger-no-witness = Personne à l’extérieur ne détient encore d’état du registre.
ledger-no-witness-todo = Une autre institution en détient au moyen de la commande majlis ledger witness, en ligne ou par fichiers.
ledger-witness-holds = { $count ->
    [one] détient l’état à une inscription
   *[other] détient l’état à { $count } inscriptions
}
ledger-witness-nothing = n’a encore remis aucun état
ledger-witness-gone = n’est plus témoin
ledger-witness-add = Ajouter un témoin
ledger-witness-add-do = Ajouter le témoin
ledger-witness-added = Les signatures de ce témoin sont désormais acceptées.
ledger-witness-retire = Ne plus accepter de signatures
ledger-witness-retired = Ses signatures ne sont plus acceptées. Celles déjà remises restent.
ledger-witness-key = Clé du témoin
ledger-key-help = Telle que la commande l’affiche : un nom, un signe plus, un nombre, un signe plus, des lettres.
ledger-witness-institution = Institution qui en répond
witness-known = Cette clé est déjà connue.
witness-unknown = Aucun témoin de cet espace n’a signé cet état. Un auditeur ou un administrateur ajoute d’abord la clé du témoin.
may-audit = Seules les personnes chargées de l’audit peuvent le faire.
may-checkpoint = Seules les personnes chargées de l’audit peuvent faire signer un point de contrôle.
may-name-witness = Seules les personnes chargées de l’audit ou de l’administration désignent les témoins.
ledger-head-bring = Remettre un état signé
ledger-head-bring-do = Remettre
ledger-head-text = Le point de contrôle signé, en texte
ledger-head-file = Ou en fichier
ledger-head-none = Donnez le point de contrôle en texte ou en fichier.
ledger-head-taken = La signature est valable et elle est affichée.
ledger-not-ours = Ce registre n’a jamais été dans cet état. Rien n’a été modifié. Conservez le fichier et avertissez la personne chargée de l’audit : l’un des deux n’est pas ce qu’il devrait être.
ledger-unreadable = Ce texte ne peut être lu tel quel ou contient une erreur. Rien n’a été modifié. Copiez-le de nouveau, en entier.
ledger-check = Vérification
ledger-check-do = Vérifier toutes les inscriptions
ledger-check-never = Personne n’a demandé de vérification ces derniers temps.
ledger-check-good = { $count ->
    [one] L’unique inscription est intacte.
   *[other] Les { $count } inscriptions sont intactes.
}
ledger-check-good-limits = Comparées à tous les états signés ici. Les états détenus ailleurs se comparent là où ils se trouvent, avec majlis ledger verify.
ledger-check-bad = L’inscription { $index }, ou sa voisine, n’est plus telle qu’elle a été écrite.
ledger-check-bad-beside = Ce qui accompagne les inscriptions n’est plus tel qu’il a été écrit.
ledger-check-bad-todo = Laissez la base de données en l’état. Avertissez la personne chargée de l’audit et les institutions qui détiennent des états.
ledger-check-failed = La vérification n’a pas pu être faite.
ledger-check-failed-todo = Redemandez-la ; si elle échoue encore, majlis doctor dit pourquoi.
ledger-fault-missing = Une inscription manque.
ledger-fault-altered = Son texte, son heure ou son empreinte a été modifié.
ledger-fault-rewritten = Elle a été réécrite avec une empreinte concordante.
ledger-fault-cut = La fin du registre a été coupée.
ledger-fault-added = Des inscriptions ont été ajoutées après la fin.
ledger-fault-head = La ligne qui dit où finit le registre a été modifiée.
ledger-fault-nodes = Les nœuds intérieurs de l’arbre ont été modifiés.
ledger-fault-rebuilt = Un état signé contredit les inscriptions : elles ont été réécrites à partir d’ici ou plus loin.
ledger-fault-persons = Les sels qui protègent les personnes dans les inscriptions ont été modifiés.
ledger-fault-notes = Des points de contrôle, des témoins ou leurs signatures ont été modifiés.
ledger-auditors = Les personnes chargées de l’audit lisent ici les inscriptions, sans leur contenu.
ledger-entries = Inscriptions
ledger-entries-lead = Ce qui a été fait, quand, depuis quelle institution et sur quoi : des noms de choses et des empreintes, jamais de contenu ni de personnes.
ledger-entries-found = { $count ->
    [one] Une inscription.
   *[other] { $count } inscriptions.
}
ledger-entries-none = Aucune inscription ne correspond.
ledger-export = Télécharger toutes les inscriptions
ledger-filter-act = Acte
ledger-filter-day = Jour (UTC)
ledger-filter-institution = Institution
ledger-filter-all = tous
ledger-filter-do = Afficher
ledger-number = Nº
ledger-when = Quand (UTC)
ledger-act = Acte
ledger-who = Qui
ledger-what = Sur quoi, par empreinte
ledger-nobody = personne en particulier
ledger-entry = Inscription { $number }
ledger-entry-text = Texte de l’inscription
ledger-entry-hash = Son empreinte :
ledger-proof = Preuve
ledger-proven = { $count ->
    [one] Elle figure dans le point de contrôle à une inscription.
   *[other] Elle figure dans le point de contrôle à { $count } inscriptions.
}
ledger-proof-how = Le fichier contient l’inscription, le chemin ci-dessous et le point de contrôle : majlis ledger verify le vérifie partout.
ledger-proof-get = Télécharger la preuve
ledger-not-covered = Le dernier point de contrôle ne la couvre pas encore.
ledger-not-covered-todo = Le prochain la couvrira, dans l’heure.
ledger-path = Chemin de l’inscription à la racine
ledger-path-none = L’inscription est seule dans son arbre : elle en est la racine.
