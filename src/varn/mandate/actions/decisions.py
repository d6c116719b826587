"""Taking in a decision: the file is kept, read, and its facts proposed."""

import hashlib
import mimetypes
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from varn.audit.actions import record
from varn.kernel.documents import extract_text
from varn.kernel.files import keep_file
from varn.mandate.choices import MandateEvent
from varn.mandate.models import Decision, DecisionFact
from varn.mandate.rules.files import plain_name
from varn.mandate.rules.proposals import proposals
from varn.mandate.rules.reading import read_decision

if TYPE_CHECKING:
    from varn.accounts.models import User

UNKNOWN_TYPE = "application/octet-stream"


def upload_decision(*, data: bytes, file_name: str, by: "User", at: datetime) -> Decision:
    """Keep and read a decision; the same file again returns the decision that was read first.

    Raises the errors of `varn.kernel.documents` for a file that can't be read.
    """
    known = Decision.objects.filter(sha256=hashlib.sha256(data).hexdigest()).first()
    if known:
        return known
    name = plain_name(file_name)
    text = _storable(extract_text(data, filename=name).text)
    reading: dict[str, Any] = read_decision(text).as_json()
    return _keep(data=data, name=name, text=text, reading=reading, by=by, at=at)


def _storable(text: str) -> str:
    """The text without what PostgreSQL can't hold; as long as before, so that spans agree."""
    return text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


@transaction.atomic
def _keep(
    *, data: bytes, name: str, text: str, reading: dict[str, Any], by: "User", at: datetime
) -> Decision:
    decision, is_new = Decision.objects.get_or_create(
        sha256=keep_file(data),
        defaults={
            "file_name": name,
            "media_type": mimetypes.guess_type(name)[0] or UNKNOWN_TYPE,
            "size": len(data),
            "text": text,
            "reading": reading,
            "kind": reading["kind"],
            "uploaded_by": by,
            "uploaded_at": at,
        },
    )
    if is_new:
        facts = _propose(decision)
        details = {"file_name": name, "sha256": decision.sha256, "facts": len(facts)}
        record(MandateEvent.DECISION_UPLOADED, subject=decision, by=by, at=at, details=details)
    return decision


def _propose(decision: Decision) -> list[DecisionFact]:
    return DecisionFact.objects.bulk_create(
        DecisionFact(
            decision=decision,
            kind=found.kind,
            position=found.position,
            value=found.value,
            proposed=found.value,
            span_start=found.span[0],
            span_end=found.span[1],
            doubt=found.doubt or "",
        )
        for found in proposals(decision.reading, decision.text)
    )
