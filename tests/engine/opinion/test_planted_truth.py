"""The whole map on planted truth: what is found, what is not claimed, what never shows."""

import json
import os
import random
from collections import defaultdict

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from majlis.engine.messages import LANGUAGES
from majlis.engine.opinion import OpinionMap, opinion_map
from majlis.engine.opinion.fit import fit_map
from majlis.engine.opinion.votes import Statement, Votes
from majlis.engine.report import document, sentence
from tests.engine.opinion.worlds import matrix


def world(sizes, statements, density, seed):
    """Votes of planted groups: on seven statements of ten each leans its own way, on the others all lean alike."""
    rng = np.random.default_rng(seed)
    group = np.repeat(np.arange(len(sizes)), sizes)
    chance = rng.choice([0.15, 0.5, 0.85], (len(sizes), statements))
    shared = rng.random(statements) < 0.3
    chance[:, shared] = chance[0, shared]
    seen = rng.random((len(group), statements)) < density
    agree = rng.random(seen.shape) < chance[group]
    rows = [(f"p{p}", str(s), 1 if agree[p, s] else -1) for p, s in np.argwhere(seen)]
    return rows, group, chance


def oracle(rows, chance, people):
    """The most likely group of each person for somebody who knows the planted probabilities."""
    likelihood = np.zeros((people, len(chance)))
    for person, statement, vote in rows:
        planted = chance[:, int(statement)]
        likelihood[int(person[1:])] += np.log(planted if vote == 1 else 1 - planted)
    return likelihood.argmax(axis=1)


def crowd(people, statements, density, seed):
    """One population: everybody has the same probabilities."""
    rng = np.random.default_rng(seed)
    chance = rng.uniform(0.1, 0.9, statements)
    seen = rng.random((people, statements)) < density
    votes = np.where(rng.random(seen.shape) < chance, 1, -1)
    return [(f"p{p}", str(s), int(votes[p, s])) for p, s in np.argwhere(seen)]


@pytest.mark.parametrize(
    ("sizes", "statements", "density"),
    [((100, 100), 40, 0.8), ((150, 50), 40, 0.8), ((80, 60, 40), 40, 0.6), ((180, 20), 40, 0.6)],
    ids=["equal", "three-to-one", "three-groups", "nine-to-one"],
)
def test_planted_groups_are_found_nearly_as_well_as_an_oracle_can(sizes, statements, density):
    rows, planted, chance = world(sizes, statements, density, seed=3)
    people, columns, values = zip(*((int(p[1:]), int(s), v) for p, s, v in rows), strict=True)
    fit = fit_map(matrix(people, columns, values, len(planted), statements), statement_order=range(statements))
    placed = fit.groups > 0
    truth, best = planted, oracle(rows, chance, len(planted))
    assert fit.n_groups == len(sizes)
    assert adjusted_rand_score(truth[placed], fit.groups[placed]) >= adjusted_rand_score(truth, best) - 0.08


def test_one_population_is_not_split():
    claims = [opinion_map(Votes.from_triplets(crowd(120, 30, 0.5, seed))).several_groups for seed in range(6)]
    assert sum(claims) <= 1


def test_small_conversation_claims_no_groups(reference_data):
    found = opinion_map(Votes.load([reference_data / "polis" / "london-youth-policing"]))
    assert found.participants.voted == 26
    assert not found.several_groups


@pytest.fixture(scope="module")
def listed():
    rows, _, _ = world((50, 30), 20, 0.6, seed=0)
    return rows, opinion_map(Votes.from_triplets(rows)).to_json()


@pytest.mark.parametrize("seed", range(5))
def test_order_and_names_change_not_a_byte(listed, seed):
    rows, written = listed
    shuffle = random.Random(seed)
    names = sorted({p for p, _, _ in rows})
    people = {p: f"x{n}" for n, p in enumerate(shuffle.sample(names, k=len(names)))}
    renamed = [(people[p], s, v) for p, s, v in rows]
    shuffle.shuffle(renamed)
    assert opinion_map(Votes.from_triplets(renamed)).to_json() == written


@pytest.mark.parametrize("cores", [1, 2])
def test_cores_change_not_a_byte(listed, cores, monkeypatch):
    rows, written = listed
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert opinion_map(Votes.from_triplets(rows)).to_json() == written


