"""One declaration makes an analysis: its command, its background job and its page are read off from it."""

from __future__ import annotations

import inspect
import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from importlib.metadata import version
from pathlib import Path
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, Self, TypeVar, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError, create_model, field_validator
from threadpoolctl import threadpool_limits

from majlis.engine.charts import Chart, DataTable
from majlis.engine.errors import ParameterError
from majlis.engine.finding import Finding, Frozen
from majlis.engine.tables import InputDigest

Progress = Callable[[str, float], None]


def silent(stage: str, share: float) -> None:
    """Report progress to nobody. stage: a key `stage-<stage>` of the catalogue; share: 0 to 1."""


class Subjects(StrEnum):
    """What the rows of an input are about; rows about people are never accepted by an endpoint (charter C03)."""

    PEOPLE = "people"
    AGGREGATES = "aggregates"


class Input(Protocol):
    """A typed input table: knows its digests and how to load itself from files."""

    @property
    def inputs(self) -> tuple[InputDigest, ...]:
        """Name and SHA-256 of everything that was read."""
        ...

    @classmethod
    def load(cls, paths: list[Path]) -> Self:
        """Read the table from files or a folder; raises TableError."""
        ...


class Provenance(Frozen):
    """What a result rests on: analysis, engine version, inputs by digest, parameters and seed."""

    analysis: str
    version: str
    inputs: tuple[InputDigest, ...]
    parameters: dict[str, int | float | str | bool | None]
    seed: int

    @field_validator("parameters")
    @classmethod
    def _by_name(cls, parameters: dict[str, int | float | str | bool | None]) -> dict[str, Any]:
        # A database may give them back in another order, and the bytes must stay.
        return dict(sorted(parameters.items()))


class Result(Frozen, ABC):
    """The frozen answer of an analysis; its fields are the `result` of the JSON.

    A subclass says its findings, charts and tables; the rest (JSON, terminal, notebook) follows.
    """

    _provenance: Provenance | None = PrivateAttr(default=None)

    @property
    def provenance(self) -> Provenance:
        """What the result rests on; raises LookupError for a result that no analysis made."""
        if self._provenance is None:
            raise LookupError("this result was not made by a declared analysis")
        return self._provenance

    @abstractmethod
    def findings(self) -> tuple[Finding, ...]:
        """What was found, the most important first."""

    @abstractmethod
    def charts(self, language: str) -> tuple[Chart, ...]:
        """The figures, each with its table twin."""

    @abstractmethod
    def tables(self, language: str) -> tuple[DataTable, ...]:
        """The full tables."""

    def released(self) -> dict[str, Any] | None:
        """Every count of people that the result shows, for the history of releases; None where there is none."""
        return None

    def to_dict(self) -> dict[str, Any]:
        """The document of the published JSON schema."""
        head = self.provenance.model_dump(mode="json")
        findings = [finding.to_dict() for finding in self.findings()]
        return {**head, "findings": findings, "result": self.model_dump(mode="json", by_alias=True)}

    def to_json(self) -> str:
        """The same as text: same inputs, parameters, seed, version and platform give the same bytes."""
        return json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False, indent=1) + "\n"

    def _repr_html_(self) -> str:
        from majlis.engine.report import fragment

        return fragment(self, "en")


R = TypeVar("R", bound=Result)
T = TypeVar("T", bound=Input)
P = ParamSpec("P")


