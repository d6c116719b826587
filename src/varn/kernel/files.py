"""Files on disk: written whole or not at all; kept ones under the hash of their content."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

FOLDER_OF_OWNER = 0o700
FILE_OF_OWNER = 0o600
FILE_FOR_ALL = 0o644


def keep_file(data: bytes) -> str:
    """Keep the content and return the hash to find it by; keeping it again changes nothing."""
    sha256 = hashlib.sha256(data).hexdigest()
    target = kept_file(sha256)
    if target.exists():
        return sha256
    target.parent.mkdir(mode=FOLDER_OF_OWNER, parents=True, exist_ok=True)
    write_whole(target, data)
    return sha256


def kept_file(sha256: str) -> Path:
    """Where the content with this hash is kept."""
    return Path(settings.EVIDENCE_ROOT) / sha256[:2] / sha256[2:4] / sha256


def write_whole(path: Path, data: bytes, *, mode: int = FILE_OF_OWNER) -> None:
    """Write beside the target and move into place, so that no half file is ever seen."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(mode)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
