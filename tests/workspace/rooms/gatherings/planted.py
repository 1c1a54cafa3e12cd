"""A conference whose truth is known."""

from datetime import date, time

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.claims import make_claim, note_source
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.gatherings import actions

SECRET = "Planted secret"
FIRST, LAST = date(2022, 6, 8), date(2022, 6, 10)
HEADER = (
    "code,day,start,end,room,title_ar,title_fr,title_en,original,reviewed,theme,"
    "chair_office_ar,chair_office_fr,chair_office_en"
)


def series(member, *, title="A series", tlp=Tlp.CLEAR):
    with acting(member):
        return actions.create_series(
            institution=member.institution,
            title=Text.write(title, "en"),
            subjects=["counter_terrorism", "prevention_violent_extremism"],
            handling=Handling(tlp=tlp),
        )


def edition(member, *, within=None, code="2022", title="The edition", tlp=Tlp.CLEAR, **more):
    """An edition from 8 to 10 June 2022 in Rabat, without sessions."""
    within = within or series(member)
    details = {"starts_on": FIRST, "ends_on": LAST, "timezone": "Africa/Casablanca", **more}
    with acting(member):
        return actions.create_gathering(
            series=within, code=code, title=Text.write(title, "en"), handling=Handling(tlp=tlp), **details
        )


def session(member, gathering, code="session-1", *, day=FIRST, start="09:00", end="10:30", title="A session", **more):
    with acting(member):
        return actions.add_session(
            gathering=gathering,
            code=code,
            title=Text.write(title, "en"),
            day=day,
            start=time.fromisoformat(start),
            end=time.fromisoformat(end),
            **more,
        )


def claim(member, subject, value, *, aspect="organisers", source="A newspaper", address="https://paper.example/1"):
    with acting(member):
        found = note_source(
            institution=member.institution,
            title=Text.write(source, "en"),
            address=address,
            published_on=date(2022, 6, 8),
            handling=subject.handling,
        )
        return make_claim(subject=subject, aspect=aspect, value=Text.write(value, "en"), source=found)


def statement(member, question, text="Gaps remain", source="A newspaper"):
    with acting(member):
        return actions.add_office_statement(
            question=question,
            text=Text.write(text, "en"),
            office=Text.write("The president", "en"),
            body=Text.write("The observatory", "en"),
            said_on=FIRST,
            source=note_source(
                institution=member.institution, title=Text.write(source, "en"), handling=question.handling
            ),
            paraphrase=True,
        )


def secret_world(member):
    """An AMBER edition in a public series, with a session, claims and a statement: all of it planted."""
    hidden = edition(member, title=f"{SECRET} edition", tlp=Tlp.AMBER)
    asked = session(member, hidden, title=f"{SECRET} session", venue_room=f"{SECRET} room")
    claims = [claim(member, hidden, f"{SECRET} claim", source=f"{SECRET} source"), claim(member, asked, f"{SECRET} c")]
    statements = [statement(member, hidden, f"{SECRET} words"), statement(member, asked, f"{SECRET} words")]
    return {"edition": hidden, "session": asked, "claims": claims, "statements": statements}
