"""The cache that all workers share. Django's own command makes it only where settings use it."""

from django.db import migrations

MAKE = """
CREATE TABLE IF NOT EXISTS varn_cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX IF NOT EXISTS varn_cache_expires ON varn_cache (expires);
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunSQL(MAKE, "DROP TABLE varn_cache;")]
