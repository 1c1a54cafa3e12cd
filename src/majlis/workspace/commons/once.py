"""A form that is sent twice is carried out once: a double click, a page sent again, a way back and forth.

Every rendering of a form carries a token of its own against forgery, so the same token with the same words is the same
sending. What was sent is remembered in the session, by digest, with the address to which it led.
"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest

from majlis.workspace.commons.fields import digest

SENT, REMEMBERED, TOKEN = "sent", 20, "csrfmiddlewaretoken"


def once(request: HttpRequest, act: Callable[[], str]) -> str:
    """Carry out an act that answers with the address to which it leads, or give that address where it was carried out.

    The session is locked during the act, so that of two sendings at the same moment the second waits and is known.
    """
    mark = _mark(request)
    if not mark:
        with transaction.atomic():
            return act()
    with transaction.atomic():
        sent = _locked(request)
        if mark not in sent:
            sent[mark] = act()
        request.session[SENT] = dict(list(sent.items())[-REMEMBERED:])
        request.session.save()
    return sent[mark]


def led_before(request: HttpRequest) -> str:
    """Where the same sending led before; empty where it is new."""
    if request.method != "POST" or not request.user.is_authenticated:
        return ""
    return request.session.get(SENT, {}).get(_mark(request), "")


def _mark(request: HttpRequest) -> str:
    if not request.POST.get(TOKEN) or not request.session.session_key:
        return ""
    return digest([request.get_full_path(), sorted((name, request.POST.getlist(name)) for name in request.POST)])


def _locked(request: HttpRequest) -> dict[str, str]:
    held = Session.objects.select_for_update().filter(session_key=request.session.session_key).first()
    return dict(held.get_decoded().get(SENT, {})) if held else {}
