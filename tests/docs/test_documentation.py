"""The documentation says what the code does: commands, settings, schemas, links."""

import importlib.util
import re
from pathlib import Path

import pytest
import typer

from majlis.cli import app
from majlis.engine.analysis import declared_analyses

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def commands() -> dict[str, typer.core.TyperCommand]:
    return typer.main.get_command(app).commands


def leaves() -> dict[str, typer.core.TyperCommand]:
    """Every command that can be called, those of a group by both words."""
    found = {}
    for name, command in commands().items():
        inner = getattr(command, "commands", None)
        found |= {f"{name} {part}": one for part, one in inner.items()} if inner else {name: command}
    return found


def table_of(page: str, heading: str) -> set[str]:
    """The code words in the first column of the table under a heading."""
    section = page.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE))


def test_every_command_is_documented_and_nothing_else():
    documented = table_of(read(DOCS / "operations.md"), "Commands")
    assert documented == {f"majlis {name}" for name in commands()}
    groups = {name.split()[0] for name in leaves() if " " in name}
    written = " ".join(read(DOCS / "operations.md").split())
    assert all(f"`majlis {name}" in written for name in leaves() if name.split()[0] in groups)


def test_every_option_that_the_documentation_names_exists():
    known = {option for command in leaves().values() for p in command.params for option in p.opts}
    known |= {"--help", "--group", "--locked"}
    for page in PAGES:
        calls = re.findall(r"majlis [a-z]+[^`\n]*", read(page))
        named = {option for call in calls for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", call)}
        assert named <= known, page.name


def test_every_setting_is_documented_and_nothing_else():
    settings = read(ROOT / "src/majlis/workspace/settings.py")
    used = set(re.findall(r"""(?:environ(?:\.get)?[\[(]|switch\()["'](MAJLIS_[A-Z_]+)""", settings)) | {"DATABASE_URL"}
    assert table_of(read(DOCS / "operations.md"), "Settings") == used


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files_that_exist(page):
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", read(page))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert missing == []


def test_reference_files_follow_from_the_code():
    spec = importlib.util.spec_from_file_location("write_reference", DOCS / "write_reference.py")
    writer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(writer)
    for name, content in writer.reference_files().items():
        stale = f"{name} is stale: run `uv run python docs/write_reference.py`"
        assert read(DOCS / "reference" / name) == content, stale


def test_every_analysis_has_a_page():
    for name in declared_analyses():
        assert (DOCS / "analyses" / f"{name}.md").is_file()


def test_readme_gives_the_two_commands():
    readme = read(ROOT / "README.md")
    assert "pip install uv && uv run majlis demo" in readme
    assert "uv run --group test pytest" in readme


def test_every_decision_is_listed():
    listed = set(re.findall(r"\]\((\d{4}-[^)]+\.md)\)", read(DOCS / "decisions/README.md")))
    assert listed == {path.name for path in (DOCS / "decisions").glob("0*.md")}
