addressee = Institution visée

# What became of it
became-title = Suites données
became-lead = { $count ->
    [0] Rien n’est encore adopté ici.
    [one] Une recommandation est adoptée et en vigueur. Voici ce qu’en rapportent celles et ceux qui en répondent.
   *[other] { $count } recommandations sont adoptées et en vigueur. Voici ce qu’en rapportent celles et ceux qui en répondent.
}
became-how-known = Comment on le sait
became-known-by-reports = Chaque état est la dernière parole d’une institution, avec sa preuve lorsqu’il y en a une. Lorsque des institutions se contredisent, les deux figurent ici.
became-done = Réalisée, avec preuve
became-in-progress = En cours
became-stalled = Bloquée
became-rejected = Rejetée, avec motif
became-disputed = Rapports contradictoires
became-silent = Sans rapport à ce jour
became-count = { $what } : { $count }
became-overdue = Échéance dépassée
became-overdue-since = Échéance dépassée, { $date }
became-due = D’ici le { $date }
became-by-addressee = Par institution visée
became-nobody-addressed = Aucune institution visée
became-none = Rien n’est encore adopté ici : il n’y a aucune suite à relever.
became-none-todo = Dès qu’une instance adopte une recommandation, les engagements et les rapports figurent ici.
gathering-became = Suites données aux éditions précédentes
following-none = Aucun engagement ni rapport à ce jour.
following-none-todo = Dites ce que votre institution fera, ou ce qu’il en est advenu.

# Pledges
pledges = Engagements
pledge-make = Prendre un engagement
pledge-text = Ce que votre institution fera
pledge-office = Au nom de quelle instance
pledge-due-on = Échéance
pledge-withdraw = Retirer l’engagement
pledge-withdraw-reason = Pourquoi il est retiré
pledge-withdrawn = Retiré
pledge-overdue = Échéance dépassée
pledge-withdrawn-already = Cet engagement a déjà été retiré.
may-pledge = Seules les personnes qui organisent ou administrent prennent un engagement, pour leur propre institution et pour une recommandation adoptée et en vigueur.
may-take-back = Seule l’institution qui a pris l’engagement le retire.

# Reports
report-make = Rapporter les suites données
report-text = Ce qui a été fait, ou pourquoi rien ne l’a été
report-status = État
report-pledge = À propos de
report-on-the-recommendation = la recommandation elle-même
report-on-pledge = À propos de l’engagement :
report-as-of = À la date du
report-proof-help = Le document qui le prouve. Sans document, le rapport est la parole de votre institution, et la page le dit.
report-done-needs-proof = « Réalisée, avec preuve » exige une preuve : indiquez le document.
report-of-tomorrow = La date d’un rapport ne peut pas être à venir.
report-of-another-pledge = Un rapport sur un engagement vient de l’institution qui l’a pris.
report-status-unknown = Un rapport dit : en cours, réalisée, bloquée ou rejetée.
report-without-proof = Parole de l’institution ; aucun document n’est indiqué.
report-earlier = { $count ->
    [one] Un rapport antérieur
   *[other] { $count } rapports antérieurs
}
report-withdraw = Retirer le rapport
may-report = Les suites sont rapportées par l’institution visée, par celles qui ont pris un engagement et par celle qui a adopté la recommandation.
may-correct = Seule l’institution qui a rapporté retire son rapport.

# Taking over
carry-over = Reprendre des recommandations ouvertes
carry-over-lead = Choisissez la stratégie antérieure dont des recommandations sont reprises.
carry-over-from = De :
carry-over-which = Recommandations à reprendre comme projets
carry-over-do = Les reprendre comme projets
carry-over-none = Aucune autre stratégie qui vous soit accessible n’a de recommandation adoptée.
carry-over-none-todo = Dès qu’il y en aura une, ses recommandations ouvertes pourront être reprises ici.

# On the desk and in the daily digest
pledge-due = Votre engagement, échéance le { $date }
pledge-open = Votre engagement

# What was done
pledge-made = Votre engagement est enregistré.
pledge-taken-back = Votre engagement est retiré ; il reste lisible avec son motif.
report-made = Votre rapport est enregistré.
report-taken-back = Votre rapport est retiré.
taken-over = { $count ->
    [one] { $count } recommandation est reprise comme projet.
   *[other] { $count } recommandations sont reprises comme projets.
}
