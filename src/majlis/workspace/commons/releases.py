"""The one door through which counts of people leave: the release gate, with its history.

Rooms call `release_counts` for a table, and `keep_release` for counts that passed a rule of their own (the map of a
consultation, its live screens); both are acts, part of the act that publishes. `shown` gives what was released.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from majlis.engine.disclosure.releasing import release
from majlis.engine.disclosure.tables import CountTable, Released
from majlis.engine.disclosure.thresholds import PEOPLE, VOTES, enough
from majlis.engine.errors import Withheld
from majlis.workspace.commons.actions import action
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import CountRelease, Population

__all__ = ["enough_voters", "keep_release", "release_counts", "shown", "was_released"]


@action("counts.release")
def release_counts(
    *, population: str, table: str, counts: CountTable, state: str, k: int = PEOPLE, minors: bool = False
) -> CountRelease:
    """Release a table of people with its totals and keep what was shown.

    population: the key of the people counted; table: the table's name among theirs; state: the digest of the rows.
    Raises Withheld where earlier releases forbid it: what they showed stands (`shown`).
    """
    found = _locked(population)
    history = [Released.restore(row.content) for row in found.releases.filter(kind=CountRelease.Kind.TABLE)]
    released = release(counts, state=state, k=k, minors=minors, history=history)
    return _keep(found, table, CountRelease.Kind.TABLE, state, released.to_dict())


@action("counts.keep")
def keep_release(*, population: str, table: str, state: str, content: Mapping[str, Any]) -> CountRelease:
    """Keep what was shown of counts that passed their own rule in the engine: released once, and never otherwise.

    Raises Withheld for anything else than what was released under this name: the difference could rest on one person.
    """
    found = _locked(population)
    earlier = found.releases.filter(table=table).first()
    if earlier is not None and (earlier.state, earlier.digest) != (state, digest(content)):
        raise Withheld(f"{table} was released with other counts, which stand")
    return earlier or _keep(found, table, CountRelease.Kind.ONCE, state, content)


def shown(population: str, table: str) -> Released | None:
    """The newest release of a table; None where there is none."""
    rows = CountRelease.objects.filter(population__key=population, table=table, kind=CountRelease.Kind.TABLE)
    newest = rows.last()
    return Released.restore(newest.content) if newest else None


def was_released(population: str, table: str, content: Mapping[str, Any]) -> bool:
    """Whether exactly these counts were shown before, so that showing them again says nothing more."""
    return CountRelease.objects.filter(population__key=population, table=table, digest=digest(content)).exists()


def enough_voters(count: int) -> int | None:
    """One count of voters that stands alone, None under five."""
    return enough(count, VOTES)


def _locked(population: str) -> Population:
    Population.objects.get_or_create(key=population)
    return Population.objects.select_for_update().get(key=population)


def _keep(population: Population, table: str, kind: str, state: str, content: Mapping[str, Any]) -> CountRelease:
    known = {"kind": kind, "state": state, "content": dict(content)}
    return population.releases.get_or_create(table=table, digest=digest(content), defaults=known)[0]
