"""What voters offer and what moderation makes of it: rules, leaks, two at once, undo, appeal, mending, replacing."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from majlis.engine.errors import Refused
from majlis.engine.handling import Tlp
from majlis.workspace.commons import keys
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import LedgerEntry, Role
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, queries, voting
from majlis.workspace.rooms.consultations.actions import moderating, revising
from majlis.workspace.rooms.consultations.hints import hints
from majlis.workspace.rooms.consultations.models import (
    WAITING,
    Consultation,
    Decision,
    Mending,
    Sent,
    Standing,
    Statement,
    Vote,
)
from majlis.workspace.rooms.consultations.queries import moderating as found
from majlis.workspace.rooms.consultations.typos import is_small, one_letter_apart

pytestmark = pytest.mark.django_db

SECRET = "Prisons need PLANTEDWORD workshops"
RECEIPTS = [letter * 43 for letter in "abcdef"]


@pytest.fixture
def public(opened):
    """The open consultation, for everybody to see, that takes statements."""
    clear = opened.handling.model_copy(update={"tlp": Tlp.CLEAR, "audience": None})
    Consultation.objects.filter(pk=opened.pk).update(handling=clear, takes_statements=True)
    opened.statements.update(handling=clear)
    return Consultation.objects.get(pk=opened.pk)


@pytest.fixture
def moderator(institution, join):
    return join(institution, Role.MODERATOR, email="moderator@example.org")


@pytest.fixture
def second(institution, join):
    return join(institution, Role.MODERATOR, email="second@example.org")


@pytest.fixture(autouse=True)
def tokens(monkeypatch):
    """Let a cookie of the test be the voter's token, whatever the door."""
    monkeypatch.setattr(voting, "voter_token", lambda request, consultation: request.COOKIES.get("token", ""))


@pytest.fixture
def voter(client):
    client.cookies["token"] = "a-voter"
    return client


def offer(consultation, text=SECRET, receipt=RECEIPTS[0], token="a-voter", language="en"):
    given = Text.write(text, language)
    return moderating.offer_statement(consultation=consultation, token=token, receipt=receipt, text=given).statement


def again(statement):
    return Statement.objects.get(pk=statement.pk)


def replace(statement, text):
    """Put a new statement in the place of this one, as somebody does who sees how it stands now."""
    now = again(statement)
    seen = {"seen": str(now.text), "decisions": now.decisions.count()}
    return revising.replace_statement(statement=now, text=Text.write(text, "en"), **seen)


def mend(statement, text, first, second):
    """Mend a typo by two members."""
    with acting(first):
        proposal = revising.propose_mending(statement=statement, text=text, seen=str(again(statement).text))
    with acting(second):
        return revising.agree_to_mending(mending=proposal)


def signed_in(member):
    client = Client()
    client.force_login(member.user)
    return client


def address(name, consultation, *rest):
    with translation.override("en"):
        return reverse(f"consultations:{name}", args=[consultation.pk, *rest])


def send(client, consultation, text, receipt=RECEIPTS[0], language="en"):
    said = {"statement": text, "language": language, "receipt": receipt}
    return client.post(address("offer", consultation), said)


# Offering


def test_offered_statement_waits_and_its_author_is_nobody(voter, public, reader):
    voter.force_login(reader.user)
    response = send(voter, public, SECRET)
    statement = Statement.objects.get(state=Standing.PENDING)
    assert response.url == address("offered", public, RECEIPTS[0])
    assert str(statement.text) == SECRET
    assert statement.author is None
    assert str(reader.pk) not in LedgerEntry.objects.last().leaf


def test_receipt_is_kept_as_a_digest_only_and_no_script_can_read_the_cookie(voter, public):
    cookie = send(voter, public, SECRET).cookies[f"offers-{public.pk.hex}"]
    assert cookie["httponly"]
    assert cookie.value == RECEIPTS[0]
    stored = "\n".join(
        value.hex() if isinstance(value, bytes | memoryview) else str(value)
        for model in apps.get_models()
        for row in model.objects.values_list()
        for value in row
    )
    assert SECRET in stored
    assert RECEIPTS[0] not in stored
    assert RECEIPTS[0].encode().hex() not in stored


def test_same_form_sent_twice_counts_once(voter, public):
    assert send(voter, public, SECRET).url == send(voter, public, SECRET).url
    assert Statement.objects.filter(state=Standing.PENDING).count() == 1
    assert Sent.objects.filter(statement=True).count() == 1


def test_fourth_offer_of_a_token_is_refused_and_its_words_come_back(voter, public):
    for number in range(3):
        assert send(voter, public, f"Own statement {number}", RECEIPTS[number]).status_code == 302
    response = send(voter, public, "The fourth of mine", RECEIPTS[3])
    assert response.status_code == 400
    assert "The fourth of mine" in response.content.decode()
    assert Statement.objects.filter(state=Standing.PENDING).count() == 3


def test_limit_is_of_one_token_and_not_of_all(public):
    for number, receipt in enumerate(RECEIPTS):
        offer(public, f"Own statement {number}", receipt, token=f"voter-{number}")
    assert Statement.objects.filter(state=Standing.PENDING).count() == len(RECEIPTS)


def test_who_has_no_token_comes_in_first_and_keeps_the_words(client, public):
    response = send(client, public, SECRET)
    assert SECRET in response.content.decode()
    assert not Statement.objects.filter(state=Standing.PENDING).exists()


