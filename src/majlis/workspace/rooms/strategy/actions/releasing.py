"""Releasing: the strategy as it stands becomes an edition that can be cited and compared."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import strictest
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import queries, rules
from majlis.workspace.rooms.strategy.models import Edition, Stage, Strategy


@action("strategy.release", rule=rules.may_release)
def release(*, strategy: Strategy, office: Text, note: Text | None = None, released_on: date | None = None) -> Edition:
    """Release what stands adopted as the next edition, for an office; Refused where nothing is adopted.

    Its handling is the strictest of the strategy and of every recommendation in it.
    """
    strategy = Strategy.objects.select_for_update().get(pk=strategy.pk)
    adopted = queries.in_order(strategy.recommendations.filter(stage=Stage.ADOPTED))
    if not adopted:
        raise Refused("edition-empty")
    return Edition.objects.create(
        institution=strategy.institution,
        author=current_actor(),
        handling=strictest([strategy.handling, *(recommendation.handling for recommendation in adopted)]),
        language=office.original,
        strategy=strategy,
        number=strategy.editions.count() + 1,
        office=office,
        note=note,
        released_on=released_on or timezone.localdate(),
        contents=[{"code": r.code, "version": r.version, "id": str(r.pk), "digest": r.digest} for r in adopted],
    )
