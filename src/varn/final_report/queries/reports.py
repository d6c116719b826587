"""A report's content by registry number."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist

from varn.audit.queries import latest_moment
from varn.final_report.queries.around import (
    county_names,
    dialogue_changed_at,
    dialogue_of,
    meetings_held,
    money_of,
)
from varn.final_report.queries.drafting import drafted
from varn.final_report.queries.work import Work, local
from varn.final_report.rules import content
from varn.finance.queries.changed import money_changed_at
from varn.mandate.choices import MandateEvent
from varn.mandate.queries.report import (
    mandate_with_everything,
    predecessors,
    reportable_mandates,
)

if TYPE_CHECKING:
    from varn.mandate.models import Mandate, Obligation

CHANGES = (
    MandateEvent.ACTIVITY_CHANGED.value,
    MandateEvent.ACTIVITY_COMPLETED.value,
    MandateEvent.ACTIVITY_CANCELLED.value,
    MandateEvent.CHILD_RIGHTS_ASSESSED.value,
    MandateEvent.RESULT_CORRECTED.value,
    MandateEvent.REQUIREMENT_JUDGED.value,
    MandateEvent.RESPONSIBLE_NAMED.value,
)


class UnknownRegistryNumberError(LookupError):
    """No mandate has the registry number."""

    def __init__(self, registry_number: str, known: list[str]) -> None:
        super().__init__(registry_number)
        self.registry_number = registry_number
        self.known = known


def report_content(registry_number: str) -> content.ReportContent:
    """Everything in the mandate's final report; raises `UnknownRegistryNumberError`."""
    try:
        mandate = mandate_with_everything(registry_number)
    except ObjectDoesNotExist as error:
        known = [each.registry_number for each in reportable_mandates()]
        raise UnknownRegistryNumberError(registry_number, known) from error
    return content_of(mandate)


def content_of(mandate: "Mandate") -> content.ReportContent:
    """The final report of a mandate that was read with everything in it."""
    work, written, meetings = Work(), drafted(mandate.pk), meetings_held(mandate)
    assignments = work.assignments(mandate)
    changed_at = _changed_at(mandate, work, [*written.moments, dialogue_changed_at(meetings)])
    on = changed_at.date()
    return content.ReportContent(
        decision=_decision(mandate),
        assignments=assignments,
        obligations=_obligations(mandate),
        grants=_grants(mandate),
        appropriations=_appropriations(mandate),
        evidence=tuple(work.evidence),
        money=money_of(mandate, on=on),
        dialogue=dialogue_of(mandate, meetings, results=work.result_numbers, on=on),
        counties=county_names(),
        texts=written.texts,
        cover=written.cover,
        changed_at=changed_at,
        is_demonstration=settings.DEMONSTRATION_DATE is not None,
    )


def _changed_at(mandate: "Mandate", work: Work, moments: Sequence[datetime | None]) -> datetime:
    """The latest change; that something was corrected later only the audit trail knows."""
    corrected = latest_moment(events=CHANGES, subjects=work.subjects)
    fulfilled = [each.fulfilled_at for each in mandate.obligations.all()]
    known = [*work.moments, *fulfilled, *moments, corrected, money_changed_at(mandate.pk)]
    return local(max([mandate.started_at, *filter(None, known)]))


def _decision(mandate: "Mandate") -> content.Decision:
    return content.Decision(
        registry_number=mandate.registry_number,
        title=mandate.title,
        agency=mandate.holder_name or (mandate.holder.name if mandate.holder else ""),
        decided_on=mandate.decided_on,
        is_partly=mandate.is_partly,
        protocol_number=mandate.protocol_number,
        department=mandate.department,
        builds_on=predecessors(mandate),
        report_to=mandate.report_to,
        copies_to=_copies(mandate),
        file_name=mandate.decision.file_name,
        sha256=mandate.decision.sha256,
    )


def _copies(mandate: "Mandate") -> tuple[content.CopyLine, ...]:
    lines = groupby(mandate.copies.all(), key=lambda copy: copy.line)
    return tuple(
        content.CopyLine(text=line, organisations=len(list(copies))) for line, copies in lines
    )


def _obligations(mandate: "Mandate") -> tuple[content.Obligation, ...]:
    return tuple(
        content.Obligation(
            number=each.number,
            kind=each.kind,
            text=each.text,
            due_on=each.due_on,
            open_reason=each.open_reason,
            addressee=each.addressee,
            document=_document(each),
        )
        for each in mandate.obligations.all()
    )


def _document(obligation: "Obligation") -> content.Document | None:
    """What was sent for an obligation; the check sum is its first file's."""
    document, sent_on = obligation.document, obligation.sent_on
    if document is None or sent_on is None:
        return None
    files = sorted(document.files.all(), key=lambda file: file.pk)
    return content.Document(
        title=document.title,
        sent_on=sent_on,
        own_registry_number=document.own_registry_number,
        sha256=files[0].sha256 if files else "",
    )


def _grants(mandate: "Mandate") -> tuple[content.Grant, ...]:
    return tuple(
        content.Grant(
            amount_ore=each.amount_ore, kind=each.kind, year=each.year, is_cap=each.is_cap
        )
        for each in mandate.grants.all()
    )


def _appropriations(mandate: "Mandate") -> tuple[content.Appropriation, ...]:
    return tuple(
        content.Appropriation(
            area=each.area,
            area_name=each.area_name,
            appropriation=each.appropriation,
            appropriation_name=each.appropriation_name,
            item=each.item,
            item_name=each.item_name,
        )
        for each in mandate.appropriations.all()
    )
