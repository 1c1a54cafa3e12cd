"""Pages that write: a form over a record, and what happens when two people write at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from majlis.engine.errors import Refused
from majlis.engine.handling import Handling
from majlis.workspace.commons import words
from majlis.workspace.commons.actions import key_of
from majlis.workspace.commons.edits import Outdated, Unfit, stamp
from majlis.workspace.commons.models import Record
from majlis.workspace.commons.once import once
from majlis.workspace.commons.record_forms import Edit, ReasonForm
from majlis.workspace.commons.rooms import Line, line_of

Act = Callable[[Any], Record]
asks_first = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Desk:
    """What a writing page says around its form: the key of its title, where it stands and leads back, who will see.

    template, shown: a page that shows more before the form, and what it shows. after: where it leads when it is done,
    instead of to the record's page; done: the key of what is then said.
    """

    title: str
    back: Line
    handling: Handling | None = None
    record: Record | None = None
    initial: dict[str, Any] = field(default_factory=dict)
    template: str = "commons/edit.html"
    shown: dict[str, Any] = field(default_factory=dict)
    after: Callable[[Record], str] | None = None
    done: str = ""


def edit(request: HttpRequest, form_class: type[Edit], desk: Desk, act: Act) -> HttpResponse:
    """Show the form, or carry it out and lead to what was written; whatever is wrong, what was typed stays."""
    record = desk.record
    initial = {**form_class.initial_of(record), "seen": stamp(record)} if record else desk.initial
    bound = request.method == "POST"
    form = form_class(request.POST if bound else None, initial=initial)
    status, differences = 200, []
    if bound:
        try:
            if form.is_valid():
                return redirect(once(request, lambda: _done(request, act(form), desk)))
            status = 400
        except Unfit as unfit:
            status = 400
            for sentence in unfit.sentences():
                form.add_error(None, sentence)
        except Outdated:
            status = 409
            form, differences = _compared(form, record)
        except Refused as refused:
            status = 400
            form.add_error(None, words.say(refused.rule))
    context = {**desk.shown, "form": form, "desk": desk, "differences": differences, "conflict": status == 409}
    return render(request, desk.template, context, status=status)


def _done(request: HttpRequest, record: Record, desk: Desk) -> str:
    if desk.done:
        messages.success(request, words.say(desk.done))
    return desk.after(record) if desk.after else _place_of(record, desk)


def _place_of(record: Record, desk: Desk) -> str:
    line = line_of(record)
    return line.url if line else desk.back.url


def _compared(form: Edit, record: Record) -> tuple[Edit, list[tuple[str, str, str]]]:
    """Give the form anew, knowing the record as it stands now, and what was typed beside what stands there."""
    now = type(record)._default_manager.get(pk=record.pk)
    standing = type(form)(initial=type(form).initial_of(now))
    data = form.data.copy()
    data["seen"] = stamp(now)
    again = type(form)(data, initial=standing.initial)
    again.is_valid()
    return again, differences_of(standing, form)


def differences_of(standing: Form, form: Form) -> list[tuple[str, str, str]]:
    """Give by label what stands in the one form beside what was typed in the other, where the two differ."""
    pairs = [(name, standing[name].value(), form[name].value()) for name in form.fields if name != "seen"]
    differ = [(name, old, new) for name, old, new in pairs if _plain(old) != _plain(new)]
    return [(_label(form, name), _named(form, name, old), _named(form, name, new)) for name, old, new in differ]


def _label(form: Form, name: str) -> str:
    base, _, code = name.rpartition("_")
    label, wordings = str(form.fields[name].label), getattr(form, "wordings", {})
    return f"{words.say(wordings[base].label)} · {label}" if base in wordings and code else label


def _named(form: Form, name: str, value: object) -> str:
    """Write a value as the reader knows it: what can be chosen from a list goes by its label."""
    labels = {str(choice): str(label) for choice, label in getattr(form.fields[name], "choices", ())}
    many = value if isinstance(value, list | tuple) else [value]
    return _plain([labels.get(str(one), one) for one in many]) if labels and value else _plain(value)


def _plain(value: object) -> str:
    """Write a value of a form as it is typed, so that what was read and what was sent can be compared."""
    if isinstance(value, list | tuple):
        return ", ".join(sorted(map(str, value)))
    if hasattr(value, "strftime") and not hasattr(value, "year"):
        return value.strftime("%H:%M")
    return {None: "", False: "", True: "✓", "on": "✓"}.get(value, str(value)).replace("\r\n", "\n").strip()


def withdraw(request: HttpRequest, desk: Desk, after: str, act: Callable[[str], Record]) -> HttpResponse:
    """Ask why something is taken off, and take it off."""
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():

        def carried_out() -> str:
            act(form.cleaned_data["reason"])
            if desk.done:
                messages.success(request, words.say(desk.done))
            return after

        return redirect(once(request, carried_out))
    context = {"form": form, "desk": desk}
    return render(request, "commons/withdraw.html", context, status=400 if form.is_bound else 200)


def written(form: Edit) -> dict[str, Any]:
    """Give what the act takes, with the mark of what the writer saw."""
    return {**form.arguments(), "seen": form.cleaned_data["seen"]}


def found(record: Any) -> Any:
    """Give the record; the page does not exist for a reader for whom there is none."""
    if record is None:
        raise Http404
    return record


def insist(rule: Callable[..., bool], request: HttpRequest, record: Record) -> None:
    """Insist that the reader may change the record; Refused where the rule says no."""
    if not rule(request.member, record):
        raise Refused(key_of(rule))
