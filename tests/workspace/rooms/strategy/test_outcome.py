"""The outcome document: what stands in it, for whom, and that it is the same document every time."""

import io
import json
import re
import zipfile

import pytest
from django.urls import reverse
from django.utils import translation
from docx import Document as Docx
from pyld import jsonld
from pypdf import PdfReader

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import documents
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.claims import note_source, retract_source
from majlis.workspace.commons.models import Finding, Role
from majlis.workspace.commons.models.records import WITHDRAWN
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.why import prov
from majlis.workspace.rooms.strategy import actions
from majlis.workspace.rooms.strategy.models import Edition, Round
from majlis.workspace.rooms.strategy.outcome import Outcome
from tests.workspace.rooms.consultations import planted as consultations
from tests.workspace.rooms.gatherings import planted as gatherings
from tests.workspace.rooms.strategy import planted

FORMS = tuple(documents.FORMS)
LANGUAGES = ("ar", "fr", "en")
SITE = "https://majlis.example"
AMBER = "Something beneath this recommendation has changed"
PROV, SCHEMA = "http://www.w3.org/ns/prov#", "https://schema.org/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def three(english, french, arabic):
    return Text.write(english, "en").translated("fr", french, reviewed=True).translated("ar", arabic, reviewed=True)


MEASURE = three(
    "Prepare release from the first day, as A/RES/60/288 asks",
    "Préparer la sortie dès le premier jour, comme le demande A/RES/60/288",
    "الإعداد للإفراج منذ اليوم الأول كما يطلب A/RES/60/288",
)
ADDRESSEE = three("Prison services", "Services pénitentiaires", "المصالح السجنية")


@pytest.fixture
def released(organiser):
    """An edition of a strategy from a conference with an agenda, an office's statement and a consultation."""
    conference = gatherings.edition(organiser)
    session = gatherings.session(organiser, conference)
    gatherings.statement(organiser, session, "The office said so")
    hall = consultations.mapped(organiser, within=session)
    found = list(Finding.objects.filter(run__question_id=hall.pk, key="opinion-consensus"))
    strategy = planted.strategy(organiser, within=conference)
    for parts in ({"rests_on": found[:1], "addressee": ADDRESSEE}, {"unfounded": planted.text("The law asks for it")}):
        rests_on = parts.pop("rests_on", ())
        with acting(organiser):
            measure = actions.Measure(text=MEASURE, dimensions=["legal"], **parts)
            drafted = actions.draft(strategy=strategy, measure=measure, rests_on=rests_on)
        planted.adopted(organiser, drafted)
    planted.draft(organiser, strategy, planted.SECRET)
    with acting(organiser):
        actions.release(strategy=strategy, office=planted.text("The plenary"), note=planted.text("What is new"))
    return Edition.objects.select_related("strategy__institution").get()


def made(edition, form, language="en", member=None):
    with translation.override(language):
        document = Outcome(edition.strategy, edition, member, SITE).document(linked=form == "jsonld")
        return documents.render(document, form)


def words_of(content, form):
    if form == "pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if form == "docx":
        read = Docx(io.BytesIO(content))
        cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
        return "\n".join([paragraph.text for paragraph in read.paragraphs] + cells)
    return content.decode()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_tells_the_same(released, form, language):
    seen = words_of(made(released, form, language), form)
    assert planted.SECRET not in seen
    # What is told in Latin letters is found in the Arabic PDF too.
    for told in ("A/RES/60/288", "R1", "R2", "The office said so"):
        assert told in re.sub("[\u200d\u2060]", "", seen), told


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_document_is_the_same_bytes(released, form, language):
    assert made(released, form, language) == made(released, form, language)


def test_a_reader_gets_what_they_may_see(organiser, stranger, released):
    strict = planted.adopted(
        organiser,
        planted.draft(
            organiser, released.strategy, "Planted amber", rests_on=planted.findings(organiser, tlp=Tlp.AMBER)
        ),
    )
    with acting(organiser):
        second = actions.release(strategy=released.strategy, office=planted.text("The plenary"))
    assert second.handling.tlp == Tlp.AMBER
    own = Outcome(second.strategy, second, organiser, SITE).document()
    assert own.handling.tlp == Tlp.AMBER
    assert strict.handling.tlp == Tlp.AMBER
    for form in FORMS:
        assert "Planted amber" in words_of(made(second, form, member=organiser), form)
        assert "Planted amber" not in words_of(made(second, form, member=stranger), form)


def test_pages_and_files_apply_handling(organiser, stranger, released, sign_in):
    planted.adopted(
        organiser,
        planted.draft(
            organiser, released.strategy, "Planted amber", rests_on=planted.findings(organiser, tlp=Tlp.AMBER)
        ),
    )
    address = reverse("strategy:outcome", args=[released.strategy.pk])
    assert "Planted amber" in sign_in(organiser).get(address).content.decode()
    assert "Planted amber" not in sign_in().get(address).content.decode()
    for form in FORMS:
        seen = sign_in().get(reverse("strategy:outcome-file", args=[released.strategy.pk, form]))
        assert seen.status_code == 200
        assert "Planted amber" not in words_of(seen.content, form)