@pytest.mark.parametrize("seed", range(3))
def test_renamed_statements_keep_the_groups(seed):
    rows, _, _ = world((50, 30), 20, 0.6, seed=seed)
    shuffle = random.Random(seed)
    codes = {str(s): str(n) for s, n in zip(range(20), shuffle.sample(range(20), 20), strict=True)}
    first = opinion_map(Votes.from_triplets(rows))
    second = opinion_map(Votes.from_triplets([(p, codes[s], v) for p, s, v in rows]))
    assert [g.size for g in first.groups] == [g.size for g in second.groups]
    assert first.stability == second.stability
    for row in first.statements:
        other = second.statement(codes[row.id])
        assert (row.votes, row.agree, row.consensus) == (other.votes, other.agree, other.consensus)
        assert [cell.agree for cell in row.per_group] == [cell.agree for cell in other.per_group]


def test_totals_are_the_votes_that_were_cast():
    rows, _, _ = world((40, 40), 15, 0.7, seed=5)
    counts = defaultdict(lambda: [0, 0, 0])
    for _, code, vote in rows:
        counts[code][vote + 1] += 1
    for row in opinion_map(Votes.from_triplets(rows)).statements:
        disagree, passed, agree = counts[row.id]
        assert (row.votes, row.agree, row.disagree, row.passed) == (agree + disagree + passed, agree, disagree, passed)


def test_consensus_interval_covers_the_planted_share():
    """90 % intervals of the least agreeing group's share, over worlds whose groups are plain to see."""
    inside = total = 0
    for seed in range(8):
        rows, _, chance = world((150, 100), 40, 0.9, seed=100 + seed)
        found = opinion_map(Votes.from_triplets(rows))
        if len(found.groups) != 2:
            continue
        for row in found.statements:
            if row.consensus is not None:
                truth = chance[:, int(row.id)].min()
                inside += row.consensus.low <= truth <= row.consensus.high
                total += 1
    assert total > 200
    # Binomial noise of about .018 around .90; the minimum of two posteriors leans a little to the low side.
    assert 0.84 <= inside / total <= 0.95


def test_consensus_is_ranked_by_its_lower_end_and_needs_votes_in_every_group():
    rows, _, _ = world((60, 40), 20, 0.7, seed=8)
    rows += [("p0", "rare", 1), ("p1", "rare", 1), ("p2", "rare", 1)]
    found = opinion_map(Votes.from_triplets(rows))
    lows = [found.statement(code).consensus.low for code in found.consensus]
    assert lows == sorted(lows, reverse=True)
    assert "rare" not in found.consensus
    rare = found.statement("rare")
    assert (rare.votes, rare.agree, rare.consensus, rare.hidden) == (None, None, None, "few_voters")


@pytest.mark.parametrize("voters", [3, 7])
def test_nothing_is_listed_with_fewer_than_five_votes_in_a_group(voters):
    """Everybody of the large group and a few of the small one agree with one statement."""
    rows, group, _ = world((100, 70), 40, 0.9, seed=8)
    few = {f"p{p}" for p in np.flatnonzero(group == 1)[:voters]}
    many = {f"p{p}" for p in np.flatnonzero(group == 0)}
    rows += [(p, "loved", 1) for p in sorted(many | few)]
    found = opinion_map(Votes.from_triplets(rows))
    assert [g.size for g in found.groups] == [100, 70]
    row = found.statement("loved")
    assert (row.consensus is not None) is (voters == 7)
    assert ("loved" in found.consensus) is (voters == 7)
    for code in found.consensus:
        assert min(cell.votes for cell in found.statement(code).per_group) >= 5


def test_map_of_an_earlier_version_still_opens():
    rows, _, _ = world((30, 30), 12, 0.8, seed=2)
    told = json.loads(opinion_map(Votes.from_triplets(rows)).to_json())
    del told["result"]["number"], told["result"]["bridging"]
    for row in told["result"]["statements"]:
        del row["expected"], row["bridging"]
    old = OpinionMap.restore(told)
    assert (old.number, old.bridging) == (None, ())
    assert all(row.expected is None and row.bridging is None for row in old.statements)
    assert document(old)
    for language in LANGUAGES:
        assert all(sentence(finding, language).strip() for finding in old.findings())
        assert old.charts(language)
        assert old.tables(language)


