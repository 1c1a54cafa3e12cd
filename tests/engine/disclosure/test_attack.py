"""An attacker with linear programming against released tables: alone, in pairs that differ by a person, in series."""

import numpy as np
import pytest

from majlis.engine.disclosure.history import Shared
from majlis.engine.disclosure.margins import with_totals
from majlis.engine.disclosure.releasing import release
from majlis.engine.disclosure.rounding import rounded
from majlis.engine.disclosure.tables import CountTable, Released
from majlis.engine.errors import Withheld
from tests.engine.disclosure.attacker import Attacker, found_out, true_cells
from tests.engine.disclosure.worlds import dimensions, one_person, random_table

TABLES, PARTS = 1000, 10
PART = TABLES // PARTS


def published(table, *history, state="one", k=10):
    return release(table, state=state, k=k, history=history)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_protected_count_is_bounded_within_k(part):
    rng = np.random.default_rng([1, part])
    for _ in range(PART):
        table, k = random_table(rng), int(rng.choice([5, 10, 20]))
        shown = published(table, k=k)
        attacker = Attacker([[shown.to_dict()]])
        assert found_out(attacker, table, k) == []
        for where, count in true_cells(table):
            assert shown.at(**where) in {None, count}
            assert count >= k or shown.at(**where) is None


@pytest.mark.parametrize("part", range(PARTS))
def test_a_pair_that_differs_by_one_person_tells_nothing_more(part):
    rng = np.random.default_rng([2, part])
    for _ in range(PART):
        first = random_table(rng)
        second, kind = one_person(rng, first)
        before = published(first)
        try:
            after = [published(second, before, state="two").to_dict()]
        except Withheld:
            after = []
        knows = {"came": {"grew": True, "by": 1}, "left": {"shrank": True, "by": 1}, "moved": {}}[kind]
        pair = Attacker([[before.to_dict()], after], **knows)
        assert found_out(pair, first, 10, 0) == []
        if after:
            assert found_out(pair, second, 10, 1) == []


