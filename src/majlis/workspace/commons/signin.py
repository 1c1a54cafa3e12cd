"""Links that let somebody in once: to set the first password, and to enter a demonstration in a role."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import url_str_to_user_pk, user_pk_to_url_str
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from majlis.workspace.commons.models import User


class EntryTokens(PasswordResetTokenGenerator):
    """Tokens that die at the next sign-in, because they depend on the time of the last one."""

    key_salt = "majlis.workspace.commons.signin"


tokens = EntryTokens()


def password_path(user: User) -> str:
    """Give the path on which the user sets a password; it dies when the password is set, or after a day."""
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})


def entry_path(user: User) -> str:
    """Give the path that signs the user in once, in a demonstration."""
    return reverse("commons:enter", kwargs={"user": user_pk_to_url_str(user), "token": tokens.make_token(user)})


@never_cache
@require_GET
def enter(request: HttpRequest, user: str, token: str) -> HttpResponse:
    """Sign in whoever holds an unused link; in anything but a demonstration there is no such page."""
    person = _holder(user, token) if settings.DEMO else None
    if person is None:
        raise Http404
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(settings.LOGIN_REDIRECT_URL)


def _holder(user: str, token: str) -> User | None:
    """Find the link's user and use the link up: of two who open it at once, one update finds the old sign-in time."""
    try:
        person = User.objects.filter(pk=url_str_to_user_pk(user), is_active=True).first()
    except (ValueError, ValidationError):
        return None
    if person is None or not tokens.check_token(person, token):
        return None
    unused = User.objects.filter(pk=person.pk, last_login=person.last_login)
    return person if unused.update(last_login=timezone.now()) else None
