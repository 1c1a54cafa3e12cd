"""The pages on which members remark on a text, answer a remark, and take their own back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from majlis.engine.errors import Refused
from majlis.workspace.commons import words
from majlis.workspace.commons.editing import Desk, asks_first, found, insist, withdraw
from majlis.workspace.commons.edits import Outdated
from majlis.workspace.commons.models import Record
from majlis.workspace.commons.once import once
from majlis.workspace.commons.rooms import Line, line_of
from majlis.workspace.commons.typed import kept
from majlis.workspace.rooms.strategy import actions, queries, remarks, rules
from majlis.workspace.rooms.strategy.models import Recommendation, Remark
from majlis.workspace.rooms.strategy.round_forms import RemarkForm

DONE = {"remark-make": "remark-made", "remark-answer": "remark-answer-saved"}


@asks_first
def remark(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Remark on a text."""
    about = queries.find_recommendation(request.member, pk)
    if request.method == "POST" and (request.member is None or about is None):
        return kept(request, words.say("kept-signed-out" if request.member is None else "remark-text-gone"))
    about = found(about)
    insist(rules.may_remark, request, about)

    def make(form: RemarkForm) -> Record:
        return actions.make_remark(about=about, text=form.written())

    return _page(request, "remark-make", about, RemarkForm(request.POST or None), make)


@asks_first
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Answer a remark, or change the answer."""
    said = remarks.find_remark(request.member, pk)
    if request.method == "POST" and said is None:
        return kept(request, words.say("kept-signed-out" if request.member is None else "remark-gone"))
    said = found(said)
    insist(rules.may_answer_remark, request, said)
    form = RemarkForm(request.POST or None, initial=_initial(said))

    def write(form: RemarkForm) -> Record:
        return actions.answer_remark(remark=said, answer=form.written(), seen=form.cleaned_data["seen"])

    return _page(request, "remark-answer", said.about, form, write, said)


@asks_first
def withdraw_remark(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take back one's own remark, after asking why."""
    said = found(remarks.find_remark(request.member, pk))
    insist(rules.may_withdraw_remark, request, said)
    back = line_of(said.about)
    desk = Desk("remark-withdraw", Line(back.text, f"{back.url}#remarks"), record=said, done="remark-withdrawn")
    return withdraw(
        request, desk, f"{back.url}#remarks", lambda reason: actions.withdraw_remark(remark=said, reason=reason)
    )


def _initial(said: Remark) -> dict[str, str]:
    held = said.answer
    initial = {"seen": remarks.answer_stamp(said)}
    return {**initial, "text": str(held), "language": held.original} if held else initial


def _page(
    request: HttpRequest,
    title: str,
    about: Recommendation,
    form: RemarkForm,
    act: Callable[[RemarkForm], Record],
    said: Remark | None = None,
) -> HttpResponse:
    """Show the form, or carry it out; a refusal gives the form back with its words."""
    status, refusal, now = (400 if form.is_bound else 200), "", said
    if form.is_valid():

        def carried_out() -> str:
            act(form)
            messages.success(request, words.say(DONE[title]))
            return f"{line_of(about).url}#remarks"

        try:
            return redirect(once(request, carried_out))
        except Outdated:
            now = remarks.find_remark(request.member, said.pk)
            refusal, status, form = words.say("remark-answered-meanwhile"), 409, _again(form, now)
        except Refused as refused:
            refusal, status = words.say(refused.rule), 409
    context = {"title": title, "about": about, "form": form, "refusal": refusal, "remark": now, "back": line_of(about)}
    return render(request, "strategy/remark.html", context, status=status)


def _again(form: RemarkForm, now: Remark | None) -> RemarkForm:
    """Give the form anew, knowing the answer as it stands now."""
    data = form.data.copy()
    data["seen"] = remarks.answer_stamp(now) if now else ""
    return RemarkForm(data)
