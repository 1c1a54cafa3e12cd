"""What the charter asks of strategies, checked on the guards themselves (C07, C09)."""

from __future__ import annotations

from collections.abc import Callable

from django.db import IntegrityError, transaction

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.charter.guards.planted import NAME, institution, member, undone
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.commons.models import Institution, Role, Source
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.actions import adopt, ground
from majlis.workspace.rooms.strategy.models import Recommendation, Stage, Strategy


@check("C09", about=("strategy",))
def decisions_are_human() -> None:
    """The database takes no adoption without person, office and reason, and no act adopts for nobody."""
    with undone():
        draft = _draft(institution(), Handling(tlp=Tlp.CLEAR))
        if _taken(lambda: Recommendation.objects.filter(pk=draft.pk).update(stage=Stage.ADOPTED)):
            raise Broken("the database takes an adoption by nobody")
        if _taken(lambda: Recommendation.objects.filter(pk=draft.pk).update(decided_on="2026-01-01")):
            raise Broken("the database takes a decision without office and reason")
        _insist_on_person(draft)


@check("C07", about=("strategy",))
def recommendations_inherit() -> None:
    """A text that rests on something stricter becomes as strict before it is adopted."""
    with undone():
        place = institution()
        draft = _draft(place, Handling(tlp=Tlp.CLEAR))
        source = Source.objects.create(institution=place, title=NAME, handling=Handling(tlp=Tlp.AMBER))
        with acting(member(place, Role.ADMINISTRATOR, Role.ORGANISER, Role.RAPPORTEUR)):
            ground(recommendation=draft, record=source)
        if queries.handling_of(draft).tlp == Tlp.CLEAR:
            raise Broken("a text over a TLP:AMBER source stays TLP:CLEAR")


def _draft(place: Institution, handling: Handling) -> Recommendation:
    strategy = Strategy.objects.create(institution=place, text=NAME, handling=handling)
    columns = {"strategy": strategy, "code": "check", "text": NAME, "handling": handling}
    return Recommendation.objects.create(institution=place, **columns)


def _taken(write: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return False
    return True


def _insist_on_person(draft: Recommendation) -> None:
    with acting(None):
        try:
            adopt(recommendation=draft, seen=queries.decision_stamp(draft), office=NAME, reason=NAME)
        except Refused:
            return
    raise Broken("an act adopts for nobody")
