"""Refuses to start with settings that would leave sign-in open."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "testserver"}


def check_sign_in(app_configs: Any, **kwargs: Any) -> Sequence[CheckMessage]:  # noqa: ANN401
    """One-click sign-in is for this machine alone, and production always asks for a second step."""
    found = []
    is_production = settings.ENVIRONMENT.is_production
    if settings.DEMONSTRATION_SIGN_IN and (
        is_production or not set(settings.ALLOWED_HOSTS) <= LOCAL_HOSTS
    ):
        found.append(
            Error(
                "DEMONSTRATION_SIGN_IN is on where others than this machine can reach it.",
                hint="Only `varn demo` switches it on, in a data folder of its own.",
                id="accounts.E001",
            )
        )
    if is_production and not settings.REQUIRE_MFA:
        found.append(
            Error(
                "REQUIRE_MFA is off in production.",
                hint="Remove the setting; production asks everyone for a second step.",
                id="accounts.E002",
            )
        )
    return found
