"""Changing a consultation: what may change when, what the form refuses, and that nothing typed is lost."""

import re
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.edits import stamp
from majlis.workspace.commons.models import LedgerEntry, Role
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


def opened_form(consultation, **typed):
    """What a browser sends that opened the form now."""
    return WHOLE | {"seen": stamp(again(consultation))} | typed


def test_second_of_two_writers_sees_both_versions_and_overwrites_nothing_unseen(draft, browser):
    first, second = opened_form(draft, title="Mine"), opened_form(draft, title="Theirs", help_line="Office 12")
    assert browser.post(address(draft), first).status_code == 302
    conflict = browser.post(address(draft), second)
    body = conflict.content.decode()
    assert conflict.status_code == 409
    assert {"Mine", "Theirs", "Office 12"} <= {word for word in ("Mine", "Theirs", "Office 12") if word in body}
    assert (str(again(draft).text), again(draft).help_line) == ("Mine", None)
    seen = re.search(r'name="seen" value="([^"]*)"', body).group(1)
    assert browser.post(address(draft), second | {"seen": seen}).status_code == 302
    assert (str(again(draft).text), str(again(draft).help_line)) == ("Theirs", "Office 12")


def test_form_without_the_mark_of_what_was_seen_overwrites_nothing(draft, browser):
    assert browser.post(address(draft), WHOLE | {"title": "Blind"}).status_code == 409
    assert str(again(draft).text) == "After release"


def test_form_of_a_draft_sent_after_the_opening_is_never_said_to_be_saved(draft, organiser, browser):
    whole = opened_form(draft, consent="My long consent", door="codes")
    with acting(organiser):
        actions.open_consultation(consultation=draft)
    response = browser.post(address(draft), whole, follow=True)
    assert response.status_code == 400
    assert "My long consent" in response.content.decode()
    assert (again(draft).consent, again(draft).door) == (None, "open")


def test_draft_says_who_sees_it_and_its_statements_follow(draft, browser):
    assert 'name="seen_by" value="AMBER"' in browser.get(address(draft)).content.decode()
    assert browser.post(address(draft), opened_form(draft, seen_by="CLEAR")).status_code == 302
    assert again(draft).handling.tlp is Tlp.CLEAR
    assert {statement.handling.tlp for statement in draft.statements.all()} == {Tlp.CLEAR}
    with acting(draft.author):
        actions.open_consultation(consultation=draft)
    assert "Statement 1" in Client().get(page("detail", draft)).content.decode()
    assert b'name="seen_by"' not in browser.get(address(draft)).content


def test_what_others_gave_is_not_opened_by_the_form(draft, browser):
    strict = Handling(tlp=Tlp.AMBER_STRICT, originators=frozenset({str(draft.institution_id), "another"}))
    Consultation.objects.filter(pk=draft.pk).update(handling=strict)
    assert b'value="AMBER+STRICT"' in browser.get(address(draft)).content
    refused = browser.post(address(draft), opened_form(draft, seen_by="CLEAR", title="Other"))
    assert refused.status_code == 400
    assert "ask for a release" in refused.content.decode()
    assert 'value="Other"' in refused.content.decode()
    assert again(draft).handling == strict
    assert browser.post(address(draft), opened_form(draft, seen_by="AMBER+STRICT", title="Other")).status_code == 302
    assert again(draft).handling == strict


def page(name, consultation):
    with translation.override("en"):
        return reverse(f"consultations:{name}", args=[consultation.pk])


UNSEEN = "Only people who are signed in can see this consultation"


@pytest.mark.parametrize("door", ["open", "codes"])
def test_what_nobody_outside_sees_is_opened_after_a_warning_only(draft, organiser, browser, door):
    with acting(organiser):
        actions.edit_consultation(consultation=draft, changes={"door": door})
    assert UNSEEN in browser.get(page("detail", draft)).content.decode()
    asked = browser.post(page("open", draft)).content.decode()
    assert UNSEEN in asked
    assert page("edit", draft) in asked
    assert not again(draft).is_open
    browser.post(page("open", draft), {"anyway": ""})
    assert again(draft).is_open
    places = ["detail", "sheets"] + (["codes"] if door == "codes" else [])
    assert [place for place in places if UNSEEN not in browser.get(page(place, draft)).content.decode()] == []
    if door == "codes":
        assert UNSEEN in browser.post(page("create-codes", draft), {"count": 1}).content.decode()


@pytest.mark.parametrize(("door", "tlp"), [("open", Tlp.CLEAR), ("codes", Tlp.CLEAR), ("members", Tlp.AMBER)])
def test_what_its_voters_see_opens_without_a_warning(draft, organiser, browser, door, tlp):
    with acting(organiser):
        actions.edit_consultation(consultation=draft, changes={"door": door, "handling": Handling(tlp=tlp)})
    assert UNSEEN not in browser.get(page("detail", draft)).content.decode()
    browser.post(page("open", draft))
    assert again(draft).is_open
    assert UNSEEN not in browser.get(page("sheets", draft)).content.decode()


def test_code_that_leads_nowhere_offers_to_sign_in(opened, browser):
    asked = f"/en/consultations/enter/?code={again(opened).entrance}"
    sign_in = f"/en/account/login/?next={quote(asked)}"
    assert sign_in in Client().get(asked).content.decode()
    assert browser.get(asked).status_code == 302
    assert "/account/login/" not in browser.get("/en/consultations/enter/?code=XXXXXX").content.decode()


OURS = "The quiet name"


def test_working_title_stands_where_the_institution_works_and_nowhere_else(
    opened, organiser, browser, other_institution, join
):
    clear = again(opened).handling.model_copy(update={"tlp": Tlp.CLEAR})
    Consultation.objects.filter(pk=opened.pk).update(working_title=OURS, handling=clear, takes_statements=True)
    opened.statements.update(handling=clear)
    statement = opened.statements.first()
    statement_page = f"/en/consultations/{opened.pk}/statements/{statement.pk}/"
    places = [page(name, opened) for name in ("detail", "moderation", "translations")]
    places += [statement_page, "/en/consultations/", "/en/"]
    assert [place for place in places if OURS not in browser.get(place).content.decode()] == []
    others = Client()
    others.force_login(join(other_institution, Role.ORGANISER).user)
    for client in (others, Client()):
        for place in (*places, page("vote", opened)):
            assert OURS not in client.get(place).content.decode(), place
