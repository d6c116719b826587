"""The app's place in Django."""

from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "varn.kernel"
