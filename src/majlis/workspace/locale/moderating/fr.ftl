# Proposer un énoncé
offer-link = Proposer votre propre énoncé
offer-title = Votre propre énoncé
offer-lead = { $most ->
    [one] Vous pouvez proposer { $most } énoncé. La modération le lit d’abord ; si elle le retient, tout le monde pourra y répondre.
   *[other] Vous pouvez proposer jusqu’à { $most } énoncés. La modération lit chacun d’abord ; si elle le retient, tout le monde pourra y répondre.
}
offer-statement = Votre énoncé
offer-statement-help = Une seule idée, que l’on peut approuver ou non, en 500 caractères au plus. Ne nommez personne ; ni numéro de téléphone, ni adresse.
offer-privacy = Ce que vous écrivez est conservé à part de vos votes et sans aucun compte. Tant que rien n’est décidé, seule la modération de l’institution le lit.
offer-send = Envoyer à la modération
offer-back = Retour au vote
offer-own = Ce que vous avez proposé depuis cet appareil
offer-repeated = Cet énoncé existe déjà. Vous pouvez y répondre, ou formuler le vôtre autrement.
offer-vote-on-it = Répondre à cet énoncé
offer-come-in = Entrez d’abord dans le vote ; vous pourrez ensuite proposer un énoncé.
offer-come-in-todo = Il suffit d’entrer une fois sur cet appareil.
offer-come-in-kept = Votre texte est ici : copiez-le, entrez, puis collez-le.
offer-kept = Rien n’a été envoyé. Votre texte est ici ; copiez-le si vous en avez besoin.
text-too-long = Le texte a { $found } caractères, pour { $most } au plus. Raccourcissez-le ou faites-en deux : une idée chacun.
consultation-takes-no-statements = Cette consultation ne reçoit pas d’énoncés des participants en ce moment.
offers-used-up = Vous avez proposé autant d’énoncés qu’un votant le peut. Tous sont conservés ; celui-ci n’a pas été envoyé.

offered-title = Ce qu’est devenu votre énoncé
offered-receipt = Gardez cette adresse
offered-receipt-text = C’est votre récépissé : quiconque la possède peut lire cette page. Cet appareil la garde aussi. L’espace de travail n’en conserve qu’une empreinte.
offered-became = À présent
offer-waiting = Il attend la modération.
offer-left = Le vote a été clos avant toute décision. Il n’a pas été soumis aux votants.
offer-taken = Il est retenu : tout le monde peut y répondre.
offer-refused = Il n’a pas été retenu, ou a été retiré.
offer-replaced = Un autre énoncé a pris sa place :
offered-notes = La modération précise
offered-appeal = Votre demande de réexamen
offered-result = Ce qui en est ressorti
offered-result-note = Part d’accord, dans le groupe le moins favorable s’il y en a plusieurs.

appeal-title = Demander un réexamen
appeal-lead = Vous pouvez le demander une fois. Un autre membre que celui qui a décidé répondra.
appeal-why = Pourquoi il devrait être retenu
appeal-send = Demander un réexamen
appeal-not-possible = Un réexamen se demande une seule fois, tant que le vote est ouvert, pour un énoncé retiré.
appeal-kept = Rien n’a été envoyé. Votre texte est ci-dessus ; copiez-le si vous en avez besoin.
appeal-waits = Un autre membre va l’examiner.
appeal-moot = Une nouvelle décision a été prise entre-temps sur cet énoncé.
appeal-granted = Après réexamen, l’énoncé a été retenu.
appeal-rejected = Après réexamen, la décision est maintenue.
appeal-nobody = Personne d’autre dans l’institution ne peut procéder à ce réexamen.
appeal-nobody-todo = Un administrateur donne à un autre membre le rôle de modérateur ; ceux qui ont retiré l’énoncé ne peuvent pas répondre.
appeal-of-author = L’auteur demande un réexamen
appeal-note-help = Nécessaire si l’énoncé reste retiré ; son auteur la lira.
appeal-read = Procéder au réexamen
appeal-answer = Répondre à la demande
appeal-grant = Retenir l’énoncé
appeal-reject = Maintenir le retrait
appeal-note-missing = Dites en quelques mots pourquoi il reste retiré ; son auteur les lira.

