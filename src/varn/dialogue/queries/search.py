"""Meetings that hold some words."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from varn.dialogue.models import Meeting
from varn.kernel.search import Hit, matching, reason

SEARCHED = ("title", "agenda", "summary")


def found(words: str, *, limit: int) -> Sequence[Hit]:
    """Meetings whose title, agenda or outcome holds the words, best first."""
    rows = Meeting.objects.select_related("mandate")
    return [
        Hit(
            kind=_("Meeting"),
            title=meeting.title,
            url_name="dialogue:meeting_detail",
            url_args=(meeting.pk,),
            excerpt=reason(words, title=meeting.title, texts=[meeting.agenda, meeting.summary]),
            where=f"{meeting.mandate.registry_number} · {date_format(meeting.held_on, 'j F Y')}",
            rank=rank,
        )
        for meeting, rank in matching(rows, words, text=SEARCHED, limit=limit)
    ]
