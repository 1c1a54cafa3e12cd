"""What the charter asks of strategies, checked on the guards themselves (C07, C09)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress

from django.db import IntegrityError, transaction
from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import keys
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.charter.guards.planted import NAME, afterwards, institution, member, refusal, undone
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.commons.edits import stamp
from majlis.workspace.commons.handling.acts import recall
from majlis.workspace.commons.models import Institution, Member, Role, SearchEntry, Source
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.retention.records import empty
from majlis.workspace.commons.search.asking import Query
from majlis.workspace.commons.search.finding import find
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.strategy import queries, rounds
from majlis.workspace.rooms.strategy.actions import (
    Answer,
    Measure,
    adopt,
    answer_round,
    change_recommendation,
    change_strategy,
    close_round,
    end_rounds,
    ground,
    make_report,
    open_round,
    release,
)
from majlis.workspace.rooms.strategy.models import (
    DONE,
    Circulation,
    Edition,
    Recommendation,
    Round,
    RoundState,
    Stage,
    Strategy,
)

OTHER = Text.write("other words", "en")
EVERY = (Role.ADMINISTRATOR, Role.ORGANISER, Role.RAPPORTEUR)


@check("C09", about=("strategy",))
def decisions_are_human() -> None:
    """The database takes no adoption without person, office and reason, and no act adopts for nobody."""
    with undone():
        draft = _draft(institution(), Handling(tlp=Tlp.CLEAR))
        if _taken(lambda: Recommendation.objects.filter(pk=draft.pk).update(stage=Stage.ADOPTED)):
            raise Broken("the database takes an adoption by nobody")
        if _taken(lambda: Recommendation.objects.filter(pk=draft.pk).update(decided_on="2026-01-01")):
            raise Broken("the database takes a decision without office and reason")
        _insist_on_person(draft)


@check("C07", about=("strategy",), thorough=True)
def strategies_bind_texts() -> None:
    """A draft goes with its strategy, and an edition is as strict as what stands in it."""
    with undone():
        place = institution()
        editor, draft = member(place, *EVERY), _draft(place, Handling(tlp=Tlp.CLEAR))
        strategy, edition = draft.strategy, _edition(draft)
        said = {"title": NAME, "introduction": None, "handling": Handling(tlp=Tlp.AMBER)}
        with acting(editor):
            change_strategy(strategy=strategy, seen=stamp(strategy), **said)
            draft.refresh_from_db()
            edition.refresh_from_db()
            if Tlp.CLEAR in {draft.handling.tlp, edition.handling.tlp}:
                raise Broken("a draft or an edition of a TLP:AMBER strategy stays TLP:CLEAR")
            Recommendation.objects.filter(pk=draft.pk).update(unfounded=NAME)
            draft.refresh_from_db()
            _insist_on_refusal("", _adopts(editor, draft))
            Strategy.objects.filter(pk=strategy.pk).update(handling=Handling(tlp=Tlp.CLEAR))
            if release(strategy=strategy, office=NAME).handling.tlp != Tlp.AMBER:
                raise Broken("an edition is milder than what stands in it")


@check("C09", about=("strategy",))
def adoptions_rest_on_something() -> None:
    """Nothing is adopted by a rapporteur, without a basis, on a basis that changed, as it was not seen, or twice."""
    with undone():
        place = institution()
        writer, decider = member(place, Role.RAPPORTEUR), member(place, *EVERY)
        draft = _draft(place, Handling(tlp=Tlp.CLEAR))
        _insist_on_refusal("recommendation-without-basis", _adopts(decider, draft))
        source = Source.objects.create(institution=place, title=NAME, handling=Handling(tlp=Tlp.CLEAR))
        _grounds(decider, draft, source)
        _insist_on_refusal("may-adopt", _adopts(writer, draft))
        source.title = OTHER
        source.save()
        _insist_on_refusal("recommendation-basis-changed", _adopts(decider, draft))
        seen = queries.decision_stamp(draft)
        _grounds(decider, draft, source)
        _insist_on_refusal("changed-meanwhile", _adopts(decider, draft, seen))
        _insist_on_refusal("", _adopts(decider, draft))
        _insist_on_refusal("recommendation-decided", _adopts(decider, draft))
        _insist_on_refusal("recommendation-decided", refusal(ground, decider, recommendation=draft, record=source))
        _insist_on_words(decider, Recommendation.objects.get(pk=draft.pk))
        _insist_on_refusal("may-release", refusal(release, writer, strategy=draft.strategy, office=NAME))
        done = {"recommendation": Recommendation.objects.get(pk=draft.pk), "status": DONE, "text": NAME}
        _insist_on_refusal("report-done-needs-proof", refusal(make_report, decider, **done))


@check("C07", about=("strategy",), thorough=True)
def drafts_stay_home() -> None:
    """A draft is read and found in its own institution alone, and what was taken back is found nowhere."""
    with undone():
        place = institution()
        editor, stranger = member(place, *EVERY), member(institution(), *EVERY)
        draft = _draft(place, Handling(tlp=Tlp.CLEAR))
        for reader, theirs in ((editor, True), (stranger, False), (None, False)):
            listed = draft.strategy in queries.listed(reader)
            if {listed, _is_read(reader, draft), _is_found(reader, draft)} != {theirs}:
                raise Broken("a draft is read by others, or not by its own institution")
        Strategy.objects.filter(pk=draft.strategy_id).update(state=Circulation.CIRCULATED)
        if not _is_read(stranger, draft):
            raise Broken("a draft that was circulated is not read")
        closed = {"tlp": Tlp.RED, "audience": [str(stranger.institution_id)]}
        marked = Handling.from_dict({**draft.handling.to_dict(), **closed})
        Recommendation.objects.filter(pk=draft.pk).update(handling=marked)  # the search's index does not know it yet
        if _is_read(editor, draft) or _is_found(editor, draft):
            raise Broken("a draft is read or found by those for whom it is not")
        edition = _edition(draft)
        with acting(editor):
            recall(record=Recommendation.objects.get(pk=draft.pk), reason=NAME)
        if may_see(editor, Edition.objects.get(pk=edition.pk)):
            raise Broken("an edition lists what was taken back")
        if SearchEntry.objects.filter(record=draft.pk).exists():
            raise Broken("what was taken back is still in the search's index")


@check("C11", about=("strategy",), thorough=True)
def rounds_forget_what_expired() -> None:
    """The words of a draft whose time is over go from the round that asked about it too."""
    with undone():
        place = institution()
        draft = _draft(place, Handling(tlp=Tlp.CLEAR))
        asked = [{"id": str(draft.pk), "content": {"text": str(NAME)}}]
        held = {"strategy": draft.strategy, "number": 1, "asked": asked, "state": RoundState.CLOSED}
        asking = Round.objects.create(institution=place, **held)
        empty(draft)
        if str(NAME) in str(Round.objects.get(pk=asking.pk).asked):
            raise Broken("a round still has the words of a draft whose time is over")


@check("C12", about=("strategy",), thorough=True)
def ended_rounds_are_free() -> None:
    """Nothing shows what one member alone answered, and ended rounds lead from no answer to a member."""
    with undone():
        place = institution()
        editor, draft = member(place, *EVERY), _draft(place, Handling(tlp=Tlp.CLEAR))
        with acting(editor):
            asking = open_round(strategy=draft.strategy)
        try:
            with acting(editor), afterwards() as later:
                answer_round(asked_in=asking, answers=[Answer(draft.pk, 7, reason=NAME)])
                before = {bytes(raw) for raw in asking.ratings.values_list("pseudonym", flat=True)}
                closed = close_round(closed=asking)
                end_rounds(strategy=draft.strategy)
            _insist_on_end(closed, before)
            _insist_on_key(closed, later)
        finally:
            keys.destroy(asking.pk)


@check("C07", about=("strategy",))
def recommendations_inherit() -> None:
    """A text that rests on something stricter becomes as strict before it is adopted."""
    with undone():
        place = institution()
        draft = _draft(place, Handling(tlp=Tlp.CLEAR))
        source = Source.objects.create(institution=place, title=NAME, handling=Handling(tlp=Tlp.AMBER))
        with acting(member(place, *EVERY)):
            ground(recommendation=draft, record=source)
        if queries.handling_of(draft).tlp == Tlp.CLEAR:
            raise Broken("a text over a TLP:AMBER source stays TLP:CLEAR")


def _insist_on_end(closed: Round, before: set[bytes]) -> None:
    if any(set(line) != {"id"} for line in rounds.outcome_of(closed).values()):
        raise Broken("a round shows what one member alone answered")
    left = list(closed.ratings.values_list("pseudonym", "reason"))
    if len(left) != len(before) or any(bytes(raw) in before or reason for raw, reason in left):
        raise Broken("answers of ended rounds lead back to whoever gave them")


def _insist_on_key(closed: Round, later: Iterable[Callable[[], object]]) -> None:
    with suppress(RuntimeError):  # the files are rid of the answers after a commit, and there is none
        for act in later:
            act()
    if keys.exists(closed.pk):
        raise Broken("ended rounds still have their key")


def _insist_on_words(decider: Member, adopted: Recommendation) -> None:
    changed = {"seen": stamp(adopted), "measure": Measure(text=OTHER)}
    _insist_on_refusal(
        "recommendation-decided", refusal(change_recommendation, decider, recommendation=adopted, **changed)
    )


def _insist_on_refusal(wanted: str, found: str) -> None:
    if found != wanted:
        raise Broken(f"{wanted or 'nothing'} was to be refused, and {found or 'nothing'} was")


def _adopts(actor: Member, draft: Recommendation, seen: str = "") -> str:
    """Have the draft adopted, as it stands or as it was seen; gives the key of the refusal."""
    said = {"seen": seen or queries.decision_stamp(draft), "office": NAME, "reason": NAME}
    return refusal(adopt, actor, recommendation=draft, **said)


def _grounds(actor: Member, draft: Recommendation, source: Source) -> None:
    with acting(actor):
        ground(recommendation=draft, record=source)


def _is_read(reader: Member | None, draft: Recommendation) -> bool:
    """Whether the reader gets the draft by either way that pages take."""
    found = queries.find_recommendation(reader, draft.pk)
    return found is not None or bool(queries.recommendations_of(draft.strategy, reader))


def _is_found(reader: Member | None, draft: Recommendation) -> bool:
    return any(hit.record.pk == draft.pk for hit in find(Query.read(str(NAME)), reader).hits)


def _edition(draft: Recommendation) -> Edition:
    """Plant an edition that lists the draft."""
    held = {"institution": draft.institution, "strategy": draft.strategy, "handling": draft.handling}
    said = {"number": 1, "office": NAME, "released_on": timezone.localdate()}
    return Edition.objects.create(**held, **said, contents=[{"id": str(draft.pk)}])


def _draft(place: Institution, handling: Handling) -> Recommendation:
    strategy = Strategy.objects.create(institution=place, text=NAME, handling=handling)
    columns = {"strategy": strategy, "code": "check", "text": NAME, "handling": handling}
    return Recommendation.objects.create(institution=place, **columns)


def _taken(write: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return False
    return True


def _insist_on_person(draft: Recommendation) -> None:
    with acting(None):
        try:
            adopt(recommendation=draft, seen=queries.decision_stamp(draft), office=NAME, reason=NAME)
        except Refused:
            return
    raise Broken("an act adopts for nobody")
