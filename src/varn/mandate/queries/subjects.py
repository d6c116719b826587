"""What the things are called that the trail tells of, and where they are."""

from collections.abc import Callable, Iterable, Mapping

from django.db.models import Model

from varn.kernel.search import Hit
from varn.mandate.models import (
    Activity,
    Decision,
    Mandate,
    Obligation,
    OutgoingDocument,
    Requirement,
    Result,
)


def _activity(row: Activity) -> Hit:
    return Hit(kind="", title=row.title, url_name="mandate:activity_detail", url_args=(row.pk,))


def _result(row: Result) -> Hit:
    return Hit(
        kind="",
        title=row.title,
        url_name="mandate:activity_detail",
        url_args=(row.activity_id,),
        anchor=f"result-{row.pk}",
    )


def _requirement(row: Requirement) -> Hit:
    return Hit(kind="", title=f"{row.number}. {row.text}", url_name="mandate:requirement_detail",
               url_args=(row.pk,))  # fmt: skip


def _mandate(row: Mandate) -> Hit:
    return Hit(kind="", title=row.title, url_name="mandate:mandate_detail", url_args=(row.pk,))


def _decision(row: Decision) -> Hit:
    return Hit(kind="", title=str(row), url_name="mandate:decision_reading", url_args=(row.pk,))


def _obligation(row: Obligation) -> Hit:
    return Hit(kind="", title=str(row), url_name="mandate:obligation_detail", url_args=(row.pk,))


def _document(row: OutgoingDocument) -> Hit:
    return Hit(kind="", title=row.title, url_name="mandate:document_list",
               url_args=(row.mandate_id,))  # fmt: skip


KNOWN: Mapping[str, tuple[type[Model], Callable[..., Hit]]] = {
    "mandate.activity": (Activity, _activity),
    "mandate.result": (Result, _result),
    "mandate.requirement": (Requirement, _requirement),
    "mandate.mandate": (Mandate, _mandate),
    "mandate.decision": (Decision, _decision),
    "mandate.obligation": (Obligation, _obligation),
    "mandate.outgoingdocument": (OutgoingDocument, _document),
}


def described(model: str, ids: Iterable[int]) -> Mapping[int, Hit]:
    """Name and address of each thing that is still there; nothing for models not known here."""
    if model not in KNOWN:
        return {}
    table, named = KNOWN[model]
    rows = table._default_manager.filter(pk__in=list(ids))
    return {row.pk: named(row) for row in rows}
