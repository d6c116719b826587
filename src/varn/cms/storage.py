"""Where the back office would keep files: nowhere. No picture of a child may ever end up here.

The views that take in files are closed. This stands behind them, should a new one ever open.
"""

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.core.files.storage import Storage


class NoFiles(Storage):
    """Keeps nothing and refuses everything handed to it."""

    def _save(self, name: str, content: "File[bytes]") -> str:
        raise PermissionDenied("Files are taken in as evidence or decisions, and nowhere else.")

    def exists(self, name: str) -> bool:
        return False
