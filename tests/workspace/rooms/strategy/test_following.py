from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import claims, words
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import LedgerEntry, Link, Relation, Role
from majlis.workspace.commons.rooms import became_of
from majlis.workspace.commons.search.asking import Query
from majlis.workspace.commons.search.finding import find
from majlis.workspace.rooms.strategy import actions, queries
from majlis.workspace.rooms.strategy.following.pages import BecamePage, followed
from majlis.workspace.rooms.strategy.lines import awaiting
from majlis.workspace.rooms.strategy.models import Pledge, Recommendation, Report
from tests.workspace.rooms.strategy import planted

YESTERDAY = timezone.localdate() - timedelta(1)


@pytest.fixture
def decided(organiser, strategy):
    return planted.adopted(organiser, planted.draft(organiser, strategy, rests_on=planted.findings(organiser)))


def addressed(organiser, strategy, institution, **parts):
    rests_on = planted.findings(organiser)
    return planted.adopted(
        organiser, planted.draft(organiser, strategy, rests_on=rests_on, addressed_to=institution, **parts)
    )


def report(member, recommendation, status="rec_in_progress", words="Under way", **more):
    with acting(member):
        return actions.make_report(recommendation=recommendation, status=status, text=planted.text(words), **more)


def pledge(member, recommendation, words="We shall do it", **more):
    with acting(member):
        return actions.make_pledge(
            recommendation=recommendation, text=planted.text(words), office=planted.text("The board"), **more
        )


def proof(member, *, tlp=Tlp.CLEAR, title="The decree"):
    with acting(member):
        return claims.note_source(institution=member.institution, title=planted.text(title), handling=Handling(tlp=tlp))


def found_by(member, words):
    return {str(hit.searched.title) for hit in find(Query.read(words), member).hits}


def test_nobody_promises_for_a_draft(organiser, strategy):
    drafted = planted.draft(organiser, strategy)
    with pytest.raises(Refused, match="may-pledge"):
        pledge(organiser, drafted)


def test_a_pledge_is_the_promising_institution_s_and_one_entry(stranger, decided):
    before = LedgerEntry.objects.count()
    promised = pledge(stranger, decided)
    assert LedgerEntry.objects.count() == before + 1
    assert promised.institution == stranger.institution
    assert Link.objects.get(from_id=promised.pk).relation == Relation.ANSWERS


def test_only_who_promised_takes_it_back_and_it_stays_with_its_reason(organiser, stranger, decided):
    promised = pledge(stranger, decided)
    with acting(organiser), pytest.raises(Refused, match="may-take-back"):
        actions.withdraw_pledge(pledge=promised, reason=planted.text("No"))
    with acting(stranger):
        actions.withdraw_pledge(pledge=promised, reason=planted.text("The budget was cut"))
    [shown] = followed([decided], None)[0].pledges
    assert (shown.withdrawn, str(shown.pledge.withdrawal)) == (True, "The budget was cut")


def test_who_neither_answers_nor_promised_reports_nothing(organiser, stranger, decided):
    with pytest.raises(Refused, match="may-report"):
        report(stranger, decided)
    pledge(stranger, decided)
    assert report(stranger, decided).institution == stranger.institution
    assert report(organiser, decided).institution == organiser.institution


def test_the_addressee_reports(organiser, stranger, strategy):
    decided = addressed(organiser, strategy, stranger.institution)
    assert report(stranger, decided).about == decided


def test_done_needs_a_proof(organiser, decided):
    with pytest.raises(Refused, match="report-done-needs-proof"):
        report(organiser, decided, "rec_done")
    assert report(organiser, decided, "rec_done", source=proof(organiser)).source is not None


@pytest.mark.parametrize("status", ["rec_adopted", "rec_superseded", "excellent"])
def test_a_report_cannot_decide(organiser, decided, status):
    with pytest.raises(Refused, match="report-status-unknown"):
        report(organiser, decided, status)


def test_a_report_is_not_about_tomorrow(organiser, decided):
    with pytest.raises(Refused, match="report-of-tomorrow"):
        report(organiser, decided, as_of=timezone.localdate() + timedelta(1))


