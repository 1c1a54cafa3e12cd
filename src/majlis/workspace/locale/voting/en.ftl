# Coming in
entry-title = Before you vote
entry-asked-by = Asked by { $institution }.
entry-privacy-title = What is kept about you
entry-privacy-pseudonym = Your votes are kept under a pseudonym, without name, address or device. This browser keeps a random token in a cookie; the database never sees it.
entry-privacy-open = While voting is open, finding out who voted what would need both the database and a key that is kept apart from it.
entry-privacy-closed = Closing destroys the key, shuffles the votes and drops their times. After that nobody, administrators included, can find out who voted what.
entry-privacy-device = Where the connection is lost, answers wait on this device until they are sent. Whoever uses this device after you can see and change your answers.
entry-door-open = Anybody with this page can vote: one device is not one person.
entry-door-codes = Behind this door one code is one vote. Each code lets in once; keep using this browser afterwards. Majlis does not note to whom a code was given.
entry-door-members = Behind this door one account is one vote. Your account is turned into a pseudonym by the key; it does not stand beside your votes.
entry-consent-title = What you agree to
entry-age = Your age
entry-old-enough = I am { $age } or older
entry-guarded = I am younger than { $age }, and a parent or guardian agrees that I vote
entry-too-young = I am younger than { $age }
entry-age-kept = What you say about your age is not kept.
entry-code = Code from your sheet
entry-code-help = Capitals, spaces and dashes do not matter.
entry-agree = I agree: start voting
entry-young-title = Thank you for wanting to take part
entry-young-text = This consultation is for people of { $age } or older. Nothing about you was kept.
entry-young-guardian = This consultation is for people of { $age } or older, or with the consent of a parent or guardian. Nothing about you was kept. If they agree, go back and say so.
entry-back = Back
entry-code-no-title = This code does not let you in
entry-code-no-text = Nothing was counted and nothing was lost. Check each letter and digit on your sheet and try again, or ask the people who gave you the code.
entry-code-spent-title = This code has been used already
entry-code-spent-text = Each code lets in once. If it was you, go on in the browser in which you used it: your answers are kept there. If it was not you, ask the people who gave you the code for a new one: the votes that came by this one then follow the new code.
entry-code-again = Try again

# Voting
vote-come-in = Your answers are kept on this device, but you have to come in again before they are sent. Reload the page.
vote-unknown = This statement is no longer there; the answer could not be counted.
vote-too-much = More answers came from here than one person gives. What was counted before is kept.
vote-too-much-title = Please wait a moment
vote-too-much-wait = { $wait ->
    [one] Go on in { $wait } second.
   *[other] Go on in { $wait } seconds.
}
vote-too-much-final = No more answers are taken from here.
vote-waiting = Answers on this device that wait for a connection: { $count }. They are sent once it is back; leave this page open or come back to it.
vote-not-counted = An answer could not be counted: { $why }
vote-stored-out = You have answered all statements that this device has. Once the connection is back your answers are sent, and further statements come.
vote-review = My answers
vote-review-title = My answers
vote-review-lead = Each can be changed until the voting closes; the last one counts.
vote-review-none = You have not answered yet.
vote-review-go-on = Go on voting
vote-change-one = Change
vote-chosen = Your answer so far: { $answer }
vote-help = Where to turn

# Codes
codes-title = Codes to come in
codes-lead = Each code lets one voter in, once. Codes are shown on the sheet that you print now and never again: Majlis keeps only what is needed to recognise them.
codes-batches = Batches so far
codes-none = No codes yet.
codes-batch = { $count ->
    [one] One code, serial { $first }
   *[other] { $count } codes, serials { $first } to { $last }
}
codes-until = until
codes-new = New batch
codes-count = How many
codes-expire = They let in until
codes-expire-help = In the time zone chosen below. Empty: until the voting closes.
codes-make = Make the codes and show the sheet
codes-revoke-title = A code was lost or stolen
codes-revoke-lead = Give its printed serial or the code itself. A revoked code lets nobody in any more, not even where it has been used. Its votes stay, and with a new code they follow its holder.
code-named = Serial or code
code-revoke = Revoke only
code-reissue = Revoke and make a new code
code-revoked = Code { $serial } lets nobody in any more.
code-unknown = There is no such code here, it was revoked before, or a new one was made for it.
consultation-takes-no-codes = This consultation has no door with codes, or it is closed.
sheet-title = Sheet of codes
sheet-once = Print this page now. It cannot be shown again.
sheet-again = This is the sheet that was made before, not a new batch.
sheet-again-todo = For more codes go back to the codes and make another batch there.
sheet-back = Back to the codes
sheet-serial = No. { $serial }
sheet-how = Open the address, type the code, vote. It lets in once.

# The form
consultation-edit = Change the consultation
consultation-edit-save = Save
consultation-edited = Saved.
consultation-edit-open-lead = The voting is open: only introduction, help line and working title can still change. Everything else would change what the votes mean.
consultation-opened-before = The voting has been opened: only introduction, help line and working title can still change.
consultation-working-title = Working title
consultation-working-title-help = Only your own institution sees it.
consultation-ours = Working title: { $title }
consultation-door = How voters come in
consultation-door-open = Open: anybody with the address votes. Easy, but one device is not one person.
consultation-door-codes = Codes: you print or send single-use codes, and each lets one voter in.
consultation-door-members = Members: whoever has an account here and may see the consultation votes once.
consultation-consent = What voters agree to before the first vote
consultation-consent-help = Majlis adds what is kept about voters; write what is particular to this consultation.
consultation-help-line = Where voters can turn
consultation-help-line-help = A telephone number or an office, reachable while they vote.
consultation-least-age = Least age
consultation-with-guardian = Younger people may vote if a parent or guardian agrees
consultation-guardian-without-age = Say the least age first.
consultation-takes-statements = Voters may offer statements of their own
