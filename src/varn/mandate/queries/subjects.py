"""What the things are called that the trail tells of, and where they are."""

from collections.abc import Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from varn.kernel.search import Hit
from varn.kernel.subjects import Known
from varn.mandate.models import (
    Activity,
    Decision,
    DecisionFact,
    Mandate,
    Obligation,
    OutgoingDocument,
    Requirement,
    Result,
    WorkImport,
)


def obligation_title(row: Obligation) -> str:
    """What is due, to whom and when: "Final report to the government, 1 December 2014"."""
    due = date_format(row.due_on, "j F Y") if row.due_on else row.get_open_reason_display()
    to = _("to %(addressee)s") % {"addressee": row.addressee} if row.addressee else ""
    return f"{row.get_kind_display()} {to}".strip() + f", {due}"


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
    return Hit(kind="", title=obligation_title(row), url_name="mandate:obligation_detail",
               url_args=(row.pk,))  # fmt: skip


def _document(row: OutgoingDocument) -> Hit:
    return Hit(kind="", title=row.title, url_name="mandate:document_list",
               url_args=(row.mandate_id,), anchor=f"document-{row.pk}")  # fmt: skip


def _fact(row: DecisionFact) -> Hit:
    return Hit(
        kind="",
        title=f"{row.get_kind_display()} – {row.decision}",
        url_name="mandate:decision_reading",
        url_args=(row.decision_id,),
        anchor=f"fact-{row.pk}",
    )


def _import(row: WorkImport) -> Hit:
    return Hit(kind="", title=row.file_name, url_name="mandate:activity_list",
               url_args=(row.mandate_id,))  # fmt: skip


KNOWN: Mapping[str, Known] = {
    "mandate.activity": Known(Activity, _activity),
    "mandate.result": Known(Result, _result),
    "mandate.requirement": Known(Requirement, _requirement),
    "mandate.mandate": Known(Mandate, _mandate),
    "mandate.decision": Known(Decision, _decision),
    "mandate.decisionfact": Known(DecisionFact, _fact, related=("decision",)),
    "mandate.obligation": Known(Obligation, _obligation),
    "mandate.outgoingdocument": Known(OutgoingDocument, _document),
    "mandate.workimport": Known(WorkImport, _import),
}
