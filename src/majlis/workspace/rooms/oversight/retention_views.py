"""The page that says what is kept for how long, and what was erased last."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from majlis.engine.errors import Refused
from majlis.workspace.commons import words
from majlis.workspace.commons.models import Erasure, Role
from majlis.workspace.commons.retention.kept import backups
from majlis.workspace.commons.retention.policies import Policy, policies


@dataclass(frozen=True)
class Kept:
    """A policy as the page shows it; last: its latest erasure."""

    policy: Policy
    last: Erasure | None

    @property
    def sentence(self) -> str:
        """What is kept, and from when the days count."""
        return words.say(f"keep-{self.policy.key}")

    @property
    def days(self) -> int:
        """For how many days."""
        return min(self.policy.kept, self.policy.most)


@login_required
@never_cache
@require_safe
def retention(request: HttpRequest) -> HttpResponse:
    """Show administrators and auditors what is kept for how long."""
    if request.member is None or not request.member.holds(Role.ADMINISTRATOR, Role.AUDITOR):
        raise Refused("may-see-retention")
    last: dict[str, Erasure] = {}
    for erasure in Erasure.objects.order_by("at"):
        last[erasure.policy] = erasure
    kept = [Kept(policy, last.get(policy.key)) for policy in policies()]
    return render(request, "oversight/retention.html", {"kept": kept, "backups": backups()})
