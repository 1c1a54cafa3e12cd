"""A copy that was loaded before a record was recalled, narrowed or marked does not open it again when it is saved."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Event

import pytest
from django.db import connection, transaction

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import claims
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.handling import acts, restricting
from majlis.workspace.commons.models import Claim, Question, Source
from majlis.workspace.commons.texts import Text
from majlis.workspace.commons.vocabulary import load_terms
from majlis.workspace.rooms.strategy import actions as strategies
from majlis.workspace.rooms.strategy.models import Pledge, Report
from tests.workspace.rooms.strategy import planted

pytestmark = pytest.mark.django_db
WORDS = Text.write("words", "en")
DAY = date(2026, 7, 1)


def held(member, tlp=Tlp.CLEAR):
    return {"institution": member.institution, "author": member, "state": "published", "handling": Handling(tlp=tlp)}


def recalled(member, record):
    with acting(member):
        acts.recall(record=record, reason=WORDS)


def narrowed(member, record):
    with acting(member):
        acts.narrow(record=record, tlp=Tlp.AMBER, reason=WORDS)


def marked(member, record):
    record.handling = Handling(tlp=Tlp.AMBER_STRICT)
    record.save()


def again(record):
    return type(record)._default_manager.get(pk=record.pk)


MARKED = [(recalled, Tlp.RED), (narrowed, Tlp.AMBER), (marked, Tlp.AMBER_STRICT)]


@pytest.fixture
def followed(organiser):
    """A pledge and a report on an adopted recommendation, and a claim with its source."""
    load_terms()
    source = Source.objects.create(title=WORDS, **held(organiser))
    strategy = planted.strategy(organiser)
    drafted = planted.draft(
        organiser, strategy, rests_on=planted.findings(organiser), addressed_to=organiser.institution
    )
    recommendation = planted.adopted(organiser, drafted)
    with acting(organiser):
        pledge = strategies.make_pledge(recommendation=recommendation, text=WORDS, office=WORDS)
        report = strategies.make_report(recommendation=recommendation, status="rec_in_progress", text=WORDS)
        claim = claims.make_claim(subject=source, aspect="title", value=WORDS, source=source)
    return {Pledge: pledge, Report: report, Claim: claim}


LATE = {
    Pledge: lambda stale: strategies.withdraw_pledge(pledge=stale, reason=WORDS),
    Report: lambda stale: strategies.withdraw_report(report=stale, reason="late"),
    Claim: lambda stale: claims.withdraw_claim(claim=stale, reason="late"),
}


@pytest.mark.parametrize("kind", LATE, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(("how", "level"), MARKED, ids=["recalled", "narrowed", "marked"])
def test_an_act_with_a_copy_from_before_opens_nothing(followed, organiser, kind, how, level):
    stale = kind.objects.get(pk=followed[kind].pk)
    how(organiser, again(stale))
    with acting(organiser):
        LATE[kind](stale)
    assert (again(stale).state, again(stale).handling.tlp) == ("withdrawn", level)
    assert stale.handling.tlp is level, "the copy knows it too"


@pytest.mark.parametrize("fields", [None, ["state"], ["text"]], ids=["all", "state", "text"])
def test_no_way_to_save_a_stale_copy_opens_it(organiser, fields):
    created = Question.objects.create(text=WORDS, **held(organiser))
    loaded, deferred = again(created), Question.objects.only("state").get(pk=created.pk)
    recalled(organiser, again(created))
    for stale in (created, loaded, deferred):
        stale.save(update_fields=fields)
        assert again(created).handling.tlp is Tlp.RED


def test_a_copy_that_was_saved_once_is_stale_again_later(organiser):
    copy = again(Question.objects.create(text=WORDS, **held(organiser)))
    copy.save()
    recalled(organiser, again(copy))
    copy.handling = Handling()
    copy.save()
    assert again(copy).handling.tlp is Tlp.RED


def test_whoever_read_it_again_may_open_what_was_only_marked(organiser):
    question = Question.objects.create(text=WORDS, **held(organiser))
    stale = again(question)
    marked(organiser, again(question))
    stale.refresh_from_db()
    restricting.mark(stale, stale.handling.model_copy(update={"tlp": Tlp.GREEN}))
    stale.save()
    assert again(question).handling.tlp is Tlp.GREEN


def test_one_copy_may_be_marked_back_and_forth(organiser):
    question = Question.objects.create(text=WORDS, **held(organiser))
    for tlp in (Tlp.AMBER, Tlp.CLEAR, Tlp.GREEN):
        question.handling = question.handling.model_copy(update={"tlp": tlp})
        question.save()
        assert again(question).handling.tlp is tlp


def test_a_new_record_asks_nothing_more_of_the_database(organiser, django_assert_num_queries):
    with django_assert_num_queries(1):
        Question.objects.create(text=WORDS, **held(organiser))


@pytest.mark.django_db(transaction=True)
def test_a_save_waits_for_a_recall_that_is_under_way(organiser):
    """Loaded before, saved while the other act has written and not yet committed."""
    stale = again(Question.objects.create(text=WORDS, **held(organiser)))
    written = Event()

    def late():
        try:
            written.wait(5)
            stale.save()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            recalled(organiser, again(stale))
            saving = pool.submit(late)
            written.set()
        saving.result(20)
    assert again(stale).handling.tlp is Tlp.RED
