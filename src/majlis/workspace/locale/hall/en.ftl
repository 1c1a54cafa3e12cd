hall-title = In the hall
hall-code = Code for the hall:
hall-not-open-yet = The code lets people in once the voting is open. Everything here can be printed and set up before.
hall-join = Vote with your phone
hall-or-type = Scan, or go to
hall-with-code = and type the code
hall-qr = QR code of { $address }

screen-see = Live screen
screen-see-note = for the projector
screen-tools = Screen
screen-languages = Languages in turn
screen-hold = Hold this picture
screen-go-on = Go on
screen-voters = { $count ->
    [one] One vote counted so far
   *[other] { $count } people counted so far
}
screen-first = First figures appear once ten people have voted.
screen-closed = The voting is closed. The map shows what came of it.
screen-not-open = The voting has not been opened yet.
screen-agreed = Most agree
screen-disagreed = Most disagree
screen-none = Nothing yet.
screen-of = { $count ->
    [one] of one answer
   *[other] of { $count } answers
}
screen-rule = Counts first answers, lags by five to nine voters, 90% intervals. Provisional, not to be cited. As of { $clock }.
screen-lost = No connection. This is the picture of { $clock }; the screen goes on by itself as soon as it can.
screen-signed-out = You are signed out, or may no longer open this screen. This is the picture of { $clock }; it goes on once you have signed in again.
screen-table = All statements as a table
screen-statement = Statement
screen-agree = Agree
screen-disagree = Disagree
screen-pass = Pass
screen-votes = Answers counted
screen-share = Share that agrees (90% interval)
screen-hidden = Hidden: fewer than ten people have answered. Counts come in blocks of five, so that no refresh shows what a few said.

enter-title = Come in and vote
enter-lead = Type the code that stands on the screen or on the poster.
enter-code = Code
enter-unknown = The code { $code } leads nowhere.
enter-unknown-todo = Compare it with the screen. If it is the same, ask the people who run the session; you may have to sign in.

sheets-see = Poster and table tents
sheets-see-note = QR code and short code, to print
sheets-lead = Page one is a poster, page two folds into a table tent. Print them on A4 from your browser.
sheets-address = The address on the sheets
sheets-address-why = It is the name by which you reached this page. To change it, open this page by the name that phones in the hall can reach; the setting MAJLIS_HOSTS lists the names that the workspace answers to.
sheets-local = Only this machine can follow this address.
sheets-local-todo = Have the name or number of this machine in the hall’s network added to MAJLIS_HOSTS, open this page by it, and print then.
sheets-poster = Poster
sheets-tent = Table tent

ballots-see = Paper ballots
ballots-see-note = numbered, in the language of this page
ballots-lead = Each number is used once. Change the language at the top of the page to print in another one.
ballots-first = First number
ballots-count = How many
ballots-show = Show them
ballots-number = Ballot { $number }
ballots-how = Put one cross a line. Leave a line empty where you do not want to answer.
ballots-code = No.
ballots-privacy = Do not write your name. The number only makes sure that each ballot counts once; nobody writes down who got which.

paper-see = Type paper ballots
paper-see-note = two clerks type each ballot
paper-lead = Each ballot is typed by two clerks. If both typed the same it becomes votes, and what was typed is deleted.
paper-keys-title = By keyboard
paper-keys = In the row of a statement: A agrees, D disagrees, P passes, N leaves it empty; each goes on to the next row. Tab and arrow keys work too.
paper-ballot = Number of the ballot
paper-answers = Answers
paper-none = Empty
paper-save = Save this ballot
paper-waiting = { $count ->
    [0] Ballots that wait
    [one] One ballot waits
   *[other] { $count } ballots wait
}
paper-none-waits = No ballot waits: all that were typed are counted.
paper-once = typed once; a second clerk is needed
paper-differ = typed twice, differently: settle it
paper-offline = When the network is down
paper-offline-text = Save the form sheet before the session. Fill in one line a ballot: its number, then a, d or p under each statement, nothing where the voter left it empty. Upload it later; it counts as what you would have typed, and the same file twice counts once.
paper-template = Save the form sheet (CSV)
paper-file = Form sheet that you filled in
paper-upload = Upload
paper-waits = Ballot { $ballot } is saved. It counts once a second clerk has typed the same.
paper-counted = Ballot { $ballot } is counted. What was typed is deleted.
paper-differs = Ballot { $ballot } is saved, but the other entry says something else. A third person has to look at the paper.
paper-known = Ballot { $ballot } is known already: it counts once, nothing was changed.
paper-uploaded = The sheet was taken. Counted: { $counted }; waiting for a second clerk: { $waits }; differing from the other entry: { $differs }; known already: { $known }.
paper-blank = This ballot has no answer. A blank ballot is not typed; put it aside.
paper-no-number = A ballot’s number has digits only, up to six.
paper-unknown-statement = One of the answers belongs to no statement of this consultation. Nothing was saved.
paper-entered-before = You typed this ballot before, in another way. Your first entry is kept; if it was wrong, the second clerk’s will differ and a third person looks at the paper.
paper-nothing-to-settle = There is nothing to settle about this ballot.
paper-third-look = You typed one of these entries: somebody else has to look at the paper.
paper-settle = Settle ballot { $number }
paper-settle-lead = Two clerks typed it differently. Take the paper and answer as it says; where both agree, it is filled in already.
paper-entry = Entry { $number }: { $said }
paper-settle-all = The entries differ on a line that you have not answered. Look at the paper and choose, even if the line is empty.
paper-settle-count = Count it like this
paper-left = { $count ->
    [one] One paper ballot was not typed twice alike.
   *[other] { $count } paper ballots were not typed twice alike.
}
paper-left-kept = While the voting is open nothing is lost: ballots can still be typed or settled.
paper-left-todo = If you close now, what is listed here is dropped and never counted; the closing report says how many.
paper-file-too-large = The file is larger than two megabytes: it is no form sheet. Nothing was taken.
paper-file-not-utf8 = The file is not in UTF-8. Save it as “CSV UTF-8” and upload it again. Nothing was taken.
paper-file-broken = Line { $line } cannot be read as CSV. Nothing was taken.
paper-file-empty = There is no ballot in the file.
paper-file-headings = Line 1 must begin with “ballot” and name each statement once, as in the form sheet. Nothing was taken.
paper-file-unknown = Line { $line }: no statement has the code { $code }.
paper-file-no-number = Line { $line }: the ballot’s number is missing or is no number.
paper-file-twice = Line { $line }: ballot { $ballot } stands in line { $first } already.
paper-file-too-long = Line { $line } has more answers than there are statements.
paper-file-blank = Line { $line }: ballot { $ballot } has no answer. Take blank ballots out of the sheet.
paper-file-answer = Line { $line }, statement { $code }: { $found } is not a, d or p.
paper-file-before = Line { $line }: you typed ballot { $ballot } before, in another way.

