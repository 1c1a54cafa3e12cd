"""The room's acts: who may, what fits, one ledger entry each, and nobody overwrites unseen."""

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.claims import make_claim, note_source, positions, withdraw_claim
from majlis.workspace.commons.edits import Outdated, stamp
from majlis.workspace.commons.links import make_link
from majlis.workspace.commons.models import LedgerEntry, Link, Question, Relation, Source
from majlis.workspace.commons.queries import claims_of
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.gatherings import actions, agenda, queries
from majlis.workspace.rooms.gatherings.models import Session
from majlis.workspace.rooms.gatherings.schedule import Unfit
from tests.workspace.rooms.gatherings import planted


def rows(*lines):
    return agenda.read("code,day,start,end,room,title_en\n" + "\n".join(lines), [])


def keys(unfit):
    return [(misfit.code, misfit.key) for misfit in unfit.value.misfits]


def changes_to(gathering, **more):
    kept = {n: getattr(gathering, n) for n in ("code", "starts_on", "ends_on", "timezone", "form", "theme", "place")}
    kept |= {"title": gathering.text, "introduction": gathering.introduction, "handling": gathering.handling}
    return {**kept, "gathering": gathering, "seen": stamp(gathering), **more}


def test_a_session_is_a_question_asked_within_its_edition(organiser, edition):
    session = planted.session(organiser, edition)
    asked = Question.objects.get(pk=session.pk)
    assert (asked.kind, asked.within_id, asked.special()) == ("gatherings.session", edition.pk, session)


def test_where_a_question_is_asked_is_not_what_it_says(organiser, edition):
    session = planted.session(organiser, edition)
    before = session.digest
    session.edition = planted.edition(organiser, within=edition.series, code="2023")
    session.within = None
    assert "within" not in session.content()
    assert session.digest == before


def test_overlap_in_one_room_is_refused_and_a_parallel_room_is_not(organiser, edition):
    planted.session(organiser, edition, "s1", venue_room="Hall")
    with pytest.raises(Unfit) as unfit:
        planted.session(organiser, edition, "s2", start="10:00", end="11:00", venue_room="hall")
    assert keys(unfit) == [("s2", "session-overlaps")]
    planted.session(organiser, edition, "s2", start="10:00", end="11:00", venue_room="Other")
    assert edition.sessions.count() == 2


@pytest.mark.parametrize("day", [date(2022, 6, 7), date(2022, 6, 11)])
def test_a_session_outside_the_edition_is_refused(organiser, edition, day):
    with pytest.raises(Unfit) as unfit:
        planted.session(organiser, edition, day=day)
    assert keys(unfit) == [("session-1", "session-outside")]


def test_an_edition_does_not_shrink_under_its_sessions(organiser, edition):
    planted.session(organiser, edition, day=planted.LAST)
    with acting(organiser), pytest.raises(Unfit) as unfit:
        actions.change_gathering(**changes_to(edition, ends_on=date(2022, 6, 9)))
    assert keys(unfit) == [("session-1", "session-outside")]
    edition.refresh_from_db()
    assert edition.ends_on == planted.LAST


def test_codes_are_taken_once(organiser, edition):
    planted.session(organiser, edition)
    with pytest.raises(Unfit) as unfit:
        planted.session(organiser, edition, start="11:00", end="12:00")
    assert keys(unfit) == [("session-1", "session-code-taken")]
    with pytest.raises(Unfit) as unfit:
        planted.edition(organiser, within=edition.series)
    assert keys(unfit) == [("2022", "gathering-code-taken")]


def test_the_database_itself_refuses_a_session_that_ends_before_it_begins(organiser, edition):
    session = planted.session(organiser, edition)
    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.filter(pk=session.pk).update(end=time(8))


def test_the_second_to_save_is_told_and_overwrites_nothing(organiser, edition):
    first, second = (queries.find_gathering(organiser, edition.pk) for _ in range(2))
    with acting(organiser):
        actions.change_gathering(**changes_to(first, title=Text.write("The first", "en")))
        with pytest.raises(Outdated):
            actions.change_gathering(**changes_to(second, title=Text.write("The second", "en")))
    assert str(queries.find_gathering(organiser, edition.pk).text) == "The first"


def test_a_change_of_handling_counts_as_a_change(organiser, edition):
    seen = stamp(edition)
    with acting(organiser):
        actions.change_gathering(**changes_to(edition, handling=Handling(tlp=Tlp.AMBER)))
        with pytest.raises(Outdated):
            actions.change_gathering(**{**changes_to(edition), "seen": seen})


