"""The act of linking two records as they stand."""

from __future__ import annotations

from majlis.engine.handling import strictest
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.handling import restricting
from majlis.workspace.commons.handling.reach import derived_from
from majlis.workspace.commons.models import BOUND, Link, Record
from majlis.workspace.commons.rules import may_link


@action("link.make", rule=may_link)
def make_link(*, relation: str, source: Record, target: Record) -> Link:
    """Say that `source` derives from, supports, contests, fulfils or answers `target`, pinning both as they stand."""
    actor = current_actor()
    if relation in BOUND:
        _bind(source, target)
    return Link.objects.create(
        institution=actor.institution if actor else source.institution,
        author=actor,
        handling=strictest([source.handling, target.handling]),
        relation=relation,
        from_kind=source.kind,
        from_id=source.pk,
        from_digest=source.digest,
        to_kind=target.kind,
        to_id=target.pk,
        to_digest=target.digest,
    )


def _bind(source: Record, target: Record) -> None:
    """Let what derives from a record be at least as strict as the record, and so on up."""
    if target.handling <= source.handling:
        return
    bound = [source, *derived_from(source)]
    restricting.insist_on_readers(bound, target.handling)
    for record in bound:
        record.handling = record.handling.join(target.handling)
        record.save()
