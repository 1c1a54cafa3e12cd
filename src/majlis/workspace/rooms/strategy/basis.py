"""What recommendations rest on, which of them are amber, and what a change beneath them touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from majlis.workspace.commons import why as commons
from majlis.workspace.commons.models import Contribution, Link, Member, Question, Record, Relation, Run
from majlis.workspace.commons.queries import visible
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.models import Edition, Recommendation


@dataclass(frozen=True)
class Touched:
    """What rests on a record: recommendations, the editions in which they stand, and outcome documents.

    documents: the editions whose outcome document shows it, with a recommendation or in what its gathering said.
    """

    recommendations: tuple[Recommendation, ...]
    editions: tuple[Edition, ...]
    documents: tuple[Edition, ...]


def ambers(recommendations: Iterable[Recommendation]) -> frozenset[UUID]:
    """The recommendations beneath which something changed or fell; they stay what they are, adopted or not."""
    return commons.ambers(recommendations)


def why(recommendations: Iterable[Recommendation], member: Member | None) -> commons.Reading:
    """Everything that the recommendations rest on, as far as the member may see it."""
    return commons.read(commons.beneath(recommendations), member)


def touched_by(record: Record, member: Member | None) -> Touched:
    """The recommendations, editions and documents that rest on the record, as far as the member may see them."""
    kinds = {node.pk: node.kind for node in commons.above(record).values()} | {record.pk: record.kind}
    resting = [pk for pk, kind in kinds.items() if kind == "strategy.recommendation" and pk != record.pk]
    found = Recommendation.objects.filter(pk__in=resting).select_related("institution", "strategy__institution")
    shown = queries.in_order(queries.of_reader(found, member))
    editions = editions_with(shown, member)
    documents = {edition.pk: edition for edition in (*editions, *editions_told_of(kinds, member))}
    return Touched(tuple(shown), tuple(editions), tuple(documents.values()))


def editions_with(recommendations: Collection[Recommendation], member: Member | None) -> list[Edition]:
    """The editions in which any of these versions stands."""
    ids = {str(recommendation.pk) for recommendation in recommendations}
    strategies = {recommendation.strategy_id for recommendation in recommendations}
    released = Edition.objects.filter(strategy__in=strategies).select_related("institution", "strategy__institution")
    return [edition for edition in _open(released, member) if any(line["id"] in ids for line in edition.contents)]


def editions_told_of(kinds: Mapping[UUID, str], member: Member | None) -> list[Edition]:
    """The editions whose outcome document tells of a gathering in which any of the records was said or asked."""
    asked = _questions_of(kinds)
    for _ in range(2):  # a consultation in a session in a gathering
        asked |= set(Question.objects.filter(pk__in=asked).exclude(within=None).values_list("within_id", flat=True))
    seen = {question.pk for question in visible(Question.objects.filter(pk__in=asked), member)}
    released = Edition.objects.filter(strategy__within__in=seen).select_related("institution", "strategy__institution")
    return _open(released, member)


def _open(released: Iterable[Edition], member: Member | None) -> list[Edition]:
    """The editions that the reader may see, of strategies that the reader may see."""
    editions = visible(released, member)
    strategies = {s.pk for s in visible({e.strategy_id: e.strategy for e in editions}.values(), member)}
    return [edition for edition in editions if edition.strategy_id in strategies]


def _questions_of(kinds: Mapping[UUID, str]) -> set[UUID]:
    """The questions of other rooms that the records are, or belong to."""
    ids = [pk for pk, kind in kinds.items() if not kind.startswith("strategy.")]
    held = [model.objects.filter(pk__in=ids).exclude(question=None) for model in (Contribution, Run)]
    asked = {pk for rows in held for pk in rows.order_by().values_list("question_id", flat=True)}
    return asked | set(Question.objects.filter(pk__in=ids).order_by().values_list("pk", flat=True))


def newer(record: Record, member: Member | None) -> Recommendation | None:
    """The version that took the place of an earlier one, where the reader may know of it."""
    found = Recommendation.objects.filter(replaces=record.pk).exclude(decided_on=None).first()
    return queries.find_recommendation(member, found.pk) if found else None


def grounds_of(recommendations: Iterable[Recommendation]) -> dict[UUID, int]:
    """How many items each recommendation rests on by a link."""
    ids = [recommendation.pk for recommendation in recommendations]
    found = Link.objects.filter(from_id__in=ids, relation=Relation.DERIVES).order_by()
    return dict(found.values_list("from_id").annotate(Count("to_id", distinct=True)))
