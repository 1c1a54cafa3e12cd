from django.db import migrations


def withdraw_provisional(apps, _):
    """What was computed while votes came in is shown no longer."""
    runs = apps.get_model("commons", "Run").objects.filter(provisional=True)
    apps.get_model("commons", "Finding").objects.filter(run__in=runs).delete()
    runs.update(state="failed", failure="run-withheld", result=None)


class Migration(migrations.Migration):
    dependencies = [("commons", "0002_claims_and_questions_within")]
    operations = [
        migrations.RunPython(withdraw_provisional, migrations.RunPython.noop),
        migrations.RemoveField("run", "provisional"),
    ]
