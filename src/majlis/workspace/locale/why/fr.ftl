# Pourquoi : sur quoi repose une recommandation
why-title = Pourquoi cette recommandation ?
why-recommendation = Recommandation { $code }
why-strategy-title = Sur quoi repose cette stratégie
why-strategy-none = Il n’y a pas encore de recommandation.
why-adopted = Adoptée le { $date } par
why-draft = Projet, pas encore décidé
why-addressee = Destinataire :
why-due = Échéance : { $date }
why-amber = Un élément a changé depuis : à relire
why-amber-count = { $count ->
    [one] { $count } recommandation est à relire
   *[other] { $count } recommandations sont à relire
}
why-lead = Cette recommandation repose { $grounds }.
why-lead-strategy = Cette stratégie repose { $grounds }.
why-lead-nothing = Elle ne repose sur rien qui ait été noté.
why-lead-hidden = Elle repose sur des éléments que vous ne pouvez pas voir.
why-findings = { $count ->
    [one] sur { $count } constat
   *[other] sur { $count } constats
}
why-consultations = { $count ->
    [one] d’une consultation
   *[other] de { $count } consultations
}
why-voters = { $count ->
    [one] { $count } votant
   *[other] { $count } votants
}
why-findings-from = { $findings } provenant { $consultations }
why-findings-voters = { $findings } provenant { $consultations } avec { $voters }
why-sources = { $count ->
    [one] sur { $count } source
   *[other] sur { $count } sources
}
why-recommendations = { $count ->
    [one] sur { $count } recommandation antérieure
   *[other] sur { $count } recommandations antérieures
}
why-others = { $count ->
    [one] sur { $count } autre élément
   *[other] sur { $count } autres éléments
}
why-hidden = { $count ->
    [one] { $count } élément que vous ne pouvez pas voir
   *[other] { $count } éléments que vous ne pouvez pas voir
}
why-hidden-amber = Un élément que vous ne pouvez pas voir, ou ce sur quoi il repose, a changé, a été retiré ou a expiré.
why-gone-count = { $count ->
    [one] { $count } élément n’est plus conservé ici.
   *[other] { $count } éléments ne sont plus conservés ici.
}
why-unfounded = Décidée sans fondement, pour cette raison :
why-none = Elle ne repose encore sur rien.
why-none-todo = Les personnes qui la rédigent ajoutent ce sur quoi elle repose, ou disent pourquoi elle est décidée sans fondement.
why-chain = Pas à pas, jusqu’à ce qui a été compté
why-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
why-rests-on = repose sur
why-digest = empreinte
why-counted = Compté : { $name }
why-see = Voir
why-see-run = Voir l’analyse
why-see-source = Voir la source
why-kind-commons-finding = Constat
why-kind-commons-run = Analyse
why-kind-commons-question = Question
why-kind-commons-source = Source
why-kind-commons-claim = Ce que dit une source
why-kind-consultations-consultation = Consultation
why-kind-gatherings-officestatement = Déclaration d’une fonction
why-kind-gatherings-session = Séance
why-kind-strategy-recommendation = Recommandation
why-kind-strategy-report = Rapport
why-kind-record = Élément
why-run = { $analysis }, Majlis { $version }
why-run-date = calculée le { $date }
why-run-seed = graine aléatoire { $seed }
why-n = { $count ->
    [one] { $count } personne comptée
   *[other] { $count } personnes comptées
}
why-interval = de { $low } à { $high }, au niveau de confiance de { NUMBER($level, style: "percent") }
why-verdict-shown = les données le montrent
why-verdict-not-shown = les données ne le montrent pas
why-verdict-cannot-tell = les données ne permettent pas de conclure
why-verdict-described = une description, non une comparaison
why-changed = Modifié depuis
why-withdrawn = Retiré
why-superseded = Remplacé par une version plus récente
why-expired = Expiré
why-gone = N’existe plus
why-amber-beneath = Un élément en dessous a changé
why-changes = Ce qui a changé depuis
why-changes-note = Ce qui a été adopté le reste. Aux personnes qui en répondent de le relire et de dire si cela tient encore.
why-since = depuis le { $date }
why-newer = Voir la version { $version }
why-touches = Cela touche aussi :
why-touches-only = Cela ne touche rien d’autre que vous puissiez voir.
why-edition = Édition { $number } du { $date }
why-document = Document final de l’édition { $number }
why-picture = La chaîne en un coup d’œil
why-picture-caption = Chaque case repose sur celles vers lesquelles elle mène. Un trait épais et un losange marquent ce qui a changé.
why-picture-alternative = { $count ->
    [one] La recommandation et { $count } élément sur lequel elle repose ; le tableau ci-dessous dit la même chose.
   *[other] La recommandation et { $count } éléments sur lesquels elle repose ; le tableau ci-dessous dit la même chose.
}
why-picture-top = Recommandation { $code }
why-column-kind = Nature
why-column-words = Ce qui est dit
why-column-beneath = Repose sur
why-column-became = Ce qu’il en est
why-download-svg = Image (SVG)
why-download-png = Image (PNG)
why-download-prov = Provenance (W3C PROV, JSON-LD)
why-each = Recommandation par recommandation
why-grounds = { $count ->
    [one] repose sur { $count } élément
   *[other] repose sur { $count } éléments
}
why-grounds-none = ne repose sur rien qui ait été noté

