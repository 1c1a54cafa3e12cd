"""Shares of groups of which membership is not sure: plain counts where it is, and no vote counted for itself."""

from types import SimpleNamespace

import numpy as np
import pytest

from majlis.engine.opinion import places
from majlis.engine.opinion.factors import Decided, fit_factors, information, place, starting
from majlis.engine.opinion.groups import Found, Reason
from majlis.engine.opinion.mixture import Evidence, best_mixture, spread_out
from majlis.engine.opinion.places import blocks
from majlis.engine.opinion.soft import SoftCounts, soft_counts, soft_shares
from tests.engine.opinion.worlds import dense, matrix, parted


def fitted(votes, groups, rank=1):
    """Statements, and a mixture of so many groups."""
    table = Decided.of(votes)
    factors = fit_factors(table, starting(votes.n_statements, rank))
    placed = place(table, factors)
    known = Evidence.of(information(placed, factors), np.ones((1, votes.n_participants)))
    rng = np.random.default_rng(0)
    mixture = best_mixture(known, [spread_out(known, groups, rng) for _ in range(4)])
    return table, factors, placed, Found(Reason.FOUND, mixture)


def sure(groups, votes):
    """A grouping that is sure of everybody, asked for the voter of each vote."""
    members = np.eye(groups.max() + 1)[groups]
    return SimpleNamespace(voters=lambda known, statements: members[votes.participants])


def test_sure_memberships_give_plain_counts():
    votes, groups, _ = parted(90, 20, (0.5, 0.3, 0.2), 0.6, 0)
    table, factors, placed, _ = fitted(votes, 2)
    counts = soft_counts(votes, table, factors, placed, sure(groups, votes), np.ones(90, bool))
    cells = np.zeros((20, 3)), np.zeros((20, 3))
    for person, statement, value in zip(votes.participants, votes.statements, votes.values, strict=True):
        cells[0][statement, groups[person]] += 1
        cells[1][statement, groups[person]] += value == 1
    seen, agree = cells
    assert counts.pairs == pytest.approx(seen[:, :, None] * np.eye(3), abs=1e-9)
    assert counts.agreeing == pytest.approx(agree, abs=1e-9)
    shares = soft_shares(counts)
    assert shares.shares == pytest.approx((agree + 0.5) / (seen + 1), abs=0.01)
    share = np.clip((agree + 0.5) / (seen + 1), 0.01, 0.99)
    variance = np.einsum("sgg->sg", shares.covariances)
    assert variance == pytest.approx(seen * share * (1 - share) / (seen + 1) ** 2, rel=0.02, abs=1e-4)


def test_a_statement_nobody_answered_is_half_and_wide():
    found = soft_shares(SoftCounts(np.zeros((1, 2, 2)), np.zeros((1, 2))))
    assert found.shares == pytest.approx(np.full((1, 2), 0.5))
    assert np.sqrt(np.einsum("sgg->sg", found.covariances)) == pytest.approx(np.full((1, 2), 0.5))


def test_only_those_counted_count_and_groups_join():
    votes, _, _ = parted(90, 20, (0.5, 0.3, 0.2), 0.6, 0)
    table, factors, placed, found = fitted(votes, 3, rank=2)
    counted = np.arange(90) % 3 > 0
    counts = soft_counts(votes, table, factors, placed, found, counted)
    seen = np.bincount(votes.statements[counted[votes.participants]], minlength=20)
    assert counts.pairs.sum(axis=(1, 2)) == pytest.approx(seen)
    joined = counts.joined(np.array([0, 1, 0]))
    assert joined.pairs.sum(axis=(1, 2)) == pytest.approx(seen)
    assert joined.agreeing[:, 0] == pytest.approx(counts.agreeing[:, [0, 2]].sum(axis=1))
    assert joined.pairs[:, 0, 0] == pytest.approx(counts.pairs[:, [0, 0, 2, 2], [0, 2, 0, 2]].sum(axis=1))


def test_blocks_add_up_to_the_whole(monkeypatch):
    votes, _, _ = parted(120, 30, (0.6, 0.4), 0.5, 3)
    table, factors, placed, found = fitted(votes, 2)
    whole = soft_counts(votes, table, factors, placed, found, np.ones(120, bool))
    monkeypatch.setattr(places, "BLOCK", 200)
    parts = blocks(votes)
    assert len(parts) > 5
    total = SoftCounts(np.zeros((30, 2, 2)), np.zeros((30, 2)))
    for block in parts:
        theirs = Decided.of(block.votes)
        people = block.last - block.first
        total = total.plus(
            soft_counts(block.votes, theirs, factors, place(theirs, factors), found, np.ones(people, bool))
        )
    assert total.pairs == pytest.approx(whole.pairs, abs=1e-9)
    assert total.agreeing == pytest.approx(whole.agreeing, abs=1e-9)


def test_groups_of_a_vote_are_those_of_its_voter_without_it():
    """Each vote's memberships against placing its voter anew by the other votes alone."""
    votes, _, _ = parted(80, 12, (0.5, 0.5), 0.6, 4)
    table, factors, placed, found = fitted(votes, 2)
    counts = soft_counts(votes, table, factors, placed, found, np.ones(80, bool))
    pairs, agreeing = np.zeros((12, 2, 2)), np.zeros((12, 2))
    for vote in range(len(votes.values)):
        mine = np.flatnonzero(votes.participants == votes.participants[vote])
        mine = mine[mine != vote]
        if not len(mine):
            members = found.members(information(place(Decided.of(dense([[-9] * 12])), factors), factors))[0]
        else:
            alone = matrix(np.zeros(len(mine)), votes.statements[mine], votes.values[mine], 1, 12)
            members = found.members(information(place(Decided.of(alone), factors), factors))[0]
        pairs[votes.statements[vote]] += np.outer(members, members)
        agreeing[votes.statements[vote]] += members * (votes.values[vote] == 1)
    ours, theirs = soft_shares(counts), soft_shares(SoftCounts(pairs, agreeing))
    # The slopes of a person's other votes move a little when one is left out; the shares hardly do.
    assert ours.shares == pytest.approx(theirs.shares, abs=0.03)
    assert np.abs(ours.shares - theirs.shares).mean() < 0.01


def test_the_own_vote_puts_nobody_into_a_group_that_then_agrees():
    """Chance votes, two groups made of noise: their shares must not differ as if they were groups."""
    rng = np.random.default_rng(0)
    votes = dense(rng.choice([-1, 1], (400, 9)))
    table, factors, placed, found = fitted(votes, 2)
    counts = soft_counts(votes, table, factors, placed, found, np.ones(400, bool))
    shares = soft_shares(counts)
    gap = shares.shares[:, 0] - shares.shares[:, 1]
    contrast = np.array([1.0, -1.0])
    deviation = np.sqrt(np.einsum("g,sgh,h->s", contrast, shares.covariances, contrast))
    assert (np.abs(gap) < 3 * deviation).all()
    # Counted plainly, by the group where the own vote has put its voter, the groups part.
    labels = found.members(information(placed, factors)).argmax(axis=1)[votes.participants]
    plain = [np.bincount(votes.statements[labels == g], votes.values[labels == g] == 1, 9) for g in (0, 1)]
    plain = [agree / np.bincount(votes.statements[labels == g], minlength=9) for g, agree in enumerate(plain)]
    assert np.abs(plain[0] - plain[1]).max() > 5 * np.sqrt(0.5 / 400)
