"""How far ratings from 1 (cannot be accepted) to 9 (fully agreed) agree. Pure; plain statistics of one text.

Agreement and disagreement are those of the RAND/UCLA Appropriateness Method: Fitch K, Bernstein SJ, Aguilar MD et al.,
The RAND/UCLA Appropriateness Method User's Manual, RAND, Santa Monica 2001, chapter 8.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import floor

LOWEST, HIGHEST = 1, 9
LEAST_PANEL, LARGEST_COUNTED_PANEL, MOST_IN_AN_EXTREME = 8, 10, 3
RANGE_IF_SYMMETRIC, CORRECTION = 2.35, 1.5


class Zone(StrEnum):
    """Where the median lies: 1 to 3, between, or 7 to 9; a median of 3.5 or 6.5 counts with the higher zone."""

    REJECTED = "rejected"
    UNCERTAIN = "uncertain"
    ACCEPTED = "accepted"


@dataclass(frozen=True)
class Spread:
    """Ratings of one text: their number, median and quartiles, the shares of 7 to 9 and of 1 to 3.

    disagreement: whether the group disagrees; None for fewer than eight raters, for whom the method defines none.
    """

    n: int
    median: float
    low: float
    high: float
    agree: float
    reject: float
    zone: Zone
    disagreement: bool | None


def spread(ratings: Sequence[int]) -> Spread:
    """Describe ratings; ValueError where there is none or one lies outside 1 to 9."""
    if not ratings or not all(LOWEST <= rating <= HIGHEST for rating in ratings):
        raise ValueError("ratings run from 1 to 9, and there must be one")
    low, median, high = (percentile(ratings, share) for share in (0.25, 0.5, 0.75))
    n = len(ratings)
    return Spread(
        n=n,
        median=median,
        low=low,
        high=high,
        agree=sum(rating >= 7 for rating in ratings) / n,
        reject=sum(rating <= 3 for rating in ratings) / n,
        zone=Zone.ACCEPTED if median >= 6.5 else Zone.UNCERTAIN if median >= 3.5 else Zone.REJECTED,
        disagreement=disagrees(ratings),
    )


def disagrees(ratings: Sequence[int]) -> bool | None:
    """Whether a group disagrees: eight to ten raters by counts, more by the interpercentile range.

    Eight to ten: three or more rate 1 to 3 and three or more rate 7 to 9. More: the range from the 30th to the 70th
    percentile, IPR, is wider than IPRAS = 2.35 + 1.5 |5 - m|, where m is the middle of that range.
    """
    if len(ratings) < LEAST_PANEL:
        return None
    if len(ratings) <= LARGEST_COUNTED_PANEL:
        ends = sum(rating <= 3 for rating in ratings), sum(rating >= 7 for rating in ratings)
        return min(ends) >= MOST_IN_AN_EXTREME
    low, high = percentile(ratings, 0.3), percentile(ratings, 0.7)
    return high - low > adjusted_range(low, high)


def adjusted_range(low: float, high: float) -> float:
    """Give IPRAS, the interpercentile range adjusted for symmetry, from the 30th and the 70th percentile."""
    return RANGE_IF_SYMMETRIC + CORRECTION * abs(5 - (low + high) / 2)


def percentile(ratings: Sequence[int], share: float) -> float:
    """Give a percentile with linear interpolation between order statistics (Hyndman and Fan 1996, definition 7)."""
    ordered = sorted(ratings)
    place = round(share * (len(ordered) - 1), 9)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
