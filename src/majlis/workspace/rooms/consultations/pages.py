"""What the map page shows, read off a finished run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from majlis.engine.charts import Chart, DataTable
from majlis.engine.finding import Estimate, Finding, Interval
from majlis.engine.handling import Handling
from majlis.engine.opinion import OpinionMap
from majlis.engine.opinion.agreement import LEVEL
from majlis.engine.opinion.figures import group_name
from majlis.engine.opinion.findings import MAJORITY, MOST_NAMED
from majlis.engine.opinion.payload import GroupCell, Share
from majlis.engine.report import sentence
from majlis.workspace.commons import words
from majlis.workspace.commons.models import Run
from majlis.workspace.commons.texts import State, Text
from majlis.workspace.rooms.consultations import queries
from majlis.workspace.rooms.consultations.models import Consultation

DRAWN_FOR = 24 * 3600
Parted = tuple[Text, list[tuple[str, str, Estimate | None]], UUID | None]


class MapPage:
    """A map as the page shows it in the reader's language; every number has passed the release gate in the engine."""

    def __init__(self, consultation: Consultation, run: Run) -> None:
        self._consultation, self._run = consultation, run
        self.map = OpinionMap.restore(run.result)

    @property
    def handling(self) -> Handling:
        """How far the map may travel."""
        return self._run.handling

    @property
    def run_id(self) -> UUID:
        """The run that computed it."""
        return self._run.pk

    @property
    def version(self) -> str:
        """The version of Majlis that computed it."""
        return self._run.version

    @property
    def seed(self) -> int:
        """The seed of everything random."""
        return self._run.seed

    @property
    def date(self) -> datetime:
        """When it was computed."""
        return self._run.finished_at

    @property
    def inputs(self) -> list[dict[str, str]]:
        """What was read, by digest."""
        return self._run.inputs

    @cached_property
    def lead(self) -> list[str]:
        """What was found, in sentences."""
        return self._sentences(self.map.main_findings())

    @cached_property
    def sure(self) -> list[str]:
        """How sure it is, in sentences."""
        return self._sentences(self.map.certainty_findings())

    @cached_property
    def figures(self) -> list[SafeString]:
        """The few numbers of the quiet line; where the gate holds back how many voted, no other says it."""
        if not self.map.participants.voted:
            return [words.say_marked("map-few-voters")]
        counts = {
            "map-voters": self.map.participants.voted,
            "map-votes": self.map.shown_votes,
            "map-statements": len(self.map.statements),
            "map-groups": len(self.map.groups),
        }
        return [words.say_marked(key, count=count) for key, count in counts.items() if count is not None]

    @cached_property
    def consensus(self) -> list[tuple[Text, Estimate, UUID | None]]:
        """Statements that surely find a majority in every group, the surest first, each with its finding."""
        rows = [self.map.statement(code) for code in self.map.consensus]
        sure = [row for row in rows if row.consensus is not None and row.consensus.low > MAJORITY]
        return [
            (self._texts[row.id], estimate_of(row.consensus), self._finding("opinion-consensus", row.id))
            for row in sure[:MOST_NAMED]
        ]

    @cached_property
    def dividing(self) -> list[Parted]:
        """Statements that surely divide the groups, the most dividing first: each group's share, and the finding."""
        rows = [self.map.statement(code) for code in self.map.dividing]
        sure = [row for row in rows if row.division is not None and row.division.low > 0][:MOST_NAMED]
        return [
            (
                self._texts[row.id],
                [self._group_share(cell) for cell in row.per_group],
                self._finding("opinion-dividing", row.id),
            )
            for row in sure
        ]

    @property
    def groups(self) -> int:
        """How many groups are told apart; 1 means none."""
        return len(self.map.groups)

    @cached_property
    def drawn(self) -> dict[str, SafeString]:
        """The figures as HTML by their key; drawing one takes a moment, so drawings are kept for a day."""
        address = f"figures:{self._run.pk}:{self._run.digest}:{words.locale_tag()}"
        kept = cache.get(address)
        if kept is None:
            kept = {chart.key: str(_drawn(chart)) for chart in self.map.charts(words.locale_tag())}
            cache.set(address, kept, DRAWN_FOR)
        return {key: mark_safe(html) for key, html in kept.items()}

    @cached_property
    def tables(self) -> tuple[DataTable, ...]:
        """All tables in the reader's language, with the statements' texts in it where there are translations."""
        return self.map.with_texts(self._words()).tables(words.locale_tag())

    def table(self, key: str) -> DataTable | None:
        """One table by its key."""
        return next((table for table in self.tables if table.key == key), None)

    @cached_property
    def _findings(self) -> dict[tuple[str, object], UUID]:
        kept = self._run.findings.values_list("key", "values", "pk")
        return {(key, values.get("id")): pk for key, values, pk in kept}

    def _finding(self, key: str, code: str) -> UUID | None:
        """The kept finding about a statement; maps of earlier versions kept fewer of them."""
        return self._findings.get((key, code))

    @cached_property
    def _texts(self) -> dict[str, Text]:
        return {statement.code: statement.text for statement in queries.statements_of(self._consultation)}

    def _words(self) -> dict[str, str]:
        return {code: cell_text(text) for code, text in self._texts.items()}

    def _group_share(self, cell: GroupCell) -> tuple[str, str, Estimate | None]:
        name = words.plain(group_name(cell.id, words.locale_tag()))
        return name, f"group-{(cell.id - 1) % 6 + 1}", estimate_of(cell.share) if cell.share else None

    def _sentences(self, findings: Iterable[Finding]) -> list[str]:
        return [sentence(finding, words.locale_tag()) for finding in findings]


def cell_text(text: Text) -> str:
    """Give a text for a table or a file, where an unreviewed translation says what it is (charter C22)."""
    seen = text.in_language(words.language())
    return f"{seen.text} · {words.say('translation-unreviewed')}" if seen.state is State.UNREVIEWED else seen.text


def _drawn(chart: Chart) -> SafeString:
    return render_to_string("commons/figure.html", {"chart": chart, "drawing": mark_safe(chart.to_svg())})


def estimate_of(share: Share) -> Estimate:
    """Give a share of the map as an estimate with its interval."""
    return Estimate(value=share.estimate, interval=Interval(low=share.low, high=share.high, level=LEVEL))
