"""Reading rounds on the texts of a strategy: what is asked, one's own answers, and what came out.

Rounds of a strategy that have not ended form a series. One key, named by the first round of the series and kept outside
the database, turns a member into a pseudonym, so that a member's answers in two rounds can be paired until it ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import numpy as np
from django.utils import timezone

from majlis.engine.disclosure.gate import Answers, Persons, release
from majlis.workspace.commons import keys
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.models.records import WITHDRAWN
from majlis.workspace.commons.queries import visible
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import queries
from majlis.workspace.rooms.strategy.agreement import HIGHEST, LOWEST, spread
from majlis.workspace.rooms.strategy.models import Rating, Recommendation, Round, RoundState, Stage, Strategy

LEAST_RATERS = 5
# Why a reason or a wording is kept back from others (charter C12).
HELD = ("person", "incites", "insults", "private")


@dataclass(frozen=True)
class Asked:
    """A text as it was asked, and whether the draft says something else by now."""

    recommendation: Recommendation
    content: Mapping[str, Any]
    changed: bool

    def part(self, name: str) -> Text | None:
        """Give one of its parts as a text."""
        return Text.from_dict(self.content[name]) if self.content.get(name) else None

    @property
    def text(self) -> Text:
        """The measure."""
        return Text.from_dict(self.content["text"])


def rounds_of(strategy: Strategy, member: Member | None) -> list[Round]:
    """The rounds of the strategy that a member may see, the newest first; the public sees none."""
    if member is None:
        return []
    found = strategy.rounds.order_by("-number").select_related("institution", "strategy__institution")
    return visible(found, member)


def find_round(member: Member | None, pk: UUID) -> Round | None:
    """A round that a member may see, of a strategy that they may see."""
    found = Round.objects.filter(pk=pk).exclude(state=WITHDRAWN).select_related("institution", "strategy__institution")
    asked_in = next(iter(visible(found, member)), None) if member else None
    if asked_in is None or queries.find_strategy(member, asked_in.strategy_id) is None:
        return None
    return asked_in


def takes_answers(asked_in: Round, at: datetime | None = None) -> bool:
    """Whether the round is open, and the day that was set for its closing is not over."""
    return asked_in.state == RoundState.OPEN and (
        asked_in.closes_at is None or (at or timezone.now()) < asked_in.closes_at
    )


def series(strategy: Strategy) -> list[Round]:
    """The rounds that have not ended, the first one first."""
    return list(strategy.rounds.exclude(state=RoundState.ENDED).order_by("number"))


def key_id(asked_in: Round) -> UUID:
    """Say by which id the key of the round's series lies."""
    return series(asked_in.strategy)[0].pk


def pseudonym(asked_in: Round, member: Member) -> bytes:
    """Turn a member into the pseudonym of the series; KeyGone once the key is."""
    return keys.pseudonym(keys.load(key_id(asked_in)), str(member.pk))


def drafts_of(strategy: Strategy, member: Member | None) -> list[Recommendation]:
    """The drafts that a round can ask about, as far as the member may see them."""
    return [r for r in queries.recommendations_of(strategy, member) if r.is_draft]


def asked_in(asked_round: Round, member: Member | None) -> list[Asked]:
    """The texts that the round asks about and the member may see; a draft that was withdrawn is asked no more."""
    ids = [line["id"] for line in asked_round.asked]
    found = Recommendation.objects.filter(pk__in=ids).exclude(stage=Stage.WITHDRAWN)
    seen = queries.of_reader(found.select_related("institution", "strategy__institution"), member)
    known = {str(r.pk): r for r in seen}
    lines = [line for line in asked_round.asked if line["id"] in known]
    return [Asked(known[x["id"]], x["content"], known[x["id"]].digest != x["digest"]) for x in lines]


