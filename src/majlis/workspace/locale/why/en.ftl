# Why: what a recommendation rests on
why-title = Why this recommendation?
why-recommendation = Recommendation { $code }
why-strategy-title = What this strategy rests on
why-strategy-none = There is no recommendation yet.
why-adopted = Adopted on { $date } by
why-draft = Draft, not decided yet
why-addressee = Addressed to
why-due = Due on { $date }
why-amber = Something beneath has changed: read it again
why-amber-count = { $count ->
    [one] { $count } recommendation is to be read again
   *[other] { $count } recommendations are to be read again
}
why-lead = This recommendation rests { $grounds }.
why-lead-strategy = This strategy rests { $grounds }.
why-lead-nothing = It rests on nothing that was put down.
why-lead-hidden = It rests on items that you may not see.
why-findings = { $count ->
    [one] on { $count } finding
   *[other] on { $count } findings
}
why-consultations = { $count ->
    [one] { $count } consultation
   *[other] { $count } consultations
}
why-voters = { $count ->
    [one] { $count } voter
   *[other] { $count } voters
}
why-findings-from = { $findings } from { $consultations }
why-findings-voters = { $findings } from { $consultations } with { $voters }
why-sources = { $count ->
    [one] on { $count } source
   *[other] on { $count } sources
}
why-recommendations = { $count ->
    [one] on { $count } earlier recommendation
   *[other] on { $count } earlier recommendations
}
why-others = { $count ->
    [one] on { $count } other item
   *[other] on { $count } other items
}
why-hidden = { $count ->
    [one] { $count } item that you may not see
   *[other] { $count } items that you may not see
}
why-hidden-amber = Something that you may not see, or something beneath it, has changed, was withdrawn or has expired.
why-gone-count = { $count ->
    [one] { $count } item is no longer kept here.
   *[other] { $count } items are no longer kept here.
}
why-unfounded = Decided without a basis, for this reason:
why-none = It rests on nothing yet.
why-none-todo = Whoever drafts it adds what it rests on, or says why it is decided without a basis.
why-chain = Step by step, down to what was counted
why-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
why-rests-on = rests on
why-digest = digest
why-counted = Counted: { $name }
why-see = See it
why-see-run = See the analysis
why-see-source = See the source
why-kind-commons-finding = Finding
why-kind-commons-run = Analysis
why-kind-commons-question = Question
why-kind-commons-source = Source
why-kind-commons-claim = What a source says
why-kind-consultations-consultation = Consultation
why-kind-gatherings-officestatement = Statement of an office
why-kind-gatherings-session = Session
why-kind-strategy-recommendation = Recommendation
why-kind-strategy-report = Report
why-kind-record = Item
why-run = { $analysis }, Majlis { $version }
why-run-date = computed on { $date }
why-run-seed = seed { $seed }
why-n = { $count ->
    [one] { $count } person counted
   *[other] { $count } people counted
}
why-interval = from { $low } to { $high }, with { NUMBER($level, style: "percent") } confidence
why-verdict-shown = the data show it
why-verdict-not-shown = the data do not show it
why-verdict-cannot-tell = the data cannot tell
why-verdict-described = a description, not a comparison
why-changed = Changed since
why-withdrawn = Withdrawn
why-superseded = Replaced by a newer version
why-expired = Expired
why-gone = No longer there
why-amber-beneath = Something beneath it has changed
why-changes = What has changed since
why-changes-note = What was adopted stays adopted. Whoever answers for it should read it again and decide whether it still holds.
why-since = since { $date }
why-newer = See version { $version }
why-touches = This also touches:
why-touches-only = This touches nothing else that you may see.
why-edition = Edition { $number } of { $date }
why-document = Outcome document of edition { $number }
why-picture = The chain at a glance
why-picture-caption = Each box rests on the boxes that it leads to. A thick edge and a diamond mark what has changed.
why-picture-alternative = { $count ->
    [one] The recommendation and { $count } item on which it rests; the table below says the same.
   *[other] The recommendation and { $count } items on which it rests; the table below says the same.
}
why-picture-top = Recommendation { $code }
why-column-kind = Kind
why-column-words = What it says
why-column-beneath = Rests on
why-column-became = What became of it
why-download-svg = Picture (SVG)
why-download-png = Picture (PNG)
why-download-prov = Provenance (W3C PROV, JSON-LD)
why-each = Recommendation by recommendation
why-grounds = { $count ->
    [one] rests on { $count } item
   *[other] rests on { $count } items
}
why-grounds-none = rests on nothing that was put down

# A source
source-about = About this source
source-grading = How far it can be relied on
source-published = Published on { $date }
source-noted-by = Noted by
source-resting = What rests on it
source-resting-none = Nothing that you may see rests on it.
source-is-retracted = Retracted
source-retract = Retract this source
source-retract-lead = The source stays readable with your reason. Everything that rests on it is marked, so that those who answer for it read it again; nothing that was adopted is taken back.
source-retracted-why = Why it was retracted
source-retracted-done = The source is retracted. What rests on it is marked.
source-retracted-before = This source was retracted before.
may-retract = Only organisers and administrators of the institution that noted the source may retract it.

# A run, computed again
run-title = How this was computed
run-analysis = Analysis
run-given = Given
run-inputs = What was counted, by digest
run-again = Compute again
run-repetitions = Computed again
run-never-again = This has not been computed again yet.
run-never-again-todo = “Compute again” repeats it with the same parameters and says whether the same numbers come out. What was found stays as it is.
run-same = Computed again on { $date }: the same numbers, byte for byte.
run-differs = Computed again on { $date }: other numbers. Why stands below.
run-again-failed = It could not be computed again.
run-same-bytes = The same numbers, byte for byte.
run-other-numbers = Other numbers came out.
run-old-stands = What was found first still stands; nothing was replaced.
run-other-version = Another version of Majlis: { $before } before, { $now } now.
run-other-seed = Another seed: { $before } before, { $now } now.
run-other-input = The input “{ $name }” has changed:
run-input-gone = The input “{ $name }” is no longer there.
run-input-new = The input “{ $name }” was not there before.
run-other-parameter = The parameter { $name } was { $before } and is { $now }.
run-unexplained = Inputs, parameters and version are the same: another machine or library rounds differently. Tell whoever runs this workspace.
run-withheld-numbers = The new numbers are kept back: beside the old ones they could tell what a few people said.
run-findings = Findings that differ
run-before = Before
run-now = Now
run-not-to-repeat = Only a finished analysis can be computed again.
may-recompute = Only those who prepare, organise or analyse for the institution may have it computed again.
