"""Rounds: nobody sees an answer early, few raters are not shown, and no rating leads back to its member."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import Tlp
from majlis.workspace.commons import keys, persons
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.edits import stamp
from majlis.workspace.commons.models import LedgerEntry, Role
from majlis.workspace.rooms.strategy import actions, round_tasks, rounds
from majlis.workspace.rooms.strategy.actions import Answer, Measure
from majlis.workspace.rooms.strategy.models import Rating, Round, RoundState
from tests.workspace.rooms.strategy import planted


@pytest.fixture(autouse=True)
def key_folder(settings, tmp_path):
    settings.KEYS = tmp_path / "keys"


@pytest.fixture
def open_strategy(organiser):
    strategy = planted.strategy(organiser, tlp=Tlp.GREEN)
    with acting(organiser):
        actions.circulate(strategy=strategy)
    strategy.refresh_from_db()
    return strategy


@pytest.fixture
def drafts(organiser, open_strategy):
    return [planted.draft(organiser, open_strategy, f"Measure {n}") for n in (1, 2)]


@pytest.fixture
def asked(organiser, open_strategy, drafts):
    with acting(organiser):
        return actions.open_round(strategy=open_strategy)


@pytest.fixture
def raters(institution, other_institution, join):
    return [join(place, Role.EXPERT) for place in (institution, other_institution) * 3]


def answer(member, asked, draft, value, **words):
    with acting(member):
        return actions.answer_round(asked_in=asked, answers=[Answer(draft.pk, value, **words)])


def closed(organiser, asked):
    with acting(organiser):
        return actions.close_round(closed=asked)


def test_texts_are_pinned_and_shown_as_they_were_asked(organiser, asked, drafts, raters):
    with acting(organiser):
        actions.change_recommendation(
            recommendation=drafts[0], seen=stamp(drafts[0]), measure=Measure(text=planted.text("Reworded"))
        )
    first = rounds.asked_in(asked, raters[1])[0]
    assert (str(first.text), first.changed) == ("Measure 1", True)


def test_an_answer_names_nobody_in_row_or_ledger(asked, drafts, raters):
    answer(raters[0], asked, drafts[0], 7)
    entry = LedgerEntry.objects.order_by("index").last()
    said = json.loads(entry.leaf)
    assert (said["action"], said["actor"]) == ("round.answer", None)
    for known in (raters[0].pk, raters[0].user_id, drafts[0].pk, asked.pk):
        assert str(known) not in entry.leaf
    assert {f.name for f in Rating._meta.get_fields()} == {
        *("id", "round", "recommendation", "pseudonym", "value", "reason", "wording")
    }


def test_a_later_answer_replaces_and_none_takes_back(asked, drafts, raters):
    answer(raters[0], asked, drafts[0], 7, reason=planted.text("Why"))
    answer(raters[0], asked, drafts[0], 3)
    assert [(r.value, r.reason) for r in Rating.objects.all()] == [(3, None)]
    answer(raters[0], asked, drafts[0], 0)
    assert not Rating.objects.exists()


def test_nobody_sees_an_answer_before_closing(organiser, asked, drafts, raters, sign_in):
    for rater in raters:
        answer(rater, asked, drafts[0], 9, reason=planted.text(planted.SECRET))
    for address in (reverse("strategy:round", args=[asked.pk]), reverse("strategy:rounds", args=[asked.strategy_id])):
        page = sign_in(organiser).get(address)
        assert page.status_code == 200
        assert planted.SECRET not in page.content.decode()
    assert sign_in(organiser).get(reverse("strategy:round-csv", args=[asked.pk])).status_code == 404
    asked.refresh_from_db()
    assert asked.answers is None


def test_fewer_than_five_raters_show_nothing_and_five_show_order_statistics(organiser, asked, drafts, raters):
    for value, rater in zip((1, 7, 8, 9, 9), raters, strict=False):
        answer(rater, asked, drafts[0], value, reason=planted.text(f"Reason {value}"))
    for rater in raters[:4]:
        answer(rater, asked, drafts[1], 2, reason=planted.text(planted.SECRET))
    came = rounds.outcome_of(closed(organiser, asked))
    first, second = came[str(drafts[0].pk)], came[str(drafts[1].pk)]
    assert second == {"id": str(drafts[1].pk)}
    assert planted.SECRET not in json.dumps(came)
    numbers = [first[name] for name in ("n", "median", "low", "high", "agree", "reject", "disagreement")]
    assert numbers == [5, 8, 7, 9, 0.8, 0.2, None]
    assert not {"min", "max", "counts"} & set(first)
    digests = [line["digest"] for line in first["reasons"]]
    assert len(digests) == 4
    assert digests == sorted(digests)


def test_words_are_read_before_others_see_them(organiser, asked, drafts, raters, sign_in):
    for n, rater in enumerate(raters):
        answer(rater, asked, drafts[0], 8, reason=planted.text(f"{planted.SECRET} {n}"))
    came = closed(organiser, asked)
    address = reverse("strategy:round", args=[asked.pk])
    assert planted.SECRET not in sign_in(raters[1]).get(address).content.decode()
    held = rounds.outcome_of(came)[str(drafts[0].pk)]["reasons"][0]
    with acting(raters[1]), pytest.raises(Refused, match="may-close-round"):
        actions.read_round(closed=came, held={})
    with acting(organiser):
        actions.read_round(closed=came, held={held["digest"]: "person"})
    page = sign_in(raters[1]).get(address).content.decode()
    assert page.count(planted.SECRET) == 5
    assert held["text"]["versions"]["en"]["text"] not in page


def test_the_next_round_shows_the_own_answer_beside_the_group(organiser, open_strategy, asked, drafts, raters, sign_in):
    for value, rater in zip((2, 7, 8, 9, 9), raters, strict=False):
        answer(rater, asked, drafts[0], value)
    closed(organiser, asked)
    with acting(organiser):
        second = actions.open_round(strategy=open_strategy)
    page = sign_in(raters[0]).get(reverse("strategy:round", args=[second.pk])).content.decode()
    page = page.translate({0x2068: None, 0x2069: None})
    assert "your answer was 2." in page
    assert "median 8, middle half from 7 to 9" in page
    other = sign_in(raters[5]).get(reverse("strategy:round", args=[second.pk])).content.decode()
    assert "you did not answer about this text" in other


def test_a_late_answer_comes_back_with_its_words(organiser, asked, drafts, raters, sign_in):
    closed(organiser, asked)
    field = f"r{drafts[0].pk.hex}"
    typed = {f"{field}-value": "8", f"{field}-reason": "My long words", f"{field}-wording": "Another wording"}
    page = sign_in(raters[0]).post(reverse("strategy:round", args=[asked.pk]), typed)
    assert page.status_code == 409
    body = page.content.decode()
    assert "The round closed before your answer arrived." in body
    assert "My long words" in body
    assert "Another wording" in body
    assert not Rating.objects.exists()
    lost = sign_in(None).post(reverse("strategy:round", args=[asked.pk]), typed)
    assert lost.status_code == 403
    assert "My long words" in lost.content.decode()


def test_an_answer_after_the_day_is_refused_before_the_worker_closes(
    organiser, open_strategy, drafts, raters, settings
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    with acting(organiser):
        asked = round_tasks.plan_round(
            strategy=open_strategy, recommendations=None, closes_at=timezone.now() + timedelta(hours=1)
        )
    Round.objects.filter(pk=asked.pk).update(closes_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(Refused, match="round-takes-no-answers"):
        answer(raters[0], asked, drafts[0], 5)
    round_tasks.close_round_as_planned.call(str(asked.pk))
    assert Round.objects.get(pk=asked.pk).state == RoundState.CLOSED
    closing = LedgerEntry.objects.order_by("index").last()
    assert json.loads(closing.leaf)["action"] == "round.close"
    assert persons.actors_of([closing]) == {closing.index: organiser}
    round_tasks.close_round_as_planned.call(str(asked.pk))


def test_the_last_day_is_moved_and_what_was_planned_for_the_old_one_closes_nothing(
    organiser, rapporteur, open_strategy, drafts, raters, sign_in, settings
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    today = timezone.localdate()
    with acting(organiser):
        asked = round_tasks.plan_round(
            strategy=open_strategy, recommendations=None, closes_at=timezone.now() + timedelta(hours=1)
        )
    answer(raters[0], asked, drafts[0], 5)
    place, later = reverse("strategy:move-closing", args=[asked.pk]), today + timedelta(days=9)
    assert place in sign_in(rapporteur).get(reverse("strategy:round", args=[asked.pk])).content.decode()
    assert sign_in(rapporteur).post(place, {"closes_on": today - timedelta(days=1)}).status_code == 400
    assert sign_in(rapporteur).post(place, {"closes_on": later}).status_code == 302
    assert f'value="{later}"' in sign_in(rapporteur).get(place).content.decode()
    before, digest = asked.digest, Round.objects.get(pk=asked.pk).digest
    assert before == digest
    round_tasks.close_round_as_planned.call(str(asked.pk), str(organiser.pk))
    assert Round.objects.get(pk=asked.pk).state == RoundState.OPEN
    assert asked.ratings.count() == 1
    Round.objects.filter(pk=asked.pk).update(closes_at=timezone.now() - timedelta(seconds=1))
    with acting(rapporteur), pytest.raises(Refused, match="round-takes-no-answers"):
        round_tasks.plan_anew(moved=asked, closes_at=None)
    round_tasks.close_round_as_planned.call(str(asked.pk), str(rapporteur.pk))
    assert Round.objects.get(pk=asked.pk).state == RoundState.CLOSED
    closing = LedgerEntry.objects.order_by("index").last()
    assert persons.actors_of([closing]) == {closing.index: rapporteur}


def test_only_those_who_draft_move_the_last_day(asked, stranger, sign_in):
    place = reverse("strategy:move-closing", args=[asked.pk])
    assert sign_in(stranger).post(place, {"closes_on": ""}).status_code == 403
    assert sign_in().get(place).status_code == 404


def test_a_deactivated_member_is_counted_and_answers_no_more(organiser, asked, drafts, raters, sign_in):
    browser = sign_in(raters[0])
    for rater in raters[:5]:
        answer(rater, asked, drafts[0], 6)
    raters[0].user.is_active = False
    raters[0].user.save()
    field = f"r{drafts[0].pk.hex}"
    assert browser.post(reverse("strategy:round", args=[asked.pk]), {f"{field}-value": "1"}).status_code == 403
    assert rounds.outcome_of(closed(organiser, asked))[str(drafts[0].pk)]["n"] == 5


def test_a_strict_text_keeps_the_round_from_those_who_may_not_see_it(organiser, open_strategy, drafts, raters):
    strict = planted.draft(
        organiser, open_strategy, planted.SECRET, rests_on=planted.findings(organiser, tlp=Tlp.AMBER)
    )
    with acting(organiser):
        asked = actions.open_round(strategy=open_strategy)
    assert asked.handling.tlp == Tlp.AMBER
    assert rounds.find_round(raters[1], asked.pk) is None
    assert rounds.find_round(raters[0], asked.pk) is not None
    with pytest.raises(Refused, match="round-text-not-asked"):
        answer(raters[1], asked, strict, 5)


def test_a_withdrawn_draft_is_asked_no_more(organiser, asked, drafts, raters):
    with acting(organiser):
        actions.withdraw(recommendation=drafts[0], reason=planted.text("Out"))
    assert [a.recommendation.pk for a in rounds.asked_in(asked, raters[0])] == [drafts[1].pk]
    with pytest.raises(Refused, match="round-text-not-asked"):
        answer(raters[0], asked, drafts[0], 5)


def test_one_round_is_open_at_a_time_and_only_drafters_open(organiser, open_strategy, asked, raters):
    with acting(organiser), pytest.raises(Refused, match="round-open-already"):
        actions.open_round(strategy=open_strategy)
    with acting(raters[0]), pytest.raises(Refused, match="may-change-strategy"):
        actions.open_round(strategy=open_strategy)
    with acting(organiser), pytest.raises(Refused, match="round-open-already"):
        actions.end_rounds(strategy=open_strategy)


def everything_in_the_database():
    """Every value of every table, as an attacker who holds the whole file reads it."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                yield table, [bytes(v) if isinstance(v, memoryview) else v for v in row]


