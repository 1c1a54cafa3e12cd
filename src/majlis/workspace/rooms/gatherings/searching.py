"""What the search reads of the room's records; claims are left out, because some name who spoke."""

from __future__ import annotations

from majlis.workspace.commons.rooms import Searchable, Searched
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.gatherings.models import Gathering, OfficeStatement, Series, Session


def series(series: Series) -> Searched:
    """A series by its title and introduction."""
    return Searched(series.title, (series.introduction,))


def gathering(gathering: Gathering) -> Searched:
    """An edition by what it is about, where it is and its code."""
    says = (gathering.theme, gathering.introduction, gathering.place, Text.write(gathering.code))
    return Searched(gathering.text, says, (gathering.series,))


def session(session: Session) -> Searched:
    """A session by what it asks, the office that chairs it and its code."""
    above = (session.edition, session.edition.series)
    return Searched(session.text, (session.chair_office, Text.write(session.code)), above)


def office_statement(statement: OfficeStatement) -> Searched:
    """What an office-holder said, by its words, the office, its body and the place."""
    says = (statement.office, statement.body, statement.place)
    return Searched(statement.text or statement.office, says, (*_place(statement), statement.source))


def _place(statement: OfficeStatement) -> tuple[Session | Gathering | Series, ...]:
    """The session, the edition and the series in which it was said."""
    if statement.question.kind == "gatherings.session":
        session = statement.question.session
        return session, session.edition, session.edition.series
    return statement.question.gathering, statement.question.gathering.series


SEARCHED = {
    "gatherings.series": Searchable(series),
    "gatherings.gathering": Searchable(gathering, ("series__institution",)),
    "gatherings.session": Searchable(session, ("edition__institution", "edition__series__institution")),
    "gatherings.officestatement": Searchable(
        office_statement,
        ("source__institution", "question__gathering__series", "question__session__edition__series"),
    ),
}
