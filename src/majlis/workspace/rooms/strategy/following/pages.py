"""What became of recommendations, as the pages show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.utils import timezone

from majlis.engine.charts import DataTable
from majlis.workspace.commons import words
from majlis.workspace.commons.models import Institution, Member, Term
from majlis.workspace.commons.models.records import WITHDRAWN
from majlis.workspace.commons.queries import visible, with_visible_source
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.models import (
    DONE,
    REPORTED,
    STATUSES,
    Pledge,
    Recommendation,
    Report,
    Stage,
    Strategy,
)

DISPUTED, SILENT = "disputed", "silent"
COUNTED = {
    "rec_done": "became-done",
    "rec_in_progress": "became-in-progress",
    "rec_stalled": "became-stalled",
    "rec_rejected": "became-rejected",
    DISPUTED: "became-disputed",
    SILENT: "became-silent",
}


@dataclass(frozen=True)
class Said:
    """What one institution reported last, and what it had reported before."""

    institution: Institution
    report: Report
    status: Term
    earlier: Sequence[tuple[Term, Report]]


@dataclass(frozen=True)
class Promised:
    """A pledge, and whether its day is over without a report that it was done."""

    pledge: Pledge
    overdue: bool

    @property
    def withdrawn(self) -> bool:
        """Whether the institution took it back."""
        return self.pledge.state == WITHDRAWN


@dataclass(frozen=True)
class Followed:
    """What became of one adopted recommendation: what each institution says last, and what was promised."""

    recommendation: Recommendation
    said: Sequence[Said]
    pledges: Sequence[Promised]

    @property
    def status(self) -> str:
        """The status on which all who reported agree; `disputed` where they differ, `silent` where nobody reported."""
        found = {said.report.status for said in self.said}
        return SILENT if not found else DISPUTED if len(found) > 1 else next(iter(found))

    @property
    def disputed(self) -> bool:
        """Whether those who reported disagree."""
        return self.status == DISPUTED

    @property
    def overdue(self) -> bool:
        """Whether its day is over and nobody's word is that it was done."""
        return is_over(self.recommendation.due_on) and self.status != DONE

    @property
    def in_words(self) -> str:
        """The status in words."""
        return words.say(COUNTED[self.status])


def is_over(day: date | None) -> bool:
    """Whether the day has passed."""
    return day is not None and day < timezone.localdate()


def followed(recommendations: Sequence[Recommendation], member: Member | None) -> list[Followed]:
    """Give what became of each, as far as the reader may see the reports and pledges."""
    reports, pledges = _reports(recommendations, member), _pledges(recommendations, member)
    terms = {term.code: term for term in Term.objects.filter(vocabulary=STATUSES)}
    return [
        Followed(r, _said(reports.get(r.pk, ()), terms), _promised(pledges.get(r.pk, ()), reports.get(r.pk, ())))
        for r in recommendations
    ]


class BecamePage:
    """What became of a strategy's recommendations: counts first, then each of them, then by addressee."""

    def __init__(self, strategy: Strategy, member: Member | None) -> None:
        self.strategy, self._member = strategy, member

    @cached_property
    def followed(self) -> list[Followed]:
        """Every recommendation that stands as adopted."""
        standing = [r for r in queries.recommendations_of(self.strategy, self._member) if r.is_adopted]
        return followed(standing, self._member)

    @cached_property
    def counts(self) -> list[tuple[str, int]]:
        """How many recommendations are in each state, in words; states in which there are none are left out."""
        found = Counter(one.status for one in self.followed)
        return [(words.say(key), found[status]) for status, key in COUNTED.items() if found[status]]

    @property
    def overdue(self) -> int:
        """How many have passed their day without being done."""
        return sum(one.overdue for one in self.followed)

    @property
    def by_addressee(self) -> DataTable:
        """How the recommendations to each addressee stand."""
        rows: dict[str, Counter[str]] = {}
        for one in self.followed:
            rows.setdefault(addressee_of(one.recommendation), Counter())[one.status] += 1
        headings = (words.plain(words.say("addressee")), *(words.plain(words.say(key)) for key in COUNTED.values()))
        lines = tuple((name, *(found[status] for status in COUNTED)) for name, found in sorted(rows.items()))
        return DataTable("by-addressee", words.plain(words.say("became-by-addressee")), headings, lines)


