"""One machine, one person: development, and the demonstration where the data folder holds one.

Whether a data folder is a demonstration is written in the folder (`varn demo` marks it), so
that every later command on the same folder sees the same date and the same sign-ins.
"""

from varn.project.embedded import cluster_in
from varn.project.local_data import demonstration_date, secret_key
from varn.project.settings.base import *  # noqa: F403 - settings are one namespace
from varn.project.settings.base import ENVIRONMENT
from varn.project.settings.database import database

SECRET_KEY = secret_key(ENVIRONMENT.data, given=ENVIRONMENT.secret_key)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DATABASES = {
    "default": database(
        ENVIRONMENT.database_url or cluster_in(ENVIRONMENT.data).url("varn"),
        role=ENVIRONMENT.database_role,
    )
}

DEMONSTRATION_DATE = demonstration_date(ENVIRONMENT.data)
DEMONSTRATION_SIGN_IN = DEMONSTRATION_DATE is not None
REQUIRE_MFA = not DEMONSTRATION_SIGN_IN

MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": ENVIRONMENT.data / "mail"},
    }
}
