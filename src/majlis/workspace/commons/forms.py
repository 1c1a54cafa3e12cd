"""Forms that belong to no room."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as accounts
from django import forms
from django.conf import settings

from majlis.workspace.commons.models import Role
from majlis.workspace.commons.words import say_later

ROLES = {
    Role.ADMINISTRATOR: "role-administrator",
    Role.ORGANISER: "role-organiser",
    Role.RAPPORTEUR: "role-rapporteur",
    Role.MODERATOR: "role-moderator",
    Role.CLERK: "role-clerk",
    Role.EXPERT: "role-expert",
    Role.ANALYST: "role-analyst",
    Role.AUDITOR: "role-auditor",
    Role.READER: "role-reader",
}


class RolesForm(forms.Form):
    """The roles of a member."""

    roles = forms.MultipleChoiceField(
        label=say_later("members-roles"),
        choices=[(role.value, say_later(key)) for role, key in ROLES.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class MemberForm(RolesForm):
    """Somebody who comes in: an address to sign in with, and roles."""

    email = forms.EmailField(label=say_later("account-email"), max_length=254)
    field_order = ("email", "roles")


class MailForm(forms.Form):
    """Whether somebody wants the daily digest, and in which language mails are written to them."""

    digest = forms.BooleanField(label=say_later("digest-wanted"), required=False)
    language = forms.ChoiceField(
        label=say_later("digest-language"),
        choices=[("", say_later("digest-language-own")), *settings.LANGUAGES],
        required=False,
    )


class ForgottenForm(accounts.ResetPasswordForm):
    """Asking for a password link in our own words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = say_later("account-email")


class LoginForm(accounts.LoginForm):
    """Sign-in in our own words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = say_later("account-email")
        self.fields["password"].label = say_later("account-password")
        self.fields["password"].help_text = ""
        if "remember" in self.fields:
            self.fields["remember"].label = say_later("login-remember")
