"""What the log leaves out: the secrets that stand in the addresses of calendars and invitations."""

import logging
import re

SECRET = re.compile(r"[A-Za-z0-9_-]{32,}")
HIDDEN = "…"


class WithoutSecrets(logging.Filter):
    """Hides every part of a logged text that is as long as our secrets are."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the values of the line; let every line through."""
        if isinstance(record.args, tuple):
            record.args = tuple(_hidden(each) for each in record.args)
        return True


def _hidden(value: object) -> object:
    return SECRET.sub(HIDDEN, value) if isinstance(value, str) else value
