"""Changing a record that somebody else may be changing: nobody overwrites unseen what another wrote."""

from __future__ import annotations

from typing import TypeVar

from majlis.engine.errors import Refused
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import Record

R = TypeVar("R", bound=Record)


class Outdated(Refused):
    """The record is no longer what the writer saw."""

    def __init__(self) -> None:
        super().__init__("changed-meanwhile")


class Unfit(Refused):
    """What was given does not fit with what is there."""

    def sentences(self) -> list[str]:
        """Say why, in the reader's language."""
        raise NotImplementedError


def stamp(record: Record) -> str:
    """Give the mark by which a form knows the record again: its content, its handling and its state."""
    return digest({"digest": record.digest, "handling": record.handling, "state": record.state})


def as_seen(record: R, seen: str) -> R:
    """Read the record again under a lock; Outdated where it is not what the writer saw."""
    locked = type(record)._default_manager.select_for_update().get(pk=record.pk)
    if stamp(locked) != seen:
        raise Outdated
    return locked
