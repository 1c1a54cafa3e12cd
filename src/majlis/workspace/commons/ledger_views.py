"""The ledger's heads and proofs as plain text: hashes only, so that anybody may have them."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from majlis.engine.errors import InputError, Refused
from majlis.workspace.commons import checkpoints, words
from majlis.workspace.commons.exports import attachment

MOST_BYTES = 100_000


@never_cache
@require_safe
def checkpoint(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Give the latest checkpoint with all signatures."""
    last = checkpoints.latest()
    return _text(str(checkpoints.published(last))) if last else _text("There is no checkpoint yet.\n", 404)


@never_cache
@require_safe
def consistency(request: HttpRequest) -> HttpResponse:
    """Give the latest checkpoint with the proof that it continues the tree of `from` entries."""
    since = request.GET.get("from", "0")
    if not since.isascii() or not since.isdigit() or len(since) > 18:
        return _text("from: expected a number of entries.\n", 400)
    response = _answered(lambda: str(checkpoints.growth(int(since))))
    return attachment(response, f"ledger-from-{since}.txt") if "file" in request.GET else response


@never_cache
@require_safe
def proof(request: HttpRequest, index: int) -> HttpResponse:  # noqa: ARG001
    """Give the proof that an entry stands in the ledger, without the entry."""
    return attachment(_answered(lambda: str(checkpoints.proof_of(index))), f"entry-{index}.tlog-proof")


@never_cache
@require_safe
def key(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Give the key that verifies checkpoints; none before the first was signed."""
    found = checkpoints.public_keys() if checkpoints.latest() else []
    return _text(f"{found[0]}\n") if found else _text("There is no checkpoint yet.\n", 404)


@csrf_exempt
@require_POST
def cosignatures(request: HttpRequest) -> HttpResponse:
    """Take a witness's signature: it is its own proof of who sends it, so nobody signs in."""
    if len(request.body) > MOST_BYTES:
        return _text("This is more than a checkpoint.\n", 413)
    try:
        taken = checkpoints.take_cosignatures(request.body.decode("utf-8", "replace"))
    except checkpoints.NotOurs as error:
        return _text(f"{error}\n", 409)
    except Refused as refusal:
        return _text(f"{words.say_plain(refusal.rule)}\n", 403)
    except InputError as error:
        return _text(f"{error}\n", 400)
    return _text(f"{len(taken)} new signature(s) kept.\n")


def _answered(make: Callable[[], str]) -> HttpResponse:
    try:
        return _text(make())
    except InputError as error:
        return _text(f"{error}\n", 404)


def _text(text: str, status: int = 200) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8", status=status)
