"""What the room reminds its members of: their own work, and the last day of what they organise or vote in."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Role
from majlis.workspace.rooms.consultations import lines
from majlis.workspace.rooms.consultations.actions.translating import assign_translation
from majlis.workspace.rooms.consultations.models import Consultation, Door, Standing, Statement

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 3)


def reminders(member, today=TODAY):
    return [line for line in lines.awaiting(type(member).objects.get(pk=member.pk)) if line.reminds(today)]


def test_open_consultation_reminds_nobody_of_itself(opened, organiser, reader):
    assert reminders(organiser) == reminders(reader) == []


def test_statement_that_waits_reminds_those_who_moderate(opened, organiser, reader, institution, join):
    Statement.objects.filter(pk=opened.statements.first().pk).update(state=Standing.PENDING)
    moderator = join(institution, Role.MODERATOR, email="moderator@example.org")
    nobody = join(institution, email="no-role@example.org")
    assert [len(reminders(member)) for member in (organiser, moderator, reader, nobody)] == [1, 1, 0, 0]
    (line,) = reminders(moderator)
    assert line.handling == opened.handling
    assert "moderation" in line.url


def test_translation_reminds_its_translator_with_its_day(opened, organiser, institution, join):
    translator = join(institution, email="translator@example.org")
    statement = opened.statements.first()
    due = timezone.localdate()
    with acting(organiser):
        assign_translation(statement=statement, into="fr", translator=translator, reviewer=None, due=due)
    (line,) = reminders(translator)
    assert (line.due, line.asks, line.handling) == (due, True, opened.handling)
    assert reminders(organiser) == []


@pytest.mark.parametrize(
    ("day", "door", "reminded"),
    [
        (10, Door.OPEN, ["organiser"]),
        (11, Door.OPEN, []),
        (10, Door.MEMBERS, ["organiser", "reader"]),
        (11, Door.MEMBERS, []),
    ],
)
def test_closing_reminds_a_week_before(opened, organiser, reader, day, door, reminded):
    at = datetime(2027, 3, day, 12, tzinfo=UTC)
    Consultation.objects.filter(pk=opened.pk).update(closes_at=at, door=door)
    members = {"organiser": organiser, "reader": reader}
    assert [name for name, member in members.items() if reminders(member)] == reminded


def test_last_day_is_that_of_the_institution(opened, organiser, institution):
    type(institution).objects.filter(pk=institution.pk).update(locale="ja-JP")
    Consultation.objects.filter(pk=opened.pk).update(closes_at=datetime(2027, 3, 4, 16, tzinfo=UTC))
    (line,) = reminders(organiser)
    assert line.due == date(2027, 3, 5)


def test_other_institutions_are_not_reminded(opened, other_institution, join):
    Consultation.objects.filter(pk=opened.pk).update(closes_at=datetime(2027, 3, 4, tzinfo=UTC))
    Statement.objects.filter(pk=opened.statements.first().pk).update(state=Standing.PENDING)
    assert reminders(join(other_institution, Role.ADMINISTRATOR)) == []
