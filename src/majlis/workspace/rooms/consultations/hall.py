"""The pages of a session in a hall: screen, entrance, sheets to print, paper ballots, closing at a set time, report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from majlis.engine.errors import Refused
from majlis.workspace.commons import keys, words
from majlis.workspace.commons.actions import key_of
from majlis.workspace.commons.exports import attachment
from majlis.workspace.commons.queries import may_see, visible
from majlis.workspace.commons.releases import enough_voters
from majlis.workspace.rooms.consultations import actions, queries, rules, tasks
from majlis.workspace.rooms.consultations.actions import Outcome
from majlis.workspace.rooms.consultations.forms import hall as forms
from majlis.workspace.rooms.consultations.models import Consultation
from majlis.workspace.rooms.consultations.pages import MapPage
from majlis.workspace.rooms.consultations.queries import hall as found
from majlis.workspace.rooms.consultations.screen import ALL_LANGUAGES, ScreenPage, language_now
from majlis.workspace.rooms.consultations.sheets import HallAddress, sayings

asks_first = require_http_methods(["GET", "HEAD", "POST"])
OUTCOMES = {
    Outcome.WAITS: "paper-waits",
    Outcome.COUNTED: "paper-counted",
    Outcome.DIFFERS: "paper-differs",
    Outcome.KNOWN: "paper-known",
}
LATE_SECONDS = 120
ANSWER_WORDS = {1: "vote-agree", -1: "vote-disagree", 0: "vote-pass"}
ANSWER_LETTERS = {1: "agree", -1: "disagree", 0: "pass"}


@never_cache
@require_safe
def screen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the hall where it agrees so far; asked by htmx, give the picture alone."""
    consultation = _in_the_hall(request, pk)
    chosen = request.GET.get("language", "")
    with translation.override(language_now(chosen)):
        context = {
            "consultation": consultation,
            "address": HallAddress(request, consultation) if consultation.entrance else None,
            "page": ScreenPage(consultation, request.member) if consultation.is_open else None,
            "language": words.language(),
            "query": urlencode({"language": chosen}) if chosen else "",
            "chosen": chosen,
            "all": ALL_LANGUAGES,
            "held": "hold" in request.GET,
        }
        template = "consultations/screen_live.html" if request.htmx else "consultations/screen.html"
        return render(request, template, context)


