"""The page of the search."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from majlis.engine.handling import Handling
from majlis.workspace.commons import words
from majlis.workspace.commons.rooms import Line, Room, line_of, rooms
from majlis.workspace.commons.search.asking import MOST_WORDS, Query
from majlis.workspace.commons.search.finding import Hit, find
from majlis.workspace.commons.search.snippets import Snippet, is_other, snippet
from majlis.workspace.commons.templatetags.majlis import standing

A_PAGE = 20
FOUND_IN = {"ar": "search-found-in-ar", "fr": "search-found-in-fr", "en": "search-found-in-en"}


@dataclass(frozen=True)
class Result:
    """A hit as the page shows it. notes: how far the title's translation can be trusted; found_in: another language."""

    line: Line
    room: Room
    handling: Handling
    snippet: Snippet
    notes: list[str]
    found_in: str


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what the reader may see of what was found, twenty on a page; without a query the form alone."""
    typed = request.GET.get("q", "")
    room = _known(request.GET.get("room", ""), [room.key for room in _searched()])
    language = _known(request.GET.get("language", ""), [code for code, _ in settings.LANGUAGES])
    query = Query.read(typed)
    found = find(query, request.member, room=room, language=language)
    page = Paginator(found.hits, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "query": query,
        "typed": typed,
        "found": found,
        "narrowed": room or language,
        "rooms": [(there.key, words.say(there.title), there.key == room) for there in _searched()],
        "languages": [(code, name, code == language) for code, name in settings.LANGUAGES],
        "page": page,
        "results": [_result(query, hit) for hit in page],
        "most_words": MOST_WORDS,
    }
    return render(request, "commons/search.html", context)


def _searched() -> list[Room]:
    return [room for room in rooms() if room.searched]


def _known(value: str, choices: list[str]) -> str:
    return value if value in choices else ""


def _result(query: Query, hit: Hit) -> Result:
    made = snippet(query, hit.searched, words.language())
    line = line_of(hit.record)
    if line is None:
        raise LookupError(f"{hit.record.kind} can be found but has no line")
    notes = standing(hit.searched.title, made.title.of)
    return Result(line, hit.room, hit.record.handling, made, notes, _found_in(made))


def _found_in(made: Snippet) -> str:
    """Name the language of the passage where it is not the reader's."""
    if made.passage is None or not is_other(made.passage, words.language()):
        return ""
    return words.say(FOUND_IN.get(made.passage.of.language.partition("-")[0], "search-found-in-other"))
