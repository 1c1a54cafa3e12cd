"""One policy, three readers: Python, the database, and Cedar with a policy written by itself."""

import pytest

from majlis.engine.handling import Handling, Viewer, may_see, visible_to
from majlis.workspace.commons.filters import filter_of
from majlis.workspace.commons.models import Claim, Institution, Question, Source
from majlis.workspace.commons.texts import Text
from tests.workspace.commons.handling.referee import MOMENTS, NOW, Draw, decide

pytestmark = pytest.mark.django_db

ITEMS, VIEWERS = 500, 100


@pytest.fixture
def institutions(db):
    rows = [Institution(name=Text.write(f"I{number}", "en")) for number in range(4)]
    return Institution.objects.bulk_create(rows)


def plant(draw, institutions, count):
    """Write markings as they are, past what `save` would put right, so that every marking is asked."""
    rows = [
        Source(
            kind="commons.source",
            institution=draw.random.choice(institutions),
            title=Text.write("S", "en"),
            handling=draw.handling(),
            digest="0" * 64,
        )
        for _ in range(count)
    ]
    return Source.objects.bulk_create(rows)


def test_python_database_and_cedar_agree_on_fifty_thousand_cases(institutions):
    draw = Draw(20260701, [str(institution.pk) for institution in institutions])
    items = plant(draw, institutions, ITEMS)
    shown = 0
    for _ in range(VIEWERS):
        viewer, at = draw.viewer(), draw.random.choice(MOMENTS)
        cases = [(item.handling, str(item.institution_id), viewer, at) for item in items]
        python = [may_see(handling, viewer, owner=owner, at=at) for handling, owner, viewer, at in cases]
        kept = set(Source.objects.filter(filter_of(visible_to(viewer, at))).values_list("pk", flat=True))
        assert [item.pk in kept for item in items] == python
        assert decide(cases) == python
        shown += sum(python)
    # The cases are worth asking: neither answer is rare.
    assert 0.2 < shown / (ITEMS * VIEWERS) < 0.8


def test_every_broken_rule_is_noticed(institutions):
    """The referee can tell: of a policy with one part turned round it finds cases that differ."""
    draw = Draw(7, [str(institution.pk) for institution in institutions])
    cases = [
        (draw.handling(), str(draw.random.choice(institutions).pk), draw.viewer(), draw.random.choice(MOMENTS))
        for _ in range(4000)
    ]
    truth = decide(cases)
    breakages = [
        lambda h, v, o, at: may_see(h.model_copy(update={"expires": None}), v, owner=o, at=at),
        lambda h, v, o, at: may_see(h.model_copy(update={"purposes": None}), v, owner=o, at=at),
        lambda h, v, o, at: may_see(h, v.model_copy(update={"circles": frozenset()}), owner=o, at=at),
        lambda h, v, o, at: may_see(h, v, owner="nobody", at=at),
        lambda h, v, o, at: may_see(h.model_copy(update={"originators": frozenset()}), v, owner=o, at=at),
        lambda h, v, o, at: may_see(h, v.model_copy(update={"member": v.member or "m"}), owner=o, at=at),
    ]
    for broken in breakages:
        assert [broken(h, v, o, at) for h, o, v, at in cases] != truth


@pytest.mark.parametrize("at", MOMENTS, ids=lambda at: at.isoformat())
def test_database_compares_moments_to_the_microsecond(institutions, at):
    draw = Draw(1, [])
    for expires in MOMENTS:
        plant(draw, institutions, 1)
        Source.objects.filter(pk=Source.objects.latest("created_at").pk).update(handling=Handling(expires=expires))
    kept = Source.objects.filter(filter_of(visible_to(Viewer(), at)))
    assert sorted(source.handling.expires for source in kept) == [moment for moment in MOMENTS if moment > at]


def test_filter_reaches_through_a_foreign_key_and_over_inherited_tables(institutions, django_assert_num_queries):
    own, other = (str(institution.pk) for institution in institutions[:2])
    secret = Source.objects.create(
        institution=institutions[1], title=Text.write("S", "en"), handling=Handling(tlp="AMBER")
    )
    question = Question.objects.create(institution=institutions[0], text=Text.write("Q"), handling=Handling())
    Claim.objects.create(
        institution=institutions[0],
        subject_kind=question.kind,
        subject_id=question.pk,
        aspect="a",
        value=Text.write("V"),
        source=secret,
    )
    Claim.objects.update(handling=Handling())
    for viewer, seen in ((Viewer(member="m", institution=own), 0), (Viewer(member="m", institution=other), 1)):
        rule = visible_to(viewer, NOW)
        with django_assert_num_queries(1):
            assert Claim.objects.filter(filter_of(rule), filter_of(rule, "source__")).count() == seen
