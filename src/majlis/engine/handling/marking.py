"""The lattice of handling markings: what binds an item, and what binds whatever is made from several.

Source: FIRST, Traffic Light Protocol 2.0; MISP PAP taxonomy; Europol handling codes H0-H3.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from functools import reduce
from typing import Self

from pydantic import AwareDatetime, Field, field_serializer, field_validator, model_validator

from majlis.engine.finding import Frozen


class Ladder(StrEnum):
    """Levels from the mildest to the strictest, in the order in which they are written down."""

    @property
    def rank(self) -> int:
        """The level's place, 0 being the mildest."""
        return list(type(self)).index(self)

    def __lt__(self, other: str) -> bool:
        return self.rank < type(self)(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= type(self)(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > type(self)(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= type(self)(other).rank


class Tlp(Ladder):
    """Traffic Light Protocol 2.0: how far an item may travel."""

    CLEAR = "CLEAR"
    GREEN = "GREEN"
    AMBER = "AMBER"
    AMBER_STRICT = "AMBER+STRICT"
    RED = "RED"


class Pap(Ladder):
    """Permissible Actions Protocol: what may be done with an item."""

    CLEAR = "CLEAR"
    GREEN = "GREEN"
    AMBER = "AMBER"
    RED = "RED"


class Code(StrEnum):
    """Europol handling codes.

    H0: for preventing and combating the crimes of the mandate; H1: not as evidence in court without the provider's
    permission; H2: not to be passed on without the provider's permission; H3: other restrictions of the provider.
    """

    H0 = "H0"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"


class Handling(Frozen):
    """What binds an item and everything made from it.

    tlp, pap: how far it may travel, what may be done with it.
    codes: Europol handling codes.
    purposes: what it may be used for; None is any purpose, the empty set none.
    audience: ids of institutions, circles or members it is for; None is no restriction. From AMBER up the audience is
        closed: unnamed means nobody beyond the institutions concerned. AMBER+STRICT names nobody.
    legal_basis: the bases that it rests on.
    originators: ids of the institutions that it comes from.
    expires: when nobody may see it any longer (with time zone; kept in UTC).

    The markings form a join-semilattice with `Handling()` at the bottom; `a <= b` says that b is at least as strict.
    An invalid marking raises pydantic's ValidationError (a ValueError).
    """

    tlp: Tlp = Tlp.CLEAR
    pap: Pap = Pap.CLEAR
    codes: frozenset[Code] = frozenset()
    purposes: frozenset[str] | None = None
    audience: frozenset[str] | None = None
    legal_basis: frozenset[str] = frozenset()
    originators: frozenset[str] = frozenset()
    expires: AwareDatetime | None = Field(default=None)

    @field_validator("purposes", "audience", "legal_basis", "originators")
    @classmethod
    def _names(cls, names: frozenset[str] | None) -> frozenset[str] | None:
        if names is not None and any(not name.strip() for name in names):
            raise ValueError("a name is empty")
        return names

    @field_validator("expires")
    @classmethod
    def _utc(cls, moment: datetime | None) -> datetime | None:
        return moment and moment.astimezone(UTC)

    @model_validator(mode="before")
    @classmethod
    def _closed_audience(cls, given: object) -> object:
        if isinstance(given, dict) and given.get("audience") is None and given.get("tlp", "CLEAR") in CLOSED:
            return {**given, "audience": frozenset()}
        return given

    @model_validator(mode="after")
    def _one_institution(self) -> Self:
        if self.tlp == Tlp.AMBER_STRICT and self.audience:
            raise ValueError("TLP:AMBER+STRICT stays in one institution; name recipients with AMBER or RED")
        return self

    @field_serializer("codes", "purposes", "audience", "legal_basis", "originators")
    def _sorted(self, names: frozenset[str] | None) -> list[str] | None:
        return None if names is None else sorted(names)

    def join(self, other: Handling) -> Handling:
        """Give the mildest marking that is at least as strict as both."""
        return Handling(
            tlp=max(self.tlp, other.tlp),
            pap=max(self.pap, other.pap),
            codes=self.codes | other.codes,
            purposes=_common(self.purposes, other.purposes),
            audience=_common(self.audience, other.audience),
            legal_basis=self.legal_basis | other.legal_basis,
            originators=self.originators | other.originators,
            expires=min(filter(None, (self.expires, other.expires)), default=None),
        )

    def __le__(self, other: Handling) -> bool:
        return self.join(other) == other

    def __ge__(self, other: Handling) -> bool:
        return other <= self

    def has_expired(self, at: datetime) -> bool:
        """Say whether the marking's time is over at the moment `at`."""
        return self.expires is not None and self.expires <= at

    def to_dict(self) -> dict[str, object]:
        """The marking as JSON values, sets sorted: the same marking always gives the same JSON."""
        return self.model_dump(mode="json")

    @classmethod
    def from_dict(cls, values: object) -> Handling:
        """Read what `to_dict` wrote; anything else raises ValueError."""
        return cls.model_validate(values)


CLOSED = frozenset({Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED})


def strictest(markings: Iterable[Handling]) -> Handling:
    """Join all markings; of none, the bottom."""
    return reduce(Handling.join, markings, Handling())


def _common(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or other is None:
        return one if other is None else other
    return one & other
