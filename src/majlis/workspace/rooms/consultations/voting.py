"""The page on which people vote: one statement at a time, no script needed.

The voter's token is made at the first vote and kept by the browser alone, in a cookie of this consultation that no
script can read. The database sees its pseudonym; see `commons.keys`.
"""

from __future__ import annotations

import hashlib
import secrets
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from majlis.engine.opinion.votes import AGREE, DISAGREE, PASS
from majlis.workspace.rooms.consultations import actions, queries
from majlis.workspace.rooms.consultations.models import Consultation, Door, Statement

COOKIE_DAYS = 90
LONGEST_TOKEN = 64
ANSWERS = {"agree": AGREE, "disagree": DISAGREE, "pass": PASS}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for an answer to the next statement, or take one."""
    consultation = queries.find_listed(request.member, pk)
    if consultation is None or consultation.door != Door.OPEN:
        raise Http404
    return _take(request, consultation) if request.method == "POST" else _ask(request, consultation)


def _take(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    statement = _statement(consultation, request.POST.get("statement", ""))
    value = ANSWERS.get(request.POST.get("answer", ""))
    if statement is None or value is None:
        raise Http404
    token = voter_token(request, consultation) or secrets.token_urlsafe(24)
    actions.cast_vote(statement=statement, token=token, value=value)
    response = redirect(f"{reverse('consultations:vote', args=[consultation.pk])}?after={statement.code}")
    return remember_token(response, consultation, token)


def _ask(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    token = voter_token(request, consultation)
    statements = list(queries.statements_in(consultation))
    answered = queries.answered(consultation, token) if token and consultation.is_open else frozenset()
    wanted = _statement(consultation, request.GET.get("statement", ""))
    chance = token or secrets.token_hex(8)
    left = sorted((s for s in statements if s.code not in answered), key=lambda s: _place(chance, s))
    context = {
        "consultation": consultation,
        "statement": wanted or next(iter(left), None),
        "done": len(statements) - len(left),
        "of": len(statements),
        "before": _statement(consultation, request.GET.get("after", "")),
    }
    return render(request, "consultations/vote.html", context)


def _place(chance: str, statement: Statement) -> bytes:
    """Where a statement stands for a voter: by chance, so that none is always asked first, and the same each time."""
    return hashlib.sha256(f"{chance}:{statement.code}".encode()).digest()


def _statement(consultation: Consultation, code: str) -> Statement | None:
    return queries.statements_in(consultation).filter(code=code).first() if code else None


def _cookie(consultation: Consultation) -> str:
    return f"voter-{consultation.pk.hex}"


def voter_token(request: HttpRequest, consultation: Consultation) -> str:
    """Give the token by which the reader votes; '' where they have none yet."""
    return request.COOKIES.get(_cookie(consultation), "")[:LONGEST_TOKEN]


def remember_token(response: HttpResponse, consultation: Consultation, token: str) -> HttpResponse:
    """Keep the token in the voter's browser, where no script can read it."""
    response.set_cookie(
        _cookie(consultation),
        token,
        max_age=COOKIE_DAYS * 24 * 3600,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
