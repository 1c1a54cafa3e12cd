"""The verbs of the room: the only code that writes."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import cache, partial

from django.db import connection, transaction
from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling
from majlis.engine.opinion.votes import AGREE, DISAGREE, PASS, Ballots, votes_digest
from majlis.workspace.commons import keys, releases, traces
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.edits import as_seen
from majlis.workspace.commons.handling import restricting
from majlis.workspace.commons.links import make_link
from majlis.workspace.commons.models import Institution, Question, Relation, Source
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import queries, rules
from majlis.workspace.rooms.consultations.actions.hall import cancel_closing, fresh_entrance, schedule_closing
from majlis.workspace.rooms.consultations.actions.moderating import moderate_statement as moderate_statement
from majlis.workspace.rooms.consultations.actions.paper import Entered, Outcome, drop_paper, enter_paper, settle_paper
from majlis.workspace.rooms.consultations.actions.voting import (
    AlreadySent,
    NotLetIn,
    Printed,
    TooMuch,
    cast_vote,
    create_codes,
    exchange_code,
    insist_on_measure,
    note_sent,
    reissue_code,
    revoke_code,
)
from majlis.workspace.rooms.consultations.models import (
    Code,
    Consultation,
    Door,
    PaperEntry,
    Sent,
    Stage,
    Standing,
    Statement,
    Vote,
)
from majlis.workspace.rooms.consultations.queries.hall import LiveCounts, count_live
from majlis.workspace.rooms.consultations.queries.moderating import next_number

__all__ = [
    "AlreadySent",
    "Entered",
    "NotLetIn",
    "Outcome",
    "Printed",
    "TooMuch",
    "cancel_closing",
    "cast_vote",
    "create_codes",
    "enter_paper",
    "exchange_code",
    "insist_on_measure",
    "note_sent",
    "reissue_code",
    "revoke_code",
    "schedule_closing",
    "settle_paper",
]
CHANGEABLE_WHILE_OPEN = frozenset({"help_line", "working_title", "introduction"})
SALT_BYTES = 32
LEFT_AT_CLOSING = (Vote, Sent, PaperEntry, Code)


@action("consultation.create", rule=rules.may_organise)
def create_consultation(
    *,
    institution: Institution,
    title: Text,
    headline: Text | None = None,
    introduction: Text | None = None,
    door: str = Door.OPEN,
    handling: Handling | None = None,
    simulated: bool = False,
    working_title: str = "",
    consent: Text | None = None,
    help_line: Text | None = None,
    least_age: int | None = None,
    with_guardian: bool = False,
    takes_statements: bool = False,
    within: Question | None = None,
) -> Consultation:
    """Begin a consultation as a draft; without a handling it takes the institution's.

    within: the question that it belongs to, such as a gathering's.
    """
    return Consultation.objects.create(
        institution=institution,
        author=current_actor(),
        handling=handling,
        language=title.original,
        text=title,
        headline=headline,
        introduction=introduction,
        door=door,
        simulated=simulated,
        working_title=working_title,
        consent=consent,
        help_line=help_line,
        least_age=least_age,
        with_guardian=with_guardian,
        takes_statements=takes_statements,
        state=Stage.DRAFT,
        entrance=None if door == Door.IMPORTED else fresh_entrance(),
        within=within,
    )


@action("consultation.edit", rule=rules.may_change)
def edit_consultation(
    *, consultation: Consultation, changes: Mapping[str, object], seen: str | None = None
) -> Consultation:
    """Change what the form asks; once it is open only what does not change the meaning of the votes.

    seen: the mark of what the writer saw, where a form was open. Raises Refused where an open consultation would change
    in anything else, and Outdated where somebody else changed it since.
    """
    locked = _locked(consultation)
    changed = {name: value for name, value in changes.items() if getattr(locked, name) != value}
    if locked.state != Stage.DRAFT and not changed.keys() <= CHANGEABLE_WHILE_OPEN:
        raise Refused("consultation-opened-before")
    if seen is not None:
        as_seen(locked, seen)
    before = locked.handling
    restricting.mark(locked, changed.pop("handling", before))
    for name, value in changed.items():
        setattr(locked, name, value)
    locked.save()
    if locked.handling != before:
        _hand_down(locked)
        restricting.hand_up(locked, before)
    return locked


@action("statement.add", rule=rules.may_change)
def add_statement(*, consultation: Consultation, text: Text) -> Statement:
    """Add a statement at the end; its code is its number."""
    _locked(consultation)
    number = next_number(consultation)
    return _add(consultation, text, code=str(number), position=number)


@action("consultation.open", rule=rules.may_change)
def open_consultation(*, consultation: Consultation) -> Consultation:
    """Take votes from now on; makes the consultation's key. Refused for one without statements or opened before."""
    locked = _locked(consultation)
    if locked.state != Stage.DRAFT:
        raise Refused("consultation-not-a-draft")
    if not queries.statements_in(locked).exists():
        raise Refused("consultation-without-statements")
    keys.make(locked.pk)
    locked.state, locked.opened_at = Stage.OPEN, timezone.now()
    locked.save()
    return locked


