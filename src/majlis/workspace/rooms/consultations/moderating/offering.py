"""The author's side: offering a statement, seeing what became of it, and asking once for a second look.

The author's receipt is a secret in the address; the browser keeps a list of them, in a cookie that no script can read.
Nothing ties it to the voter's token.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from majlis.engine.errors import Refused
from majlis.engine.finding import Estimate
from majlis.workspace.commons import words
from majlis.workspace.commons.queries import may_see, shown_to, visible
from majlis.workspace.rooms.consultations import queries as room
from majlis.workspace.rooms.consultations import voting
from majlis.workspace.rooms.consultations.actions.moderating import (
    MOST_OFFERS,
    appeal_statement,
    may_appeal,
    offer_statement,
)
from majlis.workspace.rooms.consultations.forms.moderating import RECEIPT, AppealForm, OfferForm
from majlis.workspace.rooms.consultations.models import Consultation, Standing, Statement
from majlis.workspace.rooms.consultations.pages import MapPage, estimate_of
from majlis.workspace.rooms.consultations.queries import moderating as queries
from majlis.workspace.rooms.consultations.rules import ANSWERS
from majlis.workspace.rooms.consultations.views import asks_first

COOKIE_DAYS = 365


@never_cache
@asks_first
def offer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for the voter's own statement, or take it."""
    consultation = _consultation(request, pk)
    token = voting.voter_token(request, consultation) if consultation.is_open else ""
    form = OfferForm(request.POST) if request.method == "POST" else OfferForm.blank()
    if form.is_bound and token and form.is_valid():
        return _take(request, consultation, token, form)
    return _ask(request, consultation, form, status=400 if form.is_bound else 200, let_in=bool(token))


@never_cache
@asks_first
def offered(request: HttpRequest, pk: UUID, receipt: str) -> HttpResponse:
    """Show the author what became of the statement, and take their appeal."""
    consultation = _consultation(request, pk)
    statement = _own(request, consultation, receipt)
    if statement is None:
        raise Http404
    form = AppealForm(request.POST or None)
    if not form.is_valid():
        return _answered(request, statement, form, status=400 if form.is_bound else 200)
    try:
        appeal_statement(consultation=consultation, receipt=receipt, text=form.text())
    except Refused as refusal:
        form.add_error(None, words.say(refusal.rule))
        now = _own(request, consultation, receipt) or statement
        return _answered(request, now, form, status=409)
    return redirect("consultations:offered", pk, receipt)


def _answered(request: HttpRequest, statement: Statement, form: AppealForm, status: int) -> HttpResponse:
    context = _what_became(request, statement) | {"form": form, "may_appeal": may_appeal(statement)}
    return _keep_secret(render(request, "consultations/offered.html", context, status=status))


def _take(request: HttpRequest, consultation: Consultation, token: str, form: OfferForm) -> HttpResponse:
    receipt, text = form.cleaned_data["receipt"], form.text()
    if same := queries.repeated(consultation, str(text), request.member):
        form.add_error("statement", words.say("offer-repeated"))
        return _ask(request, consultation, form, same=same, status=400)
    try:
        offer_statement(consultation=consultation, token=token, receipt=receipt, text=text)
    except Refused as refusal:
        form.add_error(None, words.say(refusal.rule))
        return _ask(request, consultation, form, status=400)
    response = redirect("consultations:offered", consultation.pk, receipt)
    return _remember(response, consultation, [*_receipts(request, consultation), receipt])


def _ask(
    request: HttpRequest,
    consultation: Consultation,
    form: OfferForm,
    *,
    same: Statement | None = None,
    let_in: bool = True,
    status: int = 200,
) -> HttpResponse:
    own = [(receipt, _own(request, consultation, receipt)) for receipt in _receipts(request, consultation)]
    context = {
        "consultation": consultation,
        "takes": consultation.is_open and consultation.takes_statements,
        "let_in": let_in,
        "form": form,
        "same": same,
        "own": [(receipt, statement) for receipt, statement in own if statement],
        "most": MOST_OFFERS,
    }
    return _keep_secret(render(request, "consultations/offer.html", context, status=status))


def _what_became(request: HttpRequest, statement: Statement) -> dict[str, object]:
    decisions = queries.effective(queries.history(statement))
    answer = next((decision for decision in reversed(decisions) if decision.reason in ANSWERS), None)
    return {
        "consultation": statement.consultation,
        "statement": statement,
        "became": _became(statement),
        "reason": f"moderation-reason-{reason}" if (reason := _refused_for(statement)) else "",
        "notes": [decision.note for decision in visible(decisions, request.member) if decision.note],
        "answer": answer,
        "appeal_waits": queries.appeal_is_open(statement),
        "replaced_by": next(iter(visible(Statement.objects.filter(replaces=statement), request.member)), None),
        "result": _result(request, statement),
    }


def _became(statement: Statement) -> str:
    if hasattr(statement, "replaced_by"):
        return "offer-replaced"
    if statement.state == Standing.PENDING:
        return "offer-waiting" if statement.consultation.is_open else "offer-left"
    return "offer-taken" if statement.is_in else "offer-refused"


def _refused_for(statement: Statement) -> str:
    return queries.refusal(statement) if _became(statement) == "offer-refused" else ""


def _result(request: HttpRequest, statement: Statement) -> Estimate | None:
    """How many agree, at least in every group, where the map shows it."""
    run = room.latest_map(statement.consultation)
    if run is None or not statement.is_in or not may_see(request.member, run):
        return None
    rows = {row.id: row for row in MapPage(statement.consultation, run).map.statements}
    row = rows.get(statement.code)
    return estimate_of(row.consensus) if row and row.consensus else None


def _consultation(request: HttpRequest, pk: UUID) -> Consultation:
    consultation = room.find_listed(request.member, pk)
    if consultation is None:
        raise Http404
    return consultation


def _own(request: HttpRequest, consultation: Consultation, receipt: str) -> Statement | None:
    """The author's statement; nothing once it was taken back or is no longer for them, like for everybody else."""
    found = queries.find_by_receipt(consultation, receipt)
    seen = found is not None and shown_to(Statement.objects.filter(pk=found.pk), request.member).exists()
    return found if seen else None


def _cookie(consultation: Consultation) -> str:
    return f"offers-{consultation.pk.hex}"


def _receipts(request: HttpRequest, consultation: Consultation) -> list[str]:
    kept = request.COOKIES.get(_cookie(consultation), "").split(".")
    return [receipt for receipt in dict.fromkeys(kept) if RECEIPT.fullmatch(receipt)][-MOST_OFFERS:]


def _remember(response: HttpResponse, consultation: Consultation, receipts: list[str]) -> HttpResponse:
    response.set_cookie(
        _cookie(consultation),
        ".".join(dict.fromkeys(receipts)),
        max_age=COOKIE_DAYS * 24 * 3600,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _keep_secret(response: HttpResponse) -> HttpResponse:
    """Let no other page learn the address, which is the receipt; the origin alone is needed for posting."""
    response.headers["Referrer-Policy"] = "strict-origin"
    return response
