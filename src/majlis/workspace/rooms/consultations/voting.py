"""The pages on which people vote: coming in, one statement at a time, and one's own answers.

The voter's token is made when they consent and kept by the browser alone, in a cookie of this consultation that no
script can read. The database sees its pseudonym; see `commons.keys`.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from majlis.engine.errors import Refused
from majlis.engine.opinion.votes import AGREE, DISAGREE, PASS
from majlis.workspace.commons import keys, words
from majlis.workspace.rooms.consultations import actions, queries
from majlis.workspace.rooms.consultations.forms.voting import EntryForm
from majlis.workspace.rooms.consultations.models import Consultation, Door, Statement
from majlis.workspace.rooms.consultations.queries import voting

COOKIE_DAYS = 90
LONGEST_TOKEN = 80
MOST_CARRIED = 24
ANSWERS = {"agree": AGREE, "disagree": DISAGREE, "pass": PASS}
SAID = {value: f"vote-{name}" for name, value in ANSWERS.items()}


def voter_token(request: HttpRequest, consultation: Consultation) -> str:
    """Give the token by which the reader votes; '' where they have none yet, or it counts no more."""
    token = request.COOKIES.get(_cookie(consultation), "")[:LONGEST_TOKEN]
    return token if token and consultation.is_open and voting.lets_in(consultation, token, request.member) else ""


def remember_token(response: HttpResponse, consultation: Consultation, token: str) -> HttpResponse:
    """Keep the token in the voter's browser, where no script can read it."""
    _set_cookie(response, _cookie(consultation), token, days=COOKIE_DAYS)
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for an answer to the next statement, or take one; whoever has not consented yet is asked to come in."""
    consultation = _consultation(request, pk)
    if not consultation.is_open:
        return _take(request, consultation, "") if request.method == "POST" else _not_open(request, consultation)
    if consultation.door == Door.MEMBERS and request.member is None:
        return redirect_to_login(reverse("consultations:vote", args=[pk]))
    token = voter_token(request, consultation)
    if not token:
        return _doorstep(request, consultation, EntryForm(consultation))
    return _take(request, consultation, token) if request.method == "POST" else _ask(request, consultation, token)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the consent, the age rule's answer and the code, and give the token; nothing of it is written down."""
    consultation = _consultation(request, pk)
    if request.method != "POST" or not consultation.is_open or voter_token(request, consultation):
        return redirect("consultations:vote", pk)
    form = EntryForm(consultation, request.POST)
    if not form.is_valid():
        return _doorstep(request, consultation, form, status=400)
    if form.too_young:
        return render(request, "consultations/too_young.html", {"consultation": consultation})
    try:
        token = _new_token(request, consultation, form)
    except actions.NotLetIn as refusal:
        context = {"consultation": consultation, "spent": refusal.spent}
        return render(request, "consultations/not_let_in.html", context, status=403)
    response = redirect("consultations:vote", pk)
    response.delete_cookie(_knock(consultation), samesite="Lax")
    return remember_token(response, consultation, token)


