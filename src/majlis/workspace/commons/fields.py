"""Columns that hold a value of ours as JSON: handling markings, texts in several languages, UUIDs by time."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.fields.json import KeyTransform
from uuid6 import uuid7

from majlis.engine.handling import Handling
from majlis.workspace.commons.texts import Text

# A stable name for files and imports.
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def new_id() -> UUID:
    """Make a UUIDv7: ids sort by the time at which they were made."""
    return UUID(int=uuid7().int)


def canonical(value: object) -> str:
    """Write a value as canonical JSON: keys sorted, no spaces, times in UTC; the same value is always the same text."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=_plain)


def digest(value: object) -> str:
    """Give the SHA-256 of the value's canonical JSON, in hex."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if isinstance(value, Handling | Text):
        return value.to_dict()
    return str(value)


class ValueField(models.JSONField):
    """JSON in the database, a frozen value in Python; anything that is not such a value is refused when saved."""

    value: ClassVar[type[Any]]

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """Read the column back as a value; a path into the JSON stays JSON."""
        plain = super().from_db_value(value, expression, connection)
        return plain if plain is None or isinstance(expression, KeyTransform) else self.to_python(plain)

    def to_python(self, value: Any) -> Any:
        """Accept a value or its JSON form."""
        if value is None or isinstance(value, self.value):
            return value
        try:
            return self.value.from_dict(json.loads(value) if isinstance(value, str) else value)
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def get_prep_value(self, value: Any) -> Any:
        """Write the value's JSON form; lookups that are not values pass through."""
        return value.to_dict() if isinstance(value, self.value) else super().get_prep_value(value)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """Refuse what is not a value, so that no unchecked JSON reaches the table."""
        if value is not None and not isinstance(value, self.value) and not hasattr(value, "as_sql"):
            raise TypeError(f"{self.attname} takes a {self.value.__name__}, not {type(value).__name__}")
        return super().get_db_prep_save(value, connection)

    def validate(self, value: Any, model_instance: Any) -> None:
        """Check the value's JSON form as any JSON column does."""
        super().validate(value and value.to_dict(), model_instance)

    def value_to_string(self, obj: Any) -> Any:
        """Give the JSON form for serialisers."""
        value = self.value_from_object(obj)
        return value and value.to_dict()


class HandlingField(ValueField):
    """A column for an `engine.handling.Handling`."""

    value = Handling


class MultilingualField(ValueField):
    """A column for a `commons.texts.Text`."""

    value = Text
