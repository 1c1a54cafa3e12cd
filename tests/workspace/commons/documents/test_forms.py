"""All five forms: the same bytes, the same words, no markup of strangers."""

import hashlib
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from majlis.workspace.commons.documents import (
    FORMS,
    Column,
    Document,
    Heading,
    Hidden,
    List,
    Note,
    Paragraph,
    Quote,
    Run,
    Table,
    render,
    runs,
)
from majlis.workspace.commons.texts import Text
from tests.workspace.commons.documents.sample import outcome

ROOT = Path(__file__).resolve().parents[4]
LANGUAGES = ("ar", "fr", "en")
DIGESTS = """
import hashlib, json, django
django.setup()
from majlis.workspace.commons.documents import FORMS, render
from tests.workspace.commons.documents.sample import outcome
print(json.dumps({form: hashlib.sha256(render(outcome("ar"), form)).hexdigest() for form in FORMS}))
"""
HOSTILE = {
    "typst": '#eval("1 + 1") #include "x" $ x $ [a] \\ @b <c> *d* _e_ `f` // g /* h */ = i',
    "html": "<script>alert(1)</script> &lt; &#60; <img src=x onerror=alert(1)> \"' ]]>",
    "markdown": "# a\n- b\n1. c\n> d\n| e | f |\n|---|---|\n![g](javascript:x) [h](i) **j** `k`\n```\nl\n---\nm\n===",
    "controls": "a\x00\x1b[31m\u202e\u2067b\ufffe\x7f\u2028c\ud800",
    "letters": "中文 😀 👨‍👩‍👧 हिन्दी עברית \ue000\U000e0041",
    "accents": "a" + "\u0301" * 300,
    "long": "x" * 10000,
    "long in arabic": "الوقاية من التطرف " * 600,
    "no spaces": "ت" * 3000,
    "fluent": "{ $x } { -term } \\u0041",
    "empty": "",
    "spaces": " \t\n ",
}


def hostile(text: str, language: str = "ar-MA") -> Document:
    """A document that holds the text wherever words can stand."""
    words = runs(Run(text))
    return Document(
        (Run("x "), *words),
        language,
        date(2026, 6, 10),
        (
            Heading.of(1, Run(text)),
            Paragraph(words),
            Paragraph((Run(text, direction="auto", strong=True, whole=True), Run(text, "fr", emphasis=True))),
            List(((Paragraph(words), List(((Paragraph(words),),), ordered=True)),)),
            List(()),
            Table((Column(words, heads=True), Column(words, "end", "ltr")), ((words, Hidden(words)),), words, words),
            Table((Column.of("a"),), ()),
            Note("warning", (Paragraph(words),)),
            Quote(Text.write(text or "x", "fr").translated("ar", text), words, source=words),
        ),
        kicker=words,
        lead=words,
        institution=words,
        version=text,
        audience=text,
        draft=True,
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_form_gives_the_same_bytes_twice(form, language):
    assert render(outcome(language), form) == render(outcome(language), form)


def test_forms_give_the_same_bytes_in_another_process():
    def digests(seed: str, zone: str) -> dict:
        surroundings = {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "PYTHONPATH": ".",
        }
        command = [sys.executable, "-c", DIGESTS]
        done = subprocess.run(
            command, cwd=ROOT, env=os.environ | surroundings, capture_output=True, text=True, check=True
        )
        return json.loads(done.stdout.splitlines()[-1])

    here = {form: hashlib.sha256(render(outcome("ar"), form)).hexdigest() for form in FORMS}
    assert digests("1", "Asia/Tokyo") == digests("77", "America/Lima") == here


@pytest.mark.parametrize("form", FORMS)
def test_form_changes_with_the_document(form):
    assert render(outcome("en"), form) != render(outcome("en", date=date(2026, 6, 11)), form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", HOSTILE)
def test_form_takes_hostile_words(form, kind):
    assert render(hostile(HOSTILE[kind]), form)


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=80))
def test_every_form_takes_any_text(text):
    for form in FORMS:
        assert render(hostile(text), form)


@pytest.mark.parametrize("form", FORMS)
def test_form_takes_a_document_without_blocks(form):
    assert render(Document(runs("Title"), "fr", date(2026, 6, 10), ()), form)


def test_form_has_a_media_type_and_an_extension():
    assert {name: form.extension for name, form in FORMS.items()} == {
        "html": "html",
        "pdf": "pdf",
        "docx": "docx",
        "markdown": "md",
        "jsonld": "jsonld",
    }
    assert all("/" in form.content_type for form in FORMS.values())


def test_render_knows_no_other_form():
    with pytest.raises(KeyError):
        render(outcome("en"), "odt")
