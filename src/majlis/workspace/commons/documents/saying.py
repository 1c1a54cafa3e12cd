"""What a document says by itself, in its own language: marks, labels, its head and its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from babel import Locale

from majlis.engine.handling import Tlp
from majlis.engine.messages import base_language, format_date
from majlis.workspace.commons.documents.blocks import Document, Fact, Hidden, Note, Quote
from majlis.workspace.commons.documents.runs import Run, Runs, first_direction, plain, runs, sentence
from majlis.workspace.commons.texts import State
from majlis.workspace.commons.words import catalogue

WRITTEN_IN = {"ar": "written-in-ar", "fr": "written-in-fr", "en": "written-in-en"}
SEES = {
    Tlp.CLEAR: "handling-clear",
    Tlp.GREEN: "handling-green",
    Tlp.AMBER: "handling-amber",
    Tlp.AMBER_STRICT: "handling-amber-strict",
    Tlp.RED: "handling-red",
}
NOTES = {
    "method": "document-note-method",
    "warning": "document-note-warning",
    "dissent": "document-note-dissent",
    "amber": "document-note-amber",
}
DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}
SLOTS = "\ue000\ue001"
PAGE, PAGES = "\ue002", "\ue003"


def say(document: Document, key: str, **values: Runs) -> Runs:
    """A sentence of the catalogue in the document's language, with words of any length in its places."""
    slots = dict(zip(SLOTS, values.values(), strict=False))
    text = catalogue().say(key, document.language, **dict(zip(values, slots, strict=True)))
    return tuple(
        run for part in sentence(text) for run in (_apart(slots[part.text]) if part.text in slots else (part,))
    )


def _apart(words: Runs) -> Runs:
    return tuple(replace(run, direction=run.direction or first_direction(run.text)) for run in words)


def flow(words: Runs, document: Document) -> Iterator[Run]:
    """The words with the mark of each translation that nobody reviewed; every form writes words through this."""
    for run in words:
        yield run
        if mark := _mark(run, document):
            yield Run(" ")
            yield Run(f"[{plain(mark)}]", document.language, quiet=True)


def _mark(run: Run, document: Document) -> Runs:
    if run.state is State.UNREVIEWED:
        return say(document, "translation-unreviewed")
    key = WRITTEN_IN.get(base_language(run.language)) if run.state is State.ABSENT else None
    return say(document, key) if key else ()


def label(note: Note, document: Document) -> Runs:
    """What a note is."""
    return say(document, NOTES[note.kind])


def hidden(cell: Hidden, document: Document) -> Runs:
    """Say that a cell is hidden, and why."""
    if not cell.reason:
        return say(document, "cell-hidden")
    return say(document, "document-hidden", reason=cell.reason)


def attribution(quote: Quote, document: Document) -> Runs:
    """Who said it, when, and where it stands."""
    day = (Run(format_date(quote.date, document.language)),) if quote.date else ()
    parts = [part for part in (quote.office, day, quote.source) if part]
    return tuple(run for place, part in enumerate(parts) for run in ((Run(" · "), *part) if place else part))


def tlp(document: Document) -> Run:
    """The label of the Traffic Light Protocol."""
    return Run(f"TLP:{document.handling.tlp}", "en", whole=True)


def handling(document: Document) -> Runs:
    """The label, who sees it, and the codes that go with it."""
    named = say(document, "handling-audience", audience=runs(document.audience)) if document.audience else ()
    parts = (say(document, SEES[document.handling.tlp]), named)
    codes = tuple(Run(code, "en", whole=True) for code in sorted(document.handling.codes))
    spaced = [run for part in (*parts, *((code,) for code in codes)) if part for run in (Run(" "), *part)]
    return (tlp(document), *spaced)


def head(document: Document) -> tuple[Fact, ...]:
    """The lines under the title."""
    own = [
        ("document-institution", document.institution),
        ("document-date", runs(format_date(document.date, document.language))),
        ("document-version", runs(Run(document.version, direction="auto")) if document.version else ()),
        ("document-handling", handling(document)),
    ]
    named = tuple(Fact(say(document, key), words) for key, words in own if words)
    return named[:1] + document.facts + named[1:] if document.institution else document.facts + named


def line(fact: Fact) -> Runs:
    """A fact on one line, where a form has no other way to set it."""
    return (*fact.label, Run(" · "), *fact.words)


def page_of(document: Document) -> Runs:
    """*Page 2 of 9*; PAGE and PAGES stand for the numbers."""
    return say(document, "pages-here", page=(Run(PAGE),), pages=(Run(PAGES),))


def digits(document: Document) -> str:
    """The ten digits by which the document's locale counts pages and items."""
    return DIGITS.get(Locale.parse(document.language, sep="-").default_numbering_system, "0123456789")
