"""A workspace to look at: one institution, a member for each role, a conference, and a simulated audience."""

from __future__ import annotations

import polars as pl

from majlis.engine.handling import Handling, Tlp
from majlis.engine.opinion.votes import Ballots, Statement
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Member, Role
from majlis.workspace.commons.people import add_member, set_up
from majlis.workspace.commons.tasks import carry_out
from majlis.workspace.commons.texts import State, Text, Version
from majlis.workspace.demonstration.gatherings import hold_conference
from majlis.workspace.demonstration.sessions import Session, draw_votes, sessions
from majlis.workspace.rooms.consultations.actions import import_consultation
from majlis.workspace.rooms.consultations.tasks import request_map

SHOWN_SESSION = "session-5"
VOTERS, SEED = 340, 2022
NAME = {"en": "Demonstration observatory", "fr": "Observatoire de démonstration", "ar": "مرصد العرض التوضيحي"}


def furnish() -> dict[str, Member]:
    """Set the workspace up with its content; gives a member for each role. A furnished workspace is left as it is."""
    if members := _members():
        return members
    _people()
    members = _members()
    hold_conference(members)
    session = next(session for session in sessions() if session.key == SHOWN_SESSION)
    with acting(members[Role.ADMINISTRATOR]):
        _hold(session, members[Role.ADMINISTRATOR])
    return members


def _members() -> dict[str, Member]:
    found = Member.objects.select_related("institution", "user").prefetch_related("grants")
    return {role: member for member in found for role in sorted(member.roles)}


def _people() -> None:
    administrator = set_up(name=_text(NAME, "ar"), locale="ar-MA", email=_address(Role.ADMINISTRATOR))
    with acting(administrator):
        for role in Role.values:
            if role != Role.ADMINISTRATOR:
                add_member(institution=administrator.institution, email=_address(role), roles=[role])


def _hold(session: Session, member: Member) -> None:
    """Take in the session with its drawn votes, and have its map computed at once."""
    statements = [Statement(str(s["id"]), s["text"][s["original"]]) for s in session.statements]
    schema = ["participant", "statement", "vote"]
    cast = pl.DataFrame(draw_votes(session, voters=VOTERS, seed=SEED), schema=schema, orient="row")
    consultation = import_consultation(
        institution=member.institution,
        ballots=Ballots.take(cast, statements),
        title=_text(session.title, "fr"),
        headline=_text(session.question, "fr"),
        introduction=_text(session.introduction, "fr"),
        texts=[_text(s["text"], s["original"]) for s in session.statements],
        handling=Handling(tlp=Tlp.CLEAR),
        simulated=True,
    )
    carry_out.call(str(request_map(consultation=consultation).pk))


def _text(versions: dict[str, str], original: str) -> Text:
    states = {language: State.ORIGINAL if language == original else State.REVIEWED for language in versions}
    return Text(original=original, versions={tag: Version(text=versions[tag], state=states[tag]) for tag in versions})


def _address(role: str) -> str:
    return f"{role}@demonstration.example"
