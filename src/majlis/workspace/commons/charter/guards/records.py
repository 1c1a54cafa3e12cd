"""What institutions put down keeps its rules: what leaves (C02), purposes (C06), grading (C08).

So do the ledger (C10) and auditors (C18).
"""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product

from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Viewer, visible_to
from majlis.engine.handling.condition import holds
from majlis.engine.handling.grading import Admiralty, Credibility, Reliability
from majlis.engine.ledger import Checkpoint, Head, Note, Row, examine, leaf_hash
from majlis.engine.ledger.tree import Frontier
from majlis.workspace.commons import checkpoints, claims, people
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.charter.guards.planted import NAME, institution, member, undone
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.filters import filter_of
from majlis.workspace.commons.ledger import present_head
from majlis.workspace.commons.models import LedgerEntry, Role, Source
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
    """An act leaves exactly one entry, which the head covers; it says who, what and why, and no name or word."""
    with undone():
        before, place = present_head().size, institution()
        actor = member(place, Role.ADMINISTRATOR)
        source = Source.objects.create(institution=place, title=NAME, handling=Handling())
        with acting(actor):
            added = people.add_member(institution=place, email="check@example.invalid", roles=[Role.READER])
            claims.retract_source(source=source, reason=NAME)
        left = list(LedgerEntry.objects.filter(index__gte=before).order_by("index").values_list("leaf", flat=True))
        if (present_head().size, len(left)) != (before + 2, 2):
            raise Broken("an act left no entry, or more than one")
        if not all(leaf["actor"] and leaf["subjects"] for leaf in map(json.loads, left)) or digest(NAME) not in left[1]:
            raise Broken("an entry does not say who did what, or why")
        if any(word in leaf for leaf in left for word in (str(actor.pk), str(added.pk), str(NAME))):
            raise Broken("an entry names a person, or quotes what was said")


@check("C10", about=("ledger",), thorough=True)
def ledger_verifies() -> None:
    """Every entry is as it was written, against every head that was signed here; one that was forged is found."""
    if not (found := checkpoints.verify()).holds:
        where = "what stands beside the entries" if found.index is None else f"entry {found.index}"
        raise Broken(f"{where} is {found.fault}")
    if checkpoints.verify([Note(str(Checkpoint("planted", 1, bytes(32))))]).holds:
        raise Broken("a head that a witness holds is not compared with the ledger")
    _insist_on_forgeries()


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
        if checkpoints.may_audit(member(place, Role.ADMINISTRATOR)):
            raise Broken("an administrator reads what is the auditor's")


def _insist_on_forgeries() -> None:
    """A planted ledger holds; altered, with an entry less or two exchanged, cut off or written anew it does not."""
    rows, head = _planted_ledger("planted")
    first, middle, last = rows
    others, _ = _planted_ledger("forged")
    altered = replace(middle, leaf=middle.leaf.replace("planted", "forged"))
    forged = ([first, altered, last], [first, last], [middle, first, last], [first, middle], others, [*rows, last])
    for rows_found in (rows, *forged):
        held = examine(rows_found, size=head.size, root=head.root, heads=[head]).holds
        if held != (rows_found is rows):
            raise Broken("a forged ledger is taken for a good one, or a good one for forged")


def _planted_ledger(action: str) -> tuple[list[Row], Head]:
    frontier, rows = Frontier(), list[Row]()
    for index in range(3):
        leaf = json.dumps({"index": index, "at": None, "before": frontier.root.hex(), "action": action})
        rows.append(Row(index, None, leaf, leaf_hash(leaf.encode()).hex()))
        frontier, _ = frontier.grow(bytes.fromhex(rows[-1].leaf_hash))
    return rows, Head(frontier.size, frontier.root.hex())
