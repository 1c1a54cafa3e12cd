analysis-opinion-map = Carte des opinions

stage-order = Mise en ordre des votes
stage-factors = Placement des personnes selon la ressemblance de leurs votes
stage-null = Y a-t-il plus d’un groupe ?
stage-stability = Nouveaux tirages pour voir si les groupes reviennent
stage-places = Placement de chaque personne et décompte
stage-polis = Calcul des groupes à la manière de Polis
stage-agreement = Décompte des accords

group-name = Groupe { $id ->
    [1] A
    [2] B
    [3] C
    [4] D
    [5] E
    [6] F
    [7] G
   *[other] H
}
group-size = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}

finding-opinion-nothing = Trop peu de personnes ont voté pour que l’on puisse en montrer quoi que ce soit.
finding-opinion-groups = { $groups ->
    [one] { $groups } groupe d’opinion se distingue.
   *[other] { $groups } groupes d’opinion se distinguent.
}
finding-opinion-polis = { $groups ->
    [one] Le calcul de Polis trouve { $groups } groupe.
   *[other] Le calcul de Polis trouve { $groups } groupes.
} Il en trouve dans n’importe quels votes : on n’a pas vérifié s’ils dépassent le hasard, ni s’ils reviendraient.
finding-opinion-no-groups = { $reason ->
    [one_population] Aucun groupe d’opinion distinct n’apparaît : une seule distribution des avis explique aussi bien les votes. L’accord est montré pour l’ensemble.
    [unstable] Aucun groupe d’opinion stable n’a été trouvé : un nouveau tirage des participants donne d’autres groupes. L’accord est montré pour l’ensemble.
    [alike] Tout le monde a voté de la même façon : il n’y a pas de groupes d’opinion.
    [small] Les groupes qui apparaissent sont trop petits pour être montrés. L’accord est montré pour l’ensemble.
   *[other] Trop peu de personnes ont assez voté pour chercher des groupes. L’accord est montré pour l’ensemble.
}
finding-opinion-majorities = { $groups ->
    [one] { $majorities ->
        [0] Aucun énoncé ne recueille une majorité certaine.
        [one] { $majorities } énoncé sur { $statements } recueille une majorité certaine.
       *[other] { $majorities } énoncés sur { $statements } recueillent une majorité certaine.
    }
   *[other] { $majorities ->
        [0] Aucun énoncé ne recueille une majorité certaine dans chaque groupe.
        [one] { $majorities } énoncé sur { $statements } recueille une majorité certaine dans chaque groupe.
       *[other] { $majorities } énoncés sur { $statements } recueillent une majorité certaine dans chaque groupe.
    }
}
finding-opinion-consensus = { $groups ->
    [one] « { $statement } » : { NUMBER($share, style: "percent", maximumFractionDigits: 0) } d’accord.
   *[other] « { $statement } » : { NUMBER($share, style: "percent", maximumFractionDigits: 0) } d’accord dans le groupe le moins favorable.
}
finding-opinion-dividing = « { $statement } » divise : { NUMBER($more, style: "percent", maximumFractionDigits: 0) } d’accord dans le groupe { $first ->
    [1] A
    [2] B
    [3] C
    [4] D
    [5] E
    [6] F
    [7] G
   *[other] H
}, { NUMBER($less, style: "percent", maximumFractionDigits: 0) } dans le groupe { $second ->
    [1] A
    [2] B
    [3] C
    [4] D
    [5] E
    [6] F
    [7] G
   *[other] H
}.
finding-opinion-sure = { $groups ->
    [one] Le groupe est revenu
   *[other] Les { $groups } groupes sont tous revenus
} dans { $back } des { $resamples } nouveaux tirages. { $whole ->
    [yes] Chaque tirage puise parmi toutes les personnes placées.
   *[other] Chaque tirage puise parmi { $people } personnes placées, choisies au hasard.
}
finding-opinion-number = Neuf nouveaux tirages sur dix donnent entre { $low } et { $high } groupes.
finding-opinion-placed = { $people ->
    [0] Les { $voted } personnes qui ont voté sont toutes placées.
    [one] { $placed } des { $voted } personnes qui ont voté sont placées ; { $people } n’est dans aucun groupe.
   *[other] { $placed } des { $voted } personnes qui ont voté sont placées ; { $people } ne sont dans aucun groupe, la plupart parce qu’elles ont voté sur moins de { $least } de ces énoncés.
}
finding-opinion-hidden = { $statements ->
    [one] { $statements } énoncé a trop peu de votes dans un groupe pour que les groupes y soient comparés.
   *[other] { $statements } énoncés ont trop peu de votes dans un groupe pour que les groupes y soient comparés.
}
finding-opinion-moderated = { $statements ->
    [one] La modération a retiré { $statements } énoncé.
   *[other] La modération a retiré { $statements } énoncés.
}
finding-opinion-same-text = { $statements ->
    [one] { $statements } énoncé a le même texte qu’un autre.
   *[other] { $statements } énoncés ont le même texte qu’un autre ; chacun est compté séparément.
}

chart-groups = Les personnes, selon la ressemblance de leurs votes
chart-groups-caption = Environ un point par personne, tiré de la dispersion { $groups ->
    [one] de l’ensemble
   *[other] de chaque groupe
} : aucun point n’est quelqu’un. L’anneau contient le centre { $groups ->
    [one] de l’ensemble
   *[other] d’un groupe
} avec une probabilité de 90 %.
chart-groups-alternative = { $count ->
    [one] { $count } nuage de points.
   *[other] { $count } nuages de points, un par groupe ; le tableau ci-dessous donne leur taille.
}
chart-statements = { $groups ->
    [one] Du désaccord à l’accord
   *[other] De ce qui divise à ce qui rassemble
}
chart-statements-caption = { $count ->
    [one] { $count } énoncé
   *[other] { $count } énoncés
}, selon la part d’accord{ $groups ->
    [one] {""}
   *[other] {" "}dans le groupe le moins favorable
}. Ronds : sûrement plus de la moitié. Carrés : sûrement moins. Losanges : incertain.
chart-statements-alternative = { $count ->
    [one] { $count } point
   *[other] { $count } points
}, un par énoncé, de 0 à 100 % d’accord dans le groupe le moins favorable ; le tableau ci-dessous les énumère.
axis-agreement = { $groups ->
    [one] Accord, %
   *[other] Accord dans le groupe le moins favorable, %
}

table-groups = Groupes
table-ranking = { $groups ->
    [one] Énoncés selon l’accord
   *[other] Énoncés selon l’accord dans le groupe le moins favorable
}
everybody = Toutes les personnes placées
column-estimate = D’accord, estimation, %
table-statements = Tous les énoncés
column-group = Groupe
column-people = Personnes
column-came-back = Revenu, %
column-number = Nᵒ
column-statement = Énoncé
column-votes = Votes
column-agree = D’accord, %
column-disagree = Pas d’accord, %
column-pass = Sans avis, %
column-expected = Si tout le monde avait voté, %
column-least = Groupe le moins favorable, %
column-low = de
column-high = à
column-difference = Plus grand écart, points
column-bridging = Score fédérateur
hidden-note = Les cases masquées reposent sur moins de { $least } personnes dans un groupe, ou livreraient un tel nombre par soustraction.
