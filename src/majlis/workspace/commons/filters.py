"""The handling policy as a database filter: the engine's conditions, written for SQLite and for PostgreSQL."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, F, Func, Q

from majlis.engine.handling.condition import AllOf, AnyOf, At, Condition, HeldBy, Lasts, Only, Open, Shares
from majlis.engine.handling.marking import Handling
from majlis.workspace.commons.fields import canonical

Sql = tuple[str, tuple[object, ...]]


class Asks(Func):
    """A yes or no that a database reads from one key of a column of JSON, with one parameter."""

    output_field = BooleanField()
    sqlite = postgresql = ""

    def __init__(self, column: str | F, key: str, value: object) -> None:
        super().__init__(F(column) if isinstance(column, str) else column)
        self.key, self.value = key, value

    def as_sqlite(self, compiler: Any, connection: Any) -> Sql:  # noqa: ARG002 - as Django calls it
        """Write it for SQLite."""
        return self._written(self.sqlite, compiler)

    def as_postgresql(self, compiler: Any, connection: Any) -> Sql:  # noqa: ARG002 - as Django calls it
        """Write it for PostgreSQL."""
        return self._written(self.postgresql, compiler)

    def _written(self, template: str, compiler: Any) -> Sql:
        column, values = compiler.compile(self.source_expressions[0])
        return template.format(column=column, key=self.key), (*values, self.value)


class SharesName(Asks):
    """Whether a list of names has at least one of these; the parameter is their JSON."""

    sqlite = "EXISTS (SELECT 1 FROM json_each({column}, '$.{key}') WHERE value IN (SELECT value FROM json_each(%s)))"
    postgresql = "jsonb_exists_any({column} -> '{key}', ARRAY(SELECT jsonb_array_elements_text(%s::jsonb)))"


class ComesLater(Asks):
    """Whether a moment comes later than this one; as text without its Z, because parts of a second may be missing."""

    sqlite = "rtrim(json_extract({column}, '$.{key}'), 'Z') > rtrim(%s, 'Z')"
    postgresql = "({column} ->> '{key}')::timestamptz > %s::timestamptz"


def filter_of(condition: Condition, through: str = "") -> Q:  # noqa: PLR0911 - one case a leaf
    """Give the condition as a filter of records; `through` is the way to another record, such as `source__`."""
    column = f"{through}handling"
    match condition:
        case AllOf(parts):
            return Q(*(filter_of(part, through) for part in parts))
        case AnyOf(parts):
            return Q(*(filter_of(part, through) for part in parts), _connector=Q.OR) if parts else Q(pk__in=[])
        case At(levels):
            return Q(**{f"{column}__tlp__in": sorted(map(str, levels))})
        case Open(field):
            return Q(**{f"{column}__{field}": None})
        case Shares(field, names):
            return Q(SharesName(column, field, canonical(sorted(names)))) if names else Q(pk__in=[])
        case Only(field, name):
            return Q(**{f"{column}__{field}": [name]})
        case HeldBy(institution):
            return Q(**{f"{through}institution": institution})
        case Lasts(at):
            moment = Handling(expires=at).to_dict()["expires"]
            return Q(**{f"{column}__expires": None}) | Q(ComesLater(column, "expires", moment))
