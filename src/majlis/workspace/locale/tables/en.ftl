table-line = Line { $line }: { $problem }
table-not-text = this is not text in UTF-8 or UTF-16; save the sheet as CSV UTF-8.
table-empty = There is nothing in it: a line of column names and at least one line under it are needed.
table-too-large = The file is larger than the { $most } MB that are allowed.
table-too-long = there are { $most } lines at most; this table has more.
table-quotes = a quotation mark is not closed, or stands where none belongs.
table-ragged = { $found ->
    [one] it has one value
   *[other] it has { $found } values
}; the column names are { $expected }.
table-column-missing = the column { $column } is missing.
table-column-unknown = the column “{ $column }” is not one of this table’s; see the list below.
table-column-twice = the column { $column } stands there twice.
table-cell-long = { $column } has { $found } characters; { $most } are allowed.
table-cell-invisible = { $column } holds only invisible characters.
