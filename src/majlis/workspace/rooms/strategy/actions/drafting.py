"""Drafting: a strategy, its recommendations, and what each of them rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.edits import as_seen
from majlis.workspace.commons.handling import restricting
from majlis.workspace.commons.links import make_link
from majlis.workspace.commons.models import BOUND, Institution, Link, Question, Record, Relation
from majlis.workspace.commons.models.records import WITHDRAWN
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import queries, rules
from majlis.workspace.rooms.strategy.models import Circulation, Recommendation, Strategy


@dataclass(frozen=True)
class Measure:
    """What a recommendation says, in the words of its form; see the model for what each part means."""

    text: Text
    goal: Text | None = None
    addressee: Text | None = None
    addressed_to: Institution | None = None
    due_on: date | None = None
    indicator: Text | None = None
    dimensions: Sequence[str] = ()
    rights_note: Text | None = None
    unfounded: Text | None = None


@action("strategy.create", rule=rules.may_draft)
def create_strategy(
    *,
    institution: Institution,
    title: Text,
    introduction: Text | None = None,
    within: Question | None = None,
    handling: Handling | None = None,
) -> Strategy:
    """Begin a strategy, perhaps within an edition of a series."""
    return Strategy.objects.create(
        institution=institution,
        author=current_actor(),
        handling=handling,
        language=title.original,
        state=Circulation.DRAFT,
        text=title,
        introduction=introduction,
        within=within,
    )


@action("strategy.change", rule=rules.may_change_strategy)
def change_strategy(
    *, strategy: Strategy, seen: str, title: Text, introduction: Text | None, handling: Handling
) -> Strategy:
    """Change a strategy; its drafts take the new handling, decided texts and all else in it only a stricter one.

    Outdated where it was changed meanwhile, Refused where an originator narrowed it to less.
    """
    strategy = as_seen(strategy, seen)
    before = strategy.handling
    strategy.text, strategy.introduction = title, introduction
    restricting.mark(strategy, handling)
    strategy.save()
    restricting.hand_up(strategy, before)
    for recommendation in strategy.recommendations.filter(decided_on=None).select_for_update():
        _mark(recommendation)
    return strategy


@action("strategy.circulate", rule=rules.may_change_strategy)
def circulate(*, strategy: Strategy) -> Strategy:
    """Show the drafts to everybody whom the strategy's handling lets see it, so that they can say what they think."""
    strategy.refresh_from_db(from_queryset=Strategy.objects.select_for_update())
    strategy.state = Circulation.CIRCULATED
    strategy.save()
    return strategy


@action("recommendation.draft", rule=rules.may_change_strategy)
def draft(*, strategy: Strategy, measure: Measure, code: str = "", rests_on: Sequence[Record] = ()) -> Recommendation:
    """Draft a recommendation with what it rests on; Refused where the code is taken."""
    strategy = Strategy.objects.select_for_update().get(pk=strategy.pk)
    if code and strategy.recommendations.filter(code=code).exists():
        raise Refused("recommendation-code-taken")
    recommendation = Recommendation.objects.create(
        institution=strategy.institution,
        author=current_actor(),
        handling=strategy.handling,
        language=measure.text.original,
        strategy=strategy,
        code=code or queries.next_code(strategy),
        **columns(measure),
    )
    for record in rests_on:
        ground(recommendation=recommendation, record=record)
    return recommendation


@action("recommendation.change", rule=rules.may_write)
def change_recommendation(*, recommendation: Recommendation, seen: str, measure: Measure) -> Recommendation:
    """Change a draft. Outdated where somebody else did so first, Refused where it was decided meanwhile."""
    recommendation = as_seen(recommendation, seen)
    _insist_on_draft(recommendation)
    for name, value in columns(measure).items():
        setattr(recommendation, name, value)
    recommendation.save()
    _pin(recommendation)
    return recommendation


@action("recommendation.ground", rule=rules.may_write)
def ground(*, recommendation: Recommendation, record: Record) -> Link:
    """Say that a draft rests on a record as it stands: a finding, a statement, a source, an earlier recommendation.

    The draft takes the strictest handling of all that it rests on. A record that the actor may not see, or that was
    withdrawn, is Refused.
    """
    _insist_on_draft(lock(recommendation))
    if not may_see(current_actor(), record) or record.state == WITHDRAWN:
        raise Refused("recommendation-ground-not-there")
    known = Link.objects.filter(from_id=recommendation.pk, to_id=record.pk, relation=Relation.DERIVES).first()
    if known is not None and known.to_digest == record.digest:
        return known
    Link.objects.filter(from_id=recommendation.pk, to_id=record.pk, relation__in=BOUND).delete()
    link = make_link(relation=Relation.DERIVES, source=recommendation, target=record)
    _mark(recommendation)
    return link


@action("recommendation.unground", rule=rules.may_write)
def unground(*, recommendation: Recommendation, record: Record) -> Recommendation:
    """Say that a draft does not rest on the record after all.

    Its words may still carry the record's, so that the draft stays marked as it was, and recall still reaches it.
    """
    _insist_on_draft(lock(recommendation))
    for link in Link.objects.filter(from_id=recommendation.pk, to_id=record.pk, relation=Relation.DERIVES):
        link.relation = Relation.RESTED
        link.save()
    return _mark(recommendation)


def columns(measure: Measure) -> dict[str, object]:
    """Give the measure as the columns of a recommendation."""
    held = {field.name: getattr(measure, field.name) for field in fields(measure)}
    return {**held, "dimensions": sorted(measure.dimensions)}


def measure_of(recommendation: Recommendation) -> Measure:
    """Give what a recommendation says."""
    return Measure(**{field.name: getattr(recommendation, field.name) for field in fields(Measure)})


def lock(recommendation: Recommendation) -> Recommendation:
    """Read the recommendation again under a lock, so that an act beside it loses nothing of what another writes."""
    recommendation.refresh_from_db(from_queryset=Recommendation.objects.select_for_update())
    return recommendation


def _mark(recommendation: Recommendation) -> Recommendation:
    """Give the draft the strictest handling of its strategy and of everything that it rests on, or once did."""
    recommendation.handling = queries.handling_of(recommendation)
    recommendation.save()
    _pin(recommendation)
    return recommendation


def _pin(recommendation: Recommendation) -> None:
    """Pin the draft's own end of its links anew: what a draft rests on does not change with its wording."""
    for link in queries.basis_links(recommendation):
        link.from_digest, link.handling = recommendation.digest, recommendation.handling.join(link.handling)
        link.save()


def _insist_on_draft(recommendation: Recommendation) -> None:
    if not recommendation.is_draft:
        raise Refused("recommendation-decided")
