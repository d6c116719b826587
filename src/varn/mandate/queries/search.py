"""Mandates and what stands under them, found by words and by registry number."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from varn.kernel.search import Hit, excerpt, matching, reason
from varn.mandate.models import (
    Activity,
    Mandate,
    Obligation,
    OutgoingDocument,
    Requirement,
    Result,
)
from varn.mandate.queries.subjects import obligation_title

TITLE_LENGTH = 110


def found(words: str, *, limit: int) -> list[Hit]:
    """The best hits of each kind, at most `limit` of each."""
    return [
        *_mandates(words, limit),
        *_obligations(words, limit),
        *_documents(words, limit),
        *_requirements(words, limit),
        *_activities(words, limit),
        *_results(words, limit),
    ]


def _mandates(words: str, limit: int) -> list[Hit]:
    text, numbers = ("title", "holder_name"), ("registry_number",)
    rows = matching(Mandate.objects.all(), words, text=text, numbers=numbers, limit=limit)
    return [
        Hit(
            kind=_("Mandate"),
            title=row.title,
            where=f"{row.registry_number} · {row.holder_name}".strip(" ·"),
            url_name="mandate:mandate_detail",
            url_args=(row.pk,),
            rank=rank,
        )
        for row, rank in rows
    ]


def _obligations(words: str, limit: int) -> list[Hit]:
    obligations = Obligation.objects.select_related("mandate", "document")
    numbers = ("document__own_registry_number",)
    rows = matching(obligations, words, text=("text", "addressee"), numbers=numbers, limit=limit)
    return [
        Hit(
            kind=_("Obligation"),
            title=obligation_title(row),
            where=row.mandate.registry_number,
            excerpt=reason(words, title=obligation_title(row), texts=[row.text]),
            url_name="mandate:obligation_detail",
            url_args=(row.pk,),
            rank=rank,
        )
        for row, rank in rows
    ]


def _documents(words: str, limit: int) -> list[Hit]:
    documents = OutgoingDocument.objects.select_related("mandate")
    numbers = ("own_registry_number", "registry_number")
    rows = matching(documents, words, text=("title", "addressee"), numbers=numbers, limit=limit)
    return [
        Hit(
            kind=_("Sent document"),
            title=row.title,
            where=" · ".join(
                filter(None, (row.own_registry_number, row.addressee, row.registry_number))
            ),
            url_name="mandate:document_list",
            url_args=(row.mandate_id,),
            anchor=f"document-{row.pk}",
            rank=rank,
        )
        for row, rank in rows
    ]


def _requirements(words: str, limit: int) -> list[Hit]:
    requirements = Requirement.objects.select_related("mandate")
    rows = matching(requirements, words, text=("text",), limit=limit)
    return [
        Hit(
            kind=_("Requirement"),
            title=f"{row.number}. {excerpt(words, row.text, length=TITLE_LENGTH)}",
            where=row.mandate.registry_number,
            url_name="mandate:requirement_detail",
            url_args=(row.pk,),
            rank=rank,
        )
        for row, rank in rows
    ]


def _activities(words: str, limit: int) -> list[Hit]:
    activities = Activity.objects.select_related("requirement__mandate")
    rows = matching(activities, words, text=("title", "description"), limit=limit)
    return [
        Hit(
            kind=_("Activity"),
            title=row.title,
            where=f"{row.get_state_display()} · {row.requirement.mandate.registry_number}",
            excerpt=reason(words, title=row.title, texts=[row.description]),
            url_name="mandate:activity_detail",
            url_args=(row.pk,),
            rank=rank,
        )
        for row, rank in rows
    ]


def _results(words: str, limit: int) -> list[Hit]:
    results = Result.objects.select_related("place", "activity")
    rows = matching(results, words, text=("title", "description"), limit=limit)
    return [
        Hit(
            kind=_("Result"),
            title=row.title,
            where=f"{date_format(row.occurred_on, 'j F Y')}, {row.place} · {row.activity.title}",
            excerpt=reason(words, title=row.title, texts=[row.description]),
            url_name="mandate:activity_detail",
            url_args=(row.activity_id,),
            anchor=f"result-{row.pk}",
            rank=rank,
        )
        for row, rank in rows
    ]