def test_nobody_reports_on_another_s_pledge(organiser, stranger, decided):
    promised = pledge(stranger, decided)
    with pytest.raises(Refused, match="report-of-another-pledge"):
        report(organiser, decided, pledge=promised)


def test_the_latest_report_of_each_institution_stands_and_differences_are_shown(organiser, stranger, strategy):
    decided = addressed(organiser, strategy, stranger.institution)
    report(stranger, decided, "rec_stalled", as_of=date(2024, 5, 1))
    report(stranger, decided, "rec_done", as_of=date(2024, 9, 1), source=proof(stranger))
    # An earlier day that is told later does not change the present.
    report(stranger, decided, "rec_in_progress", as_of=date(2024, 3, 1))
    [one] = followed([decided], None)
    assert (one.status, one.disputed) == ("rec_done", False)
    assert [report.as_of.month for _, report in one.said[0].earlier] == [5, 3]
    report(organiser, decided, "rec_stalled", as_of=date(2024, 10, 1))
    [one] = followed([decided], None)
    assert (one.status, one.disputed, len(one.said)) == ("disputed", True, 2)


def test_the_page_counts_each_recommendation_once(organiser, stranger, strategy):
    silent, done, moving = (addressed(organiser, strategy, stranger.institution, due_on=YESTERDAY) for _ in range(3))
    planted.draft(organiser, strategy, "Still a draft")
    report(stranger, done, "rec_done", source=proof(stranger))
    report(stranger, moving)
    page = BecamePage(strategy, None)
    assert dict(page.counts) == {"Done, with proof": 1, "In progress": 1, "No report yet": 1}
    assert page.overdue == 2
    assert [row[1:] for row in page.by_addressee.rows] == [(1, 1, 0, 0, 0, 1)]
    assert {one.recommendation.pk for one in page.followed} == {silent.pk, done.pk, moving.pk}


def test_a_report_that_may_not_be_seen_counts_as_none(organiser, stranger, reader, strategy):
    decided = addressed(organiser, strategy, stranger.institution)
    report(stranger, decided, "rec_done", planted.SECRET, source=proof(stranger, tlp=Tlp.AMBER, title=planted.SECRET))
    assert followed([decided], None)[0].status == "silent"
    assert followed([decided], stranger)[0].status == "rec_done"


def test_public_pages_leak_nothing(organiser, stranger, strategy, sign_in):
    decided = addressed(organiser, strategy, stranger.institution)
    source = proof(stranger, tlp=Tlp.AMBER, title=planted.SECRET)
    report(stranger, decided, "rec_done", planted.SECRET, source=source)
    for name, pk in {"became": strategy.pk, "became-csv": strategy.pk, "recommendation": decided.pk}.items():
        seen = sign_in().get(reverse(f"strategy:{name}", args=[pk]))
        assert seen.status_code == 200
        assert planted.SECRET not in seen.content.decode()
    assert planted.SECRET in sign_in(stranger).get(reverse("strategy:became", args=[strategy.pk])).content.decode()


def test_what_is_open_is_taken_over_once_and_rests_on_the_earlier_text(organiser, strategy):
    decided = planted.adopted(
        organiser, planted.draft(organiser, strategy, "Still to do", unfounded=planted.text("The law"))
    )
    later = planted.strategy(organiser, title="The next strategy")
    with acting(organiser):
        before = LedgerEntry.objects.count()
        [taken] = actions.carry_over(strategy=later, recommendations=[decided])
        assert LedgerEntry.objects.count() == before + 1
        assert actions.carry_over(strategy=later, recommendations=[decided]) == []
    assert (str(taken.text), taken.carried_from, taken.is_draft) == ("Still to do", decided, True)
    [link] = queries.basis_links(taken)
    assert (link.to_id, link.is_current()) == (decided.pk, True)


def test_a_draft_is_not_taken_over(organiser, strategy):
    drafted = planted.draft(organiser, strategy)
    later = planted.strategy(organiser, title="The next strategy")
    with acting(organiser):
        assert actions.carry_over(strategy=later, recommendations=[drafted]) == []


