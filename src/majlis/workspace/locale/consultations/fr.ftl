consultations = Consultations
consultations-question = Où sommes-nous d’accord ? Des énoncés sont soumis à de nombreuses personnes ; leurs réponses montrent ce que chaque groupe soutient et où les groupes se séparent.
consultations-none = Aucune consultation à afficher pour l’instant.
consultations-none-organiser = Créez la première, ou importez une conversation terminée avec « majlis import polis DOSSIER ».
consultations-none-todo = Les consultations apparaissent ici dès qu’une institution les ouvre ou les publie.

consultation-create = Nouvelle consultation
consultation-create-lead = Elle commence comme un brouillon que seule votre institution voit. Le vote débute quand vous l’ouvrez.
consultation-create-draft = Créer le brouillon
consultation-title = Titre, tel que les votants le liront
consultation-introduction = Introduction
written-in = Langue dans laquelle vous écrivez
cancel = Annuler

consultation-state-draft = Brouillon
consultation-state-open = Le vote est ouvert
consultation-state-closed = Le vote est clos
consultation-simulated = public simulé
consultation-draft-text = Seule votre institution voit ce brouillon.
consultation-draft-then = Dès l’ouverture du vote :
consultation-open-text = Les votes sont conservés sous pseudonyme. Tant que le vote est ouvert, savoir qui a voté quoi exigerait à la fois la base de données et une clé conservée à part ; la clôture détruit cette clé.
consultation-closed-text = { $voters ->
    [one] { $voters } personne a voté.
   *[other] { $voters } personnes ont voté.
} Personne, pas même un administrateur, ne peut savoir qui a voté quoi.
consultation-closed-few = Moins de cinq personnes ont voté. Personne, pas même un administrateur, ne peut savoir qui a voté quoi.
consultation-closed-soon = Personne, pas même un administrateur, ne peut savoir qui a voté quoi. Le nombre de votants figure sur la carte.
consultation-opened = Le vote est ouvert. Des énoncés peuvent encore être ajoutés.
consultation-open-already = Cette consultation a déjà été ouverte ; rien n’a changé.
consultation-closed-before = Le vote est déjà clos ; rien n’a changé.
statements-after-closing = Le vote est clos : rien n’a été ajouté. Votre texte figure ci-dessous ; gardez-le pour une autre consultation.
consultation-open = Ouvrir le vote
consultation-close = Clore le vote
consultation-close-sure = Clore le vote définitivement ?
consultation-close-what = Les votes sont mélangés, leurs heures effacées et la clé qui relie votants et votes est détruite. C’est irréversible : aucun vote ne pourra être ajouté ensuite. La carte définitive est alors calculée.
consultation-close-for-good = Clore définitivement

statements-title = { $count ->
    [0] Énoncés
    [one] { $count } énoncé
   *[other] { $count } énoncés
}
statements-none = Aucun énoncé pour l’instant.
statements-none-todo = Ajoutez-en au moins un ; un bon énoncé porte une seule idée, que l’on peut approuver ou non.
statements-add = Ajouter des énoncés
statements-new = Nouveaux énoncés, un par ligne
statements-added = { $count ->
    [one] { $count } énoncé a été ajouté.
   *[other] { $count } énoncés ont été ajoutés.
}
statements-too-many = Ajoutez au plus { $most } énoncés à la fois.
statement-out = Retiré par la modération ; ses votes ne sont pas analysés
statement-too-long = La ligne { $line } a { $found } caractères ; un énoncé en a { $most } au plus. Divisez-le : une idée chacun.
nothing-to-read = Il n’y a rien à lire ici.