@pytest.mark.parametrize("part", range(5))
def test_a_series_in_which_people_only_come_or_only_leave(part):
    rng = np.random.default_rng([3, part])
    released = 0
    for _ in range(20):
        table, grows = random_table(rng), bool(rng.integers(2))
        shown, tables = [published(table)], [table]
        for step in range(2):
            counts = tables[-1].counts
            moved = rng.integers(8, 25, counts.shape) if grows else -rng.integers(0, counts // 2 + 1)
            table = CountTable(table.dimensions, counts + moved)
            try:
                shown.append(published(table, *shown, state=f"later {step}"))
            except Withheld:
                continue
            tables.append(table)
        attacker = Attacker([[one.to_dict()] for one in shown], grew=grows, shrank=not grows)
        released += len(shown) - 1
        for state, counted in enumerate(tables):
            assert found_out(attacker, counted, 10, state) == []
    assert released > 5


@pytest.mark.parametrize("part", range(4))
def test_breakdowns_of_the_same_people_are_read_together(part):
    """Margins of one crossing of three, released one after the other."""
    rng = np.random.default_rng([4, part])
    released = 0
    for _ in range(15):
        full = rng.negative_binomial(1, 1 / (1 + rng.choice([4, 10, 25])), (2, 3, 2))
        names, history, tables = dimensions(full.shape), [], []
        for gone in rng.permutation(3):
            kept = tuple(d for axis, d in enumerate(names) if axis != gone)
            table = CountTable(kept, full.sum(axis=gone))
            try:
                history.append(published(table, *history))
            except Withheld:
                continue
            tables.append(table)
        attacker = Attacker([[one.to_dict() for one in history]])
        released += len(history)
        for table in tables:
            assert found_out(attacker, table, 10) == []
    assert released > 25


# The attack has teeth.


def careless(table, k=10, state="one"):
    """Hides what is small, and nothing else."""
    counts = with_totals(table.counts)
    return Released(table.dimensions, np.where(counts < k, 0, counts), counts >= k, k, state)


def test_the_attacker_wins_against_primary_suppression_alone():
    rng = np.random.default_rng(5)
    tables = [random_table(rng) for _ in range(60)]
    won = [table for table in tables if found_out(Attacker([[careless(table).to_dict()]]), table, 10)]
    assert len(won) > 20


def test_the_attacker_wins_against_releases_without_a_history():
    """31 people, then 32: a release that knows nothing of the first tells where the new one stands."""
    first = CountTable(dimensions((2, 2)), np.array([[12, 19], [9, 30]]))
    second = CountTable(first.dimensions, first.counts + np.array([[0, 0], [1, 0]]))
    one, two = published(first), published(second, state="two")
    attacker = Attacker([[one.to_dict()], [two.to_dict()]], grew=True, by=1)
    assert found_out(attacker, first, 10)
    with pytest.raises(Withheld, match="fewer than 10 people"):
        published(second, one, state="two")


@pytest.mark.parametrize(
    "full",
    [
        [[[6, 4], [4, 7], [3, 1], [2, 5]], [[9, 7], [0, 11], [0, 5], [15, 2]]],
        [[[1, 3], [4, 19], [1, 7], [3, 8]], [[0, 4], [16, 18], [55, 9], [0, 12]]],
    ],
    ids=["one", "two"],
)
def test_the_attacker_wins_against_two_breakdowns_without_a_history(full):
    """Each of the tables is safe alone; read together, they are not. With a history they are."""
    names, counts = dimensions((2, 4, 2)), np.array(full)
    tables = [CountTable(names[:2], counts.sum(axis=2)), CountTable(names[1:], counts.sum(axis=0))]
    for table in tables:
        assert found_out(Attacker([[published(table).to_dict()]]), table, 10) == []
    apart = Attacker([[published(table).to_dict() for table in tables]])
    assert any(found_out(apart, table, 10) for table in tables)
    first = published(tables[0])
    together = Attacker([[first.to_dict(), published(tables[1], first).to_dict()]])
    assert not any(found_out(together, table, 10) for table in tables)


def test_rounded_tables_add_up_and_keep_k_of_room():
    """The reader supposes that every count lies next to its rounded one, and that rounded totals are of true totals."""
    rng = np.random.default_rng(7)
    for _ in range(40):
        table = random_table(rng)
        try:
            whole = rounded(table)
        except Withheld:
            assert table.counts.ndim > 2
            continue
        inner = whole[tuple(slice(-1) for _ in whole.shape)]
        assert (with_totals(inner) == whole).all()
        assert (whole % 20 == 0).all()
        assert (np.abs(whole - with_totals(table.counts)) < 20).all()
        assert _room(table, whole) >= 10 - 1e-6


def _room(table, whole):
    reader = Attacker([[{"dimensions": [{"name": d.name, "categories": d.categories} for d in table.dimensions],
                         "counts": np.full(whole.shape, None).tolist()}]])  # fmt: skip
    for (where, _), value in zip(true_cells(table), whole.ravel(), strict=True):
        reader.less.extend([reader.row(where), -reader.row(where)])
        reader.most.extend([value + 19, -(value - 19)])
    return min((reader.width(where) for where, count in true_cells(table) if count < 10), default=np.inf)


def test_counts_are_compared_over_shared_dimensions_whatever_their_order():
    a, b, c = dimensions((2, 3, 2))
    full = np.random.default_rng(8).integers(20, 60, (2, 3, 2))
    shown = published(CountTable((a, b), full.sum(axis=2)))
    other = CountTable((c, b), full.sum(axis=0).T)
    shared = Shared.between(other.dimensions, with_totals(other.counts), shown)
    assert shared.shown.all()
    assert shared.now.tolist() == shared.before.tolist() == [*full.sum(axis=(0, 2)), full.sum()]
