"""Single-use codes: shown once, kept as their HMAC, exchanged, revoked and reissued."""

import hashlib
import itertools
import re
import secrets
from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.errors import Refused
from majlis.engine.handling import Tlp
from majlis.workspace.commons import keys
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions, codes
from majlis.workspace.rooms.consultations.models import Code, Consultation, Vote

pytestmark = pytest.mark.django_db


def consult(institution, title):
    draft = actions.create_consultation(institution=institution, title=Text.write(title, "en"), door="codes")
    for number in range(1, 4):
        actions.add_statement(consultation=draft, text=Text.write(f"Statement {number}", "en"))
    opened = actions.open_consultation(consultation=draft)
    clear = opened.handling.model_copy(update={"tlp": Tlp.CLEAR, "audience": None})
    Consultation.objects.filter(pk=draft.pk).update(handling=clear)
    draft.statements.update(handling=clear)
    return Consultation.objects.get(pk=draft.pk)


@pytest.fixture
def coded(institution, organiser):
    with acting(organiser):
        return consult(institution, "With codes")


@pytest.fixture
def printed(coded, organiser):
    with acting(organiser):
        return actions.create_codes(consultation=coded, count=5)


def come_in(consultation, code, client=None):
    client = client or Client()
    return client, client.post(reverse("consultations:enter", args=[consultation.pk]), {"code": code})


def send(client, consultation, statement="1", value="agree"):
    form = {"statement": statement, "answer": value, "id": secrets.token_hex(16)}
    return client.post(reverse("consultations:send", args=[consultation.pk]), form).status_code


def everything():
    """The whole database as text."""
    rows = itertools.chain.from_iterable(model.objects.values_list() for model in apps.get_models())
    return " ".join(
        bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value) for row in rows for value in row
    )


def test_codes_have_fifty_bits_and_nothing_that_looks_alike():
    assert len(codes.ALPHABET) ** codes.LENGTH > 2**50
    for alike in ("0O", "1I", "5S", "8B", "2Z", "UV"):
        assert len(set(alike) & set(codes.ALPHABET)) <= 1
    assert len({codes.draw() for _ in range(500)}) == 500


@pytest.mark.parametrize(
    "typed",
    [
        "ACDE-3467-HJK",
        "acde 3467 hjk",
        "ACDE\u0663\u0664\u0666\u0667HJK",
        "\u200f acde–\u06f3\u06f4\u06f6\u06f7–hjk \u200f",
        "ＡＣＤＥ3467hjk",
    ],
)
def test_reading_forgives_how_a_code_was_typed(typed):
    assert codes.read(typed) == "ACDE3467HJK"
    assert codes.grouped("ACDE3467HJK") == "ACDE-3467-HJK"


def test_codes_stand_nowhere_in_the_database(printed):
    kept = everything()
    for _, code in printed:
        assert code not in kept
        for guess in (hashlib.sha256, hashlib.md5, hashlib.sha1):
            assert guess(code.encode()).hexdigest()[:32] not in kept
    assert [one.serial for one in printed] == [1, 2, 3, 4, 5]


def test_second_batch_goes_on_counting(coded, printed, organiser):
    with acting(organiser):
        more = actions.create_codes(consultation=coded, count=2)
    assert [one.serial for one in more] == [6, 7]
    assert set(Code.objects.values_list("batch", flat=True)) == {1, 2}


def test_code_lets_in_once(coded, printed):
    voter, response = come_in(coded, codes.grouped(printed[0].code).lower())
    assert response.status_code == 302
    assert send(voter, coded) == 200
    _, again = come_in(coded, printed[0].code)
    assert again.status_code == 403
    assert "used already" in again.content.decode()


def refusals(coded, organiser, institution, printed):
    """Every kind of code that lets nobody in."""
    with acting(organiser):
        expired = actions.create_codes(consultation=coded, count=1, expires_at=timezone.now() - timedelta(seconds=1))
        actions.revoke_code(consultation=coded, named="2")
        elsewhere = actions.create_codes(consultation=consult(institution, "Elsewhere"), count=1)
    return [expired[0].code, printed[1].code, elsewhere[0].code, codes.draw(), "?", "1", "x" * 60, "' OR 1=1 --"]


