strategy = Strategy
strategy-question = What shall we do?
strategy-none = There is no strategy yet.
strategy-none-todo = Those who draft begin one here, from what was found.
may-adopt = Only organisers and administrators of the strategy’s institution decide.
may-draft = Only those who draft for the institution may do this.
may-change-strategy = Only those who draft for the strategy’s institution may change it.
may-write = Only those who draft for the strategy’s institution may change the text.
may-release = Only organisers and administrators of the strategy’s institution release an edition.
recommendation-code-taken = The strategy already has a recommendation with this code.
recommendation-decided = This text was decided. It is never edited: begin a new version.
recommendation-ground-not-there = What the recommendation should rest on is not there, was withdrawn, or may not be seen by you.
recommendation-not-adopted = Only a recommendation that stands as adopted can be changed by a new version or withdrawn.
recommendation-revised-already = A new version of this recommendation is being drafted already.
recommendation-without-basis = It rests on nothing yet. Add what it rests on, or say why it is decided without a basis.
recommendation-basis-changed = Something that it rests on was changed or withdrawn. Look at it again first.
edition-empty = Nothing is adopted yet, so there is nothing to release.
strategy-title = Title
strategy-introduction = What it is for
strategy-create = Begin a strategy
strategy-begun = The strategy has been begun. Its institution alone sees it until it is circulated.
strategy-change = Change title, introduction or readers
strategy-changed = The strategy has been changed.
strategy-counts = Adopted: { $adopted } · in draft: { $drafted }
strategy-count-adopted = Adopted: { $adopted }
strategy-in-draft = Drafts seen in its own institution only
strategy-circulated = Drafts circulated
strategy-circulate = Circulate the drafts
strategy-was-circulated = The drafts have been circulated.
strategy-narrow = Narrow the list
strategy-all = All
strategy-stage = State
strategy-adopted = What stands
strategy-drafted = What is being drafted
strategy-missing = What is missing
strategy-none-fits = None of them fits what you asked for.
strategy-none-adopted = Nothing has been adopted yet.
strategy-none-drafted = Nothing is being drafted.
strategy-none-drafted-todo = Choose from the findings, or draft a recommendation from nothing but its reason.
strategy-without-basis = { $count ->
    [0] Every recommendation rests on something.
    [one] One recommendation rests on nothing.
   *[other] { $count } recommendations rest on nothing.
}
strategy-empty = { $count ->
    [one] This strategy has nothing in this dimension: { $dimensions }.
   *[other] This strategy has nothing in these dimensions: { $dimensions }.
}
strategy-empty-seen = { $count ->
    [one] What you can see of this strategy has nothing in this dimension: { $dimensions }.
   *[other] What you can see of this strategy has nothing in these dimensions: { $dimensions }.
}
circulate-lead = { $count ->
    [0] Nothing is being drafted yet; what is drafted later will be circulated too.
    [one] One draft will be seen, and every later one.
   *[other] { $count } drafts will be seen, and every later one.
}
circulate-all = Every signed-in member of every institution here will see the drafts. The public sees a text only once it is adopted.
circulate-concerned = Only the institutions concerned and those named will see the drafts; nobody else sees them.
circulate-home = Only your institution will see the drafts: the strategy’s handling keeps them there.
circulate-named = Only those whom the strategy’s handling names will see the drafts.
circulate-closed = { $count ->
    [one] One draft is more closed than the strategy, because of what it rests on: fewer will see it.
   *[other] { $count } drafts are more closed than the strategy, because of what they rest on: fewer will see them.
}
circulate-no-return = This cannot be undone: what others have read stays read.
recommendation-measure = Measure: what shall be done
recommendation-goal = Goal
recommendation-addressee = Addressee
recommendation-addressed-to = The addressee, where it works in this workspace
recommendation-due-on = Deadline
recommendation-indicator = Indicator
recommendation-dimensions = Dimensions
recommendation-rights-note = What it means for rights
recommendation-unfounded = Why it is decided without a basis
recommendation-code = Code (empty: the next free one; it never changes afterwards)
recommendation-version = Version { $number }
recommendation-no-addressee = No addressee named
recommendation-no-deadline = No deadline
recommendation-no-dimension = No dimension named
recommendation-no-rights-note = Nothing has been said about rights.
recommendation-due = by { $day }
recommendation-basis-count = { $count ->
    [0] rests on nothing
    [one] rests on one ground
   *[other] rests on { $count } grounds
}
recommendation-draft = Draft a recommendation
recommendation-drafted = The recommendation has been drafted.
recommendation-change = Change the text
recommendation-changed = The text has been changed.
recommendation-adopt = Adopt
recommendation-was-adopted = The recommendation is adopted. Its text and basis are kept as they stand.
recommendation-revise = Begin a new version
recommendation-withdraw = Withdraw
recommendation-was-withdrawn = The recommendation has been withdrawn.
recommendation-is-withdrawn = This recommendation was withdrawn. It no longer stands.
recommendation-says = What it says
recommendation-basis = What it rests on
recommendation-rests-on-nothing = It rests on nothing yet.
recommendation-rests-on-nothing-todo = Add what it rests on, or say below why it is decided without a basis.
recommendation-unfounded-tag = Without a basis
recommendation-unseen = { $count ->
    [one] It also rests on one thing that you may not see.
   *[other] It also rests on { $count } things that you may not see.
}
recommendation-state-draft = Draft
recommendation-state-adopted = Adopted
recommendation-state-superseded = Superseded
recommendation-state-withdrawn = Withdrawn
more-closed = It is more closed than its strategy, because of something that it rests on or of how the strategy was marked when it was decided.
more-closed-because = It is more closed than its strategy, because it rests on this:
decision-title = The decision
decision-office = For which office
decision-reason = Why
decision-day = Day of the decision
decision-day-to-come = Nobody can have decided on a day to come.
adopt-lead = What you see here will stand as it is, in every language. It is never edited: a change is a new version.
adopt-seen-by = Who will see it once it is adopted
adopt-text = The text that will stand
adopt-text-note = In every language in which it is written.
adopt-not-yet = It cannot be adopted yet.
adopt-see = See the text that was decided
adopt-say-why = Say why it has no basis
adopt-outdated = The text, its basis or its readers changed since you opened this page. Nothing was adopted.
adopt-outdated-todo = Read it again below as it stands now, then adopt it if it is still right.
revision-change = What this version changes, and why
revision-correction = It corrects an error of the text (erratum)
revise-lead = The adopted text stands until the new version is adopted. The new one starts with the same text and basis.
revise-do = Begin the version
version-begun = The new version has been begun. Change its text here.
version-replaced = This is version { $number }; version { $newer } replaced it.
version-replaced-erratum = The newer version corrects an error.
version-coming = Version { $number } is being drafted.
version-see = See version { $number }
version-erratum = Erratum: version { $number } corrects an error of the text.
version-is-erratum = erratum
version-changes = What version { $number } changes
history-title = Versions
history-differences = What version { $number } changed
history-part = Part
history-before = Before
history-now = In this version
history-same = It says the same in every part.
withdraw-why = Why it is withdrawn
withdraw-draft-lead = The draft is seen no more. The ledger keeps that it was there.
withdraw-adopted-lead = The text stays readable, with the reason. What rests on it is told.
ground-finding = Finding
ground-source = Source
ground-statement = Statement of an office
ground-recommendation = Adopted recommendation
ground-record = Record
ground-withdrawn = withdrawn since
ground-changed = changed since
ground-withdrawn-text = Its originator withdrew it, so its words are no longer shown.
ground-see = See where it stands
ground-keep = Keep it as it reads now
ground-remove = Take it out
basis-change = Change the basis
basis-add = Add to the basis
basis-add-note = The recommendation takes the strictest handling of all that it rests on.
basis-search = Search statements of offices, sources and adopted recommendations
basis-search-do = Search
basis-found = What you can add
basis-more = { $count ->
    [one] One more fits; type more words.
   *[other] { $count } more fit; type more words.
}
basis-none-found = Nothing with these words may be added.
basis-none-there = There is no statement, source or adopted recommendation yet that you could add.
basis-done = Back to the recommendation
basis-added = { $count ->
    [one] One ground was added.
   *[other] { $count } grounds were added.
}
basis-removed = { $count ->
    [one] One ground was taken out.
   *[other] { $count } grounds were taken out.
}
basis-nothing = Nothing was chosen, so nothing changed.
basis-lost = { $count ->
    [one] One thing that you chose is not there, or may not be seen by you; it is left out.
   *[other] { $count } things that you chose are not there, or may not be seen by you; they are left out.
}
basis-later = Choose what it rests on before you write: what is typed here is not kept when you go there.
sources-choose = Choose statements, sources or recommendations
sources-chosen = What is chosen
findings-elsewhere = { $count ->
    [one] One more is ticked on another page.
   *[other] { $count } more are ticked on other pages.
}
findings-pages-keep = What is ticked stays ticked from page to page.
findings-title = Draft from findings
findings-lead = Choose one finding or several. The recommendation will rest on them as they stand.
findings-no-question = Findings without a question
findings-question = See the question
findings-choose = Choose from the findings
findings-add = Add what is ticked
findings-draft = Draft from what is ticked
findings-none = There are no findings yet that you may see.
findings-none-todo = They appear when an analysis is done, for example when a consultation has closed.
choose-strategy = In which strategy?
choose-strategy-none = Your institution has no strategy yet.
