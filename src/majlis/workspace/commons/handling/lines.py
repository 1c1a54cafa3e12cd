"""What handling puts on a member's desk and into the daily digest: releases to answer, restrictions to note."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from majlis.engine.handling import Handling
from majlis.workspace.commons import words
from majlis.workspace.commons.handling import queries
from majlis.workspace.commons.models import Member, Restriction
from majlis.workspace.commons.rooms import Line

KINDS = {Restriction.NARROW: "notice-narrowed", Restriction.RECALL: "notice-recalled"}


def awaiting(member: Member) -> Iterable[Line]:
    """The releases that wait for the member's answer, and what was narrowed or recalled since they last looked.

    The lines quote nothing, so that a mail may carry them.
    """
    for release in queries.waiting_for(member):
        address = reverse("handling:release", args=[release.pk])
        yield Line(words.say("release-awaits"), address, asks=True, handling=Handling())
    for restriction in queries.unnoted(member):
        said = words.say(KINDS[restriction.state])
        address = reverse("handling:notice", args=[restriction.pk])
        yield Line(said, address, str(restriction.institution.name), asks=True, handling=Handling())
