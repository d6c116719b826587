"""What leaves the agency: which document does which obligation, and whether it cites its number."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath

from varn.mandate.choices import DocumentKind, ObligationKind

UNKNOWN_TYPE = "application/octet-stream"
OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": f"{OFFICE}.wordprocessingml.document",
    ".xlsx": f"{OFFICE}.spreadsheetml.sheet",
    ".html": "text/html",
    ".htm": "text/html",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".csv": "text/csv",
    ".json": "application/json",
}
BETWEEN = r"[\s\u00ad]*"  # a line may break inside a number

REPORTS = (DocumentKind.INTERIM_REPORT, DocumentKind.FINAL_REPORT)
FITTING = {
    ObligationKind.REQUISITION: (DocumentKind.REQUISITION,),
    ObligationKind.REPAYMENT: (DocumentKind.REPAYMENT, DocumentKind.FINANCIAL_ACCOUNT),
    ObligationKind.FINANCIAL_ACCOUNT: (DocumentKind.FINANCIAL_ACCOUNT, DocumentKind.FINAL_REPORT),
    ObligationKind.INTERIM_REPORT: (DocumentKind.INTERIM_REPORT,),
    ObligationKind.FINAL_REPORT: (DocumentKind.FINAL_REPORT,),
    ObligationKind.REPORT: REPORTS,
    ObligationKind.RECURRING_REPORT: REPORTS,
    ObligationKind.MILESTONE: REPORTS,
}
# Made from the ledger by the capability that keeps it.
MONEY_KINDS = (DocumentKind.REQUISITION, DocumentKind.REPAYMENT, DocumentKind.FINANCIAL_ACCOUNT)
# Other capabilities' permissions, known by name: what they keep to themselves isn't shown here.
NEEDED_TO_READ = dict.fromkeys(MONEY_KINDS, "finance.view") | dict.fromkeys(
    REPORTS, "final_report.view"
)
# Days that come and go without anything to send.
PASSES_BY_ITSELF = (ObligationKind.PERIOD_END, ObligationKind.PAYMENT)  # others pay


def fitting_kinds(kind: str) -> tuple[DocumentKind, ...]:
    """Kinds of document that do an obligation of this kind, the usual first; none for a mere day.

    A letter always does: it may carry what the agency has written elsewhere.
    """
    if kind in PASSES_BY_ITSELF:
        return ()
    return (*FITTING[ObligationKind(kind)], DocumentKind.LETTER)


def readable_kinds(may: Callable[[str], bool]) -> tuple[DocumentKind, ...]:
    """Kinds whose files a person may open; a letter is open to all who see the mandate."""
    return tuple(
        each for each in DocumentKind if each not in NEEDED_TO_READ or may(NEEDED_TO_READ[each])
    )


def passes_by_itself(kind: str) -> bool:
    """Whether the day asks for no act of its own."""
    return kind in PASSES_BY_ITSELF


def cites(text: str, registry_number: str) -> bool:
    """Whether the text holds the number, whole, also where a line breaks inside it."""
    letters = [re.escape(each) for each in registry_number if not each.isspace()]
    pattern = rf"(?<!\d){BETWEEN.join(letters)}(?!\d)"
    return bool(letters) and re.search(pattern, text, re.IGNORECASE) is not None


def content_hash(content: Mapping[str, object], files: Sequence[bytes]) -> str:
    """SHA-256 of the content in its one written form; without content, of the file or files."""
    if content:
        return _sha256(canonical_json(content))
    hashes = [_sha256(each) for each in files]
    return hashes[0] if len(hashes) == 1 else _sha256(canonical_json(hashes))


def canonical_json(value: object) -> bytes:
    """Sorted keys, UTF-8 and no spaces: the same value always gives the same bytes."""
    written = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return written.encode()


def outgoing_media_type(name: str) -> str:
    """The media type that the name's ending stands for."""
    return MEDIA_TYPES.get(PurePath(name).suffix.lower(), UNKNOWN_TYPE)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
