"""The moderators' side: what waits, what was decided, and one page for each statement."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from majlis.engine.errors import Refused
from majlis.workspace.commons import words
from majlis.workspace.commons.queries import load, shown_to, visible
from majlis.workspace.commons.texts import Text
from majlis.workspace.rooms.consultations import queries as room
from majlis.workspace.rooms.consultations import rules
from majlis.workspace.rooms.consultations.actions.moderating import answer_appeal, moderate_statement, undo_decision
from majlis.workspace.rooms.consultations.actions.revising import (
    agree_to_mending,
    edit_statement,
    is_free,
    leave_mending,
    propose_mending,
    replace_statement,
)
from majlis.workspace.rooms.consultations.forms.moderating import AnswerForm, DecisionForm, NoteForm, RevisionForm
from majlis.workspace.rooms.consultations.hints import hints
from majlis.workspace.rooms.consultations.models import Consultation, Decision, Statement
from majlis.workspace.rooms.consultations.queries import moderating as queries
from majlis.workspace.rooms.consultations.views import asks_first

CONFLICT = 409


@require_safe
def queue(request: HttpRequest, pk: UUID) -> HttpResponse:
    """List what waits, appeals, and the statements that were decided about."""
    consultation, member = moderated_consultation(request, pk), request.member
    context = {
        "consultation": consultation,
        "waiting": [(statement, marks(statement)) for statement in load(queries.waiting(consultation, member))],
        "mendings": [(m, rules.may_agree(member, m)) for m in queries.mendings_waiting(consultation, member)],
        "appeals": [
            (statement, queries.may_answer(statement))
            for statement in visible(queries.appeals(consultation, member), member)
        ],
        "others": visible(queries.moderated(consultation, member), member),
        "refused": queries.refused_by_reason(consultation),
    }
    return render(request, "consultations/moderation.html", context)


@asks_first
def statement(request: HttpRequest, pk: UUID, statement: UUID) -> HttpResponse:
    """Show a statement with its history, and take a decision about it or an undo."""
    found = find_statement(request, pk, statement)
    if request.method != "POST":
        return _show(request, found)
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    return act(request, found)


@asks_first
def revise(request: HttpRequest, pk: UUID, statement: UUID) -> HttpResponse:
    """Change a statement's words, propose to mend a typo, or put a new statement in its place."""
    found = find_statement(request, pk, statement)
    if request.method != "POST":
        return _words(request, found, RevisionForm.beside(found, str(found.text)))
    form = RevisionForm(request.POST)
    if not form.is_valid():
        return _words(request, found, form, status=400)
    try:
        return _revise(request, found, form)
    except Refused as refusal:
        now = find_again(found)
        again = RevisionForm.beside(now, form.cleaned_data["text"])
        return _words(request, now, again, refused=refusal.rule, status=CONFLICT)


def moderated_consultation(request: HttpRequest, pk: UUID) -> Consultation:
    """Give the consultation to those who moderate it; Refused for everybody else who may see it."""
    consultation = room.find_listed(request.member, pk)
    if consultation is None:
        raise Http404
    if not rules.may_read_moderated(request.member, consultation):
        raise Refused("may-read-moderated")
    return consultation


def find_statement(request: HttpRequest, pk: UUID, statement: UUID) -> Statement:
    """Give one of its statements to those who moderate it and may see it."""
    consultation = moderated_consultation(request, pk)
    found = Statement.objects.select_related("consultation__institution").filter(pk=statement)
    if not (seen := load(shown_to(found.filter(consultation=consultation), request.member))):
        raise Http404
    return seen[0]


def marks(statement: Statement) -> list[str]:
    """What a moderator may want to look at, as keys of the catalogue."""
    return [f"hint-{name}" for name in hints(str(statement.text))]


def _accept(request: HttpRequest, statement: Statement) -> HttpResponse:
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _show(request, statement, decision=form, status=400)
    return _done(request, statement, moderate_statement, out=False, **form.said())


def _take_out(request: HttpRequest, statement: Statement) -> HttpResponse:
    form = DecisionForm(request.POST)
    if not form.insist_on_reason():
        return _show(request, statement, decision=form, status=400)
    reason = form.cleaned_data["reason"]
    return _done(request, statement, moderate_statement, out=True, reason=reason, **form.said())


def _undo(request: HttpRequest, statement: Statement) -> HttpResponse:
    form = NoteForm(request.POST)
    if not form.is_valid():
        raise Http404
    return _done(request, statement, undo_decision, seen=form.cleaned_data["seen"])


def _grant(request: HttpRequest, statement: Statement) -> HttpResponse:
    return _answer(request, statement, granted=True)


def _reject(request: HttpRequest, statement: Statement) -> HttpResponse:
    return _answer(request, statement, granted=False)


