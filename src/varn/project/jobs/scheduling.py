"""Lining up jobs at their times, once for all supervisors together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.tasks.base import Task
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from varn.project.models import ScheduledRun


@dataclass(frozen=True)
class Every:
    """At regular intervals."""

    period: timedelta

    def latest(self, now: datetime) -> datetime:
        """The latest moment at or before now."""
        passed = now.timestamp()
        return datetime.fromtimestamp(passed - passed % self.period.total_seconds(), tz=UTC)


@dataclass(frozen=True)
class Daily:
    """Once a day, by the clock on the wall."""

    at: time

    def latest(self, now: datetime) -> datetime:
        """The latest moment at or before now."""
        local = timezone.localtime(now)
        today = timezone.make_aware(datetime.combine(local.date(), self.at))
        if today <= now:
            return today
        return timezone.make_aware(datetime.combine(local.date() - timedelta(days=1), self.at))


@dataclass(frozen=True, kw_only=True)
class Scheduled:
    """A task and its times; `only_if` spares jobs that would find nothing to do."""

    task: "Task[[], Any]"  # whatever it returns is only kept for reading
    times: Every | Daily
    only_if: Callable[[], bool] | None = None

    @property
    def name(self) -> str:
        """What it is known by in the database."""
        return self.task.module_path


def line_up_due(schedule: Sequence[Scheduled], *, at: datetime) -> list[str]:
    """Line up what is due and not waiting or being done already; return the names."""
    done = dict(ScheduledRun.objects.values_list("name", "slot"))
    return [
        each.name
        for each in schedule
        if _is_due(each, done.get(each.name), at)
        and (each.only_if is None or each.only_if())
        and _line_up(each, at=at)
    ]


def _is_due(each: Scheduled, slot: datetime | None, at: datetime) -> bool:
    return slot is None or slot < each.times.latest(at)


@transaction.atomic
def _line_up(each: Scheduled, *, at: datetime) -> bool:
    ScheduledRun.objects.get_or_create(name=each.name)
    run = ScheduledRun.objects.select_for_update(skip_locked=True).filter(name=each.name).first()
    if run is None or not _is_due(each, run.slot, at) or _is_under_way(each):
        return False
    each.task.enqueue()
    run.slot = each.times.latest(at)
    run.save(update_fields=["slot"])
    return True


def _is_under_way(each: Scheduled) -> bool:
    under_way = DBTaskResult.objects.filter(status__in=["READY", "RUNNING"])
    return under_way.filter(task_path=each.name).exists()
