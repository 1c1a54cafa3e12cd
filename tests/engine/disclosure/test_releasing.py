"""Thresholds, the shape of what is released, and what earlier releases bind to."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.disclosure.gate import Persons, attendance
from majlis.engine.disclosure.live import counted
from majlis.engine.disclosure.margins import Dimension
from majlis.engine.disclosure.releasing import release
from majlis.engine.disclosure.rounding import rounded
from majlis.engine.disclosure.tables import CountTable, Released
from majlis.engine.disclosure.thresholds import enough, no_free_text, threshold
from majlis.engine.errors import CharterRefusal, InputError, ParameterError, Withheld

SITE = Dimension("site", ("north", "south"))
DONE = Dimension("completed", ("yes", "no"))


def table(counts, dimensions=(SITE, DONE)):
    return CountTable(dimensions, np.array(counts))


def released(counts, *history, state="one", **more):
    return release(table(counts), state=state, history=history, **more)


# Thresholds


def test_a_cohort_of_fifteen_minors_is_hidden_at_ten():
    cohort = table([15], (Dimension("cohort", ("one",)),))
    assert release(cohort, state="s").at() == 15
    assert not release(cohort, state="s", minors=True).shown.any()
    assert release(table([20], cohort.dimensions), state="s", minors=True).at() == 20


def test_thresholds_are_those_of_the_charter():
    assert (threshold(), threshold(minors=True), threshold(5), threshold(5, minors=True)) == (10, 20, 5, 10)
    assert [enough(count) for count in range(7)] == [None] * 5 + [5, 6]


@pytest.mark.parametrize("k", [4, 1, 0, -5])
def test_nobody_can_set_fewer_than_five(k):
    people = Persons(np.zeros(20, np.int64), np.ones(20), 1)
    acts = [
        lambda: threshold(k),
        lambda: threshold(k, minors=True),
        lambda: released([[20, 20], [20, 20]], k=k),
        lambda: rounded(table([[20, 20], [20, 20]]), k=k),
        lambda: attendance(people, k),
        lambda: counted(40, k),
        lambda: enough(3, k),
    ]
    for act in acts:
        with pytest.raises(CharterRefusal) as refusal:
            act()
        assert refusal.value.rule == "C04"


@pytest.mark.parametrize("k", ["10", 10.0, True, None])
def test_a_threshold_is_a_whole_number(k):
    with pytest.raises(ParameterError):
        threshold(k)


def test_cohorts_with_minors_take_no_free_text():
    no_free_text(minors=True, texts=[])
    no_free_text(minors=False, texts=["a remark"])
    with pytest.raises(CharterRefusal, match="minors"):
        no_free_text(minors=True, texts=["a remark"])


# What is released


def test_a_published_total_gives_no_cell_back():
    """The fault of ACRO: 4 hidden beside 26 and a total of 30 is 4."""
    shown = released([[26, 4], [41, 33]])
    assert shown.at(site="north") == 30
    assert shown.at(site="north", completed="no") is None
    assert shown.at(site="north", completed="yes") is None
    assert shown.at() == 104


def test_nobody_is_hidden_like_a_few():
    """That none of twelve completed says of each that they did not."""
    shown = released([[0, 12], [30, 41]])
    assert shown.at(site="north", completed="yes") is None
    assert shown.at(site="north", completed="no") is None
    assert shown.at(site="north") == 12


def test_counts_that_need_no_hiding_are_all_shown():
    shown = released([[10, 40], [25, 12]])
    assert shown.shown.all()
    assert shown.counts.tolist() == [[10, 40, 50], [25, 12, 37], [35, 52, 87]]


def test_fewer_than_k_people_are_hidden_as_a_whole():
    assert not released([[3, 2], [4, 0]]).shown.any()
    assert not released([[0, 0], [0, 0]]).shown.any()


def test_the_fewest_cells_are_hidden_in_a_table_worked_out_by_hand():
    """One small cell in the corner of a 3 x 3 table needs three companions, no more."""
    dimensions = (Dimension("a", ("1", "2", "3")), Dimension("b", ("1", "2", "3")))
    shown = release(table([[3, 40, 50], [60, 20, 90], [50, 70, 80]], dimensions), state="s")
    assert np.argwhere(~shown.shown).tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]


def test_no_cell_tells_whether_it_is_small_itself():
    shown = released([[26, 4], [41, 33]])
    assert {cell for _, cell in shown.cells() if not isinstance(cell, int)} == {None}
    assert set(shown.to_dict()) == {"dimensions", "counts", "k", "state"}
    assert not shown.counts[~shown.shown].any()


def test_rates_and_means_stand_on_shown_counts_only():
    shown = released([[26, 4], [41, 33]])
    assert shown.share("completed", site="north", completed="yes") is None
    assert shown.share("completed", completed="yes") == pytest.approx(67 / 104)
    means = dict(shown.means(np.array([[260.0, 8], [410, 330]])))
    assert means[("north", "no")] is None
    assert means[("north", None)] == pytest.approx(268 / 30)
    full = released([[40, 12], [41, 33]])
    assert full.share("completed", site="north", completed="yes") == pytest.approx(40 / 52)


def test_a_share_of_everybody_is_hidden_too():
    everybody = Released((DONE,), np.array([30, 0, 30]), np.array([True, False, True]), 10, "s")
    assert everybody.share("completed", completed="yes") is None


@given(st.lists(st.integers(0, 40), min_size=4, max_size=4))
def test_the_same_table_gives_the_same_release_and_comes_back_from_json(counts):
    one, two = (released(np.reshape(counts, (2, 2))) for _ in range(2))
    assert one.to_dict() == two.to_dict() == Released.restore(one.to_dict()).to_dict()
    assert one.digest == two.digest


@given(st.lists(st.integers(0, 40), min_size=6, max_size=6))
def test_turning_a_table_turns_what_is_hidden_from_the_protected(counts):
    """Small counts are hidden whichever way the table lies."""
    counts = np.reshape(counts, (2, 3))
    other = Dimension("age", ("a", "b", "c"))
    one = release(table(counts, (SITE, other)), state="s")
    two = release(table(counts.T, (other, SITE)), state="s")
    small = counts < 10
    assert not (one.shown[:-1, :-1] & small).any()
    assert not (two.shown[:-1, :-1].T & small).any()


def test_people_are_counted_by_their_categories():
    people = [("north", "yes")] * 3 + [("south", "no")] * 2
    assert CountTable.of((SITE, DONE), people).counts.tolist() == [[3, 0], [0, 2]]
    with pytest.raises(KeyError):
        CountTable.of((SITE, DONE), [("north", "perhaps")])


@pytest.mark.parametrize("counts", [[[1, 2]], [[-1, 2], [3, 4]], [[0.5, 1], [2, 3]]])
def test_a_table_that_is_none_is_refused(counts):
    with pytest.raises(InputError):
        table(counts)


def test_two_dimensions_of_one_name_are_refused():
    with pytest.raises(InputError):
        table([[1, 2], [3, 4]], (SITE, Dimension("site", ("a", "b"))))


def test_a_table_too_large_to_check_is_withheld():
    names = tuple(Dimension(f"d{n}", tuple("abcdefghij")) for n in range(5))
    with pytest.raises(Withheld, match="too large"):
        release(CountTable(names, np.full((10,) * 5, 20)), state="s")


# What earlier releases bind to


def test_the_same_people_give_the_same_release():
    before = released([[26, 4], [41, 33]])
    assert released([[26, 4], [41, 33]], before) is before


def test_a_state_has_one_set_of_counts():
    with pytest.raises(InputError, match="same state"):
        released([[26, 4], [41, 34]], released([[26, 4], [41, 33]]))


def test_one_person_more_is_no_new_release():
    with pytest.raises(Withheld, match="fewer than 10 people"):
        released([[26, 4], [41, 34]], released([[26, 4], [41, 33]]), state="two")


def test_people_who_moved_are_no_new_release():
    with pytest.raises(Withheld):
        released([[25, 15], [40, 34]], released([[26, 14], [41, 33]]), state="two")


def test_one_person_is_not_told_apart_by_another_table_of_fewer_dimensions():
    """41 of the south, and later, in a table of sites only, 42."""
    before = released([[26, 14], [41, 33]])
    with pytest.raises(Withheld):
        release(table([40, 75], (SITE,)), state="two", history=[before])


def test_ten_people_more_everywhere_are_a_new_release_with_the_same_cells():
    before = released([[26, 4], [41, 33]])
    after = released([[37, 14], [53, 44]], before, state="two")
    assert after.at(site="north", completed="no") is None
    assert (after.shown == before.shown).all()
    assert after.at() == 148


def test_cells_that_have_outgrown_what_they_can_have_been_appear():
    before = released([[26, 4], [41, 33]])
    after = released([[90, 60], [100, 99]], before, state="two")
    assert after.shown.all()


def test_a_count_that_became_small_keeps_the_earlier_release():
    before = released([[26, 14], [41, 33]])
    with pytest.raises(Withheld, match="too small"):
        released([[60, 2], [80, 63]], before, state="two")


@pytest.mark.parametrize(("now", "seen"), [(10, False), (18, False), (19, True), (40, True)])
def test_after_nine_people_the_next_release_needs_nineteen(now, seen):
    """With ten, the one who came would tell of the nine."""
    cohort = Dimension("cohort", ("one",))
    nine = release(table([9], (cohort,)), state="one")
    assert release(table([now], (cohort,)), state="two", history=[nine]).shown.any() == seen


def test_categories_stay_the_same():
    before = release(table([30, 40], (Dimension("age", ("under 25", "25 and more")),)), state="one")
    with pytest.raises(InputError, match="other categories"):
        release(table([31, 39], (Dimension("age", ("under 26", "26 and more")),)), state="one", history=[before])


def test_a_higher_threshold_later_cannot_call_back_what_is_out():
    """Told late that minors are among them: what was shown for 12 stays known, and nothing new comes out."""
    before = released([[12, 30], [41, 33]])
    with pytest.raises(Withheld):
        released([[12, 30], [41, 33]], before, minors=True)
