"""The demonstration's conference: three editions from published facts, with what sources say of them.

Every fact that a source could dispute is a claim with its source; statements are short paraphrases by office. The days
and hours of the sessions are an assumption, and the edition's introduction says so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.claims import make_claim, note_source
from majlis.workspace.commons.models import Institution, Member, Role, Source
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.gatherings import actions
from majlis.workspace.rooms.gatherings.models import Gathering, Series, Session

FILE = Path(__file__).parent / "conference.json"
CLEAR = Handling(tlp=Tlp.CLEAR)


def hold_conference(members: Mapping[str, Member]) -> dict[str, Session]:
    """Put the conference down; gives the sessions of the second edition by their codes, `session-1` to `session-5`."""
    content = json.loads(FILE.read_text(encoding="utf-8"))
    member = members[Role.ADMINISTRATOR]
    with acting(member):
        sources = {key: _source(member.institution, entry) for key, entry in content["sources"].items()}
        series = _series(member.institution, content["series"])
        held = [_edition(series, entry, content["timezone"], sources) for entry in content["editions"]]
    return {session.code: session for sessions in held for session in sessions}


def _series(institution: Institution, entry: dict[str, Any]) -> Series:
    return actions.create_series(
        institution=institution,
        title=_text(entry["title"]),
        introduction=_text(entry["introduction"]),
        subjects=entry["subjects"],
        handling=CLEAR,
    )


def _edition(series: Series, entry: dict[str, Any], timezone: str, sources: Mapping[str, Source]) -> list[Session]:
    gathering = actions.create_gathering(
        series=series,
        code=entry["code"],
        title=_text(entry["title"]),
        theme=_text(entry["theme"]),
        introduction=_text(entry["introduction"]),
        place=_text(entry["place"]),
        starts_on=date.fromisoformat(entry["starts_on"]),
        ends_on=date.fromisoformat(entry["ends_on"]),
        timezone=timezone,
        form=entry["form"],
        handling=CLEAR,
    )
    for claim in entry["claims"]:
        source = sources[claim["source"]]
        make_claim(subject=gathering, aspect=claim["aspect"], value=_text(claim["value"]), source=source)
    for statement in entry["statements"]:
        _statement(gathering, statement, sources[statement["source"]])
    return [_session(gathering, session) for session in entry["sessions"]]


def _session(gathering: Gathering, entry: dict[str, Any]) -> Session:
    return actions.add_session(
        gathering=gathering,
        code=entry["code"],
        title=_text(entry["title"]),
        day=date.fromisoformat(entry["day"]),
        start=time.fromisoformat(entry["start"]),
        end=time.fromisoformat(entry["end"]),
        themes=entry["themes"],
    )


def _statement(gathering: Gathering, entry: dict[str, Any], source: Source) -> None:
    actions.add_office_statement(
        question=gathering,
        text=_text(entry["text"]),
        office=_text(entry["office"]),
        body=_text(entry["body"]),
        place=_text(entry["place"]),
        said_on=date.fromisoformat(entry["said_on"]),
        paraphrase=True,
        source=source,
    )


def _source(institution: Institution, entry: dict[str, Any]) -> Source:
    published = entry["published_on"]
    return note_source(
        institution=institution,
        title=_text(entry["title"]),
        address=entry["address"],
        published_on=date.fromisoformat(published) if published else None,
        handling=CLEAR,
    )


def _text(versions: dict[str, str] | None) -> Text | None:
    return Text.compose(versions, "fr", reviewed=True) if versions else None
