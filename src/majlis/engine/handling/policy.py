"""The one rule that says who may see an item."""

from __future__ import annotations

from datetime import datetime

from majlis.engine.finding import Frozen
from majlis.engine.handling.marking import Handling, Tlp


class Viewer(Frozen):
    """Who looks: ids of the member, of the member's institution and of its circles; all empty for the public."""

    member: str | None = None
    institution: str | None = None
    circles: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """Every id by which an audience can name the viewer."""
        return self.circles | {name for name in (self.member, self.institution) if name}


def may_see(handling: Handling, viewer: Viewer, *, owner: str, at: datetime) -> bool:
    """Say whether `viewer` may see an item that the institution `owner` holds, at the moment `at`.

    CLEAR: everyone. GREEN: every signed-in member. AMBER: the institutions concerned and the audience. AMBER+STRICT:
    the institutions concerned. RED: the audience alone. A named audience narrows CLEAR and GREEN too. Expired: nobody.
    An institution is concerned when it holds the item or is its only originator: what several gave is shown to each of
    them only where all named it, so a stricter marking never shows an item to more viewers.
    """
    if handling.has_expired(at):
        return False
    named = handling.audience is None or bool(handling.audience & viewer.names)
    concerned = viewer.institution is not None and (
        viewer.institution == owner or handling.originators == {viewer.institution}
    )
    match handling.tlp:
        case Tlp.GREEN:
            return viewer.member is not None and (named or concerned)
        case Tlp.AMBER_STRICT:
            return concerned
        case Tlp.RED:
            return named
        case _:
            return named or concerned
