"""The demonstration's strategies: what became of one of 2021, and one of 2022 that rests on the map of a session.

Both are written for the demonstration and say so in their titles and introductions; nothing in them comes from the
conference. A demonstration prison service is the second institution that works here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.claims import note_source, retract_source
from majlis.workspace.commons.models import Finding, Member, Source
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.gatherings.models import Gathering, Session
from majlis.workspace.rooms.strategy import actions, queries
from majlis.workspace.rooms.strategy.models import Pledge, Recommendation, Strategy
from majlis.workspace.rooms.strategy.remarks import answer_stamp

HERE = Path(__file__).parent
CLEAR = Handling(tlp=Tlp.CLEAR)
HOST, PARTNER = "host", "partner"
PARTS = ("text", "goal", "addressee", "indicator", "rights_note")


@transaction.atomic
def recommend(host: Member, partner: Member) -> list[Strategy]:
    """Draft, adopt and follow up what the two files say, in the names of an organiser of each institution."""
    years: list[Strategy] = []
    for path in sorted(HERE.glob("strategy-*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        years.append(Year(content, {HOST: host, PARTNER: partner}).furnish(years))
    return years


class Year:
    """One file: a strategy within an edition of the conference."""

    def __init__(self, content: dict[str, Any], members: Mapping[str, Member]) -> None:
        self._content, self._members = content, members
        self._sources = {key: self._source(entry) for key, entry in content["sources"].items()}
        held = Session.objects.filter(code=content.get("session"))
        found = Finding.objects.filter(key="opinion-consensus", run__question__within__in=held)
        self._findings = {finding.values["id"]: finding for finding in found}

    def furnish(self, earlier: list[Strategy]) -> Strategy:
        """Put the strategy down with all that is said of it."""
        with acting(self._members[HOST]):
            strategy = self._begin()
            adopted = [self._adopted(strategy, entry) for entry in self._content["adopted"]]
            for entry in self._content.get("drafts", ()):
                self._draft(strategy, entry)
            self._take_over(strategy, earlier)
            self._release(strategy)
        for recommendation, entry in zip(adopted, self._content["adopted"], strict=True):
            self._follow(recommendation, entry)
        self._retract()
        return strategy

    def _begin(self) -> Strategy:
        strategy = actions.create_strategy(
            institution=self._members[HOST].institution,
            title=_text(self._content["title"]),
            introduction=_text(self._content["introduction"]),
            within=Gathering.objects.get(code=self._content["edition"]),
            handling=CLEAR,
        )
        return actions.circulate(strategy=strategy)

    def _adopted(self, strategy: Strategy, entry: dict[str, Any]) -> Recommendation:
        drafted = self._draft(strategy, entry)
        return actions.adopt(
            recommendation=drafted,
            seen=queries.decision_stamp(drafted),
            office=_text(self._content["office"]),
            reason=_text(entry["reason"]),
            decided_on=_day(self._content.get("decided_on")),
        )

    def _draft(self, strategy: Strategy, entry: dict[str, Any]) -> Recommendation:
        body = self._members[entry["addressed_to"]].institution if "addressed_to" in entry else None
        grounds = [self._findings[number] for number in entry.get("findings", ())]
        measure = actions.Measure(
            **{part: _text(entry.get(part)) for part in PARTS},
            addressed_to=body,
            due_on=_day(entry.get("due_on")) or _in_years(entry.get("due_in_years")),
            dimensions=entry["dimensions"],
            unfounded=_text(self._content.get("unfounded")),
        )
        rests_on = [*grounds, *(self._sources[key] for key in entry.get("rests_on", ()))]
        return actions.draft(strategy=strategy, measure=measure, rests_on=rests_on)

    def _take_over(self, strategy: Strategy, earlier: list[Strategy]) -> None:
        codes = self._content.get("carried_over", ())
        taken = Recommendation.objects.filter(strategy__in=earlier, code__in=codes)
        actions.carry_over(strategy=strategy, recommendations=list(taken.select_related("strategy", "institution")))

    def _release(self, strategy: Strategy) -> None:
        if "release" in self._content:
            told = self._content["release"]
            actions.release(strategy=strategy, office=_text(told["office"]), note=_text(told["note"]))

    def _follow(self, recommendation: Recommendation, entry: dict[str, Any]) -> None:
        pledges = {told["by"]: self._pledge(recommendation, told) for told in entry.get("pledges", ())}
        for told in entry.get("reports", ()):
            self._report(recommendation, told, pledges)
        for told in entry.get("remarks", ()):
            self._remark(recommendation, told)

    def _pledge(self, recommendation: Recommendation, told: dict[str, Any]) -> Pledge:
        with acting(self._members[told["by"]]):
            return actions.make_pledge(
                recommendation=recommendation,
                text=_text(told["text"]),
                office=_text(told["office"]),
                due_on=_day(told["due_on"]),
            )

    def _report(self, recommendation: Recommendation, told: dict[str, Any], pledges: Mapping[str, Pledge]) -> None:
        with acting(self._members[told["by"]]):
            actions.make_report(
                recommendation=recommendation,
                status=told["status"],
                text=_text(told["text"]),
                as_of=_day(told["as_of"]),
                pledge=pledges[told["by"]] if told.get("on_pledge") else None,
                source=self._sources[told["source"]] if "source" in told else None,
            )

    def _remark(self, recommendation: Recommendation, told: dict[str, Any]) -> None:
        with acting(self._members[told["by"]]):
            remark = actions.make_remark(about=recommendation, text=_text(told["text"]))
        with acting(self._members[HOST]):
            actions.answer_remark(remark=remark, answer=_text(told["answer"]), seen=answer_stamp(remark))

    def _source(self, entry: dict[str, Any]) -> Source:
        member = self._members[entry.get("noted_by", HOST)]
        with acting(member):
            return note_source(
                institution=member.institution,
                title=_text(entry["title"]),
                published_on=_day(entry["published_on"]),
                handling=CLEAR,
            )

    def _retract(self) -> None:
        with acting(self._members[HOST]):
            for key, reason in self._content.get("retracted", {}).items():
                retract_source(source=self._sources[key], reason=_text(reason))


def _text(versions: dict[str, str] | None) -> Text | None:
    return Text.compose(versions, "fr", reviewed=True) if versions else None


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _in_years(years: int | None) -> date | None:
    return date(timezone.localdate().year + years, 12, 31) if years else None
