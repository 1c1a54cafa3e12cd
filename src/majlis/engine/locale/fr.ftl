# Report
language-name = Français
choose-language = Langue
show-as-table = Afficher en tableau
hidden-cell = masqué
basis = Ce sur quoi repose ce résultat
basis-analysis = Analyse
basis-seed = Graine aléatoire
more-rows = { $count ->
    [one] et { $count } autre ligne dans le JSON ou le rapport
   *[other] et { $count } autres lignes dans le JSON ou le rapport
}
more-findings = { $count ->
    [one] Un autre constat
   *[other] { $count } autres constats
}
stage-read = Lecture
