"""Opinion mapping: groups of people who vote alike, what they share and what divides them."""

from majlis.engine.opinion.opinion_map import OpinionMap, opinion_map

__all__ = ["OpinionMap", "opinion_map"]
