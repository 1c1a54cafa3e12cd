"""A marking that a form makes stricter reaches what rests on the record; one that was narrowed no form opens again."""

from datetime import date

import pytest

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.edits import stamp
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.models import Release
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations.actions import edit_consultation
from majlis.workspace.rooms.consultations.models import Consultation
from majlis.workspace.rooms.gatherings.models import Gathering, Series
from majlis.workspace.rooms.strategy import actions as strategies
from majlis.workspace.rooms.strategy.models import Recommendation, Strategy
from tests.workspace.rooms.strategy import planted

pytestmark = pytest.mark.django_db
WHY = Text.write("Because it is agreed", "en")


def marked(member, strategy, tlp):
    with acting(member):
        return strategies.change_strategy(
            strategy=strategy, seen=stamp(strategy), title=strategy.text, introduction=None, handling=Handling(tlp=tlp)
        )


def draft(member):
    return planted.draft(member, Strategy.objects.get(), rests_on=planted.findings(member, tlp=Tlp.CLEAR))


@pytest.fixture
def strategy(organiser):
    return planted.strategy(organiser)


def test_a_stricter_strategy_makes_its_adopted_texts_and_editions_stricter(strategy, organiser, other):
    text = planted.adopted(organiser, draft(organiser))
    with acting(organiser):
        edition = strategies.release(strategy=strategy, office=WHY)
    assert may_see(None, text)
    marked(organiser, Strategy.objects.get(), Tlp.AMBER)
    for record in (text, edition):
        record.refresh_from_db()
        assert record.handling.tlp is Tlp.AMBER
        assert may_see(organiser, record)
        assert not any(may_see(member, record) for member in (None, other))


def test_a_milder_marking_opens_no_adopted_text(strategy, organiser):
    marked(organiser, strategy, Tlp.AMBER)
    text = planted.adopted(organiser, draft(organiser))
    marked(organiser, Strategy.objects.get(), Tlp.CLEAR)
    assert Recommendation.objects.get(pk=text.pk).handling.tlp is Tlp.AMBER


def test_a_stricter_marking_ends_the_release_of_what_rests_on_it(strategy, organiser):
    marked(organiser, strategy, Tlp.GREEN)
    text = planted.adopted(organiser, draft(organiser))
    with acting(organiser):
        acts.ask_release(record=text, tlp=Tlp.CLEAR, reason=WHY)
    assert may_see(None, Recommendation.objects.get(pk=text.pk))
    marked(organiser, Strategy.objects.get(), Tlp.AMBER)
    assert Release.objects.get().state == Release.ENDED
    assert Recommendation.objects.get(pk=text.pk).handling.tlp is Tlp.AMBER


def test_a_series_reaches_its_editions_whatever_their_own_marking(organiser, sign_in):
    at = {"institution": organiser.institution, "author": organiser, "state": "published"}
    series = Series.objects.create(title=WHY, handling=Handling(tlp=Tlp.CLEAR), **at)
    days = {"starts_on": date(2030, 5, 1), "ends_on": date(2030, 5, 1), "timezone": "UTC"}
    held = Gathering.objects.create(series=series, code="E1", text=WHY, handling=Handling(tlp=Tlp.GREEN), **days, **at)
    sent = {"title_en": "A series", "original": "en", "seen_by": "AMBER", "pap": "CLEAR", "seen": stamp(series)}
    assert sign_in(organiser).post(f"/en/gatherings/series/{series.pk}/edit/", sent).status_code == 302
    held.refresh_from_db()
    assert held.handling.tlp is Tlp.AMBER


def test_a_form_leaves_nobody_without_a_text_that_stands_in_what_it_marks(strategy, organiser, sign_in):
    marked(organiser, strategy, Tlp.AMBER)
    text = planted.adopted(organiser, draft(organiser))
    held = Strategy.objects.get()
    sent = {"title_en": "Typed anew", "original": "en", "pap": "CLEAR", "seen_by": "RED", "seen": stamp(held)}
    answer = sign_in(organiser).post(f"/en/strategy/{strategy.pk}/edit/", sent)
    assert answer.status_code == 400
    assert "Typed anew" in answer.content.decode()
    for record in (text, held):
        record.refresh_from_db()
        assert record.handling.tlp is Tlp.AMBER


SAID = {"en": "An originator narrowed", "fr": "Une institution d’origine a restreint", "ar": "ضيّقت مؤسسة مصدرة"}


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_form_that_would_open_what_was_narrowed_says_so_and_keeps_what_was_typed(
    language, strategy, organiser, sign_in
):
    with acting(organiser):
        acts.narrow(record=strategy, tlp=Tlp.AMBER, reason=WHY)
    narrowed = Strategy.objects.get()
    sent = {"title_en": "Typed anew", "original": "en", "pap": "CLEAR", "seen": stamp(narrowed)}
    address = f"/{language}/strategy/{strategy.pk}/edit/"
    answer = sign_in(organiser).post(address, {**sent, "seen_by": "CLEAR"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert SAID[language] in page
    assert "Typed anew" in page
    assert Strategy.objects.get().text == narrowed.text
    assert sign_in(organiser).post(address, {**sent, "seen_by": "AMBER"}).status_code == 302
    assert str(Strategy.objects.get().text) == "Typed anew"


def test_no_act_of_any_room_opens_what_was_narrowed(organiser):
    Consultation.objects.create(institution=organiser.institution, text=WHY, handling=Handling(tlp=Tlp.CLEAR))
    with acting(organiser):
        acts.narrow(record=Consultation.objects.get(), tlp=Tlp.AMBER, reason=WHY)
        with pytest.raises(Refused, match="marking-narrowed"):
            edit_consultation(consultation=Consultation.objects.get(), changes={"handling": Handling(tlp=Tlp.GREEN)})
    assert Consultation.objects.get().handling.tlp is Tlp.AMBER