@action("consultation.close", rule=rules.may_change)
def close_consultation(*, consultation: Consultation, planned_for: datetime | None = None) -> Consultation:
    """End the voting for good: shuffle the votes, drop their times, commit to them, destroy the key.

    Paper ballots that were not typed twice alike are dropped; the report says how many. planned_for: the time for which
    this closing was scheduled, where it was.
    """
    locked = _locked(consultation)
    if not locked.is_open:
        raise Refused("consultation-takes-no-votes")
    locked.votes_salt = secrets.token_bytes(SALT_BYTES)
    ballots, live = queries.ballots_of(locked), count_live(locked)
    _shuffle(locked)
    Sent.objects.filter(consultation=locked).delete()
    Code.objects.filter(consultation=locked).update(knock=None)
    locked.closing = _closing_report(locked, ballots) | {
        "role": rules.organising_role(current_actor()),
        "planned_for": planned_for and planned_for.isoformat(),
        "ballots_dropped": drop_paper(locked),
    }
    locked.state, locked.closed_at = Stage.CLOSED, timezone.now()
    locked.save()
    _keep_releases(locked, live)
    traces.owe(*LEFT_AT_CLOSING)
    transaction.on_commit(lambda: _forget(locked))
    return locked


@action("consultation.import", rule=rules.may_organise)
def import_consultation(
    *,
    institution: Institution,
    ballots: Ballots,
    title: Text,
    headline: Text | None = None,
    introduction: Text | None = None,
    texts: Sequence[Text] = (),
    language: str = "und",
    handling: Handling | None = None,
    origin: str = "",
    simulated: bool = False,
    within: Question | None = None,
) -> Consultation:
    """Take in a finished consultation, statements and votes, all or nothing.

    texts: the statements' texts in the order of the ballots' statements, where they exist in several languages;
    otherwise the ballots' own, in `language`. origin: the address that the votes come from. Participants' names in the
    files are replaced by random pseudonyms that are kept nowhere else.
    """
    consultation = create_consultation(
        institution=institution,
        title=title,
        headline=headline,
        introduction=introduction,
        door=Door.IMPORTED,
        handling=handling,
        simulated=simulated,
        within=within,
    )
    consultation.votes_salt = secrets.token_bytes(SALT_BYTES)
    codes = _add_statements(consultation, ballots, texts or [Text.write(s.text, language) for s in ballots.statements])
    pseudonyms = {name: secrets.token_bytes(keys.PSEUDONYM_BYTES) for name in ballots.cast["participant"].unique()}
    rows = [(codes[code], pseudonyms[name], value) for name, code, value in ballots.cast.iter_rows()]
    _insert_shuffled(rows)
    consultation.closing = _closing_report(consultation, ballots)
    consultation.state, consultation.closed_at = Stage.CLOSED, timezone.now()
    consultation.save()
    if origin:
        source = _source(consultation, origin)
        make_link(relation=Relation.DERIVES, source=consultation, target=source)
    return consultation


def destroy_left_keys() -> int:
    """Destroy the keys of closed consultations that a killed process left behind; gives their number."""
    left = [c for c in Consultation.objects.filter(state=Stage.CLOSED) if keys.exists(c.pk)]
    for consultation in left:
        keys.destroy(consultation.pk)
    return len(left)


def _locked(consultation: Consultation) -> Consultation:
    """Read the consultation again under a lock, so that no vote slips past a closing."""
    return Consultation.objects.select_for_update().get(pk=consultation.pk)