def test_handling_is_handed_down_to_what_had_the_editions(organiser, stranger, sign_in):
    world = planted.secret_world(organiser)
    with acting(organiser):
        actions.change_gathering(**changes_to(world["edition"], handling=Handling(tlp=Tlp.CLEAR)))
    assert queries.find_session(stranger, world["session"].pk)
    assert len(claims_of(world["edition"], stranger)) == len(claims_of(world["session"], stranger)) == 1
    assert len(queries.statements_in(world["session"], None)) == 1


def test_a_source_that_others_rest_on_is_not_opened_with_the_edition(organiser, stranger):
    hidden = planted.edition(organiser, tlp=Tlp.AMBER)
    other = planted.edition(organiser, within=hidden.series, code="other", tlp=Tlp.AMBER)
    claims = [planted.claim(organiser, edition, "Jointly") for edition in (hidden, other)]
    assert claims[0].source == claims[1].source
    with acting(organiser):
        actions.change_gathering(**changes_to(hidden, handling=Handling(tlp=Tlp.CLEAR)))
    (opened,) = claims_of(hidden, stranger)
    assert (opened.source.handling.tlp, str(opened.source)) == (Tlp.CLEAR, "A newspaper")
    assert Source.objects.get(pk=claims[1].source_id).handling.tlp == Tlp.AMBER


def test_a_claim_is_seen_no_further_than_its_source(organiser, stranger, edition):
    with acting(organiser):
        inside = note_source(institution=organiser.institution, title=Text.write("An internal note", "en"))
        claim = make_claim(subject=edition, aspect="dates", value=Text.write("In June", "en"), source=inside)
    assert claim.handling.tlp == Tlp.AMBER
    assert claims_of(edition, stranger) == []
    assert claims_of(edition, organiser) == [claim]


def test_import_adds_changes_and_keeps(organiser, edition):
    kept = planted.session(organiser, edition, "kept", start="16:00", end="17:00")
    changed = planted.session(organiser, edition, "changed")
    entries = LedgerEntry.objects.count()
    table = rows("changed,2022-06-09,11:00,12:00,Hall,Anew", "new,2022-06-08,11:00,12:00,Hall,Another")
    with acting(organiser):
        saved = actions.import_agenda(gathering=edition, rows=table, seen=queries.programme_stamp(edition))
    assert [session.code for session in saved] == ["changed", "new"]
    changed.refresh_from_db()
    assert (changed.pk, str(changed.text), changed.day) == (saved[0].pk, "Anew", date(2022, 6, 9))
    assert queries.find_session(organiser, kept.pk).digest == kept.digest
    assert LedgerEntry.objects.count() == entries + 1


def test_import_is_all_or_nothing(organiser, edition):
    table = rows(
        "a,2022-06-08,11:00,12:00,Hall,One", "b,2022-06-08,11:30,12:30,Hall,Two", "c,2022-07-01,9:00,10:00,,Three"
    )
    with acting(organiser), pytest.raises(Unfit) as unfit:
        actions.import_agenda(gathering=edition, rows=table, seen=queries.programme_stamp(edition))
    assert keys(unfit) == [("b", "session-overlaps"), ("c", "session-outside")]
    assert not edition.sessions.exists()


def test_import_after_somebody_elses_change_is_refused(organiser, edition):
    seen = queries.programme_stamp(edition)
    planted.session(organiser, edition, "other", start="16:00", end="17:00")
    with acting(organiser), pytest.raises(Outdated):
        actions.import_agenda(gathering=edition, rows=rows("a,2022-06-08,11:00,12:00,,One"), seen=seen)
    assert [session.code for session in queries.programme(edition)] == ["other"]


def test_two_sessions_may_exchange_their_hours_in_one_import(organiser, edition):
    planted.session(organiser, edition, "a", start="09:00", end="10:00", venue_room="Hall")
    planted.session(organiser, edition, "b", start="10:00", end="11:00", venue_room="Hall")
    table = rows("a,2022-06-08,10:00,11:00,Hall,A", "b,2022-06-08,09:00,10:00,Hall,B")
    with acting(organiser):
        actions.import_agenda(gathering=edition, rows=table, seen=queries.programme_stamp(edition))
    assert [session.code for session in queries.programme(edition)] == ["b", "a"]


def test_a_withdrawn_session_frees_its_room_and_comes_back_by_import(organiser, edition):
    session = planted.session(organiser, edition, venue_room="Hall")
    with acting(organiser):
        actions.withdraw_session(session=session, reason="moved")
    assert queries.find_session(organiser, session.pk) is None
    planted.session(organiser, edition, "other", venue_room="Hall")
    table = rows("session-1,2022-06-09,09:00,10:00,Hall,Back")
    with acting(organiser):
        actions.import_agenda(gathering=edition, rows=table, seen=queries.programme_stamp(edition))
    assert queries.find_session(organiser, session.pk) is not None