def test_an_unknown_form_or_edition_is_not_there(released, sign_in):
    pk = released.strategy.pk
    assert sign_in().get(reverse("strategy:outcome-file", args=[pk, "exe"])).status_code == 404
    assert sign_in().get(reverse("strategy:edition-outcome", args=[pk, 9])).status_code == 404


def test_the_document_as_it_stands_is_a_draft(organiser, released):
    assert Outcome(released.strategy, None, organiser, SITE).document().draft
    assert not Outcome(released.strategy, released, organiser, SITE).document().draft


def test_what_is_decided_without_a_basis_says_so(released):
    seen = made(released, "markdown").decode()
    assert "Decided without a basis" in seen
    assert "The law asks for it" in seen


def test_word_files_carry_no_time_of_their_making(released):
    with zipfile.ZipFile(io.BytesIO(made(released, "docx"))) as archive:
        assert len({entry.date_time for entry in archive.infolist()}) == 1


@pytest.fixture
def amber(organiser, released):
    """The edition that comes after one whose third recommendation rests on a source that is retracted by now."""
    with acting(organiser):
        source = note_source(
            institution=organiser.institution, title=planted.text("A source"), handling=Handling(tlp=Tlp.CLEAR)
        )
    planted.adopted(organiser, planted.draft(organiser, released.strategy, "Third", rests_on=[source], code="R9"))
    with acting(organiser):
        edition = actions.release(strategy=released.strategy, office=planted.text("The plenary"))
        before = made(edition, "markdown").decode()
        assert AMBER not in before
        retract_source(source=source, reason=planted.text("It was wrong"))
    return edition


def flat(content, form):
    """The words of a form on one line, without the marks that isolate directions."""
    bare = re.sub("[\u2066-\u2069]|<style.*?</style>|</?bdi[^>]*>", "", words_of(content, form), flags=re.DOTALL)
    return " ".join(bare.split())


def place_of(edition, code, page="why"):
    recommendation = edition.strategy.recommendations.get(code=code, stage="adopted")
    return f"{SITE}{reverse(f'strategy:{page}', args=[recommendation.pk])}"


def test_every_recommendation_leads_to_its_why_page(released):
    seen = made(released, "markdown").decode()
    with translation.override("en"):
        assert [seen.count(place_of(released, code)) for code in ("R1", "R2")] == [1, 1]


@pytest.mark.parametrize("form", FORMS)
def test_what_changed_beneath_is_said_at_the_amber_one_alone(amber, form):
    seen = flat(made(amber, form), form)
    assert seen.count(AMBER) == 1
    if form == "markdown":
        with translation.override("en"):
            assert [seen.count(place_of(amber, code)) for code in ("R1", "R2", "R9")] == [1, 1, 2]
            assert seen.index("R9 · Third") < seen.index(AMBER)


