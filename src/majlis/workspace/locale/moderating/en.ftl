# Offering a statement
offer-link = Add a statement of your own
offer-title = A statement of your own
offer-lead = { $most ->
    [one] You may offer one statement. Moderators read it first; if they let it in, everybody can answer it.
   *[other] You may offer up to { $most } statements. Moderators read each one first; if they let it in, everybody can answer it.
}
offer-statement = Your statement
offer-statement-help = One idea that people can agree or disagree with, in 500 characters at most. Name nobody, and leave out phone numbers and addresses.
offer-privacy = What you write is kept apart from your votes and without any account. Until it is decided about, only the moderators of the institution read it.
offer-send = Send it to the moderators
offer-back = Back to the voting
offer-own = What you have offered from this device
offer-repeated = This statement is there already. You can answer it, or word yours differently.
offer-vote-on-it = Answer that statement
offer-come-in = Come in to the voting first; then you can offer a statement.
offer-come-in-todo = You need to come in only once on this device.
offer-come-in-kept = What you wrote is here: copy it, come in, and paste it.
offer-kept = Nothing was sent. What you wrote is here; copy it if you need it.
text-too-long = It has { $found } characters; { $most } are the most. Shorten it, or make two of it: one idea each.
consultation-takes-no-statements = This consultation takes no statements from participants now.
offers-used-up = You have offered as many statements as one voter may. They are all kept; this one was not sent.

offered-title = What became of your statement
offered-receipt = Keep this address
offered-receipt-text = It is your receipt: whoever has it can read this page. This device keeps it too. The workspace keeps only a digest of it.
offered-became = Now
offer-waiting = It waits for the moderators.
offer-left = The voting closed before anybody decided about it. It was not put to voters.
offer-taken = It was taken: everybody can answer it.
offer-refused = It was not taken, or was taken out.
offer-replaced = Another statement stands in its place:
offered-notes = The moderators say
offered-appeal = Your request for a second look
offered-result = What came of it
offered-result-note = Share that agrees, in the least agreeing group where there are several.

appeal-title = Ask for a second look
appeal-lead = You may ask once. Another member than the one who decided will answer.
appeal-why = Why it should be taken
appeal-send = Ask for a second look
appeal-not-possible = A second look can be asked for once, while the voting is open, for a statement that was taken out.
appeal-kept = Nothing was sent. What you wrote stands above; copy it if you need it.
appeal-waits = Somebody else will look at it.
appeal-moot = The statement has been decided about anew in the meantime.
appeal-granted = After a second look the statement was taken.
appeal-rejected = After a second look the decision stands.
appeal-nobody = Nobody else in the institution may give this second look.
appeal-nobody-todo = An administrator gives another member the role of moderator; those who took the statement out may not answer.
appeal-of-author = The author asks for a second look
appeal-note-help = Needed if the statement stays out; the author reads it.
appeal-read = Give the second look
appeal-answer = Answer the request
appeal-grant = Let the statement in
appeal-reject = Leave it out
appeal-note-missing = Say in a few words why it stays out; the author reads them.

# Moderation
moderation-title = Moderation
moderation-link = { $waiting ->
    [0] Moderation
    [one] Moderation: one statement waits
   *[other] Moderation: { $waiting } statements wait
}
moderation-appeals-count = { $appeals ->
    [one] One author asks for a second look.
   *[other] { $appeals } authors ask for a second look.
}
moderation-lead = { $waiting ->
    [0] No statement waits for you.
    [one] One statement waits for a decision.
   *[other] { $waiting } statements wait for a decision, the oldest first.
}
moderation-who-sees = Who sees this
moderation-who-sees-text = Only moderators, organisers and administrators of the institution. Marks such as “e-mail address” come from the pattern of characters alone; you decide.
moderation-appeals = Requests for a second look
moderation-waiting = Waiting
moderation-none = Nothing waits.
moderation-others = Decided and own statements
moderation-accept = Let it in
moderation-take-out-how = Take it out, with a reason …
moderation-take-out = Take it out
moderation-statement = A statement and its decisions
moderation-decide = Decide
moderation-reason = Reason for taking it out
moderation-reason-missing = Choose a reason: the author reads it, and it is counted.
moderation-note = Note to the author
moderation-history = What was decided
moderation-history-none = Nothing has been decided about it.
moderation-undo = Take the last decision back
moderation-done = The decision is written down. It can be taken back.
moderation-conflict-kept = Nothing was overwritten, and what you wrote is still on this page.
moderation-conflict-todo = Read below how the statement stands now; go on only if you still see a need.
moderation-kept = What you wrote
moderation-refused-title = Statements taken out, by reason
moderation-refused-note = These are counts of statements.
moderation-reason-person = names a person
moderation-reason-incites = incites hatred or violence
moderation-reason-insults = insults or degrades
moderation-reason-private = gives away private details
moderation-reason-subject = is not on the subject
moderation-reason-repeats = says the same as another
moderation-reason-several = holds several ideas in one
moderation-reason-unclear = cannot be understood
moderation-reason-accepted = let in
moderation-reason-undo = last decision taken back
moderation-reason-replaced = replaced by another statement
moderation-reason-granted = let in after a second look
moderation-reason-rejected = left out after a second look
standing-pending = Waits for moderation
standing-in = Put to voters
standing-out = Taken out
hint-email = e-mail address?
hint-address = web address?
hint-phone = phone number?
hint-digits = long number?
statement-decided-already = Somebody else has decided about this statement in the meantime.
statement-appeal-first = The author waits for a second look: answer that first.
statement-nothing-to-undo = There is no decision to take back.
statement-replaced = Another statement stands in its place; decide about that one.
statement-not-in = A participant’s statement can be replaced only while it is put to voters: otherwise its author would lose the second look.
statement-voted-meanwhile = Somebody has voted on it in the meantime: only a typo may be mended now.
may-decide = Moderators, organisers and administrators of the institution decide, until the consultation closes. Who took a statement out does not decide about it again once its author has asked for a second look.
may-read-moderated = Only moderators, organisers and administrators of the institution may see this.