@never_cache
@require_POST
def send(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an answer from the page's queue; the same identifier counts once and always gets the same reply.

    200: it counts. 401: come in first; the queue keeps it. 429: later, or never where `final`. 4xx else: it never will.
    """
    statement = voting.find_votable(request.member, pk, request.POST.get("statement", ""))
    value, identifier = ANSWERS.get(request.POST.get("answer", "")), _identifier(request.POST.get("id", ""))
    if statement is None or value is None or not identifier:
        return _reply("vote-unknown", 404)
    consultation = statement.consultation
    if not consultation.is_open:
        return _reply("consultation-takes-no-votes", 409)
    if not (token := voter_token(request, consultation)):
        return _reply("vote-come-in", 401)
    return _answer(statement, token, value, identifier)


@never_cache
@require_safe
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """List one's own answers, each with a way to change it."""
    consultation = _consultation(request, pk)
    token = voter_token(request, consultation)
    if not token:
        return redirect("consultations:vote", pk)
    own = voting.own_votes(consultation, token)
    found = queries.put_to(consultation, request.member).filter(code__in=own)
    context = {
        "consultation": consultation,
        "answers": [(s, words.say(SAID[own[s.code]]), own[s.code]) for s in found],
        "queue": _queue(consultation, token),
    }
    return render(request, "consultations/review.html", context)


def _consultation(request: HttpRequest, pk: UUID) -> Consultation:
    consultation = queries.find_listed(request.member, pk)
    if consultation is None or consultation.door == Door.IMPORTED:
        raise Http404
    return consultation


def _doorstep(request: HttpRequest, consultation: Consultation, form: EntryForm, status: int = 200) -> HttpResponse:
    context = {"consultation": consultation, "form": form}
    response = render(request, "consultations/enter.html", context, status=status)
    if consultation.door == Door.CODES and not request.COOKIES.get(_knock(consultation)):
        # Goes as soon as the token has arrived: till then it says that a code was spent by this very device.
        _set_cookie(response, _knock(consultation), secrets.token_urlsafe(32), days=1)
    return response


def _not_open(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    return render(request, "consultations/vote.html", {"consultation": consultation})


def _new_token(request: HttpRequest, consultation: Consultation, form: EntryForm) -> str:
    if consultation.door == Door.CODES:
        knock = request.COOKIES.get(_knock(consultation), "")[:LONGEST_TOKEN]
        return actions.exchange_code(consultation=consultation, code=form.cleaned_data["code"], knock=knock)
    key = keys.load(consultation.pk)
    if consultation.door == Door.OPEN:
        return voting.sealed(key, Door.OPEN, secrets.token_urlsafe(24))
    if request.member is None:
        raise Refused("is-signed-in")
    return voting.member_token(key, request.member)


def _take(request: HttpRequest, consultation: Consultation, token: str) -> HttpResponse:
    statement = _statement(request, consultation, request.POST.get("statement", ""))
    value = ANSWERS.get(request.POST.get("answer", ""))
    if statement is None or value is None:
        raise Http404
    try:
        _cast(statement, token, value)
    except actions.TooMuch as refusal:
        context = {"consultation": consultation, "wait": refusal.wait}
        return _wait(render(request, "consultations/too_much.html", context, status=429), refusal)
    return redirect(f"{reverse('consultations:vote', args=[consultation.pk])}?after={statement.code}")


def _cast(statement: Statement, token: str, value: int, identifier: bytes = b"") -> None:
    """Cast the vote; what the limits refuse is refused before it waits for the database's one writer."""
    if statement.consultation.is_open:
        pseudonym = keys.pseudonym(keys.load(statement.consultation_id), token)
        actions.insist_on_measure(statement.consultation, pseudonym, identifier)
    actions.cast_vote(statement=statement, token=token, value=value, identifier=identifier)


def _answer(statement: Statement, token: str, value: int, identifier: bytes) -> HttpResponse:
    try:
        _cast(statement, token, value, identifier)
    except actions.AlreadySent:
        pass
    except actions.TooMuch as refusal:
        return _wait(_reply("vote-too-much", 429, final=refusal.wait is None), refusal)
    except (Refused, keys.KeyGone) as refusal:
        return _reply(refusal.rule if isinstance(refusal, Refused) else "consultation-takes-no-votes", 409)
    return JsonResponse({"kept": True})


def _reply(key: str, status: int, *, final: bool = True) -> JsonResponse:
    over = {"closed": True} if key == "consultation-takes-no-votes" else {}
    return JsonResponse({"kept": False, "final": final, **over, "why": words.say_plain(key)}, status=status)


def _wait(response: HttpResponse, refusal: actions.TooMuch) -> HttpResponse:
    if refusal.wait is not None:
        response.headers["Retry-After"] = str(refusal.wait)
    return response


def _ask(request: HttpRequest, consultation: Consultation, token: str) -> HttpResponse:
    statements = list(queries.put_to(consultation, request.member).select_related("consultation"))
    own = voting.own_votes(consultation, token)
    left = sorted((s for s in statements if s.code not in own), key=lambda s: _place(token, s))
    wanted, before = (_named(statements, request.GET.get(name, "")) for name in ("statement", "after"))
    asked = wanted or next(iter(left), None)
    context = {
        "consultation": consultation,
        "statement": asked,
        "chosen": wanted and SAID.get(own.get(wanted.code)),
        "coming": [s for s in left if s != asked][:MOST_CARRIED],
        "done": len(statements) - len(left),
        "of": len(statements),
        "before": before,
        "queue": _queue(consultation, token),
    }
    return render(request, "consultations/vote.html", context)


def _queue(consultation: Consultation, token: str) -> str:
    """Name the queue of this voter in the browser, so that another voter on the same device has another one."""
    return keys.derived(keys.load(consultation.pk), "queue", token)[:6].hex()


def _place(token: str, statement: Statement) -> bytes:
    """Where a statement stands for a voter: by chance, so that none is always asked first, and the same each time."""
    return hashlib.sha256(f"{token}:{statement.code}".encode()).digest()


def _named(statements: Iterable[Statement], code: str) -> Statement | None:
    return next((statement for statement in statements if statement.code == code), None)


def _statement(request: HttpRequest, consultation: Consultation, code: str) -> Statement | None:
    found = queries.put_to(consultation, request.member).select_related("consultation")
    return found.filter(code=code[:200]).first() if code else None


def _identifier(text: str) -> bytes:
    try:
        given = bytes.fromhex(text)
    except ValueError:
        return b""
    return given if len(given) == voting.IDENTIFIER_BYTES else b""


def _cookie(consultation: Consultation) -> str:
    return f"voter-{consultation.pk.hex}"


def _knock(consultation: Consultation) -> str:
    return f"knock-{consultation.pk.hex}"


def _set_cookie(response: HttpResponse, name: str, value: str, *, days: int) -> None:
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(name, value, max_age=days * 24 * 3600, secure=secure, httponly=True, samesite="Lax")
