### Handling: who sees what, releases, narrowings and recalls

handling = Handling
handling-question = Who may see what, and who decides about it?
handling-of = Handling of a record
handling-what = What it is about
handling-digest = Fingerprint
handling-not-shown = The text is not shown to you: it also rests on what others gave, or it was recalled.
handling-reason = Reason
handling-reason-help = Everybody concerned reads it: do not quote the text itself.
handling-named = Also named
handling-named-help = Institutions and circles that may see it too, or to which it is limited.
handling-link = Handling
level-clear = CLEAR: anybody.
level-green = GREEN: the members of the partner institutions.
level-amber = AMBER: the institutions concerned and those named.
level-amber-strict = AMBER+STRICT: the institution concerned alone.
level-red = RED: those named alone.
who-only = Only { $who } will see this.
who-nobody = Nobody will see this.
who-expired = Nobody sees this any longer: its time is over.
who-until = Until { $day }.
who-purposes = It may be used only for: { $purposes }.
who-no-purpose = It may be used for nothing.
who-circle = { $circle } ({ $inside })
release-awaits = A release waits for your institution’s answer.
releases-waiting = Waiting for your answer
releases-none = Nothing waits for your answer.
releases-title = Releases asked for
release-title = Release of a record
release-ask = Ask for a release
release-ask-lead = What rests on marked material stays as strict as that material. Only the institutions from which it comes can let this one record, as it stands now, be seen by more. A later change of the record ends the release.
release-ask-do = Ask for the release
release-wish = What is asked for
release-before = Who sees it now
release-wanted = Who would see it
release-answers = Answers of the institutions from which it comes
release-agrees = agrees
release-declines = declines
release-unanswered = has not answered yet
release-agree-do = Agree to the release
release-decline-do = Decline
release-asked = The release waits for the answers of the institutions from which it comes.
release-granted = The release was granted.
release-declined = The release was declined: nothing changes.
release-ended = The release has ended: an originator narrowed or recalled the record.
release-over = It holds no longer: the record has changed since.
release-not-seen = You can ask for the release only of what you may see.
release-not-milder = More people would not see it that way: choose another level or name somebody.
release-waits = A release of this record waits for its answers already.
release-decided = This release was decided meanwhile.
release-outdated = The record has changed since the release was asked for: ask anew.
release-answered = Your institution has answered already.
narrow = Narrow who sees it
narrow-lead = This record, and everything that rests on it in any room, is seen by fewer from now on. Those who could see it are told.
narrow-do = Narrow it
narrow-not-stricter = That is no narrower than it is now.
handling-for-nobody = At the strictest level only those see it whom everything it touches has named, and here that is nobody. Nothing was changed. Name others, or recall the record.
recall = Recall it
recall-lead = Nobody sees this record any longer, nor anything that rests on it. Its fingerprint and a notice stay. What people have copied or printed cannot be brought back. This cannot be undone.
recall-do = Recall it for good
recalled-before = This record was recalled before.
recalled-happened = This record was recalled by the institution from which it came.
recalled-kept = Its content is withheld; its fingerprint and the notice stay.
notices-title = Narrowed and recalled
notices-none = Nothing that your institution could see was narrowed or recalled.
notice-title = Notice from an originator
notice-narrowed = An originator narrowed who sees what you could see.
notice-recalled = An originator recalled what you could see.
notice-narrowed-lead = Do not pass on copies that you made, save to those who may still see it.
notice-recalled-lead = Destroy the copies that you made, and do not use them any longer.
notice-first = the record itself
notice-noted = noted
notice-todo = Taking note removes it from your desk; the notice stays on the list.
notice-do = I have taken note
may-link = Only the institution that holds a record says from what it derives.
may-restrict = Only organisers and administrators of an institution from which it comes may narrow or recall it.
may-ask-release = Only organisers and administrators of the institution that holds it may ask for its release.
may-answer-release = Only organisers and administrators of an institution from which it comes may answer.
may-note = This notice is not for your institution.
kind-other = Record
kind-commons-question = Question
kind-commons-source = Source
kind-commons-claim = What a source says
kind-commons-run = Run of an analysis
kind-commons-finding = Finding
kind-commons-link = Link between records
kind-consultations-consultation = Consultation
kind-consultations-statement = Statement put to voters
kind-gatherings-series = Series of conferences
kind-gatherings-gathering = Conference
kind-gatherings-session = Session
kind-gatherings-officestatement = What an office said
kind-strategy-strategy = Strategy
kind-strategy-recommendation = Recommendation
kind-strategy-edition = Edition of a strategy
kind-strategy-report = Report on what became of it
kind-strategy-pledge = Pledge
who-people =
    { $count ->
        [one] one person of { $institution }
       *[other] { $count } people of { $institution }
    }
who-elsewhere =
    { $count ->
        [one] one that is not known here
       *[other] { $count } that are not known here
    }
restriction-reaches =
    { $count ->
        [one] It reaches one record that rests on it.
       *[other] It reaches { $count } records that rest on it.
    }
notice-records =
    { $count ->
        [one] One record is concerned
       *[other] { $count } records are concerned
    }