@pytest.mark.parametrize("seed", range(8))
def test_subtraction_gives_nothing_about_fewer_than_five_people(seed):
    """People who voted too little are in no group: totals less groups would show what they said."""
    rng = random.Random(seed)
    rows, _, _ = world((30, 25), 16, 0.6, seed=20 + seed)
    rows += [(f"late{n}", str(rng.randrange(16)), rng.choice([1, 0, -1])) for n in range(rng.randrange(1, 9))]
    found = opinion_map(Votes.from_triplets(rows))
    for row in found.statements:
        cells = [cell for cell in row.per_group if cell.votes is not None]
        assert len(cells) in (0, len(row.per_group))
        assert all(cell.votes >= 5 for cell in cells)
        if cells and row.votes is not None:
            rest = row.votes - sum(cell.votes for cell in cells)
            assert rest == 0 or rest >= 5
    placed = sum(group.size for group in found.groups)
    assert found.participants.placed == placed
    assert found.participants.voted - placed == 0 or found.participants.voted - placed >= 5


def test_dots_are_drawn_and_are_nobody():
    rows, _, _ = world((60, 40), 20, 0.7, seed=8)
    votes = Votes.from_triplets(rows)
    found = opinion_map(votes)
    positions = fit_map(votes.matrix, statement_order=range(20)).positions
    dots = np.array([dot for group in found.groups for dot in group.place.dots])
    nearest = np.min(np.linalg.norm(dots[:, None] - positions[None], axis=2), axis=1)
    assert np.all(nearest > 1e-6)
    assert len(dots) == pytest.approx(100, abs=3)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("a", "1", 1)],
        [("a", str(s), 0) for s in range(9)],
        [(f"p{p}", "1", 1) for p in range(30)],
        [(f"p{p}", str(s), 1) for p in range(30) for s in range(10)],
        [(f"p{p}", str(s), 0) for p in range(30) for s in range(10)],
        [(f"p{p}", str(p), 1) for p in range(30)],
    ],
    ids=["none", "one", "one-person", "one-statement", "alike", "all-pass", "nothing-shared"],
)
def test_edge_has_a_clear_answer_in_every_language(rows):
    found = opinion_map(Votes.from_triplets(rows, [Statement("1", "One")]))
    assert not found.several_groups
    assert document(found)
    for language in LANGUAGES:
        assert all(sentence(finding, language).strip() for finding in found.findings())


def test_every_finding_speaks_three_languages_and_every_figure_has_a_table():
    rows, _, _ = world((60, 40), 20, 0.7, seed=8)
    found = opinion_map(Votes.from_triplets([*rows, ("z", "19", 0)], [Statement("1", "Same"), Statement("2", "Same")]))
    for language in LANGUAGES:
        assert all(sentence(finding, language).strip() for finding in found.findings())
        charts = found.charts(language)
        assert [chart.key for chart in charts] == ["groups", "statements"]
        assert all(chart.twin.rows and chart.alternative for chart in charts)
        for table in found.tables(language):
            assert all(len(row) == len(table.headings) for row in table.rows)


def test_repeated_texts_are_named_once_and_counted_apart():
    rows, _, _ = world((30, 30), 12, 0.8, seed=2)
    listed = [Statement(str(n), "The same words") for n in range(10)]
    found = opinion_map(Votes.from_triplets(rows, listed))
    assert found.same_text == 10
    assert len(found.statements) == 12


def test_document_comes_back_whole():
    rows, _, _ = world((30, 30), 12, 0.8, seed=2)
    found = opinion_map(Votes.from_triplets(rows), seed=4)
    back = OpinionMap.restore(json.loads(found.to_json()))
    assert back.to_json() == found.to_json()
    assert back.provenance == found.provenance


def test_texts_in_another_language_change_nothing_else():
    rows, _, _ = world((30, 30), 12, 0.8, seed=2)
    found = opinion_map(Votes.from_triplets(rows, [Statement("1", "One")]))
    other = found.with_texts({"1": "Un"})
    assert other.statement("1").text == "Un"
    assert other.with_texts({"1": "One"}).to_json() == found.to_json()


@pytest.mark.parametrize("name", ["biodiversity", "austria-climate"])
def test_real_conversation_has_groups_that_come_back(reference_data, name):
    votes = Votes.load([reference_data / "polis" / name])
    found = opinion_map(votes)
    assert found.several_groups
    assert found.stability.came_back >= 0.4
    assert found.participants.voted == votes.participants
    assert 0 < len(found.consensus) <= len(found.statements)
