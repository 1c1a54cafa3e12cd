"""The room's pages and files: who sees what, what hostile input is told, and that nothing typed is lost."""

import csv
import html
import io
import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from icalendar import Calendar

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import rooms
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Question
from majlis.workspace.commons.rooms import Line, Room
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.gatherings import actions, queries
from majlis.workspace.rooms.gatherings.models import Gathering, Series, Session
from tests.workspace.rooms.gatherings import planted

LANGUAGES = ["ar", "fr", "en"]
TABLE = (
    "code;day;start;end;room;title_fr\n"
    "s1;2022-06-08;09:00;10:30;Salle A;Une session\n"
    "s2;2022-06-09;11:00;12:00;;Une autre\n"
)


def address(path, language="en"):
    return f"/{language}/gatherings/{path}"


def page(response):
    """What the answer says, entities read, direction marks taken off."""
    return re.sub("[\u2066-\u2069\u200f]", "", html.unescape(response.content.decode()))


def everything(world):
    """Every address that could show or change what is planted."""
    edition, session = world["edition"].pk, world["session"].pk
    read = [
        f"{edition}/",
        f"{edition}/programme/",
        f"{edition}/programme.ics",
        f"{edition}/agenda.csv",
        f"sessions/{session}/",
    ]
    write = [f"{edition}/edit/", f"{edition}/agenda/", f"{edition}/sessions/new/", f"sessions/{session}/edit/"]
    write += [f"sessions/{session}/withdraw/"]
    write += [f"about/{q}/{what}/new/" for q in (edition, session) for what in ("claims", "statements")]
    write += [f"claims/{claim.pk}/{what}/" for claim in world["claims"] for what in ("edit", "withdraw")]
    write += [f"statements/{said.pk}/{what}/" for said in world["statements"] for what in ("edit", "withdraw")]
    return read, write


# Who sees what


