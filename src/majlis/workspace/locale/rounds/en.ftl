strategy-around = Around this strategy
remarks = Remarks
remarks-title = { $count ->
    [one] One remark
   *[other] Remarks: { $count }
}
remarks-members = Members of institutions read and write remarks once they have signed in.
remarks-none = There is no remark on this text yet.
remarks-none-todo = Say in your language what you think of the text; those who draft answer.
remarks-closed = This text no longer stands and takes no more remarks.
remark-make = Make a remark
remark-made = Your remark is saved.
remark-withdrawn = Your remark is withdrawn.
remark-answer = Answer the remark
remark-answer-change = Change the answer
remark-answer-saved = The answer is saved.
remark-answered = Answered by
remark-answered-meanwhile = This remark was answered or withdrawn while you were writing.
remark-answer-now = The answer saved meanwhile
remark-withdraw = Withdraw my remark
remark-text = What you want to say
remark-language = Language you write in
remark-about = The text { $code }, version { $version }
remark-said = The remark
remark-shown = Your institution and your role are shown, never your name.
remark-kept = Nothing was saved; what you wrote is still in the form.
remark-text-gone = This text no longer stands, or you may no longer see it.
remark-gone = This remark was withdrawn, or you may no longer see it.
may-remark = Remarks are for members of institutions.
may-answer-remark = Only those who draft for the strategy’s institution answer remarks.
may-withdraw-remark = Only who made a remark withdraws it.
rounds = Delphi rounds
rounds-lead = Each member rates the text of the drafts alone; then everybody sees what the group answered.
rounds-none = There has been no round yet.
rounds-none-drafter = Open a round when the drafts are ready to be read by others.
rounds-none-todo = Rounds appear here when those who draft open them.
rounds-held = { $count ->
    [one] one round
   *[other] { $count } rounds
}
rounds-none-to-end = No round is left to end.
rounds-end = End the rounds
rounds-end-sure = End the rounds for good?
rounds-end-what = The key that leads from a member to their answers is destroyed, the rows are shuffled, reasons and wordings are erased from them, and those that were not shown because too few rated are lost. The results stay. A new round can no longer be compared with answers of these.
rounds-ended-now = The rounds have ended: nothing leads from an answer to a member any more.
round-number = Round { $number }
round-texts = { $count ->
    [one] one text
   *[other] { $count } texts
}
round-state-open = Open
round-state-closed = Closed
round-state-ended = Ended
round-open-now = round { $number } is open
round-open = Open a round
round-open-act = Open the round
round-open-lead = Institutions are asked about the text as it stands now. Nobody sees an answer before closing, not even who opened the round.
round-open-handling = The round is seen by those who may see all that you choose: one stricter text makes the whole round stricter. Drafts of a strategy that is not circulated are seen by your institution alone.
round-opened = Round { $number } is open.
round-open-already = The strategy has an open round: close it first.
round-drafts = Drafts to ask about
round-closes-on = Last day to answer
round-closes-help = The round closes at the end of that day by your institution’s clocks. Without it you close it yourself.
round-closes-in-the-past = That day is over.
round-closes = Closes:
round-closes-by-hand = Closes when those who draft close it.
round-day-move = Move the last day
round-day-moved = The last day is moved. Answers that are saved stay.
round-without-drafts = There is no draft to ask about.
round-without-drafts-todo = Draft a recommendation first.
round-takes-no-answers = The round closed before your answer arrived.
round-text-not-asked = This text is not asked about, or you may no longer see it.
round-nothing-answered = There is no answer in what you sent.
round-key-gone = The key of the round is not on this server, so no new answer can be saved. Tell the administrator of the workspace.
round-closed-already = The round was closed before.
round-not-closed = The round is not closed yet.
round-kept = Nothing of this page was saved, and all that you wrote is still on it.
round-kept-todo = What you saved before closing counts. Copy your words and send them as a remark on the recommendation.
round-wrong = The answer is not saved yet: put right what is marked below.
round-saved = { $count ->
    [one] One answer is saved. You can change it until the round closes.
   *[other] { $count } answers are saved. You can change them until the round closes.
}
round-answer-lead = Rate each text from 1 to 9. You can change your mind until the round closes.
round-over-lead = This round takes no more answers. What came out appears here once it is counted.
round-over = The time to answer is over
round-secret = Your answer is kept under a pseudonym whose key lies outside the database. While the rounds run, only somebody with both the database and the key could find you; once they have ended, nobody.
round-ways = The texts one by one
round-all = All texts as one form
round-answered = answered
round-whole-text = The whole recommendation
round-text-changed = The draft has changed since the round opened. The question is about the text shown here.
round-before = In round { $number }:
round-own-before = your answer was { $value }.
round-own-before-none = you did not answer about this text.
round-group-before = Group ({ $n } raters): median { $median }, middle half from { $low } to { $high }.
round-few = Fewer than five raters: nothing is shown.
round-value = Your rating
round-value-none = No answer
round-value-help = 1: cannot be accepted. 9: fully agreed.
round-value-missing = Choose a rating from 1 to 9: without it the words cannot be kept.
round-words = Reason and another wording (optional)
round-words-help = Shown without a name if at least five rate the text. Name nobody; others may know you by your style.
round-reason = Reason
round-wording = Another wording
round-save = Save the answers
round-nothing-asked = You may see no text of this round.
round-nothing-asked-todo = The drafts were withdrawn, or who may see them changed.
round-drafters = For those who draft
round-close = Close the round
round-close-sure = Close the round?
round-close-what = No more answers are taken, and the results appear to all who see the round. The key stays until the rounds end, so that a next round can be compared with this one.
round-closed-now = The round is closed.
round-closed-note = Nothing is shown of a text that fewer than five rated.
round-ended-note = The key is destroyed and the rows are shuffled: nothing leads from an answer to a member.
round-outcome-lead = { $count ->
    [one] What the group answered about one text.
   *[other] What the group answered about { $count } texts.
}
round-outcome-table = What came out of the round
round-outcome-caption = From 1 (cannot be accepted) to 9 (fully agreed)
round-outcome-note = Disagreement as the RAND/UCLA method defines it (Fitch et al., 2001), from eight raters on. Neither the lowest nor the highest rating nor the number for each is shown.
round-text = Text
round-n = Raters
round-median = Median
round-quartiles = Middle half
round-agree = 7 to 9
round-reject = 1 to 3
round-meaning = Reading
round-own = You
round-zone-accepted = Accepted
round-zone-uncertain = Undecided
round-zone-rejected = Not accepted
round-disagreement = disagreement
round-disagreement-no = no disagreement
round-disagreement-few = fewer than eight: disagreement undefined
round-said = What was written
round-reasons = { $count ->
    [one] One reason
   *[other] { $count } reasons
}
round-wordings = { $count ->
    [one] One other wording
   *[other] { $count } other wordings
}
round-unread = { $count ->
    [one] One text was written; it is read before others see it.
   *[other] { $count } texts were written; they are read before others see them.
}
round-unread-todo = Read them, hold back what names a person or incites, and show the rest.
round-read = Read what was written
round-read-act = Show the rest
round-read-lead = There are no names here, and the order says nothing. Hold back what others must not see, and nothing else.
round-read-now = Others now see what is not held back.
round-read-none = Nothing was written that can be shown.
round-read-none-todo = Reasons and wordings are shown from five raters of a text on.
round-held-label = What becomes of this text
round-held-not = Show
round-held-person = Hold back: names a person
round-held-incites = Hold back: incites
round-held-insults = Hold back: insults
round-held-private = Hold back: private information
round-held-count = { $count ->
    [one] One text was held back on reading.
   *[other] { $count } texts were held back on reading.
}
may-rate = Rating is for members of institutions.
may-close-round = Only those who draft for the strategy’s institution close a round.
table-import = Import a table of recommendations
table-import-short = you see what will change before anything is saved
table-download = Recommendations as CSV
table-download-short = the table can be imported again
table-lead = Paste a table or choose a file. You see what will change before anything is saved.
table-preview-lead = Nothing is saved yet. Look at what will change, then save.
table-paste = The table, with a line of column names
table-file = Or a file (CSV or tabs, as spreadsheets save it)
table-preview = See what will change
table-preview-again = Check again
table-save = Save these changes
table-saved = { $count ->
    [one] The table is saved: one recommendation is new or changed.
   *[other] The table is saved: { $count } recommendations are new or changed.
}
table-counted = New: { $new }, changed: { $changed }, the same: { $same }
table-changes = What will change
table-code-title = Code
table-what = What happens
table-new = New
table-changed = Changes:
table-same = Stays as it is
table-staying = What the table does not name stays as it is.
table-outdated = The strategy or your table has changed since you looked.
table-outdated-todo = Nothing was saved. Look at the changes below again, then save.
table-troubles = { $count ->
    [one] One thing has to be put right before the table can be imported.
   *[other] { $count } things have to be put right before the table can be imported.
}
table-troubles-title = What to put right
table-nothing-imported = Nothing was imported. Your table is kept in the form below.
table-nothing-read = Nothing was imported. The file could not be read, so choose it again once it is put right.
table-unimportable = The table does not fit with what stands.
table-code = { $column } must be letters, digits, dots and hyphens; found “{ $found }”.
table-version = { $column } must be a number such as 1, or empty; found “{ $found }”.
table-original = { $column } must be ar, fr or en, then perhaps columns such as goal_ar; found “{ $found }”.
table-reviewed = { $column } must be yes, no or names of columns; found “{ $found }”.
table-institution = { $column } must be the id of an institution that works here, or empty; found “{ $found }”.
table-day = { $column } must be a day such as 2027-06-30, or empty; found “{ $found }”.
table-dimension = the dimension “{ $found }” is not one of them; see the list below.
table-measure-missing = there is no measure in any language.
table-code-twice = the code { $code } stands already, with the same version, in line { $first }.
table-adopted = { $code } is adopted and its text is not edited: begin a new version on its page, then import that one.
table-version-gone = this version of { $code } no longer stands or does not exist: export the table again and change that.
table-version-new = { $code } is new: its version is 1, or empty.
table-columns = The columns
table-columns-text = Separated by commas, semicolons or tabs, in any order. The table as it stands is the best template:
table-column-code = The code is needed: the recommendation’s stable name. Importing it again changes its draft. The version is optional.
table-column-read-only = Read only: what stands here is not imported.
table-column-measure = The measure, in one language at least.
table-column-original = The language of the original (ar, fr, en) and whether the translations were reviewed (yes, no). Where parts differ, their columns are named.
table-column-texts = The goal, the indicator and the rights note, optional.
table-column-addressee = The addressee in words and, where it is an institution that works here, its id.
table-column-due = A day such as 2027-06-30.
table-column-dimensions = Codes, separated by spaces:
table-column-unfounded = Why it is decided without a basis, where it is.
editions = Editions
editions-lead = An edition is the strategy as it stood when an office released it: it can be cited and compared, and never changes.
editions-none = There is no edition yet.
editions-none-organiser = Release the first one when recommendations are adopted.
editions-none-todo = Editions appear here when the institution releases them.
editions-count = { $count ->
    [one] one edition
   *[other] { $count } editions
}
edition-measures = { $count ->
    [one] One recommendation
   *[other] { $count } recommendations
}
edition-number = Edition { $number }
edition-now = What stands now
edition-release = Release an edition
edition-release-lead = { $count ->
    [one] One adopted recommendation goes into it as it stands now.
   *[other] { $count } adopted recommendations go into it as they stand now.
}
edition-released = Edition { $number } is released.
edition-released-by = Released by
edition-released-on = Day of release
edition-office = Office that releases (never a person’s name)
edition-note = What is new in this edition
edition-handling = Where a recommendation is stricter, so is the whole edition.
edition-empty-todo = Adopt a recommendation first.
edition-frozen = The texts as they were adopted.
edition-version = version { $version }
edition-since-superseded = replaced by a newer version since
edition-since-withdrawn = withdrawn since
edition-hidden = { $count ->
    [one] One recommendation of the edition may not be seen by you.
   *[other] { $count } recommendations of the edition may not be seen by you.
}
edition-compare-now = Compare with what stands now
edition-compare-before = Compare with edition { $number }
compare = Compare editions
compare-short = measure by measure
compare-two = { $before } – { $after }
compare-before = Before
compare-after = After
compare-act = Compare
compare-old = Before
compare-new = After
compare-nothing = nothing
compare-elsewhere = The same in this language, changed in others:
compare-versions = from version { $old } to { $new }
compare-none-todo = A comparison becomes possible with the first one.
compared-added = { $count ->
    [one] added
   *[other] added
}
compared-dropped = { $count ->
    [one] dropped
   *[other] dropped
}
compared-changed = { $count ->
    [one] changed
   *[other] changed
}
compared-same = { $count ->
    [one] the same
   *[other] the same
}
compared-basis-hidden = a basis that you may not see
compared-part-text = Measure
compared-part-goal = Goal
compared-part-addressee = Addressee
compared-part-addressed-to = Institution addressed
compared-part-due-on = Deadline
compared-part-indicator = Indicator
compared-part-dimensions = Dimensions
compared-part-rights-note = Rights note
compared-part-unfounded = Why without a basis
compared-part-basis = Basis
profile = Profile of the strategy
profile-caption = A description, not a mark: how many recommendations have what.
profile-what = What they have
profile-of = { $count } of { $all }
profile-none = none
profile-participation = Participation: rest on what a consultation or expert judgement found
profile-basis = Evidence: have a basis
profile-measurable = Measurability: have an indicator and a deadline
profile-indicator = have an indicator
profile-deadline = have a deadline
profile-rights = Rights: have a rights note
profile-dimensions = Dimensions covered
profile-dimensions-empty = Dimensions left empty
