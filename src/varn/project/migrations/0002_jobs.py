"""The schedule's memory, and a short way to the jobs that are being done."""

from django.db import migrations, models

INDEX = """
CREATE INDEX varn_running_jobs ON django_tasks_database_dbtaskresult (id) WHERE status = 'RUNNING'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("project", "0001_cache_table"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
    ]

    operations = [
        migrations.CreateModel(
            name="ScheduledRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, unique=True)),
                ("slot", models.DateTimeField(null=True)),
            ],
        ),
        migrations.RunSQL(INDEX, "DROP INDEX varn_running_jobs"),
    ]