def addressee_of(recommendation: Recommendation) -> str:
    """Name the addressee in the reader's language."""
    name = recommendation.addressee or (recommendation.addressed_to and recommendation.addressed_to.name)
    return in_reader_s(name) if name else words.say("became-nobody-addressed")


def in_reader_s(text: Text) -> str:
    """Give a text in the reader's language."""
    return text.in_language(words.language()).text


def open_ones(strategy: Strategy, member: Member | None) -> list[Followed]:
    """The adopted recommendations of an earlier strategy with their standing, those that are done last."""
    return sorted(BecamePage(strategy, member).followed, key=lambda one: one.status == DONE)


def to_take_over(strategy: Strategy, member: Member | None) -> list[Strategy]:
    """The strategies from which a strategy can take recommendations over."""
    others = [s for s in queries.listed(member) if s.pk != strategy.pk]
    adopted = Recommendation.objects.filter(strategy__in=others, stage=Stage.ADOPTED)
    held = set(adopted.values_list("strategy_id", flat=True))
    return [other for other in others if other.pk in held]


def open_pledges(member: Member) -> list[Pledge]:
    """What the member's institution promised and neither took back nor reported as done."""
    own = Pledge.objects.filter(institution_id=member.institution_id).exclude(state=WITHDRAWN)
    done = Report.objects.filter(pledge__in=own, status=DONE).exclude(state=WITHDRAWN)
    return visible(own.exclude(pk__in=done.values("pledge")).select_related("institution"), member)


def asked_of(member: Member) -> list[Followed]:
    """The adopted recommendations to the member's institution that it did not report as done."""
    found = Recommendation.objects.filter(addressed_to=member.institution_id, stage=Stage.ADOPTED)
    standing = queries.of_reader(found.select_related("institution", "strategy__institution"), member)
    own = member.institution_id
    return [
        one
        for one in followed(standing, member)
        if not any(said.institution.pk == own and said.report.status == DONE for said in one.said)
    ]


def statuses() -> list[tuple[str, str]]:
    """What a report may say, as choices."""
    terms = {term.code: term for term in Term.objects.filter(vocabulary=STATUSES, code__in=REPORTED)}
    return [(code, in_reader_s(terms[code].labels)) for code in REPORTED if code in terms]


def _reports(recommendations: Iterable[Recommendation], member: Member | None) -> dict[UUID, list[Report]]:
    found = Report.objects.filter(about__in=recommendations).exclude(state=WITHDRAWN)
    seen = visible(found.select_related("institution", "source__institution", "pledge"), member)
    bare = [report for report in seen if report.source is None]
    proven = with_visible_source([report for report in seen if report.source is not None], member)
    kept: dict[UUID, list[Report]] = {}
    for report in sorted([*bare, *proven], key=lambda report: (report.as_of, report.created_at)):
        kept.setdefault(report.about_id, []).append(report)
    return kept


def _pledges(recommendations: Iterable[Recommendation], member: Member | None) -> dict[UUID, list[Pledge]]:
    kept: dict[UUID, list[Pledge]] = {}
    found = Pledge.objects.filter(recommendation__in=recommendations).select_related("institution")
    for pledge in visible(found, member):
        kept.setdefault(pledge.recommendation_id, []).append(pledge)
    return kept


def _said(reports: Sequence[Report], terms: dict[str, Term]) -> list[Said]:
    by_institution: dict[UUID, list[Report]] = {}
    for report in reports:
        by_institution.setdefault(report.institution_id, []).append(report)
    return [
        Said(
            own[-1].institution,
            own[-1],
            terms[own[-1].status],
            [(terms[report.status], report) for report in reversed(own[:-1])],
        )
        for own in by_institution.values()
    ]


def _promised(pledges: Sequence[Pledge], reports: Sequence[Report]) -> list[Promised]:
    done = {report.pledge_id for report in reports if report.status == DONE}
    return [
        Promised(pledge, is_over(pledge.due_on) and pledge.pk not in done and pledge.state != WITHDRAWN)
        for pledge in pledges
    ]
