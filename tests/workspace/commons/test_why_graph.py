"""Amber over random graphs: exactly the dependents, against another implementation that walks record by record."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import claims, why
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.links import make_link
from majlis.workspace.commons.models import (
    Claim,
    Finding,
    Institution,
    Link,
    Member,
    Question,
    Relation,
    Role,
    RoleGrant,
    Run,
    Source,
    User,
)
from majlis.workspace.commons.models.records import find
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.why.grounds import id_of

KINDS = ("source", "finding", "claim", "question")
DEEDS = ("retract", "change", "expire", "supersede", "delete", "withdraw run", "nothing")


def naive(record, seen=frozenset()):
    """Whether anything beneath the record changed or fell: record by record, with nothing of ours but the tables."""
    if record.pk in seen:
        return False
    seen |= {record.pk}
    grounds = [
        (link.to_kind, link.to_id, link.to_digest)
        for link in Link.objects.filter(from_id=record.pk)
        if link.relation == "derives"
    ]
    grounds += [
        (link.from_kind, link.from_id, link.from_digest)
        for link in Link.objects.filter(to_id=record.pk)
        if link.relation == "supports"
    ]
    for name in {"finding": ["run"], "run": ["question"], "claim": ["source"]}.get(type(record).__name__.lower(), []):
        ground = getattr(record, name)
        if ground is not None:
            grounds.append((ground.kind, ground.pk, None))
    for kind, pk, pinned in grounds:
        try:
            ground = find(kind, pk)
        except Exception:
            return True
        expires = ground.handling.expires
        if ground.state in ("withdrawn", "superseded") or (pinned and pinned != ground.digest):
            return True
        if (expires is not None and expires <= timezone.now()) or naive(ground, seen):
            return True
    return False


class World:
    """Records of several kinds under one institution."""

    def __init__(self, kinds):
        institution = Institution.objects.create(name=Text.write("One", "en"))
        user = User.objects.create_user(f"u{User.objects.count()}@example.org")
        self.member = Member.objects.create(user=user, institution=institution)
        RoleGrant.objects.create(member=self.member, role=Role.ORGANISER)
        self.own = {"institution": institution, "author": self.member, "handling": Handling(tlp=Tlp.CLEAR)}
        self.records = [self.make(kind, number) for number, kind in enumerate(kinds)]

    def make(self, kind, number):
        text = Text.write(f"{kind} {number}", "en")
        if kind == "source":
            return Source.objects.create(title=text, state="published", **self.own)
        if kind == "question":
            return Question.objects.create(text=text, state="closed", **self.own)
        if kind == "claim":
            source = Source.objects.create(title=text, state="published", **self.own)
            about = {"subject_kind": source.kind, "subject_id": source.pk, "aspect": "aim", "value": text}
            return Claim.objects.create(source=source, state="published", **about, **self.own)
        question = Question.objects.create(text=text, state="closed", **self.own)
        run = Run.objects.create(question=question, analysis="opinion-map", version="1", state="done", **self.own)
        return Finding.objects.create(run=run, position=0, key="opinion-consensus", verdict="shown", **self.own)

    def link(self, relation, upper, lower):
        if relation == Relation.SUPPORTS:
            upper, lower = lower, upper
        with acting(self.member), transaction.atomic():
            make_link(relation=relation, source=self.records[upper], target=self.records[lower])

    def do(self, deed, number):
        record = find(self.records[number].kind, self.records[number].pk)
        below = getattr(record, "run", None) or getattr(record, "source", None)
        if deed == "retract" and isinstance(record, Source) and not record.is_retracted:
            with acting(self.member):
                claims.retract_source(source=record, reason=Text.write("Planted", "en"))
        elif deed == "withdraw run" and below is not None:
            type(below).objects.filter(pk=below.pk).update(**self.fallen(below))
        elif deed == "change":
            record.language = f"x-{number}"
            record.save()
        elif deed == "expire":
            record.handling = record.handling.model_copy(update={"expires": timezone.now() - timedelta(days=1)})
            record.save()
        elif deed == "supersede":
            type(record).objects.filter(pk=record.pk).update(state="superseded")
        elif deed == "delete":
            type(record).objects.filter(pk=record.pk).delete()

    @staticmethod
    def fallen(below):
        """A run's state is guarded by the database, so that it changes by expiry only."""
        if isinstance(below, Run):
            return {"handling": below.handling.model_copy(update={"expires": timezone.now() - timedelta(hours=1)})}
        return {"state": "withdrawn"}

    def standing(self):
        return [record for record in self.records if type(record).objects.filter(pk=record.pk).exists()]


@st.composite
def graphs(draw):
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=2, max_size=9))
    number = st.integers(0, len(kinds) - 1)
    relation = st.sampled_from(list(Relation))
    edges = draw(st.lists(st.tuples(relation, number, number), max_size=16, unique=True))
    deeds = draw(st.lists(st.tuples(st.sampled_from(DEEDS), number), max_size=4))
    late = draw(st.lists(st.tuples(relation, number, number), max_size=3, unique=True))
    return kinds, edges, deeds, [edge for edge in late if edge not in edges]


class TestAmber(TestCase):
    @given(graphs())
    def test_exactly_what_rests_on_it_is_amber(self, graph):
        kinds, edges, deeds, _ = graph
        world = World(kinds)
        for edge in edges:
            world.link(*edge)
        assert why.ambers(world.records) == frozenset()
        for deed in deeds:
            world.do(*deed)
        standing = world.standing()
        expected = {record.pk for record in standing if naive(find(record.kind, record.pk))}
        assert why.ambers(standing) == expected
        for record in standing:
            assert (record.pk in why.ambers([record])) == (record.pk in expected)

    @given(graphs(), st.integers(0, 8))
    def test_what_rests_on_a_source_is_what_turns_amber_when_it_alone_is_retracted(self, graph, chosen):
        kinds, edges, _, _ = graph
        world = World([*kinds, "source"])
        edges = [*edges, (Relation.DERIVES, chosen % len(kinds), len(kinds))]
        for edge in dict.fromkeys(edges):
            world.link(*edge)
        source = world.records[-1]
        above = {node.pk for node in why.above(source).values()}
        with acting(world.member):
            claims.retract_source(source=source, reason=Text.write("Planted", "en"))
        amber = why.ambers(world.records)
        ours = {record.pk for record in world.records}
        assert amber - {source.pk} == (above & ours) - {source.pk}
        assert world.records[chosen % len(kinds)].pk in amber


@pytest.mark.django_db
def test_a_long_chain_is_walked_without_recursion():
    world = World(["source"])
    top = below = world.records[0]
    for number in range(300):
        top = world.make("source", number + 1)
        with acting(world.member):
            make_link(relation=Relation.DERIVES, source=top, target=below)
        below = top
    Source.objects.filter(pk=world.records[0].pk).update(state="withdrawn")
    assert len(why.beneath([top]).nodes) == 301
    assert why.ambers([top]) == {top.pk}


@pytest.mark.django_db
def test_the_tops_are_known_by_the_id_that_the_database_writes():
    world = World(["source"])
    assert why.beneath(world.records).nodes.keys() == {id_of(world.records[0].pk)}
