"""Who takes part: institutions, the people who work in them, their roles, and the circles that share."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.fields import HandlingField, MultilingualField, digest, new_id

GONE = "@gone.invalid"


def gone_address(pk: object) -> str:
    """Give the address that stands for a person whose account was erased."""
    return f"{pk}{GONE}"


class UserManager(BaseUserManager["User"]):
    """Makes accounts; without a password nobody can sign in until a link has set one."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Make an account for the address."""
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """Find an account by its address, whatever the case in which it was typed."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """An account: an address to sign in with, and no more about the person than they give.

    language: in which mails are written, empty for the institution's. digest: whether the daily digest is wanted.
    left_at: since when the person may not sign in any more.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, blank=True)
    digest = models.BooleanField(default=True)
    is_active = models.BooleanField(default=True)
    left_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []
    objects = UserManager()

    def __str__(self) -> str:
        return self.name or self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the address in lower case, so that one person has one account."""
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)


def amber() -> Handling:
    """Give the default of an institution: its own people and whom an item names."""
    return Handling(tlp=Tlp.AMBER)


class Institution(models.Model):
    """An institution with its locale (digits, month names) and the handling of what it writes when nothing is said."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = MultilingualField()
    kind = models.CharField(max_length=40, blank=True)
    locale = models.CharField(max_length=35, default="en")
    handling = HandlingField(default=amber)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return str(self.name)

    def ledger_reference(self) -> dict[str, str]:
        """Give what the ledger says of this institution."""
        content = {"name": self.name, "kind": self.kind, "locale": self.locale, "handling": self.handling}
        return {"kind": self._meta.label_lower, "id": str(self.pk), "digest": digest(content)}


class Role(models.TextChoices):
    """What a member may do in an institution."""

    ADMINISTRATOR = "administrator"
    ORGANISER = "organiser"
    RAPPORTEUR = "rapporteur"
    MODERATOR = "moderator"
    CLERK = "clerk"
    EXPERT = "expert"
    ANALYST = "analyst"
    AUDITOR = "auditor"
    READER = "reader"


class Member(models.Model):
    """A user in an institution; acts are done by members."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="members")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "institution"], name="one_membership_each")]

    def __str__(self) -> str:
        return str(self.user)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The names of the roles that the member holds."""
        return frozenset(grant.role for grant in self.grants.all())

    def holds(self, *roles: str) -> bool:
        """Whether the member holds at least one of the roles."""
        return not self.roles.isdisjoint(roles)

    def ledger_reference(self) -> dict[str, str]:
        """Give what the ledger says of this membership: ids and roles, nothing about the person."""
        content = {"user": self.user_id, "institution": self.institution_id, "roles": sorted(self.roles)}
        return {"kind": self._meta.label_lower, "id": str(self.pk), "digest": digest(content)}


class RoleGrant(models.Model):
    """One role of one member."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "role"], name="one_grant_a_role"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.role}"


class Circle(models.Model):
    """A set of institutions that share."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = MultilingualField()
    institutions = models.ManyToManyField(Institution, related_name="circles")

    def __str__(self) -> str:
        return str(self.name)
