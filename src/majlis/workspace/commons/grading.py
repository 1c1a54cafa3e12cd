"""How far a source can be relied on, in words and on both scales; read from what people know it in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from majlis.engine.handling import Admiralty, FourByFour
from majlis.engine.handling.grading import Credibility, InformationCode, Reliability, SourceCode
from majlis.workspace.commons.models import Source, Term
from majlis.workspace.commons.words import language, say, say_later

GRADES = {"reliability": "source_reliability_admiralty", "credibility": "info_credibility_admiralty"}
FOUR_SOURCE = {code: f"four-source-{code.value.lower()}" for code in SourceCode}
FOUR_INFORMATION = {code: f"four-information-{code.value}" for code in InformationCode}
ADMIRALTY, FOUR = "admiralty", "four"


class GradeForm(forms.Form):
    """A grade, each part on the scale in which it is known; what is given in 4x4 is kept as the worst it stands for."""

    reliability = forms.ChoiceField(label=say_later("grade-reliability"), help_text=say_later("grade-lossy"))
    credibility = forms.ChoiceField(label=say_later("grade-credibility"))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reliability"].choices = _choices("reliability", list(Reliability), FOUR_SOURCE)
        self.fields["credibility"].choices = _choices("credibility", list(Credibility), FOUR_INFORMATION)

    def grade(self) -> Admiralty:
        """The grade on the Admiralty scale."""
        scale, _, source = self.cleaned_data["reliability"].partition(":")
        worst = FourByFour.read(source).to_admiralty().source if scale == FOUR else source
        scale, _, information = self.cleaned_data["credibility"].partition(":")
        if scale == FOUR:
            information = FourByFour.read(None, information).to_admiralty().information
        return Admiralty.read(worst, information)


def grade_of(source: Source) -> Admiralty:
    """A source's grade; without parts F6."""
    return Admiralty.read(source.reliability, source.credibility)


def initial_grade(source: Source) -> dict[str, str]:
    """What the form starts with."""
    grade = grade_of(source)
    parts = {"reliability": grade.source, "credibility": grade.information}
    return {name: f"{ADMIRALTY}:{part.value}" for name, part in parts.items()}


def graded(source: Source) -> list[str]:
    """How far a source can be relied on and believed, in words; never better than was said (charter C08)."""
    grade = grade_of(source)
    known, parts = _terms(), {"reliability": grade.source, "credibility": grade.information}
    return [known.get((GRADES[name], part.value)) or _plain(name, part.value) for name, part in parts.items()]


def converted(source: Source) -> str:
    """The same in 4x4, and that something is lost on the way."""
    four = grade_of(source).to_four()
    parts = {"source": say(FOUR_SOURCE[four.source]), "information": say(FOUR_INFORMATION[four.information])}
    return say("grade-converted", code=f"{four.source.value}{four.information.value}", **parts)


def _plain(name: str, code: str) -> str:
    return say("grade-plain", part=say(f"grade-{name}"), code=code)


def _terms() -> dict[tuple[str, str], str]:
    found = Term.objects.filter(vocabulary__in=GRADES.values())
    return {(term.vocabulary, term.code): term.labels.in_language(language()).text for term in found}


def _choices(name: str, steps: list[Any], four: Mapping[Any, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    known, vocabulary = _terms(), GRADES[name]
    admiralty = [(f"{ADMIRALTY}:{step.value}", known.get((vocabulary, step.value), step.value)) for step in steps]
    converted = [(f"{FOUR}:{code.value}", f"{code.value} - {say(key)}") for code, key in four.items()]
    return [(say("grade-admiralty"), admiralty), (say("grade-four"), converted)]
