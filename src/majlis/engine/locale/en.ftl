# Report
language-name = English
choose-language = Language
show-as-table = Show as a table
hidden-cell = hidden
basis = What this rests on
basis-analysis = Analysis
basis-seed = Seed
more-rows = { $count ->
    [one] and 1 more row in the JSON or the report
   *[other] and { $count } more rows in the JSON or the report
}
more-findings = { $count ->
    [one] One more finding
   *[other] { $count } more findings
}
stage-read = Reading