@pytest.mark.parametrize("who", ["stranger", "nobody"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_amber_edition_is_seen_by_its_institution_alone(request, who, language, organiser, sign_in):
    world = planted.secret_world(organiser)
    client = sign_in(None if who == "nobody" else request.getfixturevalue(who))
    read, write = everything(world)
    for path in [*read, *write]:
        response = client.get(address(path, language))
        assert response.status_code == 404, path
        assert planted.SECRET not in page(response)
    for path in write:
        assert client.post(address(path, language), {"reason": "x"}).status_code == 404, path
    for path in ("", f"/{language}/", f"/{language}/?next=x"):
        response = client.get(path if path.startswith("/") else address(path, language))
        assert response.status_code == 200
        assert planted.SECRET not in page(response)


def test_its_own_readers_read_it_and_do_not_write(organiser, reader, sign_in):
    world = planted.secret_world(organiser)
    read, write = everything(world)
    client = sign_in(reader)
    assert all(planted.SECRET in page(client.get(address(path))) for path in read)
    assert [client.get(address(path)).status_code for path in write] == [403] * len(write)
    assert [client.post(address(path), {"reason": "x"}).status_code for path in write] == [403] * len(write)
    shown = page(client.get(address(f"{world['edition'].pk}/")))
    assert "/edit/" not in shown
    assert "/new/" not in shown


def test_a_series_that_is_hidden_hides_its_editions(organiser, stranger, sign_in):
    hidden = planted.series(organiser, title=planted.SECRET, tlp=Tlp.AMBER)
    edition = planted.edition(organiser, within=hidden, title=planted.SECRET, tlp=Tlp.CLEAR)
    session = planted.session(organiser, edition)
    for path in ("", f"{edition.pk}/", f"sessions/{session.pk}/", f"{edition.pk}/programme.ics"):
        assert planted.SECRET not in page(sign_in(stranger).get(address(path)))
    assert sign_in(stranger).get(address(f"sessions/{session.pk}/")).status_code == 404


def test_a_session_with_a_handling_of_its_own_is_left_out_of_every_file(organiser, sign_in, edition):
    session = planted.session(organiser, edition, title=planted.SECRET)
    planted.session(organiser, edition, "open", start="11:00", end="12:00", title="Open to all")
    session.handling = Handling(tlp=Tlp.AMBER)
    session.save()
    for path in ("", "programme/", "programme.ics", "agenda.csv"):
        shown = page(sign_in().get(address(f"{edition.pk}/{path}")))
        assert planted.SECRET not in shown
        assert "Open to all" in shown


# What the pages say


@pytest.mark.parametrize(
    ("language", "days"), [("ar", "8–10 يونيو 2022"), ("fr", "8–10 juin 2022"), ("en", "8–10 Jun 2022")]
)
def test_days_are_written_by_locale(organised, organiser, edition, language, days):
    assert days in page(organised.get(address(f"{edition.pk}/", language)))


def test_july_and_august_are_moroccan(organised, organiser):
    edition = planted.edition(organiser, starts_on=date(2022, 7, 30), ends_on=date(2022, 8, 2))
    shown = page(organised.get(address(f"{edition.pk}/", "ar")))
    assert "يوليوز" in shown
    assert "غشت" in shown


def test_the_hijri_date_stands_beside_the_other(organised, edition):
    # Umm al-Qura: 9 Dhu al-Qadah 1443 began on 8 June 2022
    assert "9 ذو القعدة 1443 هـ" in page(organised.get(address(f"{edition.pk}/", "ar")))


def test_a_date_outside_the_hijri_tables_has_none(organised, organiser):
    edition = planted.edition(organiser, starts_on=date(1850, 1, 1), ends_on=date(1850, 1, 1))
    response = organised.get(address(f"{edition.pk}/"))
    assert response.status_code == 200
    assert " AH" not in page(response)


def test_disagreement_is_shown_with_both_sources(organised, organiser, edition):
    planted.claim(organiser, edition, "Organised jointly", source="The press", address="https://press.example/")
    planted.claim(organiser, edition, "Held in partnership", source="The institution", address="https://body.example/")
    shown = page(organised.get(address(f"{edition.pk}/")))
    assert "Sources disagree on one point" in shown
    assert all(text in shown for text in ("Organised jointly", "Held in partnership", "The press", "The institution"))
    assert 'href="https://press.example/"' in shown


def test_speakers_add_up_and_do_not_disagree(organised, organiser, edition):
    session = planted.session(organiser, edition)
    for office in ("The director of studies", "The head of the service"):
        planted.claim(organiser, session, office, aspect="speaker")
    shown = page(organised.get(address(f"sessions/{session.pk}/")))
    assert "The director of studies" in shown
    assert "disagree" not in shown


def test_parallel_sessions_are_named_so(organised, organiser, edition):
    planted.session(organiser, edition, "a", venue_room="A")
    planted.session(organiser, edition, "b", venue_room="B", start="10:00", end="11:00")
    planted.session(organiser, edition, "c", venue_room="A", start="11:00", end="12:00")
    assert page(organised.get(address(f"{edition.pk}/"))).count("in parallel") == 2


def test_what_people_wrote_is_escaped_and_turns_nothing(organised, organiser, edition):
    planted.session(organiser, edition, title="<script>alert(1)</script> safe\u202egnihtemos", venue_room="<b>")
    raw = organised.get(address(f"{edition.pk}/programme/")).content.decode()
    assert "<script>alert(1)" not in raw
    assert "\u202e" not in raw
    assert "<b>" not in raw.split('class="programme"')[1]


def test_a_translation_that_nobody_reviewed_says_so(organised, organiser, edition):
    with acting(organiser):
        text = Text.write("سؤال", "ar").translated("en", "A question")
        actions.add_session(
            gathering=edition,
            code="s",
            title=text,
            day=planted.FIRST,
            start=datetime.min.time(),
            end=datetime.max.time(),
        )
    for path in ("", "programme/", "programme.ics"):
        assert "translation not reviewed" in page(organised.get(address(f"{edition.pk}/{path}"))).replace("\r\n ", "")


def test_the_list_asks_the_database_no_more_for_more_editions(
    organised, organiser, edition, django_assert_max_num_queries
):
    for number in range(12):
        planted.edition(organiser, within=edition.series, code=f"more-{number}")
    with django_assert_max_num_queries(16):
        assert page(organised.get(address(""))).count("The edition") == 13


def test_empty_states_say_what_to_do(organised, sign_in, reader):
    assert "Create a series first" in page(organised.get(address("")))
    assert "once an institution shares them" in page(sign_in(reader).get(address("")))


# Across rooms


@pytest.fixture
def other_room(monkeypatch):
    """Another room's questions have a page: plain questions stand in for them."""
    room = Room(
        "panels", 90, "u", "gatherings:index", "gatherings", "gatherings-question",
        lines={"commons.question": lambda question: Line(question.text, f"/panels/{question.pk}", "voting is open")},
    )  # fmt: skip
    monkeypatch.setattr(rooms, "_rooms", {**rooms._rooms, "panels": room})


def ask(member, within, *, text="What do we expect?", state="open", tlp=Tlp.CLEAR):
    return Question.objects.create(
        institution=member.institution,
        text=Text.write(text, "en"),
        within=within,
        state=state,
        handling=Handling(tlp=tlp),
    )


def test_a_session_lists_what_other_rooms_ask_in_it(other_room, sign_in, organiser, edition):
    session = planted.session(organiser, edition)
    question = ask(organiser, session)
    for path in (f"{edition.pk}/", f"sessions/{session.pk}/"):
        shown = page(sign_in().get(address(path)))
        assert f'href="/panels/{question.pk}"' in shown
        assert "voting is open" in shown


@pytest.mark.parametrize("more", [{"state": "draft"}, {"tlp": Tlp.AMBER}, {"state": "withdrawn"}])
def test_drafts_and_hidden_questions_are_not_listed_for_others(other_room, sign_in, organiser, stranger, edition, more):
    session = planted.session(organiser, edition)
    ask(organiser, session, text=planted.SECRET, **more)
    for client in (sign_in(), sign_in(stranger)):
        for path in (f"{edition.pk}/", f"sessions/{session.pk}/"):
            assert planted.SECRET not in page(client.get(address(path)))


def test_a_new_consultation_begins_within_the_session(organised, organiser, edition, sign_in):
    session = planted.session(organiser, edition)
    wanted = f'href="/en/consultations/new/?within={session.pk}"'
    assert wanted in page(organised.get(address(f"sessions/{session.pk}/")))
    assert wanted not in page(sign_in().get(address(f"sessions/{session.pk}/")))


# Files


@pytest.mark.parametrize("language", LANGUAGES)
def test_calendar_is_read_back_with_its_times(sign_in, organiser, edition, language):
    planted.session(organiser, edition, venue_room="Hall, east", title="Line;\nbreak, and comma")
    path = address(f"{edition.pk}/programme.ics", language)
    content = sign_in().get(path).content
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == datetime(2022, 6, 8, 9, 0, tzinfo=ZoneInfo("Africa/Casablanca"))
    assert event.decoded("dtstart").utcoffset().total_seconds() == 3600
    assert event.decoded("dtend") == datetime(2022, 6, 8, 10, 30, tzinfo=ZoneInfo("Africa/Casablanca"))
    assert str(event["location"]) == "Hall, east"
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Africa/Casablanca"]
    assert sign_in().get(path).content == content


def test_calendar_knows_the_hour_of_ramadan(sign_in, organiser):
    # Morocco's clocks stand at UTC+0 in Ramadan: 2022 from 27 March to 8 May
    edition = planted.edition(organiser, starts_on=date(2022, 4, 5), ends_on=date(2022, 4, 5))
    planted.session(organiser, edition, day=date(2022, 4, 5))
    (event,) = Calendar.from_ical(sign_in().get(address(f"{edition.pk}/programme.ics")).content).walk("VEVENT")
    assert event.decoded("dtstart").utcoffset().total_seconds() == 0


def test_agenda_leaves_and_comes_back_unchanged(organised, organiser, edition):
    post(organised, edition, TABLE)
    save(organised, edition, TABLE)
    content = organised.get(address(f"{edition.pk}/agenda.csv")).content
    assert content.startswith(b"\xef\xbb\xbf")
    assert [row["title_fr"] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))] == [
        "Une session",
        "Une autre",
    ]
    digests = [session.digest for session in queries.programme(edition)]
    shown = page(post(organised, edition, content.decode("utf-8-sig")))
    assert shown.count("Stays as it is") == 2
    save(organised, edition, content.decode("utf-8-sig"))
    assert [session.digest for session in queries.programme(edition)] == digests


