"""The demonstration: sessions of a conference with a simulated audience, clearly labelled as such.

A session (`session-*.json`) plants groups of opinion; `draw_votes` draws an audience from them. The votes stand for
nobody: they exist so that the software can be seen at work.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Session:
    """One session: its texts by language, and its planted groups with their chances to agree and to pass.

    shares: part of the audience in each group [groups]; agree, pass_: probabilities [statements, groups].
    """

    key: str
    title: dict[str, str]
    question: dict[str, str]
    introduction: dict[str, str]
    statements: tuple[dict[str, Any], ...]
    shares: NDArray[np.float64]
    agree: NDArray[np.float64]
    pass_: NDArray[np.float64]


def sessions() -> tuple[Session, ...]:
    """All sessions in their order."""
    return tuple(_session(path) for path in sorted(HERE.glob("session-*.json")))


def _session(path: Path) -> Session:
    content = json.loads(path.read_text(encoding="utf-8"))
    shares = np.array([group["share"] for group in content["groups"]])
    return Session(
        key=content["key"],
        title=content["title"],
        question=content["question"],
        introduction=content["introduction"],
        statements=tuple(content["statements"]),
        shares=shares / shares.sum(),
        agree=np.array([statement["agree"] for statement in content["statements"]]),
        pass_=np.array([statement["pass"] for statement in content["statements"]]),
    )


def draw_votes(session: Session, *, voters: int, seed: int) -> list[tuple[str, str, int]]:
    """Draw `(voter, statement id, vote)` for an audience.

    Most people answer most statements, some stop early: the share that a person answers is drawn from Beta(5, 1.4).
    """
    rng = np.random.default_rng(seed)
    groups = rng.choice(len(session.shares), size=voters, p=session.shares)
    answered = rng.random((voters, len(session.statements))) < rng.beta(5, 1.4, size=(voters, 1))
    luck = rng.random(answered.shape)
    agree, passed = session.agree.T[groups], session.pass_.T[groups]
    votes = np.where(luck < agree, 1, np.where(luck < agree + passed, 0, -1))
    return [
        (f"voter-{person + 1}", str(session.statements[column]["id"]), int(votes[person, column]))
        for person, column in np.argwhere(answered)
    ]
