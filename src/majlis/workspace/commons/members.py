"""The pages on which administrators let people in, and give them roles."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from majlis.engine.errors import Refused
from majlis.workspace.commons import people, words
from majlis.workspace.commons.forms import ROLES, MemberForm, RolesForm
from majlis.workspace.commons.mail.digests import troubles
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.queries import members_of
from majlis.workspace.commons.rules import may_administer

View = Callable[..., HttpResponse]


def administrators_only(view: View) -> View:
    """Let only administrators in, to the members of their own institution."""

    @login_required
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, **address: UUID) -> HttpResponse:
        if request.member is None or not may_administer(request.member, request.member.institution):
            raise Refused("may-administer")
        return view(request, **address)

    return answer


@administrators_only
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """List the members and let a new one in."""
    form = MemberForm(request.POST or None)
    if form.is_valid():
        institution = request.member.institution
        member = people.add_member(institution=institution, **form.cleaned_data)
        return _with_link(request, member)
    said = troubles()
    members = members_of(request.member.institution)
    rows = [(member, _names(member), said.get(member.user_id)) for member in members]
    context = {"rows": rows, "form": form}
    return render(request, "commons/members.html", context, status=400 if form.is_bound else 200)


@administrators_only
@require_http_methods(["GET", "HEAD", "POST"])
def member(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one member, and give other roles."""
    found = _member(request, pk)
    form = RolesForm(request.POST or None, initial={"roles": sorted(found.roles)})
    if form.is_valid() and _done(request, lambda: people.set_roles(member=found, **form.cleaned_data)):
        return redirect("commons:member", pk)
    return render(request, "commons/member.html", {"found": found, "names": _names(found), "form": form})


@administrators_only
@require_http_methods(["POST"])
def link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a link on which the member sets a new password."""
    return _with_link(request, _member(request, pk))


@administrators_only
@require_http_methods(["POST"])
def suspend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let the member sign in no longer."""
    found = _member(request, pk)
    _done(request, lambda: people.suspend_member(member=found))
    return redirect("commons:member", pk)


@administrators_only
@require_http_methods(["POST"])
def resume(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let the member sign in again."""
    found = _member(request, pk)
    _done(request, lambda: people.resume_member(member=found))
    return redirect("commons:member", pk)


def _done(request: HttpRequest, act: Callable[[], object]) -> bool:
    """Do the act; where a rule says no, say why in place instead of leaving the page."""
    try:
        act()
    except Refused as refused:
        messages.error(request, words.say(refused.rule))
        return False
    messages.success(request, words.say("members-changed"))
    return True


def _with_link(request: HttpRequest, found: Member) -> HttpResponse:
    address = request.build_absolute_uri(people.make_password_link(member=found))
    return render(request, "commons/member_link.html", {"found": found, "address": address})


def _member(request: HttpRequest, pk: UUID) -> Member:
    found = members_of(request.member.institution).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _names(found: Member) -> list[str]:
    return [words.say(key) for role, key in ROLES.items() if role in found.roles]
