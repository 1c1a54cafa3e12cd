"""What an opinion map says, as findings whose sentences stand in the catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.engine.finding import Estimate, Finding, Interval, Verdict
from majlis.engine.opinion.agreement import MAJORITY
from majlis.engine.opinion.groups import LEAST_VOTES
from majlis.engine.opinion.payload import Divided, Share, StatementRow
from majlis.engine.opinion.rows import LEVEL

if TYPE_CHECKING:
    from majlis.engine.opinion.opinion_map import OpinionMap

# The statements that lead are always named; beyond them only those of which the data are sure.
LEAD, MOST_NAMED = 3, 8
LONGEST_NAME = 400


def main_findings(found: OpinionMap) -> tuple[Finding, ...]:
    """Groups, and on how many statements all of them surely agree."""
    if not found.groups:
        return (Finding(key="opinion-nothing", n=found.participants.voted, verdict=Verdict.CANNOT_TELL),)
    return (_groups(found), *_majorities(found))


def statement_findings(found: OpinionMap) -> tuple[Finding, ...]:
    """The statements that surely unite, the first few even where it is not sure, and those that surely divide."""
    return (*_uniting(found), *_dividing(found))


def certainty_findings(found: OpinionMap) -> tuple[Finding, ...]:
    """How sure the groups are, and what was left out."""
    return (
        *_sure(found),
        *_number(found),
        *_not_placed(found),
        *_hidden(found),
        *_moderated(found),
        *_same_text(found),
    )


def _interval(share: Share | Divided) -> Interval:
    return Interval(low=share.low, high=share.high, level=LEVEL)


def _name(row: StatementRow) -> str:
    name = row.text or row.id
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _groups(found: OpinionMap) -> Finding:
    placed = found.participants.placed
    if found.polis is not None:
        # Polis does not ask whether its groups are more than chance.
        return Finding(key="opinion-polis", values={"groups": len(found.groups)}, n=placed)
    if found.several_groups:
        return Finding(key="opinion-groups", values={"groups": len(found.groups)}, n=placed, verdict=Verdict.SHOWN)
    return Finding(key="opinion-no-groups", values={"reason": found.grouping}, n=placed, verdict=Verdict.CANNOT_TELL)


def _majorities(found: OpinionMap) -> tuple[Finding, ...]:
    compared = [row for row in found.statements if row.consensus is not None]
    if not compared:
        return ()
    sure = sum(row.consensus.low > MAJORITY for row in compared if row.consensus)
    values = {"majorities": sure, "statements": len(compared), "groups": len(found.groups)}
    return (Finding(key="opinion-majorities", values=values, n=found.participants.placed),)


def _uniting(found: OpinionMap) -> tuple[Finding, ...]:
    rows = [found.statement(identifier) for identifier in found.consensus[:MOST_NAMED]]
    shares = [(row, row.consensus) for row in rows if row.consensus]
    named = [pair for place, pair in enumerate(shares) if place < LEAD or pair[1].low > MAJORITY]
    return tuple(_united(row, share, len(found.groups)) for row, share in named)


def _united(row: StatementRow, share: Share, groups: int) -> Finding:
    interval = _interval(share)
    return Finding(
        key="opinion-consensus",
        values={"id": row.id, "statement": _name(row), "share": share.estimate, "groups": groups},
        estimate=Estimate(value=share.estimate, interval=interval),
        n=sum(cell.votes or 0 for cell in row.per_group),
        verdict=interval.side_of(MAJORITY),
    )


def _dividing(found: OpinionMap) -> tuple[Finding, ...]:
    rows = [found.statement(identifier) for identifier in found.dividing[:MOST_NAMED]]
    return tuple(_parted(row, row.division) for row in rows if row.division and row.division.low > 0)


def _parted(row: StatementRow, division: Divided) -> Finding:
    interval = _interval(division)
    shares = {cell.id: cell.share.estimate for cell in row.per_group if cell.share}
    return Finding(
        key="opinion-dividing",
        values={
            "id": row.id,
            "statement": _name(row),
            "first": division.first,
            "second": division.second,
            "more": shares[division.first],
            "less": shares[division.second],
        },
        estimate=Estimate(value=division.estimate, interval=interval),
        n=sum(cell.votes or 0 for cell in row.per_group),
        verdict=interval.side_of(0.0),
    )


def _sure(found: OpinionMap) -> tuple[Finding, ...]:
    steady = found.stability
    if steady is None:
        return ()
    values: dict[str, int | float | str] = {
        "groups": len(found.groups),
        "back": round(steady.came_back * steady.resamples),
        "resamples": steady.resamples,
        "whole": "yes" if steady.all_placed else "no",
        "people": steady.people or 0,
    }
    # The agreement of the resamples with the map is the number that the sentence stands on.
    rand = Estimate(value=steady.rand.estimate, interval=_interval(steady.rand))
    return (Finding(key="opinion-sure", values=values, estimate=rand, n=steady.people),)


def _number(found: OpinionMap) -> tuple[Finding, ...]:
    number = found.number
    if number is None or number.low == number.high:
        return ()
    return (Finding(key="opinion-number", values={"low": number.low, "high": number.high}),)


def _not_placed(found: OpinionMap) -> tuple[Finding, ...]:
    voted, placed = found.participants.voted, found.participants.placed
    if not found.groups or voted is None or placed is None:
        return ()
    least = min(LEAST_VOTES, len(found.statements))
    values = {"people": voted - placed, "placed": placed, "voted": voted, "least": least}
    return (Finding(key="opinion-placed", values=values, n=voted),)


def _hidden(found: OpinionMap) -> tuple[Finding, ...]:
    hidden = sum(row.consensus is None for row in found.statements)
    return (Finding(key="opinion-hidden", values={"statements": hidden}),) if hidden and found.groups else ()


def _moderated(found: OpinionMap) -> tuple[Finding, ...]:
    out = found.moderated_out
    return (Finding(key="opinion-moderated", values={"statements": out}),) if out else ()


def _same_text(found: OpinionMap) -> tuple[Finding, ...]:
    repeated = found.same_text
    return (Finding(key="opinion-same-text", values={"statements": repeated}),) if repeated else ()
