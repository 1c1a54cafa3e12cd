import django.db.models.deletion
from django.db import migrations, models

import majlis.workspace.commons.fields

SQLITE = ["CREATE VIRTUAL TABLE commons_searchwords USING fts5(title, body, tokenize = \"ascii tokenchars '/'\")"]
POSTGRESQL = [
    "ALTER TABLE commons_searchentry ADD COLUMN title tsvector, ADD COLUMN words tsvector",
    "CREATE INDEX search_title ON commons_searchentry USING gin (title)",
    "CREATE INDEX search_words ON commons_searchentry USING gin (words)",
]


def add_words(apps, schema_editor):  # noqa: ARG001
    """What is in the workspace already is indexed by the upgrade that applies this (see `search.index.refresh`)."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop_words(apps, schema_editor):  # noqa: ARG001
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE commons_searchwords")


class Migration(migrations.Migration):
    dependencies = [
        ("commons", "0004_daily_digest"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchAudience",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("owner", models.UUIDField()),
                ("handling", majlis.workspace.commons.fields.HandlingField()),
                ("draft", models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=60)),
                ("record", models.UUIDField(unique=True)),
                ("languages", models.CharField(max_length=400)),
                ("written_at", models.DateTimeField()),
                (
                    "audience",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.searchaudience"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["-written_at", "-record"], name="search_newest_first")],
            },
        ),
        migrations.RunPython(add_words, drop_words),
    ]
