"""Covers, texts and claims of final reports; a saved text is never changed."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

WRITTEN_STAYS = """
CREATE FUNCTION final_report_written_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was written is never changed; a new text gets the next number'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'final_report_written_stays';
END $$;
CREATE TRIGGER final_report_written_stays BEFORE UPDATE OR DELETE OR TRUNCATE
    ON final_report_parttext FOR EACH STATEMENT EXECUTE FUNCTION final_report_written_stays();
"""
NO_LONGER = """
DROP TRIGGER final_report_written_stays ON final_report_parttext;
DROP FUNCTION final_report_written_stays();
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("mandate", "0006_held_by_the_database"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportCover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("own_registry_number", models.CharField(blank=True, max_length=60)),
                (
                    "decided_by",
                    models.CharField(blank=True, help_text="Name and title.", max_length=200),
                ),
                ("decided_on", models.DateField(blank=True, null=True)),
                (
                    "presented_by",
                    models.CharField(blank=True, help_text="Name and title.", max_length=200),
                ),
                (
                    "present",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Names and titles.",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, help_text="Grows by one with each change."
                    ),
                ),
                ("changed_at", models.DateTimeField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "mandate",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="mandate.mandate",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PartClaim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.CharField(max_length=60)),
                ("opened_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField(help_text="Last saved, previewed or opened.")),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="mandate.mandate",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("mandate", "part", "person"), name="final_report_partclaim_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PartText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.CharField(max_length=60)),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField(blank=True)),
                ("written_at", models.DateTimeField()),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="mandate.mandate",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)),
                        name="final_report_parttext_number_from_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part__regex", "^[a-z_]+(:[1-9][0-9]*)?$")),
                        name="final_report_parttext_part_form",
                    ),
                    models.UniqueConstraint(
                        fields=("mandate", "part", "number"), name="final_report_parttext_number"
                    ),
                ],
            },
        ),
        migrations.RunSQL(WRITTEN_STAYS, NO_LONGER),
    ]
