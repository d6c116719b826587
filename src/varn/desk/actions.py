"""What a person does on the desk itself."""

from datetime import datetime
from typing import TYPE_CHECKING

from varn.desk.models import Visit

if TYPE_CHECKING:
    from varn.accounts.models import User


def mark_seen(*, until: datetime, by: "User", at: datetime) -> Visit:
    """Note that a person has seen what is new up to a moment, never later than now.

    Not in the trail: it says what somebody read, and changes nothing for anybody else.
    """
    seen_at = min(until, at)
    visit, _made = Visit.objects.update_or_create(user=by, defaults={"seen_at": seen_at})
    return visit
