"""Files on disk, each kept under the hash of its content: nothing is overwritten or doubled."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

OWNER_ONLY = 0o700


def keep_file(data: bytes) -> str:
    """Keep the content and return the hash to find it by; keeping it again changes nothing."""
    sha256 = hashlib.sha256(data).hexdigest()
    target = kept_file(sha256)
    if target.exists():
        return sha256
    target.parent.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(target)
    return sha256


def kept_file(sha256: str) -> Path:
    """Where the content with this hash is kept."""
    return Path(settings.EVIDENCE_ROOT) / sha256[:2] / sha256[2:4] / sha256