@pytest.mark.parametrize("length", [501, 10_000])
def test_long_statement_gets_both_numbers_and_stays_in_the_form(voter, public, length):
    text = "w" * length
    response = send(voter, public, text)
    assert response.status_code == 400
    body = re.sub("[\u2066-\u2069,]", "", response.content.decode())
    assert text in body
    assert f"It has {length} characters; 500 are the most" in body
    assert not Statement.objects.filter(state=Standing.PENDING).exists()


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u202e", "\u2066\u2069"])
def test_statement_with_nothing_to_read_is_refused(voter, public, text):
    assert send(voter, public, text).status_code == 400


def test_action_refuses_what_no_form_checked(public):
    with pytest.raises(ValueError, match="500"):
        offer(public, "w" * 501)


@pytest.mark.parametrize("text", ["Statement 1", "  statement 1. ", "STATEMENT\u200f 1!"])
def test_repeat_of_a_statement_before_voters_is_pointed_out(voter, public, text):
    response = send(voter, public, text)
    assert response.status_code == 400
    assert response.context["same"].code == "1"


def test_repeat_of_a_waiting_or_refused_statement_tells_nothing_of_it(voter, public, moderator):
    """Otherwise anybody could find out what waits by trying it."""
    waiting, refused = offer(public), offer(public, "Another PLANTED one", RECEIPTS[1])
    with acting(moderator):
        actions.moderate_statement(statement=refused, out=True, reason="person")
    assert send(voter, public, str(waiting.text), RECEIPTS[2]).status_code == 302
    voter.cookies["token"] = "somebody-else"
    assert send(voter, public, str(refused.text), RECEIPTS[3]).status_code == 302


@pytest.mark.parametrize("change", [{"takes_statements": False}, {"state": "closed"}])
def test_consultation_that_takes_none_refuses(public, change):
    Consultation.objects.filter(pk=public.pk).update(**change)
    with pytest.raises(Refused, match="consultation-takes-no-statements"):
        offer(public)


# Leaks


def pages(consultation, statement):
    """Every address of the room that takes a GET, with whatever it needs."""
    from majlis.workspace.rooms.consultations.urls import urlpatterns

    values = {
        "pk": consultation.pk,
        "statement": statement.pk,
        "into": "fr",
        "receipt": RECEIPTS[5],
        "table": "statements",
    }
    values |= {"ballot": "1", "serial": 1, "code": "1"}
    for pattern in urlpatterns:
        names = pattern.pattern.converters
        with translation.override("en"):
            yield reverse(f"consultations:{pattern.name}", kwargs={name: values[name] for name in names})


def test_waiting_statement_is_on_no_page_of_anybody_but_moderators(public, organiser, moderator, join, institution):
    statement = offer(public)
    roles = [Role.READER, Role.ANALYST, Role.EXPERT, Role.CLERK, Role.AUDITOR, Role.RAPPORTEUR]
    readers = [Client(), *(signed_in(join(institution, role)) for role in roles)]
    looked = 0
    for client in readers:
        for language in ("ar", "fr", "en"):
            for page in pages(public, statement):
                response = client.get(page.replace("/en/", f"/{language}/", 1), follow=True)
                looked += response.status_code == 200
                assert "PLANTEDWORD" not in b"".join(response).decode(errors="ignore"), (page, client)
        assert "PLANTEDWORD" not in client.get("/en/", follow=True).content.decode()
    assert looked > 100
    assert "PLANTEDWORD" in signed_in(moderator).get(address("moderation", public)).content.decode()


def test_waiting_statement_is_in_no_ledger_entry_no_ballots_and_takes_no_vote(public):
    statement = offer(public)
    leaves = "".join(LedgerEntry.objects.values_list("leaf", flat=True))
    assert "PLANTEDWORD" not in leaves
    assert str(statement.pk) not in leaves
    assert statement.digest not in leaves
    assert statement.code not in {s.id for s in queries.ballots_of(public).statements}
    with pytest.raises(Refused):
        actions.cast_vote(statement=statement, token="t", value=1)


def test_statement_sent_back_to_waiting_leaves_its_votes_out_of_the_map(public, moderator):
    statement = offer(public)
    with acting(moderator):
        actions.moderate_statement(statement=statement, out=False)
        actions.cast_vote(statement=again(statement), token="t", value=1)
        moderating.undo_decision(statement=statement)
    ballots = queries.ballots_of(public)
    assert statement.code not in {s.id for s in ballots.statements}
    assert ballots.cast.height == 0


@pytest.mark.django_db(transaction=True)
def test_closing_with_waiting_statements_shows_none_of_them_on_the_map(public, organiser):
    offer(public)
    for number in range(12):
        for statement in queries.statements_in(public):
            actions.cast_vote(statement=statement, token=f"t{number}", value=1)
    client = signed_in(organiser)
    client.post(address("close", public))
    body = (
        client.get(address("map", public)).content.decode() + client.get(address("map-json", public)).content.decode()
    )
    assert "Statement 1" in body
    assert "PLANTEDWORD" not in body


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("voters", "shown"), [(12, True), (3, False)])
def test_author_sees_after_closing_what_the_map_shows_of_the_statement(public, organiser, voter, voters, shown):
    statement = offer(public)
    with acting(organiser):
        actions.moderate_statement(statement=statement, out=False)
    for number in range(12):
        for other in queries.statements_in(public).exclude(pk=statement.pk):
            actions.cast_vote(statement=other, token=f"t{number}", value=1)
        if number < voters:
            actions.cast_vote(statement=again(statement), token=f"t{number}", value=1)
    signed_in(organiser).post(address("close", public))
    response = signed_in(organiser).get(address("offered", public, RECEIPTS[0]))
    assert response.status_code == 200
    assert (response.context["result"] is not None) is shown
    assert ("What came of it" in response.content.decode()) is shown


