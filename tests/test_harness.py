"""The test harness itself: in CI a skip must not hide what was not tested."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BROWSER_SKIP = """
import pytest
def test_page():
    pytest.skip("needs Chromium")
"""
BROWSER_MODULE_SKIP = """
import pytest
pytest.skip("needs Chromium", allow_module_level=True)
"""
REFERENCE_SKIP = """
def test_numbers(reference_data):
    raise AssertionError("unreachable without the data")
"""
OTHER_SKIP = """
import pytest
def test_windows():
    pytest.skip("only on Windows")
"""
EXPECTED_FAILURE = """
import pytest
def test_known():
    pytest.xfail("known")
"""

DATABASE = """
import pytest
@pytest.fixture
def db(): pass
@pytest.fixture
def page(db): pass
@pytest.fixture(params=["ar", "fr"])
def every_page(page, request): pass
def test_asks(db): pass
def test_asks_through_another(page): pass
def test_without(): pass
@pytest.mark.django_db
def test_marked(): pass
def test_looks(every_page): pass
@pytest.mark.parametrize("viewport", ["narrow", "wide"])
@pytest.mark.parametrize("door", ["open", "codes"])
def test_doors(page, viewport, door): pass
def test_length(how_many): assert how_many(1, 2) == 1
"""
ONCE = {"test_asks", "test_asks_through_another", "test_marked"}


@pytest.fixture
def run_tests(tmp_path):
    """Run one test file under a copy of this folder's conftest, with or without reference data beside the project."""

    def run(code: str, folder: str, *options: str, ci: bool, data_beside: bool = False) -> tuple[int, str]:
        project = tmp_path / "project"
        target = project / "tests" / folder
        target.mkdir(parents=True)
        (target / "test_planted.py").write_text(code)
        (project / "pytest.ini").write_text("[pytest]\nmarkers =\n    browser\n    reference\n    django_db\n")
        shutil.copy(Path(__file__).with_name("conftest.py"), project / "tests" / "conftest.py")
        if data_beside:
            (tmp_path / "shared" / "data").mkdir(parents=True)
        environment = {name: value for name, value in os.environ.items() if name not in {"CI", "MAJLIS_REFERENCE_DATA"}}
        plugins = ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:django"]
        process = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", *plugins, *options],
            cwd=project,
            env=environment | ({"CI": "true"} if ci else {}),
            capture_output=True,
            text=True,
            check=False,
        )
        return process.returncode, process.stdout

    return run


@pytest.mark.parametrize("code", [BROWSER_SKIP, BROWSER_MODULE_SKIP], ids=["test", "module"])
def test_browser_skip_fails_in_ci(run_tests, code):
    status, output = run_tests(code, "browser", ci=True)
    assert status != 0
    assert "CI must run every browser test" in output
    assert "needs Chromium" in output


def test_browser_skip_passes_elsewhere(run_tests):
    status, output = run_tests(BROWSER_SKIP, "browser", ci=False)
    assert (status, "1 skipped" in output) == (0, True), output


def test_reference_skip_fails_in_ci_beside_the_data(run_tests):
    status, output = run_tests(REFERENCE_SKIP, "engine", ci=True, data_beside=True)
    assert status != 0
    assert "the reference data lies beside this repository" in output


@pytest.mark.parametrize(("ci", "data_beside"), [(True, False), (False, True)])
def test_reference_skip_passes_without_ci_or_without_the_data(run_tests, ci, data_beside):
    status, output = run_tests(REFERENCE_SKIP, "engine", ci=ci, data_beside=data_beside)
    assert (status, "1 skipped" in output) == (0, True), output


@pytest.mark.parametrize(
    ("code", "folder", "outcome"),
    [(OTHER_SKIP, "engine", "1 skipped"), (EXPECTED_FAILURE, "browser", "1 xfailed")],
    ids=["skip for another reason", "expected failure"],
)
def test_other_outcomes_stay_as_they_are_in_ci(run_tests, code, folder, outcome):
    status, output = run_tests(code, folder, ci=True, data_beside=True)
    assert (status, outcome in output) == (0, True), output


@pytest.mark.parametrize(
    ("folder", "repeated"),
    [
        ("browser", {"test_looks[ar]", "test_doors[open-narrow]", "test_doors[codes-narrow]"}),
        (
            "workspace",
            {
                *("test_looks[ar]", "test_looks[fr]", "test_doors[open-narrow]", "test_doors[open-wide]"),
                *("test_doors[codes-narrow]", "test_doors[codes-wide]"),
            },
        ),
    ],
)
def test_second_database_gets_what_touches_it_and_each_page_in_one_look(run_tests, folder, repeated):
    _, said = run_tests(DATABASE, folder, "--needs-database", "--collect-only", ci=False)
    assert {line.partition("::")[2] for line in said.splitlines() if "::" in line} == ONCE | repeated
    assert f"{len(ONCE | repeated)}/11 tests collected" in said


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--whole",), 1)])
def test_long_search_is_whole_only_when_asked(run_tests, options, code):
    assert run_tests(DATABASE, "workspace", "-k", "length", *options, ci=False)[0] == code
