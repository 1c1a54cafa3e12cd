"""Drafting from the opinion map: who is led there, and what the draft starts with."""

import pytest

from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Role
from majlis.workspace.commons.texts import State, Text
from majlis.workspace.rooms.consultations.models import Statement
from majlis.workspace.rooms.strategy.forms import started_with
from tests.workspace.rooms.consultations import planted as consultations
from tests.workspace.rooms.strategy import planted
from tests.workspace.rooms.strategy.test_views import read, url, words


def map_of(asked, client):
    return client.get(f"/en/consultations/{asked.pk}/map/").content.decode()


@pytest.fixture
def asked(organiser):
    return consultations.mapped(organiser)


def test_every_statement_that_the_map_lists_leads_those_who_draft_to_its_finding(asked, organiser, sign_in):
    page = map_of(asked, sign_in(organiser))
    kept = asked.runs.get().findings.filter(key__in=["opinion-consensus", "opinion-dividing"])
    assert page.count("/strategy/draft/?from=") == kept.count() == len(consultations.UNITING + consultations.PARTING)
    for finding in kept:
        assert f"/strategy/draft/?from={finding.pk}" in page
    assert f"{url('findings')}?of={asked.pk}" in page


def test_nobody_else_is_led_to_drafting(asked, institution, join, reader, sign_in):
    for member in (None, reader, join(institution, Role.ANALYST)):
        assert "/strategy/draft/" not in map_of(asked, sign_in(member))
    assert "/strategy/draft/?from=" in map_of(asked, sign_in(join(institution, Role.RAPPORTEUR)))


def test_a_draft_starts_with_the_statement_in_its_languages_and_their_standing(asked, organiser, sign_in, strategy):
    code = consultations.UNITING[-1]
    text = Text.write("يحتاج الأهل إلى دعم", "ar").translated("fr", "Un soutien aux familles", reviewed=True)
    text = text.translated("en", "Families need support")
    Statement.objects.filter(consultation=asked, code=code).update(text=text)
    finding = next(f for f in asked.runs.get().findings.filter(key="opinion-consensus") if f.values["id"] == code)
    client, query = sign_in(organiser), f"?from={finding.pk}"
    begun = read(client, "draft", strategy.pk, query=query).context["form"]
    assert begun["original"].value() == "ar"
    typed = {f"text_{held}": begun[f"text_{held}"].value() for held in ("ar", "fr", "en")}
    assert typed["text_fr"] == "Un soutien aux familles"
    read(client, "draft", strategy.pk, query=query, status=302, original="ar", **typed)
    drafted = strategy.recommendations.get()
    states = {held: version.state for held, version in drafted.text.versions.items()}
    assert states == {"ar": State.ORIGINAL, "fr": State.REVIEWED, "en": State.UNREVIEWED}
    assert f"/consultations/{asked.pk}/map/" in read(client, "recommendation", drafted.pk).content.decode()


def test_what_divides_is_a_ground_and_no_wording(asked, organiser, sign_in, strategy):
    finding = asked.runs.get().findings.filter(key="opinion-dividing").first()
    page = read(sign_in(organiser), "draft", strategy.pk, query=f"?from={finding.pk}")
    assert not page.context["form"]["text_en"].value()
    assert "divides" in words(page)


def test_words_in_no_known_language_begin_in_the_readers(organiser):
    begun = started_with(Text.write("Sans langue"))
    assert (begun["original"], begun["text_en"]) == ("en", "Sans langue")
    regional = started_with(Text.write("نص", "ar-MA").translated("fr-CA", "Texte", reviewed=True))
    assert (regional["original"], regional["text_ar"], regional["text_fr"]) == ("ar", "نص", "Texte")


def test_the_list_of_one_question_holds_its_findings_only(asked, organiser, sign_in):
    other = planted.findings(organiser)[0]
    page = read(sign_in(organiser), "findings", query=f"?of={asked.pk}").content.decode()
    assert str(other.pk) not in page
    assert all(str(finding.pk) in page for finding in asked.runs.get().findings.all())


def test_findings_of_another_institution_are_listed_as_far_as_they_may_be_seen(organiser, stranger, sign_in, strategy):
    with acting(stranger):
        theirs = consultations.mapped(stranger, title="Seen by all")
    hidden = consultations.mapped(stranger, title=planted.SECRET, tlp=planted.Tlp.AMBER)
    page = read(sign_in(organiser), "strategy-findings", strategy.pk)
    assert "Seen by all" in words(page)
    assert planted.SECRET not in words(page)
    assert not any(str(finding.pk) in page.content.decode() for finding in hidden.runs.get().findings.all())
    assert any(str(finding.pk) in page.content.decode() for finding in theirs.runs.get().findings.all())
