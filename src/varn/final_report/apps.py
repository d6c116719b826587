"""The app's place in Django."""

from django.apps import AppConfig


class FinalReportConfig(AppConfig):
    name = "varn.final_report"
