"""What a document says of a closed consultation: where the hall agreed and divided, and how sure that is."""

from __future__ import annotations

from majlis.engine.finding import Estimate
from majlis.engine.messages import format_percent
from majlis.workspace.commons import words
from majlis.workspace.commons.documents import (
    Block,
    Column,
    Heading,
    Hidden,
    Note,
    Paragraph,
    Run,
    Table,
    runs,
    symbol,
    translated,
)
from majlis.workspace.commons.documents.runs import plain
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.rooms import Account
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import queries
from majlis.workspace.rooms.consultations.models import Consultation
from majlis.workspace.rooms.consultations.pages import MapPage


def of_consultation(consultation: Consultation, member: Member | None, level: int) -> Account | None:
    """Tell a closed consultation: who voted, where all groups agree, where they part, and what that rests on."""
    run = queries.latest_map(consultation) if consultation.is_closed else None
    if run is None or not may_see(member, run):
        return None
    page = MapPage(consultation, run)
    blocks = (
        Heading.of(level, here(consultation.text), anchor=f"consultation-{consultation.pk}"),
        *_simulated(consultation),
        *_counted(page),
        Paragraph.of(" ".join(page.lead)),
        Paragraph.of(" ".join(page.sure)),
        _agreed(page),
        *_parted(page),
        _basis(page),
    )
    return Account(blocks, (consultation, run))


def here(text: Text) -> Run:
    """Give a text in the language of the page."""
    return translated(text, words.language())


def _simulated(consultation: Consultation) -> list[Block]:
    return [Note.of("warning", words.say("map-simulated"))] if consultation.simulated else []


def _counted(page: MapPage) -> list[Block]:
    voters, statements = page.map.participants.voted, len(page.map.statements)
    if voters is None:
        return []
    return [Paragraph.of(words.say("account-counts", voters=voters, statements=statements))]


def _agreed(page: MapPage) -> Block:
    if not page.consensus:
        return Paragraph.of(words.say("map-consensus-none", groups=page.groups))
    columns = (
        Column.of(words.say("account-statement"), heads=True),
        Column.figures(words.say("account-share", groups=page.groups)),
        Column.figures(words.say("account-interval")),
    )
    rows = tuple(((here(text),), *_figures(estimate)) for text, estimate, _ in page.consensus)
    caption, note = ("map-consensus-title", "map-consensus-note")
    return Table(columns, rows, *(runs(words.say(key, groups=page.groups)) for key in (caption, note)))


def _parted(page: MapPage) -> list[Block]:
    if page.groups < 2:
        return []
    if not page.dividing:
        return [Paragraph.of(words.say("map-dividing-none"))]
    names = [name for name, _, _ in page.dividing[0][1]]
    columns = (Column.of(words.say("account-statement"), heads=True), *(Column.figures(name) for name in names))
    rows = tuple(((here(text),), *(_share(share) for _, _, share in shares)) for text, shares, _ in page.dividing)
    return [Table(columns, rows, runs(words.say("map-dividing-title")), runs(words.say("map-dividing-note")))]


def _figures(estimate: Estimate) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    interval = estimate.interval
    between = f"{_percent(interval.low)} – {_percent(interval.high)}" if interval else ""
    return (Run(_percent(estimate.value), direction="ltr"),), (Run(between, direction="ltr"),)


def _share(estimate: Estimate | None) -> tuple[Run, ...] | Hidden:
    """A share with its interval under it."""
    if estimate is None:
        return Hidden.because(words.say("account-few-voters"))
    value, between = (plain(figure) for figure in _figures(estimate))
    return (Run(f"{value}\n({between})" if between else value, direction="ltr"),)


def _percent(share: float) -> str:
    return format_percent(share, words.locale_tag())


def _basis(page: MapPage) -> Note:
    made = words.say("map-basis-text", version=page.version, date=page.date, seed=page.seed)
    digests = [symbol(f"{given['name']}: {given['sha256'][:16]}…") for given in page.inputs]
    return Note.of("method", (*runs(made), *(part for digest in digests for part in (Run(" "), digest))))
