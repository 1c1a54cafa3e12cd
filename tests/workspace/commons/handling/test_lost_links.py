"""A record that loses what it rested on stays as strict, and recall of what it rested on still reaches it."""

from datetime import date

import pytest

from majlis.engine.handling import Admiralty, Handling, Tlp
from majlis.workspace.commons import claims
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.edits import stamp
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.handling.reach import record_models
from majlis.workspace.commons.models import Claim, Link, Relation, Source
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.gatherings import actions as gatherings
from majlis.workspace.rooms.gatherings.models import Gathering, OfficeStatement, Series

pytestmark = pytest.mark.django_db
WORDS = Text.write("quincunxword", "en")
DAY = date(2030, 5, 1)


def source(member, tlp):
    return Source.objects.create(
        institution=member.institution, author=member, state="published", title=WORDS, handling=Handling(tlp=tlp)
    )


def at(member, tlp):
    return {"institution": member.institution, "author": member, "state": "published", "handling": Handling(tlp=tlp)}


def gathering(member, tlp=Tlp.CLEAR):
    series = Series.objects.create(title=WORDS, **at(member, Tlp.CLEAR))
    days = {"starts_on": DAY, "ends_on": DAY, "timezone": "UTC"}
    return Gathering.objects.create(series=series, code="E1", text=WORDS, **days, **at(member, tlp))


def claimed(member, subject, rests_on):
    with acting(member):
        return claims.make_claim(subject=subject, aspect="place", value=WORDS, source=rests_on)


def said(member, question, rests_on):
    with acting(member):
        return gatherings.add_office_statement(
            question=question, text=WORDS, office=WORDS, body=WORDS, said_on=DAY, source=rests_on
        )


def claim_moved(member, claim, rests_on):
    with acting(member):
        return claims.change_claim(
            claim=claim, seen=stamp(claim), aspect="place", value=WORDS, source=rests_on, said_on=None
        )


def statement_moved(member, statement, rests_on):
    parts = {"text": WORDS, "office": WORDS, "body": WORDS, "place": None, "said_on": DAY, "paraphrase": False}
    with acting(member):
        return gatherings.change_office_statement(statement=statement, seen=stamp(statement), source=rests_on, **parts)


KINDS = {"claim": (claimed, claim_moved, Claim), "statement": (said, statement_moved, OfficeStatement)}


@pytest.fixture(params=KINDS)
def moved(request, organiser):
    """A record that rested on a source for its institution alone and now names an open one, with both sources."""
    make, move, model = KINDS[request.param]
    strict, open_one = source(organiser, Tlp.AMBER), source(organiser, Tlp.CLEAR)
    made = make(organiser, gathering(organiser), strict)
    move(organiser, made, open_one)
    return model.objects.get(pk=made.pk), strict, open_one


def test_no_save_makes_it_milder_than_what_it_rested_on(moved, other):
    record, strict, open_one = moved
    assert record.source_id == open_one.pk
    record.handling = Handling()
    record.save()
    again = type(record).objects.get(pk=record.pk)
    assert again.handling.tlp is Tlp.AMBER
    assert not any(may_see(reader, again) for reader in (None, other))
    assert Link.objects.get(relation=Relation.RESTED).to_id == strict.pk


def test_recall_of_what_it_rested_on_still_reaches_it(moved, organiser):
    record, strict, open_one = moved
    with acting(organiser):
        acts.recall(record=strict, reason=WORDS)
    assert acts.is_recalled(record)
    assert not may_see(organiser, type(record).objects.get(pk=record.pk))
    assert may_see(organiser, Source.objects.get(pk=open_one.pk))


def test_a_ground_that_stays_leaves_no_link(organiser):
    ground = source(organiser, Tlp.AMBER)
    claim = claimed(organiser, gathering(organiser), ground)
    claim_moved(organiser, Claim.objects.get(pk=claim.pk), ground)
    assert not Link.objects.exists()


def opened(member, held, tlp):
    with acting(member):
        return gatherings.change_gathering(
            gathering=held, seen=stamp(held), code="E1", title=WORDS, starts_on=DAY, ends_on=DAY, timezone="UTC",
            theme=None, introduction=None, place=None, form="", handling=Handling(tlp=tlp),
        )  # fmt: skip


def test_a_source_noted_anew_with_an_opened_edition_is_reached_by_the_recall_of_the_first(organiser, other):
    held, strict = gathering(organiser, Tlp.AMBER), source(organiser, Tlp.AMBER)
    claim = claimed(organiser, held, strict)
    opened(organiser, Gathering.objects.get(), Tlp.CLEAR)
    claim.refresh_from_db()
    assert claim.source_id != strict.pk
    assert may_see(other, claim)
    with acting(organiser):
        acts.recall(record=strict, reason=WORDS)
    for record in (claim, claim.source):
        assert acts.is_recalled(record)
        assert not may_see(organiser, type(record).objects.get(pk=record.pk))


def test_the_grade_travels_with_a_source_that_is_noted_anew(organiser):
    held, graded = gathering(organiser, Tlp.AMBER), source(organiser, Tlp.AMBER)
    claim = claimed(organiser, held, graded)
    with acting(organiser):
        grade = Admiralty.read("E", "5")
        claims.grade_source(source=graded, seen=stamp(graded), grade=grade)
    opened(organiser, Gathering.objects.get(), Tlp.CLEAR)
    claim.refresh_from_db()
    assert claim.source_id != graded.pk
    assert (claim.source.reliability, claim.source.credibility) == ("E", 5)


def test_a_narrowed_source_is_not_noted_anew_to_be_seen_by_more(organiser, other):
    held, narrowed = gathering(organiser, Tlp.AMBER), source(organiser, Tlp.GREEN)
    claim = claimed(organiser, held, narrowed)
    with acting(organiser):
        acts.narrow(record=narrowed, tlp=Tlp.AMBER, reason=WORDS)
    opened(organiser, Gathering.objects.get(), Tlp.CLEAR)
    claim.refresh_from_db()
    assert claim.source_id == narrowed.pk
    assert Source.objects.count() == 1
    assert not any(may_see(other, record) for record in (claim, Source.objects.get()))


def test_every_ground_of_every_kind_is_remembered_when_a_record_is_loaded():
    """What a kind of record to come names in GROUNDS or BOUND_BY is kept by the same code."""
    for model in record_models():
        row = [None] * len(model._meta.concrete_fields)
        loaded = model.from_db("default", [field.attname for field in model._meta.concrete_fields], row)
        assert set(loaded._stored_bounds) == {*model.GROUNDS, *model.BOUND_BY}
