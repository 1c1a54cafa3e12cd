oversight = Oversight
oversight-question = Are the rules kept?
ledger-title = The ledger
ledger-lead = { $count ->
    [one] One act is on record. No later change to it stays unseen.
   *[other] { $count } acts are on record. No later change to them stays unseen.
}
ledger-head = Latest checkpoint
ledger-head-covers = { $count ->
    [one] It covers one entry. Signed:
   *[other] It covers { $count } entries. Signed:
}
ledger-key = The key that verifies it:
ledger-checkpoint-plain = As plain text
ledger-for-witnesses = File for witnesses
ledger-no-head = No checkpoint has been signed yet.
ledger-no-head-todo = The workspace signs one within an hour of the first act.
ledger-checkpoint-make = Sign a checkpoint now
ledger-checkpoint-made = The checkpoint is signed.
ledger-nothing-to-sign = There is no entry yet, so nothing was signed.
ledger-witnesses = Who holds the record’s heads
ledger-witnesses-why = Whoever controls the whole server could write another past. A head that somebody else holds shows it.
ledger-no-witness = Nobody outside holds a head yet.
ledger-no-witness-todo = Another institution holds heads with the command majlis ledger witness, online or by files.
ledger-witness-holds = { $count ->
    [one] holds the head of one entry
   *[other] holds the head of { $count } entries
}
ledger-witness-nothing = has handed in no head yet
ledger-witness-gone = no longer a witness
ledger-witness-add = Add a witness
ledger-witness-add-do = Add the witness
ledger-witness-added = Signatures of this witness are taken from now on.
ledger-witness-retire = Take no more signatures
ledger-witness-retired = No more signatures are taken. Those given stay.
ledger-witness-key = The witness’s key
ledger-key-help = As the command prints it: a name, a plus sign, a number, a plus sign, letters.
ledger-witness-institution = Institution that answers for it
witness-known = This key is known already.
witness-unknown = No witness of this workspace signed this head. An auditor or administrator adds the witness’s key first.
may-audit = Only auditors may do that.
may-checkpoint = Only auditors may have a checkpoint signed.
may-name-witness = Only auditors and administrators say who is a witness.
ledger-head-bring = Hand in a signed head
ledger-head-bring-do = Hand in
ledger-head-text = The signed checkpoint, as text
ledger-head-file = Or as a file
ledger-head-none = Give the checkpoint as text or as a file.
ledger-head-taken = The signature holds and is shown.
ledger-not-ours = This ledger never was what that head says. Nothing was changed. Keep the file and tell the auditor: one of the two is not what it should be.
ledger-unreadable = This cannot be read as it is, or has a fault in it. Nothing was changed. Copy it again, whole.
ledger-check = Check
ledger-check-do = Check every entry
ledger-check-never = Nobody has asked for a check lately.
ledger-check-good = { $count ->
    [one] The one entry holds.
   *[other] All { $count } entries hold.
}
ledger-check-good-limits = Compared with every head that was signed here. Heads held elsewhere are compared where they lie, with majlis ledger verify.
ledger-check-bad = Entry { $index } is not as it was written, or one right beside it.
ledger-check-bad-beside = What stands beside the entries is not as it was written.
ledger-check-bad-todo = Keep the database as it is. Tell the auditor and the institutions that hold heads.
ledger-check-failed = The check could not be done.
ledger-check-failed-todo = Ask for it again; if it fails again, majlis doctor says why.
ledger-fault-missing = An entry is missing.
ledger-fault-altered = Its text, time or hash was altered.
ledger-fault-rewritten = It was rewritten with a hash that fits.
ledger-fault-cut = The end of the ledger was cut off.
ledger-fault-added = Entries were added past the end.
ledger-fault-head = The row that says where the ledger ends was altered.
ledger-fault-nodes = The kept inner nodes of the tree were altered.
ledger-fault-rebuilt = A signed head contradicts the entries: they were written anew from here or later.
ledger-fault-persons = The salts behind the persons in entries were altered.
ledger-fault-notes = Checkpoints, witnesses or their signatures were altered.
ledger-auditors = Auditors read the entries here, without their content.
ledger-entries = Entries
ledger-entries-lead = What was done, when, from which institution and to what: names of things and digests, never content or persons.
ledger-entries-found = { $count ->
    [one] One entry.
   *[other] { $count } entries.
}
ledger-entries-none = No entry fits.
ledger-export = Download all entries
ledger-filter-act = Act
ledger-filter-day = Day (UTC)
ledger-filter-institution = Institution
ledger-filter-all = all
ledger-filter-do = Show
ledger-number = No.
ledger-when = When (UTC)
ledger-act = Act
ledger-who = Who
ledger-what = What, by digest
ledger-nobody = nobody in particular
ledger-entry = Entry { $number }
ledger-entry-text = The entry’s text
ledger-entry-hash = Its hash:
ledger-proof = Proof
ledger-proven = { $count ->
    [one] It stands in the checkpoint of one entry.
   *[other] It stands in the checkpoint of { $count } entries.
}
ledger-proof-how = The file holds the entry, the path below and the checkpoint: majlis ledger verify checks it anywhere.
ledger-proof-get = Download the proof
ledger-not-covered = The latest checkpoint does not cover it yet.
ledger-not-covered-todo = The next one will, within an hour.
ledger-path = Path from the entry to the root
ledger-path-none = The entry is alone in its tree and is its own root.
