"""What the gate holds back must not come back through another number of the same map."""

import numpy as np
import pytest

from majlis.engine.opinion import opinion_map
from majlis.engine.opinion.spread import RING_CHI_SQUARE
from majlis.engine.opinion.votes import Statement, Votes
from majlis.engine.report import sentence
from tests.engine.opinion.worlds import planted


def rows(extra):
    """A hundred and twenty people in two groups, and a few who voted on one statement only."""
    votes, _ = planted(120, 40, (0.6, 0.4), 0.5, 1)
    listed = zip(votes.participants, votes.statements, votes.values, strict=True)
    return [(f"p{p}", str(s), int(v)) for p, s, v in listed] + [(f"q{n}", "0", 1) for n in range(extra)]


@pytest.fixture(scope="module", params=[1, 4])
def found(request):
    return opinion_map(Votes.from_triplets(rows(request.param))), request.param


def people_behind(place):
    """How many people an attacker reads off a ring, which is drawn at chi-square times the covariance over them."""
    away = np.array(place.ring) - place.centre
    ring = away.T @ away * 2 / len(away) / RING_CHI_SQUARE
    return round(place.covariance[0] / ring[0, 0])


def test_world_has_something_to_hold_back(found):
    result, extra = found
    assert result.several_groups
    assert result.participants.voted - result.participants.placed == 5
    assert result.participants.voted == 120 + extra


def test_ring_tells_no_other_number_than_the_size(found):
    result, _ = found
    assert [people_behind(group.place) for group in result.groups] == [group.size for group in result.groups]


def test_number_that_resamples_drew_from_is_the_number_shown_as_placed(found):
    result, _ = found
    assert result.stability.all_placed
    assert result.stability.people == result.participants.placed
    sure = next(finding for finding in result.findings() if finding.key == "opinion-sure")
    assert (sure.n, sure.values["people"]) == (result.participants.placed,) * 2


def test_no_statement_shows_more_voters_of_a_group_than_the_group_has_people(found):
    """Otherwise the fullest statement tells how many people were held back from the size."""
    result, _ = found
    for group in result.groups:
        most = max(row.per_group[group.id - 1].votes or 0 for row in result.statements)
        assert most <= group.size


def test_group_whose_size_is_held_back_has_no_place_in_the_picture():
    """Eight people voted on everything, one on a single statement: the size would be four."""
    voters = [(f"p{p}", str(s), (-1) ** (p * s)) for p in range(8) for s in range(10)]
    result = opinion_map(Votes.from_triplets([*voters, ("q", "0", 1)]))
    assert [(group.size, group.place) for group in result.groups] == [(None, None)]
    assert result.charts("en") == ()
    assert all(cell.hidden for row in result.statements for cell in row.per_group)


@pytest.mark.parametrize("hidden_votes", [(1, 1), (1, -1), (-1, -1)])
def test_nothing_on_a_statement_with_a_hidden_cell_tells_of_its_votes(hidden_votes):
    """Two clear camps; two of the second answer the last statement. Its totals are the same whatever these two say."""
    camps = [(f"{camp}{n:02}", str(s), 1 if (s % 2 == 0) == (camp == "a") else -1)
             for camp in "ab" for n in range(40) for s in range(12)]  # fmt: skip
    agreeing = 12 - hidden_votes.count(1)
    asked = [(f"a{n:02}", "12", 1 if n < agreeing else -1) for n in range(20)]
    result = opinion_map(
        Votes.from_triplets([*camps, *asked, ("b00", "12", hidden_votes[0]), ("b01", "12", hidden_votes[1])])
    )
    row = result.statement("12")
    assert result.several_groups
    assert (row.votes, row.agree) == (22, 12)
    assert row.per_group[0].hidden
    assert (row.consensus, row.division, row.expected, row.bridging) == (None,) * 4
    assert "12" not in result.bridging


def test_a_long_statement_is_told_in_short():
    long = "x" * 5000
    listed = [Statement(str(s), long if s == 0 else "") for s in range(12)]
    rows_of = [(f"p{n}", str(s), 1) for n in range(20) for s in range(12)]
    found = opinion_map(Votes.from_triplets(rows_of, listed))
    told = [sentence(finding, "ar") for finding in found.findings()]
    assert 300 < max(map(len, told)) < 1000
    assert found.statement("0").text == long
