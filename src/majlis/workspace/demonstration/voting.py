"""The demonstration's open consultation: to vote in, to put on the live screen, to moderate.

Its first voters are drawn by a computer, and title, introduction and label say so.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from django.db import transaction

from majlis.engine.handling import Handling, Tlp
from majlis.engine.opinion.votes import AGREE, DISAGREE
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions
from majlis.workspace.rooms.consultations.actions.moderating import offer_statement
from majlis.workspace.rooms.consultations.models import Consultation

FILE = Path(__file__).parent / "open-voting.json"
VOTERS = 16
SEED = 2027


@transaction.atomic
def open_voting(member: Member) -> Consultation:
    """Open the consultation in the member's name, cast the drawn votes, and leave two statements to be moderated."""
    content = json.loads(FILE.read_text(encoding="utf-8"))
    with acting(member):
        opened = _opened(member, content)
    _vote(opened, [statement["agree"] for statement in content["statements"]])
    for number, offered in enumerate(content["offered"]):
        text = Text.write(offered["text"], offered["language"])
        offer_statement(consultation=opened, token=f"drawn-{number}", receipt=f"drawn-{number}", text=text)
    return opened


def _opened(member: Member, content: dict[str, Any]) -> Consultation:
    texts = {name: _text(content[name]) for name in ("title", "introduction", "consent", "help_line")}
    draft = actions.create_consultation(
        institution=member.institution,
        handling=Handling(tlp=Tlp.CLEAR),
        simulated=True,
        takes_statements=True,
        **texts,
    )
    for statement in content["statements"]:
        actions.add_statement(consultation=draft, text=_text(statement["text"]))
    return actions.open_consultation(consultation=draft)


def _vote(consultation: Consultation, chances: list[float]) -> None:
    chance = random.Random(SEED)
    for voter in range(VOTERS):
        for statement, agree in zip(consultation.statements.all(), chances, strict=True):
            value = AGREE if chance.random() < agree else DISAGREE
            actions.cast_vote(statement=statement, token=f"drawn-{voter}", value=value)


def _text(versions: dict[str, str]) -> Text:
    return Text.compose(versions, "fr", reviewed=True)
