"""Grades of sources: put down by whoever noted them, in words on both scales, never better than was said."""

import json
from itertools import product

import pytest
from django.test import Client
from django.utils import translation

from majlis.engine.errors import Refused
from majlis.engine.handling import Admiralty, Handling
from majlis.engine.handling.grading import Credibility, InformationCode, Reliability, SourceCode
from majlis.workspace.commons import claims
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.edits import Outdated, stamp
from majlis.workspace.commons.grading import GradeForm, converted, grade_of, graded
from majlis.workspace.commons.models import LedgerEntry, Role, Source
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.vocabulary import load_terms
from tests.workspace.rooms.strategy import planted

pytestmark = pytest.mark.django_db
# By hand from the two scales, not from the code: what a grade given in 4x4 may stand for at worst.
WORST_SOURCE = {"A": "A", "B": "B", "C": "E", "X": "F"}
WORST_INFORMATION = {"1": "1", "2": "2", "3": "3", "4": "6"}


@pytest.fixture
def source(organiser):
    load_terms()
    with acting(organiser):
        return claims.note_source(
            institution=organiser.institution, title=Text.write("A report", "en"), handling=Handling()
        )


@pytest.fixture
def browser(organiser):
    client = Client()
    client.force_login(organiser.user)
    return client


def page(source, act=""):
    return f"/en/sources/{source.pk}/{act}"


def again(source):
    return grade_of(Source.objects.get(pk=source.pk))


def test_ungraded_source_says_that_it_cannot_be_judged(source, client):
    shown = client.get(page(source)).content.decode()
    assert "F - " in shown
    assert "X4" in shown
    assert "never to the better" in shown


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_grade_has_words_on_both_scales(language, source):
    with translation.override(language):
        said = set()
        for reliability, credibility in product(Reliability, Credibility):
            source.reliability, source.credibility = reliability.value, int(credibility)
            lines = graded(source)
            assert lines[0].startswith(reliability.value)
            assert lines[1].startswith(credibility.value)
            said.add((*lines, converted(source)))
        assert len(said) == 36


@pytest.mark.parametrize(("reliability", "credibility"), list(product(SourceCode, InformationCode)))
def test_grade_in_four_by_four_is_kept_as_the_worst_it_stands_for(reliability, credibility):
    form = GradeForm({"reliability": f"four:{reliability.value}", "credibility": f"four:{credibility.value}"})
    assert form.is_valid()
    kept = form.grade()
    assert (kept.source.value, kept.information.value) == (
        WORST_SOURCE[reliability.value],
        WORST_INFORMATION[credibility.value],
    )
    assert kept.to_four().source is reliability
    assert kept.to_four().information is credibility


def test_grade_is_put_down_once_shown_and_leaves_one_entry(source, browser, organiser):
    shown = browser.get(page(source, "grade/")).content.decode()
    assert 'value="admiralty:F" selected' in shown
    before = LedgerEntry.objects.count()
    sent = {"reliability": "admiralty:B", "credibility": "four:2", "seen": stamp(source)}
    assert browser.post(page(source, "grade/"), sent).url == page(source)
    assert again(source) == Admiralty.read("B", "2")
    assert "B2" in browser.get(page(source)).content.decode()
    entries = [json.loads(e.leaf)["action"] for e in LedgerEntry.objects.order_by("index")[before:]]
    assert entries.count("source.grade") == 1


@pytest.mark.parametrize("wrong", ["admiralty:G", "four:D", "B", "", "admiralty:", "x" * 500])
def test_what_is_no_grade_is_refused_and_the_other_part_kept(wrong, source, browser):
    sent = {"reliability": wrong, "credibility": "admiralty:2", "seen": stamp(source)}
    answer = browser.post(page(source, "grade/"), sent)
    assert answer.status_code == 400
    assert 'value="admiralty:2" selected' in answer.content.decode()
    assert again(source) == Admiralty()


def test_of_two_who_grade_the_second_is_told(source, browser, organiser):
    seen = stamp(source)
    with acting(organiser):
        claims.grade_source(source=source, seen=seen, grade=Admiralty.read("C", "3"))
        with pytest.raises(Outdated):
            claims.grade_source(source=source, seen=seen, grade=Admiralty.read("A", "1"))
    sent = {"reliability": "admiralty:A", "credibility": "admiralty:1", "seen": seen}
    answer = browser.post(page(source, "grade/"), sent)
    assert answer.status_code == 400
    assert "Somebody changed the source" in answer.content.decode()
    assert 'value="admiralty:A" selected' in answer.content.decode()
    assert again(source) == Admiralty.read("C", "3")
    sent["seen"] = stamp(Source.objects.get(pk=source.pk))
    assert browser.post(page(source, "grade/"), sent).status_code == 302
    assert again(source) == Admiralty.read("A", "1")


def test_only_the_institution_that_noted_it_grades_and_nobody_a_retracted_one(
    source, organiser, reader, other_institution, join
):
    for nobody in (None, reader, join(other_institution, Role.ADMINISTRATOR)):
        with acting(nobody), pytest.raises(Refused, match="may-grade"):
            claims.grade_source(source=source, seen=stamp(source), grade=Admiralty.read("A", "1"))
    with acting(organiser):
        claims.retract_source(source=source, reason=Text.write("Wrong", "en"))
        fresh = Source.objects.get(pk=source.pk)
        with pytest.raises(Refused, match="source-retracted-before"):
            claims.grade_source(source=fresh, seen=stamp(fresh), grade=Admiralty.read("A", "1"))


def test_what_rests_on_a_source_turns_amber_when_its_grade_changes(source, organiser, browser):
    strategy = planted.strategy(organiser)
    text = planted.draft(organiser, strategy, rests_on=[source])
    why = f"/en/strategy/recommendations/{text.pk}/why/"
    assert "F - " in browser.get(why).content.decode()
    with acting(organiser):
        claims.grade_source(source=source, seen=stamp(source), grade=Admiralty.read("B", "2"))
    shown = browser.get(why).content.decode()
    assert "B - usually reliable" in shown
    assert "changed" in shown.casefold()
