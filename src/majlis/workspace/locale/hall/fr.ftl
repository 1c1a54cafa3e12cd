hall-title = En salle
hall-code = Code pour la salle :
hall-not-open-yet = Le code laisse entrer dès l’ouverture du vote. Tout ce qui suit peut être imprimé et préparé avant.
hall-join = Votez avec votre téléphone
hall-or-type = Scannez, ou allez sur
hall-with-code = et saisissez le code
hall-qr = Code QR de { $address }

screen-see = Écran en direct
screen-see-note = pour le projecteur
screen-tools = Écran
screen-languages = Langues à tour de rôle
screen-hold = Figer cette image
screen-go-on = Reprendre
screen-voters = { $count ->
    [one] { $count } personne comptée jusqu’ici
   *[other] { $count } personnes comptées jusqu’ici
}
screen-first = Les premiers chiffres apparaissent quand dix personnes ont voté.
screen-closed = Le vote est clos. La carte montre ce qu’il en est résulté.
screen-not-open = Le vote n’est pas encore ouvert.
screen-agreed = La plupart sont d’accord
screen-disagreed = La plupart ne sont pas d’accord
screen-none = Rien pour l’instant.
screen-of = { $count ->
    [one] sur { $count } réponse
   *[other] sur { $count } réponses
}
screen-rule = Compte les premières réponses, avec cinq à neuf votants de retard, intervalles à 90 %. Provisoire, à ne pas citer. État à { $clock }.
screen-lost = Pas de connexion. Cette image date de { $clock } ; l’écran reprend de lui-même dès que possible.
screen-signed-out = Votre session a pris fin, ou cet écran ne vous est plus ouvert. Voici l’image de { $clock } ; elle reprend dès que vous vous reconnectez.
screen-table = Tous les énoncés en tableau
screen-statement = Énoncé
screen-agree = D’accord
screen-disagree = Pas d’accord
screen-pass = Sans avis
screen-votes = Réponses comptées
screen-share = Part d’accord (intervalle à 90 %)
screen-hidden = Masqué : moins de dix personnes ont répondu. Les nombres avancent par blocs de cinq, pour qu’aucune mise à jour ne révèle ce que quelques-uns ont dit.

enter-title = Entrez et votez
enter-lead = Saisissez le code qui figure à l’écran ou sur l’affiche.
enter-code = Code
enter-unknown = Le code { $code } ne mène nulle part.
enter-unknown-todo = Comparez-le avec l’écran. S’il est le même, adressez-vous aux personnes qui animent la séance ; il faut peut-être vous connecter.

sheets-see = Affiche et chevalets de table
sheets-see-note = code QR et code court, à imprimer
sheets-lead = La première page est une affiche, la deuxième se plie en chevalet de table. Imprimez-les en A4 depuis votre navigateur.
sheets-address = L’adresse sur les feuilles
sheets-address-why = C’est le nom par lequel vous avez ouvert cette page. Pour le changer, ouvrez-la par le nom que les téléphones de la salle peuvent atteindre ; le réglage MAJLIS_HOSTS énumère les noms auxquels l’espace répond.
sheets-local = Seule cette machine peut suivre cette adresse.
sheets-local-todo = Faites ajouter à MAJLIS_HOSTS le nom ou le numéro de cette machine dans le réseau de la salle, ouvrez cette page par ce nom, puis imprimez.
sheets-poster = Affiche
sheets-tent = Chevalet de table

ballots-see = Bulletins papier
ballots-see-note = numérotés, dans la langue de cette page
ballots-lead = Chaque numéro sert une fois. Changez la langue en haut de la page pour imprimer dans une autre.
ballots-first = Premier numéro
ballots-count = Combien
ballots-show = Les afficher
ballots-number = Bulletin { $number }
ballots-how = Une croix par ligne. Laissez la ligne vide si vous ne voulez pas répondre.
ballots-code = N°
ballots-privacy = N’écrivez pas votre nom. Le numéro sert seulement à ne compter chaque bulletin qu’une fois ; personne ne note qui a reçu lequel.

