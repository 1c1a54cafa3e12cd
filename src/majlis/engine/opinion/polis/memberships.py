"""Who belongs to which base cluster, and which base cluster to which group: found from a cold start, or given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from majlis.engine.opinion.polis.arrays import Floats, Ints
from majlis.engine.opinion.polis.clusters import base_clusters, cluster_centres, group_clusters
from majlis.engine.opinion.votes import PARTICIPANT, natural
from majlis.engine.tables import FIRST_DATA_ROW, Column, InputDigest, Problem, TableError, read_csv

BASE = Column("base", ("base-id", "base_id"), required=False)
GROUP = Column("group", ("group-id", "group_id"), required=False)


@dataclass(frozen=True)
class Memberships:
    """Base clusters and groups.

    bases: the base cluster of each participant [N], -1 for those who are not in the conversation; groups: the group of
    each base cluster [B]. base_names, group_names: their ids. digest: the file that they were read from, if any.
    """

    bases: Ints
    groups: Ints
    base_names: tuple[str, ...]
    group_names: tuple[str, ...]
    digest: InputDigest | None = None

    @property
    def of_participants(self) -> Ints:
        """The group of each participant [N], -1 for those who are in none."""
        return np.where(self.bases >= 0, np.append(self.groups, -1)[self.bases], -1)

    @property
    def sizes(self) -> Ints:
        """How many participants each base cluster holds [B]."""
        return np.bincount(self.bases[self.bases >= 0], minlength=len(self.groups))

    def centres(self, projections: Floats) -> Floats:
        """The mean projection of each base cluster's members [B, 2]."""
        inside = self.bases >= 0
        return cluster_centres(projections[inside], np.ones(int(inside.sum())), self.bases[inside])


def cold_start(projections: Floats, people: Ints) -> Memberships:
    """Stages 8 and 9 for the participants in the conversation, in the order met; ids count from 0."""
    bases = np.full(len(projections), -1)
    bases[people] = base_clusters(projections[people])
    count = int(bases.max(initial=-1)) + 1
    found = Memberships(bases, np.zeros(count, np.int64), _numbers(count), ("0",))
    groups = group_clusters(found.centres(projections), found.sizes)
    return Memberships(bases, groups, _numbers(count), _numbers(int(groups.max(initial=-1)) + 1))


def _numbers(count: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(count))


def given(path: Path, participants: Sequence[str]) -> Memberships:
    """Read a file of `participant,base,group`; whoever it leaves out, or gives neither, is not in the conversation.

    Raises TableError for a participant who never voted or stands there twice, a base cluster in two groups, and a base
    cluster or a group alone.
    """
    listed, digest = read_csv(path, (PARTICIPANT, BASE, GROUP))
    _demand_columns(listed, path.name)
    listed = listed.with_columns(pl.col("base", "group").fill_null("")).with_row_index("row", FIRST_DATA_ROW)
    _refuse(listed, participants, path.name)
    inside = listed.filter(pl.col("base") != "")
    base_names = tuple(sorted(set(inside["base"]), key=natural))
    group_names = tuple(sorted(set(inside["group"]), key=natural))
    base_of = dict(zip(inside["participant"], _places(inside["base"], base_names), strict=True))
    group_of = dict(zip(inside["base"], _places(inside["group"], group_names), strict=True))
    return Memberships(
        bases=np.array([base_of.get(participant, -1) for participant in participants], np.int64),
        groups=np.array([group_of[base] for base in base_names], np.int64),
        base_names=base_names,
        group_names=group_names,
        digest=digest,
    )


def _places(values: pl.Series, names: Sequence[str]) -> list[int]:
    places = {name: place for place, name in enumerate(names)}
    return [places[value] for value in values]


def _demand_columns(listed: pl.DataFrame, name: str) -> None:
    absent = [column for column in (BASE, GROUP) if column.name not in listed.columns]
    if absent:
        names = " or ".join((absent[0].name, *absent[0].also_called))
        raise TableError([Problem(name, f"a column {names}", row=1)])


def _refuse(listed: pl.DataFrame, participants: Sequence[str], name: str) -> None:
    problems = [
        Problem(name, expected, row=row, column=column, found=found)
        for row, column, found, expected in _wrong(listed, frozenset(participants))
    ]
    if problems:
        raise TableError(problems)


def _wrong(listed: pl.DataFrame, participants: frozenset[str]) -> Iterator[tuple[int, str, str, str]]:
    """Row, column, what was found and what was expected, in the order of the file."""
    rows = dict[str, int]()
    groups = dict[str, tuple[str, int]]()
    for row, participant, base, group in listed.select("row", "participant", "base", "group").iter_rows():
        if participant not in participants:
            yield row, "participant", participant, "a participant of the votes"
        if rows.setdefault(participant, row) != row:
            yield row, "participant", participant, f"each participant once (it stands in row {rows[participant]})"
        if bool(base) != bool(group):
            yield row, "group" if base else "base", "", "a base cluster with its group, or neither"
        before, where = groups.setdefault(base, (group, row))
        if before != group and base and group:
            yield row, "group", group, f"group {before}, where row {where} has base cluster {base}"
