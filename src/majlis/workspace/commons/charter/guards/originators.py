"""The originator keeps control (C07): who reads what, whose act a release is, and what a recall reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import NamedTuple

from django.utils import timezone

from majlis.engine.handling import Handling, Pap, Tlp, strictest
from majlis.workspace.commons import queries
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.charter.guards.planted import NAME, institution, member, refusal, undone
from majlis.workspace.commons.charter.register import Broken, check
from majlis.workspace.commons.claims import make_claim
from majlis.workspace.commons.handling import acts
from majlis.workspace.commons.handling.marking import Marked, initial_marking
from majlis.workspace.commons.links import make_link
from majlis.workspace.commons.mail.letters import may_carry
from majlis.workspace.commons.models import (
    Claim,
    Contribution,
    Member,
    Question,
    Record,
    Relation,
    Release,
    Restricted,
    Role,
    Run,
    RunState,
    Source,
)
from majlis.workspace.commons.models.records import PUBLISHED
from majlis.workspace.commons.texts import Text

OTHER_WORDS = Text.write("other words", "en")
# Who reads a record of `home` that names `named`, level by level: the charter's own table, written out again.
READ_BY: Mapping[Tlp, frozenset[str]] = {
    Tlp.CLEAR: frozenset({"public", "stranger", "named", "home"}),
    Tlp.GREEN: frozenset({"stranger", "named", "home"}),
    Tlp.AMBER: frozenset({"named", "home"}),
    Tlp.AMBER_STRICT: frozenset({"home"}),
    Tlp.RED: frozenset({"named"}),
}
NAMING = frozenset({Tlp.AMBER, Tlp.RED})


class Scene(NamedTuple):
    """Three institutions with an organiser each: who holds a record, who is named or gave it too, who has no part."""

    home: Member
    named: Member
    stranger: Member

    @classmethod
    def plant(cls) -> Scene:
        """Plant them."""
        return cls(*(member(institution(), Role.ORGANISER) for _ in cls._fields))

    @property
    def readers(self) -> dict[str, Member | None]:
        """Everybody who may come to read, by name."""
        return {"public": None, **self._asdict()}

    def source(self, **handling: object) -> Source:
        """Plant a source of `home`."""
        held = {"institution": self.home.institution, "author": self.home, "state": PUBLISHED}
        return Source.objects.create(**held, title=NAME, handling=Handling.from_dict(handling))


@check("C07", about=("handling",))
def strictest_wins() -> None:
    """Joining takes the strictest of every part, and so does a record that is saved over a stricter ground."""
    _insist_on_joins()
    with undone():
        scene = Scene.plant()
        source = scene.source(tlp=Tlp.RED)
        claim = _claim(scene, source, source)
        if claim.handling.tlp != Tlp.RED:
            raise Broken(f"a claim from a TLP:RED source was saved as {claim.handling.tlp}")


@check("C07", about=("handling",))
def readers_see_their_own() -> None:
    """Every way to read shows each level to those for whom it is, and to nobody what has expired."""
    over = timezone.now() - timedelta(days=1)
    _insist_on_letters()
    with undone():
        scene = Scene.plant()
        name = str(scene.named.institution_id)
        planted = {tlp: scene.source(tlp=tlp, audience=[name] if tlp in NAMING else None) for tlp in READ_BY}
        expected = {source.pk: READ_BY[tlp] for tlp, source in planted.items()}
        expected[scene.source(expires=over).pk] = frozenset()
        for who, reader in scene.readers.items():
            wanted = {pk for pk, readers in expected.items() if who in readers}
            _insist_on_reading(who, reader, expected, wanted)
        _insist_on_sources(scene, planted[Tlp.AMBER], planted[Tlp.CLEAR])


@check("C07", about=("handling",))
def releases_are_the_originators() -> None:
    """What two gave is released by both, for one version and one level; nobody else touches it."""
    with undone():
        scene = Scene.plant()
        both = sorted(str(each.institution_id) for each in (scene.home, scene.named))
        given = scene.source(tlp=Tlp.AMBER, audience=both, originators=both)
        _insist_on_strangers(scene, given)
        _insist_on_level(scene, given)
        _insist_on_both(scene, given)
        _insist_on_version(given)
        _insist_on_floor(scene, given)


@check("C07", about=("handling",), thorough=True)  # a form needs every sentence of the pages, which take long to read
def forms_open_nothing() -> None:
    """A form narrows what others gave, and opens none of it."""
    with undone():
        scene = Scene.plant()
        given = scene.source(tlp=Tlp.AMBER, originators=[str(scene.named.institution_id)])
        with acting(scene.home):
            form = Marked({"seen_by": Tlp.CLEAR, "pap": Pap.CLEAR}, initial=initial_marking(given.handling))
            if form.is_valid() or set(form.errors) != {"seen_by"}:
                raise Broken("a form opens what others gave")


@check("C07", about=("handling",))
def recall_reaches_all() -> None:
    """What is made from a record becomes as strict as it; what is taken back is gone from everything."""
    with undone():
        scene = Scene.plant()
        source = scene.source(tlp=Tlp.GREEN)
        made = _derived(scene, source)
        if mild := [record.kind for record in _again(made) if record.handling.tlp != Tlp.GREEN]:
            raise Broken(f"{mild[0]} is milder than the source from which it was made")
        with acting(scene.home):
            acts.recall(record=source, reason=NAME)
        _insist_on_recall(scene, [source, *made])
        if refusal(acts.recall, scene.home, record=source, reason=NAME) != "recalled-before":
            raise Broken("nobody knows any more what was taken back")


def _insist_on_joins() -> None:
    """Joining keeps whatever binds either side, the audience of both, and the first end."""
    sooner, later = timezone.now(), timezone.now() + timedelta(days=1)
    ours = {"pap": Pap.RED, "codes": ["H1"], "audience": ["a", "b"], "originators": ["a"], "expires": later}
    theirs = {"tlp": Tlp.AMBER, "codes": ["H2"], "audience": ["b"], "legal_basis": ["x"], "expires": sooner}
    one, other = Handling.from_dict(ours), Handling.from_dict(theirs)
    both = Handling.from_dict({**ours, **theirs, "codes": ["H1", "H2"]})
    if not one.join(other) == other.join(one) == strictest([one, other]) == both:
        raise Broken("joining two handlings loses what binds one of them")
    if one >= other or not both >= one:
        raise Broken("a milder handling is taken for the stricter")


def _insist_on_reading(who: str, reader: Member | None, known: Iterable[object], wanted: set[object]) -> None:
    found = Source.objects.filter(pk__in=list(known))
    ways = {
        "a list": {source.pk for source in queries.visible(found, reader)},
        "the database": {source.pk for source in queries.load(queries.seen_by(found, reader))},
        "a page": {source.pk for source in found if queries.may_see(reader, source)},
        "a page of what stands in a question": {source.pk for source in queries.shown_to(found, reader)},
    }
    for way, seen in ways.items():
        if seen != wanted:
            raise Broken(f"{way} shows {who} what is for others, or hides what is theirs")


def _insist_on_letters() -> None:
    """Mails pass through servers of others: they carry nothing that is not known to be mild, and to stay so."""
    strict = (
        {"tlp": Tlp.RED},
        {"tlp": Tlp.AMBER_STRICT},
        {"pap": Pap.RED},
        {"codes": ["H2"]},
        {"expires": timezone.now()},
    )
    if any(may_carry(Handling.from_dict(marked)) for marked in strict) or may_carry(None):
        raise Broken("a mail carries what it may not")


def _insist_on_sources(scene: Scene, hidden: Source, subject: Source) -> None:
    """What rests on a hidden source is not shown, even where it is marked as milder than its source."""
    claim = _claim(scene, hidden, subject)
    Claim.objects.filter(pk=claim.pk).update(handling=Handling(tlp=Tlp.CLEAR))
    if queries.claims_of(subject, scene.stranger) or not queries.claims_of(subject, scene.home):
        raise Broken("a claim is shown to those from whom its source is hidden")


def _insist_on_strangers(scene: Scene, given: Source) -> None:
    strange = scene._replace(home=scene.stranger).source()
    if strange.handling.originators != {str(scene.stranger.institution_id)}:
        raise Broken("a record does not say from whom it comes")
    refused = {
        "may-restrict": refusal(acts.recall, scene.stranger, record=given, reason=NAME),
        "may-link": refusal(make_link, scene.stranger, relation=Relation.DERIVES, source=given, target=strange),
        "narrow-not-stricter": refusal(acts.narrow, scene.home, record=given, tlp=Tlp.CLEAR, reason=NAME),
    }
    if wrong := [key for key, found in refused.items() if key != found]:
        raise Broken(f"what {wrong[0]} has to refuse was done")


def _insist_on_level(scene: Scene, given: Source) -> None:
    """What was released to one level is not opened to another, though it be saved so."""
    claim = _claim(scene, given, given)
    green = _opened(claim, Tlp.GREEN)
    said = {"subject_kind": claim.kind, "subject_id": claim.pk, "subject_digest": claim.digest, "reason": NAME}
    held = {"institution": claim.institution, "state": Release.GRANTED, "before": claim.handling, "wanted": green}
    Release.objects.create(**said, **held, handling=claim.handling)
    claim.handling = _opened(claim, Tlp.CLEAR)
    claim.save()
    if claim.handling.tlp == Tlp.CLEAR:
        raise Broken("a record is seen by more than its originators released it to")


def _insist_on_both(scene: Scene, given: Source) -> None:
    """Nothing is released before the other originator agrees, by nobody else, and no other words."""
    with acting(scene.home):
        release = acts.ask_release(record=given, tlp=Tlp.GREEN, reason=NAME)
    if release.state != Release.ASKED:
        raise Broken("one of two originators released what both gave")
    if refusal(acts.release_record, scene.stranger, release=release, reason=NAME) != "may-answer-release":
        raise Broken("somebody released what they did not give")
    _say(given, OTHER_WORDS)
    if refusal(acts.release_record, scene.named, release=release, reason=NAME) != "release-outdated":
        raise Broken("other words were released than were asked about")
    _say(given, NAME)
    with acting(scene.named):
        acts.release_record(release=release, reason=NAME)


def _insist_on_version(given: Source) -> None:
    """What was released stays so for those words alone."""
    given.refresh_from_db()
    if given.handling.tlp != Tlp.GREEN:
        raise Broken("what every originator released stays closed")
    _say(given, OTHER_WORDS)
    if given.handling.tlp != Tlp.AMBER:
        raise Broken("other words stay released than were released")


def _insist_on_floor(scene: Scene, given: Source) -> None:
    """What an originator narrowed stays so, whatever it is saved with."""
    if refusal(acts.narrow, scene.named, record=given, tlp=Tlp.RED, reason=NAME) != "handling-for-nobody":
        raise Broken("a narrowing takes a record back from everybody")
    with acting(scene.named):
        acts.narrow(record=given, tlp=Tlp.RED, named=[str(scene.home.institution_id)], reason=NAME)
    if Release.objects.filter(subject_id=given.pk, state__in=[Release.ASKED, Release.GRANTED]).exists():
        raise Broken("a release outlives the narrowing of what was released")
    narrowed = Source.objects.get(pk=given.pk)
    narrowed.handling = _opened(given, Tlp.GREEN)
    narrowed.save()
    if narrowed.handling.tlp != Tlp.RED:
        raise Broken("what an originator narrowed was opened again")
    if Restricted.objects.filter(record_id=given.pk, told=scene.stranger.institution_id).exists():
        raise Broken("institutions are told of a record that they never could read")


def _derived(scene: Scene, source: Source) -> list[Record]:
    """Plant what a source goes into: a claim on it, one about it, a text made from it, a run that counted that."""
    held = {"institution": scene.home.institution, "author": scene.home}
    question = Question.objects.create(**held, text=NAME, handling=Handling())
    text = Contribution.objects.create(**held, question=question, text=NAME, handling=Handling())
    counted = {"analysis": "check", "version": "1", "state": RunState.DONE, "handling": Handling()}
    run = Run.objects.create(**held, question=question, **counted)
    with acting(scene.home):
        about = make_claim(subject=source, aspect="check", value=NAME, source=scene.source())
        link = make_link(relation=Relation.DERIVES, source=text, target=source)
    return [_claim(scene, source, scene.source()), text, about, run, link]


def _insist_on_recall(scene: Scene, reached: list[Record]) -> None:
    for record in _again(reached):
        if queries.visible([record], scene.home):
            raise Broken(f"{record.kind} is read although what it was made from was taken back")
        if queries.unrecalled(type(record)._default_manager.filter(pk=record.pk)).exists():
            raise Broken(f"pages that ask no handling show {record.kind} after it was taken back")
    told = Restricted.objects.filter(record_id=reached[0].pk, told=scene.stranger.institution_id)
    if not told.exists():
        raise Broken("those who could read what was taken back are not told")


def _again(records: Iterable[Record]) -> Iterator[Record]:
    yield from (type(record)._default_manager.get(pk=record.pk) for record in records)


def _claim(scene: Scene, source: Source, subject: Record) -> Claim:
    columns = {"subject_kind": subject.kind, "subject_id": subject.pk, "aspect": "check", "value": NAME}
    return Claim.objects.create(institution=scene.home.institution, source=source, handling=Handling(), **columns)


def _opened(record: Record, tlp: Tlp) -> Handling:
    return Handling.from_dict({**record.handling.to_dict(), "tlp": tlp, "audience": None})


def _say(source: Source, words: Text) -> None:
    source.title = words
    source.save()
