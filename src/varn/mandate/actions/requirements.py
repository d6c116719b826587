"""Saying who is responsible for a requirement, and whether it is met."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from varn.audit.actions import record
from varn.mandate.actions.errors import (
    NothingShowsItError,
    NotJudgedError,
    ReasonMissingError,
    StaleVersionError,
)
from varn.mandate.choices import Judgement, MandateEvent
from varn.mandate.models import Requirement
from varn.mandate.queries.progress import standing_of

if TYPE_CHECKING:
    from varn.accounts.models import User


@transaction.atomic
def name_responsible(
    *, requirement_id: int, responsible: str, version: int, by: "User", at: datetime
) -> Requirement:
    """Say which role answers for a requirement; nothing typed takes the role away.

    Raises `StaleVersionError`.
    """
    requirement = _locked(requirement_id, version)
    requirement.responsible = " ".join(responsible.split())
    details = {"responsible": requirement.responsible}
    return _saved(requirement, MandateEvent.RESPONSIBLE_NAMED, by, at, details)


@transaction.atomic
def judge_requirement(
    *,
    requirement_id: int,
    judgement: Judgement,
    because: str,
    version: int,
    by: "User",
    at: datetime,
) -> Requirement:
    """Say that a requirement is met, or not met and why.

    Raises `StaleVersionError`, `ReasonMissingError` or `NothingShowsItError`.
    """
    requirement = _locked(requirement_id, version)
    if judgement == Judgement.NOT_MET and not because.strip():
        raise ReasonMissingError
    if judgement == Judgement.MET and not standing_of(requirement).may_be_met:
        raise NothingShowsItError(requirement)
    requirement.judgement, requirement.because = judgement, because.strip()
    requirement.judged_by, requirement.judged_at = by, at
    details = {"judgement": str(judgement), "because": requirement.because}
    return _saved(requirement, MandateEvent.REQUIREMENT_JUDGED, by, at, details)


@transaction.atomic
def withdraw_judgement(
    *, requirement_id: int, version: int, by: "User", at: datetime
) -> Requirement:
    """Take a judgement back; the trail keeps what was said.

    Raises `StaleVersionError` or `NotJudgedError`.
    """
    requirement = _locked(requirement_id, version)
    if not requirement.judgement:
        raise NotJudgedError(requirement)
    details = {"judgement": requirement.judgement, "because": requirement.because}
    requirement.judgement = requirement.because = ""
    requirement.judged_by = requirement.judged_at = None
    return _saved(requirement, MandateEvent.JUDGEMENT_WITHDRAWN, by, at, details)


def _locked(requirement_id: int, version: int) -> Requirement:
    found = Requirement.objects.select_for_update(of=("self",)).select_related(
        "mandate", "judged_by"
    )
    requirement = found.get(pk=requirement_id)
    if requirement.version != version:
        raise StaleVersionError(requirement)
    return requirement


def _saved(
    requirement: Requirement, event: MandateEvent, by: "User", at: datetime, details: dict[str, str]
) -> Requirement:
    requirement.version += 1
    requirement.save()
    record(event, subject=requirement, by=by, at=at, details=details)
    return requirement
