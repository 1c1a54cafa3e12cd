gatherings = Rencontres
gatherings-question = Pourquoi nous réunissons-nous ? Les séries de conférences et leurs éditions, le programme jour par jour, et ce qu’en disent les sources, côte à côte quand elles divergent.
gatherings-none = Aucune rencontre à afficher pour l’instant.
gatherings-none-organiser = Créez d’abord une série ; chaque conférence en est une édition.
gatherings-none-todo = Les rencontres apparaissent ici dès qu’une institution les partage.
gatherings-no-edition = Cette série n’a pas encore d’édition.
gatherings-no-edition-todo = Ajoutez la première avec ses jours, son fuseau horaire et son lieu.
series-create = Nouvelle série
series-change = Modifier la série
series-introduction = À quoi sert la série

gathering-create = Nouvelle édition
gathering-change = Modifier l’édition
gathering-title = Titre
gathering-theme = Thème
gathering-introduction = Introduction
gathering-subjects = Objets, tenus séparés car les mandats et les lois diffèrent
gathering-place = Lieu
gathering-place-unknown = Lieu non précisé
gathering-code = Code de l’édition
gathering-code-taken = La série a déjà une édition de ce code.
gathering-starts-on = Premier jour
gathering-ends-on = Dernier jour
gathering-ends-before = Le dernier jour précède le premier.
gathering-too-long = Une édition dure soixante jours au plus.
gathering-timezone = Fuseau horaire de ses horloges
gathering-clocks = Les heures sont celles des horloges de { $zone }.
gathering-form = Comment on participe
gathering-form-unknown = Non précisé
gathering-in-person = En présence
gathering-hybrid = En présence et en ligne
gathering-online = En ligne
gathering-asked = Questions posées dans cette édition
code-help = Lettres, chiffres, points et traits d’union, par exemple 2022 ou session-1. Il reste le même dans les fichiers.
code-wrong = Utilisez des lettres, des chiffres, des points, des traits d’union ou de soulignement, en commençant par une lettre ou un chiffre.

session-add = Ajouter une session
session-change = Modifier la session
session-withdraw = Retirer la session du programme
session-title = Ce que la session demande
session-code = Code de la session
session-code-taken = L’édition a déjà une session de ce code.
session-day = Jour
session-start = Début
session-end = Fin
session-room = Salle
session-themes = Thèmes
session-chair = Présidence (une fonction)
session-chair-is = Présidence :
session-room-is = Salle :
session-chaired-by = Présidence : { $office }
session-hours = { $start }–{ $end }
session-hours-title = Jour et heures
session-when = { $day }, { $start }–{ $end }
session-parallel = en parallèle
session-asked = Questions posées dans cette session
session-asked-none = Rien n’est encore demandé dans cette session.
session-asked-todo = Commencez une consultation : les participants disent où ils sont d’accord.
session-new-consultation = Nouvelle consultation pour cette session
session-outside = Le { $day } est hors de l’édition, qui va du { $first } au { $last }.
session-ends-before = Elle finit à { $end }, pas après son début à { $start }.
session-no-such-time = Le { $day }, les horloges n’indiquent jamais { $time } : elles changent ce jour-là.
session-overlaps = La salle { $room } est prise de { $start } à { $end } par la session { $other }.
programme-unfit = Les sessions ne tiennent pas dans l’édition.
misfit = { $code } : { $problem }

programme = Programme
programme-title = { $count ->
    [0] Programme
    [one] Programme : { $count } session
   *[other] Programme : { $count } sessions
}
programme-none = Le programme n’a pas encore de session.
programme-none-organiser = Importez le programme depuis un tableur, ou ajoutez les sessions une à une.
programme-none-todo = Les sessions apparaissent ici dès que les organisateurs les ajoutent.
programme-day-none = Pas de session ce jour.
programme-print = Programme à imprimer
programme-ics = Fichier d’agenda
programme-back = Retour à l’édition
programme-how = Imprimez cette page avec votre navigateur : elle est mise en page pour l’A4.

claims-title = Ce que disent les sources
claims-disputed = { $count ->
    [one] Les sources divergent sur { $count } point ; toutes sont montrées, aucune n’est préférée.
   *[other] Les sources divergent sur { $count } points ; toutes sont montrées, aucune n’est préférée.
}
claims-disagree = Les sources divergent
claims-none = Rien n’a encore été noté ici.
claims-none-todo = Notez qui organise, avec la source qui le dit. Si une autre source dit autre chose, ajoutez-la aussi : les deux restent.
claim-make = Ajouter ce que dit une source
claim-change = Corriger
claim-withdraw = Retirer
claim-aspect = De quoi il s’agit
claim-value = Ce que dit la source, en bref
claim-said-on = Dit le, si ce n’est le jour de la publication
claim-organisers = Qui organise
claim-partners = Partenaires
claim-speaker = Intervenant, par sa fonction
claim-dates = Dates
claim-place = Lieu
claim-figures = Chiffres
claim-aim = But annoncé
claim-outcome = Ce qui en est sorti
source = Source :
said-on = dit le { $date }
source-title = Titre de la source
source-address = Adresse de la source
source-published-on = Publiée le

