"""Releases below the strictest, narrowings and recalls: whose act they are, what they reach, what remains."""

import json

import pytest

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.edits import stamp
from majlis.workspace.commons.handling import acts, queries
from majlis.workspace.commons.handling.lines import awaiting
from majlis.workspace.commons.links import make_link
from majlis.workspace.commons.models import LedgerEntry, Question, Release, ReleaseAnswer, Restricted, Role
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import actions as strategies
from majlis.workspace.rooms.strategy.models import Recommendation
from majlis.workspace.rooms.strategy.queries import basis_of
from tests.workspace.rooms.strategy import planted

pytestmark = pytest.mark.django_db
WHY = Text.write("Because it is agreed", "en")


def entries(name):
    leaves = [json.loads(entry.leaf) for entry in LedgerEntry.objects.all()]
    return [leaf for leaf in leaves if leaf["action"] == name]


@pytest.fixture
def built_on_amber(organiser):
    """A recommendation of a strategy that everybody may see, resting on a finding for its institution alone."""
    strategy = planted.strategy(organiser)
    return planted.draft(organiser, strategy, rests_on=planted.findings(organiser, tlp=Tlp.AMBER))


def asked(member, record, tlp=Tlp.CLEAR, **more):
    with acting(member):
        return acts.ask_release(record=record, tlp=tlp, reason=WHY, **more)


def test_text_built_on_amber_is_not_published_as_clear(built_on_amber, organiser):
    """Charter C07, word for word: no act of the room brings it below, adopting it least of all."""
    strategy = built_on_amber.strategy
    assert built_on_amber.handling.tlp is Tlp.AMBER
    built_on_amber.handling = Handling()
    built_on_amber.save()
    with acting(organiser):
        strategies.change_strategy(
            strategy=strategy,
            seen=stamp(strategy),
            title=strategy.text,
            introduction=None,
            handling=Handling(tlp=Tlp.CLEAR),
        )
    adopted = planted.adopted(organiser, Recommendation.objects.get(pk=built_on_amber.pk))
    with acting(organiser):
        edition = strategies.release(strategy=strategy, office=WHY)
    assert (adopted.handling.tlp, edition.handling.tlp) == (Tlp.AMBER, Tlp.AMBER)
    assert not may_see(None, adopted)


def test_originator_releases_one_version_and_a_change_ends_it(built_on_amber, organiser):
    release = asked(organiser, built_on_amber)
    assert release.state == Release.GRANTED
    record = Recommendation.objects.get(pk=built_on_amber.pk)
    assert may_see(None, record)
    assert len(entries("handling.ask")) == 1
    record.save()
    assert may_see(None, Recommendation.objects.get(pk=record.pk))
    record.text = Text.write("Do something else", "en")
    record.save()
    assert record.handling == release.before
    assert not may_see(None, Recommendation.objects.get(pk=record.pk))


def test_release_is_of_the_record_alone(built_on_amber, organiser):
    asked(organiser, built_on_amber)
    ground = basis_of(built_on_amber, organiser)[0][1]
    assert ground.handling.tlp is Tlp.AMBER


def shared_record(ask, member, others):
    """A record of one institution made from what others gave, which all of them may see."""
    names = frozenset(str(each.institution_id) for each in (member, *others))
    return ask(member, "Built from what three gave", tlp="AMBER", audience=names, originators=names)


def test_every_originator_must_agree(ask, organiser, other, third):
    record = shared_record(ask, organiser, [other, third])
    release = asked(organiser, record, Tlp.GREEN)
    assert release.state == Release.ASKED
    assert [release] == queries.waiting_for(other) == queries.waiting_for(third)
    assert queries.waiting_for(organiser) == []
    with acting(other):
        assert acts.release_record(release=release, reason=WHY).state == Release.ASKED
    assert Question.objects.get(pk=record.pk).handling == record.handling
    with acting(third):
        assert acts.release_record(release=release, reason=WHY).state == Release.GRANTED
    handling = Question.objects.get(pk=record.pk).handling
    assert (handling.tlp, handling.audience, handling.originators) == (Tlp.GREEN, None, record.handling.originators)
    assert ReleaseAnswer.objects.filter(release=release, agrees=True).count() == 3
    assert len(entries("handling.release")) == 2
    assert all("reason" in json.dumps(entry) for entry in entries("handling.release"))


def test_one_no_is_enough(ask, organiser, other, third):
    record = shared_record(ask, organiser, [other, third])
    release = asked(organiser, record, Tlp.GREEN)
    with acting(other):
        acts.decline_release(release=release, reason=WHY)
    with acting(third), pytest.raises(Refused, match="release-decided"):
        acts.release_record(release=release, reason=WHY)
    assert Question.objects.get(pk=record.pk).handling == record.handling


