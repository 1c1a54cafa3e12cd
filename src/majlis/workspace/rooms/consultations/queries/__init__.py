"""Reading consultations, statements, votes and maps."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import polars as pl
from django.db.models import Q, QuerySet

from majlis.engine.opinion.votes import Ballots, votes_digest
from majlis.engine.opinion.votes import Statement as EngineStatement
from majlis.workspace.commons import keys
from majlis.workspace.commons.models import Member, Run, RunState
from majlis.workspace.commons.queries import load, seen_by, shown_to, unrecalled
from majlis.workspace.rooms.consultations.models import Consultation, Door, Stage, Standing, Statement, Vote
from majlis.workspace.rooms.consultations.queries.hall import in_the_hall, live_counts, lock_open, waiting_ballots
from majlis.workspace.rooms.consultations.queries.voting import batches_of

__all__ = ["batches_of", "in_the_hall", "live_counts", "lock_open", "waiting_ballots"]
MAP = "opinion-map"


def listed(member: Member | None) -> list[Consultation]:
    """The consultations that the reader may see, the newest first; drafts only in their own institution."""
    return _listed(Consultation.objects.order_by("-created_at", "-pk"), member)


def find_listed(member: Member | None, pk: UUID) -> Consultation | None:
    """One of the listed consultations; None where there is none or the reader may not see it."""
    return next(iter(_listed(Consultation.objects.filter(pk=pk), member)), None)


def ballots_of(consultation: Consultation) -> Ballots:
    """All votes of a consultation with its statements, moderated ones included; what waits for moderation is not."""
    rows = Vote.objects.filter(statement__consultation=consultation).exclude(statement__state=Standing.PENDING)
    found = rows.values_list("pseudonym", "statement__code", "value")
    cast = _frame((bytes(pseudonym).hex(), code, value) for pseudonym, code, value in found.iterator(50_000))
    return Ballots.take(cast, tuple(_statements(consultation)), salt=bytes(consultation.votes_salt or b""))


def imported_before(member: Member, ballots: Ballots) -> Consultation | None:
    """The consultation into which the member's institution imported these very votes, the newest one; or None.

    Each commitment is tried with its own salt, so that nothing about the files has to be kept. Exports without votes
    are all alike and never count as the same.
    """
    counts = {"closing__votes": ballots.cast.height, "closing__voters": ballots.cast["participant"].n_unique()}
    alike = Consultation.objects.filter(door=Door.IMPORTED, institution_id=member.institution_id, **counts)
    for consultation in _listed(alike.order_by("-created_at", "-pk"), member) if ballots.cast.height else ():
        digest = votes_digest(ballots.cast, salt=bytes(consultation.votes_salt or b"")).sha256
        if digest == consultation.closing["votes_commitment"]:
            return consultation
    return None


def answered(consultation: Consultation, token: str) -> frozenset[str]:
    """The codes of the statements on which the holder of the token has voted; the consultation must be open."""
    pseudonym = keys.pseudonym(keys.load(consultation.pk), token)
    own = Vote.objects.filter(statement__consultation=consultation, pseudonym=pseudonym)
    return frozenset(own.values_list("statement__code", flat=True))


def statements_of(consultation: Consultation) -> QuerySet[Statement]:
    """The statements in their order."""
    return Statement.objects.filter(consultation=consultation).select_related("institution")


def statements_in(consultation: Consultation) -> QuerySet[Statement]:
    """The statements that are put to voters."""
    return unrecalled(statements_of(consultation).filter(state=Standing.IN))


def put_to(consultation: Consultation, member: Member | None) -> QuerySet[Statement]:
    """The statements that are put to this voter; not noted, so that the ledger tells nobody's next answer."""
    return shown_to(statements_in(consultation), member)


def statements_seen(consultation: Consultation) -> QuerySet[Statement]:
    """The statements that moderation has looked at: those that wait are nobody else's to see (charter C12)."""
    seen = statements_of(consultation).exclude(state=Standing.PENDING)
    return seen.select_related("institution", "replaces").prefetch_related("mendings")


def latest_map(consultation: Consultation) -> Run | None:
    """The newest finished map."""
    return _maps(consultation).filter(state=RunState.DONE).first()


def map_under_way(consultation: Consultation) -> Run | None:
    """The map that is queued or being computed."""
    return _maps(consultation).filter(state__in=(RunState.QUEUED, RunState.RUNNING)).first()


def failed_map(consultation: Consultation) -> Run | None:
    """The newest map, if it failed."""
    newest = _maps(consultation).first()
    return newest if newest is not None and newest.state == RunState.FAILED else None


def _listed(found: QuerySet[Consultation], member: Member | None) -> list[Consultation]:
    own = member.institution_id if member else None
    found = found.filter(~Q(state=Stage.DRAFT) | Q(institution_id=own)).select_related("institution")
    return load(seen_by(found, member))


def _maps(consultation: Consultation) -> QuerySet[Run]:
    own = Run.objects.filter(question_id=consultation.pk, analysis=MAP, recomputes=None)
    return own.order_by("-created_at", "-pk")


def _statements(consultation: Consultation) -> Iterable[EngineStatement]:
    for statement in statements_seen(consultation):
        yield EngineStatement(statement.code, str(statement.text), statement.moderated_out)


def _frame(rows: Iterable[tuple[str, str, int]]) -> pl.DataFrame:
    schema = {"participant": pl.String, "statement": pl.String, "vote": pl.Int64}
    return pl.DataFrame(list(rows), schema=schema, orient="row")