@dataclass(frozen=True)
class Analysis(Generic[T, R]):
    """A declared analysis.

    name: its name in the command, the JSON and the documentation; reads: its input table; subjects: what the rows
    are about; parameters: a model made from the signature, with type, bounds, default and help of each.
    """

    name: str
    reads: type[T]
    subjects: Subjects
    parameters: type[BaseModel]
    returns: type[R]
    function: Callable[..., R]

    @property
    def summary(self) -> str:
        """The first line of the function's docstring."""
        return (inspect.getdoc(self.function) or "").partition("\n")[0]

    def run(self, table: T, *, progress: Progress = silent, **parameters: Any) -> R:
        """Check the parameters (texts are converted), run, and attach the provenance. Raises ParameterError."""
        chosen = self.check(**parameters)
        extra = {"progress": progress} if "progress" in inspect.signature(self.function).parameters else {}
        # One thread in the linear algebra: sums in one order whatever the machine, so the same bytes.
        with threadpool_limits(limits=1):
            result = self.function(table, **chosen, **extra)
        seed = chosen.pop("seed", 0)
        result._provenance = Provenance(
            analysis=self.name, version=version("majlis"), inputs=table.inputs, parameters=chosen, seed=seed
        )
        return result

    def json_schema(self) -> dict[str, Any]:
        """JSON Schema (2020-12) of the document that `Result.to_json` writes."""
        finding = _FINDING_SCHEMA
        head = Provenance.model_json_schema(ref_template="#/$defs/{model}")
        result = self.returns.model_json_schema(by_alias=True, mode="serialization", ref_template="#/$defs/{model}")
        definitions = {**head.pop("$defs", {}), **result.pop("$defs", {})}
        properties = {**head["properties"], "findings": {"type": "array", "items": finding}, "result": result}
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"majlis analyse {self.name}",
            "type": "object",
            "additionalProperties": False,
            "required": list(properties),
            "properties": properties,
            "$defs": definitions,
        }

    def check(self, **parameters: Any) -> dict[str, Any]:
        """Give the parameters with their defaults, each of its declared type; texts are converted.

        Raises ParameterError for an unknown name or a value out of bounds.
        """
        try:
            return self.parameters(**parameters).model_dump()
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(part) for part in first["loc"])
            known = ", ".join(self.parameters.model_fields)
            if first["type"] == "extra_forbidden":
                raise ParameterError(f"{self.name} has no parameter {name}; it has {known}") from None
            raise ParameterError(f"{self.name}, parameter {name}: {first['msg']}, found {first['input']!r}") from None


_FINDING_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["key", "values", "estimate", "interval", "level", "n", "verdict"],
    "properties": {
        "key": {"type": "string"},
        "values": {"type": "object", "additionalProperties": {"type": ["number", "string"]}},
        "estimate": {"type": ["number", "null"]},
        "interval": {
            "anyOf": [
                {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
                {"type": "null"},
            ]
        },
        "level": {"type": ["number", "null"]},
        "n": {"type": ["integer", "null"]},
        "verdict": {"enum": ["shown", "not_shown", "cannot_tell", "described"]},
    },
}

_registry: dict[str, Analysis[Any, Any]] = {}


def analysis(
    name: str, *, reads: type[T], subjects: Subjects
) -> Callable[[Callable[Concatenate[T, P], R]], Callable[Concatenate[T, P], R]]:
    """Declare a function as the analysis `name`; calling it then checks parameters and attaches the provenance.

    Keyword-only parameters become the analysis's parameters; annotate them with `Annotated[int, Field(ge=...,
    description=...)]`. A keyword-only `progress` receives stages and is no parameter.
    """

    def declare(function: Callable[Concatenate[T, P], R]) -> Callable[Concatenate[T, P], R]:
        hints = get_type_hints(function, include_extras=True)
        declared: Analysis[T, R] = Analysis(
            name, reads, subjects, _parameter_model(name, function, hints), hints["return"], function
        )
        if name in _registry:
            raise ValueError(f"analysis {name} is declared twice")
        _registry[name] = declared

        @wraps(function)
        def call(table: T, /, *args: P.args, **kwargs: P.kwargs) -> R:
            return declared.run(table, *args, **kwargs)  # type: ignore[arg-type]

        return call

    return declare


def _parameter_model(name: str, function: Callable[..., Any], hints: Mapping[str, Any]) -> type[BaseModel]:
    fields: dict[str, Any] = {
        parameter.name: (hints[parameter.name], parameter.default)
        for parameter in inspect.signature(function).parameters.values()
        if parameter.kind is parameter.KEYWORD_ONLY and parameter.name != "progress"
    }
    return create_model(f"{name} parameters", __config__=ConfigDict(extra="forbid", frozen=True), **fields)


def find_analysis(name: str) -> Analysis[Any, Any]:
    """Return the declared analysis `name`; raises ParameterError with the names there are."""
    analyses = declared_analyses()
    if name not in analyses:
        raise ParameterError(f"there is no analysis {name}; there are: {', '.join(sorted(analyses))}")
    return analyses[name]


def declared_analyses() -> dict[str, Analysis[Any, Any]]:
    """All declared analyses by name."""
    from majlis.engine import opinion  # noqa: F401

    return dict(_registry)


Seed = Field(ge=0, le=2**32 - 1, description="Seed of everything random; the same seed gives the same bytes.")
