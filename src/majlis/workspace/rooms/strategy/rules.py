"""Who may do what with strategies: pure predicates."""

from __future__ import annotations

from majlis.workspace.commons.models import Member, Role
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.rules import holds_in, may_draft
from majlis.workspace.rooms.strategy.models import Pledge, Recommendation, Remark, Report, Round, Strategy

DECIDERS = (Role.ADMINISTRATOR, Role.ORGANISER)


def may_change_strategy(actor: Member | None, strategy: Strategy) -> bool:
    """Those who draft change the strategy and write its recommendations."""
    return may_draft(actor, strategy.institution)


def may_write(actor: Member | None, recommendation: Recommendation) -> bool:
    """Those who draft write the text of a recommendation."""
    return may_draft(actor, recommendation.strategy.institution)


def may_adopt(actor: Member | None, recommendation: Recommendation) -> bool:
    """Organisers and administrators adopt and withdraw recommendations; a rapporteur only drafts."""
    return holds_in(actor, recommendation.strategy.institution, *DECIDERS)


def may_release(actor: Member | None, strategy: Strategy) -> bool:
    """Organisers and administrators release editions of a strategy."""
    return holds_in(actor, strategy.institution, *DECIDERS)


def may_pledge(actor: Member | None, recommendation: Recommendation) -> bool:
    """Organisers and administrators promise for their own institution, for what was adopted and they may see."""
    decides_at_home = actor is not None and actor.holds(*DECIDERS)
    return decides_at_home and recommendation.is_adopted and may_see(actor, recommendation)


def may_take_back(actor: Member | None, pledge: Pledge) -> bool:
    """Only the institution that promised takes its pledge back."""
    return holds_in(actor, pledge.institution, *DECIDERS)


def may_report(actor: Member | None, recommendation: Recommendation) -> bool:
    """Whoever answers for it says what became of it: the addressee, who pledged something, and who adopted it."""
    if actor is None or not recommendation.decided_on or not may_see(actor, recommendation):
        return False
    concerned = {recommendation.institution_id, recommendation.addressed_to_id}
    pledged = recommendation.pledges.filter(institution=actor.institution_id)
    return actor.holds(*DECIDERS) and (actor.institution_id in concerned or pledged.exists())


def may_correct(actor: Member | None, report: Report) -> bool:
    """Only the institution that reported takes its report back."""
    return holds_in(actor, report.institution, *DECIDERS)


def may_remark(actor: Member | None, about: Recommendation) -> bool:  # noqa: ARG001
    """Every signed-in member remarks on a text; whether they may see it, the act asks."""
    return actor is not None


def may_answer_remark(actor: Member | None, remark: Remark) -> bool:
    """Those who draft answer what is remarked."""
    return may_write(actor, remark.about)


def may_withdraw_remark(actor: Member | None, remark: Remark) -> bool:
    """Who made a remark withdraws it."""
    return actor is not None and remark.author_id == actor.pk


def may_rate(actor: Member | None, asked_in: Round) -> bool:  # noqa: ARG001
    """Every signed-in member rates; which of the texts they may see, the act asks."""
    return actor is not None


def may_close_round(actor: Member | None, closed: Round) -> bool:
    """Those who draft close a round and read its texts before others see them."""
    return may_draft(actor, closed.strategy.institution)
