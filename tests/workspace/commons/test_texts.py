"""Texts and their translations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from majlis.workspace.commons.texts import Shown, State, Text, tag

ARABIC = Text.write("ماذا نفعل؟", "ar")


def test_reader_of_the_original_sees_it():
    assert ARABIC.in_language("ar") == Shown(text="ماذا نفعل؟", language="ar", state=State.ORIGINAL)


def test_reader_without_a_translation_sees_the_original_and_is_told():
    shown = ARABIC.in_language("fr")
    assert (shown.text, shown.language, shown.state, shown.faithful) == ("ماذا نفعل؟", "ar", State.ABSENT, False)


@pytest.mark.parametrize(("reviewed", "state"), [(True, State.REVIEWED), (False, State.UNREVIEWED)])
def test_translation_says_whether_it_was_reviewed(reviewed, state):
    shown = ARABIC.translated("fr", "Que faire ?", reviewed=reviewed).in_language("fr")
    assert (shown.text, shown.language, shown.state, shown.faithful) == ("Que faire ?", "fr", state, reviewed)


def test_regional_tags_find_their_sister():
    text = Text.write("Que faire ?", "FR-ma")
    assert text.original == "fr-MA"
    assert text.in_language("fr").state is State.ORIGINAL
    assert ARABIC.translated("fr", "Que faire ?").in_language("fr-MA").language == "fr"


@given(st.lists(st.tuples(st.sampled_from(["fr", "en", "es-419"]), st.text(), st.booleans())))
def test_translations_never_alter_the_original(translations):
    text = ARABIC
    for language, words, reviewed in translations:
        text = text.translated(language, words, reviewed=reviewed)
    assert text.in_language("ar") == ARABIC.in_language("ar")
    assert str(text) == str(ARABIC)
    assert Text.from_dict(text.to_dict()) == text


def test_original_cannot_be_replaced_by_a_translation():
    with pytest.raises(ValueError, match="ar is the original"):
        ARABIC.translated("AR", "غير ذلك")


@pytest.mark.parametrize(
    "values",
    [
        {"original": "ar", "versions": {}},
        {"original": "ar", "versions": {"fr": {"text": "x", "state": "original"}}},
        {"original": "ar", "versions": {x: {"text": "x", "state": "original"} for x in ("ar", "fr")}},
        {"original": "ar", "versions": {"ar": {"text": "x", "state": "absent"}}},
        {"original": "a language", "versions": {"a language": {"text": "x", "state": "original"}}},
        {"ar": "x"},
    ],
)
def test_what_is_no_text_is_refused(values):
    with pytest.raises(ValidationError):
        Text.from_dict(values)


@pytest.mark.parametrize(
    ("language", "direction"), [("ar-MA", "rtl"), ("fr", "ltr"), ("und", "auto"), ("ary", "rtl"), ("ar-Latn", "ltr")]
)
def test_direction_follows_the_language(language, direction):
    assert Text.write("x", language).in_language(language).direction == direction


@pytest.mark.parametrize(
    ("given", "canonical"), [("AR-ma", "ar-MA"), ("zh-hant-tw", "zh-Hant-TW"), ("UND", "und"), ("x-tamri", "x-tamri")]
)
def test_tag_is_put_into_its_canonical_form(given, canonical):
    assert tag(given) == canonical