schedule-see = Close at a set time
schedule-see-note = the voting closes by itself, in your name
schedule-change = Change the time of closing
schedule-lead = At this time the voting closes for good, as if you did it then. Paper ballots that were not typed twice alike are dropped.
schedule-at = Day and time
schedule-at-help = In the time zone chosen below, for example 2030-06-10 18:00.
schedule-zone = Time zone
schedule-save = Set the time
schedule-cancel = Cancel the closing at a set time
schedule-closes = Closes by itself on
schedule-set = The time of closing is set.
schedule-cancelled = The voting stays open until somebody closes it.
schedule-in-the-past = This time has passed. Choose a later one.
schedule-too-far = This lies more than a hundred years ahead. Choose an earlier time.
schedule-no-such-time = At this time the clocks change in this zone: it does not exist or comes twice. Choose another minute.
schedule-none = No closing is scheduled.
schedule-overdue = The voting should have closed by itself, and has not.
schedule-overdue-kept = Voting goes on; every vote is kept.
schedule-overdue-todo = The background worker is not running, or whoever set the time may no longer close. Close the voting by hand.

report-see = Closing report
report-title = Closing report
report-after-closing = The report is written when the voting closes.
report-when = Closed
report-late = Late: the time that was set was
report-as-planned = By itself, at the time that was set.
report-by = By
report-by-organiser = An organiser of the institution
report-by-administrator = An administrator of the institution
report-by-import = Taken in as a finished consultation
report-statements = Statements
report-put = { $count ->
    [one] One statement was put to voters.
   *[other] { $count } statements were put to voters.
}
report-out = { $count ->
    [one] One taken out: { $reason }
   *[other] { $count } taken out: { $reason }
}
report-none-out = None was taken out.
report-no-reason = the reason stands on the ledger as a hash
report-votes = Votes
report-on-map = Votes and voters stand on the map.
report-few = Fewer than five people voted.
report-votes-note = As the map counts them; another count beside it could show what a few people said.
report-codes = { $count ->
    [one] One code was issued.
   *[other] { $count } codes were issued.
}
report-paper = Paper ballots
report-dropped-few = None or fewer than five ballots were dropped because they were not typed twice alike; so few are not counted here.
report-dropped = { $count ->
    [one] { $count } ballot was dropped: it was not typed twice alike.
   *[other] { $count } ballots were dropped: they were not typed twice alike.
}
report-paper-note = Ballots that were counted are votes like all others, and nobody can tell them apart.
report-key = Key
report-key-gone = Destroyed. Nobody, administrators included, can find out who voted what.
report-key-left = Not destroyed yet: the workspace destroys it when it starts again. Tell your administrator.
report-commitment = Commitment to the votes
report-commitment-text = This number stands on the ledger since the closing. It is made from all votes and a secret salt. If a single vote is changed, added or removed, the votes no longer give this number: whoever is given the votes and the salt can check that they are the ones that were closed. It does not show what anybody voted.

may-open-screen = Only organisers, moderators, clerks and administrators of the institution may do this.
may-enter-paper = Only clerks, organisers and administrators of the institution may type paper ballots, and only while the voting is open.
