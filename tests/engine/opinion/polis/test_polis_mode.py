"""`method=polis` as a whole: the JSON, the usual fields behind the release gate, and folders of every kind."""

import json

import jsonschema
import pytest

from majlis.cli import run
from majlis.engine.analysis import find_analysis
from majlis.engine.errors import InputError, ParameterError
from majlis.engine.finding import Verdict
from majlis.engine.messages import LANGUAGES
from majlis.engine.opinion import OpinionMap, opinion_map
from majlis.engine.opinion.votes import Votes
from majlis.engine.report import document, sentence
from majlis.engine.tables import TableError
from tests.engine.opinion.polis.conversations import SERVER_OUTPUT, two_camps, write_export

STATEMENTS = range(20)
COMMENTS = "comment-id,moderated,comment-body\n" + "".join(f"{s},{-1 if s == 3 else 1},Text {s}\n" for s in STATEMENTS)


@pytest.fixture
def folder(tmp_path):
    return write_export(tmp_path / "export", two_camps(), COMMENTS)


def polis(folder, **parameters):
    return opinion_map(Votes.load([folder]), method="polis", **parameters)


def told(folder, **parameters):
    return json.loads(polis(folder, **parameters).to_json())["result"]


def test_json_follows_its_schema_and_comes_back(folder):
    found = polis(folder, projections=True)
    written = json.loads(found.to_json())
    jsonschema.validate(written, find_analysis("opinion-map").json_schema())
    assert OpinionMap.restore(written).to_json() == found.to_json()
    assert found.to_json() == polis(folder, projections=True).to_json()


def test_own_method_has_no_polis_field_filled(folder):
    assert opinion_map(Votes.load([folder])).polis is None


def test_projections_are_written_only_where_asked_for(folder):
    found = told(folder)["polis"]
    assert (found["projections"], found["participants"]) == (None, None)
    asked = told(folder, projections=True)["polis"]
    assert set(asked["projections"]) == set(asked["participants"]) == {f"p{n}" for n in range(60)}
    assert "p17" not in json.dumps(found)


def test_every_number_by_statement_names_every_statement(folder):
    found = told(folder)["polis"]
    for name in ("center", "extremity", "group_aware_consensus", "priorities"):
        assert list(found[name]) == found["statements"] == [str(s) for s in STATEMENTS]
    assert all(list(component) == found["statements"] for component in found["components"])
    assert all(list(group["votes"]) == found["statements"] for group in found["group_votes"].values())
    assert found["out"] == ["3"]
    assert len(set(found["priorities"].values())) == len(STATEMENTS)


def test_usual_fields_stand_over_the_groups_of_polis(folder):
    found = told(folder)
    sizes = [group["n_members"] for group in found["polis"]["group_votes"].values()]
    assert [group["size"] for group in found["groups"]] == sizes
    assert sum(sizes) == found["participants"]["placed"] == found["participants"]["voted"] == 60
    assert (found["stability"], found["null_test"]) == (None, None)
    assert [row["id"] for row in found["statements"]] == [str(s) for s in STATEMENTS if s != 3]
    assert found["consensus"]
    for row in found["statements"]:
        for group, cell in enumerate(row["per_group"]):
            raw = found["polis"]["group_votes"][str(group)]["votes"][row["id"]]
            assert (cell["agree"], cell["disagree"], cell["votes"]) == (raw["A"], raw["D"], raw["S"])


def test_usual_fields_pass_the_release_gate_where_a_group_is_small(folder, tmp_path):
    """Group 1 has three people: the raw field tells of them, the usual fields do not."""
    path = tmp_path / "m.csv"
    rows = [f"p{n},{n},{int(n < 3)}" for n in range(60)]
    path.write_text("\n".join(["participant,base,group", *rows]), encoding="utf-8")
    found = told(folder, memberships=str(path))
    assert found["polis"]["group_votes"]["1"]["n_members"] == 3
    assert [group["size"] for group in found["groups"]] == [None, None]
    assert all(cell["votes"] is None for row in found["statements"] for cell in row["per_group"])


