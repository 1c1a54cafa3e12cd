"""The analysis from votes to JSON, sentences, figures and tables."""

import json
from collections import Counter
from html import escape

import jsonschema
import numpy as np
import pytest

from majlis.engine.analysis import find_analysis
from majlis.engine.finding import Verdict
from majlis.engine.messages import LANGUAGES
from majlis.engine.opinion import OpinionMap, opinion_map
from majlis.engine.opinion.votes import Statement, Votes
from majlis.engine.report import document, lead, sentence
from tests.engine.opinion.worlds import planted, spectrum

STATEMENTS = ("opinion-consensus", "opinion-dividing")


def votes_of(matrix, statements=()):
    rows = zip(matrix.participants, matrix.statements, matrix.values, strict=True)
    return Votes.from_triplets([(f"p{p}", str(s), int(v)) for p, s, v in rows], statements)


@pytest.fixture(scope="module")
def found():
    listed = [Statement(str(s), f"Statement {s % 39}", moderated_out=s >= 40) for s in range(42)]
    return opinion_map(votes_of(planted(120, 40, (0.6, 0.4), 0.4, 1)[0], listed))


@pytest.fixture(scope="module")
def single():
    return opinion_map(votes_of(spectrum(60, 12, 0.6, 0.0, 0)))


def test_json_follows_its_schema_and_comes_back(found):
    told = json.loads(found.to_json())
    jsonschema.validate(told, find_analysis("opinion-map").json_schema())
    assert OpinionMap.restore(told).to_json() == found.to_json()


def test_findings_say_groups_majorities_moderation_and_same_texts(found):
    findings = {finding.key: finding for finding in found.findings()}
    assert findings["opinion-groups"].values["groups"] == 2
    assert findings["opinion-groups"].verdict is Verdict.SHOWN
    sure = sum(row.consensus.low > 0.5 for row in found.statements if row.consensus)
    assert findings["opinion-majorities"].values["majorities"] == sure
    assert findings["opinion-moderated"].values["statements"] == 2
    assert findings["opinion-same-text"].values["statements"] == 2
    assert findings["opinion-sure"].values["resamples"] == 50


def test_no_claim_is_stronger_than_its_interval(found, single):
    for result in (found, single):
        for finding in result.findings():
            if finding.key == "opinion-consensus":
                assert finding.verdict is finding.estimate.interval.side_of(0.5)
            if finding.key == "opinion-dividing":
                assert finding.estimate.interval.low > 0


def test_every_sure_statement_that_a_page_lists_is_a_finding(found, single):
    for result in (found, single):
        named = {key: [f.values["id"] for f in result.findings() if f.key == key] for key in STATEMENTS}
        rows = {row.id: row for row in result.statements}
        uniting = [i for i in result.consensus if rows[i].consensus.low > 0.5][:8]
        dividing = [i for i in result.dividing if rows[i].division.low > 0][:8]
        assert named["opinion-consensus"][: len(uniting)] == uniting
        assert len(named["opinion-consensus"]) == max(len(uniting), min(3, len(result.consensus)))
        assert named["opinion-dividing"] == dividing
    assert len(named["opinion-consensus"]) >= 3


def test_a_report_leads_with_few_findings_of_a_kind_and_keeps_the_rest(found):
    first, rest = lead(found.findings())
    assert sorted(map(str, [*first, *rest])) == sorted(map(str, found.findings()))
    assert max(Counter(finding.key for finding in first).values()) == 3
    assert rest
    written = document(found)
    assert all(written.count(escape(sentence(finding, "en"))) == 1 for finding in rest)


def test_one_group_is_said_to_be_no_stable_groups(single):
    assert len(single.groups) == 1
    assert single.findings()[0].key == "opinion-no-groups"
    assert single.findings()[0].verdict is Verdict.CANNOT_TELL
    assert single.stability is None
    assert single.dividing == ()


