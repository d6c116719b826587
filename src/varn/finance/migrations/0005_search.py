"""Indexes to find vouchers by number, by words and by likeness."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0004_search"), ("finance", "0004_statements_held")]

    operations = [
        migrations.AddIndex(
            model_name="ledgerentry",
            index=GinIndex(SearchVector("text", config="swedish"), name="finance_entry_words"),
        ),
        migrations.AddIndex(
            model_name="ledgerentry",
            index=GinIndex(
                OpClass(models.F("text"), "gin_trgm_ops"), name="finance_entry_likeness"
            ),
        ),
        migrations.AddIndex(
            model_name="ledgerentry",
            index=models.Index(fields=["voucher"], name="finance_ledgerentry_voucher"),
        ),
    ]
