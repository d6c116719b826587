"""When a reminder is due: so many working days before the planned day, each once."""

STEPS = (1, 7, 14, 30)


def reminder_step(working_days_left: int) -> int | None:
    """The reminder that is due when so many working days are left; None when none is.

    One that could not be sent in time is still due until the next comes.
    """
    if working_days_left < 0:
        return None
    return next((step for step in STEPS if working_days_left <= step), None)
