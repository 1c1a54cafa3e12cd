"""The one rule that says who may see an item."""

from __future__ import annotations

from datetime import datetime

from majlis.engine.finding import Frozen
from majlis.engine.handling.condition import (
    NEVER,
    At,
    Condition,
    HeldBy,
    Lasts,
    Only,
    Open,
    Shares,
    both,
    either,
    holds,
)
from majlis.engine.handling.marking import Handling, Tlp


class Viewer(Frozen):
    """Who looks: ids of the member, of the member's institution and of its circles; all empty for the public.

    purpose: what for, where the reader has to say so, as in an exchange under an agreement.
    """

    member: str | None = None
    institution: str | None = None
    circles: frozenset[str] = frozenset()
    purpose: str | None = None

    @property
    def names(self) -> frozenset[str]:
        """Every id by which an audience can name the viewer."""
        return self.circles | {name for name in (self.member, self.institution) if name}


def visible_to(viewer: Viewer, at: datetime) -> Condition:
    """Give what must hold of an item for the viewer to see it at the moment `at`: the policy, for every interpreter.

    CLEAR: everyone. GREEN: every signed-in member. AMBER: the institutions concerned and the audience. AMBER+STRICT:
    the institutions concerned. RED: the audience alone. A named audience narrows CLEAR and GREEN too. Expired: nobody.
    A viewer who states a purpose sees only what may be used for it.
    An institution is concerned when it holds the item or is its only originator: what several gave is shown to each of
    them only where all named it, so a stricter marking never shows an item to more viewers, whoever holds it, as long
    as the milder one names its originators (every stored record does).
    """
    named = either(Open("audience"), Shares("audience", viewer.names))
    concerned = _concerned(viewer.institution)
    travelling = frozenset({Tlp.CLEAR, Tlp.AMBER, *([Tlp.GREEN] if viewer.member is not None else [])})
    levels = either(
        both(At(travelling), either(named, concerned)),
        both(At(frozenset({Tlp.AMBER_STRICT})), concerned),
        both(At(frozenset({Tlp.RED})), named),
    )
    return both(Lasts(at), _of_use(viewer.purpose), levels)


def may_see(handling: Handling, viewer: Viewer, *, owner: str, at: datetime) -> bool:
    """Say whether `viewer` may see an item that the institution `owner` holds at the moment `at` (`visible_to`)."""
    return holds(visible_to(viewer, at), handling, owner)


def is_for_nobody(handling: Handling) -> bool:
    """Say whether no viewer sees an item so marked at any moment, as one that was recalled: RED, and nobody named."""
    return handling.tlp == Tlp.RED and not handling.audience


def _concerned(institution: str | None) -> Condition:
    return NEVER if institution is None else either(HeldBy(institution), Only("originators", institution))


def _of_use(purpose: str | None) -> Condition:
    return both() if purpose is None else either(Open("purposes"), Shares("purposes", frozenset({purpose})))
