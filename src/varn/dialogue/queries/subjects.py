"""What meetings and their decisions are called when the trail tells of them."""

from collections.abc import Mapping

from django.utils.formats import date_format

from varn.dialogue.models import Meeting, MeetingDecision
from varn.kernel.search import Hit
from varn.kernel.subjects import Known


def _meeting(row: Meeting) -> Hit:
    title = f"{row.title}, {date_format(row.held_on, 'j F Y')}"
    return Hit(kind="", title=title, url_name="dialogue:meeting_detail", url_args=(row.pk,))


def _decision(row: MeetingDecision) -> Hit:
    return Hit(kind="", title=row.text, url_name="dialogue:meeting_detail",
               url_args=(row.meeting_id,))  # fmt: skip


KNOWN: Mapping[str, Known] = {
    "dialogue.meeting": Known(Meeting, _meeting),
    "dialogue.meetingdecision": Known(MeetingDecision, _decision),
}
