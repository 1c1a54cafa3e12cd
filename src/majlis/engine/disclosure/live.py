"""What a live screen may count while voting goes on: first answers, in whole blocks, the newest left out.

Of n answers to a question, in the order in which they first came, the screen counts the first

    counted(n) = k * floor((n - k) / k), and nothing where n < 2k

so that it always leaves out the newest k to 2k - 1. A first answer never changes and none is ever put before another;
two screens of a question are therefore the same or differ by whole blocks of k people, and the final total, which holds
everybody, has at least k people more than any screen. The rule needs no memory: it follows from the answers alone.
What remains open: somebody who answers k - 1 times under as many names fills a block around one other person. A door
with codes or members closes that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from majlis.engine.disclosure.thresholds import VOTES, at_least

BLOCK = VOTES
AGREE, PASS, DISAGREE = 1, 0, -1


@dataclass(frozen=True)
class Tally:
    """How many of the counted first answers agree, disagree and pass."""

    agree: int
    disagree: int
    passed: int

    @property
    def votes(self) -> int:
        """How many answers are counted."""
        return self.agree + self.disagree + self.passed


def counted(answers: int, block: int = BLOCK) -> int:
    """How many of so many first answers a live screen counts; CharterRefusal for blocks of fewer than 5."""
    return max(0, (answers - at_least(block)) // block * block)


def tally(first_answers: Sequence[int], block: int = BLOCK) -> Tally | None:
    """Count first answers, given in the order in which they came; None where nothing may be shown yet."""
    shown = first_answers[: counted(len(first_answers), block)]
    if not shown:
        return None
    return Tally(*(sum(answer == value for answer in shown) for value in (AGREE, DISAGREE, PASS)))
