"""Files outside the database: the exported heads, and the key that signs them."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from varn.audit.rules.chain import moment
from varn.audit.rules.heads import Head, signed

OWNER_ONLY = 0o600


class SigningKeyError(Exception):
    """The key for signing heads is missing or is no Ed25519 seed; the message says what to do."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"VARN_CHAIN_SIGNING_KEY {problem}. Set it to 64 hexadecimal digits, made with: "
            "openssl rand -hex 32"
        )


def signing_key() -> Ed25519PrivateKey:
    """The installation's key: given by a setting, or kept in the data folder of a local one."""
    seed = settings.CHAIN_SIGNING_KEY or _kept_seed(settings.CHAIN_SIGNING_KEY_FILE)
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))
    except ValueError:
        raise SigningKeyError("is not an Ed25519 seed") from None


def write_head(head: Head, *, key: Ed25519PrivateKey) -> Path:
    """Put a signed head beside the earlier ones; none is ever overwritten."""
    folder: Path = settings.CHAIN_HEADS
    folder.mkdir(parents=True, exist_ok=True)
    day, clock = moment(head.at)[:19].split("T")
    path = folder / f"{day}-{clock.replace(':', '')}-{head.position}.json"
    _write_once(path, signed(head, key))
    return path


def read_heads() -> Iterator[tuple[str, str]]:
    """Name and text of every exported head, by name."""
    for path in sorted(settings.CHAIN_HEADS.glob("*.json")):
        yield path.name, path.read_text(errors="replace")


def _kept_seed(path: Path | None) -> str:
    if path is None:
        raise SigningKeyError("is missing")
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_once(path, secrets.token_hex(32))
    return path.read_text().strip()


def _write_once(path: Path, text: str) -> None:
    """Write a whole file or none; where another process was first, its file stands."""
    half_done = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(
        os.open(half_done, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "w"
    ) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(half_done, path)
    except FileExistsError:
        return
    finally:
        half_done.unlink()
