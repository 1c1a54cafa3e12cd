"""The whole fit: order never matters, edges are calm, what is released adds up."""

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from majlis.engine.disclosure.gate import Hidden
from majlis.engine.opinion import sample
from majlis.engine.opinion.fit import AGREE, DISAGREE, PASS, fit_map
from majlis.engine.opinion.groups import Reason
from tests.engine.opinion.worlds import dense, matrix, planted, shuffled, spectrum


def fitted(votes, **options):
    return fit_map(votes, statement_order=range(votes.n_statements), **options)


@pytest.fixture(scope="module")
def world():
    votes, truth = planted(120, 40, (0.6, 0.4), 0.4, 1)
    return votes, truth, fitted(votes)


def same(here, there, people, statements):
    """Whether two fits are the same to the last bit, after mapping the first's order to the second's."""
    moved_people, moved = np.argsort(people), np.argsort(statements)
    pairs = [
        (here.positions[moved_people], there.positions),
        (here.groups[moved_people], there.groups),
        (here.memberships[moved_people], there.memberships),
        (here.released.totals[moved], there.released.totals),
        (here.released.cells[:, moved], there.released.cells),
        (here.consensus.low[moved], there.consensus.low),
        (here.expected.low[moved], there.expected.low),
        (here.bridging.low[moved], there.bridging.low),
        (here.division.difference.low[moved], there.division.difference.low),
        (statements[here.uniting], there.uniting),
        (statements[here.dividing], there.dividing),
        (statements[here.bridged], there.bridged),
        *((one.dots, other.dots) for one, other in zip(here.spreads, there.spreads, strict=True)),
    ]
    return all(np.array_equal(one, other, equal_nan=True) for one, other in pairs)


@pytest.mark.parametrize("seed", range(4))
def test_order_of_rows_people_and_statements_never_matters(world, seed):
    votes, _, found = world
    other, people, statements = shuffled(votes, np.random.default_rng(seed))
    assert found.n_groups == 2
    assert same(found, fit_map(other, statement_order=statements.tolist()), people, statements)


def test_same_seed_gives_the_same_bits_and_progress_is_told(world):
    votes, _, found = world
    told = []
    again = fitted(votes, progress=lambda stage, share: told.append((stage, share)))
    assert same(found, again, np.arange(120), np.arange(40))
    assert [stage for stage, _ in told] == ["order", "factors", "stability", "null", "places", "agreement"]
    assert [share for _, share in told] == sorted(share for _, share in told)


def test_groups_are_numbered_by_size(world):
    _, _, found = world
    sizes = np.bincount(found.groups)[1:]
    assert sizes.tolist() == sorted(sizes, reverse=True)


def test_groups_of_one_size_are_numbered_by_the_first_statement_they_differ_on():
    half = np.where(np.arange(30)[None] % 2, 1, -1) * np.where(np.arange(100)[:, None] < 50, 1, -1)
    flips = np.random.default_rng(0).random(half.shape) < 0.08
    votes = dense(np.where(flips, -half, half))
    for order in (range(30), range(29, -1, -1)):
        found = fit_map(votes, statement_order=list(order))
        assert np.bincount(found.groups).tolist() == [0, 50, 50]
        shares = found.shares.estimate[:, next(iter(order))]
        assert shares[0] > shares[1]


def test_released_counts_are_the_votes(world):
    votes, _, found = world
    for choice, value in ((AGREE, 1), (DISAGREE, -1), (PASS, 0)):
        counted = np.bincount(votes.statements[votes.values == value], minlength=40)
        assert found.released.totals[:, choice].tolist() == counted.tolist()
    placed = found.groups[votes.participants] > 0
    for group in (1, 2):
        mine = found.groups[votes.participants] == group
        seen = np.bincount(votes.statements[mine & placed], minlength=40)
        shown = found.released.cells_shown
        assert (found.released.cells[group - 1].sum(axis=1)[shown] <= seen[shown]).all()


