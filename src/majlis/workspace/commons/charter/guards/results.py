"""What analyses answer, tried on planted rows: nothing of one person (C01), and no more than the data carry (C15)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from majlis.engine.analysis import Analysis, Subjects, declared_analyses
from majlis.engine.finding import Interval, Verdict
from majlis.engine.opinion.votes import Votes
from majlis.workspace.commons.charter.register import Broken, check

# No other number of a planted table is this one, so that a list of this length can only be one of its people.
PEOPLE, STATEMENTS, FEW = 61, 12, 4
PREFIX = "planted-person-"


def votes(people: int, answer: Callable[[int, int], int]) -> Votes:
    """Plant the votes of so many people."""
    pairs = ((person, statement) for person in range(people) for statement in range(STATEMENTS))
    return Votes.from_triplets([(f"{PREFIX}{p}", f"s{s}", answer(p, s)) for p, s in pairs])


def divided(person: int, statement: int) -> int:
    """Answer as one of two camps."""
    return 1 if person % 2 == statement % 2 else -1


def tossed(person: int, statement: int) -> int:
    """Answer by the toss of a coin that falls the same way every time."""
    return 1 if hashlib.sha256(f"{person} {statement}".encode()).digest()[0] % 2 else -1


# Rows of people for every kind of input; an analysis of people without any cannot be tried, and breaks the rule.
PLANTED: Mapping[type, Callable[[], Any]] = {Votes: lambda: votes(PEOPLE, divided)}


@check("C01", about=("opinion",), thorough=True)
def results_are_about_nobody() -> None:
    """No analysis of people answers with anything for each of them, under whatever name, nor names one."""
    for name, declared in declared_analyses().items():
        if declared.subjects != Subjects.PEOPLE:
            continue
        if declared.reads not in PLANTED:
            raise Broken(f"nobody planted rows to try {name} with")
        _insist_on_nobody(name, json.loads(declared.run(PLANTED[declared.reads]()).to_json()))


@check("C15", about=("opinion",), thorough=True)
def claims_within_data() -> None:
    """Tossed coins and four voters give no groups, and an interval on both sides shows nothing."""
    if Interval(low=-1, high=1, level=0.95).side_of(0) is not Verdict.CANNOT_TELL:
        raise Broken("an interval that holds both sides is taken for one")
    declared = declared_analyses()["opinion-map"]
    for table, said in ((votes(PEOPLE, tossed), "tossed coins"), (votes(FEW, divided), f"{FEW} voters")):
        if _first_verdict(declared, table) is not Verdict.CANNOT_TELL:
            raise Broken(f"{said} show groups of opinion")
    if _first_verdict(declared, votes(PEOPLE, divided)) is not Verdict.SHOWN:
        raise Broken("two planted camps are not told from tossed coins")


def _first_verdict(declared: Analysis[Any, Any], table: Votes) -> Verdict:
    verdict: Verdict = declared.run(table).findings()[0].verdict
    return verdict


def _insist_on_nobody(name: str, answer: object) -> None:
    for part in _parts(answer):
        if isinstance(part, list | dict) and len(part) == PEOPLE:
            raise Broken(f"{name} answers with one value for each person")
        if isinstance(part, str) and PREFIX in part:
            raise Broken(f"{name} names a person")


def _parts(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _parts(inner)
