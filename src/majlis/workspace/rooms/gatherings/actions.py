"""The verbs of the room: the only code that writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time

from majlis.engine.handling import Handling, strictest
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.claims import note_source
from majlis.workspace.commons.edits import Outdated, as_seen
from majlis.workspace.commons.handling import restricting
from majlis.workspace.commons.models import Claim, Contribution, Institution, Question, Record, Restricted, Source
from majlis.workspace.commons.models.records import PUBLISHED, WITHDRAWN, rest
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.gatherings import queries, rules
from majlis.workspace.rooms.gatherings.agenda import Row
from majlis.workspace.rooms.gatherings.models import Gathering, OfficeStatement, Series, Session
from majlis.workspace.rooms.gatherings.schedule import Misfit, Slot, Unfit, misfits


@action("series.create", rule=rules.may_convene)
def create_series(
    *,
    institution: Institution,
    title: Text,
    introduction: Text | None = None,
    subjects: Sequence[str] = (),
    handling: Handling | None = None,
) -> Series:
    """Begin a series of gatherings."""
    return Series.objects.create(
        institution=institution,
        author=current_actor(),
        handling=handling,
        language=title.original,
        state=PUBLISHED,
        title=title,
        introduction=introduction,
        subjects=sorted(subjects),
    )


@action("series.change", rule=rules.may_change_series)
def change_series(
    *,
    series: Series,
    seen: str,
    title: Text,
    introduction: Text | None,
    subjects: Sequence[str],
    handling: Handling,
) -> Series:
    """Change a series; Outdated where somebody else did so first."""
    series = as_seen(series, seen)
    before = series.handling
    series.title, series.introduction, series.subjects = title, introduction, sorted(subjects)
    restricting.mark(series, handling)
    series.save()
    restricting.hand_up(series, before)
    return series


@action("gathering.create", rule=rules.may_change_series)
def create_gathering(
    *,
    series: Series,
    code: str,
    title: Text,
    starts_on: date,
    ends_on: date,
    timezone: str,
    theme: Text | None = None,
    introduction: Text | None = None,
    place: Text | None = None,
    form: str = "",
    handling: Handling | None = None,
) -> Gathering:
    """Begin an edition of a series; Unfit where the series has one with that code."""
    if series.editions.filter(code=code).exists():
        raise Unfit([Misfit(code, "gathering-code-taken", {"code": code})])
    return Gathering.objects.create(
        institution=series.institution,
        author=current_actor(),
        handling=handling,
        language=title.original,
        state=PUBLISHED,
        series=series,
        code=code,
        text=title,
        theme=theme,
        introduction=introduction,
        place=place,
        starts_on=starts_on,
        ends_on=ends_on,
        timezone=timezone,
        form=form,
    )


@action("gathering.change", rule=rules.may_change_gathering)
def change_gathering(
    *,
    gathering: Gathering,
    seen: str,
    code: str,
    title: Text,
    starts_on: date,
    ends_on: date,
    timezone: str,
    theme: Text | None,
    introduction: Text | None,
    place: Text | None,
    form: str,
    handling: Handling,
) -> Gathering:
    """Change an edition; what had its handling follows it to the new one.

    Outdated where somebody else changed it first, Unfit where sessions would lie outside its days.
    """
    gathering = as_seen(gathering, seen)
    if gathering.series.editions.filter(code=code).exclude(pk=gathering.pk).exists():
        raise Unfit([Misfit(code, "gathering-code-taken", {"code": code})])
    before = gathering.handling
    gathering.code, gathering.text, gathering.theme = code, title, theme
    gathering.introduction, gathering.place, gathering.form = introduction, place, form
    gathering.starts_on, gathering.ends_on, gathering.timezone = starts_on, ends_on, timezone
    restricting.mark(gathering, handling)
    _insist_on_fit(gathering, [session.slot for session in queries.programme(gathering)])
    gathering.save()
    if gathering.handling != before:
        _hand_down(gathering, before)
        restricting.hand_up(gathering, before)
    return gathering


@action("session.add", rule=rules.may_change_gathering)
def add_session(
    *,
    gathering: Gathering,
    code: str,
    title: Text,
    day: date,
    start: time,
    end: time,
    venue_room: str = "",
    themes: Sequence[str] = (),
    chair_office: Text | None = None,
) -> Session:
    """Add a session; Unfit where its code is taken, its room is occupied or it lies outside the edition."""
    gathering = _locked(gathering)
    if gathering.sessions.filter(code=code).exists():
        raise Unfit([Misfit(code, "session-code-taken", {"code": code})])
    others = [session.slot for session in queries.programme(gathering)]
    _insist_on_fit(gathering, [*others, Slot(code, day, start, end, venue_room)])
    session = _new_session(gathering, code)
    return _written(session, title, Slot(code, day, start, end, venue_room), themes, chair_office)


@action("session.change", rule=rules.may_change_session)
def change_session(
    *,
    session: Session,
    seen: str,
    code: str,
    title: Text,
    day: date,
    start: time,
    end: time,
    venue_room: str,
    themes: Sequence[str],
    chair_office: Text | None,
) -> Session:
    """Change a session; Outdated where somebody else did so first, Unfit as for a new one."""
    gathering = _locked(session.edition)
    session = as_seen(session, seen)
    others = gathering.sessions.exclude(pk=session.pk)
    if others.filter(code=code).exists():
        raise Unfit([Misfit(code, "session-code-taken", {"code": code})])
    slot = Slot(code, day, start, end, venue_room)
    _insist_on_fit(gathering, [*(other.slot for other in others.exclude(state=WITHDRAWN)), slot])
    return _written(session, title, slot, themes, chair_office)


@action("session.withdraw", rule=rules.may_change_session)
def withdraw_session(*, session: Session, reason: str) -> Session:  # noqa: ARG001 - the ledger takes its hash
    """Take a session off the programme; importing its code again brings it back."""
    session.state = WITHDRAWN
    session.save()
    return session


@action("agenda.import", rule=rules.may_change_gathering)
def import_agenda(*, gathering: Gathering, rows: Sequence[Row], seen: str) -> list[Session]:
    """Add the agenda's sessions and change those whose codes are known; all of them or none.

    Sessions that the agenda does not name stay. Outdated where the programme changed since the preview, Unfit where
    the programme would not fit.
    """
    gathering = _locked(gathering)
    if queries.programme_stamp(gathering) != seen:
        raise Outdated
    _insist_on_fit(gathering, planned(gathering, rows))
    known = {session.code: session for session in gathering.sessions.select_related("institution")}
    return [_imported(known.get(row.code) or _new_session(gathering, row.code), row) for row in rows]


@action("office-statement.add", rule=rules.may_put_down)
def add_office_statement(
    *,
    question: Question,
    text: Text,
    office: Text,
    body: Text,
    said_on: date,
    source: Source,
    place: Text | None = None,
    paraphrase: bool = False,
) -> OfficeStatement:
    """Put down what an office-holder said in the edition or the session."""
    return OfficeStatement.objects.create(
        institution=question.institution,
        author=current_actor(),
        handling=strictest([question.handling, source.handling]),
        language=text.original,
        state=PUBLISHED,
        question_id=question.pk,
        text=text,
        office=office,
        body=body,
        place=place,
        said_on=said_on,
        paraphrase=paraphrase,
        source=source,
    )


@action("office-statement.change", rule=rules.may_change_office_statement)
def change_office_statement(
    *,
    statement: OfficeStatement,
    seen: str,
    text: Text,
    office: Text,
    body: Text,
    said_on: date,
    source: Source,
    place: Text | None,
    paraphrase: bool,
) -> OfficeStatement:
    """Correct how a statement was put down; Outdated where somebody else did so first."""
    statement = as_seen(statement, seen)
    statement.text, statement.office, statement.body, statement.place = text, office, body, place
    statement.said_on, statement.source, statement.paraphrase = said_on, source, paraphrase
    statement.save()
    return statement


@action("office-statement.withdraw", rule=rules.may_change_office_statement)
def withdraw_office_statement(*, statement: OfficeStatement, reason: str) -> OfficeStatement:  # noqa: ARG001 - as above
    """Take a statement off the page; what cites it is told."""
    statement.state = WITHDRAWN
    statement.save()
    return statement


def planned(gathering: Gathering, rows: Iterable[Row]) -> list[Slot]:
    """Give the programme as it would be with the agenda's rows."""
    slots = {session.code: session.slot for session in queries.programme(gathering)}
    return list((slots | {row.code: row.slot for row in rows}).values())


