"""Who may do what with strategies: pure predicates."""

from __future__ import annotations

from majlis.workspace.commons.models import Institution, Member, Role
from majlis.workspace.commons.rules import holds_in
from majlis.workspace.rooms.strategy.models import Recommendation, Strategy

DRAFTERS = (Role.ADMINISTRATOR, Role.ORGANISER, Role.RAPPORTEUR)
DECIDERS = (Role.ADMINISTRATOR, Role.ORGANISER)


def may_draft(actor: Member | None, institution: Institution) -> bool:
    """Rapporteurs, organisers and administrators draft for their own institution."""
    return holds_in(actor, institution, *DRAFTERS)


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
