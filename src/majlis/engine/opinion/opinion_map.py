"""The opinion map: groups that vote alike, what every group supports, what divides them, and how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from majlis.engine.analysis import Progress, Provenance, Result, Seed, Subjects, analysis, silent
from majlis.engine.charts import Chart, DataTable
from majlis.engine.errors import ParameterError
from majlis.engine.finding import Finding
from majlis.engine.opinion import figures, findings
from majlis.engine.opinion.fit import Fit, fit_map
from majlis.engine.opinion.groups import Reason
from majlis.engine.opinion.payload import GroupRow, NullRow, Number, Participants, PersonRow, StabilityRow, StatementRow
from majlis.engine.opinion.polis.conversation import Conversation
from majlis.engine.opinion.polis.payload import PolisRow, polis_row
from majlis.engine.opinion.polis.stages import compute
from majlis.engine.opinion.polis.usual import usual_fit
from majlis.engine.opinion.rows import (
    group_rows,
    null_row,
    number_row,
    participants_row,
    person_rows,
    stability_row,
    statement_rows,
)
from majlis.engine.opinion.votes import Votes


class OpinionMap(Result):
    """The result of `opinion-map`.

    Every number outside `polis` and `projections` has passed the release gate with k = `min_group`.

    participants: how many voted on any statement, and how many are placed in a group. shown_votes: votes on the
    statements whose totals are shown. groups: by size; one group where none could be told apart (`grouping` says why),
    none where too few people are placed; `number`: what bounds their number. statements: in their natural order.
    consensus, dividing, bridging: ids of statements, ranked by the lower bound of their interval; bridging lists those
    that most of every group supports, as far as the votes tell. moderated_out, same_text: how many statements
    moderation took out, and how many share their text with another. polis: what `method=polis` adds, null otherwise;
    then groups are Polis's, in the order of their ids, and what Polis does not know is null. projections: where each
    participant stands, null unless asked for.
    """

    participants: Participants
    shown_votes: int
    groups: tuple[GroupRow, ...]
    grouping: Reason
    number: Number | None = None
    null_test: NullRow | None
    stability: StabilityRow | None
    statements: tuple[StatementRow, ...]
    consensus: tuple[str, ...]
    dividing: tuple[str, ...]
    bridging: tuple[str, ...] = ()
    moderated_out: int
    same_text: int
    min_group: int
    polis: PolisRow | None = None
    projections: dict[str, PersonRow] | None = None

    @property
    def several_groups(self) -> bool:
        """Whether two or more groups are claimed."""
        return len(self.groups) > 1

    def statement(self, identifier: str) -> StatementRow:
        """The statement with this id; raises KeyError."""
        return self._by_id[identifier]

    @cached_property
    def _by_id(self) -> dict[str, StatementRow]:
        return {row.id: row for row in self.statements}

    def findings(self) -> tuple[Finding, ...]:
        """What was found, the statements that lead, then how sure it is."""
        return (*self.main_findings(), *findings.statement_findings(self), *self.certainty_findings())

    def released(self) -> dict[str, Any]:
        """Every count of people on the map: in all, in each group, on each statement; null where it is held back."""
        kept = self.model_dump(
            mode="json", by_alias=True, include={"participants", "shown_votes", "statements", "groups"}
        )
        counts = ("id", "votes", "agree", "disagree", "pass")
        return {
            "participants": kept["participants"],
            "votes": kept["shown_votes"],
            "groups": [{"id": group["id"], "size": group["size"]} for group in kept["groups"]],
            "statements": [
                {name: row[name] for name in counts}
                | {"groups": [{name: cell[name] for name in counts} for cell in row["per_group"]]}
                for row in kept["statements"]
            ],
        }

    def main_findings(self) -> tuple[Finding, ...]:
        """The groups, and on how much they agree."""
        return findings.main_findings(self)

    def certainty_findings(self) -> tuple[Finding, ...]:
        """How far the data carry the map, and what was left out."""
        return findings.certainty_findings(self)

    def charts(self, language: str) -> tuple[Chart, ...]:
        """The groups, and the statements from dividing to uniting."""
        return figures.charts(self, language)

    def tables(self, language: str) -> tuple[DataTable, ...]:
        """The statements with everything that is shown of them, and the groups."""
        return figures.tables(self, language)

    def with_texts(self, texts: Mapping[str, str]) -> Self:
        """The same map with statements in another language, by id."""
        rows = tuple(row.model_copy(update={"text": texts.get(row.id, row.text)}) for row in self.statements)
        return type(self).restore({**self.to_dict(), "result": {**self.model_dump(), "statements": rows}})

    @classmethod
    def restore(cls, document: Mapping[str, Any]) -> Self:
        """Read back what `to_dict` wrote; raises pydantic.ValidationError for anything else."""
        restored = cls.model_validate(document["result"])
        restored._provenance = Provenance.model_validate({name: document[name] for name in Provenance.model_fields})
        return restored


@analysis("opinion-map", reads=Votes, subjects=Subjects.PEOPLE)
def opinion_map(
    votes: Votes,
    *,
    seed: Annotated[int, Seed] = 0,
    min_group: Annotated[
        int, Field(ge=5, le=1000, description="Nothing is shown about fewer people than this (charter C04).")
    ] = 5,
    method: Annotated[
        Literal["majlis", "polis"], Field(description="How people are grouped; polis: as Polis does, for comparison.")
    ] = "majlis",
    memberships: Annotated[
        str | None,
        Field(min_length=1, description="With polis: a CSV of participant, base, group, in the place of clusters."),
    ] = None,
    projections: Annotated[
        bool, Field(description="Also write where each participant stands: for an analyst’s own file.")
    ] = False,
    progress: Progress = silent,
) -> OpinionMap:
    """Map where people agree and divide: groups that vote alike, consensus with intervals, stability.

    See docs/analyses/opinion-map.md for the model, its assumptions and its sources, and docs/analyses/polis.md for
    `method="polis"`, which reads the files that the votes came from.
    """
    if method == "polis":
        progress("polis", 0.1)
        found = compute(Conversation.read(votes.files), None if memberships is None else Path(memberships))
        progress("agreement", 0.8)
        fit = usual_fit(found, [statement.id for statement in votes.kept], seed, min_group)
        return _told(votes, fit, min_group, polis_row(found, projections=projections))
    if memberships is not None:
        raise ParameterError("memberships belong to method=polis")
    order = range(votes.matrix.n_statements)
    fit = fit_map(votes.matrix, statement_order=order, seed=seed, min_group=min_group, progress=progress)
    told = _told(votes, fit, min_group)
    return told.model_copy(update={"projections": person_rows(fit, votes.names)}) if projections else told


def _told(votes: Votes, fit: Fit, min_group: int, polis: PolisRow | None = None) -> OpinionMap:
    kept = votes.kept
    return OpinionMap(
        participants=participants_row(fit, votes.participants, min_group),
        shown_votes=int(fit.released.totals.sum()),
        groups=group_rows(fit),
        grouping=fit.grouping.reason,
        number=number_row(fit),
        null_test=null_row(fit),
        stability=stability_row(fit),
        statements=statement_rows(fit, kept),
        consensus=tuple(kept[column].id for column in fit.uniting),
        dividing=tuple(kept[column].id for column in fit.dividing),
        bridging=tuple(kept[column].id for column in fit.bridged),
        moderated_out=len(votes.statements) - len(kept),
        same_text=_same_text(statement.text for statement in kept),
        min_group=min_group,
        polis=polis,
    )


def _same_text(texts: Iterable[str]) -> int:
    counts = Counter(text.strip() for text in texts if text.strip())
    return sum(count for count in counts.values() if count > 1)
