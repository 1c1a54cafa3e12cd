from datetime import date

import pytest
from django.template import Context, Template
from django.utils.translation import override

from majlis.engine.messages import Catalogue
from majlis.workspace.commons import words


@pytest.fixture
def sample(tmp_path, monkeypatch):
    for language in ("ar", "fr", "en"):
        (tmp_path / f"{language}.ftl").write_text("greet = Hello { $name }.\nlink = <a href='{ $url }'>{ $name }</a>\n")
    catalogue = Catalogue(tmp_path)
    monkeypatch.setattr(words, "catalogue", lambda: catalogue)


def rendered(source, **values):
    return Template("{% load majlis %}" + source).render(Context(values))


def test_say_isolates_a_value_from_the_direction_around_it(sample):
    assert words.say("greet", name="سلمى") == "Hello \u2068سلمى\u2069."


def test_say_takes_direction_controls_out_of_a_value(sample):
    assert words.say_plain("greet", name="a\u202eb\u2069c") == "Hello abc."


def test_say_plain_has_no_marks(sample):
    assert words.say_plain("greet", name="Reader") == "Hello Reader."


def test_say_refuses_an_unknown_key():
    with pytest.raises(KeyError):
        words.say("no-such-sentence")


def test_t_escapes_a_value(sample):
    assert "&lt;b&gt;" in rendered('{% t "greet" name=name %}', name="<b>")


def test_ta_escapes_quotes(sample):
    assert "&quot;" in rendered('{% ta "greet" name=name %}', name='"onload=')


def test_th_keeps_the_markup_of_the_catalogue_and_escapes_values(sample):
    text = rendered('{% th "link" url=url name=name %}', url="/a?b='c", name="<i>")
    assert text == "<a href='/a?b=&#x27;c'>\u2068&lt;i&gt;\u2069</a>"


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("ar", 0, "لا شيء"),
        ("ar", 1, "أمر واحد"),
        ("ar", 2, "أمران"),
        ("ar", 3, "أمور"),
        ("ar", 11, "أمراً"),
        ("ar", 100, "100\u2069 أمر<"),
        ("fr", 1, "Une chose"),
        ("fr", 2, "choses"),
        ("en", 1, "One thing"),
    ],
)
def test_say_chooses_the_plural_of_the_language(language, count, said):
    with override(language):
        assert said in words.say("desk-lead", count=count)


def test_dates_follow_the_locale_of_the_institution():
    with override("ar"), words.locale_of("ar-MA"):
        assert rendered("{{ day|day }}", day=date(2026, 7, 5)) == "5 يوليوز 2026"
    with override("ar"), words.locale_of("ar-EG"):
        assert "يوليو " in rendered("{{ day|day }}", day=date(2026, 7, 5))


def test_the_locale_of_the_institution_does_not_change_another_language():
    with override("fr"), words.locale_of("ar-MA"):
        assert words.locale_tag() == "fr"


def test_say_later_speaks_the_language_of_the_page():
    later = words.say_later("sign-in")
    with override("fr"):
        assert str(later) == "Se connecter"
    with override("en"):
        assert str(later) == "Sign in"