def values_of(rows):
    for row in rows:
        yield from (bytes(value) if isinstance(value, memoryview) else value for value in row)


def test_whole_database_leads_from_no_statement_or_receipt_to_votes(public):
    """An attacker with every table and without the key joins whatever can be joined: ids, pseudonyms, times."""
    for statement in queries.statements_in(public):
        actions.cast_vote(statement=statement, token="a-voter", value=1)
    statement = offer(public)
    votes = Vote.objects.all()
    assert votes.count() == 3
    telling = {repr(value) for value in values_of(votes.values_list("pseudonym", "cast_at", "first_at"))}
    offers = Statement.objects.filter(pk=statement.pk).values_list()
    sent = Sent.objects.filter(statement=True).values_list("pseudonym", "identifier", "at")
    assert len(telling) >= 4
    assert not telling & {repr(value) for value in values_of([*offers, *sent])}
    assert statement.created_at == statement.created_at.replace(hour=0, minute=0, second=0, microsecond=0)
    assert statement.pk.version == 4
    assert not set(values_of(sent)) & set(values_of(Statement.objects.values_list("receipt", "created_at")))


def test_key_without_the_token_does_not_tie_an_offer_to_votes(public):
    actions.cast_vote(statement=queries.statements_in(public)[0], token="a-voter", value=1)
    offer(public)
    key, vote = keys.load(public.pk), Vote.objects.get()
    sent = bytes(Sent.objects.get(statement=True).pseudonym)
    assert sent != bytes(vote.pseudonym)
    assert sent not in {
        keys.derived(key, "offers", bytes(vote.pseudonym))[:16],
        keys.pseudonym(key, bytes(vote.pseudonym)),
    }


def test_nothing_of_who_offered_is_left_after_closing(public, organiser):
    offer(public)
    with acting(organiser):
        actions.close_consultation(consultation=public)
    assert not Sent.objects.exists()


def test_script_and_turned_direction_are_harmless_on_every_page(public, voter, moderator):
    send(voter, public, "<script>alert(1)</script> safe\u202egnihtemos", RECEIPTS[0])
    statement = Statement.objects.get(state=Standing.PENDING)
    client = signed_in(moderator)
    shown = [address("moderation", public), address("statement", public, statement.pk)]
    with acting(moderator):
        actions.moderate_statement(statement=statement, out=False)
    shown += [address("detail", public), address("revise", public, statement.pk), address("translations", public)]
    for page in shown:
        body = client.get(page).content.decode()
        assert "gnihtemos" in body
        assert "<script>alert" not in body
        assert "\u202e" not in body.replace("safe\u202egnihtemos</textarea>", "").replace('safe\u202egnihtemos"', "")


# Hints


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to somebody@example.org", ["email", "address"]),
        ("see https://example.org/x", ["address"]),
        ("see example.ma", ["address"]),
        ("call 0600 00 00 00", ["phone"]),
        ("call +212-600-000000 now", ["phone", "digits"]),
        ("اتصلوا ٠٦٠٠٠٠٠٠٠٠", ["phone", "digits"]),
        ("number 1234567", ["digits"]),
        ("In 2015 and 2016 there were 3 of 25", []),
        ("يجب دعم الأسر", []),
    ],
)
def test_hints_name_patterns_of_characters(text, expected):
    assert hints(text) == expected


# Deciding


def test_only_those_who_moderate_decide(public, reader, join, institution, other_institution, moderator):
    statement = offer(public)
    for member in (reader, join(institution, Role.CLERK), join(other_institution, Role.MODERATOR), None):
        with acting(member), pytest.raises(Refused):
            actions.moderate_statement(statement=statement, out=False)
    assert again(statement).state == Standing.PENDING
    with acting(moderator):
        actions.moderate_statement(statement=statement, out=False)
    assert again(statement).is_in


def test_taking_out_needs_a_reason_of_the_vocabulary(public, moderator):
    statement = offer(public)
    with acting(moderator), pytest.raises(ValueError, match="no reason"):
        actions.moderate_statement(statement=statement, out=True, reason="because")
    client = signed_in(moderator)
    page = address("statement", public, statement.pk)
    response = client.post(page, {"act": "out", "seen": 0, "note": "kept words"})
    assert response.status_code == 400
    assert "kept words" in response.content.decode()
    assert not Decision.objects.exists()


def test_author_reads_reason_and_note_and_the_public_reads_counts(public, voter, moderator):
    send(voter, public, SECRET)
    statement = Statement.objects.get(state=Standing.PENDING)
    said = {"act": "out", "reason": "several", "note": "Divide it, please", "seen": 0}
    assert signed_in(moderator).post(address("statement", public, statement.pk), said).status_code == 302
    body = voter.get(address("offered", public, RECEIPTS[0])).content.decode()
    assert "holds several ideas in one" in body
    assert "Divide it, please" in body
    assert found.refused_by_reason(public) == [("several", 1)]
    public_page = Client().get(address("detail", public)).content.decode()
    assert "holds several ideas in one" in public_page
    assert "PLANTEDWORD" not in public_page


