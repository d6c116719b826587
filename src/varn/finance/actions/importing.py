"""Taking in a ledger file: first a preview, then all of what is new, or nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from varn.audit.actions import record
from varn.finance.actions.errors import AlreadyImportedError, RowsInErrorError
from varn.finance.actions.mapping import map_by_rules
from varn.finance.choices import FinanceEvent
from varn.finance.gateways.ledger_files import read_ledger
from varn.finance.models import LedgerEntry, LedgerImport
from varn.finance.rules.rows import LedgerRow, ReadLedger, fingerprints
from varn.kernel.files import keep_file, kept_file

if TYPE_CHECKING:
    from varn.accounts.models import User

ROWS_AT_ONCE = 2_000
SHOWN_FINDINGS = 200
LONGEST_NAME = 255


@dataclass(frozen=True)
class _NewRow:
    row: LedgerRow
    fingerprint: str


@transaction.atomic
def preview_ledger(
    *, mandate_id: int, file_name: str, data: bytes, by: "User", at: datetime
) -> LedgerImport:
    """Read a ledger file and say what it would add; no voucher is written yet.

    A file that was brought in before is returned as it was. Raises `LedgerRefusedError` and
    `TableError`.
    """
    read = read_ledger(data)
    new = _new_rows(mandate_id, read)
    kept, is_new = LedgerImport.objects.select_for_update().get_or_create(
        mandate_id=mandate_id,
        sha256=keep_file(data),
        defaults={
            "file_name": file_name[-LONGEST_NAME:] or "-",
            "kind": read.kind,
            "size": len(data),
            "read_by": by,
            "read_at": at,
            **_summary(mandate_id, read, new),
        },
    )
    if is_new:
        details = {"file": kept.file_name, "sha256": kept.sha256, "rows": kept.row_count}
        record(FinanceEvent.LEDGER_READ, subject=kept, by=by, at=at, details=details)
    elif not kept.applied_at:
        _keep_summary(kept, _summary(mandate_id, read, new))
    return kept


@transaction.atomic
def import_ledger(*, import_id: int, by: "User", at: datetime) -> LedgerImport:
    """Bring in every row of a previewed file that isn't there yet, and map it by the rules.

    Raises `AlreadyImportedError` and `RowsInErrorError`.
    """
    kept = LedgerImport.objects.get(pk=import_id)
    # everybody who imports to the mandate waits here, so that no row is counted twice
    locked = LedgerImport.objects.select_for_update().filter(mandate=kept.mandate_id)
    kept = {each.pk: each for each in locked.order_by("pk")}[import_id]
    if kept.applied_at:
        raise AlreadyImportedError(kept)
    read = read_ledger(kept_file(kept.sha256).read_bytes())
    if read.problems:
        raise RowsInErrorError(read.problems)
    new = _new_rows(kept.mandate_id, read)
    summary = _summary(kept.mandate_id, read, new)
    LedgerEntry.objects.bulk_create([_entry(kept, each) for each in new], batch_size=ROWS_AT_ONCE)
    kept.applied_by, kept.applied_at = by, at
    _keep_summary(kept, summary, "applied_by", "applied_at")
    details = {"file": kept.file_name, "sha256": kept.sha256, "rows": kept.row_count,
               "new": kept.new_count, "amount_ore": kept.amount_ore}  # fmt: skip
    record(FinanceEvent.LEDGER_IMPORTED, subject=kept, by=by, at=at, details=details)
    map_by_rules(mandate_id=kept.mandate_id, at=at)
    return kept


def _new_rows(mandate_id: int, read: ReadLedger) -> list[_NewRow]:
    known = set(
        LedgerEntry.objects.filter(mandate=mandate_id).values_list("fingerprint", flat=True)
    )
    made = zip(read.rows, fingerprints(read.rows), strict=True)
    return [_NewRow(row, each) for row, each in made if each not in known]


def _summary(mandate_id: int, read: ReadLedger, new: Sequence[_NewRow]) -> dict[str, object]:
    days = [each.row.booked_on for each in new] or [row.booked_on for row in read.rows]
    alike = _alike(mandate_id, new)
    finding = {
        "problems": [asdict(each) for each in read.problems[:SHOWN_FINDINGS]],
        "problem_count": len(read.problems),
        "notes": dict(Counter(each.note for each in read.notes)),
        "alike": alike[:SHOWN_FINDINGS],
        "alike_count": len(alike),
        "twins": _twins(read)[:SHOWN_FINDINGS],
        "company": read.company,
    }
    return {
        "row_count": len(read.rows),
        "new_count": len(new),
        "amount_ore": sum(each.row.amount_ore for each in new),
        "first_day": min(days, default=None),
        "last_day": max(days, default=None),
        "finding": finding,
    }


def _twins(read: ReadLedger) -> list[int]:
    """The rows that repeat an earlier one of the same file in everything."""
    seen: Counter[tuple[object, ...]] = Counter()
    found = []
    for row in read.rows:
        said = (*row.likeness, row.cost_centre, row.project, row.text)
        seen[said] += 1
        if seen[said] > 1:
            found.append(row.row)
    return found


def _alike(mandate_id: int, new: Sequence[_NewRow]) -> list[dict[str, object]]:
    """New rows that look like one that is there, with another cost centre or project."""
    if not new:
        return []
    fields = ("series", "voucher", "booked_on", "account", "amount_ore")
    vouchers = {each.row.voucher for each in new}
    days = [each.row.booked_on for each in new]
    there = LedgerEntry.objects.filter(
        mandate=mandate_id, booked_on__range=(min(days), max(days)), voucher__in=vouchers
    )
    known = set(there.values_list(*fields))
    return [
        {"row": each.row.row, "voucher": f"{each.row.series} {each.row.voucher}".strip(),
         "booked_on": each.row.booked_on.isoformat(), "account": each.row.account,
         "amount_ore": each.row.amount_ore}
        for each in new
        if each.row.likeness in known
    ]  # fmt: skip


def _keep_summary(kept: LedgerImport, summary: Mapping[str, object], *also: str) -> None:
    for name, value in summary.items():
        setattr(kept, name, value)
    kept.save(update_fields=[*summary, *also])


def _entry(kept: LedgerImport, new: _NewRow) -> LedgerEntry:
    values = {name: getattr(new.row, name) for name in ROW_FIELDS}
    return LedgerEntry(
        mandate_id=kept.mandate_id, ledger_import=kept, fingerprint=new.fingerprint, **values
    )


ROW_FIELDS = (
    "row", "series", "voucher", "booked_on", "account", "account_name", "cost_centre", "project",
    "dimensions", "text", "amount_ore",
)  # fmt: skip
