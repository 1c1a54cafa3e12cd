"""The controlled vocabularies that the package carries, and the terms that they become in a workspace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from majlis.workspace.commons.models import Term
from majlis.workspace.commons.texts import State, Text, Version

FILE = Path(__file__).parent / "vocabulary.json"
OF_ROOMS = Path(__file__).parent / "vocabulary_of_rooms.json"
LANGUAGES = ("ar", "fr", "en")


def vocabularies() -> list[dict[str, Any]]:
    """The vocabularies as they stand in the package: `id`, `label`, and `terms` with `id` and a label a language."""
    return json.loads(FILE.read_text(encoding="utf-8"))["vocabularies"]


def vocabularies_of_rooms() -> list[dict[str, Any]]:
    """The vocabularies that the reference lacks: subjects, themes of sessions, dimensions of a strategy."""
    return json.loads(OF_ROOMS.read_text(encoding="utf-8"))["vocabularies"]


def load_terms() -> int:
    """Bring the workspace's terms up to the package's; gives how many are new or changed.

    Codes never change and nothing is deleted: what a record refers to stays.
    """
    known = {(term.vocabulary, term.code): term for term in Term.objects.all()}
    new, changed = [], []
    for vocabulary in [*vocabularies(), *vocabularies_of_rooms()]:
        for entry in vocabulary["terms"]:
            labels = _labels(entry)
            term = known.get((vocabulary["id"], entry["id"]))
            if term is None:
                new.append(Term(vocabulary=vocabulary["id"], code=entry["id"], labels=labels))
            elif term.labels != labels:
                term.labels = labels
                changed.append(term)
    Term.objects.bulk_create(new)
    Term.objects.bulk_update(changed, ["labels"])
    return len(new) + len(changed)


def _labels(entry: dict[str, str]) -> Text:
    """English is the original; the translations await a native reviewer from the field."""
    states = {"en": State.ORIGINAL}
    versions = {tag: Version(text=entry[tag], state=states.get(tag, State.UNREVIEWED)) for tag in LANGUAGES}
    return Text(original="en", versions=versions)