def test_with_the_whole_database_no_rating_leads_to_a_member(
    organiser, open_strategy, asked, drafts, raters, django_capture_on_commit_callbacks
):
    for n, rater in enumerate(raters, start=3):
        answer(rater, asked, drafts[0], n, reason=planted.text(f"Words {n}"))
        answer(rater, asked, drafts[1], n)
    key = keys.load(asked.pk)
    names = [keys.pseudonym(key, str(rater.pk)) for rater in raters]
    before = {bytes(r.pseudonym): r.value for r in asked.ratings.filter(recommendation=drafts[0])}
    assert [before[name] for name in names] == [3, 4, 5, 6, 7, 8]  # with the key it leads there: the test can fail
    stored = b"".join(str(row).encode() for _, row in everything_in_the_database())
    assert key not in stored
    assert key.hex().encode() not in stored
    assert repr(key).encode() not in stored
    outcome = closed(organiser, asked).answers
    with acting(organiser), django_capture_on_commit_callbacks():
        actions.end_rounds(strategy=open_strategy)
    rows = list(Rating.objects.all())
    assert sorted(r.value for r in rows if r.recommendation_id == drafts[0].pk) == [3, 4, 5, 6, 7, 8]
    pseudonyms = {bytes(r.pseudonym) for r in rows}
    assert len(pseudonyms) == len(rows) == 12  # not even two answers of one person can be paired
    assert not pseudonyms & set(names)
    assert all(r.reason is None and r.wording is None for r in rows)
    stored = [(table, str(value)) for table, row in everything_in_the_database() for value in row]
    assert not [hit for hit in stored if any(repr(name) in hit[1] or name.hex() in hit[1] for name in names)]
    assert Round.objects.get().answers == outcome
    assert rounds.outcome(Round.objects.get())["results"][0]["median"] == outcome["results"][0]["median"]
    assert rounds.own_answers(Round.objects.get(), raters[0]) == {}


