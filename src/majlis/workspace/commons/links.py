"""The act of linking two records as they stand."""

from __future__ import annotations

from majlis.engine.handling import strictest
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.models import Link, Record
from majlis.workspace.commons.rules import is_signed_in


@action("link.make", rule=is_signed_in)
def make_link(*, relation: str, source: Record, target: Record) -> Link:
    """Say that `source` derives from, supports, contests, fulfils or answers `target`, pinning both as they stand."""
    actor = current_actor()
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
