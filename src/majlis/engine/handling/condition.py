"""Conditions on a marking, written once and read twice: here in Python, and by the workspace as a database filter.

A condition is a small tree. Its leaves ask one thing of an item; what depends on the viewer and the moment is already
in them, so that every leaf can be asked of a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from majlis.engine.handling.marking import Handling, Tlp

Names = Literal["audience", "originators", "purposes"]


@dataclass(frozen=True)
class AllOf:
    """Every part holds; of no parts, always."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one part holds; of no parts, never."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class At:
    """The item travels under one of these levels."""

    levels: frozenset[Tlp]


@dataclass(frozen=True)
class Open:
    """The set names nobody because it restricts nobody (it is null, not empty)."""

    field: Names


@dataclass(frozen=True)
class Shares:
    """The set has at least one of these names."""

    field: Names
    names: frozenset[str]


@dataclass(frozen=True)
class Only:
    """The set is this one name."""

    field: Names
    name: str


@dataclass(frozen=True)
class HeldBy:
    """The item is held by one institution."""

    institution: str


@dataclass(frozen=True)
class Lasts:
    """The item's time is not over at this moment."""

    at: datetime


Condition = AllOf | AnyOf | At | Open | Shares | Only | HeldBy | Lasts
NEVER = AnyOf(())


def both(*parts: Condition) -> AllOf:
    """Write `AllOf` in fewer signs."""
    return AllOf(parts)


def either(*parts: Condition) -> AnyOf:
    """Write `AnyOf` in fewer signs."""
    return AnyOf(parts)


def holds(condition: Condition, handling: Handling, owner: str) -> bool:  # noqa: PLR0911 - one case a leaf
    """Say whether the condition holds of an item with this marking that the institution `owner` holds."""
    match condition:
        case AllOf(parts):
            return all(holds(part, handling, owner) for part in parts)
        case AnyOf(parts):
            return any(holds(part, handling, owner) for part in parts)
        case At(levels):
            return handling.tlp in levels
        case Open(field):
            return getattr(handling, field) is None
        case Shares(field, names):
            return not names.isdisjoint(getattr(handling, field) or ())
        case Only(field, name):
            return bool(getattr(handling, field) == {name})
        case HeldBy(institution):
            return owner == institution
        case Lasts(at):
            return not handling.has_expired(at)
