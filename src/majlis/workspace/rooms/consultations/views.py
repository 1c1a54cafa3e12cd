"""The pages of the consultations room."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from majlis.engine.errors import Refused
from majlis.workspace.commons import words
from majlis.workspace.commons.actions import key_of
from majlis.workspace.commons.editing import differences_of
from majlis.workspace.commons.edits import Outdated, stamp
from majlis.workspace.commons.exports import attachment
from majlis.workspace.commons.models import Question, Run
from majlis.workspace.commons.queries import may_see, visible
from majlis.workspace.commons.rooms import Line, line_of
from majlis.workspace.commons.rules import may_draft_at_home, may_recompute
from majlis.workspace.rooms.consultations import actions, queries, rules, tasks
from majlis.workspace.rooms.consultations import codes as printing
from majlis.workspace.rooms.consultations.forms import ConsultationForm, EditForm, StatementsForm
from majlis.workspace.rooms.consultations.forms.voting import CodesForm, RevokeForm
from majlis.workspace.rooms.consultations.models import Consultation, Stage
from majlis.workspace.rooms.consultations.pages import MapPage
from majlis.workspace.rooms.consultations.queries import voting
from majlis.workspace.rooms.consultations.queries.hall import out_of_sight
from majlis.workspace.rooms.consultations.queries.moderating import moderation_of
from majlis.workspace.rooms.consultations.sheets import HallAddress

View = Callable[..., HttpResponse]
asks_first = require_http_methods(["GET", "HEAD", "POST"])


def posted_from(page: str) -> Callable[[View], View]:
    """Let the view answer POST; a reload or a language link there leads back to the page that has the form."""

    def declare(view: View) -> View:
        @asks_first
        @wraps(view)
        def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
            return view(request, pk) if request.method == "POST" else redirect(page, pk)

        return answer

    return declare


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the consultations that the reader may see."""
    member = request.member
    context = {
        "consultations": queries.listed(member),
        "may_organise": member is not None and rules.may_organise(member, member.institution),
    }
    return render(request, "consultations/index.html", context)


@login_required
@asks_first
def create(request: HttpRequest) -> HttpResponse:
    """Begin a consultation."""
    member = request.member
    if member is None or not rules.may_organise(member, member.institution):
        raise Refused("may-organise")
    form = ConsultationForm(request.POST or None, initial={"language": words.language()})
    if form.is_valid():
        within = _within(request)
        consultation = actions.create_consultation(institution=member.institution, within=within, **form.arguments())
        return redirect("consultations:detail", consultation.pk)
    return render(request, "consultations/create.html", {"form": form}, status=400 if form.is_bound else 200)


@require_safe
def detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a consultation with its statements."""
    return _detail(request, _consultation(request, pk), StatementsForm(initial={"language": words.language()}))


@asks_first
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what the form of a consultation says; once it is open only what changes no vote's meaning."""
    consultation = _consultation(request, pk)
    _insist(rules.may_organise, request, consultation.institution)
    form = EditForm(consultation, request.POST or None)
    if not form.is_bound:
        _insist(rules.may_change, request, consultation)
    if form.is_valid():
        try:
            changes, seen = form.changes(), form.cleaned_data["seen"]
            actions.edit_consultation(consultation=consultation, changes=changes, seen=seen)
            messages.success(request, words.say("consultation-edited"))
            return redirect("consultations:detail", pk)
        except Outdated:
            return _conflict(request, form)
        except Refused as refusal:
            form.add_error(None, words.say(refusal.rule))
    context = {"consultation": consultation, "form": form}
    return render(request, "consultations/edit.html", context, status=400 if form.is_bound else 200)


@require_safe
def codes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show which batches of codes there are, and the forms that make and revoke codes."""
    consultation = _consultation(request, pk)
    return _codes(request, consultation, CodesForm(consultation), RevokeForm())


@posted_from("consultations:codes")
def create_codes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make a batch of codes and show its sheet, this once."""
    consultation = _consultation(request, pk)
    _insist(rules.may_change, request, consultation)
    form = CodesForm(consultation, request.POST)
    if not form.is_valid():
        return _codes(request, consultation, form, RevokeForm(), status=400)
    try:
        return _sheet(request, consultation, actions.create_codes(consultation=consultation, **form.arguments()))
    except actions.AlreadySent:
        return _sheet(request, consultation, voting.codes_again(consultation, **form.arguments()), again=True)


