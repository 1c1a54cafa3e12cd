"""The demonstration's conference: what the public sources say, in three languages, and no person's name."""

import json

import pytest

from majlis.workspace.commons.claims import positions
from majlis.workspace.commons.models import Role, Source
from majlis.workspace.commons.queries import claims_of
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.demonstration.gatherings import FILE, hold_conference
from majlis.workspace.demonstration.sessions import sessions as planted_sessions
from majlis.workspace.rooms.gatherings import queries
from majlis.workspace.rooms.gatherings.models import Gathering


@pytest.fixture
def held(institution, join):
    load_terms()
    return hold_conference({Role.ADMINISTRATOR: join(institution, Role.ADMINISTRATOR)})


def test_three_editions_and_five_sessions_are_public(held):
    days = {g.code: (str(g.starts_on), str(g.ends_on)) for g in queries.listed(None)}
    assert days == {
        "2021": ("2021-02-16", "2021-02-18"),
        "2022": ("2022-06-08", "2022-06-10"),
        "2023": ("2023-11-14", "2023-11-15"),
    }
    assert sorted(held) == [f"session-{number}" for number in range(1, 6)]
    assert sorted(held) == [session.key for session in planted_sessions()]
    assert {str(session.edition.code) for session in held.values()} == {"2022"}


def test_who_organised_in_2022_is_disputed_with_both_sources(held):
    said = [c for c in claims_of(Gathering.objects.get(code="2022"), None) if c.aspect == "organisers"]
    assert len(positions(said)) == 2
    assert all(claim.source.address.startswith("https://") and claim.source.published_on for claim in said)


def test_every_statement_is_a_paraphrase_with_its_source(held):
    said = queries.statements_in(Gathering.objects.get(code="2022"), None)
    assert len(said) == 2
    assert all(statement.paraphrase and statement.source.address for statement in said)


def test_every_theme_is_in_the_vocabulary(held):
    known = {term.code for term in queries.themes()}
    assert known
    assert all(session.themes and set(session.themes) <= known for session in held.values())


def texts(value):
    if isinstance(value, dict):
        found = [value] if value.keys() & {"ar", "fr", "en"} else []
        return found + [text for inner in value.values() for text in texts(inner)]
    return [text for inner in value for text in texts(inner)] if isinstance(value, list) else []


def test_everything_but_the_titles_of_sources_stands_in_three_languages():
    content = json.loads(FILE.read_text(encoding="utf-8"))
    content.pop("sources")
    found = texts(content)
    assert len(found) > 30
    assert all(text.keys() == {"ar", "fr", "en"} and all(text.values()) for text in found)


def test_every_source_is_one_source_with_its_address(held):
    titles = {source.title.in_language("fr").text: source.address for source in Source.objects.all()}
    assert all(address.startswith("https://") for address in titles.values())
    assert not [title for title in titles if title.count(".ma") + title.count(".tv") > 1]


def test_who_spoke_in_2022_is_said_by_office(held):
    said = [c for c in claims_of(Gathering.objects.get(code="2022"), None) if c.aspect == "speaker"]
    assert len(said) == 1
    assert "president" in said[0].value.in_language("en").text