def test_release_is_refused_where_it_is_none(ask, organiser, other, third, reader, join, other_institution):
    record = shared_record(ask, organiser, [other, third])
    for nobody in (None, reader, other, join(other_institution, Role.READER)):
        with acting(nobody), pytest.raises(Refused, match="may-ask-release"):
            acts.ask_release(record=record, tlp=Tlp.CLEAR, reason=WHY)
    with acting(organiser), pytest.raises(Refused, match="release-not-milder"):
        acts.ask_release(record=record, tlp=Tlp.AMBER, reason=WHY)
    release = asked(organiser, record)
    with acting(organiser), pytest.raises(Refused, match="release-waits"):
        acts.ask_release(record=record, tlp=Tlp.CLEAR, reason=WHY)
    with acting(organiser), pytest.raises(Refused, match="release-answered"):
        acts.release_record(release=release, reason=WHY)
    for nobody in (None, reader, join(other_institution, Role.READER)):
        with acting(nobody), pytest.raises(Refused, match="may-answer-release"):
            acts.release_record(release=release, reason=WHY)
    record.text = Text.write("Another", "en")
    record.save()
    with acting(other), pytest.raises(Refused, match="release-outdated"):
        acts.release_record(release=release, reason=WHY)


def test_narrowing_reaches_everything_derived_and_ends_releases(organiser, other, ask):
    source = ask(organiser, tlp="CLEAR")
    middle, top = ask(organiser, tlp="CLEAR"), ask(organiser, tlp="CLEAR")
    aside = ask(organiser, tlp="CLEAR")
    with acting(organiser):
        make_link(relation="derives", source=middle, target=source)
        make_link(relation="derives", source=top, target=middle)
        make_link(relation="supports", source=source, target=aside)
        acts.narrow(record=source, tlp=Tlp.AMBER, reason=WHY)
        narrowed = Question.objects.get(pk=top.pk)
        assert not may_see(other, narrowed)
        narrowed.handling = Handling()
        narrowed.save()
        assert Question.objects.get(pk=top.pk).handling.tlp is Tlp.AMBER
        assert asked(organiser, narrowed).state == Release.GRANTED
        assert may_see(None, Question.objects.get(pk=top.pk))
        acts.narrow(record=source, tlp=Tlp.AMBER_STRICT, reason=WHY)
    assert Question.objects.get(pk=top.pk).handling.tlp is Tlp.AMBER_STRICT
    assert Question.objects.get(pk=aside.pk).handling.tlp is Tlp.CLEAR
    assert Release.objects.get().state == Release.ENDED
    assert len(entries("handling.narrow")) == 2


def test_narrowing_is_the_originators_and_must_narrow(ask, organiser, other, reader):
    record = ask(organiser, tlp="AMBER")
    for nobody in (None, other, reader):
        for act in (
            lambda: acts.narrow(record=record, tlp=Tlp.AMBER_STRICT, reason=WHY),
            lambda: acts.recall(record=record, reason=WHY),
        ):
            with acting(nobody), pytest.raises(Refused, match="may-restrict"):
                act()
    with acting(organiser), pytest.raises(Refused, match="narrow-not-stricter"):
        acts.narrow(record=record, tlp=Tlp.GREEN, reason=WHY)


def test_recall_leaves_tombstones_and_tells_those_who_could_see(ask, organiser, other, third, reader):
    source = ask(organiser, tlp="GREEN")
    derived = ask(organiser, tlp="AMBER", audience=frozenset({str(other.institution_id)}))
    at_home = ask(organiser, state="draft", tlp="GREEN")
    with acting(organiser):
        for record in (derived, at_home):
            make_link(relation="derives", source=record, target=source)
        restriction = acts.recall(record=source, reason=WHY)
        with pytest.raises(Refused, match="recalled-before"):
            acts.recall(record=source, reason=WHY)
    for record in (source, derived, at_home):
        kept = Question.objects.get(pk=record.pk)
        assert not any(may_see(member, kept) for member in (None, organiser, reader, other, third))
        kept.handling = Handling()
        kept.save()
        assert not may_see(organiser, Question.objects.get(pk=record.pk))
        assert Restricted.objects.get(record_id=record.pk).record_digest == record.digest
    seen = {m: {row.record_id for row in queries.told_records(restriction, m)} for m in (organiser, other, third)}
    questions = {record.pk: record for record in (source, derived, at_home)}
    assert {member.pk: ids & questions.keys() for member, ids in seen.items()} == {
        organiser.pk: {source.pk, derived.pk, at_home.pk},
        other.pk: {source.pk, derived.pk},
        third.pk: {source.pk},
    }
    assert [len(list(awaiting(member))) for member in (organiser, reader, other, third)] == [0, 1, 1, 1]
    with acting(third):
        acts.note(restriction=restriction)
    assert list(awaiting(third)) == []
    (entry,) = entries("handling.recall")
    assert "reason" in json.dumps(entry)
    assert "Because" not in json.dumps(entry)


def test_nobody_binds_anothers_record_to_their_own(ask, organiser, other):
    """Else an institution could link another's text to a record of its own, and take both away by a recall."""
    theirs, own = ask(other, tlp="CLEAR"), ask(organiser, tlp="CLEAR")
    with acting(organiser):
        with pytest.raises(Refused, match="may-link"):
            make_link(relation="derives", source=theirs, target=own)
        make_link(relation="supports", source=own, target=theirs)
        acts.recall(record=own, reason=WHY)
    assert may_see(None, Question.objects.get(pk=theirs.pk))