def test_rankings_follow_the_lower_bounds(found):
    rows = {row.id: row for row in found.statements}
    lows = [rows[identifier].consensus.low for identifier in found.consensus]
    assert lows == sorted(lows, reverse=True)
    gaps = [rows[identifier].division.low for identifier in found.dividing]
    assert gaps == sorted(gaps, reverse=True)


@pytest.mark.parametrize("language", [*LANGUAGES, "ar-MA"])
def test_every_sentence_figure_and_table_exists_in_every_language(found, single, language):
    nothing = opinion_map(Votes.from_triplets([("a", "1", 1)]))
    for result in (found, single, nothing):
        assert all(sentence(finding, language) for finding in result.findings())
        for chart in result.charts(language):
            assert chart.to_svg().startswith("<svg")
            assert chart.twin.rows
        for table in result.tables(language):
            assert all(len(row) == len(table.headings) for row in table.rows)
    assert len(found.charts(language)) >= 2
    assert not nothing.charts(language)


def test_report_is_written(found):
    assert document(found).count("<article") == 3


def test_hidden_cells_are_null_everywhere():
    votes, _ = planted(120, 40, (0.6, 0.4), 0.4, 1)
    kept = (votes.statements != 0) | (votes.participants % 12 == 0)
    thinned = type(votes)(votes.participants[kept], votes.statements[kept], votes.values[kept], 120, 40)
    result = opinion_map(votes_of(thinned))
    row = result.statements[0]
    assert all(cell.hidden and cell.votes is None and cell.share is None for cell in row.per_group)
    assert row.consensus is None
    assert row.id not in result.consensus
    assert None in result.tables("en")[0].rows[0]


def test_bridging_stands_in_the_table_of_statements(found):
    """Read by its heading; an old map without scores has no such column."""
    table = found.tables("en")[0]
    column = table.headings.index("Bridging score")
    scores = [None if row.bridging is None else round(row.bridging.estimate, 2) for row in found.statements]
    assert [told[column] for told in table.rows] == scores
    assert any(row.bridging for row in found.statements)
    bare = tuple(row.model_copy(update={"bridging": None}) for row in found.statements)
    assert "Bridging score" not in found.model_copy(update={"statements": bare}).tables("en")[0].headings


def test_shown_votes_are_the_sum_of_shown_statements(found):
    assert found.shown_votes == sum(row.votes for row in found.statements if row.votes is not None)


@pytest.mark.parametrize("extra", range(1, 8))
def test_voters_of_moderated_statements_only_do_not_show_as_a_small_rest(extra):
    """Forty people voted on everything, a few only on the statement that moderation took out."""
    rng = np.random.default_rng(0)
    rows = [(f"p{p}", str(s), int(rng.integers(-1, 2))) for p in range(40) for s in range(8)]
    rows += [(f"q{n}", "out", 1) for n in range(extra)]
    result = opinion_map(Votes.from_triplets(rows, [Statement("out", moderated_out=True)]))
    assert result.participants.placed == 40
    assert result.participants.voted - 40 in {0, *range(5, 8)}


def test_real_conversation_is_mapped(reference_data):
    votes = Votes.load([reference_data / "polis" / "biodiversity"])
    result = opinion_map(votes)
    assert len(result.groups) >= 1
    assert result.participants.voted == votes.participants
    assert max(row.votes or 0 for row in result.statements) > 100


def test_projections_tell_an_analyst_where_each_participant_stands():
    votes, _ = planted(120, 40, (0.6, 0.4), 0.5, 2)
    plain, told = opinion_map(votes_of(votes)), opinion_map(votes_of(votes), projections=True)
    assert plain.projections is None
    placed = {name: row for name, row in told.projections.items() if row.group}
    sizes = [sum(row.group == group.id for row in placed.values()) for group in told.groups]
    assert sizes == [group.size for group in told.groups]
    assert all(sum(row.memberships) == pytest.approx(1, abs=1e-5) for row in placed.values())
    assert all(row.memberships[row.group - 1] == max(row.memberships) for row in placed.values())
