"""The charter at a start and on demand, as whoever runs a workspace meets it."""

import json
import subprocess
from urllib.request import urlopen

import pytest

from tests.cli.processes import RUN, answers, wait_for

FIRST_RUN = ["--institution", "Institution one", "--admin-email", "first@example.org"]


@pytest.fixture
def served(upgraded, environment, port):
    """Start a workspace that keeps its backups for ten years, which the charter does not let."""
    environment["MAJLIS_KEEP"] = "backups=3650"
    arguments = ["serve", "--port", str(port), "--processes", "1", *FIRST_RUN]
    with subprocess.Popen([*RUN, *arguments], env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            wait_for(lambda: answers(port))
            yield process
        finally:
            process.terminate()


def majlis(environment, *arguments):
    return subprocess.run([*RUN, *arguments], env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_weakened_deployment_says_so_and_a_mended_one_no_longer(served, environment, port, tmp_path):
    with urlopen(f"http://127.0.0.1:{port}/en/") as page:
        assert page.headers["X-Majlis-Charter"] == "degraded"
        assert "does not keep its charter" in page.read().decode()
    assert majlis(environment, "ledger", "checkpoint").returncode == 0
    with urlopen(f"http://127.0.0.1:{port}/ledger/key") as answer:
        assert answer.headers["X-Majlis-Charter"] == "degraded"
        key = answer.read().decode().strip()
    broken = majlis(environment, "charter", "check", "--json")
    assert broken.returncode == 1
    assert json.loads(broken.stdout)["broken"] == ["C11"]
    environment.pop("MAJLIS_KEEP")
    file = tmp_path / "result.txt"
    mended = majlis(environment, "charter", "check", "-o", str(file))
    assert mended.returncode == 0, mended.stdout
    assert "C11  holds" in mended.stdout
    wait_for(lambda: "X-Majlis-Charter" not in urlopen(f"http://127.0.0.1:{port}/en/").headers)
    elsewhere = {**environment, "MAJLIS_HOME": str(tmp_path / "nowhere")}
    assert majlis(elsewhere, "charter", "verify", str(file), "--key", key).returncode == 0
    assert not (tmp_path / "nowhere").exists()
    file.write_text(
        file.read_text(encoding="utf-8").replace("C02 to-come awaited", "C02 to-come holds"), encoding="utf-8"
    )
    changed = majlis(elsewhere, "charter", "verify", str(file), "--key", key)
    assert changed.returncode == 1
    assert "is not signed by" in changed.stdout


def test_start_names_what_does_not_hold(served):
    for line in served.stderr:
        if "Charter C11 does not hold" in line:
            assert "kept for too long: backups" in line
            return
    raise AssertionError("nothing was said")
