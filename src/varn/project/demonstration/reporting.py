"""Loading the end of the invented mandate: judged, decided, frozen and sent."""

from contextlib import suppress
from datetime import date

from varn.accounts.models import User
from varn.final_report.actions import NotReadyError, freeze_report
from varn.final_report.queries.reports import report_content
from varn.final_report.rules.stored import fingerprint
from varn.mandate.actions import fulfil_obligation
from varn.mandate.choices import DocumentKind, ObligationKind
from varn.mandate.models import Mandate
from varn.project.demonstration.moments import moment
from varn.project.demonstration.requirements import load_judgements
from varn.project.demonstration.writing import DECIDED_ON, load_cover

SENT_ON = date(2015, 5, 29)


def load_report(mandate: Mandate, coordinator: User, *, as_of: date) -> None:
    """Judge, freeze and send in that order, as far as the day; a second time adds nothing.

    What the report says of itself is judged last, when it has been sent.
    """
    load_judgements(mandate, coordinator, as_of=min(as_of, DECIDED_ON))
    load_cover(mandate, coordinator, as_of=as_of)
    if as_of >= DECIDED_ON:
        _freeze(mandate, coordinator)
    if as_of >= SENT_ON:
        _send(mandate, coordinator)
        load_judgements(mandate, coordinator, as_of=as_of)


def _freeze(mandate: Mandate, by: User) -> None:
    """One version; where somebody has left something open, it stays a draft."""
    if mandate.documents.filter(kind=DocumentKind.FINAL_REPORT).exists():
        return
    seen = fingerprint(report_content(mandate.registry_number))
    with suppress(NotReadyError):
        freeze_report(mandate_id=mandate.pk, seen=seen, by=by, at=moment(DECIDED_ON, hour=15))


def _send(mandate: Mandate, by: User) -> None:
    duty = mandate.obligations.filter(kind=ObligationKind.FINAL_REPORT, fulfilled_at=None).first()
    document = mandate.documents.filter(kind=DocumentKind.FINAL_REPORT).order_by("number").last()
    if duty and document:
        fulfil_obligation(
            obligation_id=duty.pk,
            document_id=document.pk,
            sent_on=SENT_ON,
            by=by,
            at=moment(SENT_ON, hour=11),
        )
