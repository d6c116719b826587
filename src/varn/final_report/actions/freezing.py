"""Freezing a version of the report, complete and ready to sign."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from varn.audit.actions import record
from varn.final_report.choices import FinalReportEvent
from varn.final_report.gateways.version_files import version_files
from varn.final_report.models import ReportCover
from varn.final_report.queries.reports import content_of
from varn.final_report.queries.versions import Version, versions
from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.missing import Missing, missing
from varn.final_report.rules.stored import fingerprint, stored
from varn.mandate.actions import OutgoingFileData, freeze_document
from varn.mandate.choices import DocumentKind
from varn.mandate.queries.report import mandate_with_everything, reportable_mandates

if TYPE_CHECKING:
    from varn.accounts.models import User
    from varn.mandate.models import Mandate, OutgoingDocument


class NotReadyError(Exception):
    """Something is missing that the report may not be signed without."""

    def __init__(self, lacking: Sequence[Missing]) -> None:
        self.lacking = tuple(lacking)
        super().__init__(", ".join(each.lack for each in lacking))


class ChangedSinceSeenError(Exception):
    """Something in the report has changed since the person looked at it."""


class AlreadyFrozenError(Exception):
    """The latest version holds exactly this; there is nothing new to freeze."""

    def __init__(self, version: Version) -> None:
        self.version = version
        super().__init__(str(version.number))


@transaction.atomic
def freeze_report(*, mandate_id: int, seen: str, by: "User", at: datetime) -> "OutgoingDocument":
    """Keep the report as it is now, in every form and language, never to be changed.

    `seen` is the fingerprint of what the person looked at. Raises `NotReadyError`,
    `ChangedSinceSeenError`, `AlreadyFrozenError` and what `freeze_document` raises.
    """
    list(ReportCover.objects.select_for_update().filter(mandate_id=mandate_id))  # one at a time
    mandate = _read(mandate_id)
    content = content_of(mandate)
    earlier = versions(mandate)
    _check(content, earlier, seen)
    document = _freeze(content, mandate, version=len(earlier) + 1, by=by, at=at)
    details = {"version": len(earlier) + 1, "hash": document.content_hash}
    record(FinalReportEvent.FROZEN, subject=document, by=by, at=at, details=details)
    return document


def _read(mandate_id: int) -> "Mandate":
    return mandate_with_everything(reportable_mandates().get(pk=mandate_id).registry_number)


def _check(content: ReportContent, earlier: Sequence[Version], seen: str) -> None:
    if earlier and earlier[0].document.content == stored(content):
        raise AlreadyFrozenError(earlier[0])
    if seen != fingerprint(content):
        raise ChangedSinceSeenError
    if lacking := [each for each in missing(content) if each.blocks]:
        raise NotReadyError(lacking)


def _freeze(
    content: ReportContent, mandate: "Mandate", *, version: int, by: "User", at: datetime
) -> "OutgoingDocument":
    cover = content.cover
    return freeze_document(
        mandate_id=mandate.pk,
        kind=DocumentKind.FINAL_REPORT,
        title=content.decision.title,
        own_registry_number=cover.own_registry_number,
        addressee=_addressee(content),
        dated_on=cover.decided_on or timezone.localdate(at),
        signed_by=cover.decided_by,
        content=stored(content),
        files=[
            OutgoingFileData(name=each.name, data=each.data, language=each.language)
            for each in version_files(content, version=version)
        ],
        by=by,
        at=at,
    )


def _addressee(content: ReportContent) -> str:
    """Where the report goes: as the decision says, else the ministry that it came from."""
    decision = content.decision
    return decision.report_to or decision.department or "Regeringen"
