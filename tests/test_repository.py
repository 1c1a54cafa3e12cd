"""The repository as a whole: its lock, its licences, its sentences, and that it speaks of itself alone."""

import os
import re
import shutil
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor
from packaging.markers import Marker

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("ar", "en", "fr")
PLURALS = {"zero", "one", "two", "few", "many", "other"}
# `zero` may stand as the literal 0; French uses `many` from a million on, and may leave it to `other`
NEEDED_PLURALS = {
    "ar": {"one", "two", "few", "many", "other"},
    "fr": {"one", "other"},
    "en": {"one", "other"},
}
LONGEST_MODULE = 400


def read_toml(name: str) -> dict:
    return tomllib.loads((ROOT / name).read_text(encoding="utf-8"))


# Set-up


def test_readme_names_the_two_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "pip install uv && uv run majlis demo" in readme
    assert "uv run --group test pytest" in readme


def test_uv_takes_no_group_and_downloads_no_python_by_default():
    uv = read_toml("pyproject.toml")["tool"]["uv"]
    assert (uv["default-groups"], uv["python-downloads"]) == ([], "never")


def test_lock_is_up_to_date():
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        pytest.skip("needs uv")
    check = subprocess.run([uv, "lock", "--check", "--offline"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert check.returncode == 0, check.stderr


def test_ci_is_executable():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


# What is written in the files


def project_files() -> list[Path]:
    """Every file that is tracked or could be, without the lock."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
        names = [name for name in listing.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [path for folder in ("src", "docs", "tests", ".ci") for path in (ROOT / folder).rglob("*")]
        names += [path for pattern in ("*.md", "*.toml") for path in ROOT.glob(pattern)]
    paths = (ROOT / name for name in names)
    return [path for path in paths if path.is_file() and path.name != "uv.lock" and "__pycache__" not in path.parts]


FOREIGN_WORDS = {
    "machine path": re.compile(r"(?<![\w.*)}\]<-])/(?:(?:work|tmp|root)(?![\w-])|(?:home|Users)/\w)"),
    "registry host": re.compile(r"pypi[.]org|pythonhosted[.]org|registry[.]npmjs|deb[.]debian[.]org"),
}


def foreign_words(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), start=1):
        if match := pattern.search(line):
            yield f"{number}: {match[0]}"


@pytest.mark.parametrize("kind", FOREIGN_WORDS)
def test_files_name_no_place_outside_the_repository(kind):
    found = []
    for path in project_files():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{path.relative_to(ROOT)}:{place}" for place in foreign_words(text, FOREIGN_WORDS[kind])]
    assert not found, f"{kind} in " + ", ".join(found)


@pytest.mark.parametrize(
    ("kind", "line", "expected"),
    [
        ("machine path", "open('" + "/" + "tmp/x.csv')", True),
        ("machine path", "see " + "/" + "home/somebody/notes", True),
        ("machine path", "`" + "/" + "root`", True),
        ("machine path", "src/majlis/workspace/urls.py", False),
        ("machine path", "https://example.org/work/paper", False),
        ("machine path", "src/majlis/workspace/**/home", False),
        ("registry host", "https://" + "pypi" + ".org/simple", True),
    ],
)
def test_foreign_words_are_recognised(kind, line, expected):
    assert bool(list(foreign_words(line, FOREIGN_WORDS[kind]))) is expected


def test_modules_stay_short():
    written = [path for path in (ROOT / "src").rglob("*.py") if path.parent.name != "migrations"]  # those are generated
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in written}
    assert lengths
    assert not {name: length for name, length in lengths.items() if length > LONGEST_MODULE}


# Licences


def locked_runtime_packages() -> set[str]:
    """Names of everything that a run-time installation takes on this platform."""
    packages = {package["name"]: package for package in read_toml("uv.lock")["package"]}
    found: set[str] = set()
    waiting = list(packages["majlis"]["dependencies"])
    while waiting:
        needed = waiting.pop()
        if "marker" in needed and not Marker(needed["marker"]).evaluate({"extra": ""}):
            continue
        package = packages[needed["name"]]
        extras = [extra for name in needed.get("extra", ()) for extra in package["optional-dependencies"].get(name, ())]
        fresh = () if needed["name"] in found else package.get("dependencies", ())
        found.add(needed["name"])
        waiting += [*extras, *fresh]
    return found


def stated_licences(package: metadata.PackageMetadata) -> list[str]:
    if expression := package.get("License-Expression"):
        return [expression]
    classifiers = [line for line in package.get_all("Classifier") or () if line.startswith("License ::")]
    free_text = (package.get("License") or "").strip().splitlines()
    return classifiers + free_text[:1]


GPL = re.compile(r"(?<!L)GPL|(?<!Lesser )General Public License", re.IGNORECASE)
LINKING_EXCEPTION = re.compile(r"GPL-[\w.]+(?:-or-later|-only)? WITH GCC-exception[-\w.]*", re.IGNORECASE)


def is_gpl(licence: str) -> bool:
    """Whether the licence is the GPL or the AGPL, with no other choice and no linking exception."""
    choices = re.split(r"\s+OR\s+", LINKING_EXCEPTION.sub("", licence))
    return all(GPL.search(choice) for choice in choices)


def test_runtime_dependencies_state_a_licence_and_none_is_gpl():
    licences = {name: stated_licences(metadata.metadata(name)) for name in locked_runtime_packages()}
    assert {"django", "numpy", "psycopg", "cryptography"} <= licences.keys(), "the walk over the lock found too little"
    assert not [name for name, stated in licences.items() if not stated], "a package states no licence"
    assert not {name: stated for name, stated in licences.items() if any(map(is_gpl, stated))}


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("GPL-3.0-or-later", True),
        ("License :: OSI Approved :: GNU General Public License v2 (GPLv2)", True),
        ("GNU Affero General Public License v3", True),
        ("AGPL-3.0-only", True),
        ("BSD-3-Clause AND GPL-3.0-only", True),
        ("LGPL-3.0-only", False),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", False),
        ("MIT OR GPL-2.0-only", False),
        ("BSD-3-Clause AND GPL-3.0-or-later WITH GCC-exception-3.1", False),
        ("Apache-2.0", False),
    ],
)
def test_is_gpl_tells_the_families_apart(licence, expected):
    assert is_gpl(licence) is expected


# Sentences


class Sentence(Visitor):
    """The variables of a message and the plural categories of its number selects."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.plurals: list[set[str]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        names = {variant.key.name for variant in node.variants if isinstance(variant.key, ast.Identifier)}
        literals = {variant.key.value for variant in node.variants if isinstance(variant.key, ast.NumberLiteral)}
        # 0 and 1 are counts; a choice of other numbers, such as the letter of a group, is a list of names
        if names & (PLURALS - {"other"}) or (literals and literals <= {"0", "1"}):
            self.plurals.append(names | ({"one"} if "1" in literals else set()))
        self.generic_visit(node)


def read_catalogue(text: str) -> dict[str, Sentence]:
    """Read the sentences of one file by key, attributes as `key.attribute`."""
    sentences: dict[str, Sentence] = {}
    for entry in FluentParser().parse(text).body:
        assert not isinstance(entry, ast.Junk), f"cannot be read: {entry.content}"
        if not isinstance(entry, ast.Message | ast.Term):
            continue
        name = entry.id.name if isinstance(entry, ast.Message) else f"-{entry.id.name}"
        patterns = {name: entry.value} | {f"{name}.{part.id.name}": part.value for part in entry.attributes}
        for key, pattern in patterns.items():
            assert key not in sentences, f"{key} stands twice"
            if pattern is not None:
                sentences[key] = Sentence()
                sentences[key].visit(pattern)
    return sentences


def missing_plurals(language: str, sentences: dict[str, Sentence]) -> dict[str, set[str]]:
    needed = NEEDED_PLURALS[language]
    return {key: needed - found for key, sentence in sentences.items() for found in sentence.plurals if needed - found}


CATALOGUES = sorted({path.parent for path in (ROOT / "src").rglob("*.ftl")})


@pytest.fixture(params=CATALOGUES, ids=lambda folder: str(folder.relative_to(ROOT / "src")))
def catalogue(request) -> dict[str, dict[str, Sentence]]:
    files = {path.stem: path.read_text(encoding="utf-8") for path in request.param.glob("*.ftl")}
    assert sorted(files) == list(LANGUAGES)
    return {language: read_catalogue(text) for language, text in files.items()}


def test_catalogue_has_every_sentence_in_every_language(catalogue):
    everything = set().union(*catalogue.values())
    assert {language: sorted(everything - keys.keys()) for language, keys in catalogue.items()} == {
        language: [] for language in LANGUAGES
    }


def test_catalogue_uses_the_same_values_in_every_language(catalogue):
    variables = {
        key: {language: frozenset(sentences[key].variables) for language, sentences in catalogue.items()}
        for key in set.intersection(*(set(sentences) for sentences in catalogue.values()))
    }
    assert not {key: found for key, found in variables.items() if len(set(found.values())) > 1}


def test_catalogue_has_every_plural_of_its_language(catalogue):
    assert not {
        language: missing for language in LANGUAGES if (missing := missing_plurals(language, catalogue[language]))
    }


@pytest.mark.parametrize("floor", ["engine", "workspace"])
def test_sentence_stands_in_one_catalogue_of_its_floor(floor):
    folders = [folder for folder in CATALOGUES if folder.is_relative_to(ROOT / "src" / "majlis" / floor)]
    assert folders
    keys = [key for folder in folders for key in read_catalogue((folder / "en.ftl").read_text(encoding="utf-8"))]
    assert not [key for key, times in Counter(keys).items() if times > 1]


def test_missing_plurals_finds_a_gap_inside_a_sentence():
    text = "votes = { $people ->\n    [one] x { $n ->\n        [one] a\n       *[other] b\n    }\n   *[other] y\n}\n"
    assert missing_plurals("ar", read_catalogue(text)) == {"votes": {"two", "few", "many"}}
    assert missing_plurals("en", read_catalogue(text)) == {}


@pytest.mark.parametrize(
    ("variants", "missing"),
    [
        ("[0] none *[other] many", {"one"}),
        ("[0] none [1] one *[other] many", set()),
        ("[1] A [2] B [3] C *[other] D", set()),
        ("[admin] who may *[other] who may not", set()),
    ],
    ids=["nothing or many", "literal one", "letters of groups", "roles"],
)
def test_missing_plurals_tells_counts_from_names(variants, missing):
    lines = re.sub(r" ?(\*?\[)", r"\n    \1", variants)
    text = f"key = {{ $n ->{lines}\n}}\n"
    assert missing_plurals("en", read_catalogue(text)) == ({"key": missing} if missing else {})


def test_read_catalogue_refuses_what_fluent_cannot_read():
    with pytest.raises(AssertionError, match="cannot be read"):
        read_catalogue("half a line\n")
