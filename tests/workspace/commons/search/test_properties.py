"""Whatever the records, their handling and the reader: found is what a plain scan of all records would find."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from majlis.engine.handling import Handling
from majlis.workspace.commons.models.records import WITHDRAWN
from majlis.workspace.commons.queries import visible
from majlis.workspace.commons.search import finding
from majlis.workspace.commons.search.asking import Query
from majlis.workspace.commons.search.finding import find
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations.models import Consultation, Stage, Standing, Statement

WORDS = ["peace", "peaceful", "release", "prison", "حوار", "سجن"]
PLACES = ["first", "second"]


@dataclass(frozen=True)
class Planted:
    """A consultation or, with a parent, a statement."""

    where: str
    tlp: str
    audience: str
    expires: int
    state: str
    words: tuple[str, ...]
    more: tuple[str, ...]
    statements: tuple["Planted", ...] = ()


def planted(states, statements):
    few = st.lists(st.sampled_from(WORDS), max_size=3).map(tuple)
    return st.builds(
        Planted,
        where=st.sampled_from(PLACES),
        tlp=st.sampled_from(["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]),
        audience=st.sampled_from(["", *PLACES]),
        expires=st.sampled_from([0, 0, -1, 1]),
        state=st.sampled_from(states),
        words=few,
        more=few,
        statements=statements,
    )


worlds = st.lists(
    planted(
        [Stage.DRAFT, Stage.OPEN, Stage.OPEN, WITHDRAWN],
        st.lists(planted([Standing.PENDING, Standing.IN, Standing.IN, Standing.OUT], st.just(())), max_size=2).map(
            tuple
        ),
    ),
    max_size=5,
)
queries = st.lists(st.sampled_from([*WORDS, "pea", "r", "ح", "حو"]), min_size=1, max_size=2)


def handling(plan, institutions):
    named = frozenset({str(institutions[plan.audience].pk)}) if plan.audience else None
    return Handling(
        tlp=plan.tlp,
        audience=None if plan.tlp == "AMBER+STRICT" else named,
        expires=timezone.now() + timedelta(days=plan.expires) if plan.expires else None,
    )


def create(plan, institutions, **more):
    text = Text.write(" ".join(plan.words), "en").translated("ar", " ".join(plan.more))
    kind = Statement if "consultation" in more else Consultation
    return kind.objects.create(
        institution=institutions[plan.where], handling=handling(plan, institutions), text=text, state=plan.state, **more
    )


def build(world, institutions):
    for plan in world:
        above = create(plan, institutions)
        for position, inner in enumerate(plan.statements, start=1):
            create(inner, institutions, consultation=above, code=str(position), position=position)


def holds(text, asked):
    said = {word for version in text.versions.values() for word in version.text.split()}
    *firsts, last = asked
    ends = any(word == last or (len(last) > 1 and word.startswith(last)) for word in said)
    return said.issuperset(firsts) and ends


def scan(asked, member):
    """Read every record there is, one by one."""
    own = member.institution_id if member else None
    shown = {
        c.pk
        for c in visible(Consultation.objects.all(), member)
        if c.state == Stage.OPEN or (c.state == Stage.DRAFT and c.institution_id == own)
    }
    said = [s for s in visible(Statement.objects.filter(state=Standing.IN), member) if s.consultation_id in shown]
    told = Consultation.objects.filter(pk__in=shown)
    return {record.pk for record in [*said, *told] if holds(record.text, asked)}


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(world=worlds, asked=queries, reader=st.sampled_from(["", *PLACES]))
def test_the_search_finds_what_a_plain_scan_finds(
    institution, other_institution, join, monkeypatch, world, asked, reader
):
    monkeypatch.setattr(finding, "BATCH", 2)
    institutions = dict(zip(PLACES, [institution, other_institution], strict=True))
    with transaction.atomic():
        member = join(institutions[reader]) if reader else None
        build(world, institutions)
        found = find(Query.read(" ".join(asked)), member).hits
        assert len(found) == len({hit.record.pk for hit in found})
        assert {hit.record.pk for hit in found} == scan(asked, member)
        transaction.set_rollback(True)
