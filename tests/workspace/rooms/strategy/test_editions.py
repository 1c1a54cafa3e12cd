"""Editions and their comparison by measure, against a planted truth."""

import csv
import io
import re

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.handling import Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.edits import stamp
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import actions, comparing, editions
from majlis.workspace.rooms.strategy.actions.drafting import measure_of
from majlis.workspace.rooms.strategy.comparing import Held, Kind
from majlis.workspace.rooms.strategy.models import Edition
from tests.workspace.rooms.strategy import planted

LINES = st.text("ab .،\nكتاب", max_size=40)


@given(LINES, LINES)
def test_pieces_join_to_both_texts_and_mark_what_differs(old, new):
    before, after = comparing.pieces(old, new)
    assert "".join(piece.words for piece in before) == old
    assert "".join(piece.words for piece in after) == new
    same = ["".join(p.words for p in side if not p.mark) for side in (before, after)]
    assert same[0] == same[1]
    assert (old == new) == (not any(piece.mark for piece in (*before, *after)))


def test_words_are_marked_and_not_letters():
    before, after = comparing.pieces("Train the staff by June", "Train all staff by July")
    assert [(p.mark, p.words) for p in before if p.mark] == [("del", "the"), ("del", "June")]
    assert [(p.mark, p.words) for p in after if p.mark] == [("ins", "all"), ("ins", "July")]


def holding(code, words, version=1, **content):
    text = words if isinstance(words, Text) else Text.write(words, "en")
    return Held(code, version, {"text": text.to_dict(), **content})


def test_measures_are_added_dropped_changed_or_the_same():
    old = [holding("R1", "Stays"), holding("R2", "Goes"), holding("R3", "Before", due_on="2026-01-01")]
    new = [holding("R1", "Stays"), holding("R3", "After", 2, due_on="2027-01-01"), holding("R4", "Comes")]
    found = comparing.compare(old, new, "en")
    assert {c.code: c.kind for c in found} == {
        "R1": Kind.SAME,
        "R2": Kind.DROPPED,
        "R3": Kind.CHANGED,
        "R4": Kind.ADDED,
    }
    assert comparing.counts(found) == {"added": 1, "dropped": 1, "changed": 1, "same": 1}
    assert [p.name for p in next(c for c in found if c.code == "R3").parts] == ["text", "due_on"]


def test_a_change_in_another_language_is_said():
    old = Text.write("Do it", "en").translated("fr", "Le faire")
    found = comparing.compare([holding("R1", old)], [holding("R1", old.translated("ar", "افعلوه"))], "en")
    assert found[0].parts[0].elsewhere == ("ar",)
    assert comparing.compare([holding("R1", old)], [holding("R1", old)], "ar")[0].kind is Kind.SAME


@pytest.fixture
def clear(organiser):
    return planted.strategy(organiser, tlp=Tlp.CLEAR)


@pytest.fixture
def released(organiser, clear):
    """Two editions: R1 stays, R2 is reworded and gets a deadline, R3 comes; then R1 is withdrawn."""
    found = planted.findings(organiser)
    first = planted.adopted(organiser, planted.draft(organiser, clear, "Open a desk", code="R1", rests_on=found))
    second = planted.adopted(
        organiser, planted.draft(organiser, clear, "Train the staff", code="R2", unfounded=planted.text("The law"))
    )
    with acting(organiser):
        one = actions.release(strategy=clear, office=planted.text("The plenary"))
        version = actions.revise(recommendation=second, change=planted.text("More"))
        parts = vars(measure_of(version)) | {
            "text": planted.text("Train all staff"),
            "indicator": planted.text("Staff trained"),
            "rights_note": planted.text("Nobody is listed"),
            "dimensions": ["legal"],
        }
        version = actions.change_recommendation(
            recommendation=version, seen=stamp(version), measure=actions.Measure(**parts)
        )
    planted.adopted(organiser, version)
    planted.adopted(organiser, planted.draft(organiser, clear, "Publish counts", code="R3", rests_on=found))
    with acting(organiser):
        two = actions.release(strategy=clear, office=planted.text("The plenary"))
        first.refresh_from_db()
        actions.withdraw(recommendation=first, reason=planted.text("Done"))
    return one, two


def compared(browser, strategy, **query):
    return browser.get(reverse("strategy:compare", args=[strategy.pk]), query)