paper-see = Saisir les bulletins papier
paper-see-note = deux greffiers saisissent chaque bulletin
paper-lead = Chaque bulletin est saisi par deux greffiers. Si les deux saisies sont égales, il devient des votes et les saisies sont effacées.
paper-keys-title = Au clavier
paper-keys = Sur la ligne d’un énoncé : A d’accord, D pas d’accord, P sans avis, N vide ; chaque touche passe à la ligne suivante. La tabulation et les flèches fonctionnent aussi.
paper-ballot = Numéro du bulletin
paper-answers = Réponses
paper-none = Vide
paper-save = Enregistrer ce bulletin
paper-waiting = { $count ->
    [0] Bulletins en attente
    [one] { $count } bulletin en attente
   *[other] { $count } bulletins en attente
}
paper-none-waits = Aucun bulletin en attente : tous ceux qui ont été saisis sont comptés.
paper-once = saisi une fois ; il faut un deuxième greffier
paper-differ = saisi deux fois, différemment : à trancher
paper-offline = Quand le réseau tombe
paper-offline-text = Enregistrez la feuille de saisie avant la séance. Remplissez une ligne par bulletin : son numéro, puis a (d’accord), d (pas d’accord) ou p (sans avis) sous chaque énoncé, rien si le votant n’a pas répondu. Déposez-la plus tard ; elle vaut ce que vous auriez saisi, et le même fichier déposé deux fois compte une fois.
paper-template = Enregistrer la feuille de saisie (CSV)
paper-file = Feuille que vous avez remplie
paper-upload = Déposer
paper-waits = Le bulletin { $ballot } est enregistré. Il compte dès qu’un deuxième greffier a saisi la même chose.
paper-counted = Le bulletin { $ballot } est compté. Les saisies sont effacées.
paper-differs = Le bulletin { $ballot } est enregistré, mais l’autre saisie dit autre chose. Une troisième personne doit regarder le papier.
paper-known = Le bulletin { $ballot } est déjà connu : il compte une fois, rien n’a été modifié.
paper-uploaded = La feuille a été prise. Comptés : { $counted } ; en attente d’un deuxième greffier : { $waits } ; différents de l’autre saisie : { $differs } ; déjà connus : { $known }.
paper-blank = Ce bulletin n’a aucune réponse. Un bulletin blanc ne se saisit pas ; mettez-le de côté.
paper-no-number = Le numéro d’un bulletin n’a que des chiffres, six au plus.
paper-unknown-statement = L’une des réponses ne correspond à aucun énoncé de cette consultation. Rien n’a été enregistré.
paper-entered-before = Vous avez déjà saisi ce bulletin, autrement. Votre première saisie est conservée ; si elle était fausse, celle du deuxième greffier différera et une troisième personne regardera le papier.
paper-nothing-to-settle = Il n’y a rien à trancher pour ce bulletin.
paper-third-look = Vous avez fait l’une de ces saisies : une autre personne doit regarder le papier.
paper-settle = Trancher le bulletin { $number }
paper-settle-lead = Deux greffiers l’ont saisi différemment. Prenez le papier et répondez comme lui ; là où les deux concordent, c’est déjà rempli.
paper-entry = Saisie { $number } : { $said }
paper-settle-all = Les saisies diffèrent sur une ligne à laquelle vous n’avez pas répondu. Regardez le papier et choisissez, même si la ligne est vide.
paper-settle-count = Le compter ainsi
paper-left = { $count ->
    [one] { $count } bulletin papier n’a pas été saisi deux fois à l’identique.
   *[other] { $count } bulletins papier n’ont pas été saisis deux fois à l’identique.
}
paper-left-kept = Tant que le vote est ouvert, rien n’est perdu : on peut encore saisir et trancher.
paper-left-todo = Si vous clôturez maintenant, ce qui figure ici est abandonné et jamais compté ; le rapport de clôture dit combien.
paper-file-too-large = Le fichier dépasse deux mégaoctets : ce n’est pas une feuille de saisie. Rien n’a été pris.
paper-file-not-utf8 = Le fichier n’est pas en UTF-8. Enregistrez-le en « CSV UTF-8 » et déposez-le de nouveau. Rien n’a été pris.
paper-file-broken = La ligne { $line } ne se lit pas comme du CSV. Rien n’a été pris.
paper-file-empty = Il n’y a aucun bulletin dans le fichier.
paper-file-headings = La ligne 1 doit commencer par « ballot » et nommer chaque énoncé une fois, comme dans la feuille de saisie. Rien n’a été pris.
paper-file-unknown = Ligne { $line } : aucun énoncé n’a le code { $code }.
paper-file-no-number = Ligne { $line } : le numéro du bulletin manque ou n’en est pas un.
paper-file-twice = Ligne { $line } : le bulletin { $ballot } figure déjà à la ligne { $first }.
paper-file-too-long = La ligne { $line } a plus de réponses qu’il n’y a d’énoncés.
paper-file-blank = Ligne { $line } : le bulletin { $ballot } n’a aucune réponse. Retirez les bulletins blancs de la feuille.
paper-file-answer = Ligne { $line }, énoncé { $code } : { $found } n’est ni a, ni d, ni p.
paper-file-before = Ligne { $line } : vous avez déjà saisi le bulletin { $ballot }, autrement.

