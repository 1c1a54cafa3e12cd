"""People, institutions and records that a check plants, in a transaction that is always undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace

from django.db import connection, connections, transaction

from majlis.engine.errors import Refused
from majlis.workspace.commons import traces
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.models import Institution, Member, RoleGrant, User
from majlis.workspace.commons.texts import Text

NAME = Text.write("charter check", "en")


class _Undone(Exception):
    pass


@contextmanager
def undone() -> Iterator[None]:
    """Do the block in a transaction and undo it, whatever happens inside."""
    try:
        with _owing_no_more(), transaction.atomic():
            yield
            raise _Undone
    except _Undone:
        pass


@contextmanager
def afterwards() -> Iterator[list[Callable[[], object]]]:
    """Collect what the block leaves for after the commit, which here never comes."""
    later: list[Callable[[], object]] = []
    before = len(connection.run_on_commit)
    yield later
    later += [act for _, act, _ in connection.run_on_commit[before:]]


@contextmanager
def heard() -> Iterator[list[str]]:
    """Hear what the block asks of the database, on a connection of its own that does nothing of it."""
    own, said = connections["default"], list[str]()

    def note(execute: object, sql: str, *rest: object) -> SimpleNamespace:  # noqa: ARG001 - as Django calls it
        said.append(sql)
        return SimpleNamespace(fetchone=lambda: (0,))

    connections["default"] = apart = own.copy()
    try:
        with _owing_no_more(), apart.execute_wrapper(note):
            yield said
    finally:
        connections["default"] = own
        apart.close()


@contextmanager
def _owing_no_more() -> Iterator[None]:
    """Let the files owe afterwards what they owed before: nothing of what the block does stays done."""
    before = set(traces.owed())
    try:
        yield
    finally:
        after = set(traces.owed())
        traces.take_back(*after - before)
        traces.owe(*before - after)


def institution() -> Institution:
    """Plant an institution."""
    return Institution.objects.create(name=NAME)


def member(place: Institution, *roles: str) -> Member:
    """Plant a member with these roles."""
    user = User.objects.create_user(f"check-{User.objects.count()}-{place.pk}@example.invalid")
    planted = Member.objects.create(user=user, institution=place)
    for role in roles:
        RoleGrant.objects.create(member=planted, role=role)
    return planted


def refusal(act: Callable[..., object], by: Member | None, **given: object) -> str:
    """Give the key under which the act is refused to the member; empty where it was done."""
    with acting(by):
        try:
            act(**given)
        except Refused as refused:
            return refused.rule
    return ""