# Importing


def post(client, edition, text, *, language="en", **more):
    return client.post(address(f"{edition.pk}/agenda/", language), {"agenda": text, "preview": "1", **more})


def mark(response):
    return re.search(r'name="seen" value="(\w+)"', response.content.decode())[1]


def save(client, edition, text):
    seen = mark(post(client, edition, text))
    return client.post(address(f"{edition.pk}/agenda/"), {"agenda": text, "seen": seen, "save": "1"})


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar", "السطر 2"), ("fr", "Ligne 2\u202f: start doit être une heure"), ("en", "Line 2: start must be a time")],
)
def test_problems_are_told_by_line_in_the_readers_language(organised, edition, language, expected):
    table = TABLE.replace("09:00", "25:00").replace("11:00", "13:00")
    response = post(organised, edition, table, language=language)
    assert response.status_code == 400
    assert expected in page(response)
    assert "s2;2022-06-09;13:00;12:00;;Une autre" in page(response)
    assert not edition.sessions.exists()


def test_programme_problems_are_told_by_line(organised, edition):
    table = TABLE.replace("12:00", "10:00").replace("2022-06-08", "2022-06-18")
    shown = page(post(organised, edition, table))
    assert "Line 2: s1: 18 June 2022 lies outside the edition, which runs from 8 June 2022 to 10 June 2022." in shown
    assert "Line 3: s2: It ends at 10:00, not after its beginning at 11:00." in shown


