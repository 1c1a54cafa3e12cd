addressee = Addressee

# What became of it
became-title = What became of it
became-lead = { $count ->
    [0] Nothing is adopted here yet.
    [one] One recommendation stands adopted. This is what those who answer for it report.
   *[other] { $count } recommendations stand adopted. This is what those who answer for them report.
}
became-how-known = How this is known
became-known-by-reports = Each status is the latest word of an institution, with its proof where there is one. Where institutions disagree, both stand here.
became-done = Done, with proof
became-in-progress = In progress
became-stalled = Stalled
became-rejected = Rejected, with reason
became-disputed = Reports disagree
became-silent = No report yet
became-count = { $what }: { $count }
became-overdue = Past their day
became-overdue-since = Past its day, { $date }
became-due = By { $date }
became-by-addressee = By addressee
became-nobody-addressed = No addressee
became-none = Nothing is adopted here yet, so there is nothing to follow up.
became-none-todo = Once an office adopts a recommendation, pledges and reports on it stand here.
gathering-became = What became of earlier editions
following-none = Nobody has pledged or reported anything yet.
following-none-todo = Say what your institution will do, or what became of it.

# Pledges
pledges = Pledges
pledge-make = Pledge something
pledge-text = What your institution will do
pledge-office = In the name of which office
pledge-due-on = By when
pledge-withdraw = Take the pledge back
pledge-withdraw-reason = Why it is taken back
pledge-withdrawn = Taken back
pledge-overdue = Past its day
pledge-withdrawn-already = This pledge was taken back already.
may-pledge = Only organisers and administrators pledge, for their own institution, and only for a recommendation that stands adopted.
may-take-back = Only the institution that pledged takes its pledge back.

# Reports
report-make = Report what became of it
report-text = What was done, or why not
report-status = Where it stands
report-pledge = About
report-on-the-recommendation = the recommendation itself
report-on-pledge = About the pledge:
report-as-of = As of
report-proof-help = The document that proves it. Without one the report is your institution’s word, and the page says so.
report-done-needs-proof = “Done, with proof” needs its proof: name the document.
report-of-tomorrow = The day of a report cannot lie ahead.
report-of-another-pledge = A report on a pledge comes from the institution that made it.
report-status-unknown = A report says in progress, done, stalled or rejected.
report-without-proof = The institution’s word; no document was named.
report-earlier = { $count ->
    [one] One earlier report
   *[other] { $count } earlier reports
}
report-withdraw = Take the report back
may-report = What became of it is reported by the addressee, by those who pledged something, and by the institution that adopted it.
may-correct = Only the institution that reported takes its report back.

# Taking over
carry-over = Take over open recommendations
carry-over-lead = Choose the earlier strategy from which recommendations are taken over.
carry-over-from = From:
carry-over-which = Recommendations to take over as drafts
carry-over-do = Take them over as drafts
carry-over-none = No other strategy that you may see has adopted recommendations.
carry-over-none-todo = Once one has, its open recommendations can be taken over here.

# On the desk and in the daily digest
pledge-due = Your pledge, due { $date }
pledge-open = Your pledge

# What was done
pledge-made = Your pledge is saved.
pledge-taken-back = Your pledge is taken back; it stays readable with the reason.
report-made = Your report is saved.
report-taken-back = Your report is taken back.
taken-over = { $count ->
    [one] One recommendation is taken over as a draft.
   *[other] { $count } recommendations are taken over as drafts.
}
