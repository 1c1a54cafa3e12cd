"""Who sees which records."""

from datetime import timedelta

import pytest
from django.utils import timezone

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.links import make_link
from majlis.workspace.commons.models import Circle, Question
from majlis.workspace.commons.queries import links_of, may_see, viewer, visible
from majlis.workspace.commons.texts import Text

pytestmark = pytest.mark.django_db


def ask(institution, **handling):
    return Question.objects.create(
        institution=institution, text=Text.write("Q", "en"), handling=Handling(**handling) if handling else None
    )


def test_viewer_carries_member_institution_and_circles(institution, other_institution, reader):
    circle = Circle.objects.create(name=Text.write("Circle", "en"))
    circle.institutions.add(institution, other_institution)
    seen = viewer(reader)
    assert (seen.member, seen.institution, seen.circles) == (str(reader.pk), str(institution.pk), {str(circle.pk)})
    assert viewer(None).names == frozenset()


def test_records_are_kept_in_order_for_whom_they_are_meant(institution, other_institution, reader, join):
    stranger = join(other_institution)
    clear, green, own = ask(institution, tlp="CLEAR"), ask(institution, tlp="GREEN"), ask(institution)
    named = ask(institution, tlp="RED", audience=frozenset({str(stranger.pk)}))
    records = [own, clear, named, green]
    assert visible(records, reader) == [own, clear, green]
    assert visible(records, stranger) == [clear, named, green]
    assert visible(records, None) == [clear]


def test_expired_record_is_seen_until_its_moment(institution, reader):
    now = timezone.now()
    record = ask(institution, expires=now)
    assert may_see(reader, record, at=now - timedelta(seconds=1))
    assert not may_see(reader, record)


def test_link_pins_both_ends_and_takes_the_strictest_handling(institution):
    source, target = ask(institution, tlp="CLEAR"), ask(institution)
    link = make_link_as_nobody(source, target)
    assert link.is_current()
    assert link.handling.tlp is Tlp.AMBER
    assert list(links_of(source)) == list(links_of(target)) == [link]


@pytest.mark.parametrize("change", ["text", "withdraw", "delete"])
def test_link_is_not_current_once_an_end_changed(institution, change):
    source, target = ask(institution), ask(institution)
    link = make_link_as_nobody(source, target)
    if change == "text":
        source.text = source.text.translated("fr", "Q ?")
        source.save()
    elif change == "withdraw":
        target.state = "withdrawn"
        target.save()
    else:
        source.delete()
    assert not link.is_current()


def test_link_stays_current_when_an_end_is_published(institution):
    source, target = ask(institution), ask(institution)
    link = make_link_as_nobody(source, target)
    source.state = "published"
    source.save()
    assert link.is_current()


def make_link_as_nobody(source, target):
    return make_link.__wrapped__(relation="derives", source=source, target=target)
