"""What a reader sees of a basis: items that they may not see are counted, and nothing more is said of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from majlis.engine import handling
from majlis.workspace.commons import reads
from majlis.workspace.commons.analyses import people_in
from majlis.workspace.commons.models import Contribution, Member, Question, Record, Run
from majlis.workspace.commons.models.records import DRAFT
from majlis.workspace.commons.queries import viewer
from majlis.workspace.commons.why.graph import Basis, Break, Node, handling_of
from majlis.workspace.commons.why.grounds import Among, Id, Pin, id_of, link_pairs, model_of, table_of, text

WAITING = "pending"


@dataclass(frozen=True)
class Reading:
    """A basis as one reader sees it.

    seen: what they see, the tops first and then level by level; hidden: how many items just beneath these they may not
    see; gone: how many are no longer there.
    """

    basis: Basis
    member: Member | None
    seen: tuple[Id, ...]
    hidden: frozenset[Id]
    gone: frozenset[Id]

    @property
    def nodes(self) -> list[Node]:
        """What is beneath the tops, as far as the reader sees it."""
        return [self.basis.nodes[pk] for pk in self.seen if pk in self.basis.grounds or pk not in self.basis.tops]

    @cached_property
    def breaks(self) -> dict[Id, Break]:
        """What changed or fell among what the reader sees."""
        return {pk: self.basis.breaks[pk] for pk in self.seen if pk in self.basis.breaks}

    @property
    def is_amber(self) -> bool:
        """Whether any of the tops is amber."""
        return bool(self.basis.ambers & self.basis.tops)

    @property
    def hides_amber(self) -> bool:
        """Whether something that the reader may not see, or beneath it, changed or fell."""
        return any(pk in self.basis.breaks or pk in self.basis.ambers for pk in self.hidden)

    def edges(self) -> Iterator[tuple[Id, Pin]]:
        """What rests on what, among what the reader sees."""
        seen, direct = set(self.seen), self._direct()
        for child in self.seen:
            for pin in sorted(
                {*direct[child], *self.basis.edges.get(child, ())}, key=lambda pin: (pin.id, pin.digest or "")
            ):
                if pin.id in seen:
                    yield child, pin

    def _direct(self) -> Mapping[Id, set[Pin]]:
        """What each top is linked to: one alone has all the pins, of several the links are asked one by one."""
        found: dict[Id, set[Pin]] = defaultdict(set)
        if len(self.basis.tops) == 1:
            found |= {top: {pin for pins in self.basis.direct.values() for pin in pins} for top in self.basis.tops}
        else:
            for top, pin in link_pairs(self.basis.tops):
                found[top].add(pin)
        return found

    def counts(self) -> Counter[str]:
        """How many records of each kind the tops rest on."""
        return Counter(node.kind for node in self.nodes)

    def people(self) -> int | None:
        """How many took part in all that was counted, as its results say; None where no result says so.

        Of several runs on one question the largest counts, and who took part in two questions counts twice.
        """
        most: dict[UUID | None, int] = {}
        runs = [node.pk for node in self.nodes if node.kind == "commons.run"]
        for analysis, path in people_in().items():
            rows = Run.objects.filter(pk__in=runs, analysis=analysis).order_by()
            for question, count in rows.values_list("question_id", f"result__{'__'.join(path)}"):
                if isinstance(count, int):
                    most[question] = max(count, most.get(question, 0))
        return sum(most.values()) if most else None


def read(basis: Basis, member: Member | None) -> Reading:
    """Give the basis as the member sees it; the tops are theirs to see, as the page that asks has made sure."""
    shown = readable(basis, member) | basis.tops
    seen, hidden, gone = dict.fromkeys(sorted(basis.tops)), set(), set()
    level = [pin.id for pins in basis.direct.values() for pin in pins]
    level += [pin.id for top in basis.tops for pin in basis.edges.get(top, ())]
    while level:
        gone |= {pk for pk in level if pk not in basis.nodes}
        hidden |= {pk for pk in level if pk in basis.nodes and pk not in shown}
        fresh = sorted({pk for pk in level if pk in shown and pk not in seen})
        seen |= dict.fromkeys(fresh)
        level = [pin.id for pk in fresh for pin in basis.edges.get(pk, ())]
    known = [basis.nodes[pk] for pk in seen if pk in basis.nodes]
    reads.note_references((handling_of(node.marking), _reference(node)) for node in known)
    return Reading(basis, member, tuple(seen), frozenset(hidden - seen.keys()), frozenset(gone))


def _reference(node: Node) -> dict[str, str]:
    return {"kind": node.kind, "id": str(node.pk), "digest": node.digest}


def readable(basis: Basis, member: Member | None) -> set[Id]:
    """What the member may see by itself, within its question, and with all that it rests on by its structure.

    A finding is seen with its run and the question, a claim with its source.
    """
    policy = _Policy(member, basis.at)
    shown = {node.id for node in basis.nodes.values() if policy.allows(node)} - _elsewhere(basis, policy)
    while lost := {pk for pk in shown if any(_is_lost(pin, shown) for pin in basis.edges.get(pk, ()))}:
        shown -= lost
    return shown


class _Policy:
    """The rule of handling for one reader, asked once for each marking and institution."""

    def __init__(self, member: Member | None, at: datetime) -> None:
        self._reader, self._at = viewer(member), at
        self._own = id_of(member.institution_id) if member else None
        self._known: dict[tuple[str, Id], bool] = {}

    def allows(self, node: Node) -> bool:
        """Whether the reader may see the record by itself; drafts are seen in their own institution only.

        Texts that wait for a moderator are nobody's to read here.
        """
        if not self.opens(node.marking, node.institution):
            return False
        if node.state not in {DRAFT, WAITING} or _table(node.kind) not in {Question, Contribution}:
            return True
        return node.state == DRAFT and node.institution == self._own

    def opens(self, marking: str, institution: Id) -> bool:
        """Whether the handling lets the reader see what the institution marked so."""
        key = marking, institution
        if key not in self._known:
            owner = str(UUID(institution))
            self._known[key] = handling.may_see(handling_of(marking), self._reader, owner=owner, at=self._at)
        return self._known[key]


def _elsewhere(basis: Basis, policy: _Policy) -> set[Id]:
    """Contributions to questions that the reader may not see."""
    ids = [node.id for node in basis.nodes.values() if _table(node.kind) is Contribution]
    rows = Contribution.objects.filter(Among("pk", ids)).order_by() if ids else Contribution.objects.none()
    columns = (text("pk"), text("question__handling"), text("question__institution_id"))
    return {pk for pk, *question in rows.values_list(*columns) if not policy.opens(*question)}


def _table(kind: str) -> type[Record] | None:
    model = model_of(kind)
    return table_of(model) if model else None


def _is_lost(pin: Pin, shown: set[Id]) -> bool:
    return pin.digest is None and pin.id not in shown