def test_refused_codes_cannot_be_told_apart(coded, printed, organiser, institution):
    pages = set()
    for code in refusals(coded, organiser, institution, printed):
        client, response = come_in(coded, code)
        assert response.status_code == 403
        assert not client.cookies.get(f"voter-{coded.pk.hex}")
        pages.add(response.content)
    assert len(pages) == 1


def test_expired_code_still_votes_where_it_was_used_in_time(coded, organiser):
    with acting(organiser):
        one = actions.create_codes(consultation=coded, count=1, expires_at=timezone.now() + timedelta(hours=1))[0]
    voter, _ = come_in(coded, one.code)
    Code.objects.update(expires_at=timezone.now() - timedelta(hours=1))
    assert send(voter, coded) == 200


@pytest.mark.parametrize("by", ["serial", "code"])
def test_stolen_code_is_revoked_and_its_votes_follow_the_new_one(coded, printed, organiser, by):
    thief, _ = come_in(coded, printed[0].code)
    send(thief, coded, "1", "agree")
    send(thief, coded, "2", "agree")
    with acting(organiser):
        new = actions.reissue_code(consultation=coded, named=str(getattr(printed[0], by)))
    assert send(thief, coded, "3") == 401
    holder, response = come_in(coded, new.code)
    assert response.status_code == 302
    assert send(holder, coded, "1", "disagree") == 200
    assert sorted(Vote.objects.values_list("statement__code", "value")) == [("1", -1), ("2", 1)]
    assert Vote.objects.values("pseudonym").distinct().count() == 1


def test_code_is_reissued_once(coded, printed, organiser):
    with acting(organiser):
        actions.reissue_code(consultation=coded, named="1")
        with pytest.raises(Refused):
            actions.reissue_code(consultation=coded, named="1")


@pytest.mark.parametrize("spent", [True, False])
def test_revoked_code_is_reissued_later_once_and_its_votes_follow(coded, printed, organiser, spent):
    if spent:
        voter, _ = come_in(coded, printed[0].code)
        send(voter, coded, "1", "agree")
    with acting(organiser):
        actions.revoke_code(consultation=coded, named="1")
        with pytest.raises(Refused):
            actions.revoke_code(consultation=coded, named="1")
        new = actions.reissue_code(consultation=coded, named="1")
        for again in (actions.reissue_code, actions.revoke_code):
            with pytest.raises(Refused):
                again(consultation=coded, named="1")
    assert come_in(coded, printed[0].code)[1].status_code == 403
    holder, response = come_in(coded, new.code)
    assert response.status_code == 302
    assert send(holder, coded, "1", "disagree") == 200
    assert list(Vote.objects.values_list("statement__code", "value")) == [("1", -1)]


def lose_reply(consultation, code):
    """A device that opens the page, types its code, and never gets the answer."""
    device = Client()
    device.get(reverse("consultations:vote", args=[consultation.pk]))
    kept = {name: morsel.value for name, morsel in device.cookies.items()}
    come_in(consultation, code, device)
    device.cookies.clear()
    for name, value in kept.items():
        device.cookies[name] = value
    return device


def test_lost_reply_lets_the_same_device_in_again_and_no_other(coded, printed):
    device = lose_reply(coded, printed[0].code)
    other = Client()
    other.get(reverse("consultations:vote", args=[coded.pk]))
    assert come_in(coded, printed[0].code, other)[1].status_code == 403
    assert come_in(coded, printed[0].code)[1].status_code == 403
    assert come_in(coded, printed[1].code, device)[1].status_code == 302
    device = lose_reply(coded, printed[2].code)
    assert come_in(coded, printed[2].code, device)[1].status_code == 302
    assert send(device, coded) == 200
    assert not device.cookies[f"knock-{coded.pk.hex}"].value
    assert Vote.objects.count() == 1


