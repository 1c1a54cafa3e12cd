"""Reading editions of a strategy: what stood when an office released it, and what stands now."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from majlis.workspace.commons.models import Finding, Member
from majlis.workspace.commons.queries import visible
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.comparing import Held
from majlis.workspace.rooms.strategy.models import Edition, Recommendation, Strategy

# Questions of these rooms ask people; what was found there is participation.
ASKING_ROOMS = ("consultations", "judgements")


def editions_of(strategy: Strategy, member: Member | None) -> list[Edition]:
    """The editions that the reader may see, the newest first."""
    return visible(strategy.editions.order_by("-number").select_related("institution", "strategy"), member)


def find_edition(member: Member | None, pk: UUID) -> Edition | None:
    """An edition that the reader may see, of a strategy that the reader may see."""
    found = Edition.objects.filter(pk=pk).select_related("institution", "strategy__institution")
    edition = next(iter(visible(found, member)), None)
    if edition is None or queries.find_strategy(member, edition.strategy_id) is None:
        return None
    return edition


def recommendations_in(edition: Edition, member: Member | None) -> list[Recommendation]:
    """The versions in an edition that the reader may see, in the edition's order."""
    ids = [line["id"] for line in edition.contents]
    found = Recommendation.objects.filter(pk__in=ids).select_related("institution", "strategy__institution")
    seen = {str(r.pk): r for r in queries.of_reader(found, member)}
    return [seen[pk] for pk in ids if pk in seen]


def standing_now(strategy: Strategy, member: Member | None) -> list[Recommendation]:
    """What stands adopted now, as far as the reader may see it."""
    return [r for r in queries.recommendations_of(strategy, member) if r.is_adopted]


def held(recommendations: Iterable[Recommendation]) -> list[Held]:
    """Give recommendations as they were adopted."""
    return [Held(r.code, r.version, r.frozen["content"], r.frozen["basis"]) for r in recommendations]


def asked_findings(recommendations: Iterable[Held]) -> frozenset[str]:
    """The findings below the recommendations that come from a room in which people were asked."""
    ids = [line["id"] for one in recommendations for line in one.basis if line["kind"] == "commons.finding"]
    found = Finding.objects.filter(pk__in=ids).values_list("pk", "run__question__kind")
    return frozenset(str(pk) for pk, kind in found if kind.partition(".")[0] in ASKING_ROOMS)
