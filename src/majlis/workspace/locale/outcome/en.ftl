# What rooms say in a document
account-agenda = Agenda
account-hours = Hours
account-session = Session
account-room-and-chair = Room · chair
account-statement = Statement
account-share = { $groups ->
    [one] Agree
   *[other] Agree, in the group that agrees least
}
account-interval = 90% interval
account-few-voters = fewer than five voters
account-counts = { $voters ->
    [one] One person voted
   *[other] { $voters } people voted
} on { $statements ->
    [one] one statement.
   *[other] { $statements } statements.
}

# The outcome document
outcome-document = Outcome document
outcome-lead = { $count ->
    [0] Nothing is adopted yet.
    [one] One recommendation, with what it rests on.
   *[other] { $count } recommendations, each with what it rests on.
}
outcome-released-by = Released by
outcome-gathering = Within
outcome-agreed-and-divided = Where the hall agreed and divided
outcome-recommendations = Recommendations
outcome-nothing-adopted = Nothing is adopted yet.
outcome-part = Part
outcome-says = What it says
outcome-goal = Goal
outcome-addressee = Addressee
outcome-indicator = Indicator
outcome-rights-note = What it means for rights
outcome-due-on = By when
outcome-dimensions = Dimensions
outcome-dimensions-empty = Nothing here covers these dimensions: { $dimensions }.
outcome-rests-on = { $count ->
    [one] It rests on:
   *[other] It rests on { $count } things:
}
outcome-unfounded = Decided without a basis. The reason given:
outcome-erratum = Erratum. What this version corrects:
outcome-why = Why this recommendation?
outcome-amber = Something beneath this recommendation has changed or was withdrawn since it was adopted. What changed stands here:
outcome-round-dissent = { $count ->
    [one] In round { $number }, { NUMBER($share, style: "percent") } of { $count } rater rated the text, as it stood then, from 1 to 3 (1: cannot be accepted, 9: fully agreed).
   *[other] In round { $number }, { NUMBER($share, style: "percent") } of { $count } raters rated the text, as it stood then, from 1 to 3 (1: cannot be accepted, 9: fully agreed).
}
outcome-dissent = Dissent and remarks
outcome-method = How this was made
outcome-method-votes = Everybody who took part voted under a pseudonym, once on each statement: agree, disagree or pass. When voting closed, the key that led from people to votes was destroyed. Nobody can find out who voted what.
outcome-method-groups = People who vote alike are put together by computation. A group is shown only where it comes back in most repetitions and has at least five members, and a number about it only where at least five of them voted.
outcome-method-sure = Each percentage stands with its 90% interval: had others of the same kind voted, the number would probably lie in it. “Agree, in the group that agrees least” says that every group agrees at least so much.
outcome-method-basis = Each recommendation names what it rests on, pinned by a digest. If anything under it changes or is withdrawn, its page says so. A recommendation can be decided without a basis; then it says so here.
outcome-forms = Outcome document
outcome-draft-forms = Outcome document, as it stands now
outcome-form-html = Web page
outcome-form-pdf = PDF
outcome-form-docx = Word
outcome-form-markdown = Markdown
outcome-form-jsonld = JSON-LD
