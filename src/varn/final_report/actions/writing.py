"""Writing the parts and the cover of a report; nothing that was saved is ever lost."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from varn.audit.actions import record
from varn.final_report.choices import FinalReportEvent
from varn.final_report.models import PartClaim, PartText, ReportCover
from varn.final_report.queries.drafting import CLAIM_LASTS, part_history, part_text
from varn.final_report.rules.parts import Cover, PartKey

if TYPE_CHECKING:
    from varn.accounts.models import User


class StaleTextError(Exception):
    """Somebody else saved the part meanwhile; `current` is what stands now."""

    def __init__(self, current: PartText | None) -> None:
        self.current = current
        super().__init__(str(current))


class StaleCoverError(Exception):
    """Somebody else saved the cover meanwhile; `current` is how it stands now."""

    def __init__(self, current: ReportCover) -> None:
        self.current = current
        super().__init__(str(current))


@transaction.atomic
def write_part(
    *, mandate_id: int, part: PartKey, text: str, begun_from: int, by: "User", at: datetime
) -> PartText:
    """Save what stands in a part from now on; the same text again changes nothing.

    `begun_from` is the number of the text that the person began from, 0 when there was none.
    Raises `StaleTextError` when somebody else has saved since.
    """
    current = part_text(mandate_id, part)
    if current and current.text == text:
        return current
    row = PartText(
        mandate_id=mandate_id,
        part=str(part),
        number=begun_from + 1,
        text=text,
        written_by=by,
        written_at=at,
    )
    _add(row, current)
    _record(FinalReportEvent.PART_WRITTEN, row, by=by, at=at)
    return row


@transaction.atomic
def take_back_text(
    *, mandate_id: int, part: PartKey, number: int, begun_from: int, by: "User", at: datetime
) -> PartText:
    """Let an earlier text of a part stand again, as its newest text.

    Raises `PartText.DoesNotExist` and what `write_part` raises.
    """
    earlier = part_history(mandate_id, part).get(number=number)
    current = part_text(mandate_id, part)
    if current and current.text == earlier.text:
        return current
    row = PartText(
        mandate_id=mandate_id,
        part=str(part),
        number=begun_from + 1,
        text=earlier.text,
        written_by=by,
        written_at=at,
    )
    _add(row, current)
    _record(FinalReportEvent.PART_RESTORED, row, by=by, at=at, taken_from=number)
    return row


@transaction.atomic
def open_part(*, mandate_id: int, part: PartKey, by: "User", at: datetime) -> PartClaim:
    """Show others that the person is writing in the part; it locks nothing."""
    PartClaim.objects.filter(mandate_id=mandate_id, seen_at__lte=at - CLAIM_LASTS).delete()
    claim, _ = PartClaim.objects.update_or_create(
        mandate_id=mandate_id,
        part=str(part),
        person=by,
        defaults={"seen_at": at},
        create_defaults={"opened_at": at, "seen_at": at},
    )
    return claim


@transaction.atomic
def leave_part(*, mandate_id: int, part: PartKey, by: "User") -> None:
    """Take away the sign that the person is writing in the part."""
    PartClaim.objects.filter(mandate_id=mandate_id, part=str(part), person=by).delete()


@transaction.atomic
def write_cover(
    *, mandate_id: int, values: Cover, version: int, by: "User", at: datetime
) -> ReportCover:
    """Save who stands behind the report; `version` is 0 when there was no cover yet.

    Raises `StaleCoverError` when somebody else has saved other values since.
    """
    said = _said(values)
    row, is_new = ReportCover.objects.select_for_update().get_or_create(
        mandate_id=mandate_id, defaults={**said, "changed_by": by, "changed_at": at}
    )
    if not is_new:
        if all(getattr(row, name) == value for name, value in said.items()):
            return row
        if row.version != version:
            raise StaleCoverError(row)
        for name, value in said.items():
            setattr(row, name, value)
        row.version += 1
        row.changed_by, row.changed_at = by, at
        row.save()
    details = {name: str(value) for name, value in said.items() if value}
    record(FinalReportEvent.COVER_WRITTEN, subject=row, by=by, at=at, details=details)
    return row


def _add(row: PartText, current: PartText | None) -> None:
    """Add the next text of the part; two people at the same moment can't get the same number."""
    if row.number != (current.number if current else 0) + 1:
        raise StaleTextError(current)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise StaleTextError(part_text(row.mandate_id, PartKey.read(row.part))) from error


def _record(
    event: FinalReportEvent, row: PartText, *, by: "User", at: datetime, **more: object
) -> None:
    details = {"mandate": row.mandate_id, "part": row.part, "number": row.number, **more}
    record(event, subject=row, by=by, at=at, details=details)


def _said(values: Cover) -> dict[str, object]:
    return {
        "own_registry_number": values.own_registry_number,
        "decided_by": values.decided_by,
        "decided_on": values.decided_on,
        "presented_by": values.presented_by,
        "present": list(values.present),
    }
