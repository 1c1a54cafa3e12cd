"""An edition of a series begins with what became of what the earlier ones adopted."""

from datetime import date

from django.urls import reverse

from majlis.engine.handling import Tlp
from tests.workspace.rooms.gatherings import planted as gatherings
from tests.workspace.rooms.strategy import planted


def decided(member, edition, title, tlp=Tlp.CLEAR):
    within = planted.strategy(member, title=title, within=edition, tlp=tlp)
    planted.adopted(member, planted.draft(member, within, unfounded=planted.text("The law")))
    return within


def test_the_next_edition_leads_to_what_became_of_the_earlier_ones(organiser, sign_in):
    series = gatherings.series(organiser)
    first = gatherings.edition(
        organiser, within=series, code="2021", starts_on=date(2021, 2, 16), ends_on=date(2021, 2, 18)
    )
    second = gatherings.edition(organiser, within=series, code="2022")
    adopted = decided(organiser, first, "What 2021 adopted")
    decided(organiser, first, planted.SECRET, tlp=Tlp.AMBER)
    session = gatherings.session(organiser, first, day=date(2021, 2, 16))
    inner = decided(organiser, session, "What a session adopted")
    decided(organiser, second, "What 2022 adopted")
    later = sign_in().get(reverse("gatherings:detail", args=[second.pk])).content.decode()
    assert reverse("strategy:became", args=[adopted.pk]) in later
    assert reverse("strategy:became", args=[inner.pk]) in later
    assert planted.SECRET not in later
    earlier = sign_in().get(reverse("gatherings:detail", args=[first.pk])).content.decode()
    assert "/became/" not in earlier
