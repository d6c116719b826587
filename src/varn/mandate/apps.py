"""The app's place in Django."""

from django.apps import AppConfig


class MandateConfig(AppConfig):
    name = "varn.mandate"
