strategy = Stratégie
strategy-question = Que faire ?
strategy-none = Il n’y a pas encore de stratégie.
strategy-none-todo = Les personnes qui rédigent en commencent une ici, à partir de ce qui a été constaté.
may-adopt = Seules les personnes qui organisent ou administrent pour l’institution de la stratégie décident.
may-draft = Seules les personnes qui rédigent pour l’institution peuvent le faire.
may-change-strategy = Seules les personnes qui rédigent pour l’institution de la stratégie peuvent la modifier.
may-write = Seules les personnes qui rédigent pour l’institution de la stratégie peuvent modifier le texte.
may-release = Seules les personnes qui organisent ou administrent pour l’institution de la stratégie publient une édition.
recommendation-code-taken = La stratégie a déjà une recommandation portant ce code.
recommendation-decided = Ce texte a été décidé. Il n’est jamais modifié : commencez une nouvelle version.
recommendation-ground-not-there = Ce sur quoi la recommandation devrait reposer n’existe pas, a été retiré ou ne vous est pas accessible.
recommendation-not-adopted = Seule une recommandation adoptée et en vigueur peut être changée par une nouvelle version ou retirée.
recommendation-revised-already = Une nouvelle version de cette recommandation est déjà en cours de rédaction.
recommendation-without-basis = Elle ne repose encore sur rien. Ajoutez ce sur quoi elle repose, ou dites pourquoi elle est décidée sans fondement.
recommendation-basis-changed = Un élément sur lequel elle repose a été modifié ou retiré. Revoyez-le d’abord.
edition-empty = Rien n’est encore adopté : il n’y a rien à publier.
strategy-title = Titre
strategy-introduction = À quoi elle sert
strategy-create = Commencer une stratégie
strategy-begun = La stratégie est commencée. Seule son institution la voit tant qu’elle n’est pas diffusée.
strategy-change = Modifier le titre, la présentation ou les lecteurs
strategy-changed = La stratégie a été modifiée.
strategy-counts = Adoptées : { $adopted } · en rédaction : { $drafted }
strategy-count-adopted = Adoptées : { $adopted }
strategy-in-draft = Projets visibles dans sa seule institution
strategy-circulated = Projets diffusés
strategy-circulate = Diffuser les projets
strategy-was-circulated = Les projets ont été diffusés.
strategy-narrow = Affiner la liste
strategy-all = Tout
strategy-stage = État
strategy-adopted = Ce qui est adopté
strategy-drafted = Ce qui est en cours de rédaction
strategy-missing = Ce qui manque
strategy-none-fits = Aucune ne correspond à votre demande.
strategy-none-adopted = Rien n’est encore adopté.
strategy-none-drafted = Rien n’est en cours de rédaction.
strategy-none-drafted-todo = Choisissez parmi les constats, ou rédigez une recommandation en donnant seulement sa raison.
strategy-without-basis = { $count ->
    [0] Chaque recommandation repose sur quelque chose.
    [one] Une recommandation ne repose sur rien.
   *[other] { $count } recommandations ne reposent sur rien.
}
strategy-empty = { $count ->
    [one] Cette stratégie ne contient rien dans cette dimension : { $dimensions }.
   *[other] Cette stratégie ne contient rien dans ces dimensions : { $dimensions }.
}
strategy-empty-seen = { $count ->
    [one] Ce que vous pouvez voir de cette stratégie ne contient rien dans cette dimension : { $dimensions }.
   *[other] Ce que vous pouvez voir de cette stratégie ne contient rien dans ces dimensions : { $dimensions }.
}
circulate-lead = { $count ->
    [0] Rien n’est encore en rédaction ; ce qui le sera sera diffusé aussi.
    [one] Un projet sera visible, et tous les suivants.
   *[other] { $count } projets seront visibles, et tous les suivants.
}
circulate-all = Tout membre connecté de toute institution présente ici verra les projets. Le public ne voit un texte qu’une fois adopté.
circulate-concerned = Seules les institutions concernées et celles qui sont nommées verront les projets, personne d’autre.
circulate-home = Seule votre institution verra les projets : les règles de diffusion de la stratégie les y retiennent.
circulate-named = Seules les personnes que nomment les règles de diffusion de la stratégie verront les projets.
circulate-closed = { $count ->
    [one] Un projet est plus fermé que la stratégie, à cause de ce sur quoi il repose : moins de personnes le verront.
   *[other] { $count } projets sont plus fermés que la stratégie, à cause de ce sur quoi ils reposent : moins de personnes les verront.
}
circulate-no-return = Cela ne peut pas être annulé : ce que d’autres ont lu reste lu.
recommendation-measure = Mesure : ce qui doit être fait
recommendation-goal = Objectif
recommendation-addressee = Institution visée
recommendation-addressed-to = L’institution visée, si elle travaille dans cet espace
recommendation-due-on = Échéance
recommendation-indicator = Indicateur
recommendation-dimensions = Dimensions
recommendation-rights-note = Ce que cela implique pour les droits
recommendation-unfounded = Pourquoi elle est décidée sans fondement
recommendation-code = Code (vide : le prochain libre ; il ne change plus ensuite)
recommendation-version = Version { $number }
recommendation-no-addressee = Aucune institution visée
recommendation-no-deadline = Sans échéance
recommendation-no-dimension = Aucune dimension indiquée
recommendation-no-rights-note = Rien n’est dit des droits.
recommendation-due = d’ici le { $day }
recommendation-basis-count = { $count ->
    [0] ne repose sur rien
    [one] un fondement
   *[other] { $count } fondements
}
recommendation-draft = Rédiger une recommandation
recommendation-drafted = La recommandation a été rédigée.
recommendation-change = Modifier le texte
recommendation-changed = Le texte a été modifié.
recommendation-adopt = Adopter
recommendation-was-adopted = La recommandation est adoptée. Son texte et son fondement sont conservés tels quels.
recommendation-revise = Commencer une nouvelle version
recommendation-withdraw = Retirer
recommendation-was-withdrawn = La recommandation a été retirée.
recommendation-is-withdrawn = Cette recommandation a été retirée. Elle n’est plus en vigueur.
recommendation-says = Ce qu’elle dit
recommendation-basis = Ce sur quoi elle repose
recommendation-rests-on-nothing = Elle ne repose encore sur rien.
recommendation-rests-on-nothing-todo = Ajoutez ce sur quoi elle repose, ou dites plus bas pourquoi elle est décidée sans fondement.
recommendation-unfounded-tag = Sans fondement
recommendation-unseen = { $count ->
    [one] Elle repose aussi sur un élément que vous ne pouvez pas voir.
   *[other] Elle repose aussi sur { $count } éléments que vous ne pouvez pas voir.
}
recommendation-state-draft = Brouillon
recommendation-state-adopted = Adoptée
recommendation-state-superseded = Remplacée
recommendation-state-withdrawn = Retirée
more-closed = Elle est plus fermée que sa stratégie, à cause d’un élément sur lequel elle repose ou de la diffusion de la stratégie au moment de la décision.
more-closed-because = Elle est plus fermée que sa stratégie, parce qu’elle repose sur ceci :
decision-title = La décision
decision-office = Au nom de quelle instance
decision-reason = Pourquoi
decision-day = Date de la décision
decision-day-to-come = Personne n’a pu décider un jour à venir.
adopt-lead = Ce que vous voyez ici restera tel quel, dans chaque langue. Ce texte ne sera jamais modifié : tout changement est une nouvelle version.
adopt-seen-by = Qui la verra une fois adoptée
adopt-text = Le texte qui fera foi
adopt-text-note = Dans chaque langue où il est écrit.
adopt-not-yet = Elle ne peut pas encore être adoptée.
adopt-see = Voir le texte décidé
adopt-say-why = Dire pourquoi elle est sans fondement
adopt-outdated = Le texte, son fondement ou ses lecteurs ont changé depuis que vous avez ouvert cette page. Rien n’a été adopté.
adopt-outdated-todo = Relisez-le ci-dessous tel qu’il est maintenant, puis adoptez-le s’il convient toujours.
revision-change = Ce que cette version change, et pourquoi
revision-correction = Elle corrige une erreur du texte (erratum)
revise-lead = Le texte adopté reste en vigueur jusqu’à l’adoption de la nouvelle version. Celle-ci part du même texte et du même fondement.
revise-do = Commencer la version
version-begun = La nouvelle version est commencée. Modifiez son texte ici.
version-replaced = Ceci est la version { $number } ; la version { $newer } l’a remplacée.
version-replaced-erratum = La nouvelle version corrige une erreur.
version-coming = La version { $number } est en cours de rédaction.
version-see = Voir la version { $number }
version-erratum = Erratum : la version { $number } corrige une erreur du texte.
version-is-erratum = erratum
version-changes = Ce que change la version { $number }
history-title = Versions
history-differences = Ce que la version { $number } a changé
history-part = Partie
history-before = Avant
history-now = Dans cette version
history-same = Toutes ses parties disent la même chose.
withdraw-why = Pourquoi elle est retirée
withdraw-draft-lead = Le projet ne sera plus visible. Le registre garde la trace de son existence.
withdraw-adopted-lead = Le texte reste lisible, avec la raison. Ce qui repose sur lui en est averti.
ground-finding = Constat
ground-source = Source
ground-statement = Déclaration d’une instance
ground-recommendation = Recommandation adoptée
ground-record = Élément
ground-withdrawn = retiré depuis
ground-changed = modifié depuis
ground-withdrawn-text = Son auteur l’a retiré ; ses mots ne sont donc plus montrés.
ground-see = Voir où il se trouve
ground-keep = Le garder tel qu’il est maintenant
ground-remove = L’enlever
basis-change = Modifier le fondement
basis-add = Ajouter au fondement
basis-add-note = La recommandation prend les règles de diffusion les plus strictes de tout ce sur quoi elle repose.
basis-search = Chercher dans les déclarations, les sources et les recommandations adoptées
basis-search-do = Chercher
basis-found = Ce que vous pouvez ajouter
basis-more = { $count ->
    [one] Un autre élément correspond ; précisez votre demande.
   *[other] { $count } autres éléments correspondent ; précisez votre demande.
}
basis-none-found = Rien avec ces mots ne peut être ajouté.
basis-none-there = Il n’y a encore ni déclaration, ni source, ni recommandation adoptée à ajouter.
basis-done = Retour à la recommandation
basis-added = { $count ->
    [one] Un fondement a été ajouté.
   *[other] { $count } fondements ont été ajoutés.
}
basis-removed = { $count ->
    [one] Un fondement a été enlevé.
   *[other] { $count } fondements ont été enlevés.
}
basis-nothing = Rien n’a été choisi, rien n’a donc changé.
basis-lost = { $count ->
    [one] Un élément choisi n’existe pas ou ne vous est pas accessible ; il est laissé de côté.
   *[other] { $count } éléments choisis n’existent pas ou ne vous sont pas accessibles ; ils sont laissés de côté.
}
basis-later = Choisissez ce sur quoi elle repose avant d’écrire : ce qui est saisi ici n’est pas conservé quand vous y allez.
sources-choose = Choisir des déclarations, des sources ou des recommandations
sources-chosen = Ce qui est choisi
findings-elsewhere = { $count ->
    [one] { $count } autre est coché sur une autre page.
   *[other] { $count } autres sont cochés sur d’autres pages.
}
findings-pages-keep = Ce qui est coché le reste d’une page à l’autre.
findings-title = Rédiger à partir des constats
findings-lead = Choisissez un ou plusieurs constats. La recommandation reposera sur eux tels quels.
findings-no-question = Constats sans question
findings-question = Voir la question
findings-choose = Choisir parmi les constats
findings-add = Ajouter ce qui est coché
findings-draft = Rédiger à partir de ce qui est coché
findings-none = Il n’y a encore aucun constat que vous puissiez voir.
findings-none-todo = Ils apparaissent quand une analyse est terminée, par exemple après la clôture d’une consultation.
choose-strategy = Dans quelle stratégie ?
choose-strategy-none = Votre institution n’a pas encore de stratégie.
