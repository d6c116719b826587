"""What a local data folder remembers beside its database: its secret and its demonstration date."""

import json
import secrets
from datetime import date
from pathlib import Path

DEMONSTRATION_FILE = "demonstration.json"
SECRET_FILE = "secret-key"  # noqa: S105 - a file's name
OWNER_ONLY = 0o700


def make_folder(data: Path) -> None:
    """Make the data folder, where it is missing, for its owner only: mail in it holds links."""
    data.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)


def secret_key(data: Path, *, given: str | None) -> str:
    """The given key, else one made for this folder and kept there, readable by its owner only.

    Where the folder isn't made yet nothing is kept either, so a throw-away key will do.
    """
    if given:
        return given
    if not data.exists():
        return secrets.token_urlsafe(50)
    path = data / SECRET_FILE
    if not path.exists():
        new = data / f"{SECRET_FILE}.{secrets.token_hex(4)}"
        new.touch(mode=0o600)
        new.write_text(secrets.token_urlsafe(50))
        new.replace(path)
    return path.read_text()


def demonstration_date(data: Path) -> date | None:
    """The day that the folder's demonstration shows, or None where the folder holds none."""
    path = data / DEMONSTRATION_FILE
    if not path.exists():
        return None
    return date.fromisoformat(json.loads(path.read_text())["as_of"])


def mark_demonstration(data: Path, *, as_of: date) -> None:
    """Make the folder a demonstration as of a day."""
    make_folder(data)
    (data / DEMONSTRATION_FILE).write_text(json.dumps({"as_of": as_of.isoformat()}))
