"""Asking: rounds on the texts of a strategy's drafts, answered under pseudonyms whose key lies outside the database."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import strictest
from majlis.workspace.commons import keys, releases, traces
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import rounds, rules
from majlis.workspace.rooms.strategy.actions.deciding import frozen
from majlis.workspace.rooms.strategy.models import Rating, Recommendation, Round, RoundState, Strategy

NO_ANSWER = 0


@dataclass(frozen=True)
class Answer:
    """What a member answers about one text; value 0 takes an earlier answer back."""

    recommendation: UUID
    value: int
    reason: Text | None = None
    wording: Text | None = None


@action("round.open", rule=rules.may_change_strategy)
def open_round(
    *, strategy: Strategy, recommendations: Sequence[Recommendation] | None = None, closes_at: datetime | None = None
) -> Round:
    """Ask about the strategy's drafts, all of them where none is named; each text is pinned as it stands.

    The round's handling is the strictest of the strategy and of all that is asked. Refused where a round is open, where
    there is nothing to ask, or where it would close in the past.
    """
    strategy = Strategy.objects.select_for_update().get(pk=strategy.pk)
    drafts = rounds.drafts_of(strategy, current_actor())
    chosen = drafts if recommendations is None else [r for r in drafts if r.pk in {c.pk for c in recommendations}]
    _insist_on_openable(strategy, chosen, recommendations, closes_at)
    opened = Round.objects.create(
        institution=strategy.institution,
        author=current_actor(),
        handling=strictest([strategy.handling, *(r.handling for r in chosen)]),
        language=strategy.language,
        state=RoundState.OPEN,
        strategy=strategy,
        number=strategy.rounds.count() + 1,
        asked=[_pinned(recommendation) for recommendation in chosen],
        closes_at=closes_at,
    )
    keys.make(rounds.key_id(opened))
    return opened


@action("round.move_day", rule=rules.may_close_round)
def move_closing(*, closed: Round, closes_at: datetime | None) -> Round:
    """Give an open round another last day, or none; Refused where the round is over or the day is."""
    locked = Round.objects.select_for_update().get(pk=closed.pk)
    if not rounds.takes_answers(locked):
        raise Refused("round-takes-no-answers")
    _insist_on_day_to_come(closes_at)
    locked.closes_at = closes_at
    locked.save()
    return locked


@action("round.answer", rule=rules.may_rate, anonymous=True)
def answer_round(*, asked_in: Round, answers: Sequence[Answer]) -> list[Rating]:
    """Write down the actor's ratings; a later one on the same text replaces the earlier.

    The member never reaches the row: only the pseudonym under the series' key does, and the ledger's entry names no
    actor. Refused where the round is over, or where a text is not asked or may not be seen by the actor.
    """
    locked = Round.objects.select_for_update().get(pk=asked_in.pk)
    member = current_actor()
    if not rounds.takes_answers(locked):
        raise Refused("round-takes-no-answers")
    may_rate = {asked.recommendation.pk for asked in rounds.asked_in(locked, member)}
    if rounds.find_round(member, locked.pk) is None or not {a.recommendation for a in answers} <= may_rate:
        raise Refused("round-text-not-asked")
    if not answers:
        raise Refused("round-nothing-answered")
    key = keys.load(rounds.key_id(locked))
    return [_committed(key, row) for row in _written(locked, keys.pseudonym(key, str(member.pk)), answers)]


@action("round.close", rule=rules.may_close_round)
def close_round(*, closed: Round) -> Round:
    """End the answering and count what came in; Refused where that was done before."""
    locked = Round.objects.select_for_update().get(pk=closed.pk)
    if locked.state != RoundState.OPEN:
        raise Refused("round-closed-already")
    locked.answers, locked.closed_at, locked.state = rounds.outcome(locked), timezone.now(), RoundState.CLOSED
    locked.save()
    content = {"results": rounds.counts_of(locked)}
    releases.keep_release(population=f"round:{locked.pk}", table="ratings", state=digest(content), content=content)
    return locked


@action("round.read", rule=rules.may_close_round)
def read_round(*, closed: Round, held: Mapping[str, str]) -> Round:
    """Let others see the reasons and wordings of a closed round, but for those held back, each by digest with why."""
    locked = Round.objects.select_for_update().get(pk=closed.pk)
    if locked.answers is None:
        raise Refused("round-not-closed")
    if not set(held.values()) <= set(rounds.HELD):
        raise ValueError(f"a text is held back because of one of {rounds.HELD}")
    locked.answers = {**locked.answers, "read": True, "held": dict(sorted(held.items()))}
    locked.save()
    return locked


@action("round.end", rule=rules.may_change_strategy)
def end_rounds(*, strategy: Strategy) -> list[Round]:
    """End the series: shuffle the ratings under fresh pseudonyms, drop their texts, destroy the key.

    What came out stays. Every row gets a pseudonym of its own, so that not even two answers of one member can be told
    to be one person's. Refused while a round is open, or where no round is left to end.
    """
    strategy = Strategy.objects.select_for_update().get(pk=strategy.pk)
    ended = rounds.series(strategy)
    if not ended:
        raise Refused("rounds-none-to-end")
    if any(one.state == RoundState.OPEN for one in ended):
        raise Refused("round-open-already")
    key = ended[0].pk
    _shuffle(ended)
    for one in ended:
        one.state = RoundState.ENDED
        one.save()
    transaction.on_commit(lambda: _forget(key))
    return ended


def destroy_left_round_keys() -> int:
    """Destroy the keys of ended rounds that a killed process left behind; gives their number."""
    left = [one for one in Round.objects.filter(state=RoundState.ENDED) if keys.exists(one.pk)]
    for one in left:
        keys.destroy(one.pk)
    return len(left)


def _insist_on_openable(
    strategy: Strategy,
    chosen: Sequence[Recommendation],
    wanted: Sequence[Recommendation] | None,
    closes_at: datetime | None,
) -> None:
    if strategy.rounds.filter(state=RoundState.OPEN).exists():
        raise Refused("round-open-already")
    if not chosen or (wanted is not None and len(chosen) != len(wanted)):
        raise Refused("round-without-drafts")
    _insist_on_day_to_come(closes_at)


def _insist_on_day_to_come(closes_at: datetime | None) -> None:
    if closes_at is not None and closes_at <= timezone.now():
        raise Refused("round-closes-in-the-past")


def _pinned(recommendation: Recommendation) -> dict[str, object]:
    content = frozen(recommendation, [])["content"]
    return {
        "id": str(recommendation.pk),
        "code": recommendation.code,
        "digest": recommendation.digest,
        "content": content,
    }


def _written(locked: Round, pseudonym: bytes, answers: Sequence[Answer]) -> list[Rating]:
    rows = [
        Rating(
            round=locked,
            recommendation_id=answer.recommendation,
            pseudonym=pseudonym,
            value=answer.value,
            reason=answer.reason,
            wording=answer.wording,
        )
        for answer in answers
    ]
    taken_back = [row.recommendation_id for row in rows if row.value == NO_ANSWER]
    locked.ratings.filter(pseudonym=pseudonym, recommendation_id__in=taken_back).delete()
    Rating.objects.bulk_create(
        [row for row in rows if row.value != NO_ANSWER],
        update_conflicts=True,
        unique_fields=["round", "recommendation", "pseudonym"],
        update_fields=["value", "reason", "wording"],
    )
    return rows


def _committed(key: bytes, row: Rating) -> Rating:
    said = [str(text.to_dict()) if text else "" for text in (row.reason, row.wording)]
    parts = [str(row.round_id), str(row.recommendation_id), row.pseudonym, str(row.value), *said]
    row.commitment = keys.commitment(key, *parts)
    return row


def _shuffle(ended: Sequence[Round]) -> None:
    """Write the ratings anew: a pseudonym a row, no texts, in an order that chance decides."""
    ratings = Rating.objects.filter(round__in=ended)
    rows = list(ratings.values_list("round_id", "recommendation_id", "value"))
    ratings.delete()
    secrets.SystemRandom().shuffle(rows)
    traces.owe(Rating)
    Rating.objects.bulk_create(
        Rating(
            round_id=round_id,
            recommendation_id=recommendation_id,
            pseudonym=secrets.token_bytes(keys.PSEUDONYM_BYTES),
            value=value,
        )
        for round_id, recommendation_id, value in rows
    )


def _forget(key: UUID) -> None:
    """Destroy the key, then push the old rows out of the database's own files."""
    keys.destroy(key)
    traces.erase(Rating)
