"""What a check of the charter found, and the text in which it is signed and read again; needs no workspace.

The text begins with a line of its own kind and so is never a checkpoint, which the same key signs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from majlis.engine.errors import InputError
from majlis.engine.ledger import Note

TITLE = "majlis charter check 1"


class State(StrEnum):
    """How a rule or a check is: holds, broken, not looked at this time, waits for a room, or is for people alone."""

    HOLDS = "holds"
    BROKEN = "broken"
    SKIPPED = "skipped"
    AWAITED = "awaited"
    PEOPLE = "people"


@dataclass(frozen=True)
class Outcome:
    """What one check, or a rule's wait for a room, came to; said: what was found or is awaited."""

    rule: str
    name: str
    state: State
    said: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (self.rule, self.name, self.state.value, self.said) if part)


@dataclass(frozen=True)
class Report:
    """A whole check: when, of which charter, by which Majlis, and every outcome in the order of the rules.

    counts: refusals by (month, rule), so that the signed text vouches for them too.
    """

    at: datetime
    charter: str
    digest: str
    majlis: str
    thorough: bool
    outcomes: tuple[Outcome, ...]
    counts: tuple[tuple[str, str, int], ...] = ()

    @property
    def broken(self) -> list[str]:
        """The rules that do not hold."""
        return sorted({outcome.rule for outcome in self.outcomes if outcome.state is State.BROKEN})

    def of(self, rule: str) -> list[Outcome]:
        """What was found under one rule."""
        return [outcome for outcome in self.outcomes if outcome.rule == rule]

    def state_of(self, rule: str) -> State:
        """How one rule is: the worst that was found under it."""
        states = {outcome.state for outcome in self.of(rule)}
        worst = (State.BROKEN, State.HOLDS, State.SKIPPED, State.AWAITED)
        return next((state for state in worst if state in states), State.PEOPLE)

    def __str__(self) -> str:
        head = [TITLE, f"at {self.at.isoformat(timespec='seconds')}", f"charter {self.charter} sha256:{self.digest}"]
        scope = "thorough" if self.thorough else "quick"
        counts = [f"refused {month} {rule} {count}" for month, rule, count in self.counts]
        lines = [*head, f"majlis {self.majlis}", f"scope {scope}", *map(str, self.outcomes), *counts]
        return "".join(f"{line}\n" for line in lines)

    def to_json(self) -> dict[str, object]:
        """Give the report for programs."""
        outcomes = [{"rule": o.rule, "check": o.name, "state": o.state.value, "said": o.said} for o in self.outcomes]
        counted = [{"month": month, "rule": rule, "count": count} for month, rule, count in self.counts]
        head = {"at": self.at.isoformat(), "charter": self.charter, "digest": self.digest, "majlis": self.majlis}
        return head | {"thorough": self.thorough, "broken": self.broken, "outcomes": outcomes, "refusals": counted}


def read(note: Note) -> Report:
    """Read a signed report; InputError where it is none."""
    title, *lines = note.text.splitlines()
    head = dict(line.split(" ", 1) for line in lines[:4] if " " in line)
    if title != TITLE or set(head) != {"at", "charter", "majlis", "scope"}:
        raise InputError("This is no signed check of the charter.")
    charter, _, digest = head["charter"].partition(" sha256:")
    try:
        at = datetime.fromisoformat(head["at"])
        counted = [line.split(" ") for line in lines[4:] if line.startswith("refused ")]
        counts = tuple((month, rule, int(count)) for _, month, rule, count in counted)
        outcomes = tuple(_outcome(line) for line in lines[4:] if not line.startswith("refused "))
    except ValueError:
        raise InputError("This check of the charter cannot be read as it stands.") from None
    return Report(at, charter, digest, head["majlis"], head["scope"] == "thorough", outcomes, counts)


def _outcome(line: str) -> Outcome:
    rule, name, state, *said = line.split(" ", 3)
    return Outcome(rule, name, State(state), said[0] if said else "")