def test_lost_reply_is_not_given_again_after_the_first_vote_or_a_revocation(coded, printed, organiser):
    device = lose_reply(coded, printed[0].code)
    knock = device.cookies[f"knock-{coded.pk.hex}"].value
    come_in(coded, printed[0].code, device)
    send(device, coded)
    thief = Client()
    thief.cookies[f"knock-{coded.pk.hex}"] = knock
    assert come_in(coded, printed[0].code, thief)[1].status_code == 403
    device = lose_reply(coded, printed[1].code)
    with acting(organiser):
        actions.revoke_code(consultation=coded, named="2")
    assert come_in(coded, printed[1].code, device)[1].status_code == 403


@pytest.mark.django_db(transaction=True)
def test_secret_of_a_device_stands_nowhere_and_its_trace_goes_at_closing(coded, printed, organiser):
    device = lose_reply(coded, printed[0].code)
    knock = device.cookies[f"knock-{coded.pk.hex}"].value
    kept = bytes(Code.objects.get(serial=1).knock).hex()
    assert knock not in everything()
    for guess in (hashlib.sha256, hashlib.md5, hashlib.sha1):
        assert guess(knock.encode()).hexdigest()[:32] != kept
    with acting(organiser):
        actions.close_consultation(consultation=coded)
    assert kept not in everything()
    assert not Code.objects.exclude(knock=None).exists()


def test_code_of_another_consultation_is_not_found_for_revoking(coded, printed, organiser, institution):
    with acting(organiser):
        other = consult(institution, "Elsewhere")
        with pytest.raises(Refused):
            actions.revoke_code(consultation=other, named=printed[0].code)
        with pytest.raises(Refused):
            actions.revoke_code(consultation=coded, named="999")


def test_only_organisers_make_and_revoke(coded, reader):
    with acting(reader):
        for act in (
            lambda: actions.create_codes(consultation=coded, count=1),
            lambda: actions.revoke_code(consultation=coded, named="1"),
            lambda: actions.reissue_code(consultation=coded, named="1"),
        ):
            with pytest.raises(Refused):
                act()


def test_open_door_has_no_codes(opened, organiser):
    with acting(organiser), pytest.raises(Refused):
        actions.create_codes(consultation=opened, count=1)


@pytest.mark.django_db(transaction=True)
def test_after_closing_no_code_leads_to_a_vote(coded, printed, organiser):
    """The attacker holds every code, every cookie, the whole database before and after, but no key file."""
    cookies = {}
    for one, value in zip(printed, ["agree", "disagree", "pass", "agree", "disagree"], strict=True):
        voter, _ = come_in(coded, one.code)
        send(voter, coded, "1", value)
        cookies[one.code] = voter.cookies[f"voter-{coded.pk.hex}"].value
    before = {bytes(p) for p in Vote.objects.values_list("pseudonym", flat=True)}
    before_text = everything()
    with acting(organiser):
        actions.close_consultation(consultation=coded)
    assert not keys.exists(coded.pk)
    after = {bytes(p) for p in Vote.objects.values_list("pseudonym", flat=True)}
    assert len(after) == 5
    assert not before & after
    known = [part for code, cookie in cookies.items() for part in (code, cookie, *cookie.split("."))]
    known += [bytes(digest).hex() for digest in Code.objects.values_list("digest", flat=True)]
    for part, hashed in itertools.product(known, (hashlib.sha256, hashlib.md5, hashlib.sha1)):
        assert hashed(part.encode()).digest()[:16] not in before | after
    for pseudonym in after:
        assert pseudonym.hex() not in before_text
    for cookie in cookies.values():
        assert cookie not in before_text + everything()
    assert set(Vote.objects.values_list("cast_at", "first_at", "first_value")) == {(None, None, None)}


def test_sheet_is_shown_once_in_three_languages(client, coded, organiser):
    client.force_login(organiser.user)
    address = reverse("consultations:create-codes", args=[coded.pk])
    sheet = client.post(address, {"count": "3", "expires_at": ""})
    page = sheet.content.decode()
    assert sheet.headers["Cache-Control"] == "no-store"
    assert len(sheet.context["cards"]) == 3
    for _, code in sheet.context["cards"]:
        assert code in page
        assert code.replace("-", "") not in everything()
    for language in ("ar", "fr", "en"):
        assert f'<p lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page
    assert client.get(address).url == reverse("consultations:codes", args=[coded.pk])
    assert client.get(reverse("consultations:codes", args=[coded.pk])).context["batches"][0]["count"] == 3


