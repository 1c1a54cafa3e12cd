# Every page
brand = Majlis
skip-to-content = Skip to the content
language-navigation = Language
room-navigation = Rooms
crumbs-navigation = Where you are
my-account = My account
sign-in = Sign in
sign-out = Sign out
footer-purpose = Majlis works with programmes, institutions and aggregates, never with files on people.

# Components
interval = { $value } · { $range }
show-as-table = Show as a table
cell-hidden = hidden
written-in-ar = Written in Arabic
written-in-fr = Written in French
written-in-en = Written in English
translation-reviewed = translation reviewed
translation-unreviewed = translation not reviewed
handling-clear = Anybody may see this.
handling-green = The partner institutions will see this; it is not to be made public.
handling-amber = The institutions concerned will see this, and in them those who need to know.
handling-amber-strict = Only this institution will see this, and in it those who need to know.
handling-red = Only the people named will see this.
handling-audience = Named: { $audience }.
notice-info = For your information.
notice-warn = Please note.
notice-error = This did not work.
progress-label = Progress
progress-share = { NUMBER($share, style: "percent") } done
progress-leave = You may leave this page: the work goes on, and the result will be here.
progress-refresh = Refresh
pages-navigation = Pages
pages-before = Previous page
pages-after = Next page
pages-here = Page { $page } of { $pages }
form-optional = (optional)
form-happened = { $count ->
    [one] One field needs another look.
   *[other] { $count } fields need another look.
}
form-kept = What you wrote is still here; only passwords have to be typed again.

# Front page
home-title = What many institutions know, made a strategy
home-lead = Majlis runs consultations, gathers what experts expect, evaluates programmes, and ties every recommendation to the votes, judgements and evidence under it.
home-limit-title = Where it stops
home-limit = No file, no score and no list about a person, by any setting.
home-limit-more = What Majlis refuses
home-published-title = Open to everybody
home-published-none = Nothing has been published here yet.
home-published-todo = Consultations and their findings appear here as soon as an institution publishes them.
home-how-title = How it works
home-ask = Ask
home-ask-text = An institution puts a question: where do we agree, what works, what is missing?
home-collect = Collect
home-collect-text = People, experts and institutions contribute, each in their own language.
home-run = Analyse
home-run-text = One declared analysis answers; the same data always give the same result.
home-publish = Publish
home-publish-text = What was found is said in a sentence, with how sure it is, even when the data cannot tell.
home-link = Link
home-link-text = A recommendation stands on those findings, and shows it when one of them changes.

# What awaits a member
desk-title = What awaits you
desk-lead = { $count ->
    [0] Nothing awaits you today.
    [one] <b>One thing</b> awaits you.
   *[other] <b>{ $count } things</b> await you.
}
desk-room-none = Nothing awaits you here.
desk-no-room = No room is open in this workspace yet.
desk-no-room-todo = An administrator opens the rooms that the institution needs.
desk-no-member = Your account does not belong to an institution yet.
desk-no-member-todo = Ask your institution’s administrator to add you; you need not register again.

# Account
account-lead = You are signed in as { $name }.
account-institutions = Your institutions
account-no-role = no role yet
account-access = How you sign in
account-email = Email address
account-password = Password
account-password-note = at least twelve characters
account-second-step = Second step at sign-in
account-second-step-on = switched on
account-second-step-off = not switched on
role-administrator = Administrator
role-organiser = Organiser
role-rapporteur = Rapporteur
role-moderator = Moderator
role-clerk = Clerk
role-expert = Expert
role-analyst = Analyst
role-auditor = Auditor
role-reader = Reader

# Signing in
login-title = Sign in
login-lead = Accounts are opened by each institution’s administrator.
login-remember = Stay signed in on this device
login-forgotten = Forgotten your password?
login-passkey = Sign in with a passkey
login-code = Send me a sign-in code
login-or = Another way
logout-title = Sign out
logout-lead = What you have saved stays here. Sign out whenever others use this device.

# What Majlis refuses
refuses-title = What Majlis refuses
refuses-lead = These limits are part of the software. No setting, role or extension lifts them.
refuses-why-title = Why they are here
refuses-why = Whoever is asked to contribute must know what can never be done with the answer. What is refused is counted and published, never its content.
refuses-score = No score for a person
refuses-score-text = Nothing here computes, stores or accepts a value of risk, threat or radicalisation about a person.
refuses-list = No list of names
refuses-list-text = Majlis neither receives nor sends a person’s identity, document, vehicle, telephone or address.
refuses-rows = No personal data leave their institution
refuses-rows-text = Rows about people are read where they are held. Only aggregates that suffice for the question go out.
refuses-small = No small numbers
refuses-small-text = A figure resting on too few people stays hidden, in tables, pictures and files, and cannot be found by subtraction.
refuses-belief = No beliefs, no origins
refuses-belief-text = No field records the religion, origin or opinions of a participant, a voter or a community.
refuses-voter = No voter exposed
refuses-voter-text = Once a consultation is closed, nobody can find out who voted what, administrators included.
refuses-originator = No sharing behind the author’s back
refuses-originator-text = The conditions set by the institution that wrote a text follow every copy, quotation and translation of it.
refuses-machine = No decision by a machine
refuses-machine-text = The software counts, proposes and shows. Adopting, publishing and sharing are the acts of a named person, with a reason.
refuses-claim = No claim stronger than the data
refuses-claim-text = Too few cases never become “it works”. Majlis then says that the data cannot tell, as visibly as a success.
refuses-hidden = No trace removed
refuses-hidden-text = Every act is entered in a ledger that cannot be rewritten unseen, and an auditor can read it at any time.

