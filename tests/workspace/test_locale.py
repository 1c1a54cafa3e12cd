"""Every sentence exists in three languages, with its plurals, and none is written where no reader can get another."""

import re
from itertools import chain
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import majlis.workspace

ROOT = Path(majlis.workspace.__file__).parent
LOCALE, TEMPLATES = ROOT / "locale", ROOT / "templates"
LANGUAGES = ("ar", "fr", "en")
PLURALS = {"ar": {"zero", "one", "two", "few", "many", "other"}, "fr": {"one", "other"}, "en": {"one", "other"}}

TEMPLATE_KEY = re.compile(r'{%\s*(?:t|ta|th)\s+"([^"]+)"')
PYTHON_KEY = re.compile(r'\b(?:say(?:_\w+)?|Refused|Withheld)\(\s*"([a-z][\w.-]*)"')
RULE = re.compile(r"(?:rule=|_insist\()(?:rules\.)?(\w+)")
LITERAL = re.compile(r"""["']([a-z][a-z0-9.-]*)["']""")
FAMILY = re.compile(r'"([a-z][a-z0-9-]*-)(?:\{|")')


def sources() -> dict[Path, str]:
    paths = chain(ROOT.rglob("*.py"), TEMPLATES.rglob("*.html"))
    return {path: path.read_text(encoding="utf-8") for path in paths if "migrations" not in path.parts}


def messages(language: str) -> dict[str, ast.Message]:
    found = {}
    for path in sorted(LOCALE.rglob(f"{language}.ftl")):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            assert not isinstance(entry, ast.Junk), f"{path}: {entry.content[:80]}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{path}: {entry.id.name} stands there twice"
                found[entry.id.name] = entry
    return found


class Parts(Visitor):
    """What a message is made of: the values it takes and the forms it distinguishes."""

    def __init__(self, message: ast.Message) -> None:
        self.values: set[str] = set()
        self.selects: list[set[str]] = []
        self.text = ""
        self.visit(message)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.values.add(node.id.name)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.text += node.value

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        keys = (variant.key for variant in node.variants)
        self.selects.append({key.name if isinstance(key, ast.Identifier) else key.value for key in keys})
        self.generic_visit(node)


def used_keys() -> set[str]:
    text = sources()
    named = {key for path, body in text.items() if path.suffix == ".html" for key in TEMPLATE_KEY.findall(body)}
    named |= {key for path, body in text.items() if path.suffix == ".py" for key in PYTHON_KEY.findall(body)}
    rules = {rule for path, body in text.items() if path.suffix == ".py" for rule in RULE.findall(body)}
    return named | {rule.replace("_", "-") for rule in rules if rule.startswith(("may_", "is_"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_used_exists(language):
    assert used_keys() - set(messages(language)) == set()


def test_keys_are_the_same_in_all_languages():
    english = set(messages("en"))
    assert {language: set(messages(language)) ^ english for language in LANGUAGES} == {
        language: set() for language in LANGUAGES
    }


def test_no_key_is_unused():
    bodies = sources().values()
    literals = {literal for body in bodies for literal in LITERAL.findall(body)}
    families = tuple({family for body in bodies for family in FAMILY.findall(body)})
    used = literals | used_keys()
    unused = {key for key in messages("en") if key not in used and not key.startswith(families)}
    assert unused == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_take_the_same_values_as_in_english(language):
    english = {key: Parts(message).values for key, message in messages("en").items()}
    assert {key: Parts(message).values for key, message in messages(language).items()} == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_are_complete(language):
    for key, message in messages(language).items():
        for forms in Parts(message).selects:
            counted = forms & PLURALS["ar"] - {"other"}
            if counted:
                assert forms >= PLURALS[language], f"{key} lacks {PLURALS[language] - forms}"


def test_french_keeps_its_high_punctuation_with_the_word():
    loose = {key for key, message in messages("fr").items() if re.search(r"[^\s] [;:?!»]|« ", Parts(message).text)}
    assert loose == set()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_apostrophes_are_typographic(language):
    assert {key for key, message in messages(language).items() if re.search(r"\w'\w", Parts(message).text)} == set()


def test_templates_hold_no_sentence_of_their_own():
    code = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}|<!doctype html>|<script.*?</script>", re.DOTALL)
    attribute = re.compile(r'(?:aria-label|title|alt|placeholder)="([^"]*)"')
    for path in TEMPLATES.rglob("*.html"):
        body = code.sub("", path.read_text(encoding="utf-8"))
        for text in [re.sub(r"<[^>]*>|&\w+;", "", body), *attribute.findall(body)]:
            assert not re.search(r"[^\W\d_]{2,}", text), f"{path.relative_to(ROOT)} says {text.strip()[:60]!r}"
