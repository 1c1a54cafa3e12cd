"""Reading remarks on a recommendation: who may see its text may see what was remarked on it."""

from __future__ import annotations

from uuid import UUID

from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.models.records import WITHDRAWN
from majlis.workspace.commons.queries import may_see, visible
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.models import Recommendation, Remark, Stage

REMARKABLE = frozenset({Stage.DRAFT, Stage.ADOPTED})


def remarks_on(recommendation: Recommendation, member: Member | None) -> list[Remark]:
    """The remarks on a version that the member may see, the oldest first; the public sees none."""
    if member is None or queries.find_recommendation(member, recommendation.pk) is None:
        return []
    found = recommendation.remarks.exclude(state=WITHDRAWN).select_related("institution", "author", "about__strategy")
    return visible(found.prefetch_related("author__grants"), member)


def find_remark(member: Member | None, pk: UUID) -> Remark | None:
    """A remark that was not withdrawn, on a version that the member may see."""
    found = Remark.objects.filter(pk=pk).exclude(state=WITHDRAWN)
    remark = found.select_related("institution", "about__strategy__institution").first()
    if remark is None or member is None or not may_see(member, remark):
        return None
    if queries.find_recommendation(member, remark.about_id) is None:
        return None
    return remark


def takes_remarks(recommendation: Recommendation) -> bool:
    """Whether the version is a draft or stands as adopted."""
    return recommendation.stage in REMARKABLE


def answer_stamp(remark: Remark) -> str:
    """Give the mark by which a form knows the answer that it would replace."""
    return digest({"answer": remark.answer, "state": remark.state})
