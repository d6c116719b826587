"""Jobs in PostgreSQL: procrastinate, django-tasks-db as it comes, and our worker on top of it."""
