"""An exported head: the chain's length and last hash, signed, kept outside the database."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from varn.audit.rules.chain import as_json, moment

FORMAT = "varn-audit-head-1"


class UnreadableHeadError(ValueError):
    """The file does not hold an exported head."""


class UntrustedHeadError(ValueError):
    """The head is not signed by a trusted key, or was changed after it was signed."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """How far the chain had come."""

    position: int
    hash: str
    count: int
    at: datetime


def signed(head: Head, key: Ed25519PrivateKey) -> str:
    """The head as a signed JSON document."""
    said = _said(head)
    document = {
        **said,
        "public_key": public_key_of(key),
        "signature": key.sign(as_json(said)).hex(),
    }
    return json.dumps(document, indent=2) + "\n"


def opened(text: str | bytes, *, trusted: Iterable[str]) -> Head:
    """The head in a signed document.

    Raises `UnreadableHeadError` or `UntrustedHeadError`.
    """
    try:
        document = json.loads(text)
        head = Head(
            position=int(document["position"]),
            hash=str(document["hash"]),
            count=int(document["count"]),
            at=datetime.fromisoformat(document["at"]),
        )
        signature = bytes.fromhex(document["signature"])
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableHeadError(str(error)) from error
    if not any(_is_signed_by(key, signature, head) for key in trusted):
        raise UntrustedHeadError(str(document.get("public_key")))
    return head


def public_key_of(key: Ed25519PrivateKey) -> str:
    """What an outside auditor needs to check the signatures, in hexadecimal."""
    return key.public_key().public_bytes_raw().hex()


def _said(head: Head) -> dict[str, object]:
    return {
        "format": FORMAT,
        "position": head.position,
        "hash": head.hash,
        "count": head.count,
        "at": moment(head.at),
    }


def _is_signed_by(public_key: str, signature: bytes, head: Head) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(
            signature, as_json(_said(head))
        )
    except (InvalidSignature, ValueError):
        return False
    return True
