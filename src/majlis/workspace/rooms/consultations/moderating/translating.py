"""The translators' side: what waits for a translation or a review, and the consultation's own texts."""

from __future__ import annotations

import csv
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from majlis.engine.errors import Refused
from majlis.engine.text import shown, spreadsheet_cell
from majlis.workspace.commons import reads, words
from majlis.workspace.commons.exports import attachment
from majlis.workspace.commons.texts import Version
from majlis.workspace.rooms.consultations import queries as room
from majlis.workspace.rooms.consultations import rules
from majlis.workspace.rooms.consultations.actions.translating import (
    Wording,
    assign_translation,
    import_translations,
    propose_translation,
    review_translation,
    review_wording,
    translate_consultation,
)
from majlis.workspace.rooms.consultations.forms.moderating import AssignForm, TranslationForm, TranslationsFileForm
from majlis.workspace.rooms.consultations.models import Consultation, Statement
from majlis.workspace.rooms.consultations.queries import translating as queries
from majlis.workspace.rooms.consultations.queries.translating import Task
from majlis.workspace.rooms.consultations.views import asks_first

LISTS = ("mine", "overdue", "open", "all")
FIELD_NAMES = {
    "text": "consultation-title",
    "headline": "texts-headline",
    "introduction": "consultation-introduction",
    "consent": "texts-consent",
    "help_line": "texts-help-line",
}
COLUMNS = ("statement", "into", "language", "original", "translation", "state")


@require_safe
def translations(request: HttpRequest, pk: UUID) -> HttpResponse:
    """List what waits for a translation or a review."""
    consultation = _consultation(request, pk)
    return _list(request, consultation, TranslationsFileForm(consultation, request.member))


@require_safe
def translations_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give all translations as a CSV file, to be filled in and brought back."""
    consultation = _consultation(request, pk)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    writer = csv.writer(response)
    writer.writerow(COLUMNS)
    for task in _tasks(request, consultation):
        writer.writerow(map(spreadsheet_cell, _row(task)))
    return attachment(response, f"translations-{pk}.csv")


@asks_first
def import_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a file of translations, all or none."""
    if request.method != "POST":
        return redirect("consultations:translations", pk)
    consultation = _consultation(request, pk)
    if not rules.may_import_translations(request.member, consultation):
        raise Refused("may-import-translations")
    form = TranslationsFileForm(consultation, request.member, request.POST, request.FILES)
    if not form.is_valid():
        return _list(request, consultation, form, status=400)
    changed = import_translations(consultation=consultation, texts=form.cleaned_data["file"])
    messages.success(request, words.say("translations-imported", count=len(changed)))
    return redirect("consultations:translations", pk)


@asks_first
def translation(request: HttpRequest, pk: UUID, statement: UUID, into: str) -> HttpResponse:
    """Show the original beside its translation; take a proposal, a review or who has it in hand."""
    found = _statement(request, pk, statement)
    task = queries.find_task(found, into, request.member)
    if task is None:
        return _not_wanted(request, found)
    reads.note([found])
    held = queries.version_in(task.statement.text, into)
    forms = {
        "propose": TranslationForm(into, initial={"text": held.text if held else ""}),
        "assign": AssignForm(task),
    }
    if request.method != "POST":
        return _work(request, task, forms)
    act = {"propose": _propose, "review": _review, "assign": _assign}.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    return act(request, task, forms)


