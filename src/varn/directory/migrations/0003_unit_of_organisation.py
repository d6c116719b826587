"""A contact's unit is a unit of the contact's own organisation."""

from django.db import migrations, models

UNIT_OF_SAME_ORGANISATION = """
ALTER TABLE directory_contact ADD CONSTRAINT directory_contact_unit_of_same_organisation
    FOREIGN KEY (unit_id, organisation_id) REFERENCES directory_unit (id, organisation_id)
    DEFERRABLE INITIALLY DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_imports")]

    operations = [
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(
                fields=("id", "organisation"), name="directory_unit_of_organisation"
            ),
        ),
        migrations.RunSQL(
            UNIT_OF_SAME_ORGANISATION,
            "ALTER TABLE directory_contact"
            " DROP CONSTRAINT directory_contact_unit_of_same_organisation",
        ),
    ]