# Modération
moderation-title = Modération
moderation-link = { $waiting ->
    [0] Modération
    [one] Modération : { $waiting } énoncé en attente
   *[other] Modération : { $waiting } énoncés en attente
}
moderation-appeals-count = { $appeals ->
    [one] { $appeals } auteur demande un réexamen.
   *[other] { $appeals } auteurs demandent un réexamen.
}
moderation-lead = { $waiting ->
    [0] Aucun énoncé ne vous attend.
    [one] { $waiting } énoncé attend une décision.
   *[other] { $waiting } énoncés attendent une décision, du plus ancien au plus récent.
}
moderation-who-sees = Qui voit cette page
moderation-who-sees-text = Seulement les modérateurs, organisateurs et administrateurs de l’institution. Les marques comme « adresse électronique » viennent de la seule forme des caractères ; c’est vous qui décidez.
moderation-appeals = Demandes de réexamen
moderation-waiting = En attente
moderation-none = Rien n’est en attente.
moderation-others = Énoncés décidés et énoncés de l’institution
moderation-accept = Retenir
moderation-take-out-how = Retirer, avec un motif…
moderation-take-out = Retirer
moderation-statement = Un énoncé et ses décisions
moderation-decide = Décider
moderation-reason = Motif du retrait
moderation-reason-missing = Choisissez un motif : l’auteur le lira, et il sera compté.
moderation-note = Note à l’auteur
moderation-history = Ce qui a été décidé
moderation-history-none = Rien n’a encore été décidé.
moderation-undo = Revenir sur la dernière décision
moderation-done = La décision est consignée. Il est possible d’y revenir.
moderation-conflict-kept = Rien n’a été écrasé, et votre texte est toujours sur cette page.
moderation-conflict-todo = Lisez plus bas où en est l’énoncé ; ne poursuivez que si vous le jugez encore nécessaire.
moderation-kept = Ce que vous avez écrit
moderation-refused-title = Énoncés retirés, par motif
moderation-refused-note = Ce sont des nombres d’énoncés.
moderation-reason-person = nomme une personne
moderation-reason-incites = incite à la haine ou à la violence
moderation-reason-insults = insulte ou rabaisse
moderation-reason-private = révèle des données privées
moderation-reason-subject = est hors sujet
moderation-reason-repeats = dit la même chose qu’un autre
moderation-reason-several = contient plusieurs idées
moderation-reason-unclear = est incompréhensible
moderation-reason-accepted = retenu
moderation-reason-undo = dernière décision annulée
moderation-reason-replaced = remplacé par un autre énoncé
moderation-reason-granted = retenu après réexamen
moderation-reason-rejected = retrait maintenu après réexamen
standing-pending = Attend la modération
standing-in = Soumis aux votants
standing-out = Retiré
hint-email = adresse électronique ?
hint-address = adresse web ?
hint-phone = numéro de téléphone ?
hint-digits = longue suite de chiffres ?
statement-decided-already = Quelqu’un d’autre a décidé entre-temps au sujet de cet énoncé.
statement-appeal-first = L’auteur attend un réexamen : répondez-y d’abord.
statement-nothing-to-undo = Il n’y a pas de décision à annuler.
statement-replaced = Un autre énoncé a pris sa place ; décidez au sujet de celui-là.
statement-not-in = L’énoncé d’un participant ne peut être remplacé que tant qu’il est soumis aux votants : sinon son auteur perdrait son droit au réexamen.
statement-voted-meanwhile = Quelqu’un a voté entre-temps : seule une coquille peut désormais être corrigée.
may-decide = Les modérateurs, organisateurs et administrateurs de l’institution décident, jusqu’à la clôture de la consultation. Qui a retiré un énoncé n’en décide plus dès que son auteur a demandé un réexamen.
may-read-moderated = Seuls les modérateurs, organisateurs et administrateurs de l’institution voient cette page.

# Les mots d’un énoncé
revise-title = Changer les mots
revise-free = Personne n’a encore voté : vous pouvez le modifier librement.
revise-bound = Seule une coquille peut être corrigée : une lettre au plus par mot, ni négation ni nombre. Un second membre donne d’abord son accord ; les deux textes sont conservés et montrés, et les votants ne sont pas interrogés à nouveau.
revise-text = Énoncé
revise-edit = Enregistrer
revise-mend = Proposer de corriger la coquille
revise-replace = Mettre ce texte à sa place, comme nouvel énoncé
revise-replace-what = Un nouvel énoncé est soumis à tous ; l’ancien est retiré, ses votes sont conservés mais ne sont pas analysés.
revise-mended = Les mots ont été changés. Les traductions sont à relire.
revise-replaced = Le nouvel énoncé a pris sa place.
revise-mended-on = Coquille corrigée le { $date }
revise-before = Avant
revise-after = Après
revise-now = L’énoncé tel qu’il est à présent
revise-conflict-todo = Comparez votre texte avec ce qui est écrit à présent, puis décidez à nouveau.
mending-title = Une coquille à corriger
mending-waiting = Coquilles en attente d’un second membre
mending-by = Proposé le { $date } par
mending-proposed = La proposition est consignée. Les mots changeront dès qu’un second membre aura donné son accord.
mending-ask = Ne donnez votre accord que si les deux textes disent la même chose à chaque votant.
mending-somebody = Un autre modérateur, organisateur ou administrateur doit donner son accord.
mending-who = Un autre membre doit donner son accord :
mending-nobody = Personne d’autre dans l’institution ne peut donner son accord.
mending-nobody-todo = Un administrateur donne à un autre membre le rôle de modérateur, d’organisateur ou d’administrateur.
mending-agree = Les deux textes ont le même sens : corriger
mending-leave = Laisser les mots tels quels
mending-left = Les mots restent tels quels.
mending-read = Comparer les deux textes
mending-waits-already = Une autre proposition attend pour cet énoncé : acceptez-la ou écartez-la d’abord.
mending-decided-already = Une décision a été prise entre-temps sur cette proposition.
may-agree = Un autre modérateur, organisateur ou administrateur que l’auteur de la proposition donne son accord, jusqu’à la clôture de la consultation.
may-leave = Seuls les modérateurs, organisateurs et administrateurs de l’institution peuvent laisser les mots tels quels, jusqu’à la clôture de la consultation.
revise-replaces = À la place de l’énoncé { $code }
statement-more-than-a-typo = Ce n’est pas une coquille au sens de Majlis : une lettre au plus, dans un mot de quatre lettres ou plus ; aucun mot de plus ou de moins, ni nombre ni négation. Mettez plutôt un nouvel énoncé à sa place.
statement-changed-meanwhile = Quelqu’un d’autre a changé ces mots entre-temps.