def test_wrong_receipt_finds_nothing(public, voter):
    send(voter, public, SECRET)
    assert voter.get(address("offered", public, RECEIPTS[1])).status_code == 404
    assert voter.get(address("offered", public, "x")).status_code == 404


def test_page_of_the_receipt_tells_its_address_to_nobody(public, voter):
    send(voter, public, SECRET)
    response = voter.get(address("offered", public, RECEIPTS[0]))
    assert response.headers["Referrer-Policy"] == "strict-origin"
    assert "no-store" in response.headers["Cache-Control"]


def test_second_moderator_sees_that_it_was_decided_and_nothing_is_overwritten(public, moderator, second):
    statement = offer(public)
    page = address("statement", public, statement.pk)
    first_says = {"act": "out", "reason": "person", "note": "", "seen": 0}
    assert signed_in(moderator).post(page, first_says).status_code == 302
    response = signed_in(second).post(page, {"act": "in", "reason": "", "note": "my own words", "seen": 0})
    assert response.status_code == 409
    body = response.content.decode()
    assert "my own words" in body
    assert "names a person" in body
    assert [d.reason for d in found.history(statement)] == ["person"]
    assert again(statement).state == Standing.OUT


@pytest.mark.django_db(transaction=True)
def test_two_moderators_in_the_same_moment_leave_one_decision(public, moderator, second):
    statement = offer(public)

    def decide(member, out):
        try:
            with acting(member):
                actions.moderate_statement(statement=again(statement), out=out, reason="person" if out else "", seen=0)
        except Refused as refusal:
            return refusal.rule
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(decide, [moderator, second], [True, False]))
    assert sorted(results) == ["done", "statement-decided-already"]
    assert Decision.objects.count() == 1
    assert again(statement).state == Decision.objects.get().after


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.sampled_from(["in", "out", "undo"]), max_size=12))
def test_whatever_is_decided_and_undone_the_standing_is_that_of_a_plain_model(public, moderator, acts):
    """The model: a pile of standings; a decision puts one on where it changes something, an undo takes one off."""
    Decision.objects.all().delete()
    Statement.objects.filter(receipt__isnull=False).delete()
    statement, pile = offer(public, token=str(len(acts)) + "".join(acts)), ["pending"]
    Sent.objects.all().delete()
    for act in acts:
        allowed = len(pile) > 1 if act == "undo" else pile[-1] != act
        try:
            with acting(moderator):
                if act == "undo":
                    moderating.undo_decision(statement=again(statement))
                else:
                    actions.moderate_statement(statement=again(statement), out=act == "out", reason="person")
            assert allowed
        except Refused:
            assert not allowed
        if allowed and act == "undo":
            pile.pop()
        elif allowed:
            pile.append(act)
        assert again(statement).state == pile[-1]
    assert len(found.effective(found.history(statement))) == len(pile) - 1


# Appeal


@pytest.fixture
def refused(public, moderator):
    statement = offer(public)
    with acting(moderator):
        actions.moderate_statement(statement=statement, out=True, reason="subject")
    return again(statement)


def appeal(consultation, receipt=RECEIPTS[0]):
    text = Text.write("It is on the subject", "en")
    moderating.appeal_statement(consultation=consultation, receipt=receipt, text=text)


def test_appeal_is_asked_once(public, refused):
    appeal(public)
    with pytest.raises(Refused, match="appeal-not-possible"):
        appeal(public)
    assert again(refused).appealed_at.hour == 0


@pytest.mark.parametrize("receipt", [RECEIPTS[1], ""])
def test_appeal_needs_the_receipt(public, refused, receipt):
    with pytest.raises(Refused, match="appeal-not-possible"):
        appeal(public, receipt)


def test_statement_that_is_not_out_cannot_be_appealed(public):
    offer(public)
    with pytest.raises(Refused, match="appeal-not-possible"):
        appeal(public)


def test_replacement_does_not_take_the_authors_appeal_away(public, refused, moderator):
    with acting(moderator), pytest.raises(Refused, match="statement-not-in"):
        replace(refused, "x")
    appeal(public)
    assert again(refused).appealed_at is not None


def test_who_took_it_out_cannot_answer_nor_get_round_the_appeal(public, refused, moderator):
    appeal(public)
    with acting(moderator):
        for act in (
            lambda: moderating.answer_appeal(statement=again(refused), granted=False, note=Text.write("no", "en")),
            lambda: moderating.answer_appeal(statement=again(refused), granted=True),
            lambda: actions.moderate_statement(statement=again(refused), out=False),
            lambda: moderating.undo_decision(statement=again(refused)),
            lambda: replace(refused, "x"),
        ):
            with pytest.raises(Refused, match="may-decide"):
                act()
    assert found.appeal_is_open(again(refused))


def test_somebody_else_grants_and_the_first_cannot_take_it_out_again(public, refused, moderator, second, voter):
    appeal(public)
    with acting(second):
        moderating.answer_appeal(statement=again(refused), granted=True, note=Text.write("You are right", "en"))
    assert again(refused).is_in
    body = voter.get(address("offered", public, RECEIPTS[0])).content.decode()
    assert "After a second look the statement was taken" in body
    assert "You are right" in body
    with acting(moderator), pytest.raises(Refused, match="may-decide"):
        actions.moderate_statement(statement=again(refused), out=True, reason="subject")


