"""The acts by which institutions and members come in."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from allauth.account.models import EmailAddress
from django.utils import timezone

from majlis.engine.errors import Refused
from majlis.workspace.commons import persons, traces
from majlis.workspace.commons.actions import action
from majlis.workspace.commons.models import Institution, LedgerPerson, Member, Role, RoleGrant, User
from majlis.workspace.commons.models.people import GONE
from majlis.workspace.commons.queries import host
from majlis.workspace.commons.rules import may_administer, may_administer_member, may_set_mail
from majlis.workspace.commons.signin import password_path
from majlis.workspace.commons.texts import Text


def is_empty(actor: Member | None) -> bool:
    """Only an empty workspace is set up, and then by nobody in particular."""
    return actor is None and host() is None


@action("workspace.set-up", rule=is_empty)
def set_up(*, name: Text, locale: str, email: str, kind: str = "") -> Member:
    """Make the institution that hosts the workspace, and its first administrator, who has no password yet."""
    institution = Institution.objects.create(name=name, locale=locale, kind=kind)
    return _join(institution, email, [Role.ADMINISTRATOR])


def may_admit(actor: Member | None) -> bool:
    """Administrators of the institution that hosts the workspace let others in."""
    return (hosting := host()) is not None and may_administer(actor, hosting)


@action("institution.admit", rule=may_admit)
def admit(*, name: Text, locale: str, email: str, roles: Iterable[str]) -> Member:
    """Let another institution work here, with its first member; no page leads here."""
    return _join(Institution.objects.create(name=name, locale=locale), email, roles)


@action("member.add", rule=may_administer)
def add_member(*, institution: Institution, email: str, roles: Iterable[str], name: str = "") -> Member:
    """Give somebody these roles in the institution, with an account where they have none."""
    return _join(institution, email, roles, name)


@action("member.set-roles", rule=may_administer_member)
def set_roles(*, member: Member, roles: Iterable[str]) -> Member:
    """Give the member these roles and no others. Refused for the last administrator, and for taking the auditor's."""
    wanted = {Role(role).value for role in roles}
    _insist_on_administrator(member, stays=Role.ADMINISTRATOR in wanted)
    _insist_on_auditor(member, stays=Role.AUDITOR in wanted)
    member.grants.exclude(role__in=wanted).delete()
    for role in wanted:
        RoleGrant.objects.get_or_create(member=member, role=role)
    return Member.objects.get(pk=member.pk)


@action("member.suspend", rule=may_administer_member)
def suspend_member(*, member: Member) -> Member:
    """Let the member sign in no longer; roles and what they wrote stay. Refused as for `set_roles`."""
    _insist_on_administrator(member, stays=False)
    _insist_on_auditor(member, stays=False)
    return _switched(member, active=False)


@action("member.forget")
def forget_in_ledger(*, member_id: UUID) -> persons.Forgotten:
    """Blank the salts by which the ledger knows a member: no entry leads to them any more, and all still verify.

    The id is given, not the member, whose name this act's own entry would bring back. What was written stays in the
    database's files until they are rid of it after the commit, and in backups until they go.
    """
    traces.owe(LedgerPerson)
    return persons.blank(member_id)


@action("member.resume", rule=may_administer_member)
def resume_member(*, member: Member) -> Member:
    """Let a suspended member sign in again. Refused for an account that was erased."""
    if member.user.email.endswith(GONE):
        raise Refused("member-gone")
    return _switched(member, active=True)


@action("member.link", rule=may_administer_member)
def make_password_link(*, member: Member) -> str:
    """Give the path on which the member sets a new password: once, within a day, until then the old one holds."""
    return _password_path(member)


@action("member.link-by-operator")
def make_operators_link(*, member: Member) -> str:
    """Give the same path to whoever runs the machine; no page leads here."""
    return _password_path(member)


@action("member.link-by-mail")
def make_mailed_link(*, member: Member) -> str:
    """Give the same path to a mail that goes to the member's own address."""
    return _password_path(member)


@action("member.set-mail", rule=may_set_mail)
def set_mail(*, member: Member, digest: bool, language: str) -> Member:
    """Have the daily digest sent to the member or not, and mails written in a language (none: the institution's)."""
    member.user.digest, member.user.language = digest, language
    member.user.save(update_fields=["digest", "language"])
    return member


def _password_path(member: Member) -> str:
    if not member.user.is_active:
        raise Refused("member-suspended")
    return password_path(member.user)


def _switched(member: Member, *, active: bool) -> Member:
    member.user.is_active, member.user.left_at = active, None if active else timezone.now()
    member.user.save(update_fields=["is_active", "left_at"])
    return member


def _insist_on_administrator(member: Member, *, stays: bool) -> None:
    """Keep at least one administrator who can sign in; the rows are locked, so that two cannot demote each other."""
    administrators = Member.objects.select_for_update(of=("self",)).filter(
        institution=member.institution_id, grants__role=Role.ADMINISTRATOR, user__is_active=True
    )
    if not stays and {one.pk for one in administrators} == {member.pk}:
        raise Refused("last-administrator")


def _insist_on_auditor(member: Member, *, stays: bool) -> None:
    """An administrator cannot be rid of the auditor (charter C18)."""
    if not stays and member.grants.filter(role=Role.AUDITOR).exists():
        raise Refused("auditor-stays")


def _join(institution: Institution, email: str, roles: Iterable[str], name: str = "") -> Member:
    address = email.strip().lower()
    user = User.objects.filter(email=address).first() or User.objects.create_user(address, name=name)
    EmailAddress.objects.get_or_create(user=user, email=address, defaults={"primary": True})
    member = Member.objects.get_or_create(user=user, institution=institution)[0]
    for role in roles:
        RoleGrant.objects.get_or_create(member=member, role=Role(role).value)
    return Member.objects.get(pk=member.pk)
