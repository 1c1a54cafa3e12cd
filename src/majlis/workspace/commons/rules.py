"""Who may: predicates that take the actor first, then arguments of the act by name."""

from __future__ import annotations

from collections.abc import Callable

from majlis.engine.handling import Handling
from majlis.workspace.commons.models import (
    BOUND,
    Claim,
    Institution,
    Member,
    Record,
    Release,
    Restriction,
    Role,
    Run,
    Source,
)

DRAFTERS = (Role.ADMINISTRATOR, Role.ORGANISER, Role.RAPPORTEUR)


def holds_in(actor: Member | None, institution: Institution, *roles: str) -> bool:
    """Say whether the actor holds one of the roles in that very institution."""
    return actor is not None and actor.institution_id == institution.pk and actor.holds(*roles)


def may_link(actor: Member | None, relation: str, source: Record) -> bool:
    """Any member links records; that a record derives from another is said by the institution that holds it alone.

    Otherwise somebody could bind another's text to a record of their own, and then recall both.
    """
    return actor is not None and (relation not in BOUND or actor.institution_id == source.institution_id)


def may_restrict(actor: Member | None, record: Record) -> bool:
    """Organisers and administrators of an institution from which a record comes narrow and recall it."""
    return _answers_for_origin(actor, record.handling)


def may_ask_release(actor: Member | None, record: Record) -> bool:
    """Organisers and administrators of the institution that holds a record ask for its release."""
    return may_record(actor, record.institution)


def may_answer_release(actor: Member | None, release: Release) -> bool:
    """Organisers and administrators of an institution from which the record comes answer for it."""
    return _answers_for_origin(actor, release.before)


def may_note(actor: Member | None, restriction: Restriction) -> bool:
    """Members of an institution that is told take note."""
    return actor is not None and restriction.records.filter(told=actor.institution_id).exists()


def _answers_for_origin(actor: Member | None, handling: Handling) -> bool:
    holds = actor is not None and actor.holds(Role.ADMINISTRATOR, Role.ORGANISER)
    return holds and str(actor.institution_id) in handling.originators


def needs(*roles: str) -> Callable[[Member | None], bool]:
    """Make the rule that asks for one of the roles; its key is `needs-<first role>`."""

    def rule(actor: Member | None) -> bool:
        return actor is not None and actor.holds(*roles)

    rule.key = f"needs-{roles[0]}"  # type: ignore[attr-defined]
    return rule


def may_administer(actor: Member | None, institution: Institution) -> bool:
    """Administrators act for their own institution."""
    return holds_in(actor, institution, Role.ADMINISTRATOR)


def may_administer_member(actor: Member | None, member: Member) -> bool:
    """Administrators act for the members of their own institution."""
    return may_administer(actor, member.institution)


def may_set_mail(actor: Member | None, member: Member) -> bool:
    """Everybody decides about their own mail."""
    return actor is not None and actor.pk == member.pk


def may_run(actor: Member | None, institution: Institution) -> bool:
    """Those who prepare, organise or analyse may run an analysis in their institution."""
    return holds_in(actor, institution, Role.ADMINISTRATOR, Role.ORGANISER, Role.RAPPORTEUR, Role.ANALYST)


def may_draft(actor: Member | None, institution: Institution) -> bool:
    """Rapporteurs, organisers and administrators draft for their own institution."""
    return holds_in(actor, institution, *DRAFTERS)


def may_draft_at_home(actor: Member | None) -> bool:
    """Say whether the actor may draft in their own institution."""
    return actor is not None and may_draft(actor, actor.institution)


def may_record(actor: Member | None, institution: Institution) -> bool:
    """Organisers and administrators put down sources and claims for their institution."""
    return holds_in(actor, institution, Role.ADMINISTRATOR, Role.ORGANISER)


def may_claim(actor: Member | None, subject: Record) -> bool:
    """Those who answer for a record put beside it what sources say of it."""
    return may_record(actor, subject.institution)


def may_change_claim(actor: Member | None, claim: Claim) -> bool:
    """Those who answer for a claim correct or withdraw it."""
    return may_record(actor, claim.institution)


def may_grade(actor: Member | None, source: Source) -> bool:
    """The institution that noted a source says how far it can be relied on."""
    return may_record(actor, source.institution)


def may_retract(actor: Member | None, source: Source) -> bool:
    """The institution that noted a source takes it back."""
    return may_record(actor, source.institution)


def may_recompute(actor: Member | None, run: Run) -> bool:
    """Those who may run an analysis in the run's institution may have it computed again."""
    return may_run(actor, run.institution)
