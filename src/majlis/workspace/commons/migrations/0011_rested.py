from django.db import migrations, models

RELATIONS = ["derives", "rested", "supports", "contests", "fulfils", "answers"]


class Migration(migrations.Migration):
    dependencies = [
        ("commons", "0010_charter_and_retention"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="link", name="relation_is_known"),
        migrations.AlterField(
            model_name="link",
            name="relation",
            field=models.CharField(
                choices=[(relation, relation.title()) for relation in RELATIONS],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="link",
            constraint=models.CheckConstraint(
                condition=models.Q(("relation__in", RELATIONS)), name="relation_is_known"
            ),
        ),
    ]
