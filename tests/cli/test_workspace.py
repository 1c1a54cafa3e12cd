"""The commands of a workspace, as a person starts and stops them."""

import contextlib
import re
import signal
import socket
import subprocess

import pytest

from majlis.cli import server, workspace
from majlis.engine.errors import InputError
from majlis.workspace.commons import worker
from tests.cli.processes import RUN, answers, wait_for

FIRST_RUN = ["--institution", "المندوبية العامة", "--admin-email", "first@example.org", "--locale", "ar-MA"]


@pytest.fixture
def majlis(environment):
    def run(*arguments):
        return subprocess.run(
            [*RUN, *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def served(request, environment, port):
    """Start the workspace and give the process with what it printed until it answers."""
    if getattr(request, "param", "upgraded") == "upgraded":
        request.getfixturevalue("upgraded")
    arguments = ["serve", "--port", str(port), "--processes", "1", *FIRST_RUN]
    with subprocess.Popen([*RUN, *arguments], env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            printed = ""
            while "Majlis is at" not in printed:
                line = process.stdout.readline()
                assert line, printed
                printed += line
            wait_for(lambda: answers(port))
            yield process, printed
        finally:
            if process.poll() is None:
                process.kill()


@pytest.mark.parametrize(
    ("served", "stop"), [("from nothing", signal.SIGTERM), ("upgraded", signal.SIGKILL)], indirect=["served"]
)
def test_serve_starts_everything_and_leaves_no_process_behind(served, stop, port, settings, tmp_path):
    process, printed = served
    settings.HOME = tmp_path / "home"
    assert re.search(rf"http://127\.0\.0\.1:{port}/ar/account/password/reset/key/\S+", printed)
    wait_for(worker.is_alive)
    process.send_signal(stop)
    process.wait(30)
    wait_for(lambda: not worker.is_alive())
    wait_for(lambda: not answers(port))
    assert process.returncode == (-signal.SIGKILL if stop == signal.SIGKILL else 0)


def test_backup_and_restore_from_the_command(majlis, served):
    file = majlis("backup").stdout.strip()
    refused = majlis("restore", file)
    assert (refused.returncode, "The workspace is running" in refused.stderr) == (2, True)
    process, _ = served
    process.terminate()
    process.wait(30)
    restored = majlis("restore", file)
    # The set-up and the look at the charter when the server started.
    assert "2 ledger entries before, 2 in the backup" in restored.stdout
    healthy = majlis("doctor")
    assert (healthy.returncode, "3 entries verify" in healthy.stdout) == (0, True)


def test_second_server_of_one_workspace_is_refused(majlis, served, tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        other = str(probe.getsockname()[1])
    for command in (["serve"], ["demo", "--home", str(tmp_path / "home")]):
        done = majlis(*command, "--port", other)
        assert (done.returncode, "is being served already" in done.stderr) == (2, True)
    worker_beside = majlis("worker")
    assert (worker_beside.returncode, "running already" in worker_beside.stderr) == (2, True)


def test_server_beside_a_worker_is_refused(majlis, upgraded, port, settings, tmp_path):
    settings.HOME = tmp_path / "home"
    with worker.locked():
        done = majlis("serve", "--port", str(port), *FIRST_RUN)
    assert (done.returncode, "Stop it: the server brings its own" in done.stderr) == (2, True)


def test_serve_without_terminal_and_without_names_is_refused(majlis, upgraded, port):
    done = majlis("serve", "--port", str(port))
    assert (done.returncode, done.stdout) == (2, "")
    assert "Give --institution NAME and --admin-email ADDRESS." in done.stderr


def test_serve_on_a_taken_port_is_refused_before_anything_is_made(majlis, port, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        done = majlis("serve", "--port", str(port), *FIRST_RUN)
    assert "Try another --port." in done.stderr
    assert not (tmp_path / "home" / "majlis.sqlite3").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("email", "locale", "complaint"), [("first", "fr", "--admin-email"), ("a@example.org", "a locale", "--locale")]
)
def test_first_run_says_which_answer_is_wrong(email, locale, complaint):
    with pytest.raises(InputError, match=complaint):
        workspace.first_run("One", email, locale)


def test_listening_beyond_this_machine_brings_warnings(monkeypatch):
    monkeypatch.delenv("MAJLIS_HOSTS", raising=False)
    monkeypatch.delenv("MAJLIS_HTTPS", raising=False)
    assert workspace.warnings_about("127.0.0.1") == workspace.warnings_about("localhost") == []
    assert len(workspace.warnings_about("0.0.0.0")) == 2
    monkeypatch.setenv("MAJLIS_HOSTS", "hall.local")
    assert len(workspace.warnings_about("192.168.1.5")) == 1


def test_address_is_the_one_that_people_reach(settings):
    settings.ALLOWED_HOSTS = ["hall.example.org"]
    assert workspace.address_of("127.0.0.1", 8000) == "http://127.0.0.1:8000"
    assert workspace.address_of("::1", 8000) == "http://[::1]:8000"
    assert workspace.address_of("0.0.0.0", 8000) == "http://hall.example.org:8000"
    settings.ADDRESS = "https://hall.example.org"
    assert workspace.address_of("127.0.0.1", 8000) == "https://hall.example.org"


def test_web_process_that_hears_no_signal_does_not_keep_the_server(monkeypatch):
    """Two signals at the wrong moment can leave a web process waiting for ever: it gets as long as the worker."""
    asked = {}

    class Web:
        def __init__(self, *arguments, **options):
            asked.update(options)

        def serve(self):
            asked["served"] = True

    monkeypatch.setattr(server, "Granian", Web)
    monkeypatch.setattr(server, "worker", contextlib.nullcontext)
    monkeypatch.setattr(server.multiprocessing, "set_start_method", lambda *arguments, **options: None)
    monkeypatch.setenv("MAJLIS_SERVED_BY", "restored afterwards")
    server.run("127.0.0.1", 1, 1)
    assert asked["served"]
    assert asked["workers_kill_timeout"] == server.SECONDS_TO_FINISH
