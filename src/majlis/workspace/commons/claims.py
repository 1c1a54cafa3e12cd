"""The acts of putting down what sources say of a record, side by side where they disagree."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from majlis.engine.errors import Refused
from majlis.engine.handling import Admiralty, Handling, strictest
from majlis.workspace.commons import rules
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.edits import as_seen
from majlis.workspace.commons.models import Claim, Institution, Record, Source
from majlis.workspace.commons.models.records import PUBLISHED, WITHDRAWN, own_handling
from majlis.workspace.commons.texts import Text


@dataclass(frozen=True)
class Position:
    """One answer that is given under an aspect, and the claims that give it."""

    value: Text
    claims: tuple[Claim, ...]


def positions(claims: Iterable[Claim]) -> list[Position]:
    """Put claims that say the same together; more than one position on a single answer is a disagreement."""
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        said.setdefault(_alike(str(claim.value)), []).append(claim)
    return [Position(together[0].value, tuple(together)) for together in said.values()]


@action("source.note", rule=rules.may_record)
def note_source(
    *,
    institution: Institution,
    title: Text,
    address: str = "",
    published_on: date | None = None,
    handling: Handling | None = None,
) -> Source:
    """Put a source down, or find it again where the institution noted the very same before, to be seen by the same."""
    wanted = own_handling(handling or institution.handling, institution)
    known = Source.objects.filter(institution=institution, address=address, published_on=published_on)
    known = known.exclude(state=WITHDRAWN)
    same = (source for source in known if str(source.title) == str(title) and source.handling == wanted)
    return next(same, None) or Source.objects.create(
        institution=institution,
        author=current_actor(),
        handling=wanted,
        language=title.original,
        title=title,
        address=address,
        published_on=published_on,
        state=PUBLISHED,
    )


@action("source.grade", rule=rules.may_grade)
def grade_source(*, source: Source, seen: str, grade: Admiralty) -> Source:
    """Say how far a source can be relied on and believed; what rests on it is amber, because it was read otherwise.

    Outdated where somebody else changed the source since; Refused for one that was retracted.
    """
    source = as_seen(source, seen)
    if source.is_retracted:
        raise Refused("source-retracted-before")
    source.reliability, source.credibility = grade.source.value, int(grade.information)
    source.save()
    return source


@action("source.retract", rule=rules.may_retract)
def retract_source(*, source: Source, reason: Text) -> Source:
    """Take back a source that the institution noted: it stays readable with the reason, and what rests on it is amber.

    Refused where it was retracted before.
    """
    source = Source.objects.select_for_update().get(pk=source.pk)
    if source.is_retracted:
        raise Refused("source-retracted-before")
    source.state, source.retraction = WITHDRAWN, reason
    source.save()
    return source


@action("claim.make", rule=rules.may_claim)
def make_claim(*, subject: Record, aspect: str, value: Text, source: Source, said_on: date | None = None) -> Claim:
    """Put down what a source says of the subject; what other sources say stays beside it."""
    return Claim.objects.create(
        institution=subject.institution,
        author=current_actor(),
        handling=strictest([subject.handling, source.handling]),
        language=value.original,
        state=PUBLISHED,
        subject_kind=subject.kind,
        subject_id=subject.pk,
        aspect=aspect,
        value=value,
        source=source,
        said_on=said_on,
    )


@action("claim.change", rule=rules.may_change_claim)
def change_claim(*, claim: Claim, seen: str, aspect: str, value: Text, source: Source, said_on: date | None) -> Claim:
    """Correct how a claim was put down; Outdated where somebody else did so first."""
    claim = as_seen(claim, seen)
    claim.aspect, claim.value, claim.source, claim.said_on = aspect, value, source, said_on
    claim.save()
    return claim


@action("claim.withdraw", rule=rules.may_change_claim)
def withdraw_claim(*, claim: Claim, reason: str) -> Claim:  # noqa: ARG001 - the ledger takes its hash
    """Take a claim off the page; what rested on it is told."""
    claim.state = WITHDRAWN
    claim.save()
    return claim


def _alike(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
