"""Conversations for these tests: planted ones, and those that carry the output of Polis's own server."""

import json

import numpy as np
import polars as pl

from majlis.engine.opinion.polis.conversation import Conversation

SERVED = ("austria-climate", "biodiversity")
SERVER_OUTPUT = "polis-math-pca2.json"


def conversation(rows, moderated=(), meta=()):
    """Rows of participant, statement, vote (agree 1), in the order in which they were cast."""
    schema = {"participant": pl.String, "statement": pl.String, "vote": pl.Int64}
    cast = pl.DataFrame([(p, str(s), v) for p, s, v in rows], schema=schema, orient="row")
    return Conversation.of(cast, set(map(str, moderated)), set(map(str, meta)))


def two_camps(people=60, statements=20, density=0.7, seed=1):
    """Rows of two camps that part on half of the statements."""
    rng = np.random.default_rng(seed)
    rows = []
    for person in range(people):
        for statement in np.flatnonzero(rng.random(statements) < density):
            for_it = 0.85 if statement % 2 or person % 2 else 0.1
            luck = rng.random()
            rows.append((f"p{person}", int(statement), 1 if luck < for_it * 0.9 else (0 if luck > 0.9 else -1)))
    return rows


def shuffled(rows, seed):
    return [rows[place] for place in np.random.default_rng(seed).permutation(len(rows))]


def served(folder):
    """What Polis's server computed for a conversation."""
    return json.loads((folder / SERVER_OUTPUT).read_text(encoding="utf-8"))


def write_memberships(path, server):
    """The server's own base clusters and groups, as a file."""
    group_of = {base: group["id"] for group in server["group-clusters"] for base in group["members"]}
    bases = server["base-clusters"]
    lines = [
        f"{participant},{base},{group_of[base]}"
        for base, members in zip(bases["id"], bases["members"], strict=True)
        for participant in members
    ]
    path.write_text("\n".join(["participant,base,group", *lines]) + "\n", encoding="utf-8")
    return path


def write_export(folder, rows, comments):
    """A folder with votes.csv (times as the rows stand) and comments.csv."""
    folder.mkdir(exist_ok=True)
    cast = [f"{time},{s},{p},{v}" for time, (p, s, v) in enumerate(rows, start=1000)]
    (folder / "votes.csv").write_text("\n".join(["timestamp,comment-id,voter-id,vote", *cast]) + "\n", encoding="utf-8")
    (folder / "comments.csv").write_text(comments, encoding="utf-8")
    return folder
