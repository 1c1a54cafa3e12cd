import pytest
from django.db import IntegrityError, transaction

from majlis.engine.errors import Refused
from majlis.engine.handling import Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.edits import Outdated, stamp
from majlis.workspace.commons.handling.reach import derived_from
from majlis.workspace.commons.models import Finding, LedgerEntry, Link
from majlis.workspace.rooms.strategy import actions, queries
from majlis.workspace.rooms.strategy.actions import Measure
from majlis.workspace.rooms.strategy.models import Recommendation, Stage
from tests.workspace.rooms.strategy import planted


def test_a_draft_takes_the_strictest_handling_of_what_it_rests_on(organiser, strategy):
    mild, strict = planted.findings(organiser, tlp=Tlp.GREEN), planted.findings(organiser, tlp=Tlp.AMBER)
    drafted = planted.draft(organiser, strategy, rests_on=[*mild, *strict])
    assert drafted.handling.tlp == Tlp.AMBER
    with acting(organiser):
        actions.unground(recommendation=drafted, record=strict[0])
    left = Recommendation.objects.get()
    assert left.handling.tlp == Tlp.AMBER, "its words may still carry what it rested on"
    assert strict[0] not in [record for _, record in queries.basis_of(left, organiser)]
    assert left in derived_from(strict[0])
    with acting(organiser):
        actions.ground(recommendation=drafted, record=strict[0])
        actions.unground(recommendation=drafted, record=strict[0])
    assert Link.objects.filter(to_id=strict[0].pk).count() == 1


def test_links_stay_current_while_the_draft_is_reworded(organiser, strategy):
    drafted = planted.draft(organiser, strategy, rests_on=planted.findings(organiser))
    with acting(organiser):
        actions.change_recommendation(
            recommendation=drafted, seen=stamp(drafted), measure=Measure(text=planted.text("Reworded"))
        )
    assert [link.is_current() for link in Link.objects.all()] == [True]


def test_adoption_freezes_text_and_basis_and_is_one_entry(organiser, strategy):
    found = planted.findings(organiser)
    drafted = planted.draft(organiser, strategy, rests_on=found)
    before = LedgerEntry.objects.count()
    decided = planted.adopted(organiser, drafted)
    assert LedgerEntry.objects.count() == before + 1
    assert (decided.stage, decided.decided_by, str(decided.office)) == (Stage.ADOPTED, organiser, "The plenary")
    assert decided.digest == drafted.digest
    [ground] = decided.frozen["basis"]
    assert ground["digest"] == found[0].digest
    assert set(ground["words"]) == {"ar", "fr", "en"}
    assert "Statement 0" in ground["words"]["fr"]


def test_an_adopted_text_is_never_edited(organiser, strategy):
    decided = planted.adopted(organiser, planted.draft(organiser, strategy, rests_on=planted.findings(organiser)))
    with acting(organiser), pytest.raises(Refused, match="recommendation-decided"):
        actions.change_recommendation(
            recommendation=decided, seen=stamp(decided), measure=Measure(text=planted.text("Other"))
        )
    assert str(Recommendation.objects.get().text) == "Do it"


def test_nothing_is_adopted_without_basis_unless_it_says_so(organiser, strategy):
    with pytest.raises(Refused, match="recommendation-without-basis"):
        planted.adopted(organiser, planted.draft(organiser, strategy))
    said = planted.draft(organiser, strategy, unfounded=planted.text("The law asks for it"))
    assert planted.adopted(organiser, said).is_adopted


def test_nothing_is_adopted_on_a_basis_that_changed(organiser, strategy):
    found = planted.findings(organiser)
    drafted = planted.draft(organiser, strategy, rests_on=found)
    Finding.objects.filter(pk=found[0].pk).update(digest="0" * 64)
    with pytest.raises(Refused, match="recommendation-basis-changed"):
        planted.adopted(organiser, drafted)


def test_two_writers_at_once_are_told(organiser, strategy):
    drafted = planted.draft(organiser, strategy)
    seen = stamp(drafted)
    with acting(organiser):
        actions.change_recommendation(recommendation=drafted, seen=seen, measure=Measure(text=planted.text("First")))
        with pytest.raises(Outdated):
            actions.change_recommendation(
                recommendation=drafted, seen=seen, measure=Measure(text=planted.text("Second"))
            )
    assert str(Recommendation.objects.get().text) == "First"


def test_a_rapporteur_drafts_and_does_not_decide(organiser, rapporteur, strategy):
    drafted = planted.draft(rapporteur, strategy, rests_on=planted.findings(organiser))
    with pytest.raises(Refused, match="may-adopt"):
        planted.adopted(rapporteur, drafted)


def test_a_new_version_supersedes_the_old_one_when_it_is_adopted(organiser, strategy):
    first = planted.adopted(organiser, planted.draft(organiser, strategy, rests_on=planted.findings(organiser)))
    with acting(organiser):
        second = actions.revise(recommendation=first, change=planted.text("A later deadline"))
    assert (second.code, second.version, second.stage) == (first.code, 2, Stage.DRAFT)
    assert len(queries.basis_links(second)) == 1
    assert Recommendation.objects.get(pk=first.pk).is_adopted
    planted.adopted(organiser, second)
    assert Recommendation.objects.get(pk=first.pk).stage == Stage.SUPERSEDED


def test_the_database_refuses_an_adoption_without_actor_and_reason(organiser, strategy):
    drafted = planted.draft(organiser, strategy)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recommendation.objects.filter(pk=drafted.pk).update(stage=Stage.ADOPTED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recommendation.objects.filter(pk=drafted.pk).update(stage=Stage.ADOPTED, decided_on="2026-01-01")


def test_an_edition_holds_what_stands_adopted(organiser, strategy):
    planted.draft(organiser, strategy, code="R9")
    decided = [
        planted.adopted(organiser, planted.draft(organiser, strategy, code=code, rests_on=planted.findings(organiser)))
        for code in ("R10", "R2")
    ]
    with acting(organiser):
        edition = actions.release(strategy=strategy, office=planted.text("The plenary"))
    assert [(line["code"], line["digest"]) for line in edition.contents] == [
        ("R2", decided[1].digest),
        ("R10", decided[0].digest),
    ]


def test_drafts_stay_at_home_until_they_are_circulated(organiser, stranger, strategy):
    planted.draft(organiser, strategy, planted.SECRET)
    assert queries.listed(stranger) == queries.listed(None) == []
    assert queries.recommendations_of(strategy, stranger) == []
    with acting(organiser):
        actions.circulate(strategy=strategy)
    strategy.refresh_from_db()
    assert len(queries.recommendations_of(strategy, stranger)) == 1
    assert queries.recommendations_of(strategy, None) == []
