"""What templates say and show: sentences, numbers, and the few components that every page shares."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from majlis.engine.charts import Cell, Chart, DataTable
from majlis.engine.finding import Estimate
from majlis.engine.handling import Handling
from majlis.engine.messages import engine_catalogue, format_date, format_number, format_percent
from majlis.engine.text import laid_out, shown
from majlis.workspace.commons import words
from majlis.workspace.commons.charter import keeping
from majlis.workspace.commons.handling.who import who_will_see
from majlis.workspace.commons.models import Institution
from majlis.workspace.commons.rooms import rooms as registered_rooms
from majlis.workspace.commons.texts import Shown, State, Text

register = template.Library()

register.simple_tag(words.say, name="t")
register.simple_tag(words.say_plain, name="ta")
register.simple_tag(words.say_marked, name="th")
register.filter("plain", words.plain, is_safe=True)
register.filter("shown", laid_out, is_safe=True)

SEES = {
    "CLEAR": "handling-clear",
    "GREEN": "handling-green",
    "AMBER": "handling-amber",
    "AMBER+STRICT": "handling-amber-strict",
    "RED": "handling-red",
}
NOTICES = {"info": "notice-info", "warn": "notice-warn", "error": "notice-error"}
WRITTEN_IN = {"ar": "written-in-ar", "fr": "written-in-fr", "en": "written-in-en"}
STATES = {State.REVIEWED: "translation-reviewed", State.UNREVIEWED: "translation-unreviewed"}


@register.filter
def number(value: float, digits: int = 0) -> str:
    """Write a number as the reader's locale does."""
    return format_number(value, words.locale_tag(), digits)


@register.filter
def percent(share: float) -> str:
    """Write a share between 0 and 1 as a percentage."""
    return format_percent(share, words.locale_tag())


@register.filter
def day(moment: date) -> str:
    """Write a date as the reader's locale does."""
    return format_date(moment, words.locale_tag())


@register.inclusion_tag("commons/moment.html")
def moment(at: datetime, tag: str = "") -> dict[str, Any]:
    """Show a moment in the zone of a locale (`ar-MA`), named with its offset; a script adds the reader's own time."""
    zone = words.zone_of(tag)
    return {
        "at": at,
        "day": format_date(at.astimezone(zone), words.locale_tag()),
        "clock": words.clock_time(at, zone),
        "zone": words.offset_of(at, zone),
        "locale": words.locale_tag(),
    }


@register.filter
def cell(value: Cell) -> str:
    """Write a cell of a table; what the release gate hides is said in words."""
    if value is None:
        return words.say("cell-hidden")
    return laid_out(value) if isinstance(value, str) else format_number(value, words.locale_tag(), 3)


@register.simple_tag
def direction() -> str:
    """Reading direction of the page."""
    return "rtl" if words.language() == "ar" else "ltr"


@register.simple_tag
def language() -> str:
    """Language of the page."""
    return words.language()


@register.simple_tag
def in_words(tag: str, key: str) -> SafeString:
    """Say a sentence in a language that need not be the page's, for paper that everybody gets."""
    with translation.override(tag):
        return format_html('<p lang="{}" dir="{}">{}</p>', tag, direction(), words.say(key))


@register.simple_tag
def locale() -> str:
    """Locale by which the page writes numbers."""
    return words.locale_tag()


@register.inclusion_tag("commons/languages.html", takes_context=True)
def languages(context: Context) -> dict[str, Any]:
    """Links to this same page in the other languages."""
    request = context.get("request")
    path = request.get_full_path() if request else "/"
    return {
        "languages": [
            {"code": code, "name": name, "url": address_in(path, code), "current": code == words.language()}
            for code, name in settings.LANGUAGES
        ]
    }


def address_in(path: str, code: str) -> str:
    """Return the address of the same page in another language."""
    parts = urlsplit(path)
    first, _, rest = parts.path.lstrip("/").partition("/")
    kept = rest if first in dict(settings.LANGUAGES) else parts.path.lstrip("/")
    return urlunsplit(("", "", f"/{code}/{kept}", parts.query, ""))


@register.inclusion_tag("commons/charter_banner.html")
def charter_banner() -> dict[str, Any]:
    """Say on every page that a rule of the charter does not hold here; nothing where all hold."""
    return {"standing": keeping.standing()}


@register.inclusion_tag("commons/rooms.html", takes_context=True)
def rooms(context: Context) -> dict[str, Any]:
    """The navigation between rooms."""
    match = getattr(context.get("request"), "resolver_match", None)
    return {"rooms": [room for room in registered_rooms() if room.listed], "here": match.app_name if match else ""}


@register.inclusion_tag("commons/statement.html")
def statement(text: Text | str, *, quiet: bool = False) -> dict[str, Any]:
    """Show what somebody wrote, in the reader's language where there is one, with its standing beside it.

    quiet: say nothing of a translation that was reviewed.
    """
    text = text if isinstance(text, Text) else Text.write(text)
    seen = text.in_language(words.language())
    return {"words": seen, "notes": [] if quiet and seen.faithful else standing(text, seen)}