def test_findings_claim_no_more_than_polis_asks(folder):
    found = polis(folder)
    first = found.findings()[0]
    assert (first.key, first.verdict) == ("opinion-polis", Verdict.DESCRIBED)
    assert first.values["groups"] == len(found.groups) == 2
    assert "opinion-sure" not in {finding.key for finding in found.findings()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_report_figures_and_tables_exist_in_every_language(folder, language):
    found = polis(folder)
    assert all(sentence(finding, language) for finding in found.findings())
    assert all(chart.to_svg().startswith("<svg") for chart in found.charts(language))
    assert all(not table.hidden_note for table in found.tables(language) if table.key == "groups")
    assert document(found).count("<article") == 3


def test_memberships_take_the_clusters_place_and_are_named_by_digest(folder, tmp_path):
    path = tmp_path / "members.csv"
    rows = [f"p{n},{100 + n % 4 * 7},{'left' if n % 2 else 'right'}" for n in range(40)]
    path.write_text("\n".join(["participant,base,group", *rows]), encoding="utf-8")
    found = told(folder, memberships=str(path), projections=True)["polis"]
    assert list(found["base_centers"]) == ["100", "107", "114", "121"]
    assert list(found["group_votes"]) == ["left", "right"]
    assert found["base_groups"] == {"100": "right", "107": "left", "114": "right", "121": "left"}
    assert [digest["name"] for digest in found["also_read"]] == ["members.csv"]
    mean = [sum(found["projections"][f"p{n}"][axis] for n in range(0, 40, 4)) / 10 for axis in (0, 1)]
    assert found["base_centers"]["100"] == pytest.approx(mean, abs=1e-12)
    assert found["participants"]["p41"] == {"votes": found["participants"]["p41"]["votes"], "base": None, "group": None}


def test_command_line_says_which_line_of_the_memberships_is_wrong(folder, tmp_path, capsys):
    path = tmp_path / "members.csv"
    path.write_text("participant,base,group\np1,0,0\nnobody,0,0\n", encoding="utf-8")
    arguments = ["analyse", "opinion-map", str(folder), "--set", "method=polis", "--set", f"memberships={path}"]
    assert run(arguments) == 2
    said = capsys.readouterr().err
    assert said == "members.csv, row 3, column participant: found «nobody», expected a participant of the votes\n"


def test_command_line_writes_projections(folder, tmp_path):
    out = tmp_path / "out.json"
    settings = ["--set", "method=polis", "--set", "projections=true"]
    assert run(["analyse", "opinion-map", str(folder), *settings, "--json", str(out)]) == 0
    document_ = json.loads(out.read_bytes())
    assert document_["parameters"]["method"] == "polis"
    assert len(document_["result"]["polis"]["projections"]) == 60


def test_memberships_belong_to_polis(folder):
    votes = Votes.load([folder])
    with pytest.raises(ParameterError, match="method=polis"):
        opinion_map(votes, memberships="m.csv")
    with pytest.raises(ParameterError, match="memberships"):
        opinion_map(votes, method="polis", memberships="")
    with pytest.raises(ParameterError, match="method"):
        opinion_map(votes, method="pollis")


def test_votes_that_came_from_no_file_are_refused():
    """So are the votes of a workspace, which come from its database."""
    votes = Votes.from_triplets([("a", "1", 1)])
    with pytest.raises(InputError, match="an analyst’s own files"):
        opinion_map(votes, method="polis")


# Folders of every kind


def test_statements_that_nobody_voted_on_have_no_column(tmp_path):
    folder = write_export(tmp_path / "e", two_camps(), COMMENTS + "77,1,Never seen\n78,-1,Nor this\n")
    found = told(folder)
    assert not {"77", "78"} & set(found["polis"]["statements"])
    assert "77" in [row["id"] for row in found["statements"]]
    assert found["polis"]["center"] == told(write_export(tmp_path / "f", two_camps(), COMMENTS))["polis"]["center"]


def test_votes_on_statements_that_are_not_listed_count(tmp_path):
    folder = write_export(tmp_path / "e", two_camps(), "comment-id\n0\n")
    assert told(folder)["polis"]["statements"] == [str(s) for s in STATEMENTS]
    assert told(folder)["polis"]["out"] == []


def test_a_file_of_votes_alone_is_enough(folder):
    found = told(folder / "votes.csv")["polis"]
    assert found["out"] == found["meta"] == []
    assert len(found["center"]) == len(STATEMENTS)


@pytest.mark.parametrize(("yes", "no"), [("true", "false"), ("1", "0"), ("T", "F"), ("yes", "")])
def test_meta_column_is_read_by_its_words_not_by_being_filled(tmp_path, yes, no):
    rows = "".join(f"{s},1,{yes if s in {4, 5} else no}\n" for s in STATEMENTS)
    found = told(write_export(tmp_path / "e", two_camps(), f"comment-id,moderated,is-meta\n{rows}"))["polis"]
    assert found["meta"] == found["out"] == ["4", "5"]
    assert [s for s, value in found["priorities"].items() if value == 49] == ["4", "5"]
    assert (found["center"]["4"], found["extremity"]["4"]) == (0, pytest.approx(0, abs=1e-12))


def test_meta_that_is_neither_yes_nor_no_is_said_with_its_row(tmp_path):
    folder = write_export(tmp_path / "e", two_camps(), "comment-id,meta\n0,false\n1,perhaps\n")
    with pytest.raises(TableError, match=r"comments\.csv, row 3, column meta: found «perhaps», expected 1 or 0"):
        polis(folder)


def test_meta_statements_are_taken_from_the_servers_output_where_the_export_has_no_column(folder):
    (folder / SERVER_OUTPUT).write_text(json.dumps({"meta-tids": [7, 12], "n": 5}), encoding="utf-8")
    found = told(folder)["polis"]
    assert (found["meta"], found["out"]) == (["7", "12"], ["3", "7", "12"])
    assert [digest["name"] for digest in found["also_read"]] == [SERVER_OUTPUT]


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        "[]",
        "{",
        '{"meta-tids": 3}',
        '{"meta-tids": ["x"]}',
        "[" * 100_000,
        '{"meta-tids": "712"}',
        '{"meta-tids": [true]}',
        '{"meta-tids": {"7": 1}}',
    ],
)
def test_server_output_that_cannot_be_read_is_said(folder, content):
    (folder / SERVER_OUTPUT).write_text(content, encoding="utf-8")
    with pytest.raises(TableError, match=r"polis-math-pca2\.json: expected JSON as Polis’s server writes it"):
        polis(folder)


