"""Which words are the same to the search: a table by hand, in Arabic, French and English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.workspace.commons.search.asking import LONGEST_QUERY, MOST_WORDS, Query
from majlis.workspace.commons.search.words import own_forms, terms, words

SAME = {
    "vowel signs": ("الوِقَايَةُ", "الوقاية"),
    "tatweel": ("السـلام", "السلام"),
    "hamza on alef": ("أمن", "امن"),
    "hamza under alef": ("إسلام", "اسلام"),
    "madda": ("آراء", "اراء"),
    "wasla": ("ٱلسلام", "السلام"),
    "hamza on waw": ("مؤتمر", "موتمر"),
    "hamza on ya": ("هيئة", "هيية"),
    "final hamza": ("شركاء", "شركا"),
    "ta marbuta": ("جامعة", "جامعه"),
    "alef maqsura": ("على", "علي"),
    "persian keyboard": ("کتابی", "كتابي"),
    "presentation forms": ("ﺍﻟﺴﻼﻡ", "السلام"),
    "article": ("الحوار", "حوار"),
    "and with article": ("والحوار", "حوار"),
    "in with article": ("بالحوار", "حوار"),
    "as with article": ("كالحوار", "حوار"),
    "for with article": ("للحوار", "حوار"),
    "and for with article": ("وللحوار", "حوار"),
    "and": ("وحوار", "حوار"),
    "for": ("لحوار", "حوار"),
    "with": ("بحوار", "حوار"),
    "a root in waw": ("الوقاية", "وقاية"),
    "a root in waw after and": ("والوقاية", "وقاية"),
    "a root in alef lam": ("الالتزام", "التزام"),
    "and before a root in alef lam": ("والتزام", "التزام"),
    "arabic digits": ("٢٠٢٢", "2022"),
    "persian digits": ("۲۰۲۲", "2022"),
    "accents": ("Prévention", "prevention"),
    "decomposed accents": ("pre\u0301vention", "prévention"),
    "case": ("DIALOGUE", "dialogue"),
    "ligature": ("œuvre", "oeuvre"),
    "sharp s": ("Straße", "STRASSE"),
    "turkish capital": ("İstanbul", "istanbul"),
    "elision with a typewriter's apostrophe": ("l'extrémisme", "extremisme"),
    "elision with an apostrophe": ("d’insertion", "insertion"),
    "elision of que": ("qu’ensemble", "ensemble"),
    "two elisions": ("jusqu’aujourd’hui", "aujourdhui"),
    "possessive": ("country’s", "country"),
    "soft hyphen and marks of direction": ("dia\u00adlo\u200fgue", "dialogue"),
    "full width": ("Ｒ３", "r3"),
    "code in lower case": ("A/RES/60/288", "a/res/60/288"),
    "code by its number": ("S/RES/1373 (2001)", "1373"),
    "code by its end": ("A/RES/60/288", "60/288"),
    "code in a sentence": ("selon l’A/RES/60/288.", "A/RES/60/288"),
}
APART = {
    "another root": ("حوار", "جوار"),
    "an idea is no hatred": ("فكرة", "كره"),
    "two letters are no word after an article": ("الا", "ا"),
    "another code": ("A/RES/60/288", "A/RES/60/28"),
    "parts in another order": ("A/RES/60/288", "288/60"),
    "a short form is no word": ("R3", "R"),
    "a french word that begins like an elision": ("dinsertion", "insertion"),
}


def found_by(text, query):
    (asked,) = Query.read(query).asked
    return bool(asked.loose & terms(text))


@pytest.mark.parametrize("case", SAME)
def test_what_is_alike_to_a_reader_is_the_same_word(case):
    one, other = SAME[case]
    assert found_by(one, other), (terms(one), terms(other))


@pytest.mark.parametrize("case", [case for case in SAME if not case.startswith("code")])
def test_alike_words_find_each_other_both_ways(case):
    one, other = SAME[case]
    assert found_by(other, one), (terms(one), terms(other))


@pytest.mark.parametrize("case", APART)
def test_other_words_stay_apart(case):
    one, other = APART[case]
    assert not found_by(one, other)


def test_a_code_is_one_term_and_other_slashes_part_words():
    assert [word.term for word in words("A/RES/60/288, and/or R3")] == ["a/res/60/288", "and", "or", "r3"]


def test_words_know_where_they_stand():
    text = "L’avis: «Prévenir» l’extrémisme; الوِقَايَةُ"
    assert [text[word.start : word.end] for word in words(text)] == ["avis", "Prévenir", "extrémisme", "الوِقَايَةُ"]


def test_a_single_letter_taken_off_does_not_count_as_typed():
    assert own_forms("وقايه") == {"وقايه"}
    assert own_forms("الوقايه") == {"الوقايه", "وقايه"}


@given(st.text(max_size=300))
def test_terms_hold_only_letters_digits_and_slashes_inside(text):
    for term in terms(text):
        assert term
        assert term.strip("/") == term
        assert all(character == "/" or character.isalnum() for character in term)
        assert len(term) <= 80


@given(st.text(max_size=300))
def test_every_word_of_a_text_finds_the_text(text):
    known = terms(text)
    for asked in Query.read(text).asked:
        assert asked.exact & known


@given(st.text(max_size=300))
def test_places_lie_in_the_text_in_order(text):
    places = [place for word in words(text) for place in (word.start, word.end)]
    assert places == sorted(places)
    assert not places or places[-1] <= len(text)


def test_only_the_last_word_may_be_unfinished():
    first, second = Query.read("dialogue rel").asked
    assert (first.beginnings, second.beginnings) == (frozenset(), {"rel"})
    assert Query.read("dialogue r").asked[1].beginnings == frozenset()


def test_a_query_that_is_too_long_is_cut_and_says_so():
    many = " ".join(f"word{n}" for n in range(MOST_WORDS + 1))
    assert (len(Query.read(many).asked), Query.read(many).cut) == (MOST_WORDS, True)
    assert Query.read("a " * LONGEST_QUERY).cut
    assert not Query.read("peace and peace").cut
    assert Query.read("peace and peace").asked[0].unfinished


@pytest.mark.parametrize("nothing", ["", "   ", "…!?()*\"'", "\x00\x01", "\u202e\u200f", "//''"])
def test_signs_ask_for_nothing(nothing):
    assert not Query.read(nothing)
