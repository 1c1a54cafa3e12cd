"""Handing mails to the server: either it took one, or it did not, or nobody can know."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr
from enum import StrEnum
from typing import Self
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail.message import sanitize_address
from django.core.validators import validate_email

from majlis.engine.errors import MajlisError
from majlis.workspace.commons.mail.server import MailServer, Tls

SECONDS_TO_ANSWER = 20
# A long address in a header stays in one piece: encoded or folded, no machine could follow it.
WIRE = SMTP.clone(cte_type="7bit", refold_source="none")
ACCEPTED, FORWARDED, GO_AHEAD = 250, 251, 354


class Reason(StrEnum):
    """Why a mail was not sent: keys of the catalogue."""

    UNREACHABLE = "mail-unreachable"
    TLS = "mail-tls"
    SIGN_IN = "mail-sign-in"
    SENDER = "mail-sender"
    LATER = "mail-later"
    REFUSED = "mail-refused"
    UNANSWERED = "mail-unanswered"
    LATE = "mail-late"
    FAULT = "mail-fault"


# Faults of the server or of the settings: no other mail would fare better.
OF_THE_SERVER = frozenset({Reason.UNREACHABLE, Reason.TLS, Reason.SIGN_IN, Reason.SENDER})
FINAL = frozenset({Reason.REFUSED, Reason.UNANSWERED})


class NotSent(MajlisError):
    """A mail was not sent, or nobody knows (UNANSWERED). Its words name no address: they reach logs."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.value)

    @property
    def again(self) -> bool:
        """Whether a later attempt may do better, and can double nothing."""
        return self.reason not in FINAL


class Post:
    """One connection to the server, opened at the first mail and made anew where it broke."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._smtp is not None:
            try:
                self._smtp.quit()
            except OSError:
                self._drop()

    def send(self, message: EmailMessage, claim: Callable[[], bool] = lambda: True) -> bool:
        """Send a mail; False where `claim` said no, NotSent where the server did not take it.

        `claim` is asked in the last moment, when the server waits for the text: what fails before it was surely not
        sent, what fails after it without an answer may have been.
        """
        try:
            smtp = self.connected()
            self._offer(smtp, message)
        except OSError:
            self._drop()
            raise NotSent(Reason.UNREACHABLE) from None
        if not claim():
            self._drop()  # in the middle of DATA nothing else takes an offer back
            return False
        self._hand_over(smtp, message)
        return True

    def connected(self) -> smtplib.SMTP:
        """Give the connection, signed in; NotSent where there can be none."""
        if self._smtp is None:
            try:
                self._smtp = self._connect()
            except smtplib.SMTPAuthenticationError:
                raise NotSent(Reason.SIGN_IN) from None
            except (ssl.SSLError, smtplib.SMTPNotSupportedError):
                raise NotSent(Reason.TLS) from None
            except (OSError, UnicodeError):
                raise NotSent(Reason.UNREACHABLE) from None
        return self._smtp

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        common = {"timeout": SECONDS_TO_ANSWER, "local_hostname": urlsplit(settings.ADDRESS).hostname}
        secret = ssl.create_default_context()
        if server.tls is Tls.SSL:
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, context=secret, **common)
        else:
            smtp = smtplib.SMTP(server.host, server.port, **common)
        try:
            if server.tls is Tls.STARTTLS:
                smtp.starttls(context=secret)
            smtp.ehlo_or_helo_if_needed()
            if server.user:
                _sign_in(smtp, server)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _offer(self, smtp: smtplib.SMTP, message: EmailMessage) -> None:
        smtp.rset()
        _expect(smtp.mail(parseaddr(message["From"])[1])[0], ACCEPTED, Reason.SENDER)
        code = smtp.rcpt(parseaddr(message["To"])[1])[0]
        _expect(ACCEPTED if code == FORWARDED else code, ACCEPTED, Reason.REFUSED)
        _expect(smtp.docmd("DATA")[0], GO_AHEAD, Reason.REFUSED)

    def _hand_over(self, smtp: smtplib.SMTP, message: EmailMessage) -> None:
        text = re.sub(rb"(?m)^\.", b"..", message.as_bytes(policy=WIRE))
        try:
            smtp.send(text.removesuffix(b"\r\n") + b"\r\n.\r\n")
            code = smtp.getreply()[0]
        except OSError:
            self._drop()
            raise NotSent(Reason.UNANSWERED) from None
        _expect(code, ACCEPTED, Reason.REFUSED)

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None


def address(email: str) -> str:
    """Give an address as it may stand in a mail, its domain in ASCII; NotSent where it cannot be one."""
    try:
        validate_email(email)
        return sanitize_address(email, "ascii")
    except (ValidationError, ValueError):
        raise NotSent(Reason.REFUSED) from None


def _sign_in(smtp: smtplib.SMTP, server: MailServer) -> None:
    try:
        smtp.login(server.user, server.password)
    except (smtplib.SMTPNotSupportedError, UnicodeError):
        raise NotSent(Reason.SIGN_IN) from None


def _expect(code: int, wanted: int, reason: Reason) -> None:
    if code != wanted:
        raise NotSent(reason if code >= 500 else Reason.LATER)
