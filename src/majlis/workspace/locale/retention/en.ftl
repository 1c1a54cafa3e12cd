### What is kept, and for how long

keep-title = What is kept, and for how long
keep-lead = When its time is over, each of these goes from the tables, the search and the files. What remains is a count and a digest on the ledger.
keep-set = Whoever runs the workspace can shorten these times with MAJLIS_KEEP, and lengthen them within bounds.
keep-days = { $count ->
    [0] at once
    [one] one day
   *[other] { $count } days
}
keep-most = { $count ->
    [one] one day at most
   *[other] { $count } days at most
}
keep-last = { $count ->
    [one] one erased last, on
   *[other] { $count } erased last, on
}
keep-backups-title = Backups that there are
keep-backups-note = What was erased after a backup was made may still stand in it. Whoever puts it back has the same erased again at once. The last good backup stays, however old it is.
keep-backups-none = There is no backup.
keep-backups-todo = Whoever runs the workspace makes one with “majlis backup”.
keep-backup-damaged = damaged
keep-backup-last = the last good one: it stays
keep-backup-until = until { $day }
keep-backup-entries = { $count ->
    [one] one entry of the ledger
   *[other] { $count } entries of the ledger
}
keep-backup-since = { $count ->
    [0] nothing erased since
    [one] one erased since
   *[other] { $count } erased since
}
keep-accounts-unused = Accounts that nobody ever signed in with, from when they were made; never an auditor’s, nor an institution’s last administrator’s
keep-accounts-left = Accounts of people who left: address, name, ways to sign in, and the link to their ledger entries; from their suspension
keep-sessions = Sessions, from their end
keep-background = Finished work in the background, such as mail with a link
keep-digests = On which day somebody got the daily digest
keep-backups = Backups, which still hold what has expired since
keep-marked-records = The words of records whose handling has ended, and of what was written beneath them and made from them
keep-consultation-codes = Single-use codes of consultations, from their closing
keep-statement-receipts = Receipts by which voters see what became of their statements, from the closing
may-see-retention = Only administrators and auditors see this.
member-gone = This account was erased when its time was over. Let the person in anew.
