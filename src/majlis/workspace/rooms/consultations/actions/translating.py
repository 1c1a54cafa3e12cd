"""Translations: given to somebody, proposed, reviewed by somebody else; until then they are marked everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from majlis.engine.errors import Refused
from majlis.workspace.commons.actions import action, current_actor
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import Member
from majlis.workspace.rooms.consultations import rules
from majlis.workspace.rooms.consultations.actions.moderating import current_statement
from majlis.workspace.rooms.consultations.models import Consultation, Statement, Translating, Translation
from majlis.workspace.rooms.consultations.queries import translating as queries


@dataclass(frozen=True)
class Wording:
    """One of a consultation's own texts in one more language; the ledger knows it by place and digest."""

    consultation: Consultation
    name: str
    into: str
    text: str

    def ledger_reference(self) -> dict[str, str]:
        """Give what the ledger says of it, never the words."""
        place = queries.wording_id(self.consultation, self.name, self.into)
        return {"kind": "consultations.wording", "id": place, "digest": digest(self.text)}


@action("translation.assign", rule=rules.may_assign)
def assign_translation(
    *, statement: Statement, into: str, translator: Member | None, reviewer: Member | None, due: date | None
) -> Translation:
    """Say who translates, who reviews and by when; Refused where that is one and the same member."""
    current = _translatable(statement, into)
    if translator is not None and translator == reviewer:
        raise Refused("translation-two-people")
    if any(member and member.institution_id != current.institution_id for member in (translator, reviewer)):
        raise ValueError("a translation is given to members of the same institution")
    row = _row(current, into)
    if queries.version_in(current.text, into) is None:
        row.translator = translator
    elif row.translator_id is not None and row.translator == reviewer:
        raise Refused("translation-two-people")
    row.reviewer, row.due = reviewer, due
    row.save()
    return row


@action("translation.propose", rule=rules.may_translate)
def propose_translation(*, statement: Statement, into: str, text: str) -> Translation:
    """Write a translation, which is unreviewed from then on; the very text that stands there changes nothing."""
    current = _translatable(statement, into)
    row, held = _row(current, into), queries.version_in(current.text, into)
    if held and held.text == text:
        return row
    current.text = current.text.translated(into, text)
    current.save()
    row.translator, row.state = current_actor(), Translating.PROPOSED
    row.reviewer = None if row.reviewer == row.translator else row.reviewer
    row.save()
    return row


@action("translation.review", rule=rules.may_review)
def review_translation(*, statement: Statement, into: str, seen: str) -> Translation:
    """Say that the translation says what the original says; Refused where it is not the text that was seen."""
    current = _translatable(statement, into)
    held = queries.version_in(current.text, into)
    if held is None or held.text != seen:
        raise Refused("translation-changed")
    if not rules.may_review(current_actor(), current, into):
        raise Refused("may-review")
    current.text = current.text.translated(into, held.text, reviewed=True)
    current.save()
    row = _row(current, into)
    row.reviewer, row.state = current_actor(), Translating.REVIEWED
    row.save()
    return row


@action("translation.import", rule=rules.may_import_translations)
def import_translations(*, consultation: Consultation, texts: Iterable[tuple[str, str, str]]) -> list[Translation]:
    """Propose translations, given as the statement's code, the language and the text: all or none, as one act.

    Gives those that changed anything.
    """
    statements = {statement.code: statement for statement in Statement.objects.filter(consultation=consultation)}
    changed = [(statements[code], into, text) for code, into, text in texts if not _says(statements[code], into, text)]
    return [propose_translation(statement=s, into=into, text=text) for s, into, text in changed]


@action("consultation.translate", rule=rules.may_change)
def translate_consultation(*, consultation: Consultation, wording: Wording) -> Consultation:
    """Write one of the consultation's own texts in one more language; it is unreviewed from then on."""
    return _write_wording(consultation, wording, reviewed=False)


@action("consultation.review-translation", rule=rules.may_change)
def review_wording(*, consultation: Consultation, wording: Wording) -> Consultation:
    """Say that a text of the consultation says what the original says; never by who translated it."""
    actor = current_actor()
    if not queries.may_review_text(actor, consultation, wording.name, wording.into):
        raise Refused("may-review")
    return _write_wording(consultation, wording, reviewed=True)


def _write_wording(consultation: Consultation, wording: Wording, *, reviewed: bool) -> Consultation:
    locked = Consultation.objects.select_for_update().get(pk=consultation.pk)
    text = getattr(locked, wording.name) if wording.name in queries.FIELDS else None
    if text is None or wording.into not in queries.others(text):
        raise ValueError(f"the consultation has no {wording.name} to translate into {wording.into}")
    held = queries.version_in(text, wording.into)
    if reviewed and (held is None or held.text != wording.text):
        raise Refused("translation-changed")
    if reviewed or held is None or held.text != wording.text:
        setattr(locked, wording.name, text.translated(wording.into, wording.text, reviewed=reviewed))
        locked.save()
    return locked


def _translatable(statement: Statement, into: str) -> Statement:
    """Read the statement again under a lock; Refused where it is not before voters or needs no such translation."""
    current = current_statement(statement)
    if queries.find_task(current, into, current_actor()) is None:
        raise Refused("translation-not-wanted")
    return current


def _row(statement: Statement, into: str) -> Translation:
    found = statement.translations.filter(into=into).first()
    return found or Translation(
        institution_id=statement.institution_id,
        author=current_actor(),
        handling=statement.handling,
        language=statement.language,
        statement=statement,
        into=into,
        state=queries.Task(statement, into, None).state,
    )


def _says(statement: Statement, into: str, text: str) -> bool:
    held = queries.version_in(statement.text, into)
    return held is not None and held.text == text
