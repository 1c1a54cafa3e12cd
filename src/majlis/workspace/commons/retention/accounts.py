"""Erasing an account."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from majlis.workspace.commons.fields import digest
from majlis.workspace.commons.models import Digest, User
from majlis.workspace.commons.models.people import gone_address


def erase(user: User) -> str:
    """Take away everything that leads to the person; the row stays, because what they put down names it."""
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    Digest.objects.filter(user=user).delete()
    user.email, user.name, user.language, user.is_active, user.last_login = gone_address(user.pk), "", "", False, None
    user.set_unusable_password()
    user.save()
    return digest({"user": user.pk})
