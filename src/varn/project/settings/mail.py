"""The mail setting for a VARN_MAIL_URL."""

from typing import Any
from urllib.parse import unquote, urlsplit

SMTPS_PORT = 465


def mailer(url: str) -> dict[str, Any]:
    """Django's mailer for smtp:// (STARTTLS unless the server is this machine) or smtps://."""
    parts = urlsplit(url)
    is_smtps = parts.scheme == "smtps"
    is_this_machine = parts.hostname in ("localhost", "127.0.0.1", "::1")
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": parts.hostname or "localhost",
            "port": parts.port or (SMTPS_PORT if is_smtps else 25),
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_ssl": is_smtps,
            "use_tls": not is_smtps and not is_this_machine,
            "timeout": 20,
        },
    }
