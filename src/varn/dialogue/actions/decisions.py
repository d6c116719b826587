"""Following up what a meeting decided."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from varn.audit.actions import record
from varn.dialogue.actions.errors import DecisionDoneError, DecisionOpenError
from varn.dialogue.choices import DialogueEvent
from varn.dialogue.models import MeetingDecision

if TYPE_CHECKING:
    from varn.accounts.models import User


@transaction.atomic
def complete_decision(
    *, decision_id: int, done_on: date, by: "User", at: datetime
) -> MeetingDecision:
    """Note on which day a meeting's decision was carried out. Raises `DecisionDoneError`."""
    decision = _locked(decision_id)
    if decision.done_on:
        raise DecisionDoneError(decision)
    decision.done_on, decision.done_by, decision.done_at = done_on, by, at
    decision.save(update_fields=["done_on", "done_by", "done_at"])
    details = {"done_on": done_on.isoformat()}
    record(DialogueEvent.DECISION_DONE, subject=decision, by=by, at=at, details=details)
    return decision


@transaction.atomic
def reopen_decision(*, decision_id: int, by: "User", at: datetime) -> MeetingDecision:
    """Take back that a decision was done. Raises `DecisionOpenError`."""
    decision = _locked(decision_id)
    if not decision.done_on:
        raise DecisionOpenError(decision)
    decision.done_on = decision.done_by = decision.done_at = None
    decision.save(update_fields=["done_on", "done_by", "done_at"])
    record(DialogueEvent.DECISION_REOPENED, subject=decision, by=by, at=at)
    return decision


def _locked(decision_id: int) -> MeetingDecision:
    found = MeetingDecision.objects.select_for_update(of=("self",)).select_related("meeting")
    return found.get(pk=decision_id)