def test_nothing_is_saved_before_it_was_seen(organised, edition):
    response = post(organised, edition, TABLE)
    assert response.status_code == 200
    assert page(response).count("<b>New</b>") == 2
    assert not edition.sessions.exists()
    blind = organised.post(address(f"{edition.pk}/agenda/"), {"agenda": TABLE, "save": "1"})
    assert blind.status_code == 409
    assert not edition.sessions.exists()
    assert save(organised, edition, TABLE).status_code == 302
    assert edition.sessions.count() == 2


def test_a_table_changed_after_the_preview_is_previewed_again(organised, edition):
    seen = mark(post(organised, edition, TABLE))
    changed = TABLE.replace("Une autre", "Tout autre")
    response = organised.post(address(f"{edition.pk}/agenda/"), {"agenda": changed, "seen": seen, "save": "1"})
    assert response.status_code == 409
    assert "Tout autre" in page(response)
    assert not edition.sessions.exists()


def test_a_programme_changed_after_the_preview_is_previewed_again(organised, organiser, edition):
    seen = mark(post(organised, edition, TABLE))
    planted.session(organiser, edition, "s1", title="Somebody was faster")
    response = organised.post(address(f"{edition.pk}/agenda/"), {"agenda": TABLE, "seen": seen, "save": "1"})
    assert response.status_code == 409
    assert str(queries.programme(edition)[0].text) == "Somebody was faster"


