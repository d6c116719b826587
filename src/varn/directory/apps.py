"""The app's place in Django."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "varn.directory"
