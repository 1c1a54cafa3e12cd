"""Carrying out the checks, and the text in which what they found is signed and read again.

The text begins with a line of its own kind and so is never a checkpoint, which the same key signs.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from importlib.metadata import version

from django.utils import timezone

from majlis.engine.errors import InputError
from majlis.engine.ledger import Note, PublicKey
from majlis.workspace.commons.charter import book, refusals
from majlis.workspace.commons.charter.register import PLEDGED, Broken, Check, awaited, checks, landed
from majlis.workspace.commons.models import RefusalCount

log = logging.getLogger("majlis.charter")
TITLE = "majlis charter check 1"
MOST_WORDS = 300


class State(StrEnum):
    """How a rule or a check is: holds, broken, not looked at this time, waits for a room, or is for people alone."""

    HOLDS = "holds"
    BROKEN = "broken"
    SKIPPED = "skipped"
    AWAITED = "awaited"
    PEOPLE = "people"


@dataclass(frozen=True)
class Outcome:
    """What one check, or a rule's wait for a room, came to; said: what was found or is awaited, in technical English."""

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


def carry_out(*, thorough: bool) -> Report:
    """Do every check that is pledged; one that is gone is as broken as one that fails."""
    present = checks()
    outcomes = [found for rule in PLEDGED for found in _of_rule(rule, present, thorough)]
    counts = tuple((one.month, one.rule, one.count) for one in RefusalCount.objects.order_by("month", "rule"))
    now = timezone.now().replace(microsecond=0)
    return Report(now, book.version(), book.digest(), version("majlis"), thorough, tuple(outcomes), counts)


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


def verified(note: Note, keys: Iterable[PublicKey]) -> Report | None:
    """Read a report that one of the keys signed; None where none did."""
    return read(note) if any(key.verifies(note) for key in keys) else None


def _of_rule(rule: str, present: Mapping[str, Check], thorough: bool) -> list[Outcome]:
    found = [_outcome_of(rule, name, present.get(name), thorough) for name in PLEDGED[rule]]
    bare = [one for one in landed() if one.rule == rule]
    found += [Outcome(rule, "landed", State.BROKEN, f"{one.place} is there without its check") for one in bare]
    if waits := awaited(rule):
        found.append(Outcome(rule, "to-come", State.AWAITED, " ".join(waits)))
    return found


def _outcome_of(rule: str, name: str, check: Check | None, thorough: bool) -> Outcome:
    if check is None or check.rule != rule:
        return Outcome(rule, name, State.BROKEN, "the check is gone")
    if check.thorough and not thorough:
        return Outcome(rule, name, State.SKIPPED)
    try:
        with refusals.noting():  # what a check provokes is no refusal of anybody's wish
            check.look()
    except Broken as fault:
        return Outcome(rule, name, State.BROKEN, _line(str(fault)))
    except Exception as error:  # a guard that cannot be looked at cannot be relied on
        log.exception("the check %s of %s could not be done", name, rule)
        return Outcome(rule, name, State.BROKEN, _line(f"it could not be looked at: {error!r}"))
    return Outcome(rule, name, State.HOLDS)


def _line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:MOST_WORDS]


def _outcome(line: str) -> Outcome:
    rule, name, state, *said = line.split(" ", 3)
    return Outcome(rule, name, State(state), said[0] if said else "")
