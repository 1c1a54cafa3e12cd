"""What is made from several is at least as strict as all of them: over random graphs, by every act that derives."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from majlis.engine.finding import Estimate, Interval, Verdict
from majlis.engine.finding import Finding as Found
from majlis.engine.handling import Handling, Tlp, strictest
from majlis.workspace.commons import claims, runs
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.handling.acts import recall
from majlis.workspace.commons.handling.reach import carrying_keys, derived_from, record_models
from majlis.workspace.commons.links import make_link
from majlis.workspace.commons.models import (
    Contribution,
    Finding,
    Institution,
    Link,
    Member,
    Question,
    Record,
    Relation,
    Role,
    RoleGrant,
    Source,
    Term,
    User,
)
from majlis.workspace.commons.models.records import find
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.rooms.gatherings.actions import add_office_statement
from majlis.workspace.rooms.gatherings.models import Gathering, Series
from majlis.workspace.rooms.strategy import actions as strategies
from tests.workspace.rooms.strategy import planted

pytestmark = pytest.mark.django_db
T = Text.write("T", "en")
DAY = date(2026, 7, 1)
FOUND = Found(
    key="opinion-consensus",
    values={"id": "s0", "statement": "Statement 0", "share": 0.8, "groups": 2},
    estimate=Estimate(value=0.8, interval=Interval(low=0.7, high=0.9, level=0.95)),
    n=40,
    verdict=Verdict.SHOWN,
)


class World:
    """An institution that derives one record from others, again and again, by the acts of the workspace."""

    def __init__(self, member, seed):
        self.member, self.random = member, random.Random(seed)
        self.names = [str(member.pk), str(member.institution_id), "elsewhere"]
        self.records, self.made = [], []

    def marking(self):
        tlp = self.random.choice([Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT])
        audience = None if tlp is Tlp.AMBER_STRICT else self.random.choice([None, frozenset(self.names[:2])])
        return Handling(tlp=tlp, audience=audience, legal_basis=frozenset(self.random.sample(["a", "b", "c"], 1)))

    def question(self):
        record = Question(institution=self.member.institution, text=T, state="published", handling=self.marking())
        record.save()
        return record

    def gathering(self):
        common = {"institution": self.member.institution, "state": "published", "handling": self.marking()}
        series = Series.objects.create(**common, title=T)
        return Gathering.objects.create(**common, series=series, code="g", text=T, starts_on=DAY, ends_on=DAY)

    def source(self):
        return claims.note_source(institution=self.member.institution, title=T, handling=self.marking())

    def run(self):
        inputs = self.some(2)
        run = runs.queue_run(
            institution=self.member.institution, analysis="opinion-map", question=self.question(), stands_on=inputs
        )
        self.made.append((run, [*inputs, run.question]))
        runs.keep_findings(run, [FOUND])
        finding = Finding.objects.get(run=run)
        self.made.append((finding, [run, *inputs]))
        return finding

    def claim(self):
        subject, source = self.some(1)[0], self.source()
        claim = claims.make_claim(subject=subject, aspect="a", value=T, source=source)
        self.made.append((claim, [subject, source]))
        return claim

    def said(self):
        question, source = self.gathering(), self.source()
        statement = add_office_statement.__wrapped__(
            question=question, text=T, office=T, body=T, said_on=DAY, source=source
        )
        self.made.append((statement, [question, source]))
        return statement

    def link(self):
        top, under = self.some(2)
        twice = Link.objects.filter(from_id=top.pk, to_id=under.pk).exists()
        if twice or top.kind.startswith("strategy."):
            return under
        link = make_link(relation=Relation.DERIVES, source=top, target=under)
        self.made += [(link, [top, under]), (top, [under])]
        return link

    def recommendation(self):
        strategy = planted.strategy(self.member, tlp=self.marking().tlp if self.random.random() < 0.5 else Tlp.CLEAR)
        grounds = self.some(3)
        recommendation = planted.draft(self.member, strategy, rests_on=grounds)
        self.made.append((recommendation, [strategy, *grounds]))
        if self.random.random() < 0.7:
            self.decided(recommendation, strategy)
        return recommendation

    def decided(self, recommendation, strategy):
        adopted = planted.adopted(self.member, recommendation)
        edition = strategies.release(strategy=strategy, office=T)
        self.made += [(adopted, [recommendation]), (edition, [strategy, adopted])]
        revised = strategies.revise(recommendation=adopted, change=T)
        self.made.append((revised, [adopted]))

    def some(self, count):
        while len(self.records) < count:
            self.records.append(self.question())
        return self.random.sample(self.records, count)

    def grow(self, steps):
        acts = [self.question, self.source, self.run, self.claim, self.said, self.link, self.recommendation]
        with acting(self.member):
            for _ in range(steps):
                made = self.random.choice(acts)()
                if not isinstance(made, Source):
                    self.records.append(made)


def fresh(record):
    return find(record.kind, record.pk)


@hypothesis_settings(max_examples=12)
@given(st.integers(0, 2**32))
def test_derived_is_at_least_as_strict_as_the_join_of_its_inputs(seeded):
    organiser = grown_member()
    world = World(organiser, seeded)
    world.grow(12)
    for derived, inputs in world.made:
        joined = strictest(fresh(record).handling for record in inputs)
        assert joined <= fresh(derived).handling, derived.kind
    for record in world.records:
        assert all(bound.handling <= fresh(record).handling for bound in fresh(record).binding())


@hypothesis_settings(max_examples=8)
@given(st.integers(0, 2**32))
def test_a_recall_reaches_whatever_was_made_of_it(seeded):
    """By the graph that the test itself kept while it grew, walked by the test's own few lines."""
    organiser = grown_member()
    world = World(organiser, seeded)
    world.grow(12)
    start = world.random.choice(world.records)
    reached, size = {start.pk}, 0
    while size != len(reached):
        size = len(reached)
        reached |= {derived.pk for derived, inputs in world.made if reached & {record.pk for record in inputs}}
    assert reached - {start.pk} <= {record.pk for record in derived_from(start)}
    with acting(organiser):
        recall(record=start, reason=T)
    everything = [start, *(derived for derived, _ in world.made)]
    for record in everything:
        if record.pk in reached:
            assert (fresh(record).handling.tlp, fresh(record).handling.audience) == (Tlp.RED, frozenset())


