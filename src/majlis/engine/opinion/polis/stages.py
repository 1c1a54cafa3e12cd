"""All stages in their order, on arrays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from majlis.engine.opinion.polis.arrays import Floats, Ints
from majlis.engine.opinion.polis.clusters import in_conversation
from majlis.engine.opinion.polis.consensus import consensus, group_aware_consensus
from majlis.engine.opinion.polis.conversation import Conversation
from majlis.engine.opinion.polis.memberships import Memberships, cold_start, given
from majlis.engine.opinion.polis.principal import centred, column_means, principal_components
from majlis.engine.opinion.polis.priority import priorities
from majlis.engine.opinion.polis.projection import (
    counted_votes,
    extremity,
    participant_projections,
    statement_projections,
)
from majlis.engine.opinion.polis.representative import Chosen, selected
from majlis.engine.opinion.polis.tally import Tally, all_votes, group_votes


@dataclass(frozen=True)
class Placed:
    """Stages 2 to 6: centre [S], components [2, S], participants [N, 2] and the extremity of statements [S]."""

    centre: Floats
    components: Floats
    participants: Floats
    extremity: Floats


@dataclass(frozen=True)
class PolisMap:
    """What all stages gave.

    votes: counts of each group [G, S]; everybody: over all participants [S]. chosen: the statements that represent each
    group; agreed, disagreed: columns of the consensus, in its order.
    """

    conversation: Conversation
    placed: Placed
    memberships: Memberships
    votes: Tally
    everybody: Tally
    chosen: tuple[tuple[Chosen, ...], ...]
    agreed: Ints
    disagreed: Ints
    group_aware: Floats
    priorities: Floats


def place(conversation: Conversation) -> Placed:
    """Stages 2 to 6."""
    seen, out = conversation.seen, conversation.out
    centre = column_means(seen, out)
    matrix = centred(seen, out, centre)
    components = principal_components(matrix)
    participants = participant_projections(matrix, components, counted_votes(seen, out))
    return Placed(centre, components, participants, extremity(statement_projections(centre, components)))


def join(conversation: Conversation, placed: Placed, memberships: Path | None) -> Memberships:
    """Stages 7 to 9, or the memberships that a file gives."""
    if memberships is not None:
        return given(memberships, conversation.participants)
    seen = conversation.seen
    return cold_start(placed.participants, in_conversation(seen.given, seen.n_statements))


def compute(conversation: Conversation, memberships: Path | None = None) -> PolisMap:
    """All stages. memberships: a file of participant, base, group that takes the place of stages 7 to 9."""
    placed = place(conversation)
    return describe(conversation, placed, join(conversation, placed, memberships))


def describe(conversation: Conversation, placed: Placed, joined: Memberships) -> PolisMap:
    """Stages 10 to 14 for these base clusters and groups."""
    votes = group_votes(conversation.seen, joined.of_participants, len(joined.group_names))
    everybody = all_votes(conversation.seen)
    out = conversation.out
    return PolisMap(
        conversation=conversation,
        placed=placed,
        memberships=joined,
        votes=votes,
        everybody=everybody,
        chosen=tuple(selected(votes.of(g), votes.rest(g), out) for g in range(len(joined.group_names))),
        agreed=consensus(everybody.agree, everybody.seen, out),
        disagreed=consensus(everybody.disagree, everybody.seen, out),
        group_aware=group_aware_consensus(votes),
        priorities=priorities(votes.together(), placed.extremity, conversation.meta),
    )