def test_claims_that_disagree_stand_side_by_side(organiser, edition):
    joint = planted.claim(organiser, edition, "Organised jointly", source="The press")
    again = planted.claim(organiser, edition, "organised  jointly", source="Another paper")
    held = planted.claim(organiser, edition, "Held by one in partnership with the other", source="The institution")
    found = positions(claims_of(edition, None))
    assert [position.claims for position in found] == [(joint, again), (held,)]
    assert [str(claim.source) for position in found for claim in position.claims] == [
        "The press",
        "Another paper",
        "The institution",
    ]


def test_a_withdrawn_claim_is_not_shown_and_is_kept(organiser, edition):
    claim = planted.claim(organiser, edition, "Organised jointly")
    with acting(organiser):
        withdraw_claim(claim=claim, reason="mistaken")
    assert claims_of(edition, organiser) == []
    assert type(claim).objects.get(pk=claim.pk).state == "withdrawn"


def test_the_same_source_is_noted_once(organiser, institution):
    details = {"institution": institution, "title": Text.write("A paper", "fr"), "address": "https://paper.example/"}
    with acting(organiser):
        assert note_source(**details) == note_source(**details)
        assert note_source(**details) != note_source(**{**details, "address": "https://paper.example/2"})
    assert Source.objects.count() == 2


def test_a_statement_can_be_cited_as_it_stands(organiser, edition):
    statement = planted.statement(organiser, planted.session(organiser, edition))
    claim = planted.claim(organiser, edition, "Gaps remain", aspect="outcome")
    with acting(organiser):
        link = make_link(relation=Relation.SUPPORTS, source=claim, target=statement)
        assert link.is_current()
        details = {n: getattr(statement, n) for n in ("office", "body", "said_on", "source", "place", "paraphrase")}
        actions.change_office_statement(
            statement=statement, seen=stamp(statement), text=Text.write("Gaps were closed", "en"), **details
        )
    assert not Link.objects.get(pk=link.pk).is_current()


def attempts(world):
    """Every act on somebody else's records."""
    edition, session, title = world["edition"], world["session"], Text.write("Taken over", "en")
    claim, statement, source = world["claims"][0], world["statements"][0], world["claims"][0].source
    day, start, end = planted.LAST, time(9), time(10)
    when = {"code": "x", "title": title, "day": day, "start": start, "end": end}
    spoken = {"text": title, "office": title, "body": title, "said_on": day, "source": source}
    return [
        lambda: actions.create_series(institution=edition.institution, title=title),
        lambda: actions.create_gathering(
            series=edition.series, code="x", title=title, starts_on=day, ends_on=day, timezone="UTC"
        ),
        lambda: actions.change_gathering(**changes_to(edition, title=title)),
        lambda: actions.add_session(gathering=edition, **when),
        lambda: actions.change_session(
            session=session, seen=stamp(session), venue_room="", themes=(), chair_office=None, **when
        ),
        lambda: actions.withdraw_session(session=session, reason="x"),
        lambda: actions.import_agenda(gathering=edition, rows=[], seen=queries.programme_stamp(edition)),
        lambda: actions.add_office_statement(question=session, **spoken),
        lambda: actions.change_office_statement(
            statement=statement, seen=stamp(statement), place=None, paraphrase=False, **spoken
        ),
        lambda: actions.withdraw_office_statement(statement=statement, reason="x"),
        lambda: note_source(institution=edition.institution, title=title),
        lambda: make_claim(subject=edition, aspect="dates", value=title, source=source),
        lambda: withdraw_claim(claim=claim, reason="x"),
    ]


@pytest.mark.parametrize("who", ["stranger", "reader", "nobody"])
def test_only_those_who_convene_write(request, who, organiser):
    world = planted.secret_world(organiser)
    actor = None if who == "nobody" else request.getfixturevalue(who)
    entries = LedgerEntry.objects.count()
    with acting(actor):
        for attempt in attempts(world):
            with pytest.raises(Refused):
                attempt()
    assert LedgerEntry.objects.count() == entries


def test_every_act_has_one_entry(organiser):
    before = LedgerEntry.objects.count()
    planted.secret_world(organiser)
    # series, edition, session, two sources for two claims, one source each for the two statements' acts
    assert LedgerEntry.objects.count() - before == 3 + 2 * 2 + 2 * 2
