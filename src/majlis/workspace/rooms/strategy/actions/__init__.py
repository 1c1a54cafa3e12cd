"""The verbs of the room: the only code that writes."""

from majlis.workspace.rooms.strategy.actions.asking import (
    Answer,
    answer_round,
    close_round,
    destroy_left_round_keys,
    end_rounds,
    move_closing,
    open_round,
    read_round,
)
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
from majlis.workspace.rooms.strategy.actions.remarking import answer_remark, make_remark, withdraw_remark
from majlis.workspace.rooms.strategy.actions.tabling import import_table

__all__ = [
    "Answer",
    "Measure",
    "adopt",
    "answer_remark",
    "answer_round",
    "carry_over",
    "change_recommendation",
    "change_strategy",
    "circulate",
    "close_round",
    "create_strategy",
    "destroy_left_round_keys",
    "draft",
    "end_rounds",
    "ground",
    "import_table",
    "make_pledge",
    "make_remark",
    "make_report",
    "move_closing",
    "open_round",
    "read_round",
    "release",
    "revise",
    "unground",
    "withdraw",
    "withdraw_pledge",
    "withdraw_remark",
    "withdraw_report",
]
