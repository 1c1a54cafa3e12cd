"""Bringing a workspace to the state that this version of Majlis needs."""

from __future__ import annotations

from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from majlis.engine.errors import StorageError
from majlis.workspace.commons import backup
from majlis.workspace.commons.models import Role, User
from majlis.workspace.commons.queries import host
from majlis.workspace.commons.search import index
from majlis.workspace.commons.vocabulary import load_terms


def pending_migrations() -> list[str]:
    """Name the migrations that this version still has to apply, in their order."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def has_tables() -> bool:
    """Say whether the database was ever used."""
    return "django_migrations" in connection.introspection.table_names()


def upgrade() -> Path | None:
    """Apply what is pending and give the backup made before; None where nothing was pending or there was nothing yet.

    Raises StorageError where a newer Majlis made the database, or the backup cannot be made; then nothing was changed.
    """
    _refuse_newer()
    if not pending_migrations():
        _bring_up_to_date()
        return None
    saved = backup.back_up("before-upgrade") if has_tables() else None
    call_command("migrate", interactive=False, verbosity=0)
    _bring_up_to_date()
    return saved


def is_set_up() -> bool:
    """Say whether the workspace has its institution."""
    return host() is not None


def waiting_administrators() -> list[User]:
    """Give the administrators who have not set a password yet, the oldest first."""
    administrators = User.objects.filter(memberships__grants__role=Role.ADMINISTRATOR, is_active=True)
    return [user for user in administrators.order_by("created_at").distinct() if not user.has_usable_password()]


def _bring_up_to_date() -> None:
    load_terms()
    index.refresh()


def _refuse_newer() -> None:
    loader = MigrationExecutor(connection).loader
    ours = {label for label, _ in loader.graph.nodes}
    unknown = [key for key in loader.applied_migrations if key[0] in ours and key not in loader.disk_migrations]
    unknown = [key for key in unknown if key not in loader.replacements]
    if unknown:
        app, name = unknown[0]
        raise StorageError(
            f"A newer Majlis made this database (it has {app}.{name}). Nothing was changed. "
            "Install that version, or restore a backup made by this one."
        )
