"""Reading strategies and their recommendations; everything goes through handling, and drafts stay at home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from majlis.engine.handling import Handling, strictest
from majlis.workspace.commons.edits import stamp
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import BOUND, Finding, Link, Member, Record, Relation, Source, Term
from majlis.workspace.commons.models.records import WITHDRAWN, find
from majlis.workspace.commons.queries import load, may_see, seen_by, visible
from majlis.workspace.commons.rooms import rooms
from majlis.workspace.rooms.strategy import rules
from majlis.workspace.rooms.strategy.models import DIMENSIONS, Circulation, Recommendation, Stage, Strategy

NUMBER = re.compile(r"(\d+)")


def listed(member: Member | None) -> list[Strategy]:
    """The strategies that the reader may see, the newest first; the public sees those with something adopted."""
    found = Strategy.objects.exclude(state=WITHDRAWN).select_related("institution").order_by("-created_at", "-pk")
    return [strategy for strategy in load(seen_by(found, member)) if is_shown(strategy, member)]


def find_strategy(member: Member | None, pk: UUID) -> Strategy | None:
    """A strategy that the reader may see."""
    found = Strategy.objects.filter(pk=pk).exclude(state=WITHDRAWN).select_related("institution")
    return next((strategy for strategy in visible(found, member) if is_shown(strategy, member)), None)


def find_recommendation(member: Member | None, pk: UUID) -> Recommendation | None:
    """A version of a recommendation that the reader may see, of a strategy that the reader may see."""
    found = Recommendation.objects.filter(pk=pk).select_related("institution", "strategy__institution")
    recommendation = next(iter(of_reader(found, member)), None)
    if recommendation is None or find_strategy(member, recommendation.strategy_id) is None:
        return None
    return recommendation


def recommendations_of(strategy: Strategy, member: Member | None) -> list[Recommendation]:
    """The versions that stand or are being drafted, as far as the reader may see them, in the order of their codes."""
    found = strategy.recommendations.filter(stage__in=[Stage.DRAFT, Stage.ADOPTED])
    return in_order(of_reader(found.select_related("institution", "strategy__institution"), member))


def versions_of(recommendation: Recommendation, member: Member | None) -> list[Recommendation]:
    """Every version of the recommendation that the reader may see, the newest first."""
    found = recommendation.strategy.recommendations.filter(code=recommendation.code).order_by("-version")
    return of_reader(found.select_related("institution", "strategy__institution"), member)


def of_reader(recommendations: Iterable[Recommendation], member: Member | None) -> list[Recommendation]:
    """Keep what the reader may see: the public sees decided texts, another institution also circulated drafts.

    A draft that was withdrawn is seen no more, and nothing of a strategy that was closed to the reader since.
    """
    recommendations = list(recommendations)
    open_to_reader = {s.pk for s in visible({r.strategy_id: r.strategy for r in recommendations}.values(), member)}
    seen = visible((r for r in recommendations if r.strategy_id in open_to_reader), member)
    return [r for r in seen if r.decided_on or (r.is_draft and sees_drafts(member, r.strategy))]


def in_order(recommendations: Iterable[Recommendation]) -> list[Recommendation]:
    """Sort by code as people count: R2 comes before R10; a new version stands after the one that it would replace."""
    return sorted(recommendations, key=lambda r: (natural(r.code), r.version))


def natural(code: str) -> list[tuple[int, int, str]]:
    """Give the key by which codes sort as people count."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in NUMBER.split(code) if part]


def next_code(strategy: Strategy) -> str:
    """Give the next free code: R1, R2 and so on; a code that was ever used is not used again."""
    used = strategy.recommendations.values_list("code", flat=True)
    return f"R{max((int(code[1:]) for code in used if re.fullmatch(r'R[0-9]{1,9}', code)), default=0) + 1}"


def basis_links(recommendation: Recommendation) -> list[Link]:
    """The links to everything on which the recommendation rests, the oldest first."""
    found = Link.objects.filter(from_id=recommendation.pk, relation=Relation.DERIVES)
    return list(found.order_by("created_at", "pk"))


def basis_of(recommendation: Recommendation, member: Member | None) -> list[tuple[Link, Record]]:
    """What the recommendation rests on, as far as the reader may see it, each with its link."""
    pairs = [(link, find(link.to_kind, link.to_id)) for link in basis_links(recommendation)]
    return [(link, record) for link, record in pairs if may_see(member, record)]


