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
from majlis.workspace.rooms.strategy.actions.following import (
    carry_over,
    make_pledge,
    make_report,
    withdraw_pledge,
    withdraw_report,
)
from majlis.workspace.rooms.strategy.actions.releasing import release

__all__ = [
    "Measure",
    "adopt",
    "carry_over",
    "change_recommendation",
    "change_strategy",
    "circulate",
    "create_strategy",
    "draft",
    "ground",
    "make_pledge",
    "make_report",
    "release",
    "revise",
    "unground",
    "withdraw",
    "withdraw_pledge",
    "withdraw_report",
]
