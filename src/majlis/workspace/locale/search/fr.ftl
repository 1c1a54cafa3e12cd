# Recherche
search = Rechercher
search-everywhere = Rechercher dans toutes les rubriques
search-words = Mots ou cote
search-help = Tous les mots doivent y figurer, dans n’importe quelle langue ; le dernier peut rester inachevé. Une cote telle que A/RES/60/288 compte pour un seul mot.
search-room = Rubrique
search-room-all = Toutes les rubriques
search-language = Écrit en
search-language-all = Toute langue
search-begin = Que cherchez-vous ?
search-begin-todo = La recherche lit les séries, les éditions, les sessions, ce que les responsables ont dit, les consultations et leurs énoncés. Elle ne sait rien des personnes et ne lit jamais un vote.
search-found = { $count ->
    [0] Aucun résultat
    [one] { $count } résultat
   *[other] { $count } résultats
}
search-found-more = { $count ->
    [one] Plus d’un résultat
   *[other] Plus de { $count } résultats
}
search-found-more-todo = Seuls les meilleurs sont affichés. Un mot de plus, une rubrique ou une langue en réduira le nombre.
search-cut = { $count ->
    [one] La requête est longue : seul son premier mot a été recherché.
   *[other] La requête est longue : seuls ses { $count } premiers mots ont été recherchés.
}
search-no-word = La requête ne contient aucun mot
search-no-word-text = Des signes seuls ne peuvent pas être recherchés.
search-no-word-todo = Saisissez un mot d’au moins deux lettres, ou une cote.
search-none = Aucun élément que vous pouvez voir ne contient tous ces mots.
search-none-todo = Essayez moins de mots, une autre graphie ou le début d’un mot. Toutes les langues conviennent.
search-none-narrowed = Essayez toutes les rubriques et toutes les langues, ou moins de mots.
search-signed-out = Vous n’êtes pas connecté : seul ce qui est ouvert à tous a été parcouru.
search-found-in-ar = Extrait de la version arabe
search-found-in-fr = Extrait de la version française
search-found-in-en = Extrait de la version anglaise
search-found-in-other = Extrait de la version dans une autre langue