def findings_to_draft_from(member: Member | None) -> list[Finding]:
    """Every finding of any room that the reader may see, the newest run first."""
    found = Finding.objects.exclude(state=WITHDRAWN).select_related("run__question", "institution")
    return load(seen_by(found.order_by("-run__created_at", "run_id", "position"), member))


def latest_findings(member: Member | None, of: UUID | None = None) -> list[list[Finding]]:
    """The findings that the reader may see, run by run: of each question the newest run of each analysis only."""
    runs: dict[tuple[object, str], list[Finding]] = {}
    for finding in findings_to_draft_from(member):
        run = finding.run
        if of is None or run.question_id == of:
            together = runs.setdefault((run.question_id or run.pk, run.analysis), [])
            if not together or together[0].run_id == run.pk:
                together.append(finding)
    return list(runs.values())


def citable(member: Member | None) -> list[Record]:
    """What a recommendation may rest on besides findings: what the rooms offer, and sources."""
    sources = Source.objects.exclude(state=WITHDRAWN).select_related("institution").order_by("-created_at", "-pk")
    return [*(record for room in rooms() for record in room.cited(member)), *visible(sources, member)]


def adopted_by(member: Member | None) -> list[Recommendation]:
    """The recommendations that stand adopted and that the reader may see, the newest first."""
    found = Recommendation.objects.filter(stage=Stage.ADOPTED).order_by("-decided_on", "-pk")
    return of_reader(found.select_related("institution", "strategy__institution"), member)


def find_grounds(member: Member | None, wanted: Iterable[UUID]) -> list[Record]:
    """What a recommendation may rest on, by id and in that order; what is not there for the reader is left out."""
    ids = list(dict.fromkeys(wanted))
    found = Finding.objects.filter(pk__in=ids).exclude(state=WITHDRAWN).select_related("run__question", "institution")
    known: dict[UUID, Record] = {finding.pk: finding for finding in visible(found, member)}
    if known.keys() != set(ids):
        known |= {record.pk: record for record in citable(member) if record.pk in ids}
    return [known[pk] for pk in ids if pk in known]


def writable(member: Member | None) -> list[Strategy]:
    """The strategies in which the member may draft, the newest first."""
    return [strategy for strategy in listed(member) if rules.may_change_strategy(member, strategy)]


def counts_of_basis(recommendations: Iterable[Recommendation]) -> Counter[UUID]:
    """On how many records each recommendation rests."""
    ids = [recommendation.pk for recommendation in recommendations]
    links = Link.objects.filter(from_id__in=ids, relation=Relation.DERIVES)
    return Counter(links.values_list("from_id", flat=True))


def handling_of(recommendation: Recommendation) -> Handling:
    """The strictest handling of the draft's strategy and of all that it rests on, or once did, as they are now."""
    links = Link.objects.filter(from_id=recommendation.pk, relation__in=BOUND)
    grounds = [find(link.to_kind, link.to_id).handling for link in links]
    return strictest([recommendation.strategy.handling, *grounds])


def decision_stamp(recommendation: Recommendation) -> str:
    """Give the mark by which a decision knows again the text, the basis and the handling that were shown."""
    grounds = [(str(link.to_id), link.to_digest, link.is_current()) for link in basis_links(recommendation)]
    return digest([stamp(recommendation), sorted(grounds), handling_of(recommendation)])


def newest_version(recommendation: Recommendation) -> Recommendation:
    """The newest version under the recommendation's code, whoever may see it."""
    found = Recommendation.objects.filter(strategy=recommendation.strategy_id, code=recommendation.code)
    return found.select_related("institution", "strategy__institution").latest("version")


def dimensions() -> list[Term]:
    """The dimensions that a strategy should cover."""
    return list(Term.objects.filter(vocabulary=DIMENSIONS).order_by("pk"))


def empty_dimensions(recommendations: Iterable[Recommendation]) -> list[Term]:
    """The dimensions that none of the recommendations covers."""
    covered = {code for recommendation in recommendations for code in recommendation.dimensions}
    return [term for term in dimensions() if term.code not in covered]


def is_shown(strategy: Strategy, member: Member | None) -> bool:
    """Whether the reader may know of the strategy: from outside, once something in it was decided that they may see."""
    if sees_drafts(member, strategy):
        return True
    decided = strategy.recommendations.filter(decided_on__isnull=False).only("institution", "handling")
    return bool(visible(decided, member))


def sees_drafts(member: Member | None, strategy: Strategy) -> bool:
    """Whether the reader sees the strategy's drafts, as far as their handling lets them."""
    if member is None:
        return False
    return member.institution_id == strategy.institution_id or strategy.state == Circulation.CIRCULATED
