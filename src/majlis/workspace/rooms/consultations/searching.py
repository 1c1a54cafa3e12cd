"""What the search reads of the room's records: never what waits for moderation or was taken out, and never a vote."""

from __future__ import annotations

from majlis.workspace.commons.rooms import Searchable, Searched
from majlis.workspace.rooms.consultations.models import Consultation, Statement


def consultation(consultation: Consultation) -> Searched:
    """A consultation by what everybody reads of it; its working title is the institution's own."""
    return Searched(consultation.text, (consultation.headline, consultation.introduction))


def statement(statement: Statement) -> Searched | None:
    """A statement by its words, as long as it is put to voters."""
    return Searched(statement.text, (), (statement.consultation,)) if statement.is_in else None


SEARCHED = {
    "consultations.consultation": Searchable(consultation),
    "consultations.statement": Searchable(statement, ("consultation__institution",)),
}
