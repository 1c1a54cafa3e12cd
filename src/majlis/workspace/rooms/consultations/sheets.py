"""The address of the hall, and its QR code as a drawing."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

import qrcode
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from majlis.engine.messages import direction
from majlis.workspace.commons import words
from majlis.workspace.rooms.consultations.models import Consultation

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
QUIET = 4


class HallAddress:
    """The short address of a consultation's voting page, as posters and the screen show it.

    It has the name by which the reader reached this page. Where that is a name of this machine alone, the first other
    name of MAJLIS_HOSTS takes its place, since no phone in the hall could follow it.
    """

    def __init__(self, request: HttpRequest, consultation: Consultation) -> None:
        self.code = consultation.entrance or ""
        self.url = f"{request.scheme}://{_host(request)}{reverse('enter-by-code', args=[self.code])}"

    @property
    def shown(self) -> str:
        """The address as people type it."""
        return self.url.partition("://")[2].removesuffix("/")

    @property
    def entrance(self) -> str:
        """The address of the page on which the code is typed."""
        return self.shown.removesuffix(f"/{self.code}")

    @property
    def spoken_code(self) -> str:
        """The code in two halves, as people read it out."""
        return f"{self.code[:3]} {self.code[3:]}"

    @property
    def is_local(self) -> bool:
        """Whether only this machine can follow it."""
        return _name(urlsplit(self.url).netloc) in LOOPBACK

    @property
    def qr(self) -> QrDrawing:
        """The address as a QR code."""
        return QrDrawing(self.url)


@dataclass(frozen=True)
class Saying:
    """What a sheet says in one language."""

    language: str
    direction: str
    join: str
    title: str


def sayings(consultation: Consultation) -> list[Saying]:
    """What the sheets say, in every language."""
    return [
        Saying(
            code,
            direction(code),
            words.catalogue().say("hall-join", code),
            consultation.text.in_language(code).text,
        )
        for code, _ in settings.LANGUAGES
    ]


class QrDrawing:
    """A QR code as one path in a square of `size` units, with its quiet border."""

    def __init__(self, text: str) -> None:
        code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET)
        code.add_data(text)
        matrix = code.get_matrix()
        self.size = len(matrix)
        dark = ((x, y) for y, row in enumerate(matrix) for x, is_dark in enumerate(row) if is_dark)
        self.path = "".join(f"M{x} {y}h1v1h-1z" for x, y in dark)


def _host(request: HttpRequest) -> str:
    here = request.get_host()
    others = [name for name in settings.ALLOWED_HOSTS if name not in LOOPBACK and name.strip("*.") == name]
    if _name(here) not in LOOPBACK or not others:
        return here
    return others[0] + here.removeprefix(_name(here))


def _name(host: str) -> str:
    """The host without its port."""
    return host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and not host.endswith("]") else host
