"""Nothing personal lasts for ever (C11)."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings

from majlis.workspace.commons.charter.register import Broken, check

LONGEST_SESSION, LONGEST_LINK = timedelta(days=31), timedelta(days=7)


@check("C11")
def everything_personal_expires() -> None:
    """Sessions and links that let somebody in come to an end."""
    if timedelta(seconds=settings.SESSION_COOKIE_AGE) > LONGEST_SESSION:
        raise Broken("a session lasts longer than a month")
    if timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT) > LONGEST_LINK:
        raise Broken("a link that sets a password lasts longer than a week")
