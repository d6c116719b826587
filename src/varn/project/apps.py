"""The app's place in Django, where the wiring is made."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "varn.project"

    def ready(self) -> None:
        """Say what reacts to what; models can be imported from here on."""
        from varn.project import wiring

        wiring.connect()
