"""The app's place in Django."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "varn.cms"
