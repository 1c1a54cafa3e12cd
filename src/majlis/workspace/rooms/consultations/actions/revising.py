"""Changing what a statement says: freely before anybody votes, then a typo at most, or a new statement in its place."""

from __future__ import annotations

from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import rules
from majlis.workspace.rooms.consultations.actions.moderating import (
    current_as_seen,
    current_statement,
    new_statement,
    write_decision,
)
from majlis.workspace.rooms.consultations.models import Mended, Mending, Standing, Statement, Translating
from majlis.workspace.rooms.consultations.queries import moderating as queries
from majlis.workspace.rooms.consultations.rules import REPLACED
from majlis.workspace.rooms.consultations.typos import is_small


@action("statement.edit", rule=rules.may_change_statement)
def edit_statement(*, statement: Statement, text: str, seen: str) -> Statement:
    """Change the words of the institution's own statement before anybody votes on it.

    Translations are unreviewed from then on. Refused after the first vote, and where the text is not what was seen.
    """
    current = _as_seen(statement, seen)
    if not is_free(current):
        raise Refused("statement-voted-meanwhile")
    return _write(current, text)


@action("statement.propose-mending", rule=rules.may_change_statement)
def propose_mending(*, statement: Statement, text: str, seen: str) -> Mending:
    """Propose to mend a typo, measured against the author's first wording; nothing changes until somebody else agrees.

    Refused for more than a typo, where another proposal waits, and where the text is not what was seen.
    """
    current = _as_seen(statement, seen)
    if queries.mending_of(current):
        raise Refused("mending-waits-already")
    if text == seen or not is_small(queries.first_wording(current), text):
        raise Refused("statement-more-than-a-typo")
    return Mending.objects.create(
        institution_id=current.institution_id,
        author=current_actor(),
        handling=current.handling,
        language=current.language,
        statement=current,
        text_before=current.text,
        text_after=current.text.mended(text),
        state=Mended.PROPOSED,
    )


@action("statement.mend", rule=rules.may_agree)
def agree_to_mending(*, mending: Mending) -> Statement:
    """Mend the typo that somebody else proposed; both texts are kept and shown, and voters are not asked again."""
    current, waiting = _waiting(mending)
    _decided(waiting, Mended.AGREED)
    return _write(current, str(waiting.text_after))


@action("statement.leave-mending", rule=rules.may_leave)
def leave_mending(*, mending: Mending) -> Mending:
    """Leave the words as they are."""
    return _decided(_waiting(mending)[1], Mended.LEFT)


@action("statement.replace", rule=rules.may_decide)
def replace_statement(*, statement: Statement, text: Text, seen: str, decisions: int) -> Statement:
    """Put a new statement before voters and take the old one out; the new one names it, and votes stay where they are.

    seen, decisions: the words and the number of decisions that the moderator had before their eyes; Refused where there
    are others by now. Refused too where a voter offered it and it is not in: replacing it would take the author's
    appeal away.
    """
    current = current_as_seen(statement, decisions)
    if str(current.text) != seen:
        raise Refused("statement-changed-meanwhile")
    if current.receipt is not None and not current.is_in:
        raise Refused("statement-not-in")
    added = new_statement(current.consultation, text, author=current_actor(), state=Standing.IN, replaces=current)
    write_decision(current, Standing.OUT, REPLACED)
    return added


def is_free(statement: Statement) -> bool:
    """Whether the institution may still edit the statement as it likes."""
    return statement.receipt is None and not queries.has_votes(statement) and not statement.mended


def _as_seen(statement: Statement, seen: str) -> Statement:
    current = current_statement(statement)
    if hasattr(current, "replaced_by"):
        raise Refused("statement-replaced")
    if str(current.text) != seen:
        raise Refused("statement-changed-meanwhile")
    return current


def _waiting(mending: Mending) -> tuple[Statement, Mending]:
    """Insist that the proposal still waits; gives the statement with it. While it waits nobody changes the words."""
    current = current_statement(mending.statement)
    waiting = queries.mending_of(current)
    if waiting is None or waiting.pk != mending.pk:
        raise Refused("mending-decided-already")
    return current, waiting


def _write(statement: Statement, text: str) -> Statement:
    statement.text = statement.text.mended(text)
    statement.save()
    statement.translations.filter(state=Translating.REVIEWED).update(state=Translating.PROPOSED)
    return statement


def _decided(mending: Mending, state: Mended) -> Mending:
    mending.state, mending.decided_by, mending.decided_at = state, current_actor(), timezone.now()
    mending.save()
    return mending
