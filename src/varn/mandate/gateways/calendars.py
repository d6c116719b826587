"""Obligations as an iCalendar file (RFC 5545): whole days, the same identity each time."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from varn.mandate.queries.obligations import ObligationRow
from varn.ui.dates import in_words


def calendar_file(rows: Sequence[ObligationRow], *, origin: str, at: datetime) -> bytes:
    """The planned days of obligations, for any program that reads calendars."""
    calendar = Calendar()
    calendar.add("prodid", "-//Värn//obligations//SV")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Värn: obligations"))
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for row in rows:
        calendar.add_component(_event(row, origin=origin, at=at))
    content: bytes = calendar.to_ical()
    return content


def _event(row: ObligationRow, *, origin: str, at: datetime) -> Event:
    obligation, mandate = row.obligation, row.obligation.mandate
    day = row.plan.planned_on
    if day is None:
        raise ValueError(obligation.pk)
    changed = obligation.fulfilled_at or mandate.started_at
    kind = obligation.get_kind_display()
    title = _("Done: %(what)s") % {"what": kind} if obligation.fulfilled_at else kind
    link = origin.rstrip("/") + reverse("mandate:obligation_detail", args=[obligation.pk])
    event = Event()
    event.add("uid", f"obligation-{obligation.pk}@varn")
    event.add("dtstamp", at)
    event.add("last-modified", changed)
    event.add("sequence", 1 if obligation.fulfilled_at else 0)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", f"{title}, {mandate.registry_number}")
    event.add("description", _description(row, link))
    event.add("url", link)
    return event


def _description(row: ObligationRow, link: str) -> str:
    obligation, mandate = row.obligation, row.obligation.mandate
    lines = [f"{mandate.registry_number} {mandate.title}"]
    if obligation.addressee:
        lines.append(_("To %(addressee)s") % {"addressee": obligation.addressee})
    if row.plan.is_moved and obligation.due_on:
        lines.append(_("Due %(day)s, which is a free day.") % {"day": in_words(obligation.due_on)})
    return "\n".join([*lines, link])
