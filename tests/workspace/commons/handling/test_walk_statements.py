"""Whatever is done to a statement of an open consultation, no page of the room shows its words to others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.models import Role
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import actions
from majlis.workspace.rooms.consultations.models import Statement, Translation
from tests.workspace.commons.handling.test_walk import SECRET, TEXT
from tests.workspace.commons.handling.test_walk import leaks as walk
from tests.workspace.rooms.strategy import planted

pytestmark = pytest.mark.django_db
ROOM = "/consultations/"


def leaks(member):
    return walk(member, ROOM)


R = Text.write("R", "en")


def recalled(member, statement):
    with acting(member):
        acts.recall(record=statement, reason=R)


def narrowed(member, statement):
    with acting(member):
        acts.narrow(record=statement, tlp=Tlp.RED, named={str(member.pk)}, reason=R)


def expired(member, statement):
    over = timezone.now() - timedelta(days=1)
    statement.handling = statement.handling.model_copy(update={"expires": over})
    statement.save()


@pytest.fixture
def asked(organiser):
    with acting(organiser):
        consultation = actions.create_consultation(
            institution=organiser.institution, title=Text.write("Asked", "en"), handling=Handling()
        )
        statement = actions.add_statement(consultation=consultation, text=TEXT)
        actions.add_statement(consultation=consultation, text=Text.write("Another", "en"))
        actions.open_consultation(consultation=consultation)
    return statement


@pytest.mark.parametrize("state", ["in", "out", "pending"])
@pytest.mark.parametrize("how", [recalled, narrowed, expired], ids=lambda how: how.__name__)
def test_its_words_are_on_no_page(asked, organiser, join, how, state):
    Statement.objects.filter(pk=asked.pk).update(state=state)
    moderator, plain = join(organiser.institution, Role.MODERATOR), join(organiser.institution, Role.ANALYST)
    assert any("moderation" in address for address in leaks(moderator)), "else the walk shows nothing"
    how(organiser, Statement.objects.get(pk=asked.pk))
    readers = {"moderator": moderator, "member": plain, "public": None}
    readers |= {} if how is narrowed else {"organiser": organiser}
    assert {who: leaks(reader) for who, reader in readers.items()} == {who: set() for who in readers}


def test_the_walk_reaches_translations(asked, organiser, join):
    found = leaks(join(organiser.institution, Role.ANALYST))
    assert {address.rstrip("/").split("/")[-1] for address in found} >= {"translations", "file"}
    assert SECRET in str(asked.text)
    assert not Translation.objects.exists()


def test_voters_are_asked_what_they_may_see(asked, organiser, client):
    consultation = asked.consultation
    vote = f"/en/consultations/{consultation.pk}/vote/"
    client.post(f"{vote}enter/", {"consent": "on"})
    assert SECRET in client.get(f"{vote}?statement={asked.code}").content.decode()
    narrowed(organiser, Statement.objects.get(pk=asked.pk))
    assert SECRET not in client.get(f"{vote}?statement={asked.code}").content.decode()
    answer = {"statement": asked.code, "answer": "agree", "id": "ab" * 16}
    assert client.post(f"{vote}answers/", answer).status_code == 404


def test_a_remark_that_was_taken_back_is_on_no_page(organiser):
    from majlis.workspace.rooms.strategy.actions.remarking import make_remark
    from majlis.workspace.rooms.strategy.remarks import find_remark, remarks_on

    strategy = planted.strategy(organiser)
    recommendation = planted.draft(organiser, strategy, rests_on=planted.findings(organiser))
    with acting(organiser):
        remark = make_remark(about=recommendation, text=TEXT)
    assert remarks_on(recommendation, organiser) == [remark]
    recalled(organiser, remark)
    assert (remarks_on(recommendation, organiser), find_remark(organiser, remark.pk)) == ([], None)
