"""Questions to the trail and its chain."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Max, Model, QuerySet
from django.utils import timezone

from varn.audit.choices import AuditEvent, Break
from varn.audit.models import ChainLink, Entry, Unlinked
from varn.audit.rules.chain import Content, Link
from varn.audit.rules.verification import Finding

ROWS_AT_A_TIME = 2_000
PAGE_SIZE = 50


@dataclass(frozen=True, kw_only=True)
class ChainState:
    """How far the chain has come, and what its last verification said."""

    position: int
    waiting: int
    checked: Entry | None

    @property
    def finding(self) -> str:
        """What the last verification found to be broken, in words."""
        if self.checked is None or not self.is_broken:
            return ""
        details = self.checked.details
        kind = Break(details["break"])
        return str(Finding(kind=kind, position=details["position"], name=details["name"]))

    @property
    def is_broken(self) -> bool:
        """Whether the last verification found a break."""
        return self.checked is not None and self.checked.event == AuditEvent.CHAIN_BROKEN


@dataclass(frozen=True, kw_only=True)
class EntryFilter:
    """What somebody looks for in the trail; empty values don't narrow."""

    event: str = ""
    person: str = ""
    day: date | None = None
    subject: str = ""


@dataclass(frozen=True, kw_only=True)
class EntryPage:
    """Some entries, and the number before which the next ones are."""

    entries: tuple[Entry, ...] = ()
    older_than: int | None = None


def entry_page(wanted: EntryFilter, *, before: int | None = None) -> EntryPage:
    """One page of matching entries; as fast deep down in the trail as at its top."""
    found = entries(wanted)
    if before:
        found = found.filter(pk__lt=before)
    read = tuple(found[: PAGE_SIZE + 1])
    page = read[:PAGE_SIZE]
    return EntryPage(entries=page, older_than=page[-1].pk if len(read) > PAGE_SIZE else None)


def entries(wanted: EntryFilter) -> QuerySet[Entry]:
    """Entries that match, the latest written first."""
    found = Entry.objects.order_by("-pk")
    if wanted.event:
        found = found.filter(event=wanted.event)
    if wanted.person:
        found = found.filter(by=wanted.person.strip().lower())
    if wanted.subject:
        found = found.filter(subject=wanted.subject.strip())
    if wanted.day:
        start = timezone.make_aware(datetime.combine(wanted.day, time.min))
        end = timezone.make_aware(datetime.combine(wanted.day + timedelta(days=1), time.min))
        found = found.filter(at__gte=start, at__lt=end)
    return found


def subject_of(thing: Model) -> str:
    """What the trail calls a thing, such as accounts.user:7."""
    return f"{thing._meta.label_lower}:{thing.pk}"


def latest_moment(*, events: Iterable[str], subjects: Iterable[str]) -> datetime | None:
    """When any of the events last happened to any of the subjects."""
    found = Entry.objects.filter(event__in=list(events), subject__in=list(subjects))
    latest: datetime | None = found.aggregate(latest=Max("at"))["latest"]
    return latest


def entries_since(moment: datetime, *, events: Iterable[str], at_most: int) -> list[Entry]:
    """The latest entries of some kinds after a moment, a bounded number, without their details."""
    found = Entry.objects.filter(at__gt=moment, event__in=list(events)).order_by("-at", "-pk")
    return list(found.defer("details")[:at_most])


def chain_state() -> ChainState:
    """Where the chain stands now."""
    checks = (AuditEvent.CHAIN_VERIFIED, AuditEvent.CHAIN_BROKEN)
    latest = [Entry.objects.filter(event=event).order_by("-pk").first() for event in checks]
    return ChainState(
        position=ChainLink.objects.aggregate(last=Max("position"))["last"] or 0,
        waiting=Unlinked.objects.count(),
        checked=max(filter(None, latest), key=lambda entry: entry.pk, default=None),
    )


def chain_end() -> ChainLink | None:
    """The last link."""
    return ChainLink.objects.order_by("-position").first()


def has_unlinked_entries() -> bool:
    """Whether there is anything to link."""
    return Unlinked.objects.exists()


def unlinked_since(moment: datetime) -> QuerySet[Entry]:
    """Entries from before a moment without a link, found without trusting the shortcut."""
    return Entry.objects.filter(link=None, at__lt=moment).order_by("pk")


def links() -> Iterator[Link]:
    """The whole chain in order, a few rows in memory at a time. Needs a transaction."""
    stored = ChainLink.objects.select_related("entry").order_by("position")
    for link in stored.iterator(chunk_size=ROWS_AT_A_TIME):
        yield Link(
            position=link.position,
            previous_hash=link.previous_hash,
            hash=link.hash,
            linked_at=link.linked_at,
            format=link.format,
            content=content_of(link.entry),
        )


def content_of(entry: Entry) -> Content:
    """What a link vouches for, as it stands in the database."""
    return Content(
        entry_id=entry.pk,
        at=entry.at,
        event=entry.event,
        subject=entry.subject,
        by=entry.by,
        details=entry.details,
    )
