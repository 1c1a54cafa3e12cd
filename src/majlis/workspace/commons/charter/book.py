"""The charter that the package carries: its version, its rules in three languages, and its digest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "charter.json"
# What the file must be: whoever changes a rule changes this line too, in the open.
VERSION = "1"
DIGEST = "753b94c3bbcfd5c433c91b03421cd86f8d2f2ebba620c7091bbea61baf031341"
RULES = tuple(f"C{number:02}" for number in range(1, 25))


@dataclass(frozen=True)
class Rule:
    """One rule: its number, and title and text by language."""

    id: str
    title: dict[str, str]
    rule: dict[str, str]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in their order."""
    return tuple(Rule(**entry) for entry in json.loads(FILE.read_text(encoding="utf-8"))["rules"])


def version() -> str:
    """The version that the file gives itself."""
    return str(json.loads(FILE.read_text(encoding="utf-8"))["version"])


def digest() -> str:
    """SHA-256 of the file as it lies there now."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()
