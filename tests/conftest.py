"""What all tests share: reference data, a reproducible hypothesis, and skips that count as failures in CI."""

import os
from pathlib import Path

import pytest
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


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if in_browser_folder(config, item.path):
            item.add_marker("browser")
        if "reference_data" in getattr(item, "fixturenames", ()):
            item.add_marker("reference")


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
