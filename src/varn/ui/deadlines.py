"""How near a deadline is when it is spoken of as near. Plain values."""

SOON_IN_DAYS = 14
