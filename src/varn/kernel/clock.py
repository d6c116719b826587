"""The two times of the system.

`business_today` serves duties, money and coverage, and is what a demonstration date moves.
Law in force, sign-in, tokens, audit and credentials use real time (`django.utils.timezone`).
"""

from datetime import date

from django.conf import settings
from django.utils import timezone


def business_today() -> date:
    """Today, or the demonstration date where one is set."""
    as_of: date | None = settings.DEMONSTRATION_DATE
    return as_of or timezone.localdate()
