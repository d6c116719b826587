"""A grant's appropriation is one of its own mandate's, as a foreign key over both columns says."""

import django.db.models.deletion
from django.db import migrations, models

APPROPRIATION_OF_SAME_MANDATE = """
ALTER TABLE mandate_grant ADD CONSTRAINT mandate_grant_appropriation_of_same_mandate
    FOREIGN KEY (appropriation_id, mandate_id) REFERENCES mandate_appropriation (id, mandate_id)
    DEFERRABLE INITIALLY DEFERRED;
"""


class Migration(migrations.Migration):
    dependencies = [("mandate", "0003_facts_from_elsewhere")]

    operations = [
        migrations.AlterField(
            model_name="grant",
            name="appropriation",
            field=models.ForeignKey(
                blank=True,
                help_text="Of the same mandate: a foreign key says so.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="grants",
                to="mandate.appropriation",
            ),
        ),
        migrations.AddConstraint(
            model_name="appropriation",
            constraint=models.UniqueConstraint(
                fields=("id", "mandate"), name="mandate_appropriation_of_mandate"
            ),
        ),
        migrations.RunSQL(
            APPROPRIATION_OF_SAME_MANDATE,
            "ALTER TABLE mandate_grant DROP CONSTRAINT mandate_grant_appropriation_of_same_mandate",
        ),
    ]
