"""Where rooms say how a queued run is carried out, and how the words in its findings are translated."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from majlis.engine import report
from majlis.engine.analysis import Progress, Result
from majlis.engine.finding import Estimate, Interval, Verdict
from majlis.engine.finding import Finding as Found
from majlis.workspace.commons.models import Finding, Run
from majlis.workspace.commons.texts import Text

Runner = Callable[[Run, Progress], Result]
Speaker = Callable[[Finding, str], Mapping[str, str]]
Quote = Callable[[Finding], Text | None]
Place = Callable[[Finding], str]

_runners: dict[str, Runner] = {}
_speakers: dict[str, Speaker] = {}
_people: dict[str, tuple[str, ...]] = {}
_quotes: dict[str, Quote] = {}
_places: dict[str, Place] = {}


def carries_out(analysis: str) -> Callable[[Runner], Runner]:
    """Declare in a room's `analyses.py` the function that carries out runs of `analysis`; ValueError for a second one.

    It takes the run and a `progress(stage, share)` to call, loads the room's own rows and returns the engine's result.
    """

    def declare(runner: Runner) -> Runner:
        if _runners.get(analysis, runner) is not runner:
            raise ValueError(f"runs of {analysis} are carried out twice")
        _runners[analysis] = runner
        return runner

    return declare


def runner_of(analysis: str) -> Runner:
    """Give what carries out runs of `analysis`; LookupError where no room declared it."""
    if analysis not in _runners:
        raise LookupError(f"no room carries out {analysis}")
    return _runners[analysis]


def speaks_for(analysis: str) -> Callable[[Speaker], Speaker]:
    """Declare the function that translates the texts that people wrote in the findings of `analysis`.

    It takes a finding and a language and gives the values that read otherwise in that language.
    """

    def declare(speaker: Speaker) -> Speaker:
        _speakers[analysis] = speaker
        return speaker

    return declare


def counts_people(analysis: str, *path: str) -> None:
    """Declare where the kept document of `analysis` says how many people took part, after the release gate."""
    _people[analysis] = path


def people_in() -> Mapping[str, tuple[str, ...]]:
    """For each analysis that counts people, where its document says how many took part."""
    return dict(_people)


def quotes_in(analysis: str) -> Callable[[Quote], Quote]:
    """Declare the function that gives the text that people wrote and that a finding of `analysis` is about."""

    def declare(quote: Quote) -> Quote:
        _quotes[analysis] = quote
        return quote

    return declare


def stands_at(analysis: str) -> Callable[[Place], Place]:
    """Declare the function that gives the address of the page on which a finding of `analysis` stands."""

    def declare(place: Place) -> Place:
        _places[analysis] = place
        return place

    return declare


def quoted(finding: Finding) -> Text | None:
    """Give the text that the finding is about, with the state of its translations; None where it is about none."""
    quote = _quotes.get(finding.run.analysis)
    return quote(finding) if quote else None


def place_of(finding: Finding) -> str:
    """Give the address of the page on which the finding stands; empty where it has none."""
    place = _places.get(finding.run.analysis)
    return place(finding) if place else ""


def sentence_of(finding: Finding, language: str) -> str:
    """Say a kept finding in a language (a tag such as `ar-MA`), with its texts as the workspace translates them."""
    speaker = _speakers.get(finding.run.analysis)
    found = found_of(finding)
    translated = speaker(finding, language) if speaker else {}
    return report.sentence(found.model_copy(update={"values": {**found.values, **translated}}), language)


def found_of(finding: Finding) -> Found:
    """Give a kept finding back as the engine's value."""
    interval = None if finding.low is None else Interval(low=finding.low, high=finding.high, level=finding.level)
    estimate = None if finding.estimate is None else Estimate(value=finding.estimate, interval=interval)
    return Found(
        key=finding.key, values=finding.values, estimate=estimate, n=finding.n, verdict=Verdict(finding.verdict)
    )
