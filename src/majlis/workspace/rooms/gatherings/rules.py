"""Who may do what with gatherings: pure predicates."""

from __future__ import annotations

from majlis.workspace.commons.models import Institution, Member, Question, Role
from majlis.workspace.commons.rules import holds_in
from majlis.workspace.rooms.gatherings.models import Gathering, OfficeStatement, Series, Session

ORGANISERS = (Role.ADMINISTRATOR, Role.ORGANISER)


def may_convene(actor: Member | None, institution: Institution) -> bool:
    """Organisers and administrators convene for their own institution."""
    return holds_in(actor, institution, *ORGANISERS)


def may_change_series(actor: Member | None, series: Series) -> bool:
    """Those who convene change the series and add editions to it."""
    return may_convene(actor, series.institution)


def may_change_gathering(actor: Member | None, gathering: Gathering) -> bool:
    """Those who convene change an edition and its programme."""
    return may_convene(actor, gathering.institution)


def may_change_session(actor: Member | None, session: Session) -> bool:
    """Those who convene change a session."""
    return may_convene(actor, session.institution)


def may_put_down(actor: Member | None, question: Question) -> bool:
    """Those who convene put down what was said in an edition or a session."""
    return may_convene(actor, question.institution)


def may_change_office_statement(actor: Member | None, statement: OfficeStatement) -> bool:
    """Those who convene correct what they put down."""
    return may_convene(actor, statement.institution)