def _answer(request: HttpRequest, statement: Statement, *, granted: bool) -> HttpResponse:
    form = AnswerForm(request.POST)
    if not (form.is_valid() if granted else form.insist_on_note()):
        return _show(request, statement, answer=form, status=400)
    return _done(request, statement, answer_appeal, granted=granted, **form.said())


def _agree(request: HttpRequest, statement: Statement) -> HttpResponse:
    return _decide_mending(request, statement, agree_to_mending, "revise-mended")


def _leave(request: HttpRequest, statement: Statement) -> HttpResponse:
    return _decide_mending(request, statement, leave_mending, "mending-left")


def _decide_mending(request: HttpRequest, statement: Statement, act: Callable[..., object], done: str) -> HttpResponse:
    """Decide about the proposal that the reader had before their eyes, and no other."""
    mending = statement.mendings.filter(pk=_pk(request.POST.get("mending", ""))).first()
    if mending is None:
        raise Http404
    try:
        act(mending=mending)
    except Refused as refusal:
        return _show(request, find_again(statement), refused=refusal.rule, status=CONFLICT)
    messages.success(request, words.say(done))
    return redirect("consultations:statement", statement.consultation_id, statement.pk)


def _pk(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


ACTS = {
    "in": _accept,
    "out": _take_out,
    "undo": _undo,
    "grant": _grant,
    "reject": _reject,
    "agree": _agree,
    "leave": _leave,
}


def _done(request: HttpRequest, statement: Statement, act: Callable[..., Decision], **said: object) -> HttpResponse:
    """Do it and go back to the queue; whoever is refused sees what stands, and keeps what they wrote."""
    try:
        act(statement=statement, **said)
    except Refused as refusal:
        kept = {"note": request.POST.get("note", ""), "reason": request.POST.get("reason", "")}
        return _show(request, find_again(statement), kept=kept, refused=refusal.rule, status=CONFLICT)
    messages.success(request, words.say("moderation-done"))
    return redirect("consultations:moderation", statement.consultation_id)


def find_again(statement: Statement) -> Statement:
    """Read the statement as it stands now."""
    return Statement.objects.select_related("consultation__institution").get(pk=statement.pk)


def _show(
    request: HttpRequest,
    statement: Statement,
    *,
    decision: DecisionForm | None = None,
    answer: AnswerForm | None = None,
    kept: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    past = queries.history(statement)
    initial = {**(kept or {}), "seen": len(past)}
    mending = queries.mending_of(statement)
    context = {
        "consultation": statement.consultation,
        "statement": statement,
        "marks": marks(statement),
        "past": visible(past, request.member),
        "replaced_by": _in_its_place(request, statement),
        "standing": queries.standing_decision(statement),
        "appeal_open": queries.appeal_is_open(statement),
        "may_decide": rules.may_decide(request.member, statement) and not hasattr(statement, "replaced_by"),
        "others_may": queries.may_answer(statement),
        "decision": decision or DecisionForm(initial=initial),
        "answer": answer or AnswerForm(initial=initial),
        "seen": len(past),
        "refused": refused,
        "kept": (kept or {}).get("note"),
        "mending": mending,
        "may_agree": mending is not None and rules.may_agree(request.member, mending),
        "who_may_agree": queries.who_may_agree(mending) if mending else [],
    }
    return render(request, "consultations/statement.html", context, status=status)


def _words(
    request: HttpRequest, statement: Statement, form: RevisionForm, *, refused: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "consultation": statement.consultation,
        "statement": statement,
        "form": form,
        "free": is_free(statement),
        "refused": refused,
        "past": visible(queries.history(statement), request.member) if refused else [],
        "replaced_by": _in_its_place(request, statement),
    }
    return render(request, "consultations/revise.html", context, status=status)


def _in_its_place(request: HttpRequest, statement: Statement) -> Statement | None:
    """The statement that took its place, where the reader may see that one."""
    return next(iter(visible(Statement.objects.filter(replaces=statement), request.member)), None)


def _revise(request: HttpRequest, statement: Statement, form: RevisionForm) -> HttpResponse:
    text, seen = form.cleaned_data["text"], form.cleaned_data["seen"]
    act = request.POST.get("act")
    if act == "replace":
        new = Text.write(text, statement.text.original)
        replace_statement(statement=statement, text=new, seen=seen, decisions=form.cleaned_data["decisions"])
        messages.success(request, words.say("revise-replaced"))
    elif act == "edit":
        edit_statement(statement=statement, text=text, seen=seen)
        messages.success(request, words.say("revise-mended"))
    else:
        propose_mending(statement=statement, text=text, seen=seen)
        messages.success(request, words.say("mending-proposed"))
    return redirect("consultations:statement", statement.consultation_id, statement.pk)
