"""One index that counts and orders an activity's results without reading their rows."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0004_search"), ("mandate", "0008_work_imports")]

    operations = [
        migrations.AddIndex(
            model_name="result",
            index=models.Index(
                fields=["activity", "-occurred_on", "-id"],
                include=["place"],
                name="mandate_result_of_activity",
            ),
        ),
        migrations.RemoveIndex(model_name="result", name="mandate_result_latest"),
        migrations.AlterField(
            model_name="result",
            name="activity",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="results",
                to="mandate.activity",
            ),
        ),
    ]
