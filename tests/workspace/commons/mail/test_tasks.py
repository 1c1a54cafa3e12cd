"""The row of looks at the digests never ends and never doubles; password links are tried again without being kept."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from majlis.workspace.commons.mail import digests, tasks
from majlis.workspace.commons.models import User

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def database_tasks(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def work():
    """Let everything planned be due, and have one worker do it."""
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())
    due = DBTaskResult.objects.ready().count()
    call_command("db_worker", batch=True, max_tasks=due, interval=0, startup_delay=False, reload=False, verbosity=0)


def planned():
    return DBTaskResult.objects.filter(status="READY", task_path=tasks.send_digests.module_path)


@pytest.mark.parametrize(
    ("now", "expected"), [("07:00:00", "07:15"), ("07:14:59", "07:15"), ("23:59:00", "00:00"), ("06:45:01", "07:00")]
)
def test_next_look_is_at_the_next_quarter(now, expected):
    moment = datetime.fromisoformat(f"2027-03-03T{now}+00:00")
    found = tasks.next_look(moment)
    assert f"{found:%H:%M}" == expected
    assert timedelta(0) < found - moment <= timedelta(minutes=15)


def test_every_look_plans_the_next_and_only_one(server):
    for _ in range(3):
        tasks.plan()
    for _ in range(3):
        assert planned().count() == 1
        work()
    assert DBTaskResult.objects.filter(status="SUCCESSFUL").count() == 3


def test_two_rows_of_looks_become_one(server):
    for _ in range(2):
        tasks.send_digests.using(run_after=timezone.now()).enqueue()
    work()
    work()
    assert planned().count() == 1


def test_look_that_fails_does_not_end_the_row(server, monkeypatch):
    monkeypatch.setattr(digests, "send_due", lambda: 1 / 0)
    tasks.plan()
    work()
    assert DBTaskResult.objects.failed().count() == 1
    assert planned().count() == 1


def test_looks_of_days_before_are_forgotten(server):
    tasks.plan()
    work()
    DBTaskResult.objects.filter(status="SUCCESSFUL").update(finished_at=timezone.now() - timedelta(days=2))
    work()
    assert DBTaskResult.objects.filter(status="SUCCESSFUL").count() == 1


def test_nothing_is_planned_without_mail_and_a_row_begun_ends(server, settings):
    tasks.plan()
    settings.MAIL = None
    work()
    tasks.plan()
    assert planned().count() == 0


def test_password_link_is_tried_again_and_kept_nowhere(server, mailbox, reader, caplog):
    mailbox.recipients["reader@example.org"] = "451 later"
    tasks.mail_password_link.enqueue(str(reader.user_id), "en")
    before = timezone.now()
    work()
    again = DBTaskResult.objects.get(status="READY")
    assert again.args_kwargs["args"] == [str(reader.user_id), "en", 2]
    assert again.run_after >= before + timedelta(minutes=2)
    mailbox.recipients.clear()
    work()
    assert mailbox.receivers == ["reader@example.org"]
    kept = json.dumps(list(DBTaskResult.objects.values("args_kwargs", "return_value", "traceback")))
    assert "reset" not in kept
    assert "example.org" not in kept + caplog.text


def test_password_link_is_given_up_after_five_tries(server, mailbox, reader):
    mailbox.recipients["reader@example.org"] = "451 later"
    tasks.mail_password_link.enqueue(str(reader.user_id), "en")
    for _ in range(7):
        work()
    assert DBTaskResult.objects.filter(status="SUCCESSFUL").count() == 5
    assert not DBTaskResult.objects.filter(status="READY").exists()


def test_suspended_since_gets_no_link(server, mailbox, reader):
    tasks.mail_password_link.enqueue(str(reader.user_id), "en")
    User.objects.update(is_active=False)
    work()
    assert mailbox.raw == []


def test_clock_of_looks_is_in_utc():
    assert tasks.next_look(datetime(2027, 3, 3, tzinfo=UTC)).tzinfo is UTC
