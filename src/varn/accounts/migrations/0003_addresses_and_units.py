"""One spelling of each address, and units only together with their own organisation."""

import django.db.models.functions.text
from django.db import migrations, models


def unit_of_same_organisation(table: str) -> migrations.RunSQL:
    name = f"{table}_unit_of_same_organisation"
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name}"
        " FOREIGN KEY (unit_id, organisation_id) REFERENCES directory_unit (id, organisation_id)"
        " DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


def small_letters(model: str) -> migrations.AddConstraint:
    return migrations.AddConstraint(
        model_name=model,
        constraint=models.CheckConstraint(
            condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
            name=f"accounts_{model}_email_in_small_letters",
        ),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_memberships"),
        ("directory", "0003_unit_of_organisation"),
    ]

    operations = [
        small_letters("user"),
        small_letters("invitation"),
        unit_of_same_organisation("accounts_membership"),
        unit_of_same_organisation("accounts_invitation"),
    ]
