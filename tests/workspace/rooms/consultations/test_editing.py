"""Changing a consultation: what may change when, what the form refuses, and that nothing typed is lost."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from majlis.engine.errors import Refused
from majlis.engine.handling import Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import LedgerEntry
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions
from majlis.workspace.rooms.consultations.forms import ConsultationForm, EditForm
from majlis.workspace.rooms.consultations.models import Consultation

pytestmark = pytest.mark.django_db

WHOLE = {
    "title": "After release",
    "working_title": "",
    "introduction": "",
    "consent": "",
    "help_line": "",
    "language": "en",
    "door": "open",
    "least_age": "",
    "seen_by": Tlp.AMBER.value,
}
AFTER_OPENING = {
    "text": Text.write("Another title", "en"),
    "consent": Text.write("Something else", "en"),
    "door": "codes",
    "least_age": 18,
    "with_guardian": True,
    "takes_statements": True,
    "headline": Text.write("Another headline", "en"),
    "simulated": True,
}


@pytest.fixture
def browser(organiser):
    client = Client()
    client.force_login(organiser.user)
    return client


def address(consultation):
    with translation.override("en"):
        return reverse("consultations:edit", args=[consultation.pk])


def again(consultation):
    return Consultation.objects.get(pk=consultation.pk)


@pytest.mark.parametrize("name", AFTER_OPENING)
def test_what_would_change_the_meaning_of_votes_is_refused_after_opening(opened, organiser, name):
    before, entries = getattr(again(opened), name), LedgerEntry.objects.count()
    changes = {name: AFTER_OPENING[name], "working_title": "Ours"}
    with acting(organiser), pytest.raises(Refused, match="consultation-opened-before"):
        actions.edit_consultation(consultation=opened, changes=changes)
    assert (getattr(again(opened), name), again(opened).working_title) == (before, "")
    assert LedgerEntry.objects.count() == entries


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("working_title", "Ours"),
        ("help_line", Text.write("Office 12", "en")),
        ("introduction", Text.write("Why we ask", "en")),
    ],
)
def test_what_changes_no_votes_meaning_may_change_while_open(opened, organiser, name, value):
    with acting(organiser):
        actions.edit_consultation(consultation=opened, changes={name: value, "door": opened.door})
    assert getattr(again(opened), name) == value


def test_draft_changes_in_everything_and_a_closed_one_in_nothing(draft, organiser):
    with acting(organiser):
        actions.edit_consultation(consultation=draft, changes=AFTER_OPENING)
        assert (again(draft).door, again(draft).least_age) == ("codes", 18)
        closed = actions.close_consultation(consultation=actions.open_consultation(consultation=draft))
        with pytest.raises(Refused, match="may-change"):
            actions.edit_consultation(consultation=closed, changes={"working_title": "Ours"})


def test_only_organisers_edit(draft, reader):
    with acting(reader), pytest.raises(Refused, match="may-change"):
        actions.edit_consultation(consultation=draft, changes={"working_title": "Ours"})
    client = Client()
    client.force_login(reader.user)
    assert client.post(address(draft), WHOLE).status_code == 403


def test_whole_form_sent_after_the_opening_comes_back_with_its_words(opened, browser):
    typed = WHOLE | {"title": "My new title", "consent": "My long consent"}
    response = browser.post(address(opened), typed)
    body = response.content.decode()
    assert response.status_code == 400
    assert "My new title" in body
    assert "My long consent" in body
    assert str(again(opened).text) == "After release"
    assert again(opened).consent is None


def test_form_sent_after_closing_comes_back_with_its_words(opened, organiser, browser):
    with acting(organiser):
        actions.close_consultation(consultation=opened)
    response = browser.post(address(opened), {"introduction": "My long words", "language": "en"})
    assert response.status_code == 400
    assert "My long words" in response.content.decode()
    assert browser.get(address(opened)).status_code == 403


@pytest.mark.parametrize("age", ["0", "-1", "100", "sixteen", "16.5", "١٦ سنة", "1e1", "9" * 30])
@pytest.mark.parametrize("guardian", [True, False])
def test_age_out_of_range_is_an_error_of_the_age_alone(age, guardian):
    form = ConsultationForm(WHOLE | {"least_age": age} | ({"with_guardian": "on"} if guardian else {}))
    assert not form.is_valid()
    assert set(form.errors) == {"least_age"}


@pytest.mark.parametrize("age", ["1", "16", "99", "", "١٦"])
def test_age_in_range_or_none_is_taken(age):
    form = ConsultationForm(WHOLE | {"least_age": age})
    assert form.is_valid()
    assert form.arguments()["least_age"] == (int(age) if age else None)
    assert form.arguments()["with_guardian"] is False


def test_guardian_without_an_age_is_an_error_of_the_guardian(draft):
    for form in (ConsultationForm(WHOLE | {"with_guardian": "on"}), EditForm(draft, WHOLE | {"with_guardian": "on"})):
        assert not form.is_valid()
        assert set(form.errors) == {"with_guardian"}
    form = ConsultationForm(WHOLE | {"with_guardian": "on", "least_age": "16"})
    assert form.is_valid()
    assert form.arguments()["with_guardian"] is True


@pytest.mark.parametrize("rule", [{"least_age": "0"}, {"with_guardian": "on"}])
def test_page_of_a_wrong_age_rule_keeps_everything_typed(draft, browser, rule):
    response = browser.post(address(draft), WHOLE | {"consent": "My long consent"} | rule)
    assert response.status_code == 400
    assert "My long consent" in response.content.decode()
    assert again(draft).least_age is None