@posted_from("consultations:codes")
def revoke_code(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Revoke a code; where a new one is wanted, show its sheet, this once."""
    consultation = _consultation(request, pk)
    _insist(rules.may_change, request, consultation)
    form = RevokeForm(request.POST)
    if form.is_valid():
        try:
            return _revoke(request, consultation, form.cleaned_data["named"])
        except Refused as refusal:
            form.add_error("named", words.say(refusal.rule))
    return _codes(request, consultation, CodesForm(consultation), form, status=400)


@posted_from("consultations:detail")
def add_statements(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add statements, one a line; all of them or none."""
    consultation = _consultation(request, pk)
    _insist(rules.may_organise, request, consultation.institution)
    form = StatementsForm(request.POST)
    if consultation.is_closed:
        form.add_error(None, words.say_later("statements-after-closing"))
    if not form.is_valid():
        return _detail(request, consultation, form, status=400)
    with transaction.atomic():
        for text in form.texts():
            actions.add_statement(consultation=consultation, text=text)
    messages.success(request, words.say("statements-added", count=len(form.texts())))
    return redirect("consultations:detail", pk)


@posted_from("consultations:detail")
def open_voting(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open the voting."""
    consultation = _consultation(request, pk)
    _insist(rules.may_organise, request, consultation.institution)
    if consultation.state != Stage.DRAFT:
        messages.info(request, words.say("consultation-open-already"))
        return redirect("consultations:detail", pk)
    if out_of_sight(consultation) and "anyway" not in request.POST:
        return render(request, "consultations/open.html", {"consultation": consultation})
    actions.open_consultation(consultation=consultation)
    messages.success(request, words.say("consultation-opened"))
    return redirect("consultations:detail", pk)


@asks_first
def close_voting(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask for a confirmation, then close the voting and have the map computed."""
    consultation = _consultation(request, pk)
    _insist(rules.may_organise, request, consultation.institution)
    if consultation.state == Stage.DRAFT:
        raise Refused("consultation-takes-no-votes")
    if consultation.is_open and request.method != "POST":
        context = {"consultation": consultation, "waiting": queries.waiting_ballots(consultation)}
        return render(request, "consultations/close.html", context)
    if consultation.is_closed or not _closes(consultation):
        messages.info(request, words.say("consultation-closed-before"))
    return redirect("consultations:map", pk)


@require_safe
def opinion_map(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show where the consultation agrees and divides, and how sure that is."""
    consultation = _consultation(request, pk)
    run = _visible_map(request, consultation)
    context = {
        "consultation": consultation,
        "under_way": queries.map_under_way(consultation),
        "failed": queries.failed_map(consultation),
        "may_compute": rules.may_compute_map(request.member, consultation),
        "may_recompute": run is not None and may_recompute(request.member, run),
        "page": MapPage(consultation, run) if run else None,
        "may_draft": may_draft_at_home(request.member),
    }
    return render(request, "consultations/map.html", context)


@posted_from("consultations:map")
def compute_map(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Have the map computed."""
    consultation = _consultation(request, pk)
    _insist(rules.may_compute_map, request, consultation)
    tasks.request_map(consultation=consultation)
    return redirect("consultations:map", pk)


@require_safe
def map_progress(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say how far the map is; once it is there the page is loaded again."""
    run = queries.map_under_way(_consultation(request, pk))
    if run is None:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "consultations/progress.html", {"consultation_id": pk, "run": run})


@require_safe
def map_json(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the map's document, as `majlis analyse` writes it."""
    run = _map_or_404(request, pk)
    response = JsonResponse(run.result, json_dumps_params={"ensure_ascii": False, "indent": 1})
    return attachment(response, f"opinion-map-{pk}.json")


@require_safe
def map_table(request: HttpRequest, pk: UUID, table: str) -> HttpResponse:
    """Give one of the map's tables as CSV."""
    run = _map_or_404(request, pk)
    found = MapPage(Consultation.objects.get(pk=pk), run).table(table)
    if found is None:
        raise Http404
    # The mark at the start lets spreadsheets read the file as UTF-8.
    response = HttpResponse("\ufeff" + found.to_csv(), content_type="text/csv; charset=utf-8")
    return attachment(response, f"{table}-{pk}.csv")


def _detail(request: HttpRequest, consultation: Consultation, form: StatementsForm, status: int = 200) -> HttpResponse:
    final = _visible_map(request, consultation)
    context = {
        "consultation": consultation,
        "statements": visible(queries.statements_seen(consultation), request.member),
        "may_change": rules.may_change(request.member, consultation),
        "may_read_moderated": rules.may_read_moderated(request.member, consultation),
        "voters": _shown_voters(final),
        "asked_within": _line_of_outer(request, consultation),
        "has_map": final is not None,
        "form": form,
        "shows_form": rules.may_change(request.member, consultation) or form.is_bound,
        **queries.in_the_hall(request.member, consultation),
        "moderation": moderation_of(request.member, consultation),
    }
    return render(request, "consultations/detail.html", context, status=status)


def _conflict(request: HttpRequest, form: EditForm) -> HttpResponse:
    """Show what somebody else wrote in the meantime beside what was typed; saving again overwrites it knowingly."""
    now = Consultation.objects.select_related("institution").get(pk=form.consultation.pk)
    data = form.data.copy()
    data["seen"] = stamp(now)
    again = EditForm(now, data)
    context = {
        "consultation": now,
        "form": again,
        "conflict": True,
        "differences": differences_of(EditForm(now), again),
    }
    return render(request, "consultations/edit.html", context, status=409)


def _line_of_outer(request: HttpRequest, consultation: Consultation) -> Line | None:
    """The line that leads to the question within which this one is asked, where the reader may see it."""
    outer = consultation.within
    return line_of(outer.special()) if outer is not None and may_see(request.member, outer) else None


def _within(request: HttpRequest) -> Question | None:
    """Find the question that the new consultation belongs to, where the address names one that the reader may see.

    A consultation holds none.
    """
    try:
        wanted = UUID(request.GET.get("within", ""))
    except ValueError:
        return None
    found = Question.objects.filter(pk=wanted).exclude(kind=Consultation._meta.label_lower).first()
    return found if found is not None and may_see(request.member, found) else None


def _codes(
    request: HttpRequest, consultation: Consultation, new: CodesForm, revoke: RevokeForm, status: int = 200
) -> HttpResponse:
    _insist(rules.may_change, request, consultation)
    batches = queries.batches_of(consultation)
    context = {
        "consultation": consultation,
        "batches": batches,
        "new": new,
        "revoke": revoke,
        "out_of_sight": out_of_sight(consultation),
    }
    return render(request, "consultations/codes.html", context, status=status)


def _revoke(request: HttpRequest, consultation: Consultation, named: str) -> HttpResponse:
    if "reissue" in request.POST:
        return _sheet(request, consultation, [actions.reissue_code(consultation=consultation, named=named)])
    serial = actions.revoke_code(consultation=consultation, named=named)
    messages.success(request, words.say("code-revoked", serial=serial))
    return redirect("consultations:codes", consultation.pk)


def _sheet(
    request: HttpRequest, consultation: Consultation, printed: list[actions.Printed], *, again: bool = False
) -> HttpResponse:
    context = {
        "again": again,
        "consultation": consultation,
        "address": HallAddress(request, consultation).shown,
        "out_of_sight": out_of_sight(consultation),
        "cards": [(one.serial, printing.grouped(one.code)) for one in printed],
        "languages": [code for code, _ in settings.LANGUAGES],
    }
    response = render(request, "consultations/code_sheet.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


def _consultation(request: HttpRequest, pk: UUID) -> Consultation:
    consultation = queries.find_listed(request.member, pk)
    if consultation is None:
        raise Http404
    return consultation


def _closes(consultation: Consultation) -> bool:
    """Close and have the map computed; False where somebody else closed in the same moment."""
    try:
        tasks.request_map(consultation=actions.close_consultation(consultation=consultation))
    except Refused:
        consultation.refresh_from_db()
        if not consultation.is_closed:
            raise
        return False
    return True


def _insist(rule: Callable[..., bool], request: HttpRequest, subject: object) -> None:
    if not rule(request.member, subject):
        raise Refused(key_of(rule))


def _visible_map(request: HttpRequest, consultation: Consultation) -> Run | None:
    run = queries.latest_map(consultation)
    return run if run is not None and may_see(request.member, run) else None


def _shown_voters(final: Run | None) -> int | None:
    """How many voted, as the map says it: another count beside it would give back what the gate holds."""
    return final.result["result"]["participants"]["voted"] if final else None


def _map_or_404(request: HttpRequest, pk: UUID) -> Run:
    run = _visible_map(request, _consultation(request, pk))
    if run is None:
        raise Http404
    return run
