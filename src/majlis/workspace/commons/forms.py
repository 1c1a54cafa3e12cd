"""Forms that belong to no room."""

from __future__ import annotations

from typing import Any

from allauth.account import forms

from majlis.workspace.commons.words import say_later


class LoginForm(forms.LoginForm):
    """Sign-in in our own words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = say_later("account-email")
        self.fields["password"].label = say_later("account-password")
        self.fields["password"].help_text = ""
        if "remember" in self.fields:
            self.fields["remember"].label = say_later("login-remember")