def test_rejected_appeal_says_why_and_keeps_the_first_reason(public, refused, second, voter):
    appeal(public)
    with acting(second), pytest.raises(ValueError, match="says why"):
        moderating.answer_appeal(statement=again(refused), granted=False)
    with acting(second):
        moderating.answer_appeal(statement=again(refused), granted=False, note=Text.write("Still elsewhere", "en"))
    body = voter.get(address("offered", public, RECEIPTS[0])).content.decode()
    assert "Still elsewhere" in body
    assert "is not on the subject" in body
    assert found.refused_by_reason(public) == [("subject", 1)]


def test_undone_answer_opens_the_appeal_again(public, refused, second, join, institution):
    appeal(public)
    with acting(second):
        moderating.answer_appeal(statement=again(refused), granted=True)
        moderating.undo_decision(statement=again(refused))
    assert found.appeal_is_open(again(refused))


def test_administrator_is_told_where_nobody_else_may_answer(public, refused, organiser, moderator):
    with acting(organiser):
        actions.moderate_statement(statement=again(refused), out=False)
        actions.moderate_statement(statement=again(refused), out=True, reason="subject")
    appeal(public)
    page = address("moderation", public)
    assert "Nobody else in the institution" in signed_in(organiser).get(page).content.decode()


# Nothing typed is lost


def test_appeal_after_closing_or_twice_comes_back_with_its_words(public, refused, voter, organiser):
    page = address("offered", public, RECEIPTS[0])
    assert voter.post(page, {"appeal": "First words"}).status_code == 302
    twice = voter.post(page, {"appeal": "My second words"})
    assert twice.status_code == 409
    assert "My second words" in twice.content.decode()
    assert "can be asked for once" in twice.content.decode()
    assert str(again(refused).appeal) == "First words"
    Statement.objects.filter(pk=refused.pk).update(appeal=None, appealed_at=None)
    with acting(organiser):
        actions.close_consultation(consultation=public)
    late = voter.post(page, {"appeal": "My late words"})
    assert late.status_code == 409
    assert "My late words" in late.content.decode()


def test_offer_after_closing_comes_back_with_its_words(public, voter, organiser):
    with acting(organiser):
        actions.close_consultation(consultation=public)
    response = send(voter, public, "My late statement")
    assert response.status_code == 400
    assert "My late statement" in response.content.decode()


def test_note_is_kept_when_an_appeal_arrives_meanwhile(public, refused, second):
    appeal(public)
    said = {"act": "in", "reason": "", "note": "my own words", "seen": 1}
    response = signed_in(second).post(address("statement", public, refused.pk), said)
    assert response.status_code == 409
    assert "my own words" in response.content.decode()
    assert "answer that first" in response.content.decode()
    assert again(refused).state == Standing.OUT


@pytest.mark.parametrize("meanwhile", ["replaced", "closed", "appealed"])
def test_note_is_kept_when_nobody_may_decide_any_more(public, organiser, moderator, second, meanwhile):
    statement = offer(public)
    with acting(moderator):
        actions.moderate_statement(statement=statement, out=meanwhile == "appealed", reason="subject")
    with acting(second):
        if meanwhile == "replaced":
            replace(statement, "A better one")
    if meanwhile == "appealed":
        appeal(public)
    if meanwhile == "closed":
        with acting(organiser):
            actions.close_consultation(consultation=public)
    said = {"act": "out", "reason": "person", "note": "my own words", "seen": 1}
    response = signed_in(moderator).post(address("statement", public, statement.pk), said)
    assert response.status_code == 409
    assert "my own words" in response.content.decode()
    assert ("A better one" in response.content.decode()) is (meanwhile == "replaced")


def test_new_words_are_kept_when_the_consultation_closes_meanwhile(public, organiser, moderator):
    statement = voted(public)
    with acting(organiser):
        actions.close_consultation(consultation=public)
    for act in ("replace", "mend", "edit"):
        said = {"act": act, "text": "My long new words", "seen": TYPO, "decisions": 0}
        response = signed_in(moderator).post(address("revise", public, statement.pk), said)
        assert response.status_code == 409
        assert "My long new words" in response.content.decode()


# Numbers


def test_numbers_that_others_see_have_no_gaps_and_tell_nothing_of_what_waits(public, organiser, moderator):
    offers = [offer(public, f"Own statement {n}", receipt, token=f"v{n}") for n, receipt in enumerate(RECEIPTS)]
    with acting(organiser):
        added = actions.add_statement(consultation=public, text=Text.write("One more", "en"))
    assert added.code == "4"
    with acting(moderator):
        actions.moderate_statement(statement=offers[4], out=False)
        actions.moderate_statement(statement=offers[1], out=True, reason="person")
        new = replace(offers[4], "In its place")
    shown = queries.statements_seen(public)
    assert [s.code for s in shown] == ["1", "2", "3", "4", "5", "6", "7"]
    assert [(again(s).code, again(s).position) for s in (offers[4], offers[1], new)] == [("5", 5), ("6", 6), ("7", 7)]
    assert [s.id for s in queries.ballots_of(public).statements] == [s.code for s in shown]
    assert [s.pk for s in found.waiting(public, None)] == [offers[n].pk for n in (0, 2, 3, 5)]
    numbers = re.findall(
        r'<li [^>]*value="(\d+)"', signed_in(organiser).get(address("detail", public)).content.decode()
    )
    assert numbers == [s.code for s in shown]


