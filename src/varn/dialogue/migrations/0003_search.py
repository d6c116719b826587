import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dialogue", "0002_across_tables"),
        ("directory", "0004_search"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="meeting",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    "title", "agenda", "summary", config="swedish"
                ),
                name="dialogue_meeting_words",
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(models.F("title"), "gin_trgm_ops"),
                django.contrib.postgres.indexes.OpClass(models.F("agenda"), "gin_trgm_ops"),
                django.contrib.postgres.indexes.OpClass(models.F("summary"), "gin_trgm_ops"),
                name="dialogue_meeting_likeness",
            ),
        ),
    ]
