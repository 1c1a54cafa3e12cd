"""Guards made hollow, one by one: which check has to notice. What takes a guard's place runs among its module's names,
and whoever took the guard in by name gets it too, as if somebody had emptied the source.
"""

# ruff: noqa: F821 - what takes a guard's place runs among the names of the guard's module

import inspect
from collections.abc import Callable

from majlis.engine.disclosure import history, thresholds
from majlis.engine.handling import Handling, condition, policy
from majlis.engine.ledger import entries
from majlis.workspace.commons import (
    actions,
    checkpoints,
    filters,
    keys,
    links,
    middleware,
    people,
    persons,
    queries,
    reads,
    releases,
    rooms,
    rules,
    traces,
)
from majlis.workspace.commons.charter import keeping, refusals
from majlis.workspace.commons.handling import acts, reach, restricting
from majlis.workspace.commons.handling.marking import Marked
from majlis.workspace.commons.mail import letters
from majlis.workspace.commons.models import Link, Release
from majlis.workspace.commons.models import records as models
from majlis.workspace.commons.models.records import Record
from majlis.workspace.commons.retention import accounts, carrying_out, records, restoring
from majlis.workspace.commons.search import finding, index
from majlis.workspace.commons.search.stores import Sqlite
from majlis.workspace.rooms.consultations import actions as closing
from majlis.workspace.rooms.consultations import analyses as mapping
from majlis.workspace.rooms.consultations import queries as asking
from majlis.workspace.rooms.consultations import rules as moderating
from majlis.workspace.rooms.consultations import tasks as consulting
from majlis.workspace.rooms.consultations import typos
from majlis.workspace.rooms.strategy import queries as drafts
from majlis.workspace.rooms.strategy import rules as deciders
from majlis.workspace.rooms.strategy.actions import asking as rounding
from majlis.workspace.rooms.strategy.actions import deciding, drafting


def nothing(*_, **__):
    return None


def nobody(*_, **__):
    return frozenset()


def none(*_, **__):
    return []


def always(*_, **__):
    return True


def no_names(*_, **__):
    return {}


def never(*_, **__):
    return False


def as_given(given, *_, **__):
    return given


def all_of(found, *_, **__):
    return list(found)


def kept_anyway(*, population, table, state, content):
    return _keep(_locked(population), table, CountRelease.Kind.ONCE, state, content)


def released_anyway(*, population, table, counts, state, k=10, minors=False):
    released = release(counts, state=state, k=k, minors=minors)
    return _keep(_locked(population), table, CountRelease.Kind.TABLE, state, released.to_dict())


def blanked_nothing(record):
    return {"state": record.state}


def nothing_over(**_):
    raise _Nothing


def before_nothing(*_):
    return Before()


def recalled_by_name(recall):
    return Restriction.objects.create(**recall.said)


def all_statements(consultation):
    return statements_of(consultation)


def everybody(record, readers):
    return [institution.pk for institution, _ in readers]


def all_verified(*_):
    return Verification(0, "")


def examined(rows, *, size, root, **_):
    return Verification(size, root)


def read_anyway(record):
    return declared()[record.kind][1].read(record) if record.kind in declared() else None


def uncounted():
    yield


def nowhere():
    return Standing()


# Guards of one database; the other has its own.
OF_SQLITE = (Sqlite.remove, traces._rewritten)