# Words of a statement
revise-title = Change the words
revise-free = Nobody has voted on it yet: you may edit it as you like.
revise-bound = Only a typo may be mended: one letter at most in a word, no “not”, no number. A second member agrees first; both texts are kept and shown, and voters are not asked again.
revise-text = Statement
revise-edit = Save
revise-mend = Propose to mend the typo
revise-replace = Put this in its place as a new statement
revise-replace-what = A new statement is put to everybody; the old one is taken out, and its votes are kept but not analysed.
revise-mended = The words were changed. Translations have to be reviewed again.
revise-replaced = The new statement stands in its place.
revise-mended-on = A typo was mended on { $date }
revise-before = Before
revise-after = After
revise-now = How it stands now
revise-conflict-todo = Compare your words with what stands now, then decide again.
mending-title = A typo to mend
mending-waiting = Typos that wait for a second member
mending-by = Proposed on { $date } by
mending-proposed = The proposal is written down. The words change as soon as a second member agrees.
mending-ask = Agree only if both texts say the same to every voter.
mending-somebody = Another moderator, organiser or administrator has to agree.
mending-who = Another member has to agree:
mending-nobody = Nobody else in the institution may agree to it.
mending-nobody-todo = An administrator gives another member the role of moderator, organiser or administrator.
mending-agree = Both texts mean the same: mend it
mending-leave = Leave the words as they are
mending-left = The words stay as they are.
mending-read = Compare both texts
mending-waits-already = Another proposal for this statement waits: agree to it or leave it first.
mending-decided-already = This proposal was decided about in the meantime.
may-agree = Another moderator, organiser or administrator than the proposer agrees, until the consultation closes.
may-leave = Only moderators, organisers and administrators of the institution may leave the words as they are, until the consultation closes.
revise-replaces = Stands in the place of statement { $code }
statement-more-than-a-typo = This is no typo as Majlis counts them: one letter at most in a word of four letters or more; no word more or less, no number, no negation. Put a new statement in its place instead.
statement-changed-meanwhile = Somebody else has changed these words in the meantime.

# Translations
translations-title = Translations
translations-lead = Until somebody else has reviewed a translation it is marked wherever it is shown.
translations-lists = Lists
translations-mine = For me
translations-overdue = Overdue
translations-open = Open
translations-all = All
translations-none = There is nothing on this list.
translations-as-file = As a file
translations-file = CSV file
translations-file-help = Fill in the column “translation” and leave the others as they are. All rows come in, or none.
translations-import = Bring the file in
translations-imported = { $count ->
    [0] The file changed nothing.
    [one] One translation came in; it waits for its review.
   *[other] { $count } translations came in; they wait for their review.
}
translations-file-large = The file is too large: 2 MB at most. Nothing was brought in.
translations-file-encoding = The file is not CSV in UTF-8. Save it as “CSV UTF-8” and try again; nothing was brought in.
translations-file-columns = The first line must name these columns: { $columns }. Nothing was brought in.
translations-line-unknown = Line { $line }: statement “{ $statement }” needs no translation into “{ $into }”.
translations-line-empty = Line { $line }: there is nothing to read in the translation.
translations-line-long = Line { $line } has { $found } characters; { $most } are the most.
translations-line-twice = Line { $line }: the same statement and language stands twice in the file.
translation-title = One translation
translation-original = The author’s words
translation-text = Translation
translation-propose = Save as a proposal
translation-review = It says what the original says
translation-assign = Who has it in hand
translation-assign-save = Save
translation-translator = Translates:
translation-reviewer = Reviews:
translation-due = By
translation-saved = Saved.
translation-state-wanted = wanted
translation-state-proposed = proposed, not reviewed
translation-state-reviewed = reviewed
translation-two-people = Who translates cannot review it: choose two members.
translation-changed = The translation has changed since you opened this page. Read it again before you review it.
translation-not-wanted = This statement needs no translation into that language.
language-ar = Arabic
language-fr = French
language-en = English
texts-title = The consultation’s own texts
texts-lead = Title, introduction and what voters read before they come in. Another organiser reviews what you translate.
texts-headline = Headline of the map
texts-consent = What voters agree to
texts-help-line = Where to turn for help
may-see-translations = Only members of the institution may see this.
may-assign = Only organisers and administrators of the institution say who translates, until the consultation closes.
may-translate = Only those to whom the translation was given, moderators, organisers and administrators may do this, until the consultation closes.
may-review = Somebody else than the translator reviews: a moderator, an organiser, an administrator or the member who was asked, until the consultation closes.
may-import-translations = Only moderators, organisers and administrators of the institution may bring translations in, until the consultation closes.

# On the desk
moderation-desk = { $waiting ->
    [one] One statement waits for your decision
   *[other] { $waiting } statements wait for your decision
}
translations-desk = { $count ->
    [one] One translation waits for you
   *[other] { $count } translations wait for you
}