def test_ending_orders_rows_by_chance(organiser, open_strategy, asked, drafts, raters, monkeypatch):
    shuffled = []
    monkeypatch.setattr(actions.asking.secrets.SystemRandom, "shuffle", lambda _, rows: shuffled.append(len(rows)))
    answer(raters[0], asked, drafts[0], 5)
    closed(organiser, asked)
    with acting(organiser):
        actions.end_rounds(strategy=open_strategy)
    assert shuffled == [1]


@pytest.mark.django_db(transaction=True)
def test_the_key_goes_when_the_rounds_end_and_a_new_series_has_another(organiser, open_strategy, asked, drafts, raters):
    load = keys.load(asked.pk)
    closed(organiser, asked)
    with acting(organiser):
        actions.end_rounds(strategy=open_strategy)
        assert not keys.exists(asked.pk)
        again = actions.open_round(strategy=open_strategy)
    assert rounds.key_id(again) == again.pk
    assert keys.load(again.pk) != load
    assert rounds.round_before(again) is None


def test_keys_that_a_killed_process_left_are_destroyed(organiser, open_strategy, asked):
    closed(organiser, asked)
    assert actions.destroy_left_round_keys() == 0
    with acting(organiser):
        actions.end_rounds(strategy=open_strategy)
    assert keys.exists(asked.pk)  # the test's transaction never commits, as if the process had died here
    assert actions.destroy_left_round_keys() == 1
    assert not keys.exists(asked.pk)


