"""The acts by which institutions and members come in."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.account.models import EmailAddress

from majlis.workspace.commons.actions import action
from majlis.workspace.commons.models import Institution, Member, Role, RoleGrant, User
from majlis.workspace.commons.queries import host
from majlis.workspace.commons.rules import may_administer
from majlis.workspace.commons.texts import Text


def is_empty(actor: Member | None) -> bool:
    """Only an empty workspace is set up, and then by nobody in particular."""
    return actor is None and host() is None


@action("workspace.set-up", rule=is_empty)
def set_up(*, name: Text, locale: str, email: str, kind: str = "") -> Member:
    """Make the institution that hosts the workspace, and its first administrator, who has no password yet."""
    institution = Institution.objects.create(name=name, locale=locale, kind=kind)
    return _join(institution, email, [Role.ADMINISTRATOR])


@action("member.add", rule=may_administer)
def add_member(*, institution: Institution, email: str, roles: Iterable[str], name: str = "") -> Member:
    """Give somebody these roles in the institution, with an account where they have none."""
    return _join(institution, email, roles, name)


def _join(institution: Institution, email: str, roles: Iterable[str], name: str = "") -> Member:
    address = email.strip().lower()
    user = User.objects.filter(email=address).first() or User.objects.create_user(address, name=name)
    EmailAddress.objects.get_or_create(user=user, email=address, defaults={"primary": True})
    member = Member.objects.get_or_create(user=user, institution=institution)[0]
    for role in roles:
        RoleGrant.objects.get_or_create(member=member, role=Role(role).value)
    return Member.objects.get(pk=member.pk)
