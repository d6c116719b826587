"""An authority's own installation: https, required MFA, nothing that demonstrates."""

from varn.project.env import SettingError
from varn.project.local_data import demonstration_date
from varn.project.settings.base import *  # noqa: F403 - settings are one namespace
from varn.project.settings.base import ENVIRONMENT
from varn.project.settings.database import database
from varn.project.settings.mail import mailer

if demonstration_date(ENVIRONMENT.data):
    raise SettingError(
        "VARN_DATA", "holds a demonstration", "Point it at a folder of its own for production."
    )

SECRET_KEY = ENVIRONMENT.secret_key or ""
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.origin] if ENVIRONMENT.origin else []
DATABASES = {"default": database(ENVIRONMENT.database_url or "", role=ENVIRONMENT.database_role)}
MAILERS = {"default": mailer(ENVIRONMENT.mail_url or "")}
CHAIN_SIGNING_KEY_FILE = None  # the key is given, never kept beside the data

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
if ENVIRONMENT.trusts_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # limits on attempts count by the visitor's own address