@pytest.mark.parametrize(
    "rows",
    [
        [("a", 1, 1)],
        [("a", 1, 1), ("b", 1, -1)],
        [("a", 3, 1), ("b", 3, -1)],
        [(f"p{p}", s, 1) for p in range(30) for s in range(9)],
        [(f"p{p}", s, 1 if p < 15 else -1) for p in range(30) for s in range(9)],
    ],
    ids=["one vote", "two votes", "all moderated", "all alike", "two points"],
)
def test_smallest_and_flattest_conversations_have_every_field(tmp_path, rows):
    found = told(write_export(tmp_path / "e", rows, COMMENTS), projections=True)["polis"]
    assert len(found["participants"]) == len({p for p, _, _ in rows})
    assert all(row["group"] is not None for row in found["participants"].values())
    assert set(found["representativeness"]) == set(found["group_votes"])


def test_under_five_people_the_usual_fields_show_no_groups(tmp_path):
    rows = [(f"p{p}", s, 1 if p % 2 else -1) for p in range(4) for s in range(9)]
    found = told(write_export(tmp_path / "e", rows, COMMENTS))
    assert found["groups"] == []
    assert (found["grouping"], found["participants"]) == ("too_few", {"voted": None, "placed": None})
    assert len(found["polis"]["group_votes"]) == 2


def test_no_votes_at_all_have_every_field_empty(tmp_path):
    found = told(write_export(tmp_path / "e", [], COMMENTS), projections=True)
    assert (found["groups"], found["grouping"]) == ([], "too_few")
    assert len(found["statements"]) == COMMENTS.count(",1,")
    assert found["polis"]["center"] == found["polis"]["group_votes"] == found["polis"]["base_centers"] == {}
    assert found["polis"]["components"] == [{}, {}]


def test_everybody_alike_is_not_called_too_few(tmp_path):
    alike = [(f"p{p}", s, 1) for p in range(30) for s in range(9)]
    assert told(write_export(tmp_path / "alike", alike, COMMENTS))["grouping"] == "alike"


def test_one_group_that_a_file_gives_is_one_population(tmp_path, folder):
    listed = tmp_path / "memberships.csv"
    listed.write_text("participant,base,group\n" + "".join(f"p{n},{n % 3},0\n" for n in range(60)), encoding="utf-8")
    found = told(folder, memberships=str(listed))
    assert (len(found["groups"]), found["grouping"]) == (1, "one_population")


def test_two_opposite_blocks_are_two_groups_of_fifteen(tmp_path):
    rows = [(f"p{p}", s, 1 if p % 2 else -1) for p in range(30) for s in range(9)]
    found = told(write_export(tmp_path / "e", rows, COMMENTS))["polis"]
    assert [group["n_members"] for group in found["group_votes"].values()] == [15, 15]
    assert found["base_sizes"] == {"0": 15, "1": 15}
