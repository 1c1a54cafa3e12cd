"""The outcome document: what stands in it, for whom, and that it is the same document every time."""

import io
import zipfile

import pytest
from django.urls import reverse
from django.utils import translation
from docx import Document as Docx
from pypdf import PdfReader

from majlis.engine.handling import Tlp
from majlis.workspace.commons import documents
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Finding
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import actions
from majlis.workspace.rooms.strategy.models import Edition
from majlis.workspace.rooms.strategy.outcome import Outcome
from tests.workspace.rooms.consultations import planted as consultations
from tests.workspace.rooms.gatherings import planted as gatherings
from tests.workspace.rooms.strategy import planted

FORMS = tuple(documents.FORMS)
LANGUAGES = ("ar", "fr", "en")
SITE = "https://majlis.example"


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
        document = Outcome(edition.strategy, edition, member, SITE).document()
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
        assert told in seen.replace("\u2060", ""), told


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
