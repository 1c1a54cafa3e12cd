"""Closing at a set time: in the name of who set it, once, late if it must be, and not at all once changed."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from majlis.engine.errors import Refused
from majlis.workspace.commons import keys, persons
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import LedgerEntry, Role, RoleGrant
from majlis.workspace.rooms.consultations import actions, queries, tasks
from majlis.workspace.rooms.consultations.forms.hall import ScheduleForm
from majlis.workspace.rooms.consultations.models import Consultation

pytestmark = pytest.mark.django_db
SOON = timedelta(hours=1)


@pytest.fixture(autouse=True)
def database_tasks(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def plan(organiser, consultation, at):
    with acting(organiser):
        return tasks.plan_closing(consultation=consultation, at=at)


def carry_out(consultation, at):
    tasks.close_as_planned.func(str(consultation.pk), at.isoformat())
    consultation.refresh_from_db()
    return consultation


def test_plan_and_its_task_wait_for_the_same_time(opened, organiser):
    at = timezone.now() + SOON
    planned = plan(organiser, opened, at)
    assert (planned.closes_at, planned.closes_by) == (at, organiser)
    assert DBTaskResult.objects.get().run_after == at
    assert not DBTaskResult.objects.ready().exists()


@pytest.mark.django_db(transaction=True)
def test_planned_closing_is_the_act_of_who_planned_it_and_asks_for_the_map(opened, organiser):
    at = timezone.now() + SOON
    plan(organiser, opened, at)
    assert carry_out(opened, at).is_closed
    entry = LedgerEntry.objects.get(leaf__contains='"consultation.close"')
    assert persons.actors_of([entry]) == {entry.index: organiser}
    assert opened.closing["planned_for"] == at.isoformat()
    assert queries.map_under_way(opened) is not None
    assert not keys.exists(opened.pk)


def test_task_that_runs_twice_closes_once(opened, organiser):
    at = timezone.now() + SOON
    plan(organiser, opened, at)
    closed_at = carry_out(opened, at).closed_at
    assert carry_out(opened, at).closed_at == closed_at
    assert LedgerEntry.objects.filter(leaf__contains='"consultation.close"').count() == 1


def test_changed_plan_leaves_the_first_task_nothing_to_do(opened, organiser):
    first, second = timezone.now() + SOON, timezone.now() + 2 * SOON
    plan(organiser, opened, first)
    plan(organiser, opened, second)
    assert carry_out(opened, first).is_open
    assert carry_out(opened, second).is_closed


def test_cancelled_plan_leaves_the_voting_open(opened, organiser):
    at = timezone.now() + SOON
    plan(organiser, opened, at)
    with acting(organiser):
        actions.cancel_closing(consultation=opened)
    assert carry_out(opened, at).is_open
    with acting(organiser), pytest.raises(Refused, match="schedule-none"):
        actions.cancel_closing(consultation=opened)


def test_person_who_closes_first_wins_the_race(opened, organiser):
    at = timezone.now() + SOON
    plan(organiser, opened, at)
    with acting(organiser):
        actions.close_consultation(consultation=opened)
    report = carry_out(opened, at).closing
    assert report["planned_for"] is None
    assert LedgerEntry.objects.filter(leaf__contains='"consultation.close"').count() == 1


def test_schedule_that_closes_first_leaves_the_person_a_clear_no(opened, organiser):
    at = timezone.now() + SOON
    plan(organiser, opened, at)
    carry_out(opened, at)
    with acting(organiser), pytest.raises(Refused):
        actions.close_consultation(consultation=opened)


def test_plan_of_somebody_who_lost_the_role_closes_nothing(opened, organiser):
    at = timezone.now() + SOON
    plan(organiser, opened, at)
    RoleGrant.objects.filter(member=organiser, role=Role.ORGANISER).delete()
    with pytest.raises(Refused, match="may-change"):
        carry_out(opened, at)
    opened.refresh_from_db()
    assert opened.is_open
    assert keys.exists(opened.pk)


def test_past_time_and_closed_voting_cannot_be_planned(opened, draft, organiser, reader):
    with pytest.raises(Refused, match="schedule-in-the-past"):
        plan(organiser, opened, timezone.now() - SOON)
    with pytest.raises(Refused, match="may-change"):
        plan(reader, opened, timezone.now() + SOON)
    with acting(organiser):
        actions.close_consultation(consultation=opened)
    with pytest.raises(Refused):
        plan(organiser, Consultation.objects.get(pk=opened.pk), timezone.now() + SOON)
    assert not DBTaskResult.objects.filter(task_path__contains="close_as_planned").exists()


def test_late_worker_says_so_in_the_report(opened, organiser, client):
    at = timezone.now() + SOON
    plan(organiser, opened, at)
    past = timezone.now() - 3 * SOON
    Consultation.objects.filter(pk=opened.pk).update(closes_at=past)
    assert carry_out(opened, past).is_closed
    client.force_login(organiser.user)
    assert "Late: the time that was set was" in client.get(f"/en/consultations/{opened.pk}/report/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_schedule_and_person_in_the_same_moment_close_once(opened, organiser):
    at = timezone.now() + SOON
    plan(organiser, opened, at)
    ready, refused = threading.Barrier(2), []

    def close(act):
        try:
            ready.wait()
            act()
        except Refused as error:
            refused.append(error.rule)
        finally:
            connections.close_all()

    def by_hand():
        with acting(organiser):
            actions.close_consultation(consultation=opened)

    def by_schedule():
        tasks.close_as_planned.func(str(opened.pk), at.isoformat())

    threads = [threading.Thread(target=close, args=(act,)) for act in (by_hand, by_schedule)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Consultation.objects.get(pk=opened.pk).is_closed
    assert LedgerEntry.objects.filter(leaf__contains='"consultation.close"').count() == 1
    assert refused in ([], ["consultation-takes-no-votes"])


@pytest.mark.django_db(transaction=True)
def test_worker_that_was_down_carries_the_plan_out_when_it_comes_back(opened, organiser):
    plan(organiser, opened, timezone.now() + SOON)
    work_once()
    assert Consultation.objects.get(pk=opened.pk).is_open
    past = timezone.now() - 3 * SOON
    Consultation.objects.filter(pk=opened.pk).update(closes_at=past)
    DBTaskResult.objects.update(run_after=past, args_kwargs={"args": [str(opened.pk), past.isoformat()], "kwargs": {}})
    work_once()
    closed = Consultation.objects.get(pk=opened.pk)
    assert closed.is_closed
    assert closed.closing["planned_for"] == past.isoformat()
    assert not keys.exists(opened.pk)


def work_once():
    call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, worker_id="test", verbosity=0)


@pytest.mark.parametrize(
    ("at", "zone", "moment"),
    [
        ("2030-06-10T18:00", "UTC", datetime(2030, 6, 10, 18, tzinfo=UTC)),
        ("2030-06-10T18:00", "Europe/Paris", datetime(2030, 6, 10, 16, tzinfo=UTC)),
        ("2030-01-10T18:00", "Europe/Paris", datetime(2030, 1, 10, 17, tzinfo=UTC)),
    ],
)
def test_time_is_taken_in_the_zone_that_is_named(at, zone, moment):
    form = ScheduleForm({"at": at, "zone": zone})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["moment"].astimezone(UTC) == moment


@pytest.mark.parametrize("at", ["2030-03-31T02:30", "2030-10-27T02:30"], ids=["skipped", "twice"])
def test_time_at_which_clocks_change_is_refused(at):
    assert "at" in ScheduleForm({"at": at, "zone": "Europe/Paris"}).errors


@pytest.mark.parametrize("at", ["9999-12-31T23:59", "9999-12-31T00:00", "2200-01-01T00:00", "0001-01-01T00:00"])
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Niue"])
def test_time_that_nobody_can_mean_is_refused(opened, organiser, client, at, zone):
    client.force_login(organiser.user)
    response = client.post(f"/en/consultations/{opened.pk}/schedule/", {"at": at, "zone": zone})
    assert response.status_code == 400
    assert at in response.content.decode()
    assert Consultation.objects.get(pk=opened.pk).closes_at is None


def test_page_of_a_voting_that_was_to_close_at_the_end_of_time_still_opens(opened, organiser, client):
    end = datetime.max.replace(tzinfo=UTC) - timedelta(hours=2)
    Consultation.objects.filter(pk=opened.pk).update(closes_at=end, closes_by=organiser)
    client.force_login(organiser.user)
    assert client.get(f"/en/consultations/{opened.pk}/").status_code == 200
    assert client.get(f"/en/consultations/{opened.pk}/schedule/").status_code == 200
    assert client.post(f"/en/consultations/{opened.pk}/schedule/cancel/").status_code == 302
    assert Consultation.objects.get(pk=opened.pk).closes_at is None