@require_safe
def doorway(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Lead to the page on which the code is typed, in the device's language."""
    return _by_device(redirect("consultations:entrance"))


@require_safe
def enter_by_code(request: HttpRequest, code: str) -> HttpResponse:
    """Lead from a printed address to the voting page, in the device's language."""
    asked = f"{reverse('consultations:entrance')}?{urlencode({'code': code})}"
    return _by_device(_to_vote(request, code) or redirect(asked))


@require_safe
def enter(request: HttpRequest) -> HttpResponse:
    """Ask for the code that stands on the screen or the poster."""
    typed = request.GET.get("code", "")[:40]
    known = _to_vote(request, typed) if typed else None
    context = {"typed": typed}
    return known or render(request, "consultations/entrance.html", context, status=404 if typed else 200)


@require_safe
def sheets(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the poster and the table tents, to print."""
    consultation = _in_the_hall(request, pk)
    if not consultation.entrance:
        raise Http404
    address = HallAddress(request, consultation)
    context = {"consultation": consultation, "address": address, "sayings": sayings(consultation)}
    context["out_of_sight"] = found.out_of_sight(consultation)
    return render(request, "consultations/sheets.html", context)


@require_safe
def ballots(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show numbered ballots in the language of the page, to print."""
    consultation = _in_the_hall(request, pk)
    form = forms.PrintForm(request.GET or {"first": 1, "count": 1})
    context = {
        "consultation": consultation,
        "form": form,
        "statements": visible(queries.statements_in(consultation), request.member),
        "numbers": form.numbers() if form.is_valid() else (),
    }
    return render(request, "consultations/ballots.html", context, status=200 if form.is_valid() else 400)


@asks_first
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take one paper ballot as a clerk types it, and show which ballots wait."""
    consultation = _with_paper(request, pk)
    statements = visible(queries.statements_in(consultation), request.member)
    form = forms.PaperForm(request.POST or None, statements=statements)
    if form.is_valid() and _entered(request, consultation, form):
        return redirect("consultations:paper", pk)
    return _paper(request, consultation, form, forms.UploadForm())


@asks_first
def paper_upload(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a filled form sheet: all of its ballots or none."""
    if request.method != "POST":
        return redirect("consultations:paper", pk)
    consultation = _with_paper(request, pk)
    form = forms.UploadForm(request.POST, request.FILES)
    if form.is_valid() and _uploaded(request, consultation, form):
        return redirect("consultations:paper", pk)
    statements = visible(queries.statements_in(consultation), request.member)
    return _paper(request, consultation, forms.PaperForm(statements=statements), form)


@require_safe
def paper_template(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the empty form sheet."""
    consultation = _in_the_hall(request, pk)
    text = forms.write_sheet(visible(queries.statements_in(consultation), request.member))
    response = HttpResponse("\ufeff" + text, content_type="text/csv; charset=utf-8")
    return attachment(response, f"ballots-{pk}.csv")


@asks_first
def paper_settle(request: HttpRequest, pk: UUID, ballot: str) -> HttpResponse:
    """Show the two entries of a ballot side by side, and take what the paper says."""
    consultation = _with_paper(request, pk)
    differing = found.ballot_to_settle(consultation, ballot)
    if differing is None:
        raise Http404
    statements = visible(queries.statements_seen(consultation), request.member)
    form = forms.PaperForm(request.POST or _agreed(differing), statements=statements)
    if request.method == "POST" and form.is_valid() and _settled(request, consultation, differing, form):
        return redirect("consultations:paper", pk)
    rows = form.rows([entry.answers for entry in differing.entries])
    context = {
        "consultation": consultation,
        "ballot": differing,
        "form": form,
        "rows": [(statement, typed, [_word(value) for value in said]) for statement, typed, said in rows],
        "own": found.typed_by(differing, request.member),
    }
    status = 400 if request.method == "POST" else 200
    return render(request, "consultations/paper_settle.html", context, status=status)


@asks_first
def schedule(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set or change when the voting closes by itself."""
    consultation = _consultation(request, pk)
    _insist(rules.may_change, request, consultation)
    if not consultation.is_open:
        raise Refused("consultation-takes-no-votes")
    form = forms.ScheduleForm(request.POST or None, initial=_planned(consultation))
    if form.is_valid():
        tasks.plan_closing(consultation=consultation, at=form.cleaned_data["moment"])
        messages.success(request, words.say("schedule-set"))
        return redirect("consultations:detail", pk)
    context = {"consultation": consultation, "form": form}
    return render(request, "consultations/schedule.html", context, status=400 if form.is_bound else 200)


@asks_first
def cancel_schedule(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let the voting go on until somebody closes it."""
    if request.method != "POST":
        return redirect("consultations:detail", pk)
    actions.cancel_closing(consultation=_consultation(request, pk))
    messages.success(request, words.say("schedule-cancelled"))
    return redirect("consultations:detail", pk)


@require_safe
def report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say how the voting was closed, and what of it can be checked."""
    consultation = _consultation(request, pk)
    run = queries.latest_map(consultation)
    out = found.taken_out(consultation)
    closing = consultation.closing or {}
    context = {
        "consultation": consultation,
        "closing": closing,
        "dropped": enough_voters(closing.get("ballots_dropped", 0)),
        "role": closing.get("role", ""),
        "planned_for": _late(consultation),
        "put": found.put_to_voters(consultation),
        "out": [(found.reason_in_words(reason), number) for reason, number in sorted(out.items())],
        "map": MapPage(consultation, run).map if run and may_see(request.member, run) else None,
        "codes": enough_voters(consultation.codes.count()),
        "key_gone": not keys.exists(consultation.pk),
    }
    return render(request, "consultations/report.html", context)


def _consultation(request: HttpRequest, pk: UUID) -> Consultation:
    consultation = queries.find_listed(request.member, pk)
    if consultation is None:
        raise Http404
    return consultation


def _in_the_hall(request: HttpRequest, pk: UUID) -> Consultation:
    consultation = _consultation(request, pk)
    _insist(rules.may_open_screen, request, consultation)
    return consultation


def _with_paper(request: HttpRequest, pk: UUID) -> Consultation:
    consultation = _consultation(request, pk)
    _insist(rules.may_enter_paper, request, consultation)
    return consultation


def _insist(rule: Callable[..., bool], request: HttpRequest, consultation: Consultation) -> None:
    if not rule(request.member, consultation):
        raise Refused(key_of(rule))


def _by_device(response: HttpResponse) -> HttpResponse:
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def _to_vote(request: HttpRequest, code: str) -> HttpResponse | None:
    consultation = found.by_entrance(code)
    if consultation is None or queries.find_listed(request.member, consultation.pk) is None:
        return None
    return redirect("consultations:vote", consultation.pk)


def _paper(
    request: HttpRequest, consultation: Consultation, form: forms.PaperForm, upload: forms.UploadForm
) -> HttpResponse:
    context = {
        "consultation": consultation,
        "form": form,
        "upload": upload,
        "waiting": found.waiting_ballots(consultation),
    }
    wrong = form.is_bound or upload.is_bound
    return render(request, "consultations/paper.html", context, status=400 if wrong else 200)


def _entered(request: HttpRequest, consultation: Consultation, form: forms.PaperForm) -> bool:
    """Take the ballot; what a rule says against it stands above the form, which keeps what was typed."""
    ballot = form.cleaned_data["ballot"]
    try:
        entered = actions.enter_paper(consultation=consultation, ballots={ballot: form.answers()})
    except Refused as error:
        form.add_error(None, words.say(error.rule))
        return False
    messages.success(request, words.say(OUTCOMES[entered.outcomes[ballot]], ballot=ballot))
    return True


def _uploaded(request: HttpRequest, consultation: Consultation, form: forms.UploadForm) -> bool:
    sheet = forms.read_sheet(form.cleaned_data["file"], queries.statements_seen(consultation))
    before = found.typed_otherwise(consultation, request.member, sheet.ballots)
    sheet.errors += [words.say("paper-file-before", line=sheet.lines[ballot], ballot=ballot) for ballot in before]
    if sheet.errors:
        form.add_error("file", sheet.errors)
        return False
    entered = actions.enter_paper(consultation=consultation, ballots=sheet.ballots)
    numbers = {outcome.value: entered.number(outcome) for outcome in Outcome}
    messages.success(request, words.say("paper-uploaded", **numbers))
    return True


def _settled(request: HttpRequest, consultation: Consultation, ballot: found.Ballot, form: forms.PaperForm) -> bool:
    if form.left_open([entry.answers for entry in ballot.entries]):
        form.add_error(None, words.say("paper-settle-all"))
        return False
    try:
        actions.settle_paper(consultation=consultation, ballot=ballot.number, answers=form.answers())
    except Refused as error:
        form.add_error(None, words.say(error.rule))
        return False
    messages.success(request, words.say("paper-counted", ballot=ballot.number))
    return True


def _agreed(ballot: found.Ballot) -> dict[str, str]:
    """What both entries say alike, to begin with; where they differ the paper is read again."""
    one, other = ballot.entries[0].answers, ballot.entries[1].answers
    alike = {code: value for code, value in one.items() if other.get(code) == value}
    return {"ballot": ballot.number} | {f"answer-{code}": ANSWER_LETTERS[value] for code, value in alike.items()}


def _word(value: int | None) -> str:
    return words.say(ANSWER_WORDS[value]) if value is not None else words.say("paper-none")


def _planned(consultation: Consultation) -> dict[str, object]:
    """What the form of the schedule begins with: the time that is set, in the institution's zone."""
    zone = words.zone_of(consultation.institution.locale)
    at = consultation.closes_at
    return {"zone": zone.key} | ({"at": at.astimezone(zone).replace(tzinfo=None)} if at else {})


def _late(consultation: Consultation) -> datetime | None:
    """The time that was set, where the closing came late."""
    planned = (consultation.closing or {}).get("planned_for")
    at = datetime.fromisoformat(planned) if planned else None
    late = at and consultation.closed_at and (consultation.closed_at - at).total_seconds() > LATE_SECONDS
    return at if late else None