def test_other_rooms_are_told_what_became_of_it(organiser, strategy, decided):
    [line] = became_of([strategy], None)
    assert words.plain(line.note) == "No report yet: 1"
    assert line.url == reverse("strategy:became", args=[strategy.pk])
    assert became_of([planted.strategy(organiser, title="Nothing adopted")], organiser) == []


def test_what_was_typed_survives_a_missing_proof(organiser, decided, sign_in):
    typed = {"status": "rec_done", "text_en": "What we wrote", "original": "en", "as_of": "2024-05-01"}
    seen = sign_in(organiser).post(reverse("strategy:report", args=[decided.pk]), typed)
    assert seen.status_code == 400
    assert "What we wrote" in seen.content.decode()
    assert Report.objects.count() == 0


def test_forms_promise_report_and_take_over(organiser, stranger, decided, sign_in, strategy):
    client = sign_in(stranger)
    promised = {"text_en": "We shall", "office_en": "The board", "original": "en", "due_on": "2030-01-01"}
    assert client.post(reverse("strategy:pledge", args=[decided.pk]), promised).status_code == 302
    mine = Pledge.objects.get()
    told = {"text_en": "Begun", "original": "en", "status": "rec_in_progress", "as_of": "2024-05-01", "pledge": mine.pk}
    assert client.post(reverse("strategy:report", args=[decided.pk]), told).status_code == 302
    assert Report.objects.get().pledge == mine
    back = {"reason_en": "Cut", "original": "en"}
    assert client.post(reverse("strategy:withdraw-pledge", args=[mine.pk]), back).status_code == 302
    later = planted.strategy(organiser, title="The next strategy")
    address = f"{reverse('strategy:carry-over', args=[later.pk])}?from={strategy.pk}"
    chosen = {"recommendations": [str(decided.pk)]}
    assert sign_in(organiser).post(address, chosen).status_code == 302
    assert Recommendation.objects.get(strategy=later).carried_from == decided


@pytest.mark.parametrize("name", ["pledge", "report", "carry-over"])
def test_others_may_not(name, reader, strategy, decided, sign_in):
    pk = strategy.pk if name == "carry-over" else decided.pk
    assert sign_in(reader).get(reverse(f"strategy:{name}", args=[pk])).status_code == 403
    assert sign_in().get(reverse(f"strategy:{name}", args=[pk])).status_code in {302, 403}


def test_a_rapporteur_does_not_promise(institution, join, decided):
    with pytest.raises(Refused, match="may-pledge"):
        pledge(join(institution, Role.RAPPORTEUR), decided)


def test_the_desk_reminds_of_what_was_promised_and_asked_until_it_is_done(organiser, stranger, strategy):
    decided = addressed(organiser, strategy, stranger.institution, due_on=YESTERDAY)
    promised = pledge(stranger, decided, "Our pledge", due_on=YESTERDAY)
    lines = [line for line in awaiting(stranger) if line.due]
    assert [str(line.text) for line in lines] == ["Our pledge", "Do it"]
    assert all(line.reminds(timezone.localdate()) for line in lines)
    assert all(line.handling is not None for line in lines)
    report(stranger, decided, "rec_done", source=proof(stranger), pledge=promised)
    assert [line for line in awaiting(stranger) if line.due] == []
    assert [line for line in awaiting(organiser) if line.due] == []


def test_the_public_finds_what_was_adopted_and_no_draft(organiser, stranger, strategy):
    planted.adopted(organiser, planted.draft(organiser, strategy, "Mentoring", unfounded=planted.text("The law")))
    planted.draft(organiser, strategy, "Mentoring in secret")
    assert found_by(None, "mentoring") == {"Mentoring"}
    assert found_by(stranger, "mentoring") == {"Mentoring"}
    assert found_by(organiser, "mentoring") == {"Mentoring", "Mentoring in secret"}
    assert found_by(None, "strategy") == {"A strategy"}


def test_a_strategy_with_nothing_adopted_is_found_at_home_only(organiser, stranger, strategy):
    assert found_by(None, "strategy") == found_by(stranger, "strategy") == set()
    assert found_by(organiser, "strategy") == {"A strategy"}