def test_consensus_rests_on_released_counts_only(world):
    _, _, found = world
    hidden = ~found.released.cells_shown
    assert np.isnan(found.consensus.low[hidden]).all()
    assert not np.isnan(found.consensus.low[~hidden]).any()
    assert set(found.uniting) == set(np.flatnonzero(~hidden))


def test_people_without_enough_votes_have_a_position_and_no_group():
    votes, _ = planted(60, 30, (1.0,), 0.5, 0)
    extra = matrix([*votes.participants, 60, 61], [*votes.statements, 0, 1], [*votes.values, 1, 1], 63, 30)
    found = fitted(extra)
    assert found.groups[60:].tolist() == [0, 0, 0]
    assert np.isfinite(found.positions[60]).all()
    assert np.isnan(found.positions[62]).all()


def test_no_position_of_a_person_is_among_the_dots(world):
    _, _, found = world
    dots = {tuple(np.round(dot, 6)) for spread in found.spreads for dot in spread.dots}
    assert not dots & {tuple(np.round(position, 6)) for position in found.positions}


EDGES = {
    "nobody": matrix([], [], [], 0, 0),
    "no votes": matrix([], [], [], 0, 3),
    "people without votes": matrix([], [], [], 4, 3),
    "one person": dense([[1, -1, 0]]),
    "one statement": dense([[1]] * 20 + [[-1]] * 20),
    "everybody alike": dense([[1, -1, 0, 1, 1, -1, 1, 1]] * 30),
    "all agree": dense([[1] * 8] * 30),
    "all pass": dense([[0] * 8] * 30),
    "opposites": dense([[1] * 8] * 15 + [[-1] * 8] * 15),
    "constant columns": dense(np.column_stack([np.ones((40, 5)), -np.ones((40, 4)), np.zeros((40, 3))]).astype(int)),
    "four people": dense([[1, -1] * 5] * 4),
}


@pytest.mark.parametrize("name", EDGES)
def test_edges_give_a_calm_answer(name):
    votes = EDGES[name]
    found = fitted(votes)
    assert len(found.released.totals_hidden) == votes.n_statements
    assert found.groups.shape == (votes.n_participants,)
    assert found.n_groups <= 1
    assert np.isfinite(found.positions[np.unique(votes.participants)]).all()
    if votes.n_participants < 5:
        assert found.attendance.persons in {0, None}
        assert all(reason is Hidden.FEW_VOTERS for reason in found.released.totals_hidden)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no votes", Reason.NOBODY),
        ("one person", Reason.TOO_FEW),
        ("all pass", Reason.ALIKE),
        ("all agree", Reason.ALIKE),
        ("everybody alike", Reason.ONE_POPULATION),
    ],
)
def test_one_group_has_its_reason(name, reason):
    assert fitted(EDGES[name]).grouping.reason is reason


def test_consensus_of_all_passing_is_no_agreement():
    assert (fitted(EDGES["all pass"]).consensus.high < 0.1).all()


def test_many_people_are_tested_on_a_drawn_part_and_the_result_says_so(monkeypatch):
    monkeypatch.setattr(sample, "MOST_PEOPLE", 150)
    votes, truth = planted(400, 40, (0.5, 0.5), 0.5, 0)
    found = fitted(votes)
    assert found.grouping.stability.people == 150
    assert not found.grouping.stability.whole
    placed = found.groups > 0
    assert placed.sum() == 400
    assert adjusted_rand_score(truth[placed], found.groups[placed]) > 0.8


def test_statement_nobody_saw_is_hidden_and_harms_nothing():
    votes = spectrum(50, 12, 0.8, 0.5, 0)
    wider = matrix(votes.participants, votes.statements, votes.values, 50, 14)
    found = fitted(wider)
    assert found.released.totals_hidden[12:] == (Hidden.FEW_VOTERS,) * 2
    assert np.isnan(found.consensus.low[12:]).all()
