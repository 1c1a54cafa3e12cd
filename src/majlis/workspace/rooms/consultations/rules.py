"""Who may do what in a consultation: pure predicates."""

from __future__ import annotations

from majlis.workspace.commons.models import Institution, Member, Role
from majlis.workspace.commons.rules import holds_in, may_run
from majlis.workspace.rooms.consultations.models import Consultation, Stage, Statement

ORGANISERS = (Role.ADMINISTRATOR, Role.ORGANISER)


def may_organise(actor: Member | None, institution: Institution) -> bool:
    """Organisers and administrators act for their own institution."""
    return holds_in(actor, institution, *ORGANISERS)


def organising_role(actor: Member | None) -> str:
    """The office in which the actor organises: what a report names in place of a person."""
    return next((role for role in reversed(ORGANISERS) if actor is not None and actor.holds(role)), "")


def may_change(actor: Member | None, consultation: Consultation) -> bool:
    """A consultation's statements change until it closes."""
    return may_organise(actor, consultation.institution) and consultation.state != Stage.CLOSED


def may_change_statement(actor: Member | None, statement: Statement) -> bool:
    """Moderators, organisers and administrators take statements out until the consultation closes."""
    institution = statement.consultation.institution
    return holds_in(actor, institution, *ORGANISERS, Role.MODERATOR) and not statement.consultation.is_closed


def may_read_moderated(actor: Member | None, consultation: Consultation) -> bool:
    """What moderation took out is read by those who answer for it; everybody else sees that something was."""
    return holds_in(actor, consultation.institution, *ORGANISERS, Role.MODERATOR)


def may_open_screen(actor: Member | None, consultation: Consultation) -> bool:
    """Those who run the session in the hall put its screen up, print its sheets and see its paper."""
    return holds_in(actor, consultation.institution, *ORGANISERS, Role.MODERATOR, Role.CLERK)


def may_enter_paper(actor: Member | None, consultation: Consultation) -> bool:
    """Clerks, organisers and administrators type paper ballots while the voting is open."""
    return holds_in(actor, consultation.institution, *ORGANISERS, Role.CLERK) and consultation.is_open


def may_compute_map(actor: Member | None, consultation: Consultation) -> bool:
    """Who may run an analysis in the institution may have the map computed, once the votes are final."""
    return may_run(actor, consultation.institution) and consultation.is_closed