def test_number_stays_with_its_statement_whatever_is_undone(public, moderator):
    """A paper ballot may carry it."""
    first, other = offer(public), offer(public, "Another", RECEIPTS[1], token="b")
    with acting(moderator):
        actions.moderate_statement(statement=first, out=False)
        moderating.undo_decision(statement=first)
        actions.moderate_statement(statement=other, out=False)
        actions.moderate_statement(statement=first, out=False)
    assert (again(first).code, again(other).code) == ("4", "5")


def test_nobody_finds_out_what_waits_by_voting_on_it(public, voter):
    statement = offer(public)
    assert statement.position >= WAITING
    replies = [
        voter.post(address("send", public), {"statement": code, "answer": "agree", "id": "ab" * 16})
        for code in (statement.code, str(WAITING + 999))
    ]
    assert {(reply.status_code, reply.content) for reply in replies} == {(404, replies[0].content)}


def test_limit_of_a_token_does_not_tell_how_much_waits(public):
    from majlis.workspace.rooms.consultations.actions.voting import _count

    before = _count(public)
    offer(public)
    assert _count(public) == before


# Changing words


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Famlies need support of their own", "Families need support of their own"),
        ("Families nede support of their own", "Families need support of their own"),
        ("Familles need suport of their own.", "Families need support of their own."),
        ("Un detenu a droit à une formation", "Un détenu a droit à une formation"),
        ("C'est un droit pour chacun", "C’est un droit pour chacun"),
        ("Non-violence is taught in every prisson", "Non-violence is taught in every prison"),
        ("تحتاج الاسر إلى دعم خاص بها", "تحتاج الأسر إلى دعم خاص بها"),
        ("يجب نشر التقيم كل سنة", "يجب نشر التقييم كل سنة"),
    ],
)
def test_one_letter_in_a_word_may_be_a_typo(before, after):
    assert is_small(before, after)
    assert is_small(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Prisons must be visited", "Prisons must not be visited"),
        ("Visits are legal", "Visits are illegal"),
        ("Families can visit", "Families can't visit"),
        ("Families cant visit", "Families can’t visit"),
        ("Families will visit", "Families won’t visit"),
        ("It is a moral duty", "It is amoral duty"),
        ("It is a moral duty", "It is a amoral duty"),
        ("This makes it able to help", "This makes it unable to help"),
        ("Boards enable visits", "Boards unable visits"),
        ("Visits are notable here", "Visits are not able here"),
        ("Visits are now allowed", "Visits are not allowed"),
        ("Visits with families are allowed", "Visits without families are allowed"),
        ("A course of 12 weeks helps them", "A course of 21 weeks helps them"),
        ("A course of ١٢ weeks helps them", "A course of ١٣ weeks helps them"),
        ("Less money for prisons is needed", "More money for prisons is needed"),
        ("Two thirds of the money", "Ten thirds of the money"),
        ("The board is the one", "The bored is the one"),
        ("L’accès est légal", "L’accès est illégal"),
        ("Ce projet m’est utile", "Ce projet n’est utile"),
        ("Il faut le faire", "Il faut ne faire"),
        ("Elle est utile par nature", "Elle est utile pas nature"),
        ("Une aide prévue", "Une aide imprévue"),
        ("Il faut munir les agents", "Il faut démunir les agents"),
        ("يجب منع الزيارات", "يجب منح الزيارات"),
        ("يجب نشر التقييم كل سنة", "لا يجب نشر التقييم كل سنة"),
        ("يجب نشر التقييم كل سنة", "لايجب نشر التقييم كل سنة"),
        ("هذا عمل لم ينجز", "هذا عمل لن ينجز"),
        ("يكفي دعم الأسر", "يكفي عدم الأسر"),
        ("Every prison opens aworkshop", "Every prison opens a workshop"),
        ("One thing", "Quite another"),
        ("abcde abcde abcde", "abcdx abcdx abcdx"),
    ],
)
def test_what_changes_more_than_a_letter_or_negates_is_no_typo(before, after):
    assert not is_small(before, after)
    assert not is_small(after, before)


@given(st.text("abcde", max_size=5), st.text("abcde", max_size=5))
def test_one_letter_apart_is_what_one_slip_of_the_keys_makes(first, second):
    letters = "abcde"
    places = range(len(first) + 1)
    slips = {first}
    slips |= {first[:at] + first[at + 1 :] for at in places}
    slips |= {first[:at] + letter + first[at:] for at in places for letter in letters}
    slips |= {first[:at] + letter + first[at + 1 :] for at in places[:-1] for letter in letters}
    slips |= {first[:at] + first[at : at + 2][::-1] + first[at + 2 :] for at in places}
    assert one_letter_apart(first, second) is (second in slips)


def test_before_the_first_vote_the_institution_edits_freely(public, organiser):
    first = queries.statements_in(public)[0]
    with acting(organiser):
        revising.edit_statement(statement=first, text="Something else altogether", seen="Statement 1")
    assert str(again(first).text) == "Something else altogether"


TYPO, MENDED = "Famlies need support of their own", "Families need support of their own"


def voted(consultation, text=TYPO):
    with acting(consultation.author):
        statement = actions.add_statement(consultation=consultation, text=Text.write(text, "en"))
    actions.cast_vote(statement=statement, token="t", value=1)
    return statement


