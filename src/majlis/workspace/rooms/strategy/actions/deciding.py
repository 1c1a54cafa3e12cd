"""Deciding: an office adopts a text, replaces it by a new version, or withdraws it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.analyses import sentence_of
from majlis.workspace.commons.edits import Outdated
from majlis.workspace.commons.models import Finding, Institution, Link, Record
from majlis.workspace.commons.models.records import WITHDRAWN, find
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import queries, rules
from majlis.workspace.rooms.strategy.actions.drafting import columns, ground, lock, measure_of
from majlis.workspace.rooms.strategy.models import Recommendation, Stage

LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)


@action("recommendation.adopt", rule=rules.may_adopt)
def adopt(
    *, recommendation: Recommendation, seen: str, office: Text, reason: Text, decided_on: date | None = None
) -> Recommendation:
    """Adopt a draft for an office; the version before it is superseded, and the text is never edited again.

    seen: the mark of text, basis and handling as they were shown (`queries.decision_stamp`); Outdated where they are no
    longer that. Refused where it rests on nothing and does not say why, and where something that it rests on changed or
    was withdrawn. It takes the strictest handling of all that it rests on, as that is now (charter C07).
    """
    _insist_on_draft(lock(recommendation))
    if queries.decision_stamp(recommendation) != seen:
        raise Outdated
    links = queries.basis_links(recommendation)
    _insist_on_basis(recommendation, links)
    recommendation.handling = queries.handling_of(recommendation)
    recommendation.frozen = frozen(recommendation, links)
    recommendation.decided_by, recommendation.decided_on = current_actor(), decided_on or timezone.localdate()
    recommendation.office, recommendation.reason = office, reason
    recommendation.stage = Stage.ADOPTED
    recommendation.save()
    earlier = recommendation.strategy.recommendations.filter(code=recommendation.code, stage=Stage.ADOPTED)
    earlier.exclude(pk=recommendation.pk).update(stage=Stage.SUPERSEDED, state=Stage.SUPERSEDED)
    return recommendation


@action("recommendation.revise", rule=rules.may_write)
def revise(*, recommendation: Recommendation, change: Text, correction: bool = False) -> Recommendation:
    """Begin the next version of an adopted recommendation as a draft with the same text and what of its basis stands.

    change: what it changes and why; correction: it mends an error of the text. Refused while a next version is drafted;
    one that was withdrawn keeps its number.
    """
    if not lock(recommendation).is_adopted:
        raise Refused("recommendation-not-adopted")
    newest = queries.newest_version(recommendation)
    if newest.is_draft:
        raise Refused("recommendation-revised-already")
    version = Recommendation.objects.create(
        institution=recommendation.institution,
        author=current_actor(),
        handling=recommendation.strategy.handling,
        language=recommendation.language,
        strategy=recommendation.strategy,
        code=recommendation.code,
        version=newest.version + 1,
        replaces=newest,
        carried_from=recommendation.carried_from,
        change=change,
        correction=correction,
        **columns(measure_of(recommendation)),
    )
    for record in _standing(recommendation):
        ground(recommendation=version, record=record)
    return version


@action("recommendation.withdraw", rule=rules.may_adopt)
def withdraw(*, recommendation: Recommendation, reason: Text) -> Recommendation:
    """Withdraw a recommendation: a decided text stays readable with the reason, a draft is seen no more."""
    if lock(recommendation).stage not in {Stage.DRAFT, Stage.ADOPTED}:
        raise Refused("recommendation-not-adopted")
    recommendation.stage, recommendation.withdrawal = Stage.WITHDRAWN, reason
    recommendation.save()
    return recommendation


def frozen(recommendation: Recommendation, links: list[Link]) -> dict[str, object]:
    """Give the text as it is adopted: every part in every language, and the basis in words with its digests."""
    grounds = [(link, find(link.to_kind, link.to_id)) for link in links]
    return {
        "content": {name: _plain(value) for name, value in columns(measure_of(recommendation)).items()},
        "basis": [
            {"kind": link.to_kind, "id": str(link.to_id), "digest": link.to_digest, "words": in_words(record)}
            for link, record in grounds
        ],
    }


def in_words(record: Record) -> dict[str, str]:
    """Say in each language what a record says: a finding in its sentence, another record in its own text."""
    if isinstance(record, Finding):
        return {language: sentence_of(record, language) for language in LANGUAGES}
    text = getattr(record, "text", None) or getattr(record, "title", None)
    if isinstance(text, Text):
        return {language: text.in_language(language).text for language in LANGUAGES}
    return dict.fromkeys(LANGUAGES, str(record))


def _standing(recommendation: Recommendation) -> list[Record]:
    """What the recommendation rests on and the actor can rest a text on: not withdrawn, and theirs to see."""
    records = [find(link.to_kind, link.to_id) for link in queries.basis_links(recommendation)]
    return [record for record in records if record.state != WITHDRAWN and may_see(current_actor(), record)]


def _insist_on_draft(recommendation: Recommendation) -> None:
    if not recommendation.is_draft:
        raise Refused("recommendation-decided")


def _insist_on_basis(recommendation: Recommendation, links: list[Link]) -> None:
    if not links and recommendation.unfounded is None:
        raise Refused("recommendation-without-basis")
    if not all(link.is_current() for link in links):
        raise Refused("recommendation-basis-changed")


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return value.to_dict()
    return (
        str(value.pk) if isinstance(value, Institution) else value if isinstance(value, list) else value and str(value)
    )
