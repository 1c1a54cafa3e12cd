"""What was recalled, narrowed or marked more strictly after a backup is so again when the backup is put back."""

import shutil

import pytest
from django.core.cache import cache
from django.db import connection

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons import backup, checkpoints
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.handling import acts, queries
from majlis.workspace.commons.models import Claim, Question, Release, Restricted, Role, SearchEntry, Source
from majlis.workspace.commons.queries import may_see
from majlis.workspace.commons.texts import Text

pytestmark = pytest.mark.django_db(transaction=True)
WHY = Text.write("No longer ours to give", "en")
WORD = Text.write("quincunxword", "en")


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    if connection.vendor != "sqlite" and shutil.which("pg_dump") is None:
        pytest.skip("a PostgreSQL dump needs the server's own client programs")
    settings.HOME, settings.KEYS, settings.BACKUPS = tmp_path, tmp_path / "keys", tmp_path / "backups"


@pytest.fixture
def neighbour(other_institution, join):
    return join(other_institution, Role.ORGANISER)


def source(member, tlp=Tlp.GREEN):
    return Source.objects.create(
        institution=member.institution, author=member, state="published", title=WORD, handling=Handling(tlp=tlp)
    )


def claim(member, rests_on):
    asked = Question.objects.create(
        institution=member.institution, author=member, state="published", text=WORD, handling=Handling(tlp=Tlp.GREEN)
    )
    return Claim.objects.create(
        institution=member.institution,
        author=member,
        state="published",
        handling=Handling(tlp=Tlp.GREEN),
        subject_kind=asked.kind,
        subject_id=asked.pk,
        aspect="place",
        value=WORD,
        source=rests_on,
    )


def rest_on(record, other):
    record.source = other
    record.save()


def test_what_rested_on_the_recalled_in_the_backup_alone_is_reached_and_told_of(organiser, neighbour):
    taken, stays = source(organiser), source(organiser)
    said = claim(neighbour, taken)
    assert may_see(organiser, said)
    saved = backup.back_up()
    rest_on(said, stays)
    with acting(organiser):
        acts.recall(record=taken, reason=WHY)
    assert may_see(organiser, Claim.objects.get())
    backup.restore(saved)
    again = Claim.objects.get()
    assert again.source_id == taken.pk
    assert not any(may_see(member, again) for member in (None, organiser, neighbour))
    assert acts.is_recalled(again)
    assert not SearchEntry.objects.filter(record=again.pk).exists()
    row = Restricted.objects.get(record_id=again.pk)
    assert set(row.told.all()) == {organiser.institution, neighbour.institution}
    assert may_see(organiser, Question.objects.get()), "what the claim is about rests on nothing"
    assert checkpoints.verify().holds


def test_those_told_of_a_recall_still_find_the_notice(organiser, neighbour):
    taken = source(organiser)
    saved = backup.back_up()
    with acting(organiser):
        done = acts.recall(record=taken, reason=WHY)
    backup.restore(saved)
    assert [restriction.pk for restriction in queries.told(neighbour)] == [done.pk]
    assert queries.told_records(done, neighbour).count() == 1
    assert [restriction.pk for restriction in queries.unnoted(neighbour)] == [done.pk]


def test_a_release_that_a_narrowing_ended_does_not_come_back(organiser, neighbour):
    taken = source(organiser, Tlp.AMBER)
    with acting(organiser):
        acts.ask_release(record=taken, tlp=Tlp.CLEAR, reason=WHY)
        saved = backup.back_up()
        acts.narrow(record=Source.objects.get(), tlp=Tlp.GREEN, reason=WHY)
    assert Source.objects.get().handling.tlp is Tlp.AMBER
    backup.restore(saved)
    assert Release.objects.get().state == Release.ENDED
    assert not any(may_see(member, Source.objects.get()) for member in (None, neighbour))


def test_a_stricter_marking_stays_and_reaches_what_rests_on_it(organiser, neighbour):
    marked, stays = source(organiser), source(organiser)
    said = claim(neighbour, marked)
    saved = backup.back_up()
    rest_on(said, stays)
    marked.handling = Handling(tlp=Tlp.AMBER)
    marked.save()
    assert may_see(None, stays) is may_see(None, marked) is False
    assert backup.restore(saved).again == 1
    assert not may_see(neighbour, Source.objects.get(pk=marked.pk))
    assert may_see(organiser, Source.objects.get(pk=marked.pk))
    assert Claim.objects.get().handling.tlp is Tlp.AMBER
    assert Source.objects.get(pk=stays.pk).handling.tlp is Tlp.GREEN


def test_what_was_marked_for_named_people_since_is_for_them_again_and_not_for_nobody(organiser, neighbour, join):
    marked, colleague = source(organiser, Tlp.AMBER), join(organiser.institution, Role.READER)
    claim(organiser, marked)
    saved = backup.back_up()
    Source.objects.update(handling=Handling(tlp=Tlp.RED, audience=frozenset({str(organiser.pk)})))
    backup.restore(saved)
    again = Source.objects.get()
    assert [member for member in (None, organiser, colleague, neighbour) if may_see(member, again)] == [organiser]
    assert not any(may_see(member, Claim.objects.get()) for member in (None, colleague, neighbour))


def test_nothing_kept_in_a_cache_outlives_a_restore(organiser):
    taken = source(organiser)
    saved = backup.back_up()
    with acting(organiser):
        acts.recall(record=taken, reason=WHY)
    cache.set("drawing", "quincunxword")
    backup.restore(saved)
    assert cache.get("drawing") is None