map-see = Voir la carte
map-title = Carte des opinions
map-simulated = Public simulé : ces votes ont été tirés par un ordinateur et ne représentent personne
map-how-sure = Quel degré de certitude ?
map-voters = { $count ->
    [one] <b>{ $count }</b> votant
   *[other] <b>{ $count }</b> votants
}
map-votes = { $count ->
    [one] <b>{ $count }</b> vote
   *[other] <b>{ $count }</b> votes
}
map-few-voters = Moins de cinq personnes ont voté : leurs réponses et leur nombre restent masqués.
map-statements = { $count ->
    [one] <b>{ $count }</b> énoncé
   *[other] <b>{ $count }</b> énoncés
}
map-groups = { $count ->
    [one] <b>{ $count }</b> groupe
   *[other] <b>{ $count }</b> groupes
}
map-consensus-title = { $groups ->
    [one] Ce que la plupart soutiennent
   *[other] Ce que chaque groupe soutient
}
map-consensus-note = { $groups ->
    [one] Part d’accord, avec son intervalle à 90 %. Les plus sûrs d’abord.
   *[other] Part d’accord dans le groupe le moins favorable, avec son intervalle à 90 %. Les plus sûrs d’abord.
}
map-consensus-none = { $groups ->
    [one] Aucun énoncé ne recueille une majorité certaine.
   *[other] Aucun énoncé ne recueille une majorité certaine dans chaque groupe.
}
map-dividing-title = Où les groupes se séparent
map-dividing-note = Part d’accord dans chaque groupe, avec son intervalle à 90 % ; les écarts les plus sûrs d’abord.
map-dividing-none = Aucun énoncé ne divise les groupes de façon certaine.
map-all-statements = Tous les chiffres en tableaux
map-basis = Ce sur quoi repose cette carte
map-basis-text = Calculée le { $date } par Majlis { $version }, graine aléatoire { $seed }. Les mêmes votes et la même graine donnent la même carte, à l’octet près. Les empreintes ci-dessous disent exactement quels votes et quels énoncés ont été lus.
map-after-closing = La carte est établie à la clôture du vote.
map-after-closing-todo = Il n’y en a pas avant : deux cartes séparées par quelques votes révéleraient ce que ces quelques personnes ont dit.
map-none = Il n’y a pas encore de carte.
map-none-todo = Elle apparaîtra ici quand les organisateurs l’auront fait calculer.
map-compute = Calculer la carte
map-failed = La carte n’a pas pu être calculée.
map-failed-kept = Tous les votes et énoncés sont conservés, ainsi que la dernière carte, s’il y en avait une.
map-failed-todo = Réessayez ; si l’échec se répète, prévenez votre administrateur.
download-csv = Télécharger en CSV
download-json = Télécharger en JSON

may-organise = Réservé aux organisateurs et administrateurs de l’institution.
may-change = Seuls les organisateurs et administrateurs de l’institution peuvent modifier une consultation, et seulement jusqu’à sa clôture.
may-compute-map = Seules les personnes qui organisent, rapportent ou analysent dans l’institution peuvent faire calculer la carte, et seulement une fois le vote clos.
may-change-statement = Réservé aux modérateurs, organisateurs et administrateurs de l’institution, et seulement jusqu’à la clôture.
consultation-not-a-draft = Cette consultation a déjà été ouverte.
consultation-without-statements = Une consultation doit avoir au moins un énoncé avant d’ouvrir.
consultation-takes-no-votes = Cette consultation ne reçoit pas de votes : elle n’est pas ouverte.
statement-taken-out = La modération a retiré cet énoncé ; il ne reçoit pas de votes.

vote-go = Voter
vote-agree = D’accord
vote-disagree = Pas d’accord
vote-pass = Sans avis
vote-progress = { $done } sur { $of } répondus
vote-change = Modifier ma dernière réponse
vote-privacy = Vos votes sont conservés sous pseudonyme ; une fois la consultation close, personne ne peut savoir qui a voté quoi.
vote-open-door = Toute personne qui a cette page peut voter : un appareil n’est pas une personne.
vote-thanks = Merci : vous avez répondu à tout
vote-thanks-text = Vous pouvez modifier une réponse jusqu’à la clôture. De nouveaux énoncés peuvent encore venir.
vote-not-open = Le vote n’est pas ouvert
vote-not-open-text = Les réponses déjà données sont conservées. Après la clôture, la carte montre ce qu’il en est résulté.
vote-back = Vers la consultation
map-draft = Rédiger une recommandation
map-draft-about = Rédiger une recommandation : { $statement }
map-draft-from-findings = Rédiger à partir des constats de cette carte

unseen-happened = Seules les personnes connectées voient cette consultation : pour toutes les autres, les codes imprimés, les codes QR et l’adresse courte ne mènent nulle part.
unseen-todo = Avant d’ouvrir le vote, choisissez sous « Modifier la consultation » que tout le monde peut la voir, ou ne laissez entrer que les membres.
unseen-todo-open = Faites d’abord se connecter les votants ; ou clôturez cette consultation et ouvrez-en une autre que tout le monde peut voir.
unseen-sure = L’ouvrir alors que personne ne peut la voir de l’extérieur ?
unseen-open = L’ouvrir quand même
