"""What every request goes through: who acts, in which language and locale, under which headers."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_path, get_language_from_request

from majlis.engine.errors import Refused
from majlis.workspace.commons import reads
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.charter import keeping, refusals
from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.once import led_before
from majlis.workspace.commons.queries import member_of
from majlis.workspace.commons.rooms import is_unrecorded
from majlis.workspace.commons.views import forbidden
from majlis.workspace.commons.words import locale_of

GetResponse = Callable[[HttpRequest], HttpResponse]

HEADERS = {
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}


def page_headers(get_response: GetResponse) -> GetResponse:
    """Keep pages out of search engines, and signed-in pages out of shared caches; a view may say otherwise.

    No cache answers without asking again: what was recalled meanwhile must not come out of one.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        known = hasattr(request, "user") and request.user.is_authenticated
        response.headers.setdefault("Cache-Control", "private, no-cache" if known else "no-cache")
        return response

    return answer


def remembered_language(get_response: GetResponse) -> GetResponse:
    """Remember the language of the page where it is not the one that the browser asks for."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        chosen = get_language_from_path(request.path_info)
        if chosen and chosen != get_language_from_request(request):
            remember(response, chosen)
        return response

    return answer


def remember(response: HttpResponse, language: str) -> None:
    """Keep the language in the reader's browser."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 3600,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    patch_vary_headers(response, ["Cookie"])


def acting_member(get_response: GetResponse) -> GetResponse:
    """Let a signed-in user act as a member of their institution, whose locale then writes numbers and dates."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.member = member = member_of(request.user) if request.user.is_authenticated else None
        with acting(member), locale_of(member.institution.locale if member else ""):
            return get_response(request)

    return answer


def recorded_reads(get_response: GetResponse) -> GetResponse:
    """Put a member's view of marked content on the ledger before the page leaves; never a page where people vote."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.member is None or request.method != "GET":
            return get_response(request)
        with reads.noting() as seen:
            response = get_response(request)
        page = request.resolver_match.view_name if request.resolver_match else ""
        shown = response.status_code == HTTPStatus.OK and not is_unrecorded(page)
        if seen and "Content-Disposition" in response.headers:
            response.headers.setdefault(
                "Cache-Control", "no-store"
            )  # a marked file lies where its reader puts it alone
        if shown and not _polled_before(request, seen):
            reads.put_down(seen, member=request.member, page=page)
        return response

    return answer


def _polled_before(request: HttpRequest, seen: reads.Seen) -> bool:
    """Say whether a page that asks again by itself shows just what its last asking put on the record."""
    if not seen or "HX-Request" not in request.headers:
        return False
    asked = digest({"path": request.get_full_path(), "seen": seen})
    before, request.session["polled"] = request.session.get("polled"), asked
    return before == asked


def charter_standing(get_response: GetResponse) -> GetResponse:
    """Tell programs, on every answer, that a rule of the charter does not hold here; pages have a banner."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if keeping.standing().degraded:
            response.headers["X-Majlis-Charter"] = "degraded"
        return response

    return answer


def counted_refusals(get_response: GetResponse) -> GetResponse:
    """Count what was refused under the charter once the page is made, outside the transaction that was undone."""

    def answer(request: HttpRequest) -> HttpResponse:
        with refusals.noting() as noted:
            response = get_response(request)
        if noted:
            who, place = getattr(request.member, "pk", None), request.resolver_match
            where = (place.view_name, sorted(place.kwargs.items())) if place else request.path
            refusals.put_down(refusals.first_today(noted, who=who, where=where))
        return response

    return answer


def sent_before(get_response: GetResponse) -> GetResponse:
    """Lead a form that was sent and carried out before to where it led, whatever stands there now."""

    def answer(request: HttpRequest) -> HttpResponse:
        place = led_before(request)
        return redirect(place) if place else get_response(request)

    return answer


class Refusals:
    """Turn a rule's no into a page that says which rule it was."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a refusal with its page; every other error goes its way."""
        if not isinstance(error, Refused):
            return None
        refusals.note(error)
        return forbidden(request, error)
