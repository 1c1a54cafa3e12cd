"""Sentences, plurals, numbers and dates in three languages."""

from datetime import date

import pytest

from majlis.engine.messages import (
    Catalogue,
    direction,
    engine_catalogue,
    format_date,
    format_number,
    format_percent,
    say,
)

FTL = {
    "en": """
hello = Hello
votes = { $n ->
    [one] one vote
   *[other] { $n } votes
}
labelled = x
    .hint = Hint
""",
    "ar": """
hello = مرحبا
votes = { $n ->
    [zero] لا أصوات
    [one] صوت واحد
    [two] صوتان
    [few] { $n } أصوات
    [many] { $n } صوتا
   *[other] { $n } صوت
}
""",
    "fr": """
votes = { $n ->
    [one] { $n } vote
   *[other] { $n } votes
}
""",
}


@pytest.fixture
def catalogue(tmp_path):
    for language, text in FTL.items():
        (tmp_path / f"{language}.ftl").write_text(text, encoding="utf-8")
    return Catalogue(tmp_path)


def plain(text):
    return text.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("n", "arabic"),
    [
        (0, "لا أصوات"),
        (1, "صوت واحد"),
        (2, "صوتان"),
        (3, "3 أصوات"),
        (11, "11 صوتا"),
        (100, "100 صوت"),
        (103, "103 أصوات"),
    ],
)
def test_arabic_plural_has_six_forms(catalogue, n, arabic):
    assert plain(catalogue.say("votes", "ar", n=n)) == arabic


def test_french_plural_counts_zero_as_one(catalogue):
    assert plain(catalogue.say("votes", "fr", n=0)) == "0 vote"


def test_region_keeps_the_language_of_the_sentence(catalogue):
    assert catalogue.say("hello", "ar-MA") == "مرحبا"


def test_attribute_is_addressed_with_a_dot(catalogue):
    assert catalogue.say("labelled.hint", "en") == "Hint"


def test_missing_sentence_is_an_error_and_not_a_silent_fallback(catalogue):
    with pytest.raises(KeyError, match="no sentence 'hello' in fr"):
        catalogue.say("hello", "fr")


def test_missing_value_is_an_error(catalogue):
    with pytest.raises(ValueError, match="votes"):
        catalogue.say("votes", "en")


# Names of months as Morocco, Egypt and France print them.
@pytest.mark.parametrize(
    ("tag", "expected"),
    [("ar-MA", "8 يوليوز 2022"), ("ar-EG", "8 يوليو 2022"), ("fr", "8 juillet 2022"), ("en", "July 8, 2022")],
)
def test_date_names_months_by_locale(tag, expected):
    assert plain(format_date(date(2022, 7, 8), tag)).replace("\u200f", "") == expected


def test_numbers_follow_the_locale_with_latin_digits():
    assert format_number(9412, "en") == "9,412"
    assert format_number(9412, "fr") == "9\u202f412"
    assert format_number(9412, "ar-MA") == "9.412"
    assert format_number(0.126, "en", digits=2) == "0.13"
    assert format_percent(0.784, "en") == "78%"
    assert format_percent(0.784, "fr") == "78\u00a0%"


def test_direction_is_that_of_the_language():
    assert [direction(tag) for tag in ("ar-MA", "fr", "en", "de")] == ["rtl", "ltr", "ltr", "ltr"]


def test_engine_speaks_three_languages():
    assert engine_catalogue().has("show-as-table")
    assert [say("language-name", tag) for tag in ("ar", "fr", "en")] == ["العربية", "Français", "English"]
