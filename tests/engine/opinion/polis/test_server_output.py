"""Every stage on its own against what Polis's server computed, and the JSON of the whole against it."""

import json
import shutil

import numpy as np
import pytest

from majlis.engine.analysis import find_analysis
from majlis.engine.opinion.polis.clusters import in_conversation
from majlis.engine.opinion.polis.conversation import Conversation
from majlis.engine.opinion.polis.memberships import given
from majlis.engine.opinion.polis.projection import extremity, statement_projections
from majlis.engine.opinion.polis.stages import compute, describe, place
from majlis.engine.opinion.votes import Votes
from tests.engine.opinion.polis.conversations import SERVED, SERVER_OUTPUT, served, write_memberships

SINGLE = 2e-6  # the server stores tests of difference as single floats
EXACT = {"rtol": 0, "atol": 1e-9}


class Case:
    """A conversation read from its files, beside the server's own output."""

    def __init__(self, folder, scratch):
        self.folder = folder
        self.server = served(folder)
        self.memberships = write_memberships(scratch / "memberships.csv", self.server)
        self.conversation = Conversation.read([folder])
        self.ids = [str(number) for number in self.server["tids"]]
        self.map = compute(self.conversation, self.memberships)

    def by_statement(self, values):
        """The server's values by statement, in the order of the columns."""
        return np.array([values[statement] for statement in self.conversation.statements])


@pytest.fixture(scope="module", params=SERVED)
def case(request, reference_data, tmp_path_factory):
    return Case(reference_data / "polis" / request.param, tmp_path_factory.mktemp("memberships"))


# Stages 1 to 7


def test_vote_counts_and_statements_are_the_same(case):
    counts = dict(zip(case.conversation.participants, case.conversation.seen.given.tolist(), strict=True))
    assert counts == case.server["user-vote-counts"]
    assert list(case.conversation.statements) == case.ids


def test_moderated_and_meta_statements_are_the_same(case):
    ids = np.array(case.conversation.statements)
    assert set(ids[case.conversation.out]) == {str(tid) for tid in case.server["mod-out"]} & set(case.ids)
    assert set(ids[case.conversation.meta]) == {str(tid) for tid in case.server["meta-tids"]}


def test_centre(case):
    np.testing.assert_allclose(case.map.placed.centre, case.server["pca"]["center"], **EXACT)


def test_components_with_their_signs(case):
    theirs = np.array(case.server["pca"]["comps"])
    cosines = (case.map.placed.components * theirs).sum(axis=1) / np.linalg.norm(theirs, axis=1)
    np.testing.assert_allclose(cosines, 1, atol=1e-9)


def test_base_centres_of_the_servers_own_members(case):
    bases = case.server["base-clusters"]
    theirs = {str(base): point for base, *point in zip(bases["id"], bases["x"], bases["y"], strict=True)}
    ours = case.map.memberships.centres(case.map.placed.participants)
    np.testing.assert_allclose(ours, [theirs[name] for name in case.map.memberships.base_names], **EXACT)
    sizes = {str(base): count for base, count in zip(bases["id"], bases["count"], strict=True)}
    assert dict(zip(case.map.memberships.base_names, case.map.memberships.sizes.tolist(), strict=True)) == sizes


def test_statement_projections_and_extremity(case):
    pca = case.server["pca"]
    ours = statement_projections(np.array(pca["center"]), np.array(pca["comps"]))
    np.testing.assert_allclose(ours, pca["comment-projection"], **EXACT)
    np.testing.assert_allclose(extremity(ours), pca["comment-extremity"], **EXACT)
    np.testing.assert_allclose(case.map.placed.extremity, pca["comment-extremity"], **EXACT)


def test_those_with_seven_votes_are_in_the_conversation_and_only_history_adds_others(case):
    seen = case.conversation.seen
    ours = {case.conversation.participants[row] for row in in_conversation(seen.given, seen.n_statements)}
    theirs = {str(participant) for participant in case.server["in-conv"]}
    assert ours <= theirs
    early = theirs - ours
    assert len(early) <= 2
    assert all(case.server["user-vote-counts"][participant] < 7 for participant in early)


# Stages 10 to 14, for the server's own groups


def test_group_votes(case):
    for place_, name in enumerate(case.map.memberships.group_names):
        theirs = case.server["group-votes"][name]
        votes = case.map.votes.of(place_)
        for letter, counts in zip("ADS", (votes.agree, votes.disagree, votes.seen), strict=True):
            expected = case.by_statement({tid: cell[letter] for tid, cell in theirs["votes"].items()})
            np.testing.assert_array_equal(counts, expected)


def test_group_aware_consensus(case):
    np.testing.assert_allclose(
        case.map.group_aware, case.by_statement(case.server["group-aware-consensus"]), rtol=0, atol=1e-12
    )


def test_priorities(case):
    np.testing.assert_allclose(case.map.priorities, case.by_statement(case.server["comment-priorities"]), **EXACT)


# The JSON, as an outside program reads it


