table-line = Ligne { $line } : { $problem }
table-not-text = ce n’est pas du texte en UTF-8 ou UTF-16 ; enregistrez la feuille en CSV UTF-8.
table-empty = Il n’y a rien dedans : il faut une ligne de noms de colonnes et au moins une ligne en dessous.
table-too-large = Le fichier dépasse les { $most } Mo autorisés.
table-too-long = il y a { $most } lignes au plus ; ce tableau en a davantage.
table-quotes = un guillemet n’est pas fermé, ou se trouve où il n’a pas sa place.
table-ragged = { $found ->
    [one] elle a { $found } valeur
   *[other] elle a { $found } valeurs
} ; les noms de colonnes sont au nombre de { $expected }.
table-column-missing = la colonne { $column } manque.
table-column-unknown = la colonne « { $column } » n’est pas une colonne de ce tableau ; voyez la liste ci-dessous.
table-column-twice = la colonne { $column } figure deux fois.
table-cell-long = { $column } a { $found } caractères ; { $most } sont permis.
table-cell-invisible = { $column } ne contient que des caractères invisibles.
