"""What institutions put down keeps its rules: what leaves (C02), purposes (C06), handling (C07), grading (C08).

So do the ledger (C10), auditors (C18), and counts of refusals (C20).
"""

from __future__ import annotations

import json
from itertools import product

from django.utils import timezone

from majlis.engine.errors import CharterRefusal, Refused
from majlis.engine.handling import Handling, Tlp, Viewer, strictest, visible_to
from majlis.engine.handling.condition import holds
from majlis.engine.handling.grading import Admiralty, Credibility, Reliability
from majlis.workspace.commons import checkpoints, people
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.charter import refusals
from majlis.workspace.commons.charter.guards.planted import NAME, institution, member, undone
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.commons.filters import filter_of
from majlis.workspace.commons.ledger import present_head
from majlis.workspace.commons.models import Claim, LedgerEntry, RefusalCount, Role, Source
from majlis.workspace.commons.why import read, walk
from majlis.workspace.commons.why.grounds import id_of
from majlis.workspace.commons.why.prov import provenance

PERSON = "planted person of the charter check"


@check("C02")
def exports_name_nobody() -> None:
    """The chain under a record, as it leaves for other programs, names no person who had a part in it."""
    with undone():
        author = member(institution())
        author.user.name = PERSON
        author.user.save()
        source = Source.objects.create(institution=author.institution, author=author, title=NAME, handling=Handling())
        document = json.dumps(provenance(read(walk({id_of(source.pk): source.kind}), author), [source]))
        if named := [name for name in (PERSON, author.user.email, str(author.pk)) if name in document]:
            raise Broken(f"an export names a person: {named[0]}")


@check("C06", about=("handling",))
def purposes_bind() -> None:
    """Nobody reads for a purpose that was not agreed, in the database or out of it, and nothing widens the purposes."""
    agreed, now = Handling(purposes=frozenset({"agreed"})), timezone.now()
    both = agreed.join(Handling(purposes=frozenset({"agreed", "other"})))
    if both.purposes != {"agreed"} or agreed.join(Handling()).purposes != {"agreed"}:
        raise Broken("joining two handlings widens what they may be used for")
    with undone():
        source = Source.objects.create(institution=institution(), title=NAME, handling=agreed)
        for purpose, readable in (("agreed", True), ("other", False)):
            rule = visible_to(Viewer(purpose=purpose), now)
            seen = Source.objects.filter(filter_of(rule), pk=source.pk).exists()
            if {seen, holds(rule, source.handling, str(source.institution_id))} != {readable}:
                raise Broken(
                    f"a reader with the purpose {purpose!r} sees what was agreed for another, or not their own"
                )


@check("C07", about=("handling",))
def strictest_wins() -> None:
    """Joining takes the strictest, and so does a record that is saved over a stricter ground."""
    clear, red = Handling(tlp=Tlp.CLEAR), Handling(tlp=Tlp.RED)
    if strictest([clear, red]).tlp != Tlp.RED:
        raise Broken("joining two handlings does not take the stricter")
    with undone():
        place = institution()
        source = Source.objects.create(institution=place, title=NAME, handling=red)
        subject = {"subject_kind": source.kind, "subject_id": source.pk, "aspect": "check"}
        claim = Claim.objects.create(institution=place, source=source, value=NAME, handling=clear, **subject)
        if claim.handling.tlp != Tlp.RED:
            raise Broken(f"a claim from a TLP:RED source was saved as {claim.handling.tlp}")


@check("C08", about=("handling",))
def ungraded_is_not_good() -> None:
    """A source without a grading cannot be judged, and no grade gets better by conversion."""
    bare = Source()
    if (bare.reliability, int(bare.credibility)) != ("F", 6) or str(Admiralty.read().source) != "F":
        raise Broken("a source without a grading is graded")
    for source, information in product(Reliability, Credibility):
        grade = Admiralty(source=source, information=information)
        if not grade.to_four().to_admiralty().is_no_better_than(grade):
            raise Broken(f"{source}{information} gets better on its way through 4x4")


@check("C10", about=("ledger",))
def one_act_one_entry() -> None:
    """An act leaves exactly one entry, which the head covers."""
    with undone():
        before = present_head().size
        place = institution()
        with acting(member(place, Role.ADMINISTRATOR)):
            people.add_member(institution=place, email="check@example.invalid", roles=[Role.READER])
        if (present_head().size, LedgerEntry.objects.filter(index__gte=before).count()) != (before + 1, 1):
            raise Broken("an act left no entry, or more than one")


@check("C10", about=("ledger",), thorough=True)
def ledger_verifies() -> None:
    """Every entry is as it was written, against every head that was signed here."""
    if not (found := checkpoints.verify()).holds:
        where = "what stands beside the entries" if found.index is None else f"entry {found.index}"
        raise Broken(f"{where} is {found.fault}")


@check("C18", about=("oversight",))
def auditors_stay() -> None:
    """An administrator can take away neither the auditor's role nor the auditor's way in."""
    with undone():
        place = institution()
        auditor = member(place, Role.AUDITOR)
        with acting(member(place, Role.ADMINISTRATOR)):
            for act in (
                lambda: people.set_roles(member=auditor, roles=[]),
                lambda: people.suspend_member(member=auditor),
            ):
                try:
                    act()
                except Refused:
                    continue
                raise Broken("an administrator removed an auditor")
        if not checkpoints.may_audit(auditor):
            raise Broken("an auditor may not read the ledger")


@check("C20")
def refusals_are_counted() -> None:
    """A refusal under the charter adds one to its count, and the count holds nothing else."""
    columns = {field.name for field in RefusalCount._meta.concrete_fields}
    if columns != {"id", "rule", "month", "count"}:
        raise Broken(f"a count of refusals also holds {' '.join(sorted(columns))}")
    with undone():
        RefusalCount.objects.filter(rule="C04").delete()
        with refusals.noting() as noted:
            refusals.note(CharterRefusal("C04"))
        refusals.put_down(noted)
        if list(RefusalCount.objects.filter(rule="C04").values_list("count", flat=True)) != [1]:
            raise Broken("a refusal was not counted")
