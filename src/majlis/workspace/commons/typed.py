"""What somebody typed comes back to them where it cannot be saved: a refusal, a session that ended, a fault of ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

from majlis.workspace.commons import words

# Fields that nobody typed, and those that a page must not show again.
CHOSEN = re.compile(r"on|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
UNSHOWN = re.compile(r"csrf|token|password|credential|(^|_)code$|^(seen|next|language|original)$", re.IGNORECASE)


def typed(request: HttpRequest) -> list[str]:
    """Give every text that came with a form, in its order; ticks, ids and choices of one letter are none."""
    if request.method != "POST":
        return []
    with suppress(OSError, SuspiciousOperation):
        names = [name for name in request.POST if not UNSHOWN.search(name)]
        values = [value for name in names for value in request.POST.getlist(name)]
        return [value for value in values if len(value.strip()) > 1 and not CHOSEN.fullmatch(value)]
    return []


def kept(request: HttpRequest, happened: str) -> HttpResponse:
    """Say why nothing was saved, and give every word back."""
    return render(request, "commons/kept.html", {"happened": happened, "typed": typed(request)}, status=403)


def kept_when_signed_out(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give a form's words back where its sender is led to sign in first."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        place = response.headers.get("Location", "").partition("?")[0]
        if place and place == resolve_url(settings.LOGIN_URL) != request.path and typed(request):
            return kept(request, words.say("kept-signed-out"))
        return response

    return answer
