from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.utils.translation import override

from majlis.engine.charts import DataTable
from majlis.engine.finding import Estimate, Interval
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.templatetags.majlis import address_in
from majlis.workspace.commons.texts import Text


def rendered(source, language="en", **values):
    with override(language):
        return Template("{% load majlis %}" + source).render(Context(values))


@pytest.fixture
def text():
    french = Text.write("Bonjour <b>", "fr")
    return french.translated("ar", "مرحبا").translated("en", "Hello", reviewed=True)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/en/a/?b=1", "/fr/a/?b=1"),
        ("/", "/fr/"),
        ("/a/", "/fr/a/"),
        ("/en", "/fr/"),
        ("//evil.example/a", "/fr/a"),
        ("/en//evil.example/", "/fr//evil.example/"),
    ],
)
def test_address_in_stays_here_and_on_the_same_page(path, expected):
    assert address_in(path, "fr") == expected


def test_statement_shows_the_reader_s_language_and_the_standing_of_its_translation(text):
    shown = rendered("{% statement text %}", "ar", text=text)
    assert 'lang="ar" dir="rtl">مرحبا' in shown
    assert "ترجمة غير مراجعة" in shown
    assert "translation reviewed" in rendered("{% statement text %}", text=text)


def test_statement_in_the_reader_s_own_language_needs_no_note(text):
    assert "standing" not in rendered("{% statement text %}", "fr", text=text)


def test_statement_without_a_translation_says_its_language():
    assert "Written in Arabic" in rendered("{% statement text %}", text=Text.write("مرحبا", "ar"))


def test_statement_and_bidi_escape_what_people_wrote(text):
    assert "<b>" not in rendered("{% statement text %}", "fr", text=text)
    assert rendered("{% bidi text %}", "fr", text=text) == '<bdi lang="fr" dir="ltr">Bonjour &lt;b&gt;</bdi>'


def test_in_language_gives_a_plain_text_for_a_title(text):
    assert rendered("{{ text|in_language }}", "fr", text=text) == "Bonjour &lt;b&gt;"


def test_stage_is_named_in_the_language_of_the_page():
    assert rendered("{% stage 'read' %}", "fr") == "Lecture"
    assert rendered("{% stage 'unheard-of' %}") == ""


def test_bidi_takes_direction_controls_out():
    assert "\u202e" not in rendered("{% bidi text %}", text="a\u202eb")


@pytest.mark.parametrize("level", list(Tlp))
def test_handling_says_who_will_see_it(level):
    shown = rendered("{% handling marking audience %}", marking=Handling(tlp=level), audience="Institution one")
    assert f"TLP:{level}" in shown
    assert "see" in shown
    assert "Institution one" in shown


def test_interval_draws_the_range_in_place():
    estimate = Estimate(value=0.78, interval=Interval(low=0.71, high=0.84, level=0.9))
    shown = rendered("{% interval estimate %}", estimate=estimate)
    assert 'x="71.0" y="2.5" width="13.0"' in shown
    assert "71–84" in shown


def test_interval_is_drawn_in_numbers_that_svg_understands_in_every_language():
    shown = rendered("{% interval estimate %}", "fr", estimate=Estimate(value=0.785))
    assert 'x="78.5"' in shown


def test_data_table_says_what_is_hidden():
    table = DataTable("t", "People", ("Place", "n"), (("<A>", None), ("B", 1234.5)), "Hidden: too few persons")
    shown = rendered("{% data_table table %}", table=table)
    assert "&lt;A&gt;" in shown
    assert "hidden" in shown
    assert "1,234.5" in shown
    assert 'scope="row"' in shown


@pytest.mark.parametrize(("kind", "role"), [("info", "status"), ("warn", "alert"), ("error", "alert")])
def test_notice_is_announced(kind, role):
    assert f'role="{role}"' in rendered("{% notice kind 'a' 'b' 'c' %}", kind=kind)


def test_progress_polls_and_can_be_refreshed_by_hand():
    shown = rendered("{% progress '/run/' 0.63 'Reading' %}")
    assert 'hx-get="/run/" hx-trigger="every 2s"' in shown
    assert 'value="0.63"' in shown
    assert 'href=""' in shown
    assert "63%" in shown.replace("\u2068", "").replace("\u2069", "")


def test_pages_keep_the_rest_of_the_address(rf):
    request = rf.get("/", {"q": "a b", "page": "2"})
    shown = rendered("{% pages page %}", request=request, page=Paginator(range(30), 10).page(2))
    assert "?q=a+b&amp;page=1" in shown
    assert "?q=a+b&amp;page=3" in shown


def test_rooms_mark_the_room_one_is_in(monkeypatch):
    from django.urls import reverse

    from majlis.workspace.commons import rooms

    reverse("commons:home")  # the addresses are read from the true rooms, before another takes their place
    here = rooms.Room("account", 1, "", "commons:home", "my-account", "my-account")
    monkeypatch.setattr(rooms, "_rooms", {"account": here})
    request = SimpleNamespace(resolver_match=SimpleNamespace(app_name="account"))
    assert 'aria-current="page"' in rendered("{% rooms %}", request=request)
