"""What all tests share: reference data, long searches in part or whole, which tests a database can change, and skips
that count as failures in CI.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.contenttypes.management import create_contenttypes
from django.db.models.signals import post_migrate
from hypothesis import settings

REFERENCE_VARIABLE = "MAJLIS_REFERENCE_DATA"

settings.register_profile("ci", derandomize=True, max_examples=60, deadline=None, database=None, print_blob=True)
settings.register_profile("explore", derandomize=False, max_examples=2000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def reference_data() -> Path:
    """Return the folder of reference data, which carries its own licences and is never part of this repository."""
    folder = os.environ.get(REFERENCE_VARIABLE)
    if not folder:
        pytest.skip(f"needs the reference data: {REFERENCE_VARIABLE} is not set")
    path = Path(folder).absolute()
    if not path.is_dir():
        pytest.skip(f"needs the reference data: {REFERENCE_VARIABLE} names no folder")
    return path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--whole", action="store_true", help="run long searches whole and not only their seeded part")
    parser.addoption(
        "--needs-database",
        action="store_true",
        help="only what touches a database, and of tests that differ by look alone one look: for a second database",
    )


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """Once the tables are there, emptying them no longer makes Django's permissions anew: Majlis uses none."""
    assert post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")
    assert post_migrate.disconnect(create_contenttypes)


@pytest.fixture(scope="session")
def how_many(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """Return `how_many(part, whole)`: how long a long search is here; `benchmarks/whole.py` runs all of it."""
    whole = request.config.getoption("whole")
    return lambda part, all_of_it: all_of_it if whole else part


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if in_browser_folder(config, item.path):
            item.add_marker("browser")
        if "reference_data" in getattr(item, "fixturenames", ()):
            item.add_marker("reference")
    if config.getoption("needs_database"):
        keep_what_a_database_changes(config, items)


DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}
LOOKS = {"every_page", "language", "viewport", "scheme"}


def keep_what_a_database_changes(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect tests that touch no database, and all but the first of those that differ by look alone."""
    seen: set[tuple[str, str]] = set()
    kept = [item for item in items if touches_database(item) and not is_repeated(config, item, seen)]
    left = set(items) - set(kept)
    config.hook.pytest_deselected(items=[item for item in items if item in left])
    items[:] = kept


def touches_database(item: pytest.Item) -> bool:
    named = DATABASE_FIXTURES & set(getattr(item, "fixturenames", ()))
    return bool(named) or item.get_closest_marker("django_db") is not None


def is_repeated(config: pytest.Config, item: pytest.Item, seen: set[tuple[str, str]]) -> bool:
    """Whether a browser test was seen in another language, width or colour scheme, and all else is the same."""
    if not in_browser_folder(config, item.path):
        return False
    params = item.callspec.params if hasattr(item, "callspec") else {}
    others = sorted((name, repr(value)) for name, value in params.items() if name not in LOOKS)
    key = (item.nodeid.partition("[")[0], repr(others))
    return key in seen or seen.add(key) is not None


def in_browser_folder(config: pytest.Config, path: Path) -> bool:
    return path.is_relative_to(config.rootpath / "tests" / "browser")


def forbidden_skip(config: pytest.Config, reason: str, *, browser: bool, reference: bool) -> str | None:
    """Why this skip must not pass in CI, or None where it may."""
    if not in_ci():
        return None
    if browser:
        return f"CI must run every browser test, but one was skipped: {reason}"
    about_reference = reference or REFERENCE_VARIABLE in reason
    if about_reference and (config.rootpath.parent / "shared" / "data").is_dir():
        return f"the reference data lies beside this repository, but a test that needs it was skipped: {reason}"
    return None


def fail_forbidden_skip(
    report: pytest.TestReport | pytest.CollectReport, config: pytest.Config, *, browser: bool, reference: bool
) -> None:
    if not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    complaint = forbidden_skip(config, reason, browser=browser, reference=reference)
    if complaint:
        report.outcome = "failed"
        report.longrepr = complaint


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item):
    report = yield
    browser, reference = (item.get_closest_marker(name) is not None for name in ("browser", "reference"))
    fail_forbidden_skip(report, item.config, browser=browser, reference=reference)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report(collector: pytest.Collector):
    report = yield
    browser = in_browser_folder(collector.config, collector.path)
    fail_forbidden_skip(report, collector.config, browser=browser, reference=False)
    return report
