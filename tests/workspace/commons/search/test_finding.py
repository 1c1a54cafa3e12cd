"""What is found, in which order, by whom, and that the index follows every write."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from majlis.engine.handling import Handling
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Role, SearchAudience, SearchEntry
from majlis.workspace.commons.search import finding, index
from majlis.workspace.commons.search.asking import Query
from majlis.workspace.commons.search.finding import find
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions
from majlis.workspace.rooms.consultations.actions.moderating import offer_statement
from majlis.workspace.rooms.consultations.actions.revising import edit_statement, propose_mending, replace_statement
from majlis.workspace.rooms.consultations.actions.translating import propose_translation
from majlis.workspace.rooms.consultations.models import Consultation, Standing, Statement

pytestmark = pytest.mark.django_db
AMBER, GREEN = Handling(tlp="AMBER"), Handling(tlp="GREEN")


def dated(*titles):
    """Let the consultations with these titles be older and older."""
    for days, title in enumerate(titles):
        made = next(c for c in Consultation.objects.all() if str(c.text) == title)
        made.created_at = datetime(2030, 1, 1, tzinfo=UTC) - timedelta(days=days)
        made.save()


def test_one_table_of_queries_has_the_same_answers_on_every_database(ask, titles):
    ask("Dialogue after release", headline=Text.write("What do families need?", "en"))
    ask(Text.write("الحوار بعد الإفراج", "ar").translated("fr", "L’accompagnement à la sortie de prison"))
    ask(Text.write("Prévenir l’extrémisme violent", "fr"))
    ask("Follow-up to A/RES/60/288 and S/RES/1373 (2001)")
    ask("Recommendation R3")
    ask("Recommendation R30")
    french, arabic = "Prévenir l’extrémisme violent", "الحوار بعد الإفراج"
    expected = {
        "dialogue": ["Dialogue after release"],
        "DIALOGUE release": ["Dialogue after release"],
        "release dialogue": ["Dialogue after release"],
        "dia": ["Dialogue after release"],
        "dia release": [],
        "families": ["Dialogue after release"],
        "dialogue families": ["Dialogue after release"],
        "حوار": [arabic],
        "الحِوار": [arabic],
        "بالحوار": [arabic],
        "والإفراج": [arabic],
        "الافراج حوار": [arabic],
        "accompagnement": [arabic],
        "l'accompagnement à la sortie": [arabic],
        "حوار prison": [arabic],
        "extremisme": [french],
        "l’EXTRÉMISME prevenir": [french],
        "A/RES/60/288": ["Follow-up to A/RES/60/288 and S/RES/1373 (2001)"],
        "a/res/60": ["Follow-up to A/RES/60/288 and S/RES/1373 (2001)"],
        "A/RES/61": [],
        "S/RES/1373": ["Follow-up to A/RES/60/288 and S/RES/1373 (2001)"],
        "s/res/1373 (2001)": ["Follow-up to A/RES/60/288 and S/RES/1373 (2001)"],
        "١٣٧٣": ["Follow-up to A/RES/60/288 and S/RES/1373 (2001)"],
        "R3": ["Recommendation R3", "Recommendation R30"],
        "R30": ["Recommendation R30"],
        "nothing": [],
    }
    assert {query: titles(query) for query in expected} == expected


def test_title_comes_before_body_exact_before_beginning_and_new_before_old(ask, titles):
    ask("Prison, the older")
    ask("Prison, the newer")
    ask("Prisons")
    ask("In its text", headline=Text.write("A prison", "en"))
    ask("In its text, longer", headline=Text.write("Prisoners", "en"))
    dated("In its text, longer", "In its text", "Prisons", "Prison, the newer", "Prison, the older")
    order = ["Prison, the newer", "Prison, the older", "Prisons", "In its text", "In its text, longer"]
    assert titles("prison") == titles("prison") == order


def test_hits_of_the_same_moment_have_one_order(ask, titles):
    made = [ask(f"Prison {n}") for n in range(5)]
    for consultation in made:
        consultation.created_at = datetime(2030, 1, 1, tzinfo=UTC)
        consultation.save()
    newest_id_first = [str(c.text) for c in sorted(made, key=lambda c: c.pk, reverse=True)]
    assert titles("prison") == newest_id_first


def test_room_and_language_narrow(ask, titles):
    ask(Text.write("Prison", "en").translated("ar", "سجن"), "A statement on prison")
    assert sorted(titles("prison")) == ["A statement on prison", "Prison"]
    assert titles("prison", language="ar") == ["Prison"]
    assert titles("prison", language="fr") == []
    assert len(titles("prison", room="consultations")) == 2
    assert titles("prison", room="gatherings") == titles("prison", room="none such") == []


def test_a_full_page_is_found_behind_many_hidden_records(ask, titles, join, other_institution, monkeypatch):
    monkeypatch.setattr(finding, "BATCH", 3)
    stranger = join(other_institution, Role.ORGANISER)
    for n in range(4):
        ask(f"Open prison {n}", f"In the open {n}: prison")
    hidden = ask("Hidden prison", *[f"Hidden prison {n}" for n in range(20)], handling=AMBER, by=stranger)
    # hidden by what stands above it, which the index does not know of the statement
    Statement.objects.filter(consultation=hidden).update(handling=Handling(tlp="CLEAR"))
    for statement in Statement.objects.filter(consultation=hidden):
        index.follow(statement)
    found = titles("prison")
    assert len(found) == 8
    assert not [title for title in found if "Hidden" in title]
    assert len(titles("prison", stranger)) == 29


def test_more_than_can_be_counted_are_said_to_be_more(ask, monkeypatch):
    monkeypatch.setattr(finding, "MOST_HITS", 3)
    for n in range(3):
        ask(f"Prison {n}")
    assert find(Query.read("prison"), None).more is False
    ask("Prison 3")
    found = find(Query.read("prison"), None)
    assert (len(found.hits), found.more) == (3, True)


def test_planted_words_leak_to_nobody_whom_they_are_not_for(
    ask, titles, organiser, reader, join, institution, other_institution
):
    stranger = join(other_institution, Role.ORGANISER)
    ask("planteddraft", opened=False)
    ask("plantedamber", "plantedinamber", handling=AMBER)
    ask("plantedgreen", handling=GREEN)
    ask("plantedred", "plantedinred", handling=Handling(tlp="RED", audience=frozenset({str(reader.pk)})))
    ask("plantedother", "plantedinother", handling=AMBER, by=stranger)
    ask("plantedexpired", handling=Handling(expires=timezone.now() - timedelta(days=1)))
    ask("Open", "plantedstatement", working_title="plantedworkingtitle", consent=Text.write("plantedconsent", "en"))
    ask("Clear draft", "plantedindraft", opened=False)
    seen = {
        name: {title for title in titles("planted", who) if title.startswith("planted")}
        for name, who in {"public": None, "own": reader, "organiser": organiser, "other": stranger}.items()
    }
    everybody = {"plantedstatement"}
    signed_in, own_drafts = everybody | {"plantedgreen"}, {"planteddraft", "plantedindraft"}
    assert seen["public"] == everybody
    assert seen["own"] == signed_in | own_drafts | {"plantedamber", "plantedinamber", "plantedred", "plantedinred"}
    assert seen["organiser"] == signed_in | own_drafts | {"plantedamber", "plantedinamber"}
    assert seen["other"] == signed_in | {"plantedother", "plantedinother"}


def test_people_are_never_found(titles, organiser, reader):
    organiser.user.name = "plantedname"
    organiser.user.save()
    assert titles("plantedname", organiser) == titles("organiser", organiser) == titles("example", organiser) == []


def test_what_waits_is_refused_or_replaced_is_found_by_nobody(ask, titles, organiser, join, institution):
    moderator = join(institution, Role.MODERATOR)
    made = ask("Open", "A first plantedone", takes_statements=True)
    offered = offer_statement(
        consultation=made, token="t" * 32, receipt="r" * 32, text=Text.write("plantedoffer", "en")
    ).statement
    assert titles("planted", organiser) == titles("planted") == ["A first plantedone"]
    with acting(moderator):
        actions.moderate_statement(statement=offered, out=False)
        assert titles("plantedoffer") == ["plantedoffer"]
        actions.moderate_statement(statement=offered, out=True, reason="insults")
        assert titles("plantedoffer", organiser) == []
        first = made.statements.get(position=1)
        edit_statement(statement=first, text="A first plantedtwo", seen="A first plantedone")
        assert (titles("plantedone"), titles("plantedtwo")) == ([], ["A first plantedtwo"])
        propose_mending(statement=first, text="A first plantedtwa", seen="A first plantedtwo")
        assert titles("plantedtwa", organiser) == []
        replace_statement(
            statement=first, text=Text.write("A plantedthird", "en"), seen="A first plantedtwo", decisions=0
        )
    assert (titles("plantedtwo", organiser), titles("plantedthird")) == ([], ["A plantedthird"])


def test_a_translation_is_found_as_soon_as_it_is_there(ask, titles, organiser):
    made = ask("Open", "A statement")
    with acting(organiser):
        propose_translation(statement=made.statements.get(), into="ar", text="عبارة مزروعة")
    assert titles("مزروعه") == ["A statement"]


def test_a_change_of_handling_is_followed_below_it_too(ask, titles, organiser):
    made = ask("Open", "plantedstatement")
    assert titles("plantedstatement") == ["plantedstatement"]
    made.handling = AMBER
    made.save()
    assert titles("plantedstatement") == []
    assert titles("plantedstatement", organiser) == ["plantedstatement"]


def test_a_live_record_that_was_closed_behind_the_index_is_not_shown(ask, titles):
    made = ask("plantedtitle", "A statement")
    Consultation.objects.filter(pk=made.pk).update(handling=AMBER)
    assert titles("plantedtitle") == []


def test_a_refused_write_leaves_the_index_as_it_was(ask, titles):
    made = ask("Before", "A statement")
    made.text = Text.write("After", "en")
    with transaction.atomic():
        made.save()
        assert titles("after") == ["After"]
        transaction.set_rollback(True)
    assert (titles("before"), titles("after")) == (["Before"], [])


@pytest.mark.django_db(transaction=True)
def test_a_record_whose_entry_cannot_be_written_is_not_written_either(ask, monkeypatch):
    def fail(*_):
        raise RuntimeError("no room")

    made = ask("Before", "A statement")
    monkeypatch.setattr(index, "follow", fail)
    made.text = Text.write("After", "en")
    with pytest.raises(RuntimeError, match="no room"):
        made.save()
    assert str(Consultation.objects.get(pk=made.pk).text) == "Before"


def test_deleted_and_forgotten_records_leave_the_index(ask, titles):
    gone, forgotten = ask("plantedgone"), ask("plantedforgotten")
    gone.delete()
    index.forget(forgotten)
    assert titles("planted") == []
    assert not SearchEntry.objects.filter(record__in=[gone.pk, forgotten.pk]).exists()


def test_refresh_fills_an_empty_index_and_nothing_twice(ask, titles):
    made = ask("Prison", "A statement on prison", "Another")
    made.statements.create(
        institution=made.institution, text=Text.write("waits", "en"), code="9", position=9, state=Standing.PENDING
    )
    before = titles("prison")
    SearchEntry.objects.all().delete()
    assert titles("prison") == []
    assert index.refresh() == 3
    assert (titles("prison"), titles("waits")) == (before, [])
    assert index.refresh() == 0


def test_refresh_drops_entries_without_a_record_and_audiences_without_entries(ask, titles):
    ask("Prison").delete()
    made = ask("Kept", "A statement")
    SearchEntry.objects.filter(record=made.pk).update(record="00000000-0000-7000-8000-000000000000")
    SearchAudience.objects.create(digest="x", owner=made.institution_id, handling=AMBER, draft=True)
    assert index.refresh() == 1
    assert titles("kept") == ["Kept"]
    assert SearchEntry.objects.count() == 2
    assert not SearchAudience.objects.filter(digest="x").exists()


HOSTILE = {
    "quotes": '"',
    "open quote": '"dialogue',
    "single quotes": "'); DROP TABLE commons_searchentry; --",
    "star": "*",
    "near": "NEAR(dialogue release, 5)",
    "boolean": "dialogue OR NOT AND",
    "column": "title: dialogue",
    "parentheses": "((((dialogue",
    "tsquery": "dialogue & !release | <-> :*",
    "backslash": "\\' dialogue \\",
    "long": "dialogue " * 2000,
    "one long word": "d" * 10_000,
    "long code": "a/" * 5000 + "1",
    "right to left": "\u202edialogue\u202c",
    "nul": "dia\x00logue",
    "surrogate": "dialogue \ud800",
    "percent": "%s %(x)s {0} dialogue",
    "caret": "^dialogue -release +x",
    "combining": "\u0301" * 500,
    "emoji": "🕊️ 👨‍👩‍👧",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_nothing_that_is_typed_is_a_command(case, ask, titles):
    ask("Dialogue after release")
    ask("Near title or not and")
    assert titles("dialogue") == titles(HOSTILE[case]) or titles(HOSTILE[case]) == []
    assert SearchEntry.objects.count() == 2
