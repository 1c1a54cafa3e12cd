"""Reading strategies and their recommendations; everything goes through handling, and drafts stay at home."""

from __future__ import annotations

import re
from collections.abc import Iterable
from uuid import UUID

from majlis.workspace.commons.models import Finding, Link, Member, Record, Relation, Term
from majlis.workspace.commons.models.records import WITHDRAWN, find
from majlis.workspace.commons.queries import may_see, visible
from majlis.workspace.rooms.strategy.models import DIMENSIONS, Circulation, Recommendation, Stage, Strategy

NUMBER = re.compile(r"(\d+)")


def listed(member: Member | None) -> list[Strategy]:
    """The strategies that the reader may see, the newest first; the public sees those with something adopted."""
    found = Strategy.objects.exclude(state=WITHDRAWN).select_related("institution").order_by("-created_at", "-pk")
    return [strategy for strategy in visible(found, member) if _is_shown(strategy, member)]


def find_strategy(member: Member | None, pk: UUID) -> Strategy | None:
    """A strategy that the reader may see."""
    found = Strategy.objects.filter(pk=pk).exclude(state=WITHDRAWN).select_related("institution")
    return next((strategy for strategy in visible(found, member) if _is_shown(strategy, member)), None)


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
    """Keep what the reader may see: the public sees decided texts, another institution also circulated drafts."""
    return [r for r in visible(recommendations, member) if r.decided_on or _sees_drafts(member, r.strategy)]


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
    return visible(found.order_by("-run__created_at", "run_id", "position"), member)


def dimensions() -> list[Term]:
    """The dimensions that a strategy should cover."""
    return list(Term.objects.filter(vocabulary=DIMENSIONS).order_by("pk"))


def empty_dimensions(recommendations: Iterable[Recommendation]) -> list[Term]:
    """The dimensions that none of the recommendations covers."""
    covered = {code for recommendation in recommendations for code in recommendation.dimensions}
    return [term for term in dimensions() if term.code not in covered]


def _is_shown(strategy: Strategy, member: Member | None) -> bool:
    return _sees_drafts(member, strategy) or strategy.recommendations.filter(decided_on__isnull=False).exists()


def _sees_drafts(member: Member | None, strategy: Strategy) -> bool:
    if member is None:
        return False
    return member.institution_id == strategy.institution_id or strategy.state == Circulation.CIRCULATED
