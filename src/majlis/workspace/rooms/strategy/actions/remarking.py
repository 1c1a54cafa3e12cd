"""Remarking: what members say of a text, what those who draft answer, and taking a remark back."""

from __future__ import annotations

from majlis.engine.errors import Refused
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.edits import Outdated
from majlis.workspace.commons.models.records import PUBLISHED, WITHDRAWN
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import queries, rules
from majlis.workspace.rooms.strategy.models import Recommendation, Remark
from majlis.workspace.rooms.strategy.remarks import answer_stamp, takes_remarks


@action("remark.make", rule=rules.may_remark)
def make_remark(*, about: Recommendation, text: Text) -> Remark:
    """Remark on a draft or an adopted text, for the actor's institution, under the handling of the text.

    Refused where the actor may not see the text, or where it no longer stands.
    """
    actor = current_actor()
    standing = queries.find_recommendation(actor, about.pk)
    if standing is None or not takes_remarks(standing):
        raise Refused("remark-text-gone")
    return Remark.objects.create(
        institution=actor.institution,
        author=actor,
        handling=standing.handling,
        language=text.original,
        state=PUBLISHED,
        text=text,
        about=standing,
    )


@action("remark.answer", rule=rules.may_answer_remark)
def answer_remark(*, remark: Remark, answer: Text, seen: str) -> Remark:
    """Answer a remark, or change the answer. Outdated where somebody else did so first or it was withdrawn."""
    remark = Remark.objects.select_for_update().get(pk=remark.pk)
    if answer_stamp(remark) != seen:
        raise Outdated
    remark.answer = answer
    remark.save()
    return remark


@action("remark.withdraw", rule=rules.may_withdraw_remark)
def withdraw_remark(*, remark: Remark, reason: str) -> Remark:  # noqa: ARG001
    """Take back one's own remark; the ledger keeps the act and the digest of its reason."""
    remark = Remark.objects.select_for_update().get(pk=remark.pk)
    remark.state = WITHDRAWN
    remark.save()
    return remark
