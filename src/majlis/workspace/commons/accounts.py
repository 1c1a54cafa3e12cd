"""How people get an account: an administrator makes it; nobody signs up alone."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from majlis.workspace.commons import words
from majlis.workspace.commons.models import User


class ClosedAdapter(DefaultAccountAdapter):
    """Sign-in without public sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Say no: accounts are made by an administrator's act."""
        return False

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:  # noqa: ARG002
        """Leave the mail to the worker: the link is made when it is sent, and the page answers as fast for anybody."""
        from majlis.workspace.commons.mail.tasks import mail_password_link

        mail_password_link.enqueue(str(user.pk), user.language or words.language())
