"""The app's place in Django, where its checks are made known."""

from django.apps import AppConfig
from django.core import checks

from varn.accounts.checks import check_sign_in


class AccountsConfig(AppConfig):
    name = "varn.accounts"

    def ready(self) -> None:
        """Have the settings for sign-in checked before anything starts."""
        checks.register(check_sign_in, checks.Tags.security)
