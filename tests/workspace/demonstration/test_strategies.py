"""The demonstration's strategies: drafts, adopted recommendations, one amber, and what became of an earlier one."""

import json
from collections import Counter

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from majlis.workspace import demonstration
from majlis.workspace.commons.ledger import verify
from majlis.workspace.commons.models import Institution, Role
from majlis.workspace.commons.queries import host
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.demonstration.strategies import HERE
from majlis.workspace.rooms.strategy import basis, queries
from majlis.workspace.rooms.strategy.following.pages import BecamePage
from majlis.workspace.rooms.strategy.models import Edition, Recommendation, Remark, Strategy

LANGUAGES = ("ar", "fr", "en")
YEARS = ("2021", "2022")


@pytest.fixture(scope="module")
def furnished(django_db_setup, django_db_blocker):
    """The demonstration, with the one session on whose map the strategy of 2022 rests; gone after the module."""
    shown = [session for session in demonstration.sessions() if session.key == demonstration.SHOWN_SESSION]
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(demonstration, "sessions", lambda: shown)
        load_terms()
        yield demonstration.furnish()
        transaction.set_rollback(True)


@pytest.fixture
def members(furnished, db):
    return furnished


def strategy_of(year):
    [found] = [one for one in Strategy.objects.all() if one.within.special().code == year]
    return found


def stages(year):
    return Counter(strategy_of(year).recommendations.values_list("stage", flat=True))


def test_a_member_of_the_host_holds_each_role_and_a_partner_works_elsewhere(members):
    assert members.keys() == {*Role.values, demonstration.PARTNER}
    assert {members[role].institution_id for role in Role.values} == {host().pk}
    assert members[demonstration.PARTNER].institution_id != host().pk
    assert Institution.objects.count() == 2
    assert demonstration.furnish().keys() == members.keys()
    assert Institution.objects.count() == 2


def test_drafts_adopted_recommendations_and_one_amber(members):
    assert stages("2021") == {"adopted": 4}
    assert stages("2022") == {"adopted": 3, "draft": 3}
    assert len(basis.ambers(Recommendation.objects.all())) == 1
    [amber] = Recommendation.objects.filter(pk__in=basis.ambers(Recommendation.objects.all()))
    assert (amber.strategy, amber.code, amber.stage) == (strategy_of("2022"), "R3", "adopted")


def test_what_is_adopted_in_2022_rests_on_the_map_and_nothing_of_2021_on_anything(members):
    for adopted in strategy_of("2022").recommendations.filter(stage="adopted"):
        assert "commons.finding" in {link.to_kind for link in queries.basis_links(adopted)}
    for adopted in strategy_of("2021").recommendations.all():
        assert queries.basis_links(adopted) == []
        assert adopted.unfounded


def test_one_dimension_is_left_empty(members):
    found = strategy_of("2022").recommendations.all()
    for those in (found, found.filter(stage="adopted")):
        assert [term.code for term in queries.empty_dimensions(those)] == ["economic"]


def test_what_became_of_2021_is_done_in_progress_disputed_and_silent(members):
    page = BecamePage(strategy_of("2021"), None)
    assert {one.recommendation.code: one.status for one in page.followed} == {
        "R1": "rec_done",
        "R2": "rec_in_progress",
        "R3": "disputed",
        "R4": "silent",
    }
    assert {one.recommendation.code for one in page.followed if one.overdue} == {"R4"}
    assert {promised.pledge.institution_id for one in page.followed for promised in one.pledges} == {
        members[Role.ORGANISER].institution_id,
        members[demonstration.PARTNER].institution_id,
    }


def test_a_recommendation_is_carried_over_and_a_remark_answered(members):
    [carried] = Recommendation.objects.exclude(carried_from=None)
    assert (carried.strategy, carried.carried_from.strategy) == (strategy_of("2022"), strategy_of("2021"))
    [remark] = Remark.objects.all()
    assert remark.institution_id == members[demonstration.PARTNER].institution_id
    assert remark.answer


def test_every_page_of_it_is_public_in_three_languages_and_no_draft(members):
    edition = Edition.objects.get()
    drafts = [draft.text for draft in Recommendation.objects.filter(stage="draft", carried_from=None)]
    for language in LANGUAGES:
        with translation.override(language):
            places = [reverse("strategy:index")]
            places += [reverse("strategy:edition-outcome", args=[edition.strategy_id, edition.number])]
            for strategy in Strategy.objects.all():
                names = ("detail", "became", "why-strategy", "editions", "outcome")
                places += [reverse(f"strategy:{name}", args=[strategy.pk]) for name in names]
            for adopted in Recommendation.objects.filter(stage="adopted"):
                places += [reverse(f"strategy:{name}", args=[adopted.pk]) for name in ("recommendation", "why")]
        for place in places:
            seen = Client().get(place)
            assert seen.status_code == 200, place
            assert not [text for text in drafts if text.in_language(language).text in seen.content.decode()], place


def test_the_edition_is_taken_in_five_forms(members):
    edition = Edition.objects.get()
    for form in ("html", "pdf", "docx", "markdown", "jsonld"):
        place = reverse("strategy:edition-outcome-file", args=[edition.strategy_id, edition.number, form])
        assert Client().get(place).status_code == 200


def test_the_ledger_holds_after_all_acts(members):
    assert verify().holds


def texts(value):
    if isinstance(value, dict):
        found = [value] if value.keys() & {"ar", "fr", "en"} else []
        return found + [text for inner in value.values() for text in texts(inner)]
    return [text for inner in value for text in texts(inner)] if isinstance(value, list) else []


@pytest.mark.parametrize("year", YEARS)
def test_every_text_stands_in_three_languages_and_says_what_it_is(year):
    content = json.loads((HERE / f"strategy-{year}.json").read_text(encoding="utf-8"))
    found = texts(content)
    assert len(found) > 20
    assert all(text.keys() == {"ar", "fr", "en"} and all(text.values()) for text in found)
    labels = {"en": "demonstration", "fr": "démonstration", "ar": "للعرض التوضيحي"}
    named = [content["title"], content["introduction"], *(one["title"] for one in content["sources"].values())]
    assert all(label.casefold() in text[language].casefold() for text in named for language, label in labels.items())