HOLLOW: dict[str, list[tuple[Callable, Callable]]] = {
    "strictest-wins": [
        (Handling.join, as_given),
        (Handling.__le__, always),
        (Record._bound, lambda self, handling: handling),
        (Record.binding, none),
        (Record.is_released, always),
    ],
    "readers-see-their-own": [
        (queries.visible, all_of),
        (queries.load, none),
        (queries.seen_by, as_given),
        (queries.may_see, always),
        (queries.shown_to, as_given),
        (letters.may_carry, always),
        (queries.with_visible_source, all_of),
        (filters.filter_of, lambda condition, through="": Q()),
        (policy.visible_to, lambda viewer, at: both()),
        (policy._concerned, lambda institution: both()),
        (condition.holds, always),
    ],
    "releases-are-the-originators": [
        (rules._answers_for_origin, always),
        (rules.may_restrict, always),
        (rules.may_answer_release, always),
        (rules.may_link, always),
        (acts._open, as_given),
        (restricting._could_see, everybody),
        (restricting.insist_on_readers, nothing),
        (restricting.end_releases, none),
        (policy.may_see, always),
        (Release.missing, nobody),
        (Release.holds_for, always),
        (Record._kept_as_released, lambda self, before: self.handling),
        (Record._bound, lambda self, handling: strictest([handling, *(each.handling for each in self.binding())])),
        (models.own_handling, as_given),
    ],
    "releases-stand": [
        (releases.keep_release, kept_anyway),
        (releases.release_counts, released_anyway),
        (releases.enough_voters, as_given),
        (thresholds.enough, as_given),
        (history.insist_on_change, nothing),
        (history.insist_on_pattern, nothing),
        (history.insist_on_same, nothing),
        (history.kept_hidden, lambda shared, k: np.zeros(shared.places.shape, bool)),
    ],
    "one-act-one-entry": [
        (actions._recorded, lambda name, function, anonymous, kwargs: function(**kwargs)),
        (actions._subjects, none),
        (actions._detail, lambda *_: {}),
        (persons.Hidden.actor, lambda self, member: {"id": str(member.pk)}),
        (persons.Hidden.subjects, lambda self, references: list(references)),
    ],
    "looks-are-recorded": [
        (reads.put_down, nothing),
        (reads.note, nothing),
        (reads.note_references, nothing),
        (reads.is_marked, never),
        (rooms.is_unrecorded, always),
        (queries.load, all_of),
        (middleware.recorded_reads, as_given),
    ],
    "refusals-are-counted": [
        (refusals.note, nothing),
        (refusals.put_down, nothing),
        (refusals.charter_rule, lambda error: ""),
        (refusals.first_today, none),
        (refusals.counted, uncounted),
        (middleware.counted_refusals, as_given),
    ],
    "broken-rules-are-said": [
        (keeping.standing, nowhere),
        (keeping._standing, nowhere),
        (keeping.Standing.degraded.fget, never),
        (middleware.charter_standing, as_given),
    ],
    "expired-words-go": [
        (index.forget, nothing),
        (Sqlite.remove, nothing),
        (records._blank, blanked_nothing),
        (Handling.has_expired, always),
    ],
    "files-forget": [
        (carrying_out.carry_out, none),
        (records.over, none),
        (carrying_out._forget_the_gone, nothing),
        (persons.blank, nothing),
        (carrying_out.erase_expired, nothing_over),
        (traces.erase, always),
        (traces._rewritten, always),
    ],
    "restored-is-erased-again": [
        (restoring.do_again, nothing),
        (restoring.remember, before_nothing),
        (restoring._wanting, before_nothing),
        (restoring._recalls, none),
        (restoring._markings, no_names),
        (restoring._mark_again, lambda kind, pk, handling: pk),
        (restoring._recall_again, recalled_by_name),
        (accounts.erase, lambda user: ""),
        (records._blank, blanked_nothing),
        (traces.erase, always),
    ],
    "adoptions-rest-on-something": [
        (deciding._insist_on_basis, nothing),
        (deciding._insist_on_draft, nothing),
        (drafting._insist_on_draft, nothing),
        (Link.is_current, always),
        (deciders.may_adopt, always),
        (drafts.decision_stamp, lambda recommendation: "as seen"),
        (deciders.may_release, always),
        (actions._ask, nothing),
    ],
    "auditors-stay": [
        (people._insist_on_auditor, nothing),
        (checkpoints.may_audit, never),
        (checkpoints.may_audit, always),
    ],
    "ledger-verifies": [
        (checkpoints.verify, all_verified),
        (entries.examine, examined),
        (entries._fault, nothing),
        (entries._ending, lambda frontier, size, root, seen: Verification(frontier.size, root)),
    ],
    "maps-come-after": [(consulting.request_map, nothing), (mapping.carry_out_map, nothing)],
    "consultations-bind-statements": [
        (asking._listed, all_of),
        (queries.seen_by, as_given),
    ],
    "rounds-forget-what-expired": [(records._strike_elsewhere, nothing), (records._struck, as_given)],
    "ended-rounds-are-free": [
        (rounding._shuffle, nothing),
        (rounding._forget, nothing),
        (keys.destroy, nothing),
    ],
    "drafts-stay-home": [
        (drafts.sees_drafts, always),
        (drafts.of_reader, all_of),
        (drafts.is_shown, always),
        (finding._open, lambda records, member: {record.pk for record in records}),
        (index.forget, nothing),
        (index.follow, nothing),
        (index.read, read_anyway),
        (reach._listing, none),
    ],
    "recommendations-inherit": [
        (drafts.handling_of, lambda recommendation: Handling()),
    ],
    "strategies-bind-texts": [(restricting.hand_up, nothing)],
    "closing-frees-votes": [
        (closing._shuffle, nothing),
        (closing._forget, nothing),
        (closing._keep_releases, nothing),
        (keys.destroy, nothing),
    ],
    "statements-wait": [
        (asking.statements_seen, all_statements),
        (asking.statements_in, all_statements),
        (moderating.may_read_moderated, always),
    ],
    "second-looks-are-anothers": [
        (moderating.may_decide, always),
        (moderating.takers_out, nobody),
    ],
    "words-take-two": [
        (moderating.may_review, always),
        (moderating.may_agree, always),
        (typos.is_small, always),
    ],
    "forms-open-nothing": [(Marked._insist_on_originators, nothing)],
    "recall-reaches-all": [
        (links._bind, nothing),
        (reach.derived_from, none),
        (reach._next, none),
        (reach._within, none),
        (reach._counting, none),
        (restricting.bring_under, nothing),
        (restricting.make_stricter, nothing),
        (restricting.who_could_see, lambda records: {record.pk: [] for record in records}),
        (acts.is_recalled, never),
        (queries.unrecalled, as_given),
    ],
}


def emptied(monkeypatch, guard, does):
    """Let a guard do something else from now on."""
    monkeypatch.setattr(inspect.unwrap(guard), "__code__", does.__code__)
    monkeypatch.setattr(inspect.unwrap(guard), "__defaults__", does.__defaults__)
    monkeypatch.setattr(inspect.unwrap(guard), "__kwdefaults__", does.__kwdefaults__)
