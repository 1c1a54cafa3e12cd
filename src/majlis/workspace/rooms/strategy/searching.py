"""What the search reads of the room's records; what was said of them is found on their pages."""

from __future__ import annotations

from majlis.workspace.commons.rooms import Searchable, Searched
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy.models import Recommendation, Strategy


def strategy(strategy: Strategy) -> Searched:
    """A strategy by its title and introduction."""
    return Searched(strategy.text, (strategy.introduction,))


def recommendation(recommendation: Recommendation) -> Searched:
    """A recommendation by all its parts and its code, for those who may see its strategy."""
    parts = (recommendation.goal, recommendation.addressee, recommendation.indicator, recommendation.rights_note)
    return Searched(recommendation.text, (*parts, Text.write(recommendation.code)), (recommendation.strategy,))


SEARCHED = {
    "strategy.strategy": Searchable(strategy),
    "strategy.recommendation": Searchable(recommendation, ("strategy__institution",)),
}