def propose(statement, member, text=MENDED):
    with acting(member):
        return revising.propose_mending(statement=statement, text=text, seen=str(again(statement).text))


def test_typo_after_a_vote_keeps_and_shows_both_texts_and_the_vote(public, organiser, second):
    statement = voted(public)
    statement.text = statement.text.translated("fr", "Les familles", reviewed=True)
    statement.save()
    mend(statement, MENDED, organiser, second)
    body = Client().get(address("detail", public)).content.decode()
    assert TYPO in body
    assert MENDED in body
    assert again(statement).text.versions["fr"].state == "unreviewed"
    assert Vote.objects.filter(statement=statement).count() == 1


def test_one_letter_that_turns_the_meaning_waits_for_a_second_member_and_the_public_sees_nothing(
    public, organiser, second
):
    """One letter parts preventing visits from granting them: no rule of letters can tell, two people can."""
    statement = voted(public, "يجب أن يمنع المدير الزيارات")
    proposal = propose(statement, organiser, "يجب أن يمنح المدير الزيارات")
    assert "يمنح" not in Client().get(address("detail", public)).content.decode()
    assert str(again(statement).text) == "يجب أن يمنع المدير الزيارات"
    with acting(organiser), pytest.raises(Refused, match="may-agree"):
        revising.agree_to_mending(mending=proposal)
    with acting(second):
        revising.leave_mending(mending=proposal)
        with pytest.raises(Refused, match="mending-decided-already"):
            revising.agree_to_mending(mending=proposal)
    assert str(again(statement).text) == "يجب أن يمنع المدير الزيارات"
    assert "يمنح" not in Client().get(address("detail", public)).content.decode()


def test_only_those_who_moderate_agree_or_leave(public, organiser, reader, join, other_institution):
    proposal = propose(voted(public), organiser)
    for member in (reader, join(other_institution, Role.MODERATOR), None):
        for act in (revising.agree_to_mending, revising.leave_mending):
            with acting(member), pytest.raises(Refused):
                act(mending=proposal)
    assert Mending.objects.get().state == "proposed"


def test_second_member_agrees_on_the_page_and_the_ledger_has_one_entry_an_act(public, moderator, second):
    statement = voted(public)
    before = LedgerEntry.objects.count()
    words, page = address("revise", public, statement.pk), address("statement", public, statement.pk)
    said = {"act": "mend", "text": MENDED, "seen": TYPO, "decisions": 0}
    assert signed_in(moderator).post(words, said).status_code == 302
    mending = Mending.objects.get()
    assert 'value="agree"' not in signed_in(moderator).get(page).content.decode()
    assert MENDED in signed_in(second).get(address("moderation", public)).content.decode()
    assert 'value="agree"' in signed_in(second).get(page).content.decode()
    assert signed_in(second).post(page, {"act": "agree", "mending": str(mending.pk)}).status_code == 302
    assert str(again(statement).text) == MENDED
    acts = [re.search('"action":"([^"]+)"', e.leaf)[1] for e in LedgerEntry.objects.order_by("index")[before:]]
    assert acts == ["statement.propose-mending", "statement.mend"]
    mending.refresh_from_db()
    assert (mending.author, mending.decided_by) == (moderator, second)
    late = signed_in(moderator).post(page, {"act": "leave", "mending": str(mending.pk)})
    assert late.status_code == 409
    assert "decided about in the meantime" in late.content.decode()


def test_forged_mending_is_not_found(public, organiser, second):
    other, statement = propose(voted(public), organiser), queries.statements_in(public)[0]
    client = signed_in(second)
    for forged in (str(other.pk), "x", ""):
        response = client.post(address("statement", public, statement.pk), {"act": "agree", "mending": forged})
        assert response.status_code == 404


def test_page_says_who_could_agree_or_that_nobody_can(public, organiser, moderator):
    statement = voted(public)
    propose(statement, moderator)
    page = address("statement", public, statement.pk)
    assert str(organiser) in signed_in(moderator).get(page).content.decode()
    organiser.grants.all().delete()
    assert "Nobody else in the institution" in signed_in(moderator).get(page).content.decode()


def test_desk_tells_of_a_typo_those_who_may_agree(public, organiser, moderator):
    propose(voted(public), moderator)
    assert found.moderation_of(organiser, public).mendings == 1
    assert found.moderation_of(moderator, public).mendings == 0
    assert "One statement waits for your decision" in signed_in(organiser).get("/en/").content.decode()


def test_one_proposal_at_a_time_and_none_that_changes_nothing(public, organiser, moderator):
    statement = voted(public)
    propose(statement, organiser)
    with pytest.raises(Refused, match="mending-waits-already"):
        propose(statement, moderator)
    with pytest.raises(Refused, match="more-than-a-typo"):
        propose(voted(public, "Another one"), moderator, "Another one")


def test_proposal_falls_with_the_statement_that_is_replaced(public, organiser, second):
    statement = voted(public)
    proposal = propose(statement, organiser)
    with acting(second):
        replace(statement, "Quite another")
        with pytest.raises(Refused, match="mending-decided-already"):
            revising.agree_to_mending(mending=proposal)
    assert found.mendings_waiting(public, None) == []


