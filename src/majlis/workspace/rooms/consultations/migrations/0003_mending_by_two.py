import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F


def carry_over(apps, _):
    """Say of the typos mended so far that they stand, and of revoked codes that no new one may be made for them.

    Which of these had one already was not written down, and a second would be a second vote.
    """
    mendings = apps.get_model("consultations", "Mending").objects
    mendings.update(state="agreed", decided_at=F("created_at"))
    apps.get_model("consultations", "Code").objects.filter(state="revoked").update(state="replaced")


class Migration(migrations.Migration):
    dependencies = [
        ("commons", "0001_initial"),
        ("consultations", "0002_the_hall"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="code", name="code_state_is_known"),
        migrations.AddField("code", "knock", models.BinaryField(max_length=16, null=True)),
        migrations.AlterField(
            "code",
            "state",
            models.CharField(
                choices=[("fresh", "Fresh"), ("spent", "Spent"), ("revoked", "Revoked"), ("replaced", "Replaced")],
                default="fresh",
                max_length=10,
            ),
        ),
        migrations.AddField(
            "mending",
            "decided_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="commons.member"
            ),
        ),
        migrations.AddField("mending", "decided_at", models.DateTimeField(null=True)),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.AddConstraint(
            "code",
            models.CheckConstraint(
                condition=models.Q(("state__in", ["fresh", "spent", "revoked", "replaced"])), name="code_state_is_known"
            ),
        ),
        migrations.AddConstraint(
            "mending",
            models.CheckConstraint(
                condition=models.Q(("state__in", ["proposed", "agreed", "left"])), name="mending_state_is_known"
            ),
        ),
        migrations.AddConstraint(
            "mending",
            models.UniqueConstraint(
                condition=models.Q(("state", "proposed")), fields=("statement",), name="one_mending_waits"
            ),
        ),
    ]
