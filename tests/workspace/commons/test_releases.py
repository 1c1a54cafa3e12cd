"""Releases of counts of people: kept in their act, compared with the next, never with a hidden count."""

import json

import numpy as np
import pytest

from majlis.engine.disclosure.margins import Dimension
from majlis.engine.disclosure.tables import CountTable
from majlis.engine.errors import CharterRefusal, Withheld
from majlis.workspace.commons import releases
from majlis.workspace.commons.actions import acting, action
from majlis.workspace.commons.models import CountRelease, LedgerEntry
from majlis.workspace.commons.runs import finish_run
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, queries
from majlis.workspace.rooms.consultations.models import Vote
from tests.workspace.rooms.consultations import planted

pytestmark = pytest.mark.django_db
SITE, DONE = Dimension("site", ("north", "south")), Dimension("completed", ("yes", "no"))
COUNTS = [[26, 4], [41, 33]]


def table(counts, dimensions=(SITE, DONE)):
    return CountTable(dimensions, np.array(counts))


def released(counts=COUNTS, state="one", dimensions=(SITE, DONE), **more):
    known = {"population": "cohort:1", "table": "completed", "counts": table(counts, dimensions), "state": state}
    return releases.release_counts(**{**known, **more})


def test_a_release_is_an_act_with_its_digest_on_the_ledger():
    kept = released()
    leaf = json.loads(LedgerEntry.objects.get().leaf)
    assert leaf["action"] == "counts.release"
    assert {"kind": "commons.countrelease", "id": str(kept.pk), "digest": kept.digest} in leaf["subjects"]


def test_a_release_is_part_of_the_act_that_publishes():
    @action("cohort.publish")
    def publish():
        return released()

    publish()
    leaf = json.loads(LedgerEntry.objects.get().leaf)
    assert (leaf["action"], leaf["detail"]["within"]) == ("cohort.publish", {"counts.release": 1})


def test_an_act_that_fails_releases_nothing():
    @action("cohort.publish")
    def publish():
        released()
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        publish()
    assert not CountRelease.objects.exists()


def test_what_is_kept_holds_no_hidden_count():
    kept = json.dumps(released([[27, 3], [41, 33]]).content["counts"])
    assert json.loads(kept)[0] == [None, None, 30]


def test_the_same_table_again_is_the_same_release():
    assert released() == released()
    assert CountRelease.objects.count() == 1


def test_one_person_more_is_withheld_and_the_earlier_release_stands():
    released()
    with pytest.raises(Withheld):
        released([[26, 4], [41, 34]], state="two")
    assert releases.shown("cohort:1", "completed").at() == 104
    assert CountRelease.objects.count() == 1


def test_another_breakdown_of_the_same_people_is_compared_too():
    released()
    with pytest.raises(Withheld):
        released([31, 74], table="sites", dimensions=(SITE,), state="two")


def test_other_people_are_not_compared():
    released()
    other = released([[26, 4], [41, 34]], state="two", population="cohort:2")
    assert other.content["counts"][-1][-1] == 105


def test_a_later_release_of_many_more_is_shown():
    released()
    released([[90, 60], [100, 99]], state="two")
    assert releases.shown("cohort:1", "completed").at() == 349


def test_minors_double_the_threshold_and_nobody_sets_it_under_five():
    with pytest.raises(CharterRefusal):
        released(k=4)
    one = Dimension("cohort", ("one",))
    assert released([15], dimensions=(one,), minors=True).content["counts"] == [None, None]


def test_nothing_was_released_of_what_nobody_asked_for():
    assert releases.shown("cohort:9", "completed") is None


def test_counts_under_their_own_rule_are_released_once():
    known = {"population": "question:1", "table": "opinion-map"}
    one = releases.keep_release(**known, state="s", content={"voters": 40})
    assert releases.keep_release(**known, state="s", content={"voters": 40}) == one
    for other in ({"state": "s", "content": {"voters": 41}}, {"state": "t", "content": {"voters": 40}}):
        with pytest.raises(Withheld):
            releases.keep_release(**known, **other)


# Consultations


def test_a_consultation_has_one_map(organiser):
    found = planted.mapped(organiser)
    kept = CountRelease.objects.get(population__key=f"question:{found.pk}", table="opinion-map")
    assert kept.content["participants"]["voted"] == planted.VOTERS
    finish_run(run=planted.run(found, organiser), result=planted.opinion_map())
    with pytest.raises(Withheld):
        finish_run(run=planted.run(found, organiser), result=planted.opinion_map("one camp"))


def test_closing_keeps_what_screens_last_showed_and_no_few_ballots(opened, organiser):
    statements = list(queries.statements_in(opened))
    for voter in range(17):
        for statement in statements:
            Vote.objects.create(
                statement=statement, pseudonym=bytes([voter]) * 16, value=1, first_value=1 if voter < 9 else -1
            )
    with acting(organiser):
        actions.close_consultation(consultation=opened)
    kept = {r.table: r.content for r in CountRelease.objects.filter(population__key=f"question:{opened.pk}")}
    assert kept["closing"] == {"ballots_dropped": None}
    assert kept["live"]["voters"] == 10
    assert kept["live"]["statements"]["1"] == {"agree": 9, "disagree": 1, "passed": 0}
    entry = json.loads(LedgerEntry.objects.get(leaf__contains="consultation.close").leaf)
    assert entry["detail"]["within"]["counts.keep"] == 2


@pytest.fixture
def opened(institution, organiser, settings, tmp_path):
    settings.KEYS = tmp_path / "keys"
    with acting(organiser):
        draft = actions.create_consultation(institution=institution, title=Text.write("After release", "en"))
        actions.add_statement(consultation=draft, text=Text.write("Statement", "en"))
        return actions.open_consultation(consultation=draft)
