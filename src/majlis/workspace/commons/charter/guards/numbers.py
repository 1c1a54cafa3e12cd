"""Few people are hidden (C04), and children count double (C17): a planted table goes through the real gate."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from majlis.engine.disclosure import gate, live, releasing, thresholds
from majlis.engine.disclosure.margins import Dimension
from majlis.engine.disclosure.tables import CountTable, Released
from majlis.engine.errors import CharterRefusal, InputError, Withheld
from majlis.workspace.commons import releases
from majlis.workspace.commons.charter.guards.planted import undone
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.commons.models import CountRelease

# The charter's own numbers, written out again: what the code says is compared with them.
PEOPLE, VOTES, LEAST = 10, 5, 5
POPULATION = "charter check"
# People by site and by whether they completed or left; the 3 must never be told, nor may anybody tell one who came.
FIRST = [[40, 3], [35, 30], [50, 25]]
ONE_MORE = [[40, 3], [35, 30], [50, 26]]
FEWER = [[60, 20], [60, 50], [110, 2]]
GROWN = [[60, 13], [60, 50], [80, 50]]


@check("C04", about=("disclosure",))
def few_are_hidden() -> None:
    """The thresholds are the charter's, and a planted table shows no small cell and gives none back."""
    if thresholds.PEOPLE < PEOPLE or thresholds.LEAST < LEAST:
        raise Broken(f"k is {thresholds.PEOPLE}, and at least {thresholds.LEAST}")
    _insist_on_refusal("C04", lambda: thresholds.threshold(LEAST - 1))
    shown = releasing.release(_planted(FIRST), state="planted")
    if shown.at(site="first", end="left") is not None:
        raise Broken("a count of 3 people left the gate")
    if shown.at(site="first", end="completed") is not None and shown.at(site="first") is not None:
        raise Broken("a hidden count can be found by subtraction")


@check("C04", about=("disclosure",))
def releases_stand() -> None:
    """What was released is compared with what comes after: one person more, or one cell fewer, gives nobody away."""
    with undone():
        kept, first = _released(FIRST, "first"), releases.shown(POPULATION, "table")
        if first is None or kept.content["counts"][0][1] is not None:
            raise Broken("a release is not kept as it was shown")
        _insist_on_history(first)
        _insist_on_withheld(lambda: _released(ONE_MORE, "second"))
        once = {"population": POPULATION, "table": "once"}
        releases.keep_release(**once, state="first", content={"voters": 30})
        _insist_on_withheld(lambda: releases.keep_release(**once, state="second", content={"voters": 31}))
    if releases.enough_voters(VOTES - 1) is not None:
        raise Broken(f"{VOTES - 1} voters are counted")


@check("C04", about=("opinion", "consultations"))
def votes_few_are_hidden() -> None:
    """Votes of a small group and of few voters do not leave the gate, nor a live screen of the newest."""
    if thresholds.VOTES < VOTES:
        raise Broken(f"k is {thresholds.VOTES} for votes")
    persons = gate.Persons(np.array([0] * 20 + [1] * (VOTES - 1)), np.ones(20 + VOTES - 1), 2)
    everybody = np.arange(len(persons.groups))
    zeros = np.zeros_like(everybody)
    released = gate.release(gate.Answers(everybody, zeros, zeros, 1, 3), persons, thresholds.VOTES)
    if released.cells_shown[0]:
        raise Broken(f"a group of {VOTES - 1} voters left the gate")
    if thresholds.enough(VOTES - 1) is not None or live.counted(2 * VOTES - 1):
        raise Broken(f"{VOTES - 1} voters are counted in sight")


@check("C17", about=("disclosure",))
def minors_count_double() -> None:
    """A cohort of fifteen minors is hidden, and takes no free text."""
    if thresholds.threshold(PEOPLE, minors=True) < 2 * PEOPLE:
        raise Broken("minors do not count double")
    table = CountTable((Dimension("end", ("completed",)),), np.array([15]))
    if releasing.release(table, state="planted", minors=True).at() is not None:
        raise Broken("a cohort of 15 minors left the gate")
    _insist_on_refusal("C17", lambda: thresholds.no_free_text(minors=True, texts=["words"]))


def _insist_on_history(first: Released) -> None:
    """No later release tells of the few who came, hides what was shown, or shows what was hidden."""
    _insist_on_withheld(lambda: releasing.release(_planted(FEWER), state="second", history=[first]))
    grown = releasing.release(_planted(GROWN), state="second", history=[first])
    if (grown.shown & ~first.shown).any():
        raise Broken("a count that was hidden appears, and with it what it was before")
    try:
        releasing.release(_planted(ONE_MORE), state="first", history=[first])
    except InputError:
        return
    raise Broken("the same people were counted in two ways")


def _released(counts: list[list[int]], state: str) -> CountRelease:
    return releases.release_counts(population=POPULATION, table="table", state=state, counts=_planted(counts))


def _planted(counts: list[list[int]]) -> CountTable:
    sites = Dimension("site", ("first", "second", "third"))
    return CountTable((sites, Dimension("end", ("completed", "left"))), np.array(counts))


def _insist_on_withheld(act: Callable[[], object]) -> None:
    try:
        act()
    except Withheld:
        return
    raise Broken("what was released before tells of people in what is released now")


def _insist_on_refusal(rule: str, act: Callable[[], object]) -> None:
    try:
        act()
    except CharterRefusal as refusal:
        if refusal.rule == rule:
            return
    raise Broken("what the charter forbids was not refused")