def own_answers(asked_round: Round, member: Member) -> dict[UUID, Rating]:
    """What the member answered in the round, by recommendation; nothing once the key is gone."""
    if asked_round.state == RoundState.ENDED or not keys.exists(key_id(asked_round)):
        return {}
    rows = asked_round.ratings.filter(pseudonym=pseudonym(asked_round, member))
    return {rating.recommendation_id: rating for rating in rows}


def round_before(asked_round: Round) -> Round | None:
    """The closed round of the same series before this one."""
    earlier = [r for r in series(asked_round.strategy) if r.number < asked_round.number]
    return earlier[-1] if earlier and earlier[-1].answers is not None else None


def outcome_of(asked_round: Round) -> dict[str, dict[str, Any]]:
    """What came out by recommendation's id; empty before the round is closed."""
    return {line["id"]: line for line in (asked_round.answers or {}).get("results", [])}


def outcome(asked_round: Round) -> dict[str, Any]:
    """Count what came in, through the release gate: nothing of a text with fewer than five raters, not even how many.

    Reasons and wordings stand without their authors, in the order of their digests, each once; `read` says whether
    somebody of the drafting institution has read them before others see them.
    """
    ids = [line["id"] for line in asked_round.asked]
    shown = _shown(asked_round, ids)
    return {
        "read": False,
        "held": {},
        "results": [_result(asked_round, pk) if pk in shown else {"id": pk} for pk in ids],
    }


def refusals(recommendations: Iterable[Recommendation], member: Member | None) -> list[tuple[Recommendation, Round]]:
    """The rounds, as far as the reader may see them, in which some released ratings of a text were 1 to 3, by text.

    Only closed rounds count whose words were read; a text with too few raters has no released share.
    """
    known = {str(recommendation.pk): recommendation for recommendation in recommendations}
    strategies = {recommendation.strategy_id for recommendation in known.values()}
    found = Round.objects.filter(strategy__in=strategies, answers__read=True).exclude(state=WITHDRAWN)
    held = visible(found.select_related("institution").order_by("number"), member)
    return [(known[pk], one) for pk in known for one in held if outcome_of(one).get(pk, {}).get("reject")]


def counts_of(asked_round: Round) -> list[dict[str, Any]]:
    """What came out without people's words, for the history of releases; a text with too few raters by its id alone."""
    words = {"reasons", "wordings"}
    return [{k: v for k, v in line.items() if k not in words} for line in outcome_of(asked_round).values()]


def _shown(asked_round: Round, ids: list[str]) -> set[str]:
    """The ids of the texts of which the gate lets the totals through."""
    rows = list(asked_round.ratings.values_list("pseudonym", "recommendation_id", "value"))
    people = {bytes(who): n for n, who in enumerate(sorted({bytes(row[0]) for row in rows}))}
    questions = {pk: n for n, pk in enumerate(ids)}
    answers = Answers(
        persons=np.array([people[bytes(who)] for who, _, _ in rows], np.int64),
        questions=np.array([questions[str(pk)] for _, pk, _ in rows], np.int64),
        choices=np.array([value - LOWEST for _, _, value in rows], np.int64),
        n_questions=len(ids),
        n_choices=HIGHEST - LOWEST + 1,
    )
    nowhere = Persons(np.full(len(people), -1), np.zeros(len(people)), 0)
    shown = release(answers, nowhere, LEAST_RATERS).totals_shown if rows else [False] * len(ids)
    return {pk for pk, may_show in zip(ids, shown, strict=True) if may_show}


def _result(asked_round: Round, pk: str) -> dict[str, Any]:
    ratings = list(asked_round.ratings.filter(recommendation_id=pk))
    described = asdict(spread([rating.value for rating in ratings]))
    texts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for name in ("reason", "wording"):
        given = {digest(text): text.to_dict() for r in ratings if (text := getattr(r, name)) is not None}
        texts[f"{name}s"] = [{"digest": key, "text": given[key]} for key in sorted(given)]
    return {"id": pk, **described, "zone": described["zone"].value, **texts}
