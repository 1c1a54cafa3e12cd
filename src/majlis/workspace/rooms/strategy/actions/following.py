"""Following up: institutions promise, report what became of it, and take open recommendations over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import strictest
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.links import make_link
from majlis.workspace.commons.models import Relation, Source
from majlis.workspace.commons.models.records import PUBLISHED, WITHDRAWN
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import rules
from majlis.workspace.rooms.strategy.actions.drafting import draft, measure_of
from majlis.workspace.rooms.strategy.models import DONE, REPORTED, Pledge, Recommendation, Report, Strategy


@action("pledge.make", rule=rules.may_pledge)
def make_pledge(*, recommendation: Recommendation, text: Text, office: Text, due_on: date | None = None) -> Pledge:
    """Promise, for the actor's institution and in the name of an office of it, to do something by a day."""
    actor = current_actor()
    pledge = Pledge.objects.create(
        institution=actor.institution,
        author=actor,
        handling=strictest([recommendation.handling]),
        language=text.original,
        state=PUBLISHED,
        recommendation=recommendation,
        text=text,
        office=office,
        due_on=due_on,
    )
    make_link(relation=Relation.ANSWERS, source=pledge, target=recommendation)
    return pledge


@action("pledge.withdraw", rule=rules.may_take_back)
def withdraw_pledge(*, pledge: Pledge, reason: Text) -> Pledge:
    """Take a pledge back; it stays readable with the reason."""
    if pledge.state == WITHDRAWN:
        raise Refused("pledge-withdrawn-already")
    pledge.state, pledge.withdrawal = WITHDRAWN, reason
    pledge.save()
    return pledge


@action("report.make", rule=rules.may_report)
def make_report(
    *,
    recommendation: Recommendation,
    status: str,
    text: Text,
    as_of: date | None = None,
    pledge: Pledge | None = None,
    source: Source | None = None,
) -> Report:
    """Report what became of a recommendation, or of a pledge of one's own institution.

    Refused where it says *done* without a proof, speaks of a day to come, or is about somebody else's pledge.
    """
    actor, day = current_actor(), as_of or timezone.localdate()
    if status not in REPORTED:
        raise Refused("report-status-unknown")
    if status == DONE and source is None:
        raise Refused("report-done-needs-proof")
    if day > timezone.localdate():
        raise Refused("report-of-tomorrow")
    if pledge is not None and (pledge.institution_id, pledge.recommendation_id) != (
        actor.institution_id,
        recommendation.pk,
    ):
        raise Refused("report-of-another-pledge")
    ground = [recommendation, *([source] if source else [])]
    report = Report.objects.create(
        institution=actor.institution,
        author=actor,
        handling=strictest(record.handling for record in ground),
        language=text.original,
        state=PUBLISHED,
        about=recommendation,
        pledge=pledge,
        status=status,
        text=text,
        as_of=day,
        source=source,
    )
    make_link(relation=Relation.FULFILS, source=report, target=pledge or recommendation)
    return report


@action("report.withdraw", rule=rules.may_correct)
def withdraw_report(*, report: Report, reason: str) -> Report:  # noqa: ARG001 - the ledger takes its hash
    """Take a report back; the ledger keeps the act and the digest of its reason."""
    report.state = WITHDRAWN
    report.save()
    return report


@action("strategy.carry_over", rule=rules.may_change_strategy)
def carry_over(*, strategy: Strategy, recommendations: Sequence[Recommendation]) -> list[Recommendation]:
    """Take recommendations of an earlier strategy over as drafts that rest on them.

    Each is a draft of its own, to be adopted anew; what was taken over before is left alone.
    """
    known = set(strategy.recommendations.values_list("carried_from_id", flat=True))
    taken = []
    for earlier in recommendations:
        if earlier.pk in known or not earlier.decided_on or earlier.strategy_id == strategy.pk:
            continue
        carried = draft(strategy=strategy, measure=measure_of(earlier), rests_on=[earlier])
        carried.carried_from = earlier
        carried.save()
        taken.append(carried)
    return taken