def _locked(gathering: Gathering) -> Gathering:
    """Read the edition again under a lock, so that no two sessions take one room at once."""
    return Gathering.objects.select_for_update().get(pk=gathering.pk)


def _insist_on_fit(gathering: Gathering, slots: Sequence[Slot]) -> None:
    if wrong := misfits(slots, gathering.starts_on, gathering.ends_on, gathering.zone):
        raise Unfit(wrong)


def _new_session(gathering: Gathering, code: str) -> Session:
    return Session(institution_id=gathering.institution_id, author=current_actor(), edition=gathering, code=code)


def _imported(session: Session, row: Row) -> Session:
    return _written(session, row.title, row.slot, row.themes, row.chair_office)


def _written(session: Session, title: Text, slot: Slot, themes: Sequence[str], chair: Text | None) -> Session:
    session.text, session.language, session.chair_office = title, title.original, chair
    session.code, session.day, session.start, session.end = slot.code, slot.day, slot.start, slot.end
    session.venue_room, session.themes = slot.room, sorted(themes)
    session.state, session.handling = PUBLISHED, session.handling or session.edition.handling
    session.save()
    return session


def _hand_down(gathering: Gathering, before: Handling) -> None:
    """Let everything under the edition that had its handling have the new one, with sources that may be seen as far."""
    sessions = list(gathering.sessions.all())
    questions = [gathering.pk, *(session.pk for session in sessions)]
    said = (statement.special() for statement in Contribution.objects.filter(question__in=questions))
    under: list[Record] = [*sessions, *said, *Claim.objects.filter(subject_id__in=questions)]
    for record in under:
        if record.handling != before:
            continue
        record.handling = gathering.handling
        if isinstance(record, Claim | OfficeStatement) and _may_be_noted_again(record.source, before):
            record.source = _noted_again(record.source, gathering.handling)
        record.save()


def _may_be_noted_again(source: Source, before: Handling) -> bool:
    return source.handling == before and not Restricted.objects.filter(record_id=source.pk).exists()


def _noted_again(source: Source, handling: Handling) -> Source:
    """Note the source anew, with its grade: what else rests on it keeps it as it is; its recall reaches the new one."""
    noted = note_source(
        institution=source.institution,
        title=source.title,
        address=source.address,
        published_on=source.published_on,
        handling=handling,
    )
    if not noted.is_graded:
        noted.reliability, noted.credibility = source.reliability, source.credibility
        noted.save()
    rest(noted, source)
    return noted
