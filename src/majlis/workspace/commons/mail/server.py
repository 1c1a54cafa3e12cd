"""What the environment says about mail: the server that takes it, who it is from, and where its links lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from email.utils import formataddr, parseaddr
from enum import StrEnum
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http.request import split_domain_port, validate_host

from majlis.engine.errors import InputError

FORM = "smtp://user:password@host:587/?tls=starttls"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Tls(StrEnum):
    """How the connection is made secret: after a plain greeting, from its first byte, or not at all."""

    STARTTLS = "starttls"
    SSL = "ssl"
    NONE = "none"


PORTS = {Tls.STARTTLS: 587, Tls.SSL: 465, Tls.NONE: 25}


@dataclass(frozen=True)
class MailServer:
    """The SMTP server that takes our mail."""

    host: str
    port: int
    tls: Tls
    user: str = ""
    password: str = field(default="", repr=False)


def mail_server(url: str) -> MailServer | None:
    """Read MAJLIS_MAIL; None where it is empty. InputError says what is wrong and never shows the password."""
    if not url.strip():
        return None
    parts = _split(url.strip(), "MAJLIS_MAIL")
    _insist(parts.scheme == "smtp" and bool(parts.hostname), f"expected an address such as {FORM}")
    _insist(parts.path in {"", "/"} and not parts.fragment, "nothing but ?tls= may follow the host; write / as %2F")
    tls = _tls(parts)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    _insist(bool(user) == bool(password), "give both a user and a password, or neither")
    in_the_clear = bool(password) and tls is Tls.NONE and parts.hostname not in LOOPBACK
    _insist(not in_the_clear, "tls=none would send the password in the clear; use starttls or ssl")
    return MailServer(parts.hostname or "", parts.port or PORTS[tls], tls, user, password)


def sender(given: str, server: MailServer | None) -> str:
    """Read MAJLIS_MAIL_FROM, `address` or `Name <address>`; InputError where mail is sent and this is no address."""
    if server is None:
        return ""
    name, address = parseaddr(given)
    try:
        validate_email(address)
    except ValidationError:
        raise InputError("MAJLIS_MAIL_FROM: expected an e-mail address, or Name <address>") from None
    _insist(not set(given) & set("\r\n"), "expected one line", "MAJLIS_MAIL_FROM")
    return formataddr((name, address))


def public_address(given: str, hosts: Sequence[str], *, https: bool, mails: bool) -> str:
    """Read MAJLIS_ADDRESS, where people reach the workspace; under HTTPS it follows from the first of the hosts.

    Empty where nobody said; InputError where mail needs it, or where the workspace would refuse its own links.
    """
    if not given.strip():
        derived = f"https://{hosts[0]}" if https and hosts[0][:1] not in {".", "*"} else ""
        _insist(bool(derived) or not mails, "say where the links of mails lead, https://host", "MAJLIS_ADDRESS")
        return derived
    parts = _split(given.strip(), "MAJLIS_ADDRESS")
    schemes = {"https"} if https else {"http", "https"}
    bare = not (parts.query or parts.fragment or parts.username) and parts.path in {"", "/"}
    wanted = "https://host" if https else "http://host:port or https://host"
    _insist(parts.scheme in schemes and bool(parts.hostname) and bare, f"expected {wanted}", "MAJLIS_ADDRESS")
    known = validate_host(split_domain_port(parts.netloc)[0], hosts)
    _insist(known, f"{parts.hostname} is not among MAJLIS_HOSTS", "MAJLIS_ADDRESS")
    return f"{parts.scheme}://{parts.netloc}"


def _split(url: str, name: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise InputError(f"{name}: this is no address; special characters are written as %XX") from None
    return parts


def _tls(parts: SplitResult) -> Tls:
    query = parse_qs(parts.query, keep_blank_values=True)
    chosen = query.pop("tls", [Tls.STARTTLS.value])
    _insist(not query and len(chosen) == 1 and chosen[0] in set(Tls), "tls is starttls, ssl or none, and nothing else")
    return Tls(chosen[0])


def _insist(holds: bool, complaint: str, name: str = "MAJLIS_MAIL") -> None:
    if not holds:
        raise InputError(f"{name}: {complaint}")
