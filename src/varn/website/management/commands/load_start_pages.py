"""Put the public site's start pages in place."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from varn.website.actions import load_start_pages


class Command(BaseCommand):
    help = "Make the start page of each language that has none. What editors have written is kept."

    def handle(self, *args: object, **options: object) -> None:
        """Load them and say where they are."""
        for page in load_start_pages(at=timezone.now()):
            self.stdout.write(f"/{page.locale.language_code}/  {page.title}")
