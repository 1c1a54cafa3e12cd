"""Reading series, editions, sessions and statements; everything goes through handling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import Member, Question, Term
from majlis.workspace.commons.models.records import WITHDRAWN
from majlis.workspace.commons.queries import load, may_see, seen_by, visible, with_visible_source
from majlis.workspace.rooms.gatherings.models import SUBJECTS, THEMES, Gathering, OfficeStatement, Series, Session


def all_series(member: Member | None) -> list[tuple[Series, list[Gathering]]]:
    """The series that the reader may see with their editions, the newest first."""
    found = load(seen_by(Series.objects.select_related("institution").order_by("-created_at", "-pk"), member))
    editions: dict[UUID, list[Gathering]] = {}
    for gathering in listed(member):
        editions.setdefault(gathering.series_id, []).append(gathering)
    return [(series, editions.get(series.pk, [])) for series in found]


def listed(member: Member | None) -> list[Gathering]:
    """The editions that the reader may see, the newest first; an edition of a hidden series is hidden."""
    editions = Gathering.objects.select_related("institution", "series__institution").order_by("-starts_on", "-pk")
    return load(seen_by(seen_by(editions, member), member, through="series__"))


def find_series(member: Member | None, pk: UUID) -> Series | None:
    """A series that the reader may see."""
    return next(iter(load(seen_by(Series.objects.filter(pk=pk).select_related("institution"), member))), None)


def find_gathering(member: Member | None, pk: UUID) -> Gathering | None:
    """An edition that the reader may see."""
    found = Gathering.objects.filter(pk=pk).select_related("institution", "series__institution")
    return next((g for g in visible(found, member) if may_see(member, g.series)), None)


def earlier_editions(gathering: Gathering, member: Member | None) -> list[Gathering]:
    """The editions of the same series that began before, as far as the reader may see them, the latest first."""
    found = gathering.series.editions.filter(starts_on__lt=gathering.starts_on).order_by("-starts_on", "-pk")
    return visible(found.select_related("institution"), member)


def with_sessions(gatherings: Sequence[Gathering]) -> list[Question]:
    """The editions and their sessions, as questions within which something is asked."""
    sessions = Session.objects.filter(edition__in=gatherings).exclude(state=WITHDRAWN)
    return [*gatherings, *sessions]


def find_session(member: Member | None, pk: UUID) -> Session | None:
    """A session that the reader may see, of an edition that the reader may see."""
    found = Session.objects.filter(pk=pk).exclude(state=WITHDRAWN)
    session = next(iter(visible(found.select_related("institution"), member)), None)
    gathering = find_gathering(member, session.edition_id) if session else None
    if session is None or gathering is None:
        return None
    session.edition = gathering
    return session


def find_question(member: Member | None, pk: UUID) -> Gathering | Session | None:
    """The edition or the session with that id, if the reader may see it."""
    return find_gathering(member, pk) or find_session(member, pk)


def sessions_of(gathering: Gathering, member: Member | None) -> list[Session]:
    """The sessions of the edition that the reader may see, in the order of the programme."""
    return visible(programme(gathering), member)


def programme(gathering: Gathering) -> list[Session]:
    """Every session of the edition that was not withdrawn, for those who plan it."""
    return list(gathering.sessions.exclude(state=WITHDRAWN).select_related("institution"))


def programme_stamp(gathering: Gathering) -> str:
    """Give the mark by which a preview knows whether the programme is still what it compared with."""
    kept = [gathering.starts_on, gathering.ends_on, gathering.timezone]
    return digest([*map(str, kept), *sorted(f"{s.code} {s.digest} {s.state}" for s in gathering.sessions.all())])


def statements_in(question: Question, member: Member | None) -> list[OfficeStatement]:
    """What office-holders said in the edition or the session, as far as the reader may see it."""
    said = OfficeStatement.objects.filter(question=question).exclude(state=WITHDRAWN)
    return with_visible_source(said.select_related("source", "institution"), member)


def citable_statements(member: Member | None) -> list[OfficeStatement]:
    """Every statement of an office that the reader may see where it was said, the newest first."""
    said = OfficeStatement.objects.exclude(state=WITHDRAWN).order_by("-said_on", "-created_at")
    found = with_visible_source(said.select_related("source", "institution"), member)
    seen = {pk for pk in {statement.question_id for statement in found} if find_question(member, pk)}
    return [statement for statement in found if statement.question_id in seen]


def subjects() -> list[Term]:
    """The subjects that mandates and laws keep apart."""
    return list(Term.objects.filter(vocabulary=SUBJECTS).order_by("pk"))


def themes() -> list[Term]:
    """The themes of sessions."""
    return list(Term.objects.filter(vocabulary=THEMES).order_by("pk"))


def named(terms: Iterable[Term], codes: Iterable[str]) -> list[Term]:
    """The terms with these codes, in the order of the vocabulary."""
    wanted = set(codes)
    return [term for term in terms if term.code in wanted]
