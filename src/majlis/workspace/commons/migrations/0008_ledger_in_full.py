from itertools import islice

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import majlis.workspace.commons.fields
from majlis.engine.ledger import Frontier

BATCH = 5000


def fill_nodes(apps, schema_editor):
    """Give the entries of an existing ledger the inner nodes that they complete."""
    entries = apps.get_model("commons", "LedgerEntry").objects.order_by("index").values_list("index", "leaf_hash")
    update = 'UPDATE commons_ledgerentry SET nodes = %s WHERE "index" = %s'
    frontier = Frontier()
    with schema_editor.connection.cursor() as cursor:
        for batch in batched(entries.iterator(BATCH)):
            changes = []
            for index, leaf_hash in batch:
                frontier, completed = frontier.grow(bytes.fromhex(leaf_hash))
                changes.append((b"".join(completed).hex(), index))
            cursor.executemany(update, [change for change in changes if change[0]])


def batched(rows):
    while batch := list(islice(rows, BATCH)):
        yield batch


class Migration(migrations.Migration):
    dependencies = [
        ("commons", "0007_handling"),
    ]

    operations = [
        migrations.CreateModel(
            name="LedgerCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=majlis.workspace.commons.fields.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_at", models.DateTimeField(null=True)),
                ("done", models.PositiveBigIntegerField(default=0)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("root", models.CharField(blank=True, max_length=64)),
                ("fault", models.CharField(blank=True, max_length=12)),
                ("index", models.PositiveBigIntegerField(null=True)),
                ("failure", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["asked_at"],
            },
        ),
        migrations.CreateModel(
            name="LedgerCheckpoint",
            fields=[
                ("size", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("note", models.TextField()),
            ],
            options={
                "ordering": ["size"],
            },
        ),
        migrations.AddField(
            model_name="ledgerentry",
            name="nodes",
            field=models.TextField(default=""),
        ),
        migrations.CreateModel(
            name="LedgerPerson",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry", "place", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("entry", models.PositiveBigIntegerField()),
                ("place", models.PositiveSmallIntegerField()),
                ("salt", models.CharField(max_length=64)),
                (
                    "member",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.member"
                    ),
                ),
            ],
            options={
                "ordering": ["entry", "place"],
            },
        ),
        migrations.CreateModel(
            name="LedgerWitness",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=majlis.workspace.commons.fields.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("key", models.CharField(max_length=400, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("retired", models.BooleanField(default=False)),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commons.institution",
                    ),
                ),
            ],
            options={
                "ordering": ["added_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="LedgerCosignature",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=majlis.workspace.commons.fields.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("line", models.CharField(max_length=600)),
                ("seen_at", models.DateTimeField()),
                ("taken_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "checkpoint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cosignatures",
                        to="commons.ledgercheckpoint",
                    ),
                ),
                (
                    "witness",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cosignatures",
                        to="commons.ledgerwitness",
                    ),
                ),
            ],
            options={
                "ordering": ["seen_at", "pk"],
                "constraints": [models.UniqueConstraint(fields=("line",), name="one_cosignature_each")],
            },
        ),
        migrations.RunPython(fill_nodes, migrations.RunPython.noop, elidable=True),
    ]
