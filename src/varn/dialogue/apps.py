"""The app's place in Django."""

from django.apps import AppConfig


class DialogueConfig(AppConfig):
    name = "varn.dialogue"
