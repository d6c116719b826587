"""Writing to the audit trail, and keeping the chain over it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import Model

from varn.audit import queries
from varn.audit.choices import AuditEvent, Break
from varn.audit.gateways import read_heads, signing_key, write_head
from varn.audit.models import ChainLink, Entry, Unlinked
from varn.audit.rules.chain import FORMAT, GENESIS, link_hash
from varn.audit.rules.heads import (
    Head,
    UnreadableHeadError,
    UntrustedHeadError,
    opened,
    public_key_of,
)
from varn.audit.rules.verification import Finding, Verdict, follow

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from varn.accounts.models import User

CHAIN = "audit.chain"  # the subject of entries about the chain itself
LINKED_AT_ONCE = 2_000
LINKER_LOCK = 0x7661726E01  # any number, the same in every process
LINKED_WITHIN = timedelta(minutes=10)  # a worker links within seconds; later than this is a fault


class EmptyChainError(Exception):
    """Nothing has been linked yet, so there is no head to export."""


def record(
    event: str,
    *,
    subject: Model | str,
    by: "User | AnonymousUser | None",
    at: datetime,
    details: Mapping[str, object] | None = None,
) -> Entry:
    """Append one entry in the caller's transaction; `by` is None when the system itself acts.

    `details` holds what changed, never anything about a child, a suspect or a case.
    """
    return Entry.objects.create(
        event=event,
        subject=queries.subject_of(subject) if isinstance(subject, Model) else subject,
        by=by.get_username() if by else "",
        at=at,
        details=dict(details or {}),
    )


@transaction.atomic
def link_entries(*, at: datetime, at_most: int = LINKED_AT_ONCE) -> int:
    """Link entries that wait, oldest number first; return how many.

    One process links at a time. Entries join the chain in the order in which they are linked:
    one whose transaction commits late comes after entries with higher numbers.
    """
    _wait_for_other_linkers()
    waiting = Unlinked.objects.order_by("pk").select_related("entry")[:at_most]
    entries = [unlinked.entry for unlinked in waiting]
    end = queries.chain_end()
    ChainLink.objects.bulk_create(
        _links(
            entries, position=end.position if end else 0, end=end.hash if end else GENESIS, at=at
        )
    )
    Unlinked.objects.filter(pk__in=[entry.pk for entry in entries]).delete()
    return len(entries)


def link_all_entries(*, at: datetime) -> int:
    """Link everything that waits, some at a time."""
    total = 0
    while linked := link_entries(at=at):
        total += linked
    return total


@transaction.atomic
def queue_forgotten_entries() -> int:
    """Line up entries that have neither a link nor a place in the line, as after a restore."""
    _wait_for_other_linkers()
    waiting = Unlinked.objects.values("entry_id")
    forgotten = Entry.objects.filter(link=None).exclude(pk__in=waiting).order_by("pk")
    return len(Unlinked.objects.bulk_create([Unlinked(entry=entry) for entry in forgotten]))


@dataclass(frozen=True, kw_only=True)
class ExportedHead:
    """A head and the file that it was written to."""

    head: Head
    path: Path


def export_head(*, at: datetime) -> ExportedHead:
    """Sign how far the chain has come and keep that outside the database.

    Raises `EmptyChainError` or `SigningKeyError`.
    """
    end = queries.chain_end()
    if end is None:
        raise EmptyChainError
    head = Head(position=end.position, hash=end.hash, count=ChainLink.objects.count(), at=at)
    path = write_head(head, key=signing_key())
    record(
        AuditEvent.HEAD_EXPORTED,
        subject=CHAIN,
        by=None,
        at=at,
        details={"position": head.position, "hash": head.hash, "file": path.name},
    )
    return ExportedHead(head=head, path=path)


def verify_chain(
    *,
    at: datetime,
    trusted_keys: Iterable[str] = (),
    linked_within: timedelta = LINKED_WITHIN,
) -> Verdict:
    """Check every link, entry and exported head, and record what was found.

    `trusted_keys` are public keys of earlier signing keys, in hexadecimal.
    """
    heads, finding = _open_heads({public_key_of(signing_key()), *trusted_keys})
    with transaction.atomic():
        verdict = follow(queries.links(), heads=heads)
    finding = verdict.finding or finding or _late(at - linked_within)
    verdict = Verdict(links=verdict.links, heads=verdict.heads, finding=finding)
    record(
        AuditEvent.CHAIN_BROKEN if finding else AuditEvent.CHAIN_VERIFIED,
        subject=CHAIN,
        by=None,
        at=at,
        details=_details(verdict),
    )
    return verdict


def _wait_for_other_linkers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LINKER_LOCK])


def _links(
    entries: Iterable[Entry], *, position: int, end: str, at: datetime
) -> Iterable[ChainLink]:
    for place, entry in enumerate(entries, start=position + 1):
        content = queries.content_of(entry)
        previous, end = end, link_hash(content, position=place, previous_hash=end, linked_at=at)
        yield ChainLink(
            position=place,
            entry=entry,
            format=FORMAT,
            previous_hash=previous,
            hash=end,
            linked_at=at,
        )


def _open_heads(trusted: set[str]) -> tuple[dict[str, Head], Finding | None]:
    heads: dict[str, Head] = {}
    finding = None
    for name, text in read_heads():
        try:
            heads[name] = opened(text, trusted=trusted)
        except UnreadableHeadError:
            finding = finding or Finding(kind=Break.HEAD_UNREADABLE, name=name)
        except UntrustedHeadError:
            finding = finding or Finding(kind=Break.HEAD_SIGNATURE, name=name)
    return heads, finding


def _late(moment: datetime) -> Finding | None:
    late = queries.unlinked_since(moment).first()
    return Finding(kind=Break.UNLINKED, position=late.pk) if late else None


def _details(verdict: Verdict) -> dict[str, object]:
    counts: dict[str, object] = {"links": verdict.links, "heads": verdict.heads}
    if verdict.finding is None:
        return counts
    found = verdict.finding
    return {**counts, "break": found.kind, "position": found.position, "name": found.name}
