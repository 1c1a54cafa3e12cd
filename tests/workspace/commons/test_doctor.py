"""What the doctor notices."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from majlis.workspace.commons import doctor, keys, ledger, worker
from majlis.workspace.commons.doctor import Health
from majlis.workspace.commons.models import LedgerEntry
from majlis.workspace.commons.search import index
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations.models import Consultation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    tmp_path.chmod(0o700)
    settings.HOME, settings.BACKUPS, settings.KEYS = tmp_path, tmp_path / "backups", tmp_path / "keys"
    return tmp_path


def found():
    return {check.name: check.health for check in doctor.examine()}


def task(**fields):
    made = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="x.y",
        backend_name="default",
        run_after=timezone.now(),
        exception_class_path="",
        traceback="",
    )
    DBTaskResult.objects.filter(pk=made.pk).update(**fields)
    return made


def test_healthy_workspace_is_good_in_everything():
    ledger.append("act", actor=None)
    keys.make("00000000-0000-7000-8000-000000000000")
    with worker.locked():
        assert set(found().values()) == {Health.GOOD}
    assert found()["worker"] is Health.WARNING


def test_touched_ledger_is_bad_and_the_entry_is_named():
    for name in "abc":
        ledger.append(name, actor=None)
    LedgerEntry.objects.filter(index=1).delete()
    assert doctor.entries() == (
        "ledger",
        Health.BAD,
        "entry 1 is missing",
        "Keep this database as it is and tell the auditor; after a restored backup: `majlis ledger new-key`.",
    )


def test_records_that_the_search_does_not_know_are_counted(institution):
    made = Consultation.objects.create(institution=institution, text=Text.write("Dialogue", "en"))
    assert doctor.searching().health is Health.GOOD
    index.forget(made)
    assert doctor.searching()[:3] == ("search", Health.WARNING, "1 records not indexed")


def test_key_that_others_may_read_is_bad_and_named():
    keys.make("00000000-0000-7000-8000-000000000000")
    path = keys.path_of("00000000-0000-7000-8000-000000000000")
    path.chmod(0o644)
    check = doctor.files()
    assert (check.health, check.remedy) == (Health.BAD, f"chmod go= {path}")


def test_keys_among_the_backups_are_bad(settings):
    settings.KEYS = settings.BACKUPS / "keys"
    assert doctor.files().health is Health.BAD


def test_task_that_waits_too_long_is_bad():
    task(enqueued_at=timezone.now() - timedelta(minutes=9), run_after=timezone.now() - timedelta(minutes=9))
    assert doctor.background().health is Health.BAD


def test_task_for_a_set_time_waits_since_then_and_not_since_it_was_planned():
    task(enqueued_at=timezone.now() - timedelta(days=9), run_after=timezone.now() - timedelta(seconds=1))
    assert worker.oldest_waiting() < timedelta(minutes=1)
    task(enqueued_at=timezone.now() - timedelta(days=9), run_after=timezone.now() + timedelta(days=1))
    assert worker.oldest_waiting() < timedelta(minutes=1)


def test_migration_that_is_pending_is_bad(monkeypatch):
    monkeypatch.setattr(doctor.setup, "pending_migrations", lambda: ["commons.9999_next"])
    assert doctor.migrations().found == "1 pending"


def test_full_disk_is_bad(monkeypatch):
    monkeypatch.setattr(doctor, "FREE_BYTES", float("inf"))
    assert doctor.disk().health is Health.BAD


def test_tasks_of_a_killed_worker_of_this_machine_are_taken_up_again():
    ours = task(status="RUNNING", worker_ids=[f"{worker._machine()}-1"], started_at=timezone.now())
    theirs = task(status="RUNNING", worker_ids=["another-machine-1"], started_at=timezone.now())
    assert worker.take_up_again() == 1
    assert DBTaskResult.objects.get(pk=ours.pk).status == "READY"
    assert DBTaskResult.objects.get(pk=theirs.pk).status == "RUNNING"