def test_a_file_is_read_and_kept_in_the_form(organised, edition):
    file = SimpleUploadedFile("a.csv", TABLE.replace("Salle", "Sále").encode("utf-16"))
    response = organised.post(address(f"{edition.pk}/agenda/"), {"file": file, "preview": "1"})
    assert response.status_code == 200
    assert "s1;2022-06-08;09:00;10:30;Sále A;Une session" in page(response)


def test_a_file_that_is_no_table_is_refused(organised, edition):
    for content in (b"\x89PNG\r\n\x1a\n\x00\xff", b"", b"x" * 1_100_000):
        file = SimpleUploadedFile("a.csv", content)
        response = organised.post(address(f"{edition.pk}/agenda/"), {"file": file, "preview": "1"})
        assert response.status_code == 400
    assert not edition.sessions.exists()


def test_many_lines_are_answered(organised, edition):
    lines = "\n".join(f"s{n},2022-06-08,25:00,10:00,x" for n in range(400))
    response = post(organised, edition, f"code,day,start,end,title_en\n{lines}")
    assert page(response).count("must be a time") == 400


# Forms

WHEN = {"day": "2022-06-08", "start": "09:00", "end": "10:30", "original": "en"}


def test_an_organiser_builds_a_conference_by_form(organised, institution):
    organised.post(
        address("series/new/"),
        {
            "title_en": "Series",
            "title_ar": "سلسلة",
            "original": "ar",
            "reviewed": "on",
            "subjects": ["counter_terrorism"],
            "seen_by": "CLEAR",
        },
    )
    series = Series.objects.get()
    assert (series.title.original, series.subjects, series.handling.tlp) == ("ar", ["counter_terrorism"], Tlp.CLEAR)
    organised.post(
        address(f"series/{series.pk}/new/"),
        {
            "title_fr": "Deuxième", "original": "fr", "code": "2022",
            "starts_on": "2022-06-08", "ends_on": "2022-06-10",
            "timezone": "Africa/Casablanca", "form": "hybrid", "seen_by": "GREEN",
        },
    )  # fmt: skip
    gathering = Gathering.objects.get()
    assert (str(gathering.text), gathering.form, gathering.handling.tlp) == ("Deuxième", "hybrid", Tlp.GREEN)
    response = organised.post(
        address(f"{gathering.pk}/sessions/new/"),
        {**WHEN, "code": "s1", "title_en": "What works?", "chair_office_en": "The director", "themes": ["prisons"]},
    )
    session = Session.objects.get()
    assert response.url == address(f"sessions/{session.pk}/")
    assert (session.themes, str(session.chair_office)) == (["prisons"], "The director")
    spoken = {
        "text_en": "Gaps remain", "office_en": "The president", "body_en": "The observatory", "said_on": "2022-06-08",
        "original": "en", "source_title": "A paper", "source_address": "https://paper.example/", "paraphrase": "on",
    }  # fmt: skip
    assert organised.post(address(f"about/{session.pk}/statements/new/"), spoken).status_code == 302
    claimed = {"value_en": "Jointly", "original": "en", "aspect": "organisers", "source_title": "A paper"}
    assert organised.post(address(f"about/{gathering.pk}/claims/new/"), claimed).status_code == 302
    assert "Paraphrase" in page(organised.get(address(f"sessions/{session.pk}/")))
    assert "Jointly" in page(organised.get(address(f"{gathering.pk}/")))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"start": "25:00"}, "25:00"),
        ({"end": "08:00"}, "It ends at 08:00, not after its beginning at 09:00."),
        ({"day": "2022-06-20"}, "lies outside the edition"),
        ({"title_en": "\u202e\u200b"}, "There is nothing to read in it."),
        ({"title_en": "", "title_fr": "Un titre"}, "This is the language of the original"),
        ({"code": "a b"}, "Use letters, digits"),
        ({"themes": ["nonsense"]}, "nonsense"),
    ],
)
def test_wrong_sessions_are_told_and_kept(organised, edition, change, told):
    typed = {**WHEN, "code": "s1", "title_en": "A typed title", "venue_room": "A typed room", **change}
    response = organised.post(address(f"{edition.pk}/sessions/new/"), typed)
    assert response.status_code == 400
    assert told in page(response)
    assert "A typed room" in page(response)
    assert not edition.sessions.exists()


