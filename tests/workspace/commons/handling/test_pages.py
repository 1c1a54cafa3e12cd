"""The pages of handling: who gets them, what they do, and that nothing typed is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.handling.who import who_will_see
from majlis.workspace.commons.mail import letters
from majlis.workspace.commons.models import Circle, Question, Release, Restriction, Role
from majlis.workspace.commons.texts import Text

pytestmark = pytest.mark.django_db
SECRET = "Unspeakable wording"
LANGUAGES = ["ar", "fr", "en"]


def address(record, act=""):
    return f"/en/handling/of/{record.kind}/{record.pk}/{act}"


@pytest.fixture
def shared(ask, organiser, other):
    """Held by one, from two, seen by the holder alone: the other originator may not read the finished text."""
    origin = frozenset({str(organiser.institution_id), str(other.institution_id)})
    return ask(organiser, SECRET, tlp="AMBER", originators=origin)


def test_release_is_asked_for_and_answered_on_pages(shared, organiser, other, sign_in):
    asked = sign_in(organiser).post(address(shared, "release/"), {"tlp": "CLEAR", "reason": "The plenary asked"})
    assert asked.url == address(shared)
    release = Release.objects.get()
    page = f"/en/handling/releases/{release.pk}/"
    shown = sign_in(other).get(page).content.decode()
    assert "The plenary asked" in shown
    assert SECRET not in shown
    assert SECRET in sign_in(organiser).get(page).content.decode()
    assert sign_in(other).post(page, {"reason": "Agreed", "agree": ""}).url == page
    assert Question.objects.get(pk=shared.pk).handling.tlp is Tlp.CLEAR
    assert "granted" in sign_in(other).get(page).content.decode()


def test_release_is_declined_on_its_page_and_an_answer_needs_a_reason(shared, organiser, other, sign_in):
    sign_in(organiser).post(address(shared, "release/"), {"tlp": "GREEN", "reason": "R"})
    page = f"/en/handling/releases/{Release.objects.get().pk}/"
    assert sign_in(other).post(page, {"reason": " ", "decline": ""}).status_code == 400
    assert Release.objects.get().state == Release.ASKED
    sign_in(other).post(page, {"reason": "Not this one", "decline": ""})
    assert Release.objects.get().state == Release.DECLINED
    late = sign_in(other).post(page, {"reason": "Second thoughts", "agree": ""})
    assert late.status_code == 400
    assert "decided meanwhile" in late.content.decode()
    assert "Second thoughts" in late.content.decode()


@pytest.mark.parametrize("act", ["", "release/", "narrow/", "recall/"])
def test_pages_are_for_those_who_may(act, shared, organiser, reader, other, third, join, third_institution, sign_in):
    assert sign_in(organiser).get(address(shared, act)).status_code == 200
    assert sign_in().get(address(shared, act)).status_code == 302
    assert sign_in(third).get(address(shared, act)).status_code == 404
    assert sign_in(join(third_institution, Role.READER)).get(address(shared, act)).status_code == 404
    # An originator who may not read it decides about it all the same, and is told no word of it.
    response = sign_in(other).get(address(shared, act))
    assert response.status_code == (403 if act == "release/" else 200)
    assert SECRET not in response.content.decode()
    assert sign_in(reader).get(address(shared, act)).status_code == (403 if act else 200)


@pytest.mark.parametrize(("act", "said"), [("release/", "More people would not see it"), ("narrow/", "no narrower")])
def test_refusal_says_why_and_keeps_what_was_typed(act, said, ask, organiser, sign_in):
    record = ask(organiser, tlp="AMBER")
    response = sign_in(organiser).post(address(record, act), {"tlp": "AMBER", "reason": "A long reason"})
    assert response.status_code == 400
    assert said in response.content.decode()
    assert "A long reason" in response.content.decode()


def test_form_offers_only_what_is_milder_or_stricter(ask, organiser, sign_in):
    record = ask(organiser, tlp="GREEN")
    for act, offered in (("release/", {"CLEAR", "GREEN"}), ("narrow/", {"GREEN", "AMBER", "AMBER+STRICT", "RED"})):
        form = sign_in(organiser).get(address(record, act)).context["form"]
        assert {value for value, _ in form.fields["tlp"].choices} == offered


@pytest.mark.parametrize("language", LANGUAGES)
def test_recall_leads_to_a_notice_on_desk_and_in_the_digest(language, ask, organiser, other, third, sign_in):
    record = ask(organiser, SECRET, tlp="AMBER", audience=frozenset({str(other.institution_id)}))
    assert sign_in(organiser).post(address(record, "recall/"), {"reason": "An error"}).status_code == 302
    page = f"/{language}/handling/notices/{Restriction.objects.get().pk}/"
    letter = letters.digest_letter(other, timezone.localdate()).get_body(("plain",)).get_content()
    assert page[3:] in letter
    assert SECRET not in letter
    client = sign_in(other)
    assert page in client.get(f"/{language}/").content.decode()
    shown = client.get(page).content.decode()
    assert "An error" in shown
    assert record.digest[:16] in shown
    assert SECRET not in shown
    assert client.post(page).status_code == 302
    assert page not in client.get(f"/{language}/").content.decode()
    assert page in client.get(f"/{language}/handling/").content.decode()
    assert sign_in(third).get(page).status_code == 404
    assert sign_in(third).post(page).status_code == 404


def test_recalled_record_shows_its_tombstone_to_its_originator(ask, organiser, reader, sign_in):
    record = ask(organiser, SECRET, tlp="GREEN")
    with acting(organiser):
        acts.recall(record=record, reason=Text.write("R", "en"))
    shown = sign_in(organiser).get(address(record)).content.decode()
    assert record.digest[:16] in shown
    assert "was recalled" in shown
    assert SECRET not in shown
    assert sign_in(reader).get(address(record)).status_code == 404


@pytest.mark.parametrize("kind", ["commons.user", "nothing.here", "x", "commons.finding"])
def test_kinds_that_are_none_are_not_found(kind, ask, organiser, sign_in):
    record = ask(organiser, tlp="CLEAR")
    assert sign_in(organiser).get(f"/en/handling/of/{kind}/{record.pk}/").status_code == 404


def said(handling, holder, language="en"):
    with translation.override(language):
        return [sentence.replace("\u2068", "").replace("\u2069", "") for sentence in who_will_see(handling, holder)]


def test_who_will_see_it_names_institutions_and_circles_and_no_person(institution, other_institution, join):
    circle = Circle.objects.create(name=Text.write("Circle", "en"))
    circle.institutions.add(institution, other_institution)
    people = [join(other_institution, email=f"person{number}@example.org") for number in range(2)]
    audience = frozenset({str(circle.pk), *(str(member.pk) for member in people), "elsewhere"})
    (sentence,) = said(Handling(tlp="AMBER", audience=audience), institution)
    assert sentence == (
        "Only Institution one, Circle (Institution one and Institution two), 2 people of Institution two and one that "
        "is not known here will see this."
    )
    assert said(Handling(tlp="RED", audience=audience), institution)[0].startswith("Only Circle")
    assert said(Handling(tlp="RED"), institution) == ["Nobody will see this."]
    assert said(Handling(tlp="AMBER"), institution) == ["Only Institution one will see this."]
    given = Handling(tlp="AMBER+STRICT", originators=frozenset({str(other_institution.pk)}))
    assert said(given, institution) == ["Only Institution one and Institution two will see this."]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_will_see_it_in_every_language(language, institution):
    markings = [Handling(tlp=tlp) for tlp in Tlp]
    markings.append(Handling(expires=timezone.now() + timedelta(days=1), purposes=frozenset({"prevention"})))
    markings += [Handling(expires=timezone.now()), Handling(purposes=frozenset())]
    sentences = [said(marking, institution, language) for marking in markings]
    assert len({tuple(sentence) for sentence in sentences}) == len(markings) - 1  # AMBER and AMBER+STRICT are one here
    assert all(text for sentence in sentences for text in sentence)
