"""What the page of the charter shows: each rule with what checks it, and what was refused."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import datetime

from majlis.engine.charts import DataTable
from majlis.engine.ledger import Note
from majlis.workspace.commons import words
from majlis.workspace.commons.charter import book, keeping, refusals
from majlis.workspace.commons.charter.register import BY_PEOPLE
from majlis.workspace.commons.charter.results import Outcome, State, read


@dataclass(frozen=True)
class Looked:
    """One check as the page shows it: its name, how it is, what was found, and when it was last done."""

    outcome: Outcome
    at: datetime

    @property
    def sentence(self) -> str:
        """What is checked, in the reader's language."""
        key = f"charter-check-{self.outcome.name}"
        return words.say(key) if words.catalogue().has(key) else self.outcome.name

    @property
    def state(self) -> str:
        """How it is, in the reader's language."""
        return words.say(f"charter-state-{self.outcome.state.value}")

    @property
    def is_broken(self) -> bool:
        """Whether the guard does not hold."""
        return self.outcome.state is State.BROKEN


@dataclass(frozen=True)
class Seen:
    """A rule as the page shows it; people: who looks at it besides the program, and how often."""

    id: str
    title: str
    rule: str
    state: str
    is_broken: bool
    looked: tuple[Looked, ...]
    awaited: bool
    people: str


def rules() -> list[Seen]:
    """Every rule in the reader's language, with what the latest checks found."""
    looked = _looked()
    return [_seen(rule, [one for one in looked if one.outcome.rule == rule.id]) for rule in book.rules()]


def counts_table() -> DataTable:
    """How often was refused under which rule in which month: every rule that refused anything."""
    titles = {rule.id: rule.title[words.language()] for rule in book.rules()}
    headings = tuple(words.say_plain(key) for key in ("charter-rule", "charter-what", "charter-month", "charter-count"))
    rows = tuple((one.rule, titles.get(one.rule, ""), one.month, one.count) for one in refusals.counts())
    return DataTable("refusals", words.say_plain("charter-refused"), headings, rows)


def counts_csv() -> str:
    """The same counts for programs: rule, month, count."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(("rule", "month", "count"))
    writer.writerows((one.rule, one.month, one.count) for one in refusals.counts())
    return file.getvalue()


def _looked() -> list[Looked]:
    """What the latest check found; what it left out as the latest thorough one found it."""
    last, whole = keeping.latest(), keeping.latest(thorough=True)
    if last is None:
        return []
    before = {one.name: one for one in read(Note.parse(whole.note)).outcomes} if whole else {}
    found = []
    for outcome in read(Note.parse(last.note)).outcomes:
        skipped = outcome.state is State.SKIPPED and outcome.name in before
        found.append(Looked(before[outcome.name], whole.at) if skipped and whole else Looked(outcome, last.at))
    return found


def _seen(rule: book.Rule, looked: list[Looked]) -> Seen:
    broken = any(one.is_broken for one in looked)
    checked = tuple(one for one in looked if one.outcome.state is not State.AWAITED)
    awaited = len(checked) < len(looked)
    state = _state(broken, checked, awaited)
    people = words.say(f"charter-human-{rule.id}") if rule.id in BY_PEOPLE else ""
    tag = words.language()
    said = words.say(f"charter-state-{state.value}")
    return Seen(rule.id, rule.title[tag], rule.rule[tag], said, broken, checked, awaited, people)


def _state(broken: bool, checked: tuple[Looked, ...], awaited: bool) -> State:
    if broken:
        return State.BROKEN
    if any(one.outcome.state is State.HOLDS for one in checked):
        return State.HOLDS
    if checked:
        return State.SKIPPED
    return State.AWAITED if awaited else State.PEOPLE
