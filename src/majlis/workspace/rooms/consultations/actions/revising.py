"""Changing what a statement says: freely before anybody votes, then a typo at most, or a new statement in its place."""

from __future__ import annotations

from majlis.engine.errors import Refused
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import rules
from majlis.workspace.rooms.consultations.actions.moderating import current_statement, new_statement, write_decision
from majlis.workspace.rooms.consultations.models import Mending, Standing, Statement, Translating
from majlis.workspace.rooms.consultations.queries import moderating as queries
from majlis.workspace.rooms.consultations.rules import REPLACED
from majlis.workspace.rooms.consultations.typos import is_small


@action("statement.mend", rule=rules.may_change_statement)
def mend_statement(*, statement: Statement, text: str, seen: str) -> Statement:
    """Change the words of the original; translations are unreviewed from then on.

    Before the first vote an institution edits its own statement as it likes. After it, and always in what a voter
    offered, only a typo is mended, measured against the author's first wording; both texts are kept and shown, and
    voters are not asked again. Raises Refused for more than that, and where the text is not the one that was seen.
    """
    current = current_statement(statement)
    if str(current.text) != seen or hasattr(current, "replaced_by"):
        raise Refused("statement-changed-meanwhile")
    if not is_free(current):
        if not is_small(queries.first_wording(current), text):
            raise Refused("statement-more-than-a-typo")
        _keep_both(current, text)
    current.text = current.text.mended(text)
    current.save()
    current.translations.filter(state=Translating.REVIEWED).update(state=Translating.PROPOSED)
    return current


@action("statement.replace", rule=rules.may_decide)
def replace_statement(*, statement: Statement, text: Text) -> Statement:
    """Put a new statement before voters and take the old one out; the new one names it, and votes stay where they are.

    Refused where the statement was replaced before, and where a voter offered it and it is not in: replacing it would
    take the author's appeal away.
    """
    current = current_statement(statement)
    offered_and_not_in = current.receipt is not None and not current.is_in
    if hasattr(current, "replaced_by") or offered_and_not_in or queries.appeal_is_open(current):
        raise Refused("statement-decided-already")
    added = new_statement(current.consultation, text, author=current_actor(), state=Standing.IN, replaces=current)
    write_decision(current, Standing.OUT, REPLACED)
    return added


def is_free(statement: Statement) -> bool:
    """Whether the institution may still edit the statement as it likes."""
    return statement.receipt is None and not queries.has_votes(statement) and not statement.mendings.exists()


def _keep_both(statement: Statement, text: str) -> None:
    Mending.objects.create(
        institution_id=statement.institution_id,
        author=current_actor(),
        handling=statement.handling,
        language=statement.language,
        statement=statement,
        text_before=statement.text,
        text_after=statement.text.mended(text),
    )