def test_pages_of_drafters_work(organiser, open_strategy, drafts, raters, sign_in):
    browser = sign_in(organiser)
    opened = browser.post(
        reverse("strategy:open-round", args=[open_strategy.pk]), {"drafts": [str(drafts[0].pk)], "closes_on": ""}
    )
    asked = Round.objects.get()
    assert opened.status_code == 302
    assert [line["id"] for line in asked.asked] == [str(drafts[0].pk)]
    wrong = browser.post(
        reverse("strategy:open-round", args=[open_strategy.pk]),
        {"drafts": [str(drafts[0].pk)], "closes_on": "2020-01-01"},
    )
    assert wrong.status_code == 400
    assert browser.post(reverse("strategy:close-round", args=[asked.pk])).status_code == 302
    assert browser.get(reverse("strategy:round", args=[asked.pk])).status_code == 200
    table = browser.get(reverse("strategy:round-csv", args=[asked.pk])).content.decode()
    assert table.splitlines()[1] == "R1,Measure 1,,,,,,,"
    assert browser.get(reverse("strategy:read-round", args=[asked.pk])).status_code == 200
    assert browser.post(reverse("strategy:end-rounds", args=[open_strategy.pk])).status_code == 302
    assert Round.objects.get().state == RoundState.ENDED
    assert sign_in(None).get(reverse("strategy:round", args=[asked.pk])).status_code == 404
    assert sign_in(raters[0]).get(reverse("strategy:open-round", args=[open_strategy.pk])).status_code == 403


def test_answers_by_page_one_text_at_a_time(asked, drafts, raters, sign_in):
    browser = sign_in(raters[1])
    address = reverse("strategy:round-text", args=[asked.pk, drafts[0].pk])
    field = f"r{drafts[0].pk.hex}"
    unrated = browser.post(address, {f"{field}-reason": "Words alone"})
    assert unrated.status_code == 400
    assert "Words alone" in unrated.content.decode()
    saved = browser.post(address, {f"{field}-value": "9", f"{field}-reason": "Good"})
    assert saved.url == reverse("strategy:round-text", args=[asked.pk, drafts[1].pk])
    assert 'value="9"' in browser.get(address).content.decode()
    assert Rating.objects.get().value == 9
