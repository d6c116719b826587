"""The app's place in Django, where the wiring is made."""

from django.apps import AppConfig

from varn.project import wiring


class ProjectConfig(AppConfig):
    name = "varn.project"

    def ready(self) -> None:
        """Say what reacts to what."""
        wiring.connect()
