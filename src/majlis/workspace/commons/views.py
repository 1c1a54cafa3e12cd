"""The pages that belong to no room: front page, account, charter in short, errors."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import requires_csrf_token

from majlis.engine.errors import Refused
from majlis.workspace.commons import words
from majlis.workspace.commons.forms import ROLES
from majlis.workspace.commons.queries import host
from majlis.workspace.commons.rooms import rooms
from majlis.workspace.commons.rules import may_administer
from majlis.workspace.commons.typed import typed

ARTICLES = [
    ("refuses-score", "refuses-score-text"),
    ("refuses-list", "refuses-list-text"),
    ("refuses-rows", "refuses-rows-text"),
    ("refuses-small", "refuses-small-text"),
    ("refuses-belief", "refuses-belief-text"),
    ("refuses-voter", "refuses-voter-text"),
    ("refuses-originator", "refuses-originator-text"),
    ("refuses-machine", "refuses-machine-text"),
    ("refuses-claim", "refuses-claim-text"),
    ("refuses-hidden", "refuses-hidden-text"),
]


def doorway(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Lead to the front page in the language that the cookie or the browser asks for."""
    response = redirect(f"/{words.language()}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def home(request: HttpRequest) -> HttpResponse:
    """Show a member what awaits them, and everybody else what Majlis is and what is published."""
    return desk(request) if request.user.is_authenticated else front(request)


def front(request: HttpRequest) -> HttpResponse:
    """Show what Majlis is and what the rooms have published."""
    lines = [line for room in rooms() for line in room.published()]
    return render(request, "commons/home.html", {"lines": lines, "host": host()})


def desk(request: HttpRequest) -> HttpResponse:
    """Show the rooms with what awaits the member in each, quiet rooms last."""
    member = request.member
    waiting = [(room, list(room.awaiting(member)) if member else []) for room in rooms()]
    waiting = [(room, lines) for room, lines in waiting if lines or room.listed]
    waiting.sort(key=lambda pair: not pair[1])
    count = sum(len(lines) for _, lines in waiting)
    return render(request, "commons/desk.html", {"desk": waiting, "count": count, "member": member})


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Show who the user is here, and where to change how they sign in."""
    members = request.user.memberships.select_related("institution").prefetch_related("grants")
    memberships = [
        (member.institution, [words.say(ROLES[role]) for role in sorted(member.roles)]) for member in members
    ]
    context = {
        "memberships": memberships,
        "second_step": is_mfa_enabled(request.user),
        "mails": settings.MAIL is not None,
        "administers": request.member is not None and may_administer(request.member, request.member.institution),
    }
    return render(request, "commons/account.html", context)


def needs_mail(request: HttpRequest) -> HttpResponse:
    """Say who helps where other services would send a mail."""
    return render(request, "commons/needs_mail.html", {"mails": settings.MAIL is not None})


def by_mail(page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Show the page where this workspace sends mail; elsewhere say who helps instead."""

    def answer(request: HttpRequest) -> HttpResponse:
        return page(request) if settings.MAIL else needs_mail(request)

    return answer


def refuses(request: HttpRequest) -> HttpResponse:
    """Show the charter in short."""
    return render(request, "commons/refuses.html", {"articles": ARTICLES})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that the request could not be read."""
    return render(request, "400.html", status=400)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the page or the act is not open to the reader, and by which rule where one said no."""
    rule = exception.rule if isinstance(exception, Refused) else ""
    reason = rule if rule and words.catalogue().has(rule) else ""
    return render(request, "403.html", {"reason": reason, "typed": typed(request)}, status=403)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Say that the form could not be accepted as it came."""
    return render(request, "403_csrf.html", {"typed": typed(request)}, status=403)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """Say that there is no such page."""
    return render(request, "404.html", {"typed": typed(request)}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours."""
    return render(request, "500.html", {"typed": typed(request)}, status=500)
