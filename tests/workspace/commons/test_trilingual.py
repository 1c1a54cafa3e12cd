"""Texts in three languages by form: one original, translations that say how far they can be trusted."""

from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.workspace.commons.texts import State, Text, is_readable
from majlis.workspace.commons.trilingual import TrilingualForm, Wording, initial_texts


class Sample(TrilingualForm):
    wordings: ClassVar = {"title": Wording("brand", most=20), "note": Wording("brand", required=False)}


def sample(**data):
    return Sample({"original": "fr", **data})


def test_one_version_is_the_original_and_the_others_are_translations():
    form = sample(title_fr="Titre", title_ar="عنوان", reviewed="on")
    assert form.is_valid()
    text = form.text("title")
    assert text.original == "fr"
    assert {code: version.state for code, version in text.versions.items()} == {
        "fr": State.ORIGINAL,
        "ar": State.REVIEWED,
    }
    assert form.text("note") is None


def test_line_ends_of_a_form_are_those_of_a_file():
    form = sample(title_fr="Une\r\nautre")
    assert form.is_valid()
    assert str(form.text("title")) == "Une\nautre"


def test_translations_are_unreviewed_unless_somebody_says_so():
    form = sample(title_fr="Titre", title_en="Title")
    assert form.is_valid()
    assert form.text("title").versions["en"].state is State.UNREVIEWED


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "title_fr"),
        ({"title_en": "Title"}, "title_fr"),
        ({"title_fr": "\u200b\u202e"}, "title_fr"),
        ({"title_fr": "x" * 21}, "title_fr"),
        ({"title_fr": "Titre", "note_ar": "ملاحظة"}, "note_fr"),
        ({"title_fr": "Titre", "original": "de"}, "original"),
    ],
)
def test_wrong_texts_are_told_at_their_field(data, field):
    form = sample(**data)
    assert not form.is_valid()
    assert field in form.errors


def test_a_form_starts_with_what_was_written():
    text = Text.compose({"ar": "عنوان", "fr": "Titre"}, "ar", reviewed=True)
    form = Sample(initial=initial_texts(title=text, note=None))
    values = {field.name: field.value() for _, _, fields in form.groups() for field in fields}
    assert (values["title_ar"], values["title_fr"], values["title_en"]) == ("عنوان", "Titre", None)
    assert (form["original"].value(), form["reviewed"].value()) == ("ar", True)


LANGUAGES = st.sampled_from(["ar", "fr", "en"])


@given(st.dictionaries(LANGUAGES, st.text(max_size=5)), LANGUAGES, st.booleans())
def test_compose_keeps_every_text_that_is_not_empty(versions, original, reviewed):
    given_ = {code: text for code, text in versions.items() if text}
    text = Text.compose(versions, original, reviewed=reviewed)
    assert ({code: v.text for code, v in text.versions.items()} if text else {}) == given_
    assert text is None or text.original == (original if original in given_ else next(iter(given_)))


@pytest.mark.parametrize(("text", "expected"), [("", False), (" \u200f\u202e", False), ("é", True), ("؟", True)])
def test_is_readable_sees_what_people_see(text, expected):
    assert is_readable(text) is expected
