"""Värn's own settings, with procrastinate beside the jobs that Värn has."""

from varn.project.settings.local import *  # noqa: F403 - settings are one namespace
from varn.project.settings.local import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "procrastinate.contrib.django"]
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None
PROCRASTINATE_IMPORT_PATHS = ["bench.jobs.peer_tasks"]
