"""The live rule under attack: whoever sees every refresh and the final totals finds no block under five."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.disclosure.live import Tally, counted, tally

K = 5
ANSWERS = st.sampled_from([1, 0, -1])
PEOPLE = st.integers(0, 39)
STATEMENTS = st.integers(0, 2)
EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), STATEMENTS, PEOPLE, ANSWERS),
        st.tuples(st.just("out"), STATEMENTS, st.none(), st.none()),
        st.tuples(st.just("in"), STATEMENTS, st.none(), st.none()),
    ),
    max_size=250,
)


class Hall:
    """An independent account of who said what: first answers in their order, last answers, what is out."""

    def __init__(self):
        self.first = {statement: {} for statement in range(3)}
        self.last = {statement: {} for statement in range(3)}
        self.out = set()

    def happens(self, what, statement, person, answer):
        if what == "out":
            self.out.add(statement)
        elif what == "in":
            self.out.discard(statement)
        elif statement not in self.out:
            self.first[statement].setdefault(person, answer)
            self.last[statement][person] = answer

    def people(self, statement):
        return list(self.first[statement])


def by_rule(people):
    return people[: counted(len(people))]


def everybody(people):
    return people if len(people) >= K else []


def five_new(people):
    """Refresh when five more have come, without leaving anybody out: screens are apart, the end is not."""
    return people[: len(people) // K * K]


def releases(events, rule):
    """Every screen's set of people, statement by statement, and at the end everybody whose answers are final."""
    hall, seen = Hall(), {statement: [] for statement in range(3)}
    for event in events:
        hall.happens(*event)
        for statement, shown_of in seen.items():
            if statement not in hall.out and (shown := frozenset(rule(hall.people(statement)))):
                shown_of.append(shown)
    for statement, shown_of in seen.items():
        if statement not in hall.out and len(hall.people(statement)) >= K:
            shown_of.append(frozenset(hall.people(statement)))
    return seen


def smallest_block(events, rule):
    """The fewest people by which two releases of one statement differ, or that one release rests on."""
    sizes = [
        len(one ^ other)
        for shown in releases(events, rule).values()
        for one, other in combinations([frozenset(), *dict.fromkeys(shown)], 2)
    ]
    return min((size for size in sizes if size), default=K)


@given(EVENTS)
def test_no_two_releases_differ_by_fewer_than_five_people(events):
    assert smallest_block(events, by_rule) >= K


def hall_of(number):
    return [("answer", 0, person, 1 if person % 3 else -1) for person in range(number)]


@pytest.mark.parametrize("number", range(45))
def test_no_end_of_a_hall_shows_fewer_than_five(number):
    assert smallest_block(hall_of(number), by_rule) >= K


@pytest.mark.parametrize(("rule", "number"), [(everybody, 6), (five_new, 11)])
def test_the_same_attack_finds_one_person_behind_a_naive_rule(rule, number):
    assert smallest_block(hall_of(number), rule) == 1


@given(st.lists(ANSWERS, max_size=60), st.lists(ANSWERS, max_size=60))
def test_a_screen_is_the_sum_of_the_earlier_one_and_whole_blocks(before, more):
    early, late = tally(before), tally(before + more)
    if early is None:
        assert late is None or late.votes % K == 0
    else:
        assert (late.votes - early.votes) % K == 0
        for value in ("agree", "disagree", "passed"):
            assert getattr(late, value) >= getattr(early, value)
        assert late == early or late.votes >= early.votes + K


@given(EVENTS)
def test_changed_answers_never_move_a_screen(events):
    changed = [
        *events,
        *(("answer", statement, person, -answer) for what, statement, person, answer in events if what == "answer"),
    ]
    one, two = Hall(), Hall()
    for event in events:
        one.happens(*event)
    for event in changed:
        two.happens(*event)
    for statement in set(range(3)) - one.out:
        before = tally(list(one.first[statement].values()))
        after = tally([two.first[statement][person] for person in one.first[statement]])
        assert after == before


@pytest.mark.parametrize(
    ("answers", "shown"),
    [(0, 0), (4, 0), (5, 0), (9, 0), (10, 5), (14, 5), (15, 10), (19, 10), (20, 15), (203, 195)],
)
def test_counts_are_whole_blocks_and_leave_out_five_to_nine(answers, shown):
    assert counted(answers) == shown


def test_tally_counts_the_oldest_answers_by_hand():
    assert tally([1, 1, 0, -1, 1] + [-1] * 5) == Tally(agree=3, disagree=1, passed=1)
    assert tally([1] * 9) is None