# Errors
error-number = Error { $code }
error-kept = What was kept
error-todo = What to do
error-home = To the front page
error-400-title = This request could not be read
error-400-happened = Something in it is missing or damaged.
error-400-kept = Nothing was changed.
error-400-todo = Go back one page and try again. If an address was copied, check that it is complete.
error-403-title = This is not open to you
error-403-happened = The page exists, but your role or its handling does not allow you to see it.
error-403-kept = Nothing was changed, and no content was shown.
error-403-todo = Sign in with the right account, or ask your institution’s administrator for the role you need.
error-403-csrf-title = This form could not be accepted
error-403-csrf-happened = The form had been open for too long, or the browser refuses the cookies that protect it.
error-403-csrf-kept = Nothing was sent. What you wrote is still in the form, one page back.
error-403-csrf-todo = Go back, copy a long text to be safe, reload the page and send again.
error-404-title = There is no page at this address
error-404-happened = It may have been moved, withdrawn or mistyped.
error-404-kept = What was published keeps its address; what was withdrawn keeps its trace in the ledger.
error-404-todo = Check the address, or start from the front page.
kept-signed-out = You were signed out before this could be saved.
kept-title = Nothing was saved, and your words are here
kept-kept = All that you wrote stands below.
kept-todo = Copy it, then sign in and go back to the page.
kept-words = What you wrote ({ $number })
error-500-title = Something failed on our side
error-500-happened = The page could not be made. The fault is not yours.
error-500-kept = Whatever had been saved before is safe; the last step was not carried out in part.
error-500-todo = Try again in a minute. If it happens again, tell your administrator the time and the address of this page.

# Rules that say no
is-empty = This workspace has been set up already.
is-signed-in = You have to be signed in for this.
may-administer = Only an administrator of this institution may do this.
may-admit = Only an administrator of the institution that hosts this workspace may let another institution in.
may-run = Only those who organise, report or analyse in this institution may run an analysis.
run-withheld = The result rests on too few people and is kept back.
run-bad-input = The data of this question cannot be used as they are.
run-not-possible = The analysis could not be carried out on these data.
run-fault = The analysis failed on our side; the data are untouched.

needs-mail-title = An administrator of your institution helps
needs-mail-text = This workspace sends no mail. If you have forgotten your password, or your address has changed, ask an administrator of your institution: they make a link on which you set a new password.
needs-mail-last = If you are the only administrator, whoever runs the machine makes that link with the command “majlis password”.
members-title = Members
members-lead = Who can sign in for your institution, and what each may do.
members-roles = Roles
members-add = Let somebody in
members-add-do = Add and make a link
members-roles-do = Save the roles
members-changed = Saved. It holds from the next page that this person opens.
members-suspended = suspended
members-access = Signing in
members-access-text = A link lets this person set a new password, once, within a day. Until then the old password holds. Suspending stops signing in; roles and everything that was written stay.
members-suspended-text = This person cannot sign in. Roles and everything that was written are kept.
members-link-do = Make a password link
members-suspend-do = Suspend
members-resume-do = Let in again
members-link-title = Hand this link over
members-link-text = It is shown this once, works once, within a day, and lets whoever holds it set the password. Hand it over in person or by a way that you trust.
last-administrator = The institution needs an administrator who can sign in: give somebody else that role first. Nothing was changed.
auditor-stays = An administrator cannot take an auditor’s role away or suspend an auditor. Nothing was changed.
member-suspended = This person is suspended: let them in again first, then make a link. Nothing was changed.
may-administer-member = Only an administrator of the member’s own institution may do this.

# What is written in three languages, and what sources say
may-record = Only organisers and administrators of the institution may put down sources.
may-claim = Only organisers and administrators of the institution may put down what sources say.
may-change-claim = Only organisers and administrators of the institution may correct or withdraw this.
changed-meanwhile = Somebody else has changed this since you opened it.
nothing-to-see = There is nothing to read in it.
seen-by = Who will see it
save = Save
trilingual-original = Language of the original
trilingual-reviewed = The translations have been reviewed
trilingual-original-missing = This is the language of the original: write the text here, or choose another original.