@register.filter
def standing_of(text: Text) -> str:
    """Say how a text's translation can be trusted, for a page that shows the words elsewhere."""
    seen = text.in_language(words.language())
    return "" if seen.faithful else " · ".join(standing(text, seen))


def standing(text: Text, seen: Shown) -> list[str]:
    """Say in which language a text was written and how far its translation can be trusted."""
    if seen.state is State.ORIGINAL and seen.language in {words.language(), "und"}:
        return []
    keys = [WRITTEN_IN.get(text.original.partition("-")[0]), STATES.get(seen.state)]
    return [words.say(key) for key in keys if key]


@register.filter
def in_language(text: Text) -> str:
    """Give a text in the reader's language, for a title or an attribute."""
    return shown(text.in_language(words.language()).text)


@register.simple_tag
def stage(name: str) -> str:
    """Name the stage of a run; an unknown stage has no name."""
    key = f"stage-{name}"
    return engine_catalogue().say(key, words.locale_tag()) if engine_catalogue().has(key) else ""


@register.simple_tag
def bidi(text: Text | str) -> SafeString:
    """Show a text inside a sentence or a link, with its own language and direction."""
    text = text if isinstance(text, Text) else Text.write(text)
    seen = text.in_language(words.language())
    lang = "" if seen.language == "und" else f' lang="{seen.language}"'
    return mark_safe(
        f'<bdi{lang} dir="{seen.direction}">{template.defaultfilters.force_escape(laid_out(seen.text))}</bdi>'
    )


@register.inclusion_tag("commons/handling.html")
def handling(marking: Handling, audience: str = "", holder: Institution | None = None) -> dict[str, Any]:
    """Say how far an item may travel and who will see it: by name where `holder`, who keeps it, is given.

    Without a holder, `audience` names whom, where somebody is named.
    """
    return {
        "who": who_will_see(marking, holder) if holder else [],
        "label": f"TLP:{marking.tlp}",
        "tone": marking.tlp.lower().replace("+", "-"),
        "sees": SEES[marking.tlp],
        "audience": audience,
        "codes": sorted(marking.codes),
    }


@register.inclusion_tag("commons/interval.html")
def interval(estimate: Estimate, tone: str = "agree", low: float = 0, high: float = 1) -> dict[str, Any]:
    """Draw an estimate of a share and its interval on a scale from `low` to `high`."""

    def place(value: float) -> float:
        return round(100 * min(1, max(0, (value - low) / (high - low))), 2)

    drawn = {"tone": tone, "at": place(estimate.value), "text": format_percent(estimate.value, words.locale_tag())}
    if estimate.interval:
        start, end = estimate.interval.low, estimate.interval.high
        drawn |= {
            "start": place(start),
            "width": round(place(end) - place(start), 2),
            "range": f"{round(100 * start)}–{round(100 * end)}",
            "level": estimate.interval.level,
        }
    return drawn


@register.inclusion_tag("commons/figure.html")
def figure(chart: Chart) -> dict[str, Any]:
    """Show a chart and, folded under it, the table with the same numbers."""
    return {"chart": chart, "drawing": mark_safe(chart.to_svg())}


@register.inclusion_tag("commons/table.html")
def data_table(table: DataTable, *, titled: bool = True) -> dict[str, Any]:
    """Show a table; it scrolls on a narrow screen and its headings stay in sight."""
    return {"table": table, "titled": titled}


@register.inclusion_tag("commons/notice.html")
def notice(kind: str, happened: str, kept: str = "", todo: str = "") -> dict[str, Any]:
    """Say what happened, what was kept and what to do; kind: info, warn or error."""
    return {"kind": kind, "title": NOTICES[kind], "happened": happened, "kept": kept, "todo": todo}


@register.inclusion_tag("commons/empty.html")
def empty(text: str, todo: str = "", url: str = "") -> dict[str, Any]:
    """Say that there is nothing yet and what to do next."""
    return {"text": text, "todo": todo, "url": url}


@register.inclusion_tag("commons/progress.html")
def progress(url: str, share: float, stage: str = "") -> dict[str, Any]:
    """Show how far a run is; asks `url` every two seconds, and works by hand where scripts do not run."""
    return {"url": url, "share": share, "stage": stage}


@register.inclusion_tag("commons/pages.html", takes_context=True)
def pages(context: Context, page: Any) -> dict[str, Any]:
    """Lead through the pages of a long list, keeping the rest of the address."""
    query = context["request"].GET.copy()

    def address(number: int) -> str:
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    return {
        "page": page,
        "before": address(page.previous_page_number()) if page.has_previous() else "",
        "after": address(page.next_page_number()) if page.has_next() else "",
    }
