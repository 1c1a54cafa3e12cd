"""Remarks: by whom the text may be seen, never with a name, never lost."""

import pytest
from django.urls import reverse

from majlis.engine.errors import Refused
from majlis.engine.handling import Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.edits import Outdated
from majlis.workspace.commons.models import LedgerEntry, Role
from majlis.workspace.rooms.strategy import actions, remarks
from majlis.workspace.rooms.strategy.models import Remark
from tests.workspace.rooms.strategy import planted


@pytest.fixture
def about(organiser):
    strategy = planted.strategy(organiser, tlp=Tlp.GREEN)
    with acting(organiser):
        actions.circulate(strategy=strategy)
    return planted.draft(organiser, strategy)


@pytest.fixture
def guest(other_institution, join):
    return join(other_institution, Role.EXPERT, email="guest-of-two@example.org")


def make(member, about, words="Too short a deadline", language="en"):
    with acting(member):
        return actions.make_remark(about=about, text=planted.text(words, language))


def page_of(browser, about):
    return browser.get(reverse("strategy:recommendation", args=[about.pk])).content.decode()


def test_a_remark_shows_institution_and_role_and_no_person(organiser, about, guest, sign_in):
    before = LedgerEntry.objects.count()
    make(guest, about, "L’échéance est trop courte", "fr")
    assert LedgerEntry.objects.count() == before + 1
    body = page_of(sign_in(organiser), about)
    assert "L’échéance est trop courte" in body
    assert "Institution two" in body
    assert "Expert" in body
    assert "guest-of-two" not in body
    assert "L’échéance" not in sign_in(None).get(reverse("strategy:recommendation", args=[about.pk])).content.decode()


def test_drafters_answer_and_the_second_to_answer_is_told(organiser, rapporteur, about, guest, sign_in):
    said = make(guest, about)
    seen = remarks.answer_stamp(said)
    with acting(guest), pytest.raises(Refused, match="may-answer-remark"):
        actions.answer_remark(remark=said, answer=planted.text("No"), seen=seen)
    address = reverse("strategy:answer-remark", args=[said.pk])
    typed = {"text": "Second answer", "language": "en", "seen": seen}
    with acting(organiser):
        actions.answer_remark(remark=said, answer=planted.text("First answer"), seen=seen)
        with pytest.raises(Outdated):
            actions.answer_remark(remark=said, answer=planted.text("Again"), seen=seen)
    late = sign_in(rapporteur).post(address, typed)
    assert late.status_code == 409
    assert "Second answer" in late.content.decode()
    assert "First answer" in late.content.decode()
    assert "First answer" in page_of(sign_in(guest), about)


def test_only_its_author_withdraws_a_remark(organiser, about, guest, sign_in):
    said = make(guest, about)
    with acting(organiser), pytest.raises(Refused, match="may-withdraw-remark"):
        actions.withdraw_remark(remark=said, reason="It is wrong")
    address = reverse("strategy:withdraw-remark", args=[said.pk])
    assert sign_in(guest).post(address, {"reason": "I was wrong"}).status_code == 302
    assert "Too short a deadline" not in page_of(sign_in(organiser), about)
    assert "I was wrong" not in LedgerEntry.objects.order_by("index").last().leaf


def test_who_may_not_see_the_text_neither_remarks_nor_reads(organiser, stranger, strategy, sign_in):
    secret = planted.draft(organiser, strategy, planted.SECRET)
    make(organiser, secret, "Remark at home")
    with acting(stranger), pytest.raises(Refused, match="remark-text-gone"):
        actions.make_remark(about=secret, text=planted.text("Hello"))
    assert remarks.remarks_on(secret, stranger) == []
    assert remarks.find_remark(stranger, Remark.objects.get().pk) is None
    assert remarks.remarks_on(secret, None) == []


def test_words_come_back_when_the_text_is_gone_or_the_session_is(organiser, about, guest, sign_in):
    address = reverse("strategy:remark", args=[about.pk])
    typed = {"text": "Many long words", "language": "en"}
    out = sign_in(None).post(address, typed)
    assert out.status_code == 403
    assert "Many long words" in out.content.decode()
    with acting(organiser):
        actions.withdraw(recommendation=about, reason=planted.text("Out"))
    late = sign_in(guest).post(address, typed)
    assert late.status_code == 403
    assert "Many long words" in late.content.decode()
    assert not Remark.objects.exists()


def test_a_remark_of_invisible_characters_is_none(about, guest, sign_in):
    page = sign_in(guest).post(reverse("strategy:remark", args=[about.pk]), {"text": "\u200f\u202e", "language": "ar"})
    assert page.status_code == 400
    assert not Remark.objects.exists()
