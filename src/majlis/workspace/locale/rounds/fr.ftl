strategy-around = Autour de cette stratégie
remarks = Remarques
remarks-title = { $count ->
    [one] Remarques : { $count }
   *[other] Remarques : { $count }
}
remarks-members = Les membres des institutions lisent et écrivent les remarques une fois connectés.
remarks-none = Il n’y a pas encore de remarque sur ce texte.
remarks-none-todo = Dites dans votre langue ce que vous pensez du texte ; les personnes qui rédigent répondent.
remarks-closed = Ce texte n’est plus en vigueur et ne reçoit plus de remarques.
remark-make = Faire une remarque
remark-made = Votre remarque est enregistrée.
remark-withdrawn = Votre remarque est retirée.
remark-answer = Répondre à la remarque
remark-answer-change = Modifier la réponse
remark-answer-saved = La réponse est enregistrée.
remark-answered = Réponse :
remark-answered-meanwhile = On a répondu à cette remarque, ou elle a été retirée, pendant que vous écriviez.
remark-answer-now = La réponse enregistrée entre-temps
remark-withdraw = Retirer ma remarque
remark-text = Ce que vous voulez dire
remark-language = Langue dans laquelle vous écrivez
remark-about = Le texte { $code }, version { $version }
remark-said = La remarque
remark-shown = Votre institution et votre rôle sont affichés, jamais votre nom.
remark-kept = Rien n’a été enregistré ; ce que vous avez écrit est toujours dans le formulaire.
remark-text-gone = Ce texte n’est plus en vigueur, ou ne vous est plus accessible.
remark-gone = Cette remarque a été retirée, ou ne vous est plus accessible.
may-remark = Les remarques sont réservées aux membres des institutions.
may-answer-remark = Seules les personnes qui rédigent pour l’institution de la stratégie répondent aux remarques.
may-withdraw-remark = Seule la personne qui a fait la remarque la retire.
rounds = Tours Delphi
rounds-lead = Chaque membre évalue seul le texte des projets ; ensuite tous voient ce que le groupe a répondu.
rounds-none = Il n’y a pas encore eu de tour.
rounds-none-drafter = Ouvrez un tour quand les projets sont prêts à être lus par d’autres.
rounds-none-todo = Les tours paraissent ici quand les personnes qui rédigent les ouvrent.
rounds-held = { $count ->
    [one] { $count } tour
   *[other] { $count } tours
}
rounds-none-to-end = Il ne reste aucun tour à terminer.
rounds-end = Terminer les tours
rounds-end-sure = Terminer les tours pour de bon ?
rounds-end-what = La clé qui relie un membre à ses réponses est détruite, les lignes sont mélangées, motifs et formulations en sont effacés, et ceux qui n’ont pas été montrés faute d’évaluateurs sont perdus. Les résultats restent. Un nouveau tour ne pourra plus être comparé aux réponses de ceux-ci.
rounds-ended-now = Les tours sont terminés : plus rien ne mène d’une réponse à un membre.
round-number = Tour { $number }
round-texts = { $count ->
    [one] { $count } texte
   *[other] { $count } textes
}
round-state-open = Ouvert
round-state-closed = Clos
round-state-ended = Terminé
round-open-now = le tour { $number } est ouvert
round-open = Ouvrir un tour
round-open-act = Ouvrir le tour
round-open-lead = On interroge les institutions sur le texte tel qu’il est maintenant. Personne ne voit de réponse avant la clôture, pas même qui a ouvert le tour.
round-open-handling = Voient le tour les membres qui peuvent voir tout ce que vous choisissez : un seul texte plus restreint restreint tout le tour. Seule votre institution voit les projets d’une stratégie qui ne circule pas encore.
round-opened = Le tour { $number } est ouvert.
round-open-already = La stratégie a déjà un tour ouvert : fermez-le d’abord.
round-drafts = Projets soumis
round-closes-on = Dernier jour pour répondre
round-closes-help = Le tour se clôt à la fin de ce jour, à l’heure de votre institution. Sans cette date, vous le fermez vous-même.
round-closes-in-the-past = Ce jour est passé.
round-closes = Clôture :
round-closes-by-hand = Se clôt quand les personnes qui rédigent le ferment.
round-day-move = Déplacer le dernier jour
round-day-moved = Le dernier jour est déplacé. Les réponses enregistrées restent.
round-without-drafts = Il n’y a aucun projet à soumettre.
round-without-drafts-todo = Rédigez d’abord une recommandation.
round-takes-no-answers = Le tour s’est clos avant l’arrivée de votre réponse.
round-text-not-asked = Ce texte n’est pas soumis, ou ne vous est plus accessible.
round-nothing-answered = Il n’y a aucune réponse dans ce que vous avez envoyé.
round-key-gone = La clé du tour n’est pas sur ce serveur : aucune nouvelle réponse ne peut être enregistrée. Prévenez la personne qui administre l’espace de travail.
round-closed-already = Le tour est déjà clos.
round-not-closed = Le tour n’est pas encore clos.
round-kept = Rien de cette page n’a été enregistré, et tout ce que vous y avez écrit est toujours là.
round-kept-todo = Ce que vous aviez enregistré avant la clôture compte. Copiez vos mots et envoyez-les comme remarque sur la recommandation.
round-wrong = La réponse n’est pas encore enregistrée : corrigez ce qui est indiqué ci-dessous.
round-saved = { $count ->
    [one] Réponses enregistrées : { $count }. Vous pouvez les modifier jusqu’à la clôture.
   *[other] Réponses enregistrées : { $count }. Vous pouvez les modifier jusqu’à la clôture.
}
round-answer-lead = Évaluez chaque texte de 1 à 9. Vous pouvez changer d’avis jusqu’à la clôture.
round-over-lead = Ce tour ne reçoit plus de réponses. Les résultats paraissent ici une fois comptés.
round-over = Le temps de réponse est passé
round-secret = Votre réponse est gardée sous un pseudonyme dont la clé se trouve hors de la base. Tant que les tours durent, seul qui tiendrait la base et la clé remonterait à vous ; une fois terminés, personne.
round-ways = Les textes un par un
round-all = Tous les textes en un formulaire
round-answered = répondu
round-whole-text = La recommandation entière
round-text-changed = Le projet a changé depuis l’ouverture du tour. La question porte sur le texte affiché ici.
round-before = Au tour { $number } :
round-own-before = votre réponse était { $value }.
round-own-before-none = vous n’aviez pas répondu sur ce texte.
round-group-before = Groupe ({ $n } réponses) : médiane { $median }, moitié centrale de { $low } à { $high }.
round-few = Moins de cinq réponses : rien n’est montré.
round-value = Votre évaluation
round-value-none = Sans réponse
round-value-help = 1 : inacceptable. 9 : plein accord.
round-value-missing = Choisissez une évaluation de 1 à 9 : sans elle, les mots ne peuvent pas être gardés.
round-words = Motif et autre formulation (facultatif)
round-words-help = Montrés sans nom si au moins cinq membres évaluent le texte. Ne nommez personne ; votre style peut vous faire reconnaître.
round-reason = Motif
round-wording = Autre formulation
round-save = Enregistrer les réponses
round-nothing-asked = Aucun texte de ce tour ne vous est accessible.
round-nothing-asked-todo = Les projets ont été retirés, ou leurs destinataires ont changé.
round-drafters = Pour les personnes qui rédigent
round-close = Clore le tour
round-close-sure = Clore le tour ?
round-close-what = Plus aucune réponse ne sera reçue, et les résultats paraissent pour tous ceux qui voient le tour. La clé reste jusqu’à la fin des tours, pour qu’un tour suivant puisse être comparé à celui-ci.
round-closed-now = Le tour est clos.
round-closed-note = Rien n’est montré d’un texte que moins de cinq membres ont évalué.
round-ended-note = La clé est détruite et les lignes mélangées : rien ne mène d’une réponse à un membre.
round-outcome-lead = { $count ->
    [one] Ce que le groupe a répondu sur { $count } texte.
   *[other] Ce que le groupe a répondu sur { $count } textes.
}
round-outcome-table = Résultats du tour
round-outcome-caption = De 1 (inacceptable) à 9 (plein accord)
round-outcome-note = Désaccord au sens de la méthode RAND/UCLA (Fitch et al., 2001), à partir de huit réponses. Ni la plus basse, ni la plus haute, ni le nombre par note ne sont montrés.
round-text = Texte
round-n = Réponses
round-median = Médiane
round-quartiles = Moitié centrale
round-agree = 7 à 9
round-reject = 1 à 3
round-meaning = Lecture
round-own = Vous
round-zone-accepted = Accepté
round-zone-uncertain = Indécis
round-zone-rejected = Non accepté
round-disagreement = désaccord
round-disagreement-no = sans désaccord
round-disagreement-few = moins de huit : désaccord non défini
round-said = Ce qui a été écrit
round-reasons = { $count ->
    [one] { $count } motif
   *[other] { $count } motifs
}
round-wordings = { $count ->
    [one] { $count } autre formulation
   *[other] { $count } autres formulations
}
round-unread = { $count ->
    [one] { $count } texte a été écrit ; il est lu avant que d’autres ne le voient.
   *[other] { $count } textes ont été écrits ; ils sont lus avant que d’autres ne les voient.
}
round-unread-todo = Lisez-les, retenez ce qui nomme une personne ou incite, et montrez le reste.
round-read = Lire ce qui a été écrit
round-read-act = Montrer le reste
round-read-lead = Il n’y a pas de noms ici, et l’ordre ne dit rien. Retenez ce que d’autres ne doivent pas voir, et rien d’autre.
round-read-now = Les autres voient maintenant ce qui n’est pas retenu.
round-read-none = Rien d’écrit ne peut être montré.
round-read-none-todo = Motifs et formulations sont montrés à partir de cinq réponses sur un texte.
round-held-label = Ce qu’il advient de ce texte
round-held-not = Montrer
round-held-person = Retenir : nomme une personne
round-held-incites = Retenir : incite
round-held-insults = Retenir : insulte
round-held-private = Retenir : information privée
round-held-count = { $count ->
    [one] { $count } texte a été retenu à la lecture.
   *[other] { $count } textes ont été retenus à la lecture.
}
may-rate = L’évaluation est réservée aux membres des institutions.
may-close-round = Seules les personnes qui rédigent pour l’institution de la stratégie ferment un tour.
table-import = Importer un tableau de recommandations
table-import-short = vous voyez ce qui changera avant tout enregistrement
table-download = Recommandations en CSV
table-download-short = le tableau peut être réimporté
table-lead = Collez un tableau ou choisissez un fichier. Vous voyez ce qui changera avant tout enregistrement.
table-preview-lead = Rien n’est encore enregistré. Regardez ce qui changera, puis enregistrez.
table-paste = Le tableau, avec une ligne de noms de colonnes
table-file = Ou un fichier (CSV ou tabulations, comme les tableurs l’enregistrent)
table-preview = Voir ce qui changera
table-preview-again = Vérifier de nouveau
table-save = Enregistrer ces changements
table-saved = { $count ->
    [one] Le tableau est enregistré : { $count } recommandation nouvelle ou modifiée.
   *[other] Le tableau est enregistré : { $count } recommandations nouvelles ou modifiées.
}
table-counted = Nouvelles : { $new }, modifiées : { $changed }, inchangées : { $same }
table-changes = Ce qui changera
table-code-title = Code
table-what = Ce qui se passe
table-new = Nouvelle
table-changed = Change :
table-same = Reste telle quelle
table-staying = Ce que le tableau ne nomme pas reste tel quel.
table-outdated = La stratégie ou votre tableau a changé depuis que vous avez regardé.
table-outdated-todo = Rien n’a été enregistré. Regardez de nouveau les changements ci-dessous, puis enregistrez.
table-troubles = { $count ->
    [one] { $count } point est à corriger avant d’importer le tableau.
   *[other] { $count } points sont à corriger avant d’importer le tableau.
}
table-troubles-title = À corriger
table-nothing-imported = Rien n’a été importé. Votre tableau est gardé dans le formulaire ci-dessous.
table-nothing-read = Rien n’a été importé. Le fichier n’a pas pu être lu : choisissez-le à nouveau une fois corrigé.
table-unimportable = Le tableau ne s’accorde pas avec ce qui existe.
table-code = { $column } se compose de lettres, chiffres, points et tirets ; trouvé « { $found } ».
table-version = { $column } doit être un nombre tel que 1, ou rester vide ; trouvé « { $found } ».
table-original = { $column } doit être ar, fr ou en, suivi au besoin de colonnes telles que goal_ar ; trouvé « { $found } ».
table-reviewed = { $column } doit être oui, non ou des noms de colonnes ; trouvé « { $found } ».
table-institution = { $column } doit être l’identifiant d’une institution d’ici, ou rester vide ; trouvé « { $found } ».
table-day = { $column } doit être un jour tel que 2027-06-30, ou rester vide ; trouvé « { $found } ».
table-dimension = La dimension « { $found } » n’existe pas ; voyez la liste ci-dessous.
table-measure-missing = la mesure n’est donnée dans aucune langue.
table-code-twice = le code { $code } figure déjà, dans la même version, à la ligne { $first }.
table-adopted = { $code } est adoptée et son texte n’est pas modifié : commencez une nouvelle version sur sa page, puis importez celle-ci.
table-version-gone = cette version de { $code } n’est plus en vigueur ou n’existe pas : exportez de nouveau le tableau et modifiez-le.
table-version-new = { $code } est nouvelle : sa version est 1, ou reste vide.
table-columns = Les colonnes
table-columns-text = Séparées par des virgules, des points-virgules ou des tabulations, dans n’importe quel ordre. Le meilleur modèle est le tableau tel qu’il est :
table-column-code = Le code est requis : le nom stable de la recommandation. L’importer de nouveau modifie son projet. La version est facultative.
table-column-read-only = En lecture seule : ce qui s’y trouve n’est pas importé.
table-column-measure = La mesure, dans une langue au moins.
table-column-original = La langue de l’original (ar, fr, en) et si les traductions ont été relues (oui, non). Là où les parties diffèrent, leurs colonnes sont nommées.
table-column-texts = Le but, l’indicateur et la note sur les droits, facultatifs.
table-column-addressee = Le destinataire en mots et, s’il est une institution d’ici, son identifiant.
table-column-due = Un jour tel que 2027-06-30.
table-column-dimensions = Des codes séparés par des espaces :
table-column-unfounded = Pourquoi elle est décidée sans fondement, si c’est le cas.
editions = Éditions
editions-lead = Une édition est la stratégie telle qu’elle était quand un office l’a publiée : on la cite, on la compare, elle ne change pas.
editions-none = Il n’y a pas encore d’édition.
editions-none-organiser = Publiez la première quand des recommandations sont adoptées.
editions-none-todo = Les éditions paraissent ici quand l’institution les publie.
editions-count = { $count ->
    [one] { $count } édition
   *[other] { $count } éditions
}
edition-measures = { $count ->
    [one] { $count } recommandation
   *[other] { $count } recommandations
}
edition-number = Édition { $number }
edition-now = Ce qui est en vigueur
edition-release = Publier une édition
edition-release-lead = { $count ->
    [one] { $count } recommandation adoptée y entre telle qu’elle est maintenant.
   *[other] { $count } recommandations adoptées y entrent telles qu’elles sont maintenant.
}
edition-released = L’édition { $number } est publiée.
edition-released-by = Publiée par
edition-released-on = Jour de la publication
edition-office = Office qui publie (une fonction, jamais un nom)
edition-note = Ce qui est nouveau dans cette édition
edition-handling = Si une recommandation est plus restreinte, toute l’édition l’est.
edition-empty-todo = Adoptez d’abord une recommandation.
edition-frozen = Les textes tels qu’ils ont été adoptés.
edition-version = version { $version }
edition-since-superseded = remplacée depuis par une version plus récente
edition-since-withdrawn = retirée depuis
edition-hidden = { $count ->
    [one] { $count } recommandation de l’édition ne vous est pas accessible.
   *[other] { $count } recommandations de l’édition ne vous sont pas accessibles.
}
edition-compare-now = Comparer à ce qui est en vigueur
edition-compare-before = Comparer à l’édition { $number }
compare = Comparer les éditions
compare-short = mesure par mesure
compare-two = { $before } – { $after }
compare-before = Avant
compare-after = Après
compare-act = Comparer
compare-old = Avant
compare-new = Après
compare-nothing = rien
compare-elsewhere = Inchangé dans cette langue, modifié dans d’autres :
compare-versions = de la version { $old } à la version { $new }
compare-none-todo = La comparaison devient possible avec la première.
compared-added = { $count ->
    [one] ajoutée
   *[other] ajoutées
}
compared-dropped = { $count ->
    [one] supprimée
   *[other] supprimées
}
compared-changed = { $count ->
    [one] modifiée
   *[other] modifiées
}
compared-same = { $count ->
    [one] inchangée
   *[other] inchangées
}
compared-basis-hidden = fondement qui ne vous est pas accessible
compared-part-text = Mesure
compared-part-goal = But
compared-part-addressee = Destinataire
compared-part-addressed-to = Institution destinataire
compared-part-due-on = Échéance
compared-part-indicator = Indicateur
compared-part-dimensions = Dimensions
compared-part-rights-note = Note sur les droits
compared-part-unfounded = Pourquoi sans fondement
compared-part-basis = Fondement
profile = Profil de la stratégie
profile-caption = Une description, pas une note : combien de recommandations ont quoi.
profile-what = Ce qu’elles ont
profile-of = { $count } sur { $all }
profile-none = aucune
profile-participation = Participation : reposent sur une consultation ou un jugement d’experts
profile-basis = Preuves : ont un fondement
profile-measurable = Mesurabilité : ont un indicateur et une échéance
profile-indicator = ont un indicateur
profile-deadline = ont une échéance
profile-rights = Droits : ont une note sur les droits
profile-dimensions = Dimensions couvertes
profile-dimensions-empty = Dimensions vides
