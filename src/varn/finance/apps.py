"""The app's place in Django."""

from django.apps import AppConfig


class FinanceConfig(AppConfig):
    name = "varn.finance"
