"""Who may do what in a consultation: pure predicates."""

from __future__ import annotations

from majlis.workspace.commons.models import Institution, Member, Role
from majlis.workspace.commons.rules import holds_in, may_run
from majlis.workspace.rooms.consultations.models import Consultation, Mending, Stage, Standing, Statement

ORGANISERS = (Role.ADMINISTRATOR, Role.ORGANISER)
MODERATORS = (*ORGANISERS, Role.MODERATOR)
# What a decision may give as its reason: for taking out, and for what is decided otherwise.
REASONS = ("person", "incites", "insults", "private", "subject", "repeats", "several", "unclear")
ACCEPTED, UNDO, REPLACED, APPEAL_GRANTED, APPEAL_REJECTED = "accepted", "undo", "replaced", "granted", "rejected"
ANSWERS = frozenset({APPEAL_GRANTED, APPEAL_REJECTED})


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
    return holds_in(actor, institution, *MODERATORS) and not statement.consultation.is_closed


def may_read_moderated(actor: Member | None, consultation: Consultation) -> bool:
    """What moderation took out is read by those who answer for it; everybody else sees that something was."""
    return holds_in(actor, consultation.institution, *MODERATORS)


def may_open_screen(actor: Member | None, consultation: Consultation) -> bool:
    """Those who run the session in the hall put its screen up, print its sheets and see its paper."""
    return holds_in(actor, consultation.institution, *ORGANISERS, Role.MODERATOR, Role.CLERK)


def may_enter_paper(actor: Member | None, consultation: Consultation) -> bool:
    """Clerks, organisers and administrators type paper ballots while the voting is open."""
    return holds_in(actor, consultation.institution, *ORGANISERS, Role.CLERK) and consultation.is_open


def may_compute_map(actor: Member | None, consultation: Consultation) -> bool:
    """Who may run an analysis in the institution may have the map computed, once the votes are final."""
    return may_run(actor, consultation.institution) and consultation.is_closed


def takers_out(statement: Statement) -> frozenset[object]:
    """The ids of the members who took the statement out; who only answered its appeal or undid something did not."""
    taken = statement.decisions.filter(after=Standing.OUT).exclude(reason__in=[*ANSWERS, UNDO])
    return frozenset(taken.values_list("author_id", flat=True))


def may_decide(actor: Member | None, statement: Statement) -> bool:
    """Who moderates decides; once the author appealed, nobody does who took the statement out before."""
    if actor is None or not may_change_statement(actor, statement):
        return False
    return statement.appealed_at is None or actor.pk not in takers_out(statement)


def may_agree(actor: Member | None, mending: Mending) -> bool:
    """Who moderates agrees to a mended typo, but never to their own: two people say that the meaning is the same."""
    return actor is not None and actor.pk != mending.author_id and may_change_statement(actor, mending.statement)


def may_leave(actor: Member | None, mending: Mending) -> bool:
    """Who moderates leaves the words as they are, the proposer too."""
    return may_change_statement(actor, mending.statement)


def may_see_translations(actor: Member | None, consultation: Consultation) -> bool:
    """The whole institution sees what waits for a translation; which of it each may do is another rule."""
    return actor is not None and actor.institution_id == consultation.institution_id


def may_assign(actor: Member | None, statement: Statement) -> bool:
    """Organisers say who translates and who reviews."""
    return may_change(actor, statement.consultation)


def may_translate(actor: Member | None, statement: Statement, into: str) -> bool:
    """Who moderates translates, and so does any member of the institution to whom the translation was given."""
    return may_change_statement(actor, statement) or _was_given(actor, statement, into, "translator")


def may_review(actor: Member | None, statement: Statement, into: str) -> bool:
    """Who moderates or was asked to reviews, but never what they translated themselves."""
    if not may_change_statement(actor, statement) and not _was_given(actor, statement, into, "reviewer"):
        return False
    translation = statement.translations.filter(into=into).first()
    by = translation.translator_id if translation else statement.author_id
    return actor is not None and by != actor.pk


def may_import_translations(actor: Member | None, consultation: Consultation) -> bool:
    """Who moderates brings in files of translations until the consultation closes."""
    return holds_in(actor, consultation.institution, *MODERATORS) and not consultation.is_closed


def _was_given(actor: Member | None, statement: Statement, into: str, task: str) -> bool:
    consultation = statement.consultation
    if actor is None or consultation.is_closed or actor.institution_id != consultation.institution_id:
        return False
    return statement.translations.filter(into=into, **{task: actor}).exists()
