from importlib import import_module

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import majlis.workspace.commons.fields
import majlis.workspace.commons.models.people

search = import_module("majlis.workspace.commons.migrations.0005_search")


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("commons", "0001_initial"),
        ("commons", "0002_claims_and_questions_within"),
        ("commons", "0003_no_provisional_runs"),
        ("commons", "0004_daily_digest"),
        ("commons", "0005_search"),
        ("commons", "0006_why"),
        ("commons", "0007_handling"),
        ("commons", "0008_ledger_in_full"),
        ("commons", "0009_release_history"),
        ("commons", "0010_charter_and_retention"),
        ("commons", "0011_rested"),
    ]

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "id",
                    models.UUIDField(
                        default=majlis.workspace.commons.fields.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(blank=True, max_length=120)),
                ("language", models.CharField(blank=True, max_length=2)),
                ("digest", models.BooleanField(default=True)),
                ("is_active", models.BooleanField(default=True)),
                ("left_at", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Institution",
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
                ("name", majlis.workspace.commons.fields.MultilingualField()),
                ("kind", models.CharField(blank=True, max_length=40)),
                ("locale", models.CharField(default="en", max_length=35)),
                (
                    "handling",
                    majlis.workspace.commons.fields.HandlingField(default=majlis.workspace.commons.models.people.amber),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
        ),
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
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                ("index", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("leaf", models.TextField()),
                ("leaf_hash", models.CharField(max_length=64)),
                ("nodes", models.TextField(default="")),
            ],
            options={
                "ordering": ["index"],
            },
        ),
        migrations.CreateModel(
            name="Population",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=120, unique=True)),
            ],
        ),
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
            name="Tombstone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("record_kind", models.CharField(max_length=60)),
                ("record_id", models.UUIDField(unique=True)),
                ("record_digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="CharterCheck",
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
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("version", models.CharField(max_length=20)),
                ("thorough", models.BooleanField()),
                ("broken", models.JSONField(default=list)),
                ("note", models.TextField()),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["-at"], name="commons_cha_at_20fd2c_idx")],
            },
        ),
        migrations.CreateModel(
            name="Erasure",
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
                ("policy", models.CharField(max_length=40)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("count", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["policy", "-at"], name="commons_era_policy_aa3db6_idx")],
            },
        ),
        migrations.CreateModel(
            name="Circle",
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
                ("name", majlis.workspace.commons.fields.MultilingualField()),
                ("institutions", models.ManyToManyField(related_name="circles", to="commons.institution")),
            ],
        ),
        migrations.CreateModel(
            name="LedgerHead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("edge", models.JSONField(default=list)),
                ("root", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="one_ledger_head")],
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
            name="Member",
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
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="commons.institution"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("user", "institution"), name="one_membership_each")],
            },
        ),
        migrations.CreateModel(
            name="Link",
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
                ("kind", models.CharField(editable=False, max_length=60)),
                ("handling", majlis.workspace.commons.fields.HandlingField()),
                ("language", models.CharField(default="und", max_length=35)),
                ("state", models.CharField(default="draft", max_length=24)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("digest", models.CharField(editable=False, max_length=64)),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("derives", "Derives"),
                            ("rested", "Rested"),
                            ("supports", "Supports"),
                            ("contests", "Contests"),
                            ("fulfils", "Fulfils"),
                            ("answers", "Answers"),
                        ],
                        max_length=10,
                    ),
                ),
                ("from_kind", models.CharField(max_length=60)),
                ("from_id", models.UUIDField()),
                ("from_digest", models.CharField(max_length=64)),
                ("to_kind", models.CharField(max_length=60)),
                ("to_id", models.UUIDField()),
                ("to_digest", models.CharField(max_length=64)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.institution"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commons.member",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["from_id"], name="commons_lin_from_id_f88eec_idx"),
                    models.Index(fields=["to_id"], name="commons_lin_to_id_f42c9e_idx"),
                    models.Index(fields=["relation", "from_id", "to_id", "to_digest", "to_kind"], name="links_down"),
                    models.Index(fields=["relation", "to_id"], name="links_up"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("relation__in", ["derives", "rested", "supports", "contests", "fulfils", "answers"])
                        ),
                        name="relation_is_known",
                    ),
                    models.UniqueConstraint(
                        fields=("relation", "from_id", "from_digest", "to_id", "to_digest"),
                        name="one_link_between_versions",
                    ),
                ],
            },
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
            name="CountRelease",
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
                ("table", models.CharField(max_length=120)),
                ("kind", models.CharField(choices=[("table", "Table"), ("once", "Once")], max_length=8)),
                ("state", models.CharField(max_length=64)),
                ("content", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "population",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="releases", to="commons.population"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("population", "table", "digest"), name="released_once"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["table", "once"])), name="release_kind_is_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
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
                ("kind", models.CharField(editable=False, max_length=60)),
                ("handling", majlis.workspace.commons.fields.HandlingField()),
                ("language", models.CharField(default="und", max_length=35)),
                ("state", models.CharField(default="draft", max_length=24)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("text", majlis.workspace.commons.fields.MultilingualField()),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commons.member",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.institution"
                    ),
                ),
                (
                    "within",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inner",
                        to="commons.question",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Contribution",
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
                ("kind", models.CharField(editable=False, max_length=60)),
                ("handling", majlis.workspace.commons.fields.HandlingField()),
                ("language", models.CharField(default="und", max_length=35)),
                ("state", models.CharField(default="draft", max_length=24)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("text", majlis.workspace.commons.fields.MultilingualField(null=True)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.institution"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commons.member",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contributions", to="commons.question"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RefusalCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=3)),
                ("month", models.CharField(max_length=7)),
                ("count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ["-month", "rule"],
                "constraints": [models.UniqueConstraint(fields=("rule", "month"), name="one_count_a_rule_and_month")],
            },
        ),
        migrations.CreateModel(
            name="Release",
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
                ("kind", models.CharField(editable=False, max_length=60)),
                ("handling", majlis.workspace.commons.fields.HandlingField()),
                ("language", models.CharField(default="und", max_length=35)),
                ("state", models.CharField(default="draft", max_length=24)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("subject_kind", models.CharField(max_length=60)),
                ("subject_id", models.UUIDField()),
                ("subject_digest", models.CharField(max_length=64)),
                ("before", majlis.workspace.commons.fields.HandlingField()),
                ("wanted", majlis.workspace.commons.fields.HandlingField()),
                ("reason", majlis.workspace.commons.fields.MultilingualField()),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commons.member",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.institution"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["subject_id"], name="commons_rel_subject_1bfb2e_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "asked")), fields=("subject_id",), name="one_release_waits"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["asked", "granted", "declined", "ended"])),
                        name="release_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReleaseAnswer",
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
                ("kind", models.CharField(editable=False, max_length=60)),
                ("handling", majlis.workspace.commons.fields.HandlingField()),
                ("language", models.CharField(default="und", max_length=35)),
                ("state", models.CharField(default="draft", max_length=24)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("agrees", models.BooleanField()),
                ("reason", majlis.workspace.commons.fields.MultilingualField()),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commons.member",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.institution"
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="commons.release"
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("release", "institution"), name="one_answer_an_originator")
                ],
            },
        ),
        migrations.CreateModel(
            name="Restriction",
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
                ("kind", models.CharField(editable=False, max_length=60)),
                ("handling", majlis.workspace.commons.fields.HandlingField()),
                ("language", models.CharField(default="und", max_length=35)),
                ("state", models.CharField(default="draft", max_length=24)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("reason", majlis.workspace.commons.fields.MultilingualField()),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commons.member",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.institution"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["narrow", "recall"])), name="restriction_is_known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Restricted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("record_kind", models.CharField(max_length=60)),
                ("record_id", models.UUIDField()),
                ("record_digest", models.CharField(max_length=64)),
                ("first", models.BooleanField(default=False)),
                ("floor", majlis.workspace.commons.fields.HandlingField()),
                ("told", models.ManyToManyField(related_name="+", to="commons.institution")),
                (
                    "restriction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="records", to="commons.restriction"
                    ),
                ),
            ],
            options={
                "ordering": ["-first", "pk"],
                "indexes": [models.Index(fields=["record_id"], name="commons_res_record__3ffdcb_idx")],
            },
        ),
        migrations.CreateModel(
            name="Noted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="commons.member"
                    ),
                ),
                (
                    "restriction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="noted", to="commons.restriction"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("restriction", "member"), name="noted_once")],
            },
        ),
        migrations.CreateModel(
            name="RoleGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("administrator", "Administrator"),
                            ("organiser", "Organiser"),
                            ("rapporteur", "Rapporteur"),
                            ("moderator", "Moderator"),
                            ("clerk", "Clerk"),
                            ("expert", "Expert"),
                            ("analyst", "Analyst"),
                            ("auditor", "Auditor"),
                            ("reader", "Reader"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="grants", to="commons.member"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("member", "role"), name="one_grant_a_role"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "administrator",
                                    "organiser",
                                    "rapporteur",
                                    "moderator",
                                    "clerk",
                                    "expert",
                                    "analyst",
                                    "auditor",
                                    "reader",
                                ],
                            )
                        ),
                        name="role_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Run",
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
                ("kind", models.CharField(editable=False, max_length=60)),
                ("handling", majlis.workspace.commons.fields.HandlingField()),
                ("language", models.CharField(default="und", max_length=35)),
                ("state", models.CharField(default="draft", max_length=24)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("analysis", models.CharField(max_length=60)),
                ("version", models.CharField(max_length=40)),
                ("parameters", models.JSONField(default=dict)),
                ("seed", models.BigIntegerField(default=0)),
                ("inputs", models.JSONField(default=list)),
                ("progress", models.FloatField(default=0)),
                ("stage", models.CharField(blank=True, max_length=60)),
                ("result", models.JSONField(null=True)),
                ("failure", models.CharField(blank=True, max_length=80)),
                ("started_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commons.member",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.institution"
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="runs",
                        to="commons.question",
                    ),
                ),
                (
                    "recomputes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recomputations",
                        to="commons.run",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["question", "analysis", "created_at"], name="commons_run_questio_f84f39_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["queued", "running", "done", "failed"])),
                        name="run_state_is_known",
                    ),
                    models.CheckConstraint(condition=models.Q(("progress__range", (0, 1))), name="progress_is_a_share"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
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
                ("kind", models.CharField(editable=False, max_length=60)),
                ("handling", majlis.workspace.commons.fields.HandlingField()),
                ("language", models.CharField(default="und", max_length=35)),
                ("state", models.CharField(default="draft", max_length=24)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("position", models.PositiveIntegerField()),
                ("key", models.CharField(max_length=80)),
                ("values", models.JSONField(default=dict)),
                ("estimate", models.FloatField(null=True)),
                ("low", models.FloatField(null=True)),
                ("high", models.FloatField(null=True)),
                ("level", models.FloatField(null=True)),
                ("n", models.PositiveIntegerField(null=True)),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("shown", "shown"),
                            ("not_shown", "not_shown"),
                            ("cannot_tell", "cannot_tell"),
                            ("described", "described"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.institution"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commons.member",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="findings", to="commons.run"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [models.UniqueConstraint(fields=("run", "position"), name="one_finding_a_position")],
            },
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
        migrations.CreateModel(
            name="Source",
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
                ("kind", models.CharField(editable=False, max_length=60)),
                ("handling", majlis.workspace.commons.fields.HandlingField()),
                ("language", models.CharField(default="und", max_length=35)),
                ("state", models.CharField(default="draft", max_length=24)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("title", majlis.workspace.commons.fields.MultilingualField()),
                ("address", models.URLField(blank=True, max_length=500)),
                ("published_on", models.DateField(blank=True, null=True)),
                (
                    "reliability",
                    models.CharField(
                        choices=[
                            ("A", "completely reliable"),
                            ("B", "usually reliable"),
                            ("C", "fairly reliable"),
                            ("D", "not usually reliable"),
                            ("E", "unreliable"),
                            ("F", "cannot be judged"),
                        ],
                        default="F",
                        max_length=1,
                    ),
                ),
                (
                    "credibility",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Confirmed"),
                            (2, "Probably True"),
                            (3, "Possibly True"),
                            (4, "Doubtful"),
                            (5, "Improbable"),
                            (6, "Cannot Be Judged"),
                        ],
                        default=6,
                    ),
                ),
                ("retraction", majlis.workspace.commons.fields.MultilingualField(null=True)),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commons.member",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.institution"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reliability__in", ["A", "B", "C", "D", "E", "F"])),
                        name="reliability_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("credibility__in", [1, 2, 3, 4, 5, 6])), name="credibility_is_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Claim",
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
                ("kind", models.CharField(editable=False, max_length=60)),
                ("handling", majlis.workspace.commons.fields.HandlingField()),
                ("language", models.CharField(default="und", max_length=35)),
                ("state", models.CharField(default="draft", max_length=24)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("subject_kind", models.CharField(max_length=60)),
                ("subject_id", models.UUIDField()),
                ("aspect", models.CharField(max_length=40)),
                ("value", majlis.workspace.commons.fields.MultilingualField()),
                ("said_on", models.DateField(blank=True, null=True)),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.institution"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="commons.member",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="claims", to="commons.source"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["subject_id"], name="commons_cla_subject_5afd4a_idx")],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("vocabulary", models.CharField(max_length=60)),
                ("code", models.CharField(max_length=80)),
                ("labels", majlis.workspace.commons.fields.MultilingualField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("vocabulary", "code"), name="one_term_a_code")],
            },
        ),
        migrations.CreateModel(
            name="Digest",
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
                ("day", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("sending", "Sending"),
                            ("sent", "Sent"),
                            ("nothing", "Nothing"),
                            ("failed", "Failed"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("failure", models.CharField(blank=True, max_length=40)),
                ("noted", models.BooleanField(default=False)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="digests", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["day", "pk"],
                "indexes": [models.Index(fields=["state", "at"], name="commons_dig_state_386142_idx")],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "day"), name="one_digest_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "sending", "sent", "nothing", "failed"])),
                        name="digest_state_is_known",
                    ),
                ],
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
        migrations.RunPython(search.add_words, search.drop_words),
    ]
