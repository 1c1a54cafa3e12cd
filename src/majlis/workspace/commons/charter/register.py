"""Which checks there must be: declared here, so that a check that is gone is missed and no room lands without its own.

A check is a function under `@check("C04")` that exercises a guard and raises Broken where it does not hold.
"""

from __future__ import annotations

import importlib.util
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.apps import apps

from majlis.engine.errors import MajlisError

Look = Callable[[], None]
WORD = re.compile(r"[A-Z][a-z]*")
ROOMS, PACKAGES = "majlis.workspace.rooms", "majlis.engine"

PLEDGED: Mapping[str, tuple[str, ...]] = {
    "C01": ("no-score-for-a-person", "results-are-about-nobody"),
    "C02": ("no-named-persons", "exports-name-nobody", "imports-name-nobody"),
    "C03": ("rows-stay",),
    "C04": ("few-are-hidden", "releases-stand", "votes-few-are-hidden", "maps-come-after"),
    "C05": ("no-beliefs", "votes-carry-nothing-more"),
    "C06": ("purposes-bind",),
    "C07": (
        *("strictest-wins", "readers-see-their-own", "releases-are-the-originators", "recall-reaches-all"),
        *("forms-open-nothing", "recommendations-inherit", "strategies-bind-texts"),
        *("drafts-stay-home", "consultations-bind-statements"),
    ),
    "C08": ("ungraded-is-not-good",),
    "C09": ("decisions-are-human", "adoptions-rest-on-something", "second-looks-are-anothers"),
    "C10": ("one-act-one-entry", "looks-are-recorded", "ledger-verifies"),
    "C11": (
        *("everything-personal-expires", "expired-words-go", "files-forget", "restored-is-erased-again"),
        "rounds-forget-what-expired",
    ),
    "C12": (
        *("keys-lie-apart", "closing-frees-votes", "closed-votes-are-free", "statements-wait"),
        "ended-rounds-are-free",
    ),
    "C13": ("no-invitation-by-belief", "codes-ask-nothing"),
    "C14": (),
    "C15": ("claims-within-data",),
    "C16": (),
    "C17": ("minors-count-double", "consultations-know-age"),
    "C18": ("auditors-stay",),
    "C19": (),
    "C20": ("refusals-are-counted",),
    "C21": ("network-is-known",),
    "C22": ("languages-are-equal", "words-take-two"),
    "C23": ("exports-are-known",),
    "C24": ("charter-is-whole", "broken-rules-are-said"),
}
# Rooms and engine packages, and the rules that must have a check about each before it may be there.
PLACES: Mapping[str, tuple[str, ...]] = {
    "consultations": ("C02", "C04", "C07", "C09", "C12", "C13", "C17", "C22"),
    "strategy": ("C07", "C09", "C11", "C12"),
    "gatherings": (),
    "oversight": ("C18",),
    "opinion": ("C01", "C04", "C15"),
    "disclosure": ("C04", "C17"),
    "handling": ("C06", "C07", "C08"),
    "ledger": ("C10",),
    "judgements": ("C01", "C04"),
    "judgement": ("C01", "C04"),
    "evidence": ("C08", "C15"),
    "programmes": ("C03", "C04", "C14", "C15", "C16", "C17"),
    "effect": ("C01", "C04", "C14", "C15", "C16"),
    "federation": ("C03", "C04"),
    "exchange": ("C02", "C06", "C07", "C08", "C23"),
    "coordination": ("C01", "C23"),
    "complaints": ("C19",),
}
# Tables that are of a place wherever they stand: a word of their name, and the place whose checks there must be.
TABLES: Mapping[str, str] = {
    "Programme": "programmes",
    "Cohort": "programmes",
    "Agreement": "exchange",
    "Incident": "exchange",
    "Tie": "coordination",
    "Complaint": "complaints",
}
# Rules that need people as well, and are looked at by them (`charter-human-C01` says how often and by whom).
BY_PEOPLE = ("C01", "C05", "C06", "C09", "C12", "C13", "C18", "C19", "C21", "C22")


class Broken(MajlisError):
    """A guard does not hold; the message says what was found."""


@dataclass(frozen=True)
class Check:
    """A check of a rule: what it is about (rooms and packages), and whether it is too long for a start."""

    name: str
    rule: str
    look: Look
    about: frozenset[str] = frozenset()
    thorough: bool = False


class Landed(NamedTuple):
    """A room, package or table that stands there without the check that a rule asks for; an unknown one breaks C24."""

    place: str
    rule: str


_checks: dict[str, Check] = {}


def check(rule: str, *, about: tuple[str, ...] = (), thorough: bool = False) -> Callable[[Look], Look]:
    """Declare a check under the function's name with hyphens; ValueError for one that PLEDGED does not know."""

    def declare(look: Look) -> Look:
        name = look.__name__.replace("_", "-")
        if name not in PLEDGED[rule]:
            raise ValueError(f"{name} is no check that {rule} knows of")
        _checks[name] = Check(name, rule, look, frozenset(about), thorough)
        return look

    return declare


def checks() -> dict[str, Check]:
    """The checks that are there, by name."""
    return dict(_checks)


def places() -> Iterator[str]:
    """Name every room and every package of the engine that is there."""
    for parent in (ROOMS, PACKAGES):
        spec = importlib.util.find_spec(parent)
        folders = spec.submodule_search_locations if spec else None
        yield from (module.name for module in pkgutil.iter_modules(folders) if module.ispkg)


def tables() -> Iterator[tuple[str, str]]:
    """Name every table that belongs to a place by its name, with that place."""
    for model in apps.get_models():
        for word in WORD.findall(model.__name__):
            if word in TABLES:
                yield model._meta.label, TABLES[word]


def landed() -> list[Landed]:
    """Name the places and tables that came without a check, each with the rule that lacks it."""
    covered = {(place, one.rule) for one in _checks.values() for place in one.about}
    there = [*((place, place) for place in places()), *tables()]
    found = [(name, place, rule) for name, place in there for rule in PLACES.get(place, ("C24",))]
    return [Landed(name, rule) for name, place, rule in found if place not in PLACES or (place, rule) not in covered]


def awaited(rule: str) -> list[str]:
    """Name the places to come that this rule waits for."""
    here = set(places())
    return [place for place, asked in PLACES.items() if rule in asked and place not in here]