# Une source
source-about = À propos de cette source
source-grading = Quel crédit lui accorder
source-published = Publiée le { $date }
source-noted-by = Notée par
source-resting = Ce qui repose sur elle
source-resting-none = Rien de ce que vous pouvez voir ne repose sur elle.
source-is-retracted = Retirée
source-retract = Retirer cette source
source-retract-lead = La source reste lisible, avec votre motif. Tout ce qui repose sur elle est signalé, pour que les personnes qui en répondent le relisent ; rien de ce qui a été adopté n’est repris.
source-retracted-why = Pourquoi elle a été retirée
source-retracted-done = La source est retirée. Ce qui repose sur elle est signalé.
source-retracted-before = Cette source a déjà été retirée.
may-retract = Seules les personnes qui organisent ou administrent pour l’institution qui a noté la source peuvent la retirer.

# Une analyse, calculée de nouveau
run-title = Comment cela a été calculé
run-analysis = Analyse
run-given = Données fixées
run-inputs = Ce qui a été compté, par empreinte
run-again = Recalculer
run-repetitions = Calculs répétés
run-never-again = Ce calcul n’a pas encore été répété.
run-never-again-todo = « Recalculer » le répète avec les mêmes paramètres et dit si les mêmes nombres en sortent. Ce qui a été constaté reste tel quel.
run-same = Recalculé le { $date } : les mêmes nombres, à l’octet près.
run-differs = Recalculé le { $date } : d’autres nombres. La raison figure ci-dessous.
run-again-failed = Le calcul n’a pas pu être répété.
run-same-bytes = Les mêmes nombres, à l’octet près.
run-other-numbers = D’autres nombres en sont sortis.
run-old-stands = Ce qui a été constaté d’abord tient toujours ; rien n’a été remplacé.
run-other-version = Une autre version de Majlis : { $before } auparavant, { $now } maintenant.
run-other-seed = Une autre graine : { $before } auparavant, { $now } maintenant.
run-other-input = Les données « { $name } » ont changé :
run-input-gone = Les données « { $name } » n’existent plus.
run-input-new = Les données « { $name } » n’existaient pas auparavant.
run-other-parameter = Le paramètre { $name } valait { $before } et vaut { $now }.
run-unexplained = Données, paramètres et version sont les mêmes : une autre machine ou bibliothèque arrondit autrement. Signalez-le à qui fait fonctionner cet espace.
run-withheld-numbers = Les nouveaux nombres ne sont pas montrés : à côté des anciens, ils pourraient révéler ce qu’ont dit quelques personnes.
run-findings = Constats qui diffèrent
run-before = Auparavant
run-now = Maintenant
run-not-to-repeat = Seule une analyse achevée peut être recalculée.
may-recompute = Seules les personnes qui préparent, organisent ou analysent pour l’institution peuvent la faire recalculer.