schedule-see = Clore à une heure fixée
schedule-see-note = le vote se clôt de lui-même, en votre nom
schedule-change = Changer l’heure de clôture
schedule-lead = À cette heure, le vote est clos définitivement, comme si vous le faisiez alors. Les bulletins papier qui n’ont pas été saisis deux fois à l’identique sont abandonnés.
schedule-at = Jour et heure
schedule-at-help = Dans le fuseau choisi ci-dessous, par exemple 2030-06-10 18:00.
schedule-zone = Fuseau horaire
schedule-save = Fixer l’heure
schedule-cancel = Annuler la clôture à heure fixée
schedule-closes = Se clôt de lui-même le
schedule-set = L’heure de clôture est fixée.
schedule-cancelled = Le vote reste ouvert jusqu’à ce que quelqu’un le close.
schedule-in-the-past = Cette heure est passée. Choisissez-en une plus tardive.
schedule-too-far = Cette date est dans plus de cent ans. Choisissez un moment plus proche.
schedule-no-such-time = À cette heure, ce fuseau change d’heure : elle n’existe pas ou vient deux fois. Choisissez une autre minute.
schedule-none = Aucune clôture n’est programmée.
schedule-overdue = Le vote aurait dû se clore de lui-même, et ne l’a pas fait.
schedule-overdue-kept = Le vote continue ; chaque vote est conservé.
schedule-overdue-todo = Le processus d’arrière-plan ne tourne pas, ou la personne qui a fixé l’heure ne peut plus clore. Clôturez le vote à la main.

report-see = Rapport de clôture
report-title = Rapport de clôture
report-after-closing = Le rapport est écrit à la clôture du vote.
report-when = Clos
report-late = En retard : l’heure fixée était
report-as-planned = De lui-même, à l’heure fixée.
report-by = Par
report-by-organiser = Un organisateur de l’institution
report-by-administrator = Un administrateur de l’institution
report-by-import = Reprise d’une consultation terminée
report-statements = Énoncés
report-put = { $count ->
    [one] { $count } énoncé a été soumis aux votants.
   *[other] { $count } énoncés ont été soumis aux votants.
}
report-out = { $count ->
    [one] { $count } retiré : { $reason }
   *[other] { $count } retirés : { $reason }
}
report-none-out = Aucun n’a été retiré.
report-no-reason = la raison figure au registre sous forme d’empreinte
report-votes = Votes
report-on-map = Votes et votants figurent sur la carte.
report-few = Moins de cinq personnes ont voté.
report-votes-note = Comme la carte les compte ; un autre compte à côté pourrait révéler ce que quelques personnes ont dit.
report-codes = { $count ->
    [one] { $count } code a été émis.
   *[other] { $count } codes ont été émis.
}
report-paper = Bulletins papier
report-dropped-few = Aucun bulletin ou moins de cinq bulletins ont été abandonnés, faute d’avoir été saisis deux fois à l’identique ; un nombre si petit n’est pas indiqué.
report-dropped = { $count ->
    [one] { $count } bulletin a été abandonné : il n’a pas été saisi deux fois à l’identique.
   *[other] { $count } bulletins ont été abandonnés : ils n’ont pas été saisis deux fois à l’identique.
}
report-paper-note = Les bulletins comptés sont des votes comme les autres, et personne ne peut les distinguer.
report-key = Clé
report-key-gone = Détruite. Personne, pas même un administrateur, ne peut savoir qui a voté quoi.
report-key-left = Pas encore détruite : l’espace la détruit à son prochain démarrage. Prévenez votre administrateur.
report-commitment = Engagement sur les votes
report-commitment-text = Ce nombre figure au registre depuis la clôture. Il est formé de tous les votes et d’un sel secret. Si un seul vote est changé, ajouté ou retiré, les votes ne donnent plus ce nombre : qui reçoit les votes et le sel peut vérifier que ce sont bien ceux de la clôture. Il ne montre le vote de personne.

may-open-screen = Réservé aux organisateurs, modérateurs, greffiers et administrateurs de l’institution.
may-enter-paper = Seuls les greffiers, organisateurs et administrateurs de l’institution saisissent les bulletins papier, et seulement tant que le vote est ouvert.