def triples(content):
    """What a document says, as another implementation reads it without a network."""

    def refused(address, _options):
        raise AssertionError(f"{address} would be fetched")

    document = json.loads(content)
    quads = jsonld.to_rdf(document, {"documentLoader": refused, "rdfDirection": "i18n-datatype"})["@default"]
    return {
        (quad["subject"]["value"], quad["predicate"]["value"], quad["object"]["value"])
        for quad in quads
        if "blank node" not in {quad["subject"]["type"], quad["object"]["type"]}
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_graph_holds_what_every_why_page_offers_and_mixes_no_basis(amber, language, sign_in):
    said = triples(made(amber, "jsonld", language))
    recommendations = list(amber.strategy.recommendations.filter(stage="adopted"))
    assert len(recommendations) == 3
    for recommendation in recommendations:
        offered = triples(sign_in().get(reverse("strategy:why-prov", args=[recommendation.pk])).content)
        assert len(offered) > 5
        assert offered <= said
        name, derived = f"urn:uuid:{recommendation.pk}", f"{PROV}wasDerivedFrom"
        assert {t for t in said if t[:2] == (name, derived)} == {t for t in offered if t[:2] == (name, derived)}
        assert (name, f"{SCHEMA}identifier", recommendation.code) in said
        assert (name, RDF_TYPE, f"{SCHEMA}CreativeWork") in said
    assert {t[0] for t in said if t[1] == "urn:majlis:terms#amber" and t[2] == "true"} == {
        f"urn:uuid:{next(r.pk for r in recommendations if r.code == 'R9')}"
    }


def test_the_graph_names_nothing_that_the_reader_may_not_see(organiser, stranger, released):
    strict = planted.findings(organiser, tlp=Tlp.AMBER)
    planted.adopted(organiser, planted.draft(organiser, released.strategy, "Planted amber", rests_on=strict))
    document = Outcome(released.strategy, None, stranger, SITE).document(linked=True)
    assert str(strict[0].pk) not in documents.render(document, "jsonld").decode()
    own = Outcome(released.strategy, None, organiser, SITE).document(linked=True)
    assert str(strict[0].pk) in documents.render(own, "jsonld").decode()
    assert own.handling.tlp == Tlp.AMBER


def test_terms_of_the_two_contexts_do_not_contradict_each_other():
    shared = documents.jsonld.CONTEXT.keys() & prov.CONTEXT.keys()
    assert {"prov", "xsd"} <= shared
    assert all(documents.jsonld.CONTEXT[name] == prov.CONTEXT[name] for name in shared)


@pytest.fixture
def rated(organiser, other_institution, institution, join, settings, tmp_path):
    """Rate two texts in a round, adopt them, and read what was written: `rated(first, second)` gives the edition."""
    settings.KEYS = tmp_path / "keys"

    def rate(*ratings, read=True):
        strategy = planted.strategy(organiser)
        with acting(organiser):
            actions.circulate(strategy=strategy)
        drafts = [
            planted.draft(organiser, strategy, f"M{n}", unfounded=planted.text("So")) for n in range(len(ratings))
        ]
        with acting(organiser):
            asked = actions.open_round(strategy=strategy)
        members = [join(place, Role.EXPERT) for place in (institution, other_institution) * 5]
        for draft, values in zip(drafts, ratings, strict=True):
            for member, value in zip(members, values, strict=False):
                with acting(member):
                    actions.answer_round(asked_in=asked, answers=[actions.Answer(draft.pk, value)])
        with acting(organiser):
            asked = actions.close_round(closed=asked)
            if read:
                actions.read_round(closed=asked, held={})
        for draft in drafts:
            draft.refresh_from_db()
            planted.adopted(organiser, draft)
        with acting(organiser):
            return actions.release(strategy=strategy, office=planted.text("The plenary"))

    return rate


ROUND = "In round 1, 40% of 10 raters rated the text"


@pytest.mark.parametrize("form", FORMS)
def test_who_would_not_accept_a_text_is_said_as_a_share_to_everybody(rated, stranger, form):
    edition = rated([1, 2, 3, 1, 8, 9, 8, 9, 7, 8], [9] * 10)
    for member in (None, stranger):
        seen = flat(made(edition, form, member=member), form)
        assert seen.count(ROUND) == 1
        assert "100%" not in seen


@pytest.mark.parametrize(("values", "read"), [([1, 1, 9, 9], True), ([4] * 10, True), ([1] * 4 + [9] * 6, False)])
def test_few_raters_no_refusal_and_unread_rounds_say_nothing(rated, organiser, values, read):
    edition = rated(values, read=read)
    for member in (None, organiser):
        seen = made(edition, "markdown", member=member).decode()
        assert "In round" not in seen
        assert "Dissent" not in seen


def test_a_round_in_a_strict_strategy_is_told_to_nobody_outside(rated, organiser):
    edition = rated([1, 2, 3, 1, 8, 9, 8, 9, 7, 8])
    Round.objects.update(handling=Handling(tlp=Tlp.AMBER))
    assert ROUND not in flat(made(edition, "markdown"), "markdown")
    assert Outcome(edition.strategy, edition, None, SITE).document().handling.tlp == Tlp.CLEAR
    assert ROUND in flat(made(edition, "markdown", member=organiser), "markdown")
    assert Outcome(edition.strategy, edition, organiser, SITE).document().handling.tlp == Tlp.AMBER


@pytest.mark.parametrize("form", FORMS)
def test_a_withdrawn_ground_is_named_and_no_longer_quoted(organiser, form, sign_in):
    words = "An office took this back"
    conference = gatherings.edition(organiser)
    said = gatherings.statement(organiser, gatherings.session(organiser, conference), words)
    strategy = planted.strategy(organiser)
    planted.adopted(organiser, planted.draft(organiser, strategy, rests_on=[said]))
    with acting(organiser):
        edition = actions.release(strategy=strategy, office=planted.text("The plenary"))
    assert words in flat(made(edition, form), form)
    type(said).objects.filter(pk=said.pk).update(state=WITHDRAWN)
    seen = flat(made(edition, form), form)
    assert words not in seen
    assert "no longer shown" in seen
    for page in ("recommendation", "why", "why-prov", "why-svg"):
        place = reverse(f"strategy:{page}", args=[edition.contents[0]["id"]])
        assert words not in sign_in(organiser).get(place).content.decode()


@pytest.mark.parametrize("form", FORMS)
def test_an_institution_that_is_addressed_is_named(organiser, other_institution, form):
    strategy = planted.strategy(organiser)
    parts = {"addressed_to": other_institution, "unfounded": planted.text("So")}
    planted.adopted(organiser, planted.draft(organiser, strategy, **parts))
    with acting(organiser):
        edition = actions.release(strategy=strategy, office=planted.text("The plenary"))
    assert "Institution two" in flat(made(edition, form), form)


def test_the_public_is_not_told_how_many_drafts_there_are(organiser, released, sign_in):
    for place in (reverse("strategy:index"), reverse("strategy:detail", args=[released.strategy_id])):
        assert "in draft" not in sign_in().get(place).content.decode()
        assert "in draft" in sign_in(organiser).get(place).content.decode()