def grown_member():
    if not Term.objects.exists():
        load_terms()
    institution = Institution.objects.create(name=Text.write("I", "en"))
    user = User.objects.create_user(f"m{User.objects.count()}@example.org")
    member = Member.objects.create(user=user, institution=institution)
    RoleGrant.objects.create(member=member, role=Role.ORGANISER)
    return member


def test_every_kind_that_rests_on_another_is_bound_by_it():
    """The schema: what a kind names as its ground or its text's origin is a record, and binds whoever saves it."""
    for model in record_models():
        named = {*model.GROUNDS, *model.BOUND_BY, *model.UNBOUND} & {field.name for field in model._meta.get_fields()}
        for name in {*model.GROUNDS, *model.BOUND_BY}:
            assert issubclass(model._meta.get_field(name).related_model, Record), f"{model.__name__}.{name}"
        carried = {key.name for owner, key in carrying_keys() if issubclass(model, owner)}
        assert {*model.GROUNDS, *model.BOUND_BY} <= carried, f"{model.__name__}: a recall would not reach it"
        assert carried.isdisjoint(model.UNBOUND), f"{model.__name__}: {named}"


# Foreign keys between records along which handling is not handed on when a record is saved, with the reason. A new one
# has to be declared in GROUNDS, BOUND_BY or UNBOUND, or be written down here.
PLACES = {
    ("Contribution", "question"): "a text is put to a question; its room gives it the question's handling",
    ("Gathering", "series"): "an edition of a hidden series is hidden by its page",
    ("Session", "edition"): "a session of a hidden edition is hidden by its page",
    ("Statement", "consultation"): "a statement of a hidden consultation is hidden by its page",
    ("Recommendation", "strategy"): "drafting gives it the strictest of the strategy and its grounds",
    ("Edition", "strategy"): "releasing gives it the strictest of the strategy and of what is in it",
    ("Round", "strategy"): "a round takes the strictest of the drafts that it asks about",
}


def test_no_new_foreign_key_between_records_goes_unnoticed():
    open_keys = {
        (owner.__name__, key.name)
        for owner, key in carrying_keys()
        if key.name not in {*owner.GROUNDS, *owner.BOUND_BY}
    }
    assert open_keys == set(PLACES)


def test_saving_past_every_act_keeps_to_the_ground(organiser):
    source = Source.objects.create(institution=organiser.institution, title=T, handling=Handling(tlp="AMBER"))
    question = Question.objects.create(institution=organiser.institution, text=T, handling=Handling())
    with acting(organiser):
        claim = claims.make_claim(subject=question, aspect="a", value=T, source=source)
    for _ in range(2):
        claim.handling = Handling()
        claim.save()
        assert fresh(claim).handling.tlp is Tlp.AMBER
    assert Contribution.objects.count() == 0