def test_more_than_a_typo_is_refused_after_a_vote_even_in_small_steps(public, organiser, second):
    statement = voted(public, "The board mays visit every prison")
    with acting(organiser), pytest.raises(Refused, match="more-than-a-typo"):
        revising.propose_mending(statement=statement, text="No visits", seen=str(statement.text))
    mend(statement, "The board must visit every prison".replace("must", "mayst"), organiser, second)
    with acting(organiser), pytest.raises(Refused, match="more-than-a-typo"):
        revising.propose_mending(
            statement=statement, text="The board must visit every prison", seen="The board mayst visit every prison"
        )


def test_free_editing_ends_with_the_first_vote(public, organiser):
    statement = voted(public)
    words = address("revise", public, statement.pk)
    said = {"act": "edit", "text": "My own new words", "seen": TYPO, "decisions": 0}
    response = signed_in(organiser).post(words, said)
    assert response.status_code == 409
    assert "My own new words" in response.content.decode()
    assert "has voted on it in the meantime" in response.content.decode()
    assert str(again(statement).text) == TYPO


def test_what_a_voter_offered_is_never_edited_freely(public, moderator):
    statement = offer(public)
    with acting(moderator):
        with pytest.raises(Refused, match="voted-meanwhile"):
            revising.edit_statement(statement=statement, text="What we would rather read", seen=SECRET)
        with pytest.raises(Refused, match="more-than-a-typo"):
            revising.propose_mending(statement=statement, text="What we would rather read", seen=SECRET)


def test_two_who_edit_at_once_do_not_overwrite_each_other(public, organiser):
    first = queries.statements_in(public)[0]
    with acting(organiser):
        revising.edit_statement(statement=first, text="One", seen="Statement 1")
        with pytest.raises(Refused, match="changed-meanwhile"):
            revising.edit_statement(statement=first, text="Two", seen="Statement 1")


def test_stale_replacement_overwrites_no_decision_and_shows_what_was_decided(public, organiser, moderator, second):
    """Otherwise the reason that a colleague gave, and the public count by reason, would be gone."""
    statement = voted(public)
    words = address("revise", public, statement.pk)
    with acting(second):
        actions.moderate_statement(
            statement=statement, out=True, reason="person", note=Text.write("See line two", "en")
        )
    said = {"act": "replace", "text": "My long new words", "seen": TYPO, "decisions": 0}
    response = signed_in(moderator).post(words, said)
    body = response.content.decode()
    assert response.status_code == 409
    for part in ("My long new words", "names a person", "See line two", str(second)):
        assert part in body
    assert found.refused_by_reason(public) == [("person", 1)]
    assert not Statement.objects.filter(replaces=statement).exists()
    said["decisions"] = response.context["form"]["decisions"].value()
    assert signed_in(moderator).post(words, said).status_code == 302


def test_stale_replacement_overwrites_no_words_and_keeps_its_own(public, organiser, moderator):
    first = queries.statements_in(public)[0]
    with acting(organiser):
        revising.edit_statement(statement=first, text="What a colleague wrote", seen="Statement 1")
    said = {"act": "replace", "text": "My long new words", "seen": "Statement 1", "decisions": 0}
    response = signed_in(moderator).post(address("revise", public, first.pk), said)
    body = response.content.decode()
    assert response.status_code == 409
    assert "My long new words" in body
    assert "What a colleague wrote" in body
    assert str(again(first).text) == "What a colleague wrote"


def test_replacement_names_the_old_one_whose_votes_stay_but_are_not_analysed(public, organiser, voter):
    send(voter, public, SECRET)
    statement = Statement.objects.get(state=Standing.PENDING)
    with acting(organiser):
        actions.moderate_statement(statement=statement, out=False)
        actions.cast_vote(statement=again(statement), token="t", value=1)
        added = replace(statement, "The better one")
        with pytest.raises(Refused, match="statement-replaced"):
            replace(statement, "Another")
        with pytest.raises(Refused, match="statement-replaced"):
            actions.moderate_statement(statement=again(statement), out=False)
        with pytest.raises(Refused, match="statement-replaced"):
            moderating.undo_decision(statement=again(statement))
    assert added.replaces_id == statement.pk
    assert again(statement).moderated_out
    assert Vote.objects.filter(statement=statement).count() == 1
    assert "The better one" in voter.get(address("offered", public, RECEIPTS[0])).content.decode()


def test_nothing_is_decided_or_changed_after_closing(public, organiser):
    statement = offer(public)
    with acting(organiser):
        actions.close_consultation(consultation=public)
        for act in (
            lambda: actions.moderate_statement(statement=again(statement), out=False),
            lambda: moderating.undo_decision(statement=again(statement)),
            lambda: revising.edit_statement(statement=again(statement), text="x", seen=SECRET),
            lambda: revising.propose_mending(statement=again(statement), text=SECRET[:-1], seen=SECRET),
            lambda: replace(statement, "x"),
        ):
            with pytest.raises(Refused):
                act()
    assert again(statement).state == Standing.PENDING


def test_days_pass_and_the_oldest_stays_first(public, moderator):
    newer, older = offer(public, "newer"), offer(public, "older", RECEIPTS[1])
    Statement.objects.filter(pk=older.pk).update(created_at=older.created_at - timedelta(days=3))
    assert [s.pk for s in found.waiting(public, None)] == [newer.pk, older.pk]


def test_desk_tells_moderators_what_waits_and_nobody_else(public, moderator, reader):
    offer(public)
    page = "/en/"
    assert "One statement waits for your decision" in signed_in(moderator).get(page).content.decode()
    body = signed_in(reader).get(page).content.decode()
    assert "After release" in body
    assert "waits for your decision" not in body