@pytest.mark.parametrize("count", ["0", "-1", "2001", "many", ""])
def test_batch_out_of_range_keeps_what_was_typed(client, coded, organiser, count):
    client.force_login(organiser.user)
    response = client.post(reverse("consultations:create-codes", args=[coded.pk]), {"count": count})
    assert response.status_code == 400
    assert not Code.objects.exists()


def test_revoking_by_page_says_which_and_an_unknown_one_is_an_error(client, coded, printed, organiser):
    client.force_login(organiser.user)
    address = reverse("consultations:revoke-code", args=[coded.pk])
    assert client.post(address, {"named": "no such"}).status_code == 400
    assert client.post(address, {"named": "3"}).status_code == 302
    assert len(client.post(address, {"named": "4", "reissue": ""}).context["cards"]) == 1
    assert dict(Code.objects.filter(serial__in=(3, 4)).values_list("serial", "state")) == {3: "revoked", 4: "replaced"}


def test_strangers_see_no_page_of_codes(client, coded, reader):
    for name in ("codes", "create-codes", "revoke-code"):
        client.force_login(reader.user)
        address = reverse(f"consultations:{name}", args=[coded.pk])
        response = client.get(address) if name == "codes" else client.post(address, {"count": "1", "named": "1"})
        assert response.status_code == 403


def sheet_of(client, consultation, **typed):
    return client.post(reverse("consultations:create-codes", args=[consultation.pk]), {"count": "3", **typed})


@pytest.mark.parametrize("at", ["2020-01-01T00:00", "9999-12-31T23:59"])
def test_expiry_that_lets_nobody_in_is_refused_with_what_was_typed(client, coded, organiser, at):
    client.force_login(organiser.user)
    response = sheet_of(client, coded, expires_at=at, zone="Pacific/Niue")
    assert response.status_code == 400
    assert at in response.content.decode()
    assert not Code.objects.exists()


def test_expiry_is_taken_and_shown_in_the_zone_that_is_named(client, coded, organiser):
    client.force_login(organiser.user)
    page = client.get(reverse("consultations:codes", args=[coded.pk])).content.decode()
    assert '<option value="Africa/Casablanca" selected>' in page
    sheet_of(client, coded, expires_at="2090-06-10T18:30", zone="Asia/Tokyo")
    assert Code.objects.first().expires_at.isoformat() == "2090-06-10T09:30:00+00:00"
    page = client.get("/en" + reverse("consultations:codes", args=[coded.pk])[3:]).content.decode()
    assert "Africa/Casablanca, UTC" in page
    assert "10:30" in page or "09:30" in page


def test_sheet_that_is_loaded_again_is_the_same_batch(client, coded, organiser):
    client.force_login(organiser.user)
    once = re.search(
        r'name="once" value="([^"]+)"', client.get(reverse("consultations:codes", args=[coded.pk])).content.decode()
    ).group(1)
    first, again = (sheet_of(client, coded, once=once) for _ in range(2))
    assert first.context["cards"] == again.context["cards"]
    assert (first.context["again"], again.context["again"]) == (False, True)
    assert Code.objects.count() == 3
    code = first.context["cards"][1][1]
    assert once not in everything()
    assert code.replace("-", "") not in everything()
    assert len(sheet_of(client, coded, once=once, count="4").context["cards"]) == 4
    assert Code.objects.count() == 7
    other = sheet_of(client, coded, once=once + "x").context["cards"]
    assert not {card for _, card in other} & {card for _, card in first.context["cards"]}
    assert Code.objects.values("batch").distinct().count() == 3


@given(st.binary(min_size=32, max_size=32))
def test_code_drawn_from_chance_has_the_alphabet_and_length_of_all(seed):
    code = codes.drawn_from(seed)
    assert len(code) == codes.LENGTH
    assert set(code) <= set(codes.ALPHABET)
    assert code == codes.drawn_from(seed)