@pytest.mark.parametrize("hostile", ["javascript:alert(1)", "data:text/html,x", "nonsense"])
def test_an_address_that_is_none_is_refused(organised, edition, hostile):
    claimed = {"value_en": "x", "original": "en", "aspect": "dates", "source_title": "S", "source_address": hostile}
    response = organised.post(address(f"about/{edition.pk}/claims/new/"), claimed)
    shown = page(organised.get(address(f"{edition.pk}/")))
    assert 'href="javascript' not in shown
    assert 'href="data' not in shown
    assert response.status_code in {400, 302}


def test_the_second_of_two_organisers_sees_both_versions(organised, organiser, edition):
    session = planted.session(organiser, edition, venue_room="Hall")
    path = address(f"sessions/{session.pk}/edit/")
    seen = mark(organised.get(path))
    typed = {**WHEN, "code": "session-1", "seen": seen}
    assert organised.post(path, {**typed, "title_en": "The first", "venue_room": "Hall"}).status_code == 302
    response = organised.post(path, {**typed, "title_en": "The second", "venue_room": "Room of the second"})
    shown = page(response)
    assert response.status_code == 409
    assert all(text in shown for text in ("The first", "The second", "Hall", "Room of the second"))
    session.refresh_from_db()
    assert str(session.text) == "The first"
    knowing = organised.post(path, {**typed, "seen": mark(response), "title_en": "The second", "venue_room": "Hall"})
    session.refresh_from_db()
    assert (knowing.status_code, str(session.text)) == (302, "The second")


def test_claims_statements_and_sessions_are_withdrawn_with_a_reason(organised, organiser):
    world = planted.secret_world(organiser)
    gone = {"claims": world["claims"][0], "statements": world["statements"][0], "sessions": world["session"]}
    for path in [f"{kind}/{record.pk}/withdraw/" for kind, record in gone.items()]:
        assert organised.get(address(path)).status_code == 200
        assert organised.post(address(path), {}).status_code == 400
        assert organised.post(address(path), {"reason": "mistaken"}).status_code == 302
    shown = page(organised.get(address(f"{world['edition'].pk}/")))
    assert f"{planted.SECRET} claim" not in shown
    assert f"{planted.SECRET} session" not in shown
    assert f"{planted.SECRET} words" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_opens_with_what_was_written(organised, organiser, language):
    world = planted.secret_world(organiser)
    _, write = everything(world)
    write += [f"series/{world['edition'].series_id}/{what}/" for what in ("edit", "new")]
    for path in ["series/new/", *write]:
        assert organised.get(address(path, language)).status_code == 200, path
    assert f"{planted.SECRET} words" in page(organised.get(address(f"statements/{world['statements'][0].pk}/edit/")))
    assert f"{planted.SECRET} source" in page(organised.get(address(f"claims/{world['claims'][0].pk}/edit/")))


def test_what_cannot_be_read_and_what_cannot_take_place_are_told_at_once(organised, edition):
    table = (
        "code,day,start,end,room,title_en\n"
        "s1,2022-06-08,25:00,10:00,A,Unreadable\n"
        "s2,2022-06-18,09:00,10:00,A,Outside\n"
        "s3,2022-06-09,11:00,10:00,A,Ends before\n"
        "s4,2022-06-09,14:00,16:00,B,Long\n"
        "s5,2022-06-09,15:00,17:00,B,Overlaps\n"
        "s4,2022-06-09,14:00,16:00,B,Twice\n"
    )
    shown = page(post(organised, edition, table))
    found = [shown.index(f"Line {line}: ") for line in (2, 3, 4, 6, 7)]
    assert found == sorted(found)
    assert shown.count("Line ") == 5