# Traductions
translations-title = Traductions
translations-lead = Tant qu’un autre membre n’a pas relu une traduction, elle est signalée partout où elle apparaît.
translations-lists = Listes
translations-mine = Pour moi
translations-overdue = En retard
translations-open = À prendre
translations-all = Toutes
translations-none = Il n’y a rien dans cette liste.
translations-as-file = En fichier
translations-file = Fichier CSV
translations-file-help = Remplissez la colonne « translation » et laissez les autres telles quelles. Toutes les lignes entrent, ou aucune.
translations-import = Importer le fichier
translations-imported = { $count ->
    [0] Le fichier n’a rien changé.
    [one] { $count } traduction est entrée ; elle attend sa relecture.
   *[other] { $count } traductions sont entrées ; elles attendent leur relecture.
}
translations-file-large = Le fichier est trop grand : 2 Mo au plus. Rien n’a été importé.
translations-file-encoding = Ce fichier n’est pas un CSV en UTF-8. Enregistrez-le en « CSV UTF-8 » et réessayez ; rien n’a été importé.
translations-file-columns = La première ligne doit nommer ces colonnes : { $columns }. Rien n’a été importé.
translations-line-unknown = Ligne { $line } : l’énoncé « { $statement } » n’a pas besoin de traduction en « { $into } ».
translations-line-empty = Ligne { $line } : il n’y a rien à lire dans la traduction.
translations-line-long = La ligne { $line } a { $found } caractères, pour { $most } au plus.
translations-line-twice = Ligne { $line } : le même énoncé et la même langue figurent deux fois dans le fichier.
translation-title = Une traduction
translation-original = Les mots de l’auteur
translation-text = Traduction
translation-propose = Enregistrer comme proposition
translation-review = Elle dit ce que dit l’original
translation-assign = Qui s’en charge
translation-assign-save = Enregistrer
translation-translator = Traduit :
translation-reviewer = Relit :
translation-due = Pour le
translation-saved = Enregistré.
translation-state-wanted = à faire
translation-state-proposed = proposée, non relue
translation-state-reviewed = relue
translation-two-people = Qui traduit ne peut pas relire : choisissez deux membres.
translation-changed = La traduction a changé depuis que vous avez ouvert cette page. Relisez-la avant de la valider.
translation-not-wanted = Cet énoncé n’a pas besoin de traduction dans cette langue.
language-ar = Arabe
language-fr = Français
language-en = Anglais
texts-title = Les textes de la consultation
texts-lead = Titre, introduction et ce que les votants lisent avant d’entrer. Un autre organisateur relit ce que vous traduisez.
texts-headline = Titre de la carte
texts-consent = Ce que les votants acceptent
texts-help-line = Où demander de l’aide
may-see-translations = Seuls les membres de l’institution voient cette page.
may-assign = Seuls les organisateurs et administrateurs de l’institution confient les traductions, jusqu’à la clôture de la consultation.
may-translate = Seuls les membres à qui la traduction est confiée, les modérateurs, organisateurs et administrateurs peuvent le faire, jusqu’à la clôture de la consultation.
may-review = Une autre personne que le traducteur relit : un modérateur, un organisateur, un administrateur ou le membre désigné, jusqu’à la clôture de la consultation.
may-import-translations = Seuls les modérateurs, organisateurs et administrateurs de l’institution importent des traductions, jusqu’à la clôture de la consultation.

# Sur le bureau
moderation-desk = { $waiting ->
    [one] { $waiting } énoncé attend votre décision
   *[other] { $waiting } énoncés attendent votre décision
}
translations-desk = { $count ->
    [one] { $count } traduction vous attend
   *[other] { $count } traductions vous attendent
}
