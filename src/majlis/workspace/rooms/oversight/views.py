"""The pages of the oversight room: the ledger, its heads, those who hold them, and its entries."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from majlis.engine.errors import InputError, Refused
from majlis.engine.ledger.export import Title, write
from majlis.workspace.commons import checkpoints, ledger_tasks, words
from majlis.workspace.commons import ledger as record
from majlis.workspace.commons.exports import attachment
from majlis.workspace.commons.forms import ROLES
from majlis.workspace.commons.models import LedgerCheck, LedgerEntry, LedgerWitness
from majlis.workspace.rooms.oversight import forms, queries

View = Callable[..., HttpResponse]
A_PAGE = 50


def auditors_only(view: View) -> View:
    """Let auditors in, and nobody else."""

    @login_required
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, **address: Any) -> HttpResponse:
        if not checkpoints.may_audit(request.member):
            raise Refused("may-audit")
        return view(request, **address)

    return answer


@never_cache
@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    """Show how long the record is, its latest head, and who holds it; auditors get the tools as well."""
    return _page(request)


@auditors_only
@require_POST
def make_checkpoint(request: HttpRequest) -> HttpResponse:
    """Sign the present head."""
    return _done(request, checkpoints.make_checkpoint, "ledger-checkpoint-made") or redirect("oversight:ledger")


@auditors_only
@require_POST
def ask_for_check(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Have the whole ledger checked."""
    ledger_tasks.ask_for_check()
    return redirect("oversight:ledger")


@auditors_only
@require_safe
def check_progress(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show how far a check is, for the page that asks again."""
    return render(request, "oversight/check.html", {"check": get_object_or_404(LedgerCheck, pk=pk)})


@login_required
@require_POST
def add_witness(request: HttpRequest) -> HttpResponse:
    """Take a witness's signatures from now on."""
    form = forms.WitnessForm(request.POST)
    if not form.is_valid():
        return _page(request, witness_form=form, status=400)
    refused = _done(request, lambda: checkpoints.add_witness(**form.cleaned_data), "ledger-witness-added", form, "key")
    return _page(request, witness_form=form, status=400) if refused else redirect("oversight:ledger")


@login_required
@require_POST
def retire_witness(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a witness's signatures no more."""
    checkpoints.retire_witness(witness=get_object_or_404(LedgerWitness, pk=pk))
    messages.success(request, words.say("ledger-witness-retired"))
    return redirect("oversight:ledger")


@login_required
@require_POST
def take_head(request: HttpRequest) -> HttpResponse:
    """Take a head that a witness signed; any member may bring it, the signature says whose it is."""
    form = forms.HeadForm(request.POST, request.FILES)
    if form.is_valid():
        refused = _done(
            request, lambda: checkpoints.take_cosignatures(form.cleaned_data["text"]), "ledger-head-taken", form, "text"
        )
        if not refused:
            return redirect("oversight:ledger")
    return _page(request, head_form=form, status=400)


@auditors_only
@require_safe
def entries(request: HttpRequest) -> HttpResponse:
    """List the entries, the newest first."""
    form = forms.FilterForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    found = queries.entries(chosen.get("act", ""), chosen.get("day"), chosen.get("institution", ""))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "lines": [(line, _roles(line)) for line in queries.lines(page)]}
    return render(request, "oversight/entries.html", context)


@auditors_only
@require_safe
def entry(request: HttpRequest, index: int) -> HttpResponse:
    """Show one entry, its exact text, and whether it is proven yet."""
    found = get_object_or_404(LedgerEntry, index=index)
    (line,) = queries.lines([found])
    covered = queries.is_covered(index)
    context = {
        "line": line,
        "roles": _roles(line),
        "text": json.dumps(json.loads(found.leaf), ensure_ascii=False, indent=2),
        "hash": found.leaf_hash,
        "proof": [node.hex() for node in checkpoints.proof_of(index).path] if covered else [],
        "covered": covered,
        "head": checkpoints.latest(),
    }
    return render(request, "oversight/entry.html", context)


@auditors_only
@require_safe
def entry_proof(request: HttpRequest, index: int) -> HttpResponse:  # noqa: ARG001
    """Give the proof of an entry with the entry in it, as a file that can be verified anywhere."""
    if not queries.is_covered(index):
        raise Http404
    proof = str(checkpoints.proof_of(index, leaf=True))
    return attachment(HttpResponse(proof, content_type="text/plain; charset=utf-8"), f"entry-{index}.tlog-proof")


@auditors_only
@require_safe
def export(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Give every entry that the latest checkpoint covers, as a file that can be verified anywhere."""
    last = checkpoints.latest()
    if last is None:
        raise Http404
    note = checkpoints.published(last)
    lines = write(Title(checkpoints.key_of(note), note), record.rows(last.size))
    response = StreamingHttpResponse(lines, content_type="application/jsonl; charset=utf-8")
    return attachment(response, f"ledger-{last.size}.jsonl")


def _page(request: HttpRequest, *, status: int = 200, **bound: Any) -> HttpResponse:
    last, member = checkpoints.latest(), request.member
    context = {
        "size": record.present_head().size,
        "head": last,
        "note": checkpoints.published(last) if last else "",
        "key": checkpoints.public_keys()[0] if last and checkpoints.public_keys() else "",
        "witnesses": queries.witnesses(),
        "audits": checkpoints.may_audit(member),
        "names_witnesses": checkpoints.may_name_witness(member),
        "check": LedgerCheck.objects.last() if checkpoints.may_audit(member) else None,
        "witness_form": forms.WitnessForm(),
        "head_form": forms.HeadForm(),
    }
    return render(request, "oversight/ledger.html", context | bound, status=status)


def _done(request: HttpRequest, act: Callable[[], object], said: str, form: Any = None, field: str = "") -> str:
    """Do the act and say so; where it is refused give the reason, beside its field where there is one."""
    try:
        act()
    except (Refused, InputError) as error:
        reason = words.say(_reason(error))
        form.add_error(field, reason) if form else messages.error(request, reason)
        return reason
    messages.success(request, words.say(said))
    return ""


def _reason(error: Exception) -> str:
    match error:
        case Refused():
            return error.rule
        case checkpoints.NotOurs():
            return "ledger-not-ours"
        case checkpoints.NothingToSign():
            return "ledger-nothing-to-sign"
    return "ledger-unreadable"


def _roles(line: queries.Line) -> list[str]:
    return [words.say(key) for role, key in ROLES.items() if role in line.roles]
