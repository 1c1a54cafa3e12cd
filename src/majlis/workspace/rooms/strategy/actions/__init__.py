"""The verbs of the room: the only code that writes."""

from majlis.workspace.rooms.strategy.actions.deciding import (
    adopt,
    revise,
    withdraw,
)
from majlis.workspace.rooms.strategy.actions.drafting import (
    Measure,
    change_recommendation,
    change_strategy,
    circulate,
    create_strategy,
    draft,
    ground,
    unground,
)
from majlis.workspace.rooms.strategy.actions.releasing import release

__all__ = [
    "Measure",
    "adopt",
    "change_recommendation",
    "change_strategy",
    "circulate",
    "create_strategy",
    "draft",
    "ground",
    "release",
    "revise",
    "unground",
    "withdraw",
]
