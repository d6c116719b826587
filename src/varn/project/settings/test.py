"""The test suite: a fast PostgreSQL of its own, cheap hashing, mail kept in memory."""

import hashlib
import tempfile
from pathlib import Path

from varn.project.embedded import cluster_in
from varn.project.settings.base import *  # noqa: F403 - settings are one namespace
from varn.project.settings.base import ENVIRONMENT, PACKAGE
from varn.project.settings.database import database

SECRET_KEY = "only-for-tests-and-long-enough-to-please-every-check-of-length"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost"]
CHECKOUT = hashlib.sha256(str(PACKAGE).encode()).hexdigest()[:8]  # two never share a database
TEST_FOLDER = Path(tempfile.gettempdir()) / f"varn-tests-{CHECKOUT}"
DATABASES = {
    "default": database(ENVIRONMENT.database_url or cluster_in(TEST_FOLDER, fast=True).url("varn"))
}
DATABASES["default"]["OPTIONS"].pop("pool")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
STORAGES = {
    "default": {"BACKEND": "varn.cms.storage.NoFiles"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
REQUIRE_MFA = False
STATIC_ROOT = TEST_FOLDER / "static"
MEDIA_ROOT = TEST_FOLDER / "media"
EVIDENCE_ROOT = TEST_FOLDER / "files"
CHAIN_HEADS = TEST_FOLDER / "audit-heads"
CHAIN_SIGNING_KEY_FILE = TEST_FOLDER / "chain-signing-key"
