### Diffusion : qui voit quoi, levées, restrictions et rappels

handling = Diffusion
handling-question = Qui peut voir quoi, et qui en décide ?
handling-of = Diffusion d’un élément
handling-what = De quoi il s’agit
handling-digest = Empreinte
handling-not-shown = Le texte ne vous est pas montré : il repose aussi sur ce que d’autres ont fourni, ou il a été rappelé.
handling-reason = Motif
handling-reason-help = Toutes les institutions concernées le liront : ne citez pas le texte lui-même.
handling-named = Également désignés
handling-named-help = Institutions et cercles qui peuvent aussi le voir, ou auxquels il est limité.
handling-link = Diffusion
level-clear = CLEAR : toute personne.
level-green = GREEN : les membres des institutions partenaires.
level-amber = AMBER : les institutions concernées et celles qui sont désignées.
level-amber-strict = AMBER+STRICT : la seule institution concernée.
level-red = RED : les seules personnes et institutions désignées.
who-only = Seuls pourront le voir : { $who }.
who-nobody = Personne ne le verra.
who-expired = Plus personne ne le voit : son délai est écoulé.
who-until = Jusqu’au { $day }.
who-purposes = Usage limité à : { $purposes }.
who-no-purpose = Aucun usage n’en est permis.
who-circle = { $circle } ({ $inside })
release-awaits = Une demande de levée attend la réponse de votre institution.
releases-waiting = En attente de votre réponse
releases-none = Rien n’attend votre réponse.
releases-title = Levées demandées
release-title = Levée pour un élément
release-ask = Demander une levée
release-ask-lead = Ce qui repose sur des éléments marqués reste aussi strict qu’eux. Seules les institutions dont ils proviennent peuvent ouvrir davantage cet élément, tel qu’il est maintenant. Toute modification ultérieure met fin à la levée.
release-ask-do = Demander la levée
release-wish = Ce qui est demandé
release-before = Qui le voit maintenant
release-wanted = Qui le verrait
release-answers = Réponses des institutions d’origine
release-agrees = accepte
release-declines = refuse
release-unanswered = n’a pas encore répondu
release-agree-do = Accepter la levée
release-decline-do = Refuser
release-asked = La levée attend les réponses des institutions d’origine.
release-granted = La levée a été accordée.
release-declined = La levée a été refusée : rien ne change.
release-ended = La levée a pris fin : une institution d’origine a restreint ou rappelé l’élément.
release-over = Elle ne vaut plus : l’élément a changé depuis.
release-not-seen = Vous ne pouvez demander la levée que de ce que vous pouvez voir.
release-not-milder = Personne de plus ne le verrait ainsi : choisissez un autre niveau ou désignez quelqu’un.
release-waits = Une demande de levée pour cet élément attend déjà ses réponses.
release-decided = Cette demande a été tranchée entre-temps.
release-outdated = L’élément a changé depuis la demande : il faut demander à nouveau.
release-answered = Votre institution a déjà répondu.
narrow = Restreindre la diffusion
narrow-lead = Cet élément, et tout ce qui repose sur lui dans toutes les salles, sera vu par moins de lecteurs dès maintenant. Celles et ceux qui pouvaient le voir en sont informés.
narrow-do = Restreindre
narrow-not-stricter = Ce n’est pas plus restreint qu’actuellement.
handling-for-nobody = Au niveau le plus strict, seul le verrait qui est désigné par tout ce qui est concerné, et ici il n’y aurait personne. Rien n’a été modifié. Désignez d’autres lecteurs, ou rappelez l’élément.
recall = Rappeler
recall-lead = Plus personne ne verra cet élément, ni ce qui repose sur lui. Son empreinte et un avis demeurent. Ce qui a été copié ou imprimé ne peut être repris. C’est irréversible.
recall-do = Rappeler définitivement
recalled-before = Cet élément a déjà été rappelé.
recalled-happened = Cet élément a été rappelé par l’institution dont il provient.
recalled-kept = Son contenu est retenu ; son empreinte et l’avis demeurent.
notices-title = Restreints et rappelés
notices-none = Rien de ce que votre institution pouvait voir n’a été restreint ni rappelé.
notice-title = Avis d’une institution d’origine
notice-narrowed = Une institution d’origine a restreint ce que vous pouviez voir.
notice-recalled = Une institution d’origine a rappelé ce que vous pouviez voir.
notice-narrowed-lead = Ne transmettez pas les copies que vous avez faites, sauf à qui peut encore le voir.
notice-recalled-lead = Détruisez les copies que vous avez faites et ne vous en servez plus.
notice-first = l’élément lui-même
notice-noted = pris en note
notice-todo = En prendre note le retire de votre bureau ; l’avis reste dans la liste.
notice-do = J’en ai pris note
may-link = Seule l’institution qui détient un élément dit de quoi il dérive.
may-restrict = Seuls les organisateurs et administrateurs d’une institution d’origine peuvent le restreindre ou le rappeler.
may-ask-release = Seuls les organisateurs et administrateurs de l’institution qui le détient peuvent demander sa levée.
may-answer-release = Seuls les organisateurs et administrateurs d’une institution d’origine peuvent répondre.
may-note = Cet avis ne s’adresse pas à votre institution.
kind-other = Élément
kind-commons-question = Question
kind-commons-source = Source
kind-commons-claim = Ce que dit une source
kind-commons-run = Exécution d’une analyse
kind-commons-finding = Constat
kind-commons-link = Lien entre éléments
kind-consultations-consultation = Consultation
kind-consultations-statement = Énoncé soumis au vote
kind-gatherings-series = Série de conférences
kind-gatherings-gathering = Conférence
kind-gatherings-session = Séance
kind-gatherings-officestatement = Propos d’une fonction
kind-strategy-strategy = Stratégie
kind-strategy-recommendation = Recommandation
kind-strategy-edition = Édition d’une stratégie
kind-strategy-report = Rapport de suivi
kind-strategy-pledge = Engagement
who-people =
    { $count ->
        [one] une personne de { $institution }
       *[other] { $count } personnes de { $institution }
    }
who-elsewhere =
    { $count ->
        [one] une partie inconnue ici
       *[other] { $count } parties inconnues ici
    }
restriction-reaches =
    { $count ->
        [one] Cela atteint { $count } élément qui repose sur lui.
       *[other] Cela atteint { $count } éléments qui reposent sur lui.
    }
notice-records =
    { $count ->
        [one] { $count } élément est concerné
       *[other] { $count } éléments sont concernés
    }
