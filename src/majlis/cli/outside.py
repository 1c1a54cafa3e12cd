"""The command's only way out onto the network: asking a workspace for its ledger's heads, and handing signatures in.

Nothing else in the command or the engine opens a connection, and all of it works with files that people carry instead.
"""

from __future__ import annotations

from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from majlis.engine.errors import InputError

SECONDS = 20
MOST_BYTES = 1_000_000


def is_address(place: str) -> bool:
    """Say whether a place is an address rather than a file."""
    return place.startswith(("https://", "http://"))


def get(address: str) -> str:
    """Fetch a text; InputError where the workspace does not give it."""
    return _asked(Request(address, headers={"User-Agent": "majlis"}))


def post(address: str, text: str) -> str:
    """Hand a text in and give the answer; InputError where it is refused."""
    headers = {"User-Agent": "majlis", "Content-Type": "text/plain; charset=utf-8"}
    return _asked(Request(address, data=text.encode(), headers=headers, method="POST"))


def _asked(request: Request) -> str:
    try:
        with urlopen(request, timeout=SECONDS) as answer:
            return answer.read(MOST_BYTES).decode("utf-8")
    except HTTPError as error:
        said = error.read(500).decode("utf-8", "replace").strip()
        raise InputError(f"{request.full_url} answered {error.code}: {said}") from None
    except (URLError, OSError, UnicodeDecodeError) as error:
        raise InputError(f"{request.full_url} could not be asked: {getattr(error, 'reason', error)}") from None