@pytest.fixture(scope="module")
def told(case):
    analysis = find_analysis("opinion-map")
    votes = Votes.load([case.folder])
    result = analysis.run(votes, method="polis", memberships=str(case.memberships), projections=True)
    return json.loads(result.to_json())["result"]["polis"]


def test_json_group_votes_and_sizes(case, told):
    assert set(told["group_votes"]) == set(case.server["group-votes"])
    for name, theirs in case.server["group-votes"].items():
        ours = told["group_votes"][name]
        assert ours["n_members"] == theirs["n-members"]
        assert ours["votes"] == theirs["votes"]


def test_json_selects_the_same_statements_for_each_group_in_the_same_order(case, told):
    for group, theirs in case.server["repness"].items():
        ours = told["representativeness"][group]
        assert [row["statement"] for row in ours] == [str(row["tid"]) for row in theirs]
        assert [row["repful_for"] for row in ours] == [row["repful-for"] for row in theirs]
        assert [row["best_agree"] for row in ours] == [row.get("best-agree", False) for row in theirs]
        for one, other in zip(ours, theirs, strict=True):
            assert (one["n_success"], one["n_trials"]) == (other["n-success"], other["n-trials"])
            for key in ("p_success", "p_test", "repness"):
                assert one[key] == pytest.approx(other[key.replace("_", "-")], abs=1e-9)
            assert one["repness_test"] == pytest.approx(other["repness-test"], abs=SINGLE)


def test_json_consensus_lists(case, told):
    for way in ("agree", "disagree"):
        ours, theirs = told["consensus"][way], case.server["consensus"][way]
        assert [row["statement"] for row in ours] == [str(row["tid"]) for row in theirs]
        for one, other in zip(ours, theirs, strict=True):
            assert (one["n_success"], one["n_trials"]) == (other["n-success"], other["n-trials"])
            assert one["p_success"] == pytest.approx(other["p-success"], abs=1e-9)
            assert one["p_test"] == pytest.approx(other["p-test"], abs=1e-9)


def test_json_numbers_by_statement_and_by_base(case, told):
    pca, bases = case.server["pca"], case.server["base-clusters"]
    assert told["center"] == pytest.approx(dict(zip(case.ids, pca["center"], strict=True)), abs=1e-9)
    for ours, theirs in zip(told["components"], pca["comps"], strict=True):
        assert ours == pytest.approx(dict(zip(case.ids, theirs, strict=True)), abs=1e-9)
    assert told["extremity"] == pytest.approx(dict(zip(case.ids, pca["comment-extremity"], strict=True)), abs=1e-9)
    assert told["group_aware_consensus"] == pytest.approx(case.server["group-aware-consensus"], abs=1e-9)
    assert told["priorities"] == pytest.approx(case.server["comment-priorities"], abs=1e-9)
    assert set(told["base_centers"]) == {str(base) for base in bases["id"]}
    for base, x, y, count in zip(bases["id"], bases["x"], bases["y"], bases["count"], strict=True):
        assert told["base_centers"][str(base)] == pytest.approx([x, y], abs=1e-9)
        assert told["base_sizes"][str(base)] == count


def test_json_participants_have_the_servers_vote_counts(case, told):
    assert {p: row["votes"] for p, row in told["participants"].items()} == case.server["user-vote-counts"]
    assert set(told["projections"]) == set(case.server["user-vote-counts"])


def test_priorities_are_not_all_alike(case, told):
    """A truthiness error once gave every statement the same priority, for sixteen months."""
    values = [value for statement, value in told["priorities"].items() if statement not in told["out"]]
    assert len({round(value, 9) for value in values}) > 0.95 * len(values)


def test_meta_statements_can_be_marked_in_the_file_of_statements_instead(reference_data, tmp_path):
    folder = reference_data / "polis" / "biodiversity"
    meta = {str(tid) for tid in served(folder)["meta-tids"]}
    shutil.copy(folder / "votes.csv", tmp_path)
    lone = Conversation.read([folder / "votes.csv", folder / "comments.csv"])
    state = {s: -1 if out else 1 for s, out in zip(lone.statements, lone.out, strict=True)}
    rows = [f"{s},{state[s]},{'t' if s in meta else 'f'}" for s in lone.statements]
    (tmp_path / "comments.csv").write_text("\n".join(["comment-id,moderated,is-meta", *rows]), encoding="utf-8")
    marked, named = Conversation.read([tmp_path]), Conversation.read([folder])
    assert not lone.meta.any()
    assert [digest.name for digest in named.also_read] == [SERVER_OUTPUT]
    np.testing.assert_array_equal(marked.out, named.out)
    np.testing.assert_allclose(place(marked).components, place(named).components, atol=1e-12)


def test_other_memberships_give_other_groups(case, tmp_path):
    """The later stages follow the file, not the clusters that a cold start would find."""
    names = case.conversation.participants
    path = tmp_path / "m.csv"
    path.write_text("participant,base,group\n" + "".join(f"{n},b{i % 30},g{i % 3}\n" for i, n in enumerate(names)))
    other = describe(case.conversation, case.map.placed, given(path, names))
    assert other.memberships.group_names == ("g0", "g1", "g2")
    assert other.votes.seen.sum() == case.conversation.seen.given.sum()