def test_an_edition_stays_as_it_was_released(released, sign_in):
    one, _ = released
    page = sign_in(None).get(reverse("strategy:edition", args=[one.pk])).content.decode()
    assert "Train the staff" in page
    assert "Train all staff" not in page
    assert "withdrawn since" in page
    assert "replaced by a newer version since" in page


def test_two_editions_are_compared_by_measure(clear, released, sign_in):
    one, two = released
    page = compared(sign_in(None), clear, before=one.pk, after=two.pk)
    assert page.context["counted"] == [("added", 1), ("dropped", 0), ("changed", 1), ("same", 1)]
    body = page.content.decode()
    assert "<del>the</del>" in body
    assert "<ins>all</ins>" in body
    plain = re.sub("<[^>]+>", "", body)
    assert "Train the staff" in plain
    assert "Train all staff" in plain
    now = compared(sign_in(None), clear, before=two.pk, after="now")
    assert now.context["counted"] == [("added", 0), ("dropped", 1), ("changed", 0), ("same", 2)]
    assert compared(sign_in(None), clear, before="nothing", after="now").status_code == 404


def test_the_profile_counts_what_was_planted(clear, released, organiser):
    sides = [editions.held(editions.recommendations_in(edition, organiser)) for edition in released]
    first, second = (comparing.profile(held, editions.asked_findings(held)) for held in sides)
    assert (first.count, first.basis, first.rights, first.measurable, first.dimensions) == (2, 1, 0, 0, ())
    assert (second.count, second.basis, second.rights, second.indicator) == (3, 2, 1, 1)
    assert second.dimensions == ("legal",)
    assert first.participation == 0  # the planted findings come from no room that asks people


def test_participation_is_what_rests_on_asking_people():
    held = [Held("R1", 1, {}, ({"id": "a", "kind": "commons.finding", "digest": "x"},)), Held("R2", 1, {})]
    assert comparing.profile(held, frozenset({"a"})).participation == 1


def test_the_comparison_leaves_as_a_table_without_formulas(clear, released, organiser, sign_in):
    one, two = released
    address = reverse("strategy:compare-csv", args=[clear.pk])
    content = sign_in(None).get(address, {"before": one.pk, "after": two.pk}).content.decode()
    rows = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"))))
    assert [(row["code"], row["what"], row["part"]) for row in rows if row["code"] != "R2"] == [
        ("R1", "same", "text"),
        ("R3", "added", "text"),
    ]
    assert {row["part"] for row in rows if row["code"] == "R2"} >= {"text", "indicator", "rights_note", "dimensions"}


def test_a_strict_edition_is_not_shown_and_not_counted(organiser, stranger, sign_in):
    strategy = planted.strategy(organiser, tlp=Tlp.CLEAR)
    mild = planted.draft(organiser, strategy, "Mild", rests_on=planted.findings(organiser))
    planted.adopted(organiser, mild)
    strict = planted.draft(organiser, strategy, planted.SECRET, rests_on=planted.findings(organiser, tlp=Tlp.AMBER))
    planted.adopted(organiser, strict)
    with acting(organiser):
        edition = actions.release(strategy=strategy, office=planted.text("The plenary"))
    for browser in (sign_in(None), sign_in(stranger)):
        assert browser.get(reverse("strategy:edition", args=[edition.pk])).status_code == 404
        assert planted.SECRET not in compared(browser, strategy).content.decode()
        assert browser.get(reverse("strategy:compare-csv", args=[strategy.pk])).status_code == 404
    assert planted.SECRET in compared(sign_in(organiser), strategy).content.decode()


def test_organisers_release_by_page_and_rapporteurs_do_not(organiser, rapporteur, clear, sign_in):
    address = reverse("strategy:release", args=[clear.pk])
    typed = {"office_en": "The plenary", "original": "en", "released_on": "2026-11-20"}
    empty = sign_in(organiser).post(address, typed)
    assert empty.status_code == 400
    planted.adopted(organiser, planted.draft(organiser, clear, rests_on=planted.findings(organiser)))
    assert sign_in(rapporteur).post(address, typed).status_code == 403
    wrong = sign_in(organiser).post(address, {**typed, "office_en": "", "note_en": "What is new"})
    assert wrong.status_code == 400
    assert "What is new" in wrong.content.decode()
    assert sign_in(organiser).post(address, typed).status_code == 302
    assert Edition.objects.get().number == 1
    assert sign_in(None).get(reverse("strategy:editions", args=[clear.pk])).status_code == 200
