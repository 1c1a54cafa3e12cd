"""The page of the search: what it says, marks and keeps to itself."""

import re
from urllib.parse import quote

import pytest

from majlis.engine.handling import Handling
from majlis.workspace.commons import setup
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Claim, Role, SearchEntry
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.gatherings.actions import withdraw_office_statement, withdraw_session
from tests.workspace.commons.search.test_finding import HOSTILE
from tests.workspace.rooms.gatherings import planted

ISOLATES = re.compile("[\u2068\u2069]")  # Fluent puts them around numbers
pytestmark = pytest.mark.django_db


def page(client, query, tongue="en", **more):
    rest = "".join(f"&{name}={value}" for name, value in more.items())
    answer = client.get(f"/{tongue}/search/?q={quote(query, errors='surrogatepass')}{rest}")
    assert answer.status_code == 200
    return ISOLATES.sub("", answer.content.decode())


def plain(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_the_page_says_how_many_and_marks_the_words(client, ask):
    ask("Dialogue after <b>release</b>", "Every dialogue needs a place")
    html = page(client, "dialogue")
    assert "2 results" in html
    assert "<mark>Dialogue</mark> after &lt;b&gt;release&lt;/b&gt;" in html
    assert "Every <mark>dialogue</mark> needs a place" in html
    assert html.count("TLP:CLEAR") == 2
    assert html.count('<h3><a href="/en/consultations/') == 2


def test_another_language_is_shown_with_the_version_that_matched(client, ask):
    text = Text.write("الحوار بعد الإفراج عن السجناء", "ar").translated("en", "Talking after release", reviewed=True)
    ask(text)
    html = page(client, "السجناء")
    assert "Talking after release" in html
    assert "الحوار بعد الإفراج عن <mark>السجناء</mark>" in html
    assert "From the Arabic version" in html
    own = page(client, "السجناء", "ar")
    assert own.count("<mark>السجناء</mark>") == 1
    assert "من النص العربي" not in own


def test_a_translation_that_nobody_reviewed_says_so(client, ask):
    ask(Text.write("الحوار", "ar").translated("en", "The dialogue"))
    assert "translation not reviewed" in page(client, "dialogue")


def test_a_long_text_is_cut_around_the_words(client, ask):
    ask("Title", headline=Text.write(f"{'before ' * 100}dialogue {'after ' * 100}", "en"))
    text = page(client, "dialogue")
    passage = re.search(r'class="passage">(.*?)</p>', text, re.DOTALL)[1]
    assert "<mark>dialogue</mark>" in passage
    assert len(plain(passage)) < 300
    assert plain(passage).startswith("…before")
    assert plain(passage).endswith("after…")


def test_pages_of_twenty(client, ask):
    for n in range(23):
        ask(f"Dialogue {n}")
    first, second = page(client, "dialogue"), page(client, "dialogue", page="2")
    assert (first.count("<h3>"), second.count("<h3>")) == (20, 3)
    assert "23 results" in first
    assert "?q=dialogue&amp;page=2" in first
    assert page(client, "dialogue", page="-7").count("<h3>") == 3
    assert page(client, "dialogue", page="x").count("<h3>") == 20


def test_counts_tell_nothing_of_hidden_records(client, ask, organiser):
    ask("Dialogue in the open")
    for n in range(3):
        ask(f"Dialogue {n}", handling=Handling(tlp="AMBER"))
    assert "One result" in page(client, "dialogue")
    client.force_login(organiser.user)
    assert "4 results" in page(client, "dialogue")


def test_empty_answers_say_what_to_do(client, ask, organiser):
    ask("Dialogue")
    assert "What are you looking for?" in page(client, "")
    assert "There is no word in the query" in page(client, "*")
    none = page(client, "nothing")
    assert "Try fewer words" in none
    assert "only what is open to everybody was searched" in none
    assert "Try all rooms" in page(client, "dialogue", room="gatherings")
    client.force_login(organiser.user)
    assert "open to everybody" not in page(client, "nothing")


def test_filters_that_nobody_offers_are_ignored(client, ask):
    ask("Dialogue")
    assert "One result" in page(client, "dialogue", room="../x", language="xx")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("case", HOSTILE)
def test_nothing_that_is_typed_breaks_the_page(client, ask, case, language):
    ask("Dialogue after release")
    html = page(client, HOSTILE[case], language)
    assert "\u202e" not in html
    assert "\x00" not in html


def test_only_reading_is_answered(client):
    assert client.post("/en/search/").status_code == 405


def test_what_was_typed_stays_and_is_escaped(client):
    assert 'value="&quot;&gt;&lt;script&gt;"' in page(client, '"><script>')


def test_every_page_but_the_voting_page_has_the_form(client, ask, organiser):
    made = ask("Dialogue", "A statement")
    form = 'action="/en/search/"'
    for path in ("/en/", "/en/consultations/", f"/en/consultations/{made.pk}/", "/en/none-such/"):
        assert client.get(path).content.decode().count(form) == 1, path
    assert form not in client.get(f"/en/consultations/{made.pk}/vote/").content.decode()
    assert client.get("/en/search/").content.decode().count(form) == 1


def test_gatherings_are_found_with_a_way_to_their_place(client, organiser):
    series = planted.series(organiser, title="Plantedseries")
    edition = planted.edition(organiser, within=series, title="Plantededition", code="2022")
    session = planted.session(organiser, edition, title="Plantedsession", code="plantedcode")
    said = planted.statement(organiser, session, text="Plantedwords")
    planted.claim(organiser, session, "plantedperson", aspect="speaker")
    html = page(client, "planted")
    assert "4 results" in html
    for address in (
        f"/en/gatherings/#series-{series.pk}",
        f"/en/gatherings/{edition.pk}/",
        f"/en/gatherings/sessions/{session.pk}/",
        f"/en/gatherings/sessions/{session.pk}/#said-{said.pk}",
    ):
        assert f'href="{address}"' in html
        path, _, place = address.partition("#")
        shown = client.get(path).content.decode()
        assert not place or f'id="{place}"' in shown
    assert Claim.objects.exists()
    assert "Nothing was found" in page(client, "plantedperson")
    assert "Plantedsession" in page(client, "plantedcode")


def test_a_statement_leads_to_its_place_in_its_consultation(client, ask):
    statement = ask("Open", "Plantedstatement").statements.get()
    address = f"/en/consultations/{statement.consultation_id}/"
    assert f'href="{address}#statement-{statement.pk}"' in page(client, "plantedstatement")
    assert f'id="statement-{statement.pk}"' in client.get(address).content.decode()


def test_a_secret_edition_hides_all_that_is_in_it(client, organiser, join, other_institution):
    planted.secret_world(organiser)
    assert SearchEntry.objects.count() > 3
    assert "Nothing was found" in page(client, "planted")
    client.force_login(join(other_institution, Role.ORGANISER).user)
    assert "Nothing was found" in page(client, "planted")
    client.force_login(organiser.user)
    assert "Nothing was found" not in page(client, "planted")


def test_a_source_that_is_hidden_hides_what_rests_on_it(client, organiser):
    said = planted.statement(organiser, planted.edition(organiser), text="Plantedwords")
    assert "One result" in page(client, "plantedwords")
    said.source.handling = Handling(tlp="AMBER")
    said.source.save()
    assert "Nothing was found" in page(client, "plantedwords")


def test_what_was_withdrawn_is_found_by_nobody(client, organiser):
    session = planted.session(organiser, planted.edition(organiser), title="Plantedsession")
    within = planted.statement(organiser, session, text="Plantedwithin")
    alone = planted.statement(organiser, session.edition, text="Plantedalone")
    client.force_login(organiser.user)
    assert "3 results" in page(client, "planted")
    with acting(organiser):
        withdraw_office_statement(statement=alone, reason="A mistake")
        withdraw_session(session=session, reason="A mistake")
    assert within.state != "withdrawn"
    assert "Nothing was found" in page(client, "planted")


def test_an_upgrade_fills_the_index_of_an_existing_workspace(client, ask):
    ask("Dialogue")
    SearchEntry.objects.all().delete()
    assert "Nothing was found" in page(client, "dialogue")
    setup.upgrade()
    assert "One result" in page(client, "dialogue")
