### Ce qui est conservé, et combien de temps

keep-title = Ce qui est conservé, et combien de temps
keep-lead = À l’échéance, chacun de ces éléments disparaît des tables, de la recherche et des fichiers. Il en reste un nombre et une empreinte au journal.
keep-set = La personne qui exploite l’espace peut raccourcir ces durées avec MAJLIS_KEEP, et les allonger dans certaines limites.
keep-days = { $count ->
    [0] aussitôt
    [one] { $count } jour
   *[other] { $count } jours
}
keep-most = { $count ->
    [one] { $count } jour au plus
   *[other] { $count } jours au plus
}
keep-last = { $count ->
    [one] { $count } élément effacé en dernier, le
   *[other] { $count } éléments effacés en dernier, le
}
keep-backups-title = Sauvegardes existantes
keep-backups-note = Ce qui a été effacé après une sauvegarde peut s’y trouver encore. Si elle est restaurée, cela est de nouveau effacé aussitôt. La dernière sauvegarde intacte est conservée, quel que soit son âge.
keep-backups-none = Il n’y a pas de sauvegarde.
keep-backups-todo = La personne qui exploite l’espace en fait une avec « majlis backup ».
keep-backup-damaged = endommagée
keep-backup-last = la dernière intacte : elle reste
keep-backup-until = jusqu’au { $day }
keep-backup-entries = { $count ->
    [one] { $count } inscription au journal
   *[other] { $count } inscriptions au journal
}
keep-backup-since = { $count ->
    [0] rien d’effacé depuis
    [one] { $count } élément effacé depuis
   *[other] { $count } éléments effacés depuis
}
keep-accounts-unused = Comptes jamais utilisés, à compter de leur création ; jamais celui d’un auditeur ou d’une auditrice, ni celui de la dernière personne qui administre une institution
keep-accounts-left = Comptes des personnes parties : adresse, nom, moyens de connexion et lien avec leurs inscriptions au journal, à compter de leur suspension
keep-sessions = Sessions, à compter de leur fin
keep-background = Travaux de fond achevés, comme l’envoi d’un lien par courriel
keep-digests = Le jour où quelqu’un a reçu le résumé quotidien
keep-backups = Sauvegardes, qui contiennent encore ce qui a expiré depuis
keep-marked-records = Le texte des éléments dont la durée de diffusion est écoulée, de ce qui a été écrit à leur sujet et de ce qui en a été tiré
keep-consultation-codes = Codes à usage unique des consultations, à compter de leur clôture
keep-statement-receipts = Reçus permettant aux votants de suivre leurs affirmations, à compter de la clôture
may-see-retention = Seuls les administrateurs et les auditeurs voient cette page.
member-gone = Ce compte a été effacé à son échéance. Invitez de nouveau la personne.