@asks_first
def texts(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the consultation's own texts in the other languages; take a translation or a review."""
    consultation = _consultation(request, pk)
    if not rules.may_change(request.member, consultation):
        raise Refused("may-change")
    if request.method != "POST":
        return _texts(request, consultation)
    wording = _wording(request, consultation)
    if not wording.text:
        return _texts(request, consultation, wording, words.say("nothing-to-read"))
    try:
        (review_wording if request.POST.get("act") == "review" else translate_consultation)(
            consultation=consultation, wording=wording
        )
    except Refused as refusal:
        return _texts(request, consultation, wording, words.say(refusal.rule))
    messages.success(request, words.say("translation-saved"))
    return redirect("consultations:texts", pk)


def _propose(request: HttpRequest, task: Task, forms: dict[str, object]) -> HttpResponse:
    form = TranslationForm(task.into, request.POST)
    if form.is_valid():
        try:
            propose_translation(statement=task.statement, into=task.into, text=form.cleaned_data["text"])
            return _saved(request, task)
        except Refused as refusal:
            form.add_error(None, words.say(refusal.rule))
    return _work(request, task, forms | {"propose": form}, status=400)


def _review(request: HttpRequest, task: Task, forms: dict[str, object]) -> HttpResponse:
    try:
        review_translation(statement=task.statement, into=task.into, seen=request.POST.get("seen", ""))
    except Refused as refusal:
        if refusal.rule != "translation-changed":
            raise
        return _work(request, task, forms, problem=words.say(refusal.rule), status=409)
    return _saved(request, task)


def _assign(request: HttpRequest, task: Task, forms: dict[str, object]) -> HttpResponse:
    form = AssignForm(task, request.POST)
    if form.is_valid():
        try:
            assign_translation(statement=task.statement, into=task.into, **form.arguments())
            return _saved(request, task)
        except Refused as refusal:
            form.add_error("reviewer", words.say(refusal.rule))
    return _work(request, task, forms | {"assign": form}, status=400)


def _saved(request: HttpRequest, task: Task) -> HttpResponse:
    messages.success(request, words.say("translation-saved"))
    return redirect("consultations:translation", task.statement.consultation_id, task.statement.pk, task.into)


def _list(
    request: HttpRequest, consultation: Consultation, form: TranslationsFileForm, status: int = 200
) -> HttpResponse:
    tasks = _tasks(request, consultation)
    show = request.GET.get("show", "")
    show = show if show in LISTS else "all"
    counts = [(name, f"translations-{name}", len(queries.chosen(tasks, name, request.member))) for name in LISTS]
    context = {
        "consultation": consultation,
        "tasks": queries.chosen(tasks, show, request.member),
        "show": show,
        "lists": counts,
        "form": form,
        "may_import": rules.may_import_translations(request.member, consultation),
        "may_change": rules.may_change(request.member, consultation),
    }
    return render(request, "consultations/translations.html", context, status=status)


def _work(
    request: HttpRequest, task: Task, forms: dict[str, object], problem: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "consultation": task.statement.consultation,
        "task": task,
        "held": queries.version_in(task.statement.text, task.into),
        "may_translate": rules.may_translate(request.member, task.statement, task.into),
        "may_review": rules.may_review(request.member, task.statement, task.into),
        "may_assign": rules.may_assign(request.member, task.statement),
        "problem": problem,
        **forms,
    }
    return render(request, "consultations/translation.html", context, status=status)


def _texts(
    request: HttpRequest, consultation: Consultation, wrong: Wording | None = None, problem: str = ""
) -> HttpResponse:
    rows = [
        _text_row(request, consultation, name, into, wrong)
        for name, text in queries.own_texts(consultation)
        for into in queries.others(text)
    ]
    context = {"consultation": consultation, "rows": rows, "problem": problem}
    return render(request, "consultations/texts.html", context, status=400 if problem else 200)


def _text_row(
    request: HttpRequest, consultation: Consultation, name: str, into: str, wrong: Wording | None
) -> dict[str, object]:
    text = getattr(consultation, name)
    held = queries.version_in(text, into)
    typed = wrong.text if wrong and (wrong.name, wrong.into) == (name, into) else None
    unreviewed = held is not None and held.state == "unreviewed"
    return {
        "name": name,
        "title": FIELD_NAMES[name],
        "into": into,
        "direction": "rtl" if into == "ar" else "ltr",
        "original": text.in_language(text.original),
        "held": held,
        "typed": _words(held) if typed is None else typed,
        "may_review": unreviewed and queries.may_review_text(request.member, consultation, name, into),
    }


def _wording(request: HttpRequest, consultation: Consultation) -> Wording:
    name, into = request.POST.get("name", ""), request.POST.get("into", "")
    text = dict(queries.own_texts(consultation)).get(name)
    if text is None or into not in queries.others(text):
        raise Http404
    return Wording(consultation, name, into, shown(request.POST.get("text", "").replace("\r\n", "\n")))


def _tasks(request: HttpRequest, consultation: Consultation) -> list[Task]:
    tasks = queries.tasks_of(consultation, request.member)
    reads.note(task.statement for task in tasks)
    return tasks


def _row(task: Task) -> tuple[str, ...]:
    text, held = task.statement.text, queries.version_in(task.statement.text, task.into)
    return (task.statement.code, task.into, text.original, str(text), _words(held), task.state.value)


def _words(held: Version | None) -> str:
    return held.text if held else ""


def _not_wanted(request: HttpRequest, statement: Statement) -> HttpResponse:
    """Give a translator's words back where the statement was taken out meanwhile; nothing of the statement is told."""
    if not (typed := request.POST.get("text", "")):
        raise Http404
    context = {"consultation": statement.consultation, "typed": typed, "why": "translation-not-wanted"}
    return render(request, "consultations/kept.html", context, status=409)


def _statement(request: HttpRequest, pk: UUID, statement: UUID) -> Statement:
    consultation = _consultation(request, pk)
    found = Statement.objects.select_related("consultation__institution").filter(pk=statement)
    if (one := found.filter(consultation=consultation).first()) is None:
        raise Http404
    return one


def _consultation(request: HttpRequest, pk: UUID) -> Consultation:
    consultation = room.find_listed(request.member, pk)
    if consultation is None:
        raise Http404
    if not rules.may_see_translations(request.member, consultation):
        raise Refused("may-see-translations")
    return consultation
