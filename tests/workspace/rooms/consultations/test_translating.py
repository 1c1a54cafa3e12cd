"""Translations: given, proposed, reviewed by somebody else, marked until then; files of them come in whole or not."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from majlis.engine.errors import Refused
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import LedgerEntry, Role
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, queries
from majlis.workspace.rooms.consultations.actions import translating
from majlis.workspace.rooms.consultations.models import Consultation, Statement, Translation
from majlis.workspace.rooms.consultations.queries import translating as found

pytestmark = pytest.mark.django_db
FORMULA = '=HYPERLINK("http://evil.example","read")'


@pytest.fixture
def second(institution, join):
    return join(institution, Role.ORGANISER, email="second@example.org")


@pytest.fixture
def first(draft):
    return queries.statements_of(draft)[0]


def again(statement):
    return Statement.objects.get(pk=statement.pk)


def state(statement, into="fr"):
    version = again(statement).text.versions.get(into)
    return version and version.state


def address(name, consultation, *rest):
    with translation.override("en"):
        return reverse(f"consultations:{name}", args=[consultation.pk, *rest])


def signed_in(member):
    client = Client()
    client.force_login(member.user)
    return client


def propose(member, statement, text="Énoncé 1", into="fr"):
    with acting(member):
        return translating.propose_translation(statement=statement, into=into, text=text)


def test_translation_goes_from_wanted_over_proposed_to_reviewed(first, organiser, second):
    assert found.find_task(first, "fr", first.author).state == "wanted"
    propose(organiser, first)
    assert (state(first), found.find_task(again(first), "fr", first.author).state) == ("unreviewed", "proposed")
    with acting(second):
        translating.review_translation(statement=first, into="fr", seen="Énoncé 1")
    assert (state(first), found.find_task(again(first), "fr", first.author).state) == ("reviewed", "reviewed")
    assert str(again(first).text) == "Statement 1"


def test_translator_does_not_review_their_own_work(first, organiser, second):
    propose(organiser, first)
    with acting(organiser), pytest.raises(Refused, match="may-review"):
        translating.review_translation(statement=first, into="fr", seen="Énoncé 1")
    assert state(first) == "unreviewed"


def test_corrector_becomes_the_translator_and_somebody_else_reviews(first, organiser, second):
    propose(organiser, first)
    propose(second, first, "Énoncé un")
    with acting(second), pytest.raises(Refused, match="may-review"):
        translating.review_translation(statement=first, into="fr", seen="Énoncé un")
    with acting(organiser):
        translating.review_translation(statement=first, into="fr", seen="Énoncé un")
    assert state(first) == "reviewed"


def test_review_of_a_text_that_has_changed_is_refused(first, organiser, second):
    propose(organiser, first)
    propose(organiser, first, "Énoncé tout autre")
    with acting(second), pytest.raises(Refused, match="translation-changed"):
        translating.review_translation(statement=first, into="fr", seen="Énoncé 1")
    assert state(first) == "unreviewed"


def test_changing_a_reviewed_translation_takes_its_mark_away(first, organiser, second):
    propose(organiser, first)
    with acting(second):
        translating.review_translation(statement=first, into="fr", seen="Énoncé 1")
    propose(organiser, first, "Énoncé 1")
    assert state(first) == "reviewed"
    propose(organiser, first, "Énoncé un")
    assert state(first) == "unreviewed"


def test_reader_translates_only_what_was_given_to_them(first, organiser, reader):
    with acting(reader), pytest.raises(Refused, match="may-translate"):
        translating.propose_translation(statement=first, into="fr", text="x")
    with acting(organiser):
        translating.assign_translation(statement=first, into="fr", translator=reader, reviewer=None, due=None)
    propose(reader, first)
    with acting(reader), pytest.raises(Refused, match="may-translate"):
        translating.propose_translation(statement=first, into="ar", text="x")


def test_one_member_cannot_be_given_both(first, organiser, reader):
    with acting(organiser), pytest.raises(Refused, match="two-people"):
        translating.assign_translation(statement=first, into="fr", translator=reader, reviewer=reader, due=None)
    propose(organiser, first)
    with acting(organiser), pytest.raises(Refused, match="two-people"):
        translating.assign_translation(statement=first, into="fr", translator=None, reviewer=organiser, due=None)


def test_member_of_another_institution_is_given_nothing(first, organiser, other_institution, join):
    stranger = join(other_institution, Role.ORGANISER)
    with acting(organiser), pytest.raises(ValueError, match="same institution"):
        translating.assign_translation(statement=first, into="fr", translator=stranger, reviewer=None, due=None)
    assert signed_in(stranger).get(address("translations", first.consultation)).status_code in {403, 404}


@pytest.mark.parametrize("into", ["en", "de", "xx"])
def test_original_and_foreign_languages_are_not_wanted(first, organiser, into):
    with acting(organiser), pytest.raises(Refused, match="not-wanted"):
        translating.propose_translation(statement=first, into=into, text="x")


def test_lists_say_what_is_mine_overdue_and_open(first, organiser, reader, second):
    yesterday = timezone.localdate() - timedelta(days=1)
    with acting(organiser):
        translating.assign_translation(statement=first, into="fr", translator=reader, reviewer=second, due=yesterday)
    tasks = found.tasks_of(first.consultation, first.author)

    def names(show, member):
        return [(task.statement.code, task.into) for task in found.chosen(tasks, show, member)]

    assert names("mine", reader) == [("1", "fr")]
    assert names("mine", second) == []
    assert names("overdue", organiser) == [("1", "fr")]
    assert len(names("open", organiser)) == 5
    propose(reader, first)
    tasks = found.tasks_of(first.consultation, first.author)
    assert (names("mine", reader), names("mine", second)) == ([], [("1", "fr")])
    with acting(second):
        translating.review_translation(statement=first, into="fr", seen="Énoncé 1")
    tasks = found.tasks_of(first.consultation, first.author)
    assert (names("mine", second), names("overdue", second), len(names("open", second))) == ([], [], 5)


def test_unreviewed_translation_is_marked_and_a_reviewed_one_is_not(first, organiser, second):
    propose(organiser, first)
    page = address("detail", first.consultation).replace("/en/", "/fr/")
    client = signed_in(organiser)
    assert "traduction non relue" in client.get(page).content.decode()
    with acting(second):
        translating.review_translation(statement=first, into="fr", seen="Énoncé 1")
    assert "traduction non relue" not in client.get(page).content.decode()


# Files


def rows_of(client, consultation):
    content = client.get(address("translations-file", consultation)).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))


def written(rows, delimiter=","):
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def bring(client, consultation, content):
    content = content if isinstance(content, bytes) else content.encode()
    return client.post(
        address("import-translations", consultation), {"file": SimpleUploadedFile("t.csv", content)}, follow=True
    )


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_file_goes_out_is_filled_in_and_comes_back(draft, organiser, second, delimiter):
    client, texts = signed_in(organiser), {"fr": f"Énoncé ; « {FORMULA}", "ar": "عبارة، أولى"}
    rows = rows_of(client, draft)
    assert [(row["statement"], row["into"]) for row in rows][:2] == [("1", "ar"), ("1", "fr")]
    for row in rows[:2]:
        row["translation"] = texts[row["into"]]
    before = LedgerEntry.objects.count()
    assert bring(client, draft, written(rows, delimiter)).status_code == 200
    # One entry for the act, and one for the look at the marked page that answers.
    done = [json.loads(entry.leaf)["action"] for entry in LedgerEntry.objects.filter(index__gte=before)]
    assert sorted(done) == ["record.read", "translation.import"]
    statement = queries.statements_of(draft)[0]
    assert {into: statement.text.versions[into].text for into in texts} == texts
    assert {row["into"]: row["translation"] for row in rows_of(client, draft)[:2]} == texts


def test_formula_survives_the_round_trip_and_is_none_in_the_file(draft, organiser):
    client = signed_in(organiser)
    propose(organiser, queries.statements_of(draft)[0], FORMULA)
    row = rows_of(client, draft)[1]
    assert row["translation"] == f"'{FORMULA}"
    bring(client, draft, written([row]))
    assert queries.statements_of(draft)[0].text.versions["fr"].text == FORMULA


def test_unchanged_file_changes_nothing_and_keeps_reviewed_marks(first, organiser, second):
    propose(organiser, first)
    with acting(second):
        translating.review_translation(statement=first, into="fr", seen="Énoncé 1")
    client = signed_in(organiser)
    assert (
        "The file changed nothing"
        in bring(client, first.consultation, written(rows_of(client, first.consultation))).content.decode()
    )
    assert state(first) == "reviewed"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"statement": "99"}, "Line 3"),
        ({"into": "en"}, "Line 3"),
        ({"translation": "\u200b"}, "Line 3"),
        ({"translation": "w" * 2001}, "Line 3"),
        ({"into": "ar"}, "twice"),
    ],
)
def test_file_with_a_mistake_names_the_line_and_brings_nothing(draft, organiser, change, problem):
    client = signed_in(organiser)
    rows = [row | {"translation": "x"} for row in rows_of(client, draft)]
    rows[1] |= change
    response = bring(client, draft, written(rows))
    assert response.status_code == 400
    assert problem in response.content.decode().replace("\u2068", "").replace("\u2069", "")
    assert not Translation.objects.exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00x", b"", b"a,b\n1,2\n", b"statement,into\n1,fr\n"])
def test_file_of_another_kind_is_refused_with_a_reason(draft, organiser, content):
    assert bring(signed_in(organiser), draft, content).status_code == 400
    assert not Translation.objects.exists()


def test_reader_brings_no_file(draft, reader):
    assert bring(signed_in(reader), draft, "statement,into,translation\n1,fr,x\n").status_code == 403


# The consultation's own texts


def wording(consultation, text="Après la libération", into="fr", name="text"):
    return translating.Wording(Consultation.objects.get(pk=consultation.pk), name, into, text)


def test_title_is_translated_and_reviewed_by_another_organiser(draft, organiser, second):
    with acting(second):
        translating.translate_consultation(consultation=draft, wording=wording(draft))
        with pytest.raises(Refused, match="may-review"):
            translating.review_wording(consultation=draft, wording=wording(draft))
    title = Consultation.objects.get(pk=draft.pk).text
    assert title.versions["fr"].state == "unreviewed"
    with acting(organiser):
        translating.review_wording(consultation=draft, wording=wording(draft))
    title = Consultation.objects.get(pk=draft.pk).text
    assert (title.versions["fr"].state, str(title)) == ("reviewed", "After release")


def test_review_of_other_words_than_stand_there_is_refused(draft, organiser, second):
    with acting(second):
        translating.translate_consultation(consultation=draft, wording=wording(draft))
    with acting(organiser), pytest.raises(Refused, match="translation-changed"):
        translating.review_wording(consultation=draft, wording=wording(draft, "Tout autre chose"))


@pytest.mark.parametrize(("name", "into"), [("text", "en"), ("headline", "fr"), ("door", "fr"), ("text", "de")])
def test_only_texts_that_exist_are_translated_into_other_languages(draft, organiser, name, into):
    with acting(organiser), pytest.raises(ValueError, match="no"):
        translating.translate_consultation(consultation=draft, wording=wording(draft, name=name, into=into))


def test_ledger_holds_no_words_of_a_translation(draft, organiser):
    with acting(organiser):
        translating.translate_consultation(consultation=draft, wording=wording(draft))
    propose(organiser, queries.statements_of(draft)[0])
    leaves = "".join(LedgerEntry.objects.values_list("leaf", flat=True))
    assert "libération" not in leaves
    assert "Énoncé" not in leaves


def test_page_of_texts_keeps_what_was_typed_and_saves_it(draft, organiser):
    Consultation.objects.filter(pk=draft.pk).update(consent=Text.write("I agree", "en"))
    client, page = signed_in(organiser), address("texts", draft)
    assert client.post(page, {"name": "consent", "into": "fr", "text": "  "}).status_code == 400
    assert client.post(page, {"name": "consent", "into": "fr", "text": "J’accepte"}).status_code == 302
    assert "J’accepte" in client.get(page).content.decode()


def test_closed_consultation_is_translated_no_more(opened, organiser):
    statement = queries.statements_of(opened)[0]
    with acting(organiser):
        actions.close_consultation(consultation=opened)
    with acting(organiser), pytest.raises(Refused):
        translating.propose_translation(statement=again(statement), into="fr", text="x")


@pytest.mark.parametrize("meanwhile", ["taken out", "closed"])
def test_translation_comes_back_with_its_words_when_it_is_not_wanted_any_more(opened, organiser, join, meanwhile):
    statement = queries.statements_in(opened)[0]
    translator = join(opened.institution, Role.READER, email="translator@example.org")
    with acting(organiser):
        translating.assign_translation(statement=statement, into="fr", translator=translator, reviewer=None, due=None)
        if meanwhile == "closed":
            actions.close_consultation(consultation=opened)
        else:
            actions.moderate_statement(statement=statement, out=True, reason="person")
    said = {"act": "propose", "text": "Mes mots à moi"}
    response = signed_in(translator).post(address("translation", opened, statement.pk, "fr"), said)
    body = response.content.decode()
    assert response.status_code in {400, 409}
    assert "Mes mots à moi" in body
    assert ("Statement 1" in body) is (meanwhile == "closed")
    assert state(statement) is None
