"""What recommendations rest on, which of them are amber, and what a change beneath them touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from majlis.workspace.commons import why as commons
from majlis.workspace.commons.models import Link, Member, Record, Relation
from majlis.workspace.commons.queries import visible
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.models import Edition, Recommendation


@dataclass(frozen=True)
class Touched:
    """What rests on a record: recommendations, and the editions in which they stand."""

    recommendations: tuple[Recommendation, ...]
    editions: tuple[Edition, ...]


def ambers(recommendations: Iterable[Recommendation]) -> frozenset[UUID]:
    """The recommendations beneath which something changed or fell; they stay what they are, adopted or not."""
    return commons.ambers(recommendations)


def why(recommendations: Iterable[Recommendation], member: Member | None) -> commons.Reading:
    """Everything that the recommendations rest on, as far as the member may see it."""
    return commons.read(commons.beneath(recommendations), member)


def touched_by(record: Record, member: Member | None) -> Touched:
    """The recommendations and editions that rest on the record, as far as the member may see them."""
    resting = [pk for pk, node in commons.above(record).items() if node.kind == "strategy.recommendation"]
    found = Recommendation.objects.filter(pk__in=resting).select_related("institution", "strategy__institution")
    shown = queries.in_order(queries.of_reader(found, member))
    return Touched(tuple(shown), tuple(editions_with(shown, member)))


def editions_with(recommendations: Collection[Recommendation], member: Member | None) -> list[Edition]:
    """The editions in which any of these versions stands."""
    ids = {str(recommendation.pk) for recommendation in recommendations}
    strategies = {recommendation.strategy_id for recommendation in recommendations}
    released = Edition.objects.filter(strategy__in=strategies).select_related("institution", "strategy")
    return [edition for edition in visible(released, member) if any(line["id"] in ids for line in edition.contents)]


def newer(record: Record, member: Member | None) -> Recommendation | None:
    """The version that took the place of an earlier one, where the reader may know of it."""
    found = Recommendation.objects.filter(replaces=record.pk).exclude(decided_on=None).first()
    return queries.find_recommendation(member, found.pk) if found else None


def grounds_of(recommendations: Iterable[Recommendation]) -> dict[UUID, int]:
    """How many items each recommendation rests on by a link."""
    ids = [recommendation.pk for recommendation in recommendations]
    found = Link.objects.filter(from_id__in=ids, relation=Relation.DERIVES).order_by()
    return dict(found.values_list("from_id").annotate(Count("to_id", distinct=True)))
