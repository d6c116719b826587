"""Indexes to find requirements, activities and results by words and by likeness."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector
from django.db import migrations, models

SEARCHED = {
    "requirement": ("text",),
    "activity": ("title", "description"),
    "result": ("title", "description"),
}


def indexes(model: str, fields: tuple[str, ...]) -> list[GinIndex]:
    groups = [OpClass(models.F(field), "gin_trgm_ops") for field in fields]
    return [
        GinIndex(SearchVector(*fields, config="swedish"), name=f"mandate_{model}_words"),
        GinIndex(*groups, name=f"mandate_{model}_likeness"),
    ]


class Migration(migrations.Migration):
    dependencies = [("directory", "0004_search"), ("mandate", "0006_held_by_the_database")]

    operations = [
        migrations.AddIndex(model_name=model, index=index)
        for model, fields in SEARCHED.items()
        for index in indexes(model, fields)
    ]
