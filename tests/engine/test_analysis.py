"""One declaration: parameters from the signature, provenance on the result, a schema that the JSON follows."""

import json
from typing import Annotated

import jsonschema
import pytest
from pydantic import Field

from majlis.engine import analysis as module
from majlis.engine.analysis import Result, Seed, Subjects, analysis, declared_analyses, find_analysis, silent
from majlis.engine.errors import ParameterError
from majlis.engine.finding import Finding
from majlis.engine.tables import InputDigest


class Numbers:
    def __init__(self, values):
        self.values = values
        self.inputs = (InputDigest(name="numbers", sha256="0" * 64),)

    @classmethod
    def load(cls, paths):
        return cls([1, 2, 3])


class Total(Result):
    total: int

    def findings(self):
        return (Finding(key="total", values={"total": self.total}, n=3),)

    def charts(self, language):
        return ()

    def tables(self, language):
        return ()


@pytest.fixture
def total(monkeypatch):
    monkeypatch.setattr(module, "_registry", dict(module._registry))

    @analysis("total", reads=Numbers, subjects=Subjects.AGGREGATES)
    def total(
        numbers: Numbers,
        *,
        seed: Annotated[int, Seed] = 0,
        times: Annotated[int, Field(ge=1, le=9, description="How often.")] = 1,
        progress=silent,
    ) -> Total:
        """Add up.

        More.
        """
        progress("adding", 0.5)
        return Total(total=times * sum(numbers.values))

    return total


def test_call_attaches_what_the_result_rests_on(total):
    made = total(Numbers([1, 2]), times=2, seed=7).provenance
    assert (made.analysis, made.seed, made.parameters) == ("total", 7, {"times": 2})
    assert made.inputs[0].name == "numbers"


def test_result_without_an_analysis_has_no_provenance():
    with pytest.raises(LookupError):
        _ = Total(total=1).provenance


def test_parameters_come_from_the_signature(total):
    declared = find_analysis("total")
    assert set(declared.parameters.model_fields) == {"seed", "times"}
    assert declared.parameters.model_fields["times"].description == "How often."
    assert declared.summary == "Add up."


def test_texts_are_converted(total):
    assert find_analysis("total").run(Numbers([1]), times="3").total == 3


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"times": 0}, "total, parameter times"),
        ({"times": "x"}, "total, parameter times"),
        ({"seed": -1}, "total, parameter seed"),
        ({"seed": 2**32}, "total, parameter seed"),
        ({"other": 1}, "total has no parameter other; it has seed, times"),
    ],
)
def test_bad_parameter_is_refused_by_name(total, parameters, message):
    with pytest.raises(ParameterError, match=message):
        total(Numbers([1]), **parameters)


def test_progress_reaches_the_caller(total):
    seen = []
    find_analysis("total").run(Numbers([1]), progress=lambda *stage: seen.append(stage))
    assert seen == [("adding", 0.5)]


def test_json_follows_the_schema(total):
    document = json.loads(total(Numbers([1, 2])).to_json())
    jsonschema.validate(document, find_analysis("total").json_schema())
    assert list(document) == ["analysis", "version", "inputs", "parameters", "seed", "findings", "result"]
    assert document["findings"][0] == {
        "key": "total",
        "values": {"total": 3},
        "estimate": None,
        "interval": None,
        "level": None,
        "n": 3,
        "verdict": "described",
    }


def test_schema_refuses_what_is_not_declared(total):
    document = json.loads(total(Numbers([1])).to_json())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**document, "more": 1}, find_analysis("total").json_schema())


def test_name_is_declared_once(total):
    with pytest.raises(ValueError, match="declared twice"):
        analysis("total", reads=Numbers, subjects=Subjects.AGGREGATES)(total)


def test_unknown_analysis_is_refused_with_the_names_there_are():
    with pytest.raises(ParameterError, match="opinion-map"):
        find_analysis("nonsense")


def test_every_declared_analysis_says_what_its_rows_are_about():
    assert {name: declared.subjects for name, declared in declared_analyses().items()} == {
        "opinion-map": Subjects.PEOPLE
    }
