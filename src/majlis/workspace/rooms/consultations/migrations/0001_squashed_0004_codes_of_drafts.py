import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import majlis.workspace.commons.fields


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("consultations", "0001_initial"),
        ("consultations", "0002_the_hall"),
        ("consultations", "0003_mending_by_two"),
        ("consultations", "0004_codes_of_drafts"),
    ]

    dependencies = [
        ("commons", "0001_squashed_0011_rested"),
    ]

    operations = [
        migrations.CreateModel(
            name="Consultation",
            fields=[
                (
                    "question_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="commons.question",
                    ),
                ),
                ("headline", majlis.workspace.commons.fields.MultilingualField(null=True)),
                ("introduction", majlis.workspace.commons.fields.MultilingualField(null=True)),
                ("working_title", models.CharField(blank=True, max_length=200)),
                (
                    "door",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("codes", "Codes"),
                            ("members", "Members"),
                            ("imported", "Imported"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("consent", majlis.workspace.commons.fields.MultilingualField(null=True)),
                ("help_line", majlis.workspace.commons.fields.MultilingualField(null=True)),
                ("least_age", models.PositiveSmallIntegerField(null=True)),
                ("with_guardian", models.BooleanField(default=False)),
                ("takes_statements", models.BooleanField(default=False)),
                ("simulated", models.BooleanField(default=False)),
                ("entrance", models.CharField(max_length=8, null=True, unique=True)),
                ("opened_at", models.DateTimeField(null=True)),
                ("closes_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closing", models.JSONField(null=True)),
                ("votes_salt", models.BinaryField(max_length=32, null=True)),
                (
                    "closes_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.member"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("door__in", ["open", "codes", "members", "imported"])), name="door_is_known"
                    )
                ],
            },
            bases=("commons.question",),
        ),
        migrations.CreateModel(
            name="Code",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("batch", models.PositiveIntegerField()),
                ("serial", models.PositiveIntegerField()),
                ("digest", models.BinaryField(max_length=16)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("fresh", "Fresh"),
                            ("spent", "Spent"),
                            ("revoked", "Revoked"),
                            ("replaced", "Replaced"),
                        ],
                        default="fresh",
                        max_length=10,
                    ),
                ),
                ("knock", models.BinaryField(max_length=16, null=True)),
                ("expires_at", models.DateTimeField(null=True)),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="codes",
                        to="consultations.consultation",
                    ),
                ),
            ],
            options={
                "ordering": ["serial"],
                "constraints": [
                    models.UniqueConstraint(fields=("consultation", "serial"), name="one_code_a_serial"),
                    models.UniqueConstraint(fields=("consultation", "digest"), name="one_code_a_digest"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["fresh", "spent", "revoked", "replaced"])),
                        name="code_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ballot", models.CharField(max_length=20)),
                ("answers", models.JSONField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "clerk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.member"
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paper",
                        to="consultations.consultation",
                    ),
                ),
            ],
            options={
                "ordering": ["ballot", "at"],
                "constraints": [
                    models.UniqueConstraint(fields=("consultation", "ballot", "clerk"), name="one_entry_a_clerk")
                ],
            },
        ),
        migrations.CreateModel(
            name="Sent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("pseudonym", models.BinaryField(max_length=16)),
                ("identifier", models.BinaryField(max_length=16)),
                ("statement", models.BooleanField(default=False)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="consultations.consultation"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["consultation", "pseudonym", "at"], name="consultatio_consult_6f2a34_idx")
                ],
                "constraints": [models.UniqueConstraint(fields=("pseudonym", "identifier"), name="sent_once")],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "contribution_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="commons.contribution",
                    ),
                ),
                ("code", models.CharField(max_length=200)),
                ("position", models.PositiveIntegerField()),
                ("receipt", models.BinaryField(max_length=32, null=True)),
                ("appeal", majlis.workspace.commons.fields.MultilingualField(null=True)),
                ("appealed_at", models.DateTimeField(null=True)),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="consultations.consultation",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="consultations.statement",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("consultation", "code"), name="one_statement_a_code"),
                    models.UniqueConstraint(fields=("consultation", "position"), name="one_statement_a_position"),
                ],
            },
            bases=("commons.contribution",),
        ),
        migrations.CreateModel(
            name="Mending",
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
                ("text_before", majlis.workspace.commons.fields.MultilingualField()),
                ("text_after", majlis.workspace.commons.fields.MultilingualField()),
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
                    "decided_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.member"
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.institution"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mendings",
                        to="consultations.statement",
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["proposed", "agreed", "left"])), name="mending_state_is_known"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "proposed")), fields=("statement",), name="one_mending_waits"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                    "before",
                    models.CharField(choices=[("pending", "Pending"), ("in", "In"), ("out", "Out")], max_length=10),
                ),
                (
                    "after",
                    models.CharField(choices=[("pending", "Pending"), ("in", "In"), ("out", "Out")], max_length=10),
                ),
                ("reason", models.CharField(max_length=40)),
                ("note", majlis.workspace.commons.fields.MultilingualField(null=True)),
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
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="consultations.statement",
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Translation",
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
                ("into", models.CharField(max_length=35)),
                ("due", models.DateField(null=True)),
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
                    "reviewer",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.member"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="translations",
                        to="consultations.statement",
                    ),
                ),
                (
                    "translator",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.member"
                    ),
                ),
            ],
            options={
                "ordering": ["due", "statement__position", "into"],
                "constraints": [
                    models.UniqueConstraint(fields=("statement", "into"), name="one_translation_a_language"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["wanted", "proposed", "reviewed"])),
                        name="translation_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("pseudonym", models.BinaryField(max_length=16)),
                ("value", models.SmallIntegerField()),
                ("cast_at", models.DateTimeField(null=True)),
                ("first_value", models.SmallIntegerField(null=True)),
                ("first_at", models.DateTimeField(null=True)),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="votes", to="consultations.statement"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["pseudonym"], name="consultatio_pseudon_884e1c_idx")],
                "constraints": [
                    models.UniqueConstraint(fields=("statement", "pseudonym"), name="one_vote_a_statement"),
                    models.CheckConstraint(condition=models.Q(("value__in", (-1, 0, 1))), name="vote_is_known"),
                ],
            },
        ),
    ]