statements-of-offices = Ce que les responsables ont dit, par fonction
statements-of-offices-none = Aucune déclaration n’a encore été notée.
statements-of-offices-todo = Notez ce qu’une fonction a déclaré, quand, où, et la source.
statement-add = Ajouter une déclaration
statement-change = Corriger la déclaration
statement-withdraw = Retirer la déclaration
statement-text = Ce qui a été dit
statement-office = Fonction (jamais le nom d’une personne)
statement-body = Institution
statement-place = Où
statement-said-on = Quand
statement-is-paraphrase = C’est une paraphrase, non les mots de la fonction
statement-paraphrase = Paraphrase : ce ne sont pas les mots mêmes
withdraw = Retirer
withdraw-lead = { $what } ne sera plus montré. L’acte et l’empreinte de son motif restent au registre.
withdraw-reason = Pourquoi

conflict-happened = Quelqu’un d’autre a enregistré une modification pendant que vous écriviez.
conflict-kept = Sa version est enregistrée. Ce que vous avez saisi est encore dans le formulaire ; rien n’a été écrasé.
conflict-todo = Comparez les deux, reprenez ce que vous voulez garder, puis enregistrez.
conflict-both = Les deux versions
conflict-field = Champ
conflict-now = Enregistré entre-temps
conflict-yours = La vôtre, dans le formulaire ci-dessous
conflict-save = Enregistrer la mienne

agenda-import = Importer le programme
agenda-lead = Collez un tableau ou choisissez un fichier. Vous verrez ce qui change avant tout enregistrement.
agenda-preview-lead = Rien n’est encore enregistré. Regardez ce qui va changer, puis enregistrez.
agenda-paste = Programme en tableau, avec une ligne de noms de colonnes
agenda-file = Ou un fichier (CSV ou tabulations, tel qu’un tableur l’enregistre)
agenda-preview = Voir ce qui va changer
agenda-preview-again = Vérifier à nouveau
agenda-save = Enregistrer ces changements
agenda-saved = { $count ->
    [one] Le programme est enregistré : { $count } session.
   *[other] Le programme est enregistré : { $count } sessions.
}
agenda-changes = { $count ->
    [one] { $count } session dans le tableau
   *[other] { $count } sessions dans le tableau
}
agenda-changes-table = Ce qui va changer
agenda-what = Ce qui se passe
agenda-new = Nouvelle
agenda-changed = Change :
agenda-same = Reste telle quelle
agenda-staying = { $count ->
    [one] { $count } session du programme n’est pas dans le tableau et reste telle quelle.
   *[other] { $count } sessions du programme ne sont pas dans le tableau et restent telles quelles.
}
agenda-outdated = Le programme ou votre tableau a changé depuis votre dernier regard.
agenda-outdated-todo = Rien n’a été enregistré. Regardez à nouveau les changements ci-dessous, puis enregistrez.
agenda-troubles = { $count ->
    [one] { $count } point est à corriger avant l’importation.
   *[other] { $count } points sont à corriger avant l’importation.
}
agenda-troubles-title = Ce qu’il faut corriger
agenda-nothing-imported = Rien n’a été importé. Votre tableau est conservé dans le formulaire ci-dessous.
agenda-code = { $column } doit se composer de lettres, chiffres, points et traits d’union ; trouvé « { $found } ».
agenda-day = { $column } doit être un jour tel que 2022-06-08 ou 08/06/2022 ; trouvé « { $found } ».
agenda-hour = { $column } doit être une heure de 00:00 à 23:59, telle que 09:30 ; trouvé « { $found } ».
agenda-original = { $column } doit être ar, fr ou en ; trouvé « { $found } ».
agenda-reviewed = { $column } doit être oui ou non ; trouvé « { $found } ».
agenda-theme = le thème « { $found } » n’est pas dans le vocabulaire ; voyez la liste ci-dessous.
agenda-title-missing = la session n’a de titre dans aucune langue.
agenda-code-twice = le code { $code } figure déjà à la ligne { $first }.
agenda-columns = Les colonnes
agenda-columns-text = Séparées par des virgules, des points-virgules ou des tabulations, dans n’importe quel ordre. Le programme actuel est le meilleur modèle :
agenda-template = programme en CSV
agenda-column-code = Nécessaire. Le nom stable de la session ; le réimporter modifie cette session.
agenda-column-when = Nécessaires. Le jour et les heures aux horloges de { $zone }.
agenda-column-room = La salle, telle qu’écrite sur sa porte. Une session à la fois.
agenda-column-titles = Un au moins est nécessaire.
agenda-column-original = La langue de l’original (ar, fr, en) et si les traductions ont été relues (oui, non). Une traduction non relue est signalée.
agenda-column-theme = Des codes, séparés par des espaces :
agenda-column-chairs = La fonction qui préside, jamais le nom d’une personne.

hijri-date = { $day } { $month } { $year } de l’hégire
hijri-1 = mouharram
hijri-2 = safar
hijri-3 = rabii al-awal
hijri-4 = rabii ath-thani
hijri-5 = joumada al-oula
hijri-6 = joumada ath-thania
hijri-7 = rajab
hijri-8 = chaabane
hijri-9 = ramadan
hijri-10 = chaoual
hijri-11 = dhou al-qi’da
hijri-12 = dhou al-hijja

may-convene = Seuls les organisateurs et les administrateurs de l’institution peuvent convoquer.
may-change-series = Seuls les organisateurs et les administrateurs de l’institution peuvent modifier une série.
may-change-gathering = Seuls les organisateurs et les administrateurs de l’institution peuvent modifier une édition.
may-change-session = Seuls les organisateurs et les administrateurs de l’institution peuvent modifier une session.
may-put-down = Seuls les organisateurs et les administrateurs de l’institution peuvent noter des déclarations.
may-change-office-statement = Seuls les organisateurs et les administrateurs de l’institution peuvent corriger une déclaration.
session-new-strategy = Commencer une stratégie
