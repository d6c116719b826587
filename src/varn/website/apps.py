"""The app's place in Django."""

from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "varn.website"
