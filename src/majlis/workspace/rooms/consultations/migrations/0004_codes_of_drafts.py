"""A short code for every consultation that is not over: what is printed needs it before the voting opens."""

import secrets

from django.db import migrations

LETTERS, LENGTH = "CDFHJKMNPRTWXY34679", 6


def give_codes(apps, schema_editor):  # noqa: ARG001
    """Give a code to each that has none."""
    consultations = apps.get_model("consultations", "Consultation").objects
    for consultation in consultations.filter(entrance=None).exclude(state="closed").exclude(door="imported"):
        code = ""
        while not code or consultations.filter(entrance=code).exists():
            code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        consultations.filter(pk=consultation.pk).update(entrance=code)


class Migration(migrations.Migration):
    dependencies = [("consultations", "0003_mending_by_two")]

    operations = [migrations.RunPython(give_codes, migrations.RunPython.noop)]
