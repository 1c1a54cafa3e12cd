consultations = Consultations
consultations-question = Where do we agree? Statements are put to many people; what they answer shows what every group supports and where groups part.
consultations-none = There is no consultation to see yet.
consultations-none-organiser = Create the first one, or import a finished conversation with “majlis import polis FOLDER”.
consultations-none-todo = Consultations appear here once an institution opens or publishes them.

consultation-create = New consultation
consultation-create-lead = It begins as a draft that only your institution sees. Voting starts when you open it.
consultation-create-draft = Create the draft
consultation-title = Title, as voters will read it
consultation-introduction = Introduction
written-in = Language you write in
cancel = Cancel

consultation-state-draft = Draft
consultation-state-open = Voting is open
consultation-state-closed = Voting is closed
consultation-simulated = simulated audience
consultation-draft-text = Only your institution sees this draft.
consultation-draft-then = Once the voting is open:
consultation-open-text = Votes are kept under pseudonyms. While voting is open, finding out who voted what would need both the database and a key that is kept apart from it; closing destroys the key.
consultation-closed-text = { $voters ->
    [one] One person voted.
   *[other] { $voters } people voted.
} Nobody, administrators included, can find out who voted what.
consultation-closed-few = Fewer than five people voted. Nobody, administrators included, can find out who voted what.
consultation-closed-soon = Nobody, administrators included, can find out who voted what. How many voted stands on the map.
consultation-opened = Voting is open. Statements can still be added.
consultation-open-already = This consultation was opened before; nothing was changed.
consultation-closed-before = Voting has closed already; nothing was changed.
statements-after-closing = Voting has closed, so nothing was added. What you wrote stands below: keep it for another consultation.
consultation-open = Open the voting
consultation-close = Close the voting
consultation-close-sure = Close the voting for good?
consultation-close-what = Votes are shuffled, their times are dropped and the key that links voters to votes is destroyed. This cannot be undone: no vote can be added afterwards. The final map is then computed.
consultation-close-for-good = Close for good

statements-title = { $count ->
    [0] Statements
    [one] One statement
   *[other] { $count } statements
}
statements-none = No statements yet.
statements-none-todo = Add at least one; good statements hold one idea that people can agree or disagree with.
statements-add = Add statements
statements-new = New statements, one a line
statements-added = { $count ->
    [one] One statement was added.
   *[other] { $count } statements were added.
}
statements-too-many = Add at most { $most } statements at a time.
statement-out = Taken out by moderation; its votes are not analysed
statement-too-long = Line { $line } has { $found } characters; a statement may have { $most } at most. Split it: one idea each.
nothing-to-read = There is nothing to read in it.

map-see = See the map
map-title = Opinion map
map-simulated = Simulated audience: these votes were drawn by a computer and stand for nobody
map-how-sure = How sure is this?
map-voters = { $count ->
    [one] <b>{ $count }</b> voter
   *[other] <b>{ $count }</b> voters
}
map-votes = { $count ->
    [one] <b>{ $count }</b> vote
   *[other] <b>{ $count }</b> votes
}
map-few-voters = Fewer than five people voted: their answers, and how many there were, stay hidden.
map-statements = { $count ->
    [one] <b>{ $count }</b> statement
   *[other] <b>{ $count }</b> statements
}
map-groups = { $count ->
    [one] <b>{ $count }</b> group
   *[other] <b>{ $count }</b> groups
}
map-consensus-title = { $groups ->
    [one] What most people support
   *[other] What every group supports
}
map-consensus-note = { $groups ->
    [one] Share that agrees, with its 90% interval. The surest come first.
   *[other] Share that agrees in the least agreeing group, with its 90% interval. The surest come first.
}
map-consensus-none = { $groups ->
    [one] No statement finds a sure majority.
   *[other] No statement finds a sure majority in every group.
}
map-dividing-title = Where groups part
map-dividing-note = Share that agrees in each group, with its 90% interval; the surest differences come first.
map-dividing-none = No statement surely divides the groups.
map-all-statements = All figures as tables
map-basis = What this rests on
map-basis-text = Computed on { $date } by Majlis { $version } with seed { $seed }. The same votes and seed give the same map, to the byte. The digests below say exactly which votes and statements were read.
map-after-closing = The map is made when voting closes.
map-after-closing-todo = Until then there is none: two maps a few votes apart would show what those few people said.
map-none = There is no map yet.
map-none-todo = It appears here once the organisers have it computed.
map-compute = Compute the map
map-failed = The map could not be computed.
map-failed-kept = All votes and statements are kept, and so is the last map, if there was one.
map-failed-todo = Try again; if it fails again, tell your administrator.
download-csv = Download as CSV
download-json = Download as JSON

may-organise = Only organisers and administrators of the institution may do this.
may-change = Only organisers and administrators of the institution may change a consultation, and only until it closes.
may-compute-map = Only those who organise, report or analyse in the institution may have the map computed, and only once voting has closed.
may-change-statement = Only moderators, organisers and administrators of the institution may do this, and only until the consultation closes.
consultation-not-a-draft = This consultation was opened before.
consultation-without-statements = A consultation needs at least one statement before it opens.
consultation-takes-no-votes = This consultation takes no votes: it is not open.
statement-taken-out = Moderation has taken this statement out; it takes no votes.

vote-go = Vote
vote-agree = Agree
vote-disagree = Disagree
vote-pass = Pass / unsure
vote-progress = { $done } of { $of } answered
vote-change = Change my last answer
vote-privacy = Your votes are kept under a pseudonym; once the consultation is closed nobody can find out who voted what.
vote-open-door = Anybody with this page can vote: one device is not one person.
vote-thanks = Thank you: you have answered everything
vote-thanks-text = You can change an answer until the voting closes. New statements may still come.
vote-not-open = The voting is not open
vote-not-open-text = What was answered before is kept. Once the voting is closed, the map shows what came of it.
vote-back = To the consultation
map-draft = Draft a recommendation
map-draft-about = Draft a recommendation: { $statement }
map-draft-from-findings = Draft from the findings of this map

unseen-happened = Only people who are signed in can see this consultation: for everybody else printed codes, QR codes and the short address lead nowhere.
unseen-todo = Before you open the voting, choose under “Change the consultation” that anybody may see it, or let only members come in.
unseen-todo-open = Have voters sign in first; or close this consultation and begin a new one that anybody may see.
unseen-sure = Open it although nobody from outside can see it?
unseen-open = Open it all the same
