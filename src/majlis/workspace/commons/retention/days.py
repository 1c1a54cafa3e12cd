"""How long things are kept, as MAJLIS_KEEP says: `backups=60 accounts-unused=30`."""

from __future__ import annotations

import re

from majlis.engine.errors import InputError

PAIR = re.compile(r"([a-z][a-z-]*)=(\d{1,5})")


def read(written: str) -> dict[str, int]:
    """Read days by policy; InputError where a part is none."""
    found = {}
    for part in written.replace(",", " ").split():
        match = PAIR.fullmatch(part)
        if match is None:
            raise InputError(f"MAJLIS_KEEP: expected policy=days, found {part[:40]!r}")
        found[match[1]] = int(match[2])
    return found
