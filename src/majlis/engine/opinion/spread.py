"""The picture: where each group lies, how wide, and dots that are drawn, so that no dot is anybody (charter C04)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from majlis.engine.opinion.planes import Floats

RING_CHI_SQUARE = 4.605170185988092  # 90 % quantile of chi-square with two degrees of freedom: -2 ln 0.1
MOST_DOTS = 600
RING_POINTS = 48


@dataclass(frozen=True)
class Spread:
    """One group in the picture.

    centre [2] and covariance [2, 2] of its people's positions; ring [48, 2]: the ellipse that holds the centre itself
    with 90 % probability (normal approximation); dots [d, 2]: drawn from the group's Gaussian.
    """

    centre: Floats
    covariance: Floats
    ring: Floats
    dots: Floats


def group_spread(positions: Floats, dots: int, rng: np.random.Generator) -> Spread:
    """Centre, covariance and ring of a group's positions [n, 2], and `dots` drawn points."""
    centre = positions.mean(axis=0)
    away = positions - centre
    covariance = away.T @ away / max(len(positions) - 1, 1)
    drawn = centre + rng.standard_normal((dots, 2)) @ _root(covariance).T
    return Spread(centre, covariance, _ring(centre, covariance / len(positions)), drawn)


def dots_for(sizes: list[int]) -> list[int]:
    """About one dot a person; above 600 people in all, one dot for several, in proportion."""
    step = max(1.0, sum(sizes) / MOST_DOTS)
    return [max(1, round(size / step)) for size in sizes]


def _root(covariance: Floats) -> Floats:
    """Lower triangular square root, written out so that a flat covariance does no harm."""
    xx, xy, yy = covariance[0, 0], covariance[0, 1], covariance[1, 1]
    first = np.sqrt(max(xx, 0.0))
    slope = xy / first if first > 0 else 0.0
    return np.array([[first, 0.0], [slope, np.sqrt(max(yy - slope * slope, 0.0))]])


def _ring(centre: Floats, covariance: Floats) -> Floats:
    angles = np.linspace(0.0, 2 * np.pi, RING_POINTS, endpoint=False)
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return np.asarray(centre + np.sqrt(RING_CHI_SQUARE) * circle @ _root(covariance).T)
