"""A workspace to look at: two institutions, a member for each role, a conference, a simulated audience, strategies."""

from __future__ import annotations

import polars as pl
from django.db import transaction

from majlis.engine.handling import Handling, Tlp
from majlis.engine.opinion.votes import Ballots, Statement
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Member, Question, Role
from majlis.workspace.commons.people import add_member, admit, set_up
from majlis.workspace.commons.queries import host
from majlis.workspace.commons.tasks import carry_out
from majlis.workspace.commons.texts import State, Text, Version
from majlis.workspace.demonstration.gatherings import hold_conference
from majlis.workspace.demonstration.sessions import Session, draw_votes, sessions
from majlis.workspace.demonstration.strategies import recommend
from majlis.workspace.demonstration.voting import open_voting
from majlis.workspace.rooms.consultations.actions import import_consultation
from majlis.workspace.rooms.consultations.tasks import request_map

SHOWN_SESSION = "session-5"
VOTERS = {"session-1": 280, "session-2": 310, "session-3": 240, "session-4": 260, "session-5": 340}
SEED = 2022
NAME = {"en": "Demonstration observatory", "fr": "Observatoire de démonstration", "ar": "مرصد العرض التوضيحي"}
PARTNER = "partner"
PARTNER_NAME = {
    "en": "Demonstration prison service",
    "fr": "Service pénitentiaire de démonstration",
    "ar": "إدارة سجون العرض التوضيحي",
}


@transaction.atomic
def furnish() -> dict[str, Member]:
    """Set the workspace up with its content, all of it or nothing; a furnished workspace is left as it is.

    Gives a member for each role, and `partner`: an organiser of the second institution.
    """
    if members := _members():
        return members
    _people()
    members = _members()
    held = hold_conference(members)
    with acting(members[Role.ADMINISTRATOR]):
        for session in sessions():
            _consult(session, members[Role.ADMINISTRATOR], held[session.key])
    recommend(members[Role.ORGANISER], members[PARTNER])
    open_voting(members[Role.ORGANISER])
    return members


def _members() -> dict[str, Member]:
    found = Member.objects.select_related("institution", "user").prefetch_related("grants")
    own = {role: member for member in found.filter(institution=host()) for role in sorted(member.roles)}
    partner = found.exclude(institution=host()).first()
    return {**own, PARTNER: partner} if partner else own


def _people() -> None:
    administrator = set_up(name=_text(NAME, "ar"), locale="ar-MA", email=_address(Role.ADMINISTRATOR))
    with acting(administrator):
        for role in Role.values:
            if role != Role.ADMINISTRATOR:
                add_member(institution=administrator.institution, email=_address(role), roles=[role])
        name = _text(PARTNER_NAME, "ar")
        admit(name=name, locale="ar-MA", email=_address(PARTNER), roles=[Role.ADMINISTRATOR, Role.ORGANISER])


def _consult(session: Session, member: Member, within: Question) -> None:
    """Take in a session's consultation with its drawn votes; the map of one is there at once, the others' come soon."""
    statements = [Statement(str(s["id"]), s["text"][s["original"]]) for s in session.statements]
    schema = ["participant", "statement", "vote"]
    cast = pl.DataFrame(draw_votes(session, voters=VOTERS[session.key], seed=SEED), schema=schema, orient="row")
    consultation = import_consultation(
        institution=member.institution,
        ballots=Ballots.take(cast, statements),
        title=_text(session.title, "fr"),
        headline=_text(session.question, "fr"),
        introduction=_text(session.introduction, "fr"),
        texts=[_text(s["text"], s["original"]) for s in session.statements],
        handling=Handling(tlp=Tlp.CLEAR),
        simulated=True,
        within=within,
    )
    run = request_map(consultation=consultation)
    if session.key == SHOWN_SESSION:
        carry_out.call(str(run.pk))


def _text(versions: dict[str, str], original: str) -> Text:
    states = {language: State.ORIGINAL if language == original else State.REVIEWED for language in versions}
    return Text(original=original, versions={tag: Version(text=versions[tag], state=states[tag]) for tag in versions})


def _address(role: str) -> str:
    return f"{role}@demonstration.example"
