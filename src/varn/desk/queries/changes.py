"""What has changed since somebody was here, as far as they may see it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from varn.accounts.queries.people import names_of
from varn.audit.queries import entries_since
from varn.desk.models import Visit
from varn.desk.rules.changes import Happened, Happening, gathered, subject_key
from varn.dialogue.choices import DialoguePermission
from varn.dialogue.queries import subjects as of_meetings
from varn.directory.choices import DirectoryPermission
from varn.directory.queries import subjects as of_directory
from varn.final_report.choices import FinalReportPermission
from varn.final_report.queries import subjects as of_reports
from varn.finance.choices import FinancePermission
from varn.finance.queries import subjects as of_money
from varn.kernel.events import known_events
from varn.kernel.permissions import Permission
from varn.kernel.search import Hit
from varn.kernel.subjects import Known, described
from varn.mandate.choices import MandateEvent, MandatePermission
from varn.mandate.queries import subjects as of_mandates

if TYPE_CHECKING:
    from varn.accounts.models import User

FIRST_TIME = timedelta(days=7)  # before the business day, so that a demonstration has news
READ_AT_MOST = 200
SHOWN = 8
SEEN_BY: Mapping[str, Permission] = {
    "mandate": MandatePermission.VIEW,
    "dialogue": DialoguePermission.VIEW,
    "finance": FinancePermission.VIEW,
    "final_report": FinalReportPermission.VIEW,
    "directory": DirectoryPermission.VIEW,
}
KNOWN: Mapping[str, Known] = {
    **of_mandates.KNOWN,
    **of_meetings.KNOWN,
    **of_money.KNOWN,
    **of_reports.KNOWN,
    **of_directory.KNOWN,
}
PERSONAL = (MandateEvent.CALENDAR_OPENED, MandateEvent.CALENDAR_CLOSED)


@dataclass(frozen=True, kw_only=True)
class Change:
    """Something that was done, by whom, and to which things."""

    words: str
    who: str
    at: datetime
    times: int
    things: Sequence[Hit]
    more: int


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What is new, bounded."""

    since: datetime
    is_first_time: bool
    shown: Sequence[Change]
    more: int
    is_cut: bool  # more happened than was read


def changes(user: "User", *, today: date) -> Changes:
    """What others have done since the person last said that they had seen it; first a week."""
    visit = Visit.objects.filter(user=user).first()
    since = visit.seen_at if visit else _week_before(today)
    events = visible_events(user.has_perm)
    entries = entries_since(since, events=events, at_most=READ_AT_MOST)
    own = user.get_username()
    happened = gathered(
        Happening(event=each.event, by=each.by, at=each.at, subject=each.subject)
        for each in entries
        if each.by not in (own, "")
    )
    return Changes(
        since=since,
        is_first_time=visit is None,
        shown=_told(happened[:SHOWN], events),
        more=max(0, len(happened) - SHOWN),
        is_cut=len(entries) >= READ_AT_MOST,
    )


def _week_before(today: date) -> datetime:
    return timezone.make_aware(datetime.combine(today - FIRST_TIME, time.min))


def visible_events(may: Callable[[str], bool]) -> dict[str, str]:
    """The words of each kind of event that a person may hear of: changes, not who read what."""
    seen = {prefix for prefix, permission in SEEN_BY.items() if may(permission)}
    return {
        event: words
        for event, words in known_events().items()
        if event.partition(".")[0] in seen and event not in PERSONAL
    }


def _told(happened: Iterable[Happened], events: Mapping[str, str]) -> list[Change]:
    happened = list(happened)
    named = _named(subject for each in happened for subject in each.named)
    names = names_of(each.by for each in happened)
    return [
        Change(
            words=events[each.event],
            who=names.get(each.by, ""),
            at=each.at,
            times=each.times,
            things=[named[subject] for subject in each.named if subject in named],
            more=each.more,
        )
        for each in happened
    ]


def _named(subjects: Iterable[str]) -> dict[str, Hit]:
    """What the things are called; the trail's own names are never shown."""
    by_model: dict[str, set[int]] = defaultdict(set)
    for key in filter(None, map(subject_key, subjects)):
        by_model[key[0]].add(key[1])
    return {
        f"{model}:{pk}": hit
        for model, ids in by_model.items()
        for pk, hit in described(KNOWN, model, ids).items()
    }
