"""Likeness of letters in PostgreSQL, and indexes to find organisations by any of their names."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.operations import TrigramExtension
from django.contrib.postgres.search import SearchVector
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0003_unit_of_organisation")]

    operations = [
        TrigramExtension(),
        migrations.AddIndex(
            model_name="organisationname",
            index=GinIndex(SearchVector("name", config="swedish"), name="directory_name_words"),
        ),
        migrations.AddIndex(
            model_name="organisationname",
            index=GinIndex(
                OpClass(models.F("name"), "gin_trgm_ops"), name="directory_name_likeness"
            ),
        ),
    ]
