"""How an entry is written down and hashed into the chain.

Format 1. A link's hash is SHA-256 over the 32 bytes of the previous link's hash (zeros before
the first) followed by a JSON array in UTF-8, without spaces, object keys sorted, nothing
escaped that need not be:

    ["varn-audit-1", position, linked_at, entry id, at, event, subject, by, details]

Times are ISO 8601 in UTC with microseconds and +00:00. A later format gets a new name and a
new number in `ChainLink.format`; links in an old format are never rewritten.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

FORMAT = 1
NAMES = {1: "varn-audit-1"}
GENESIS = "0" * 64


@dataclass(frozen=True, kw_only=True)
class Content:
    """Everything about an entry that its link vouches for."""

    entry_id: int
    at: datetime
    event: str
    subject: str
    by: str
    details: Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link as stored, with the content that its entry has today."""

    position: int
    previous_hash: str
    hash: str
    linked_at: datetime
    format: int
    content: Content


def link_hash(
    content: Content,
    *,
    position: int,
    previous_hash: str,
    linked_at: datetime,
    format: int = FORMAT,  # noqa: A002
) -> str:
    """The hash that binds an entry to its position and to everything before it."""
    written = canonical(content, position=position, linked_at=linked_at, name=NAMES[format])
    return sha256(bytes.fromhex(previous_hash) + written).hexdigest()


def canonical(content: Content, *, position: int, linked_at: datetime, name: str) -> bytes:
    """The entry's one written form."""
    return as_json([
        name, position, moment(linked_at), content.entry_id, moment(content.at),
        content.event, content.subject, content.by, content.details,
    ])  # fmt: skip


def as_json(value: object) -> bytes:
    """JSON of which there is only one spelling."""
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text.encode()


def moment(at: datetime) -> str:
    """A moment in its one spelling."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