def _hand_down(consultation: Consultation) -> None:
    """Let the statements travel as far as the consultation in which they stand."""
    for statement in Statement.objects.filter(consultation=consultation):
        statement.handling = consultation.handling
        statement.save()


def _add(consultation: Consultation, text: Text, *, code: str, position: int, out: bool = False) -> Statement:
    return Statement.objects.create(
        institution_id=consultation.institution_id,
        author=current_actor(),
        handling=consultation.handling,
        language=text.original,
        text=text,
        consultation=consultation,
        code=code,
        position=position,
        state=Standing.OUT if out else Standing.IN,
    )


def _add_statements(consultation: Consultation, ballots: Ballots, texts: Sequence[Text]) -> dict[str, object]:
    listed = {statement.id for statement in ballots.statements}
    unlisted = sorted(set(ballots.cast["statement"].unique()) - listed)
    rows = [(s.id, s.moderated_out, text) for s, text in zip(ballots.statements, texts, strict=True)]
    rows += [(code, False, Text.write("")) for code in unlisted]
    added = (
        _add(consultation, text, code=code, position=position, out=out)
        for position, (code, out, text) in enumerate(rows, start=1)
    )
    return {statement.code: statement.pk for statement in added}


def _source(consultation: Consultation, origin: str) -> Source:
    return Source.objects.create(
        institution_id=consultation.institution_id,
        author=current_actor(),
        handling=consultation.handling,
        language=consultation.language,
        title=consultation.text,
        address=origin,
    )


def _shuffle(consultation: Consultation) -> None:
    """Write the votes anew: other pseudonyms, no times, no first answers, in an order that chance decides."""
    votes = Vote.objects.filter(statement__consultation=consultation)
    fresh: dict[bytes, bytes] = {}
    rows = [
        (statement, fresh.setdefault(bytes(pseudonym), secrets.token_bytes(keys.PSEUDONYM_BYTES)), value)
        for statement, pseudonym, value in votes.values_list("statement_id", "pseudonym", "value")
    ]
    votes.delete()
    _insert_shuffled(rows)


def _insert_shuffled(rows: list[tuple[object, bytes, int]]) -> None:
    """Write votes in an order that chance decides; past the models, which take ten times as long for a million."""
    secrets.SystemRandom().shuffle(rows)
    fields = [Vote._meta.get_field(name) for name in ("statement", "pseudonym", "value")]
    prepare = [cache(partial(field.get_db_prep_save, connection=connection)) for field in fields]
    columns = ", ".join(field.column for field in fields)
    told = ([to_column(value) for to_column, value in zip(prepare, row, strict=True)] for row in rows)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {Vote._meta.db_table} ({columns}) VALUES (%s, %s, %s)", told)


def _closing_report(consultation: Consultation, before: Ballots) -> dict[str, object]:
    """Count what stands in the database now and compare it with what was there before the shuffle."""
    after = queries.ballots_of(consultation)
    if votes_digest(after.cast) != votes_digest(before.cast):
        raise RuntimeError("the votes after the shuffle are not those before it")
    values: Iterable[int] = after.cast["vote"]
    counts = {name: sum(value == code for value in values) for name, code in _NAMES.items()}
    return {
        "voters": after.cast["participant"].n_unique(),
        "votes": after.cast.height,
        "statements": len(after.statements),
        **counts,
        "votes_commitment": after.inputs[0].sha256,
    }


def _keep_releases(consultation: Consultation, live: LiveCounts) -> None:
    """Keep what screens could last show, and what the closing report says beside the map."""
    content = {
        "live": {"voters": live.voters, "statements": {code: asdict(t) for code, t in sorted(live.tallies.items())}},
        "closing": {"ballots_dropped": releases.enough_voters(consultation.closing["ballots_dropped"])},
    }
    for table, counts in content.items():
        releases.keep_release(
            population=f"question:{consultation.pk}",
            table=table,
            state=consultation.closing["votes_commitment"],
            content=counts,
        )


_NAMES = {"agree": AGREE, "pass": PASS, "disagree": DISAGREE}


def _forget(consultation: Consultation) -> None:
    """Destroy the key, then push the old rows out of the database's own files."""
    keys.destroy(consultation.pk)
    traces.erase(*LEFT_AT_CLOSING)
