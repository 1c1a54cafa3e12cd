"""From how many persons on a count may be shown (charter C04 and C17); nobody can set fewer."""

from __future__ import annotations

from majlis.engine.errors import CharterRefusal, ParameterError

VOTES = 5
PEOPLE = 10
LEAST = 5


def threshold(k: int = PEOPLE, *, minors: bool = False) -> int:
    """The least number of persons under a count: `k`, doubled where minors are among them (C17).

    Raises CharterRefusal for a `k` under 5 (C04).
    """
    return (2 if minors else 1) * at_least(k)


def at_least(k: int) -> int:
    """Insist on the charter's minimum of five."""
    if isinstance(k, bool) or not isinstance(k, int):
        raise ParameterError(f"the least number of persons under a count is a whole number, not {k!r}")
    if k < LEAST:
        raise CharterRefusal("C04", f"no count may rest on fewer than {LEAST} persons; {k} was asked for")
    return k


def no_free_text(*, minors: bool, texts: object) -> None:
    """Refuse free text beside a cohort with minors (C17)."""
    if minors and texts:
        raise CharterRefusal("C17", "a cohort with minors takes no free text")


def enough(count: int, k: int = VOTES) -> int | None:
    """One count that stands alone: itself from `k` persons on, else None; nobody at all is held back like a few."""
    return count if count >= at_least(k) else None
