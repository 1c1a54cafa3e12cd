"""The policies: what is kept, for how long, and what takes it away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models

Expire = Callable[[datetime], Iterable[str]]


@dataclass(frozen=True)
class Policy:
    """One policy: erases what was over before a moment, and gives a digest for each thing.

    days: how long it is kept where MAJLIS_KEEP does not say; most: the longest that anybody can say. covers: the tables
    (`app.model`) whose personal columns it answers for. leaves: tables whose files must be rid of the old rows; Record
    stands for every table with words of records.
    """

    key: str
    days: int
    most: int
    expire: Expire
    covers: frozenset[str] = frozenset()
    leaves: tuple[type[models.Model], ...] = ()

    @property
    def kept(self) -> int:
        """For how many days it is kept here."""
        return int(settings.KEEP.get(self.key, self.days))

    def cutoff(self, now: datetime) -> datetime:
        """The moment before which everything is over; a setting beyond the most does not hold."""
        return now - timedelta(days=min(self.kept, self.most))


_policies: dict[str, Policy] = {}


def keeps(
    key: str,
    *,
    days: int,
    most: int,
    covers: Iterable[str] = (),
    leaves: tuple[type[models.Model], ...] = (),
) -> Callable[[Expire], Expire]:
    """Declare a policy; ValueError where the key is taken."""

    def declare(expire: Expire) -> Expire:
        if key in _policies:
            raise ValueError(f"the policy {key} is declared twice")
        _policies[key] = Policy(key, days, most, expire, frozenset(covers), leaves)
        return expire

    return declare


def policies() -> list[Policy]:
    """The policies in the order of their names."""
    return [policy for _, policy in sorted(_policies.items())]
