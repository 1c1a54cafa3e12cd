# The daily digest
digest-title = Daily digest
account-mail = Mail
digest-on = comes once a day
digest-off = does not come
digest-none-sent = this workspace sends no mail
digest-when = One mail a day, from { $hour } ({ $zone }), and only when something awaits you. It names nothing that is marked for few eyes; where something is, it leads you to it.
digest-no-mail = This workspace sends no mail, so no digest comes. What you choose here holds as soon as it does.
digest-wanted = Send me the daily digest
digest-language = Language of mails
digest-language-own = The language of my institution
digest-saved = Saved. It holds from the next mail.
digest-preview = What today’s digest says
digest-preview-note = As a mail sent now would say it.
digest-preview-none = Nothing awaits you today, so no mail would be sent.
digest-subject = { $count ->
    [one] Majlis: one thing awaits you
   *[other] Majlis: { $count } things await you
}
digest-lead = { $count ->
    [one] One thing awaits you.
   *[other] { $count } things await you.
}
digest-withheld = One item in { $room }
digest-due = due on { $day }
digest-due-today = due today
digest-overdue = was due on { $day }
digest-settings = Choose which mails come
digest-stop-link = Stop the daily digest
digest-stop-title = Stop the daily digest?
digest-stop-text = Nothing else changes: what awaits you stays on your page in Majlis.
digest-stop-do = Stop it
digest-stopped-title = The daily digest no longer comes
digest-stopped-text = What awaits you stays on your page in Majlis. You can have the digest sent again at any time, from your account.
may-set-mail = Everybody decides about their own mail. Nothing was changed.

# Mails about passwords
forgotten-title = Forgotten your password?
forgotten-lead = Give the address with which you sign in. A mail brings you a link on which you set a new password.
forgotten-do = Send me the link
forgotten-done-title = Look at your mail
forgotten-done = If this address has an account here, a link is on its way to it. It works once, within a day. If nothing has come in a few minutes, look among the unwanted mails, or ask an administrator of your institution.
password-mail-subject = Majlis: set a new password
password-mail-text = Somebody, probably you, asked for a new password for your account. On this page you set one; the link works once, within a day:
password-mail-ignore = If it was not you, nothing needs to be done: your password stays as it is.
needs-mail-address = Addresses are kept by the institution. If yours has changed, ask an administrator of your institution.

# Why a mail did not arrive
members-digest-trouble = The daily digest did not arrive.
mail-unreachable = The mail server cannot be reached; it will be tried again.
mail-tls = No secure connection to the mail server is possible; it will be tried again.
mail-sign-in = The mail server refuses our user or password; it will be tried again.
mail-sender = The mail server refuses the address that our mails come from; it will be tried again.
mail-later = The mail server asks for patience; it will be tried again.
mail-refused = The mail server refuses this address.
mail-unanswered = The mail server never answered, so it may have arrived; it is not sent twice.
mail-late = The day was over before it could be sent.
mail-fault = The digest could not be written, through a fault of ours; it will be tried again.
