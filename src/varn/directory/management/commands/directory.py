"""`varn directory load`: bring in the places and organisations that Värn ships."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from varn.directory.actions import load_directory


class Command(BaseCommand):
    help = "Load the places and organisations that Värn ships; safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["load"])

    def handle(self, *_arguments: Any, **_options: Any) -> None:  # noqa: ANN401 - Django's signature
        loaded = load_directory(at=timezone.now())
        self.stdout.write(
            f"{loaded.places} places, {loaded.organisations} organisations, "
            f"{loaded.names} names, {loaded.successions} successions"
        )
