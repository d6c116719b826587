"""Starting a mandate from the settled facts of its decision."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from varn.audit.actions import record
from varn.directory.queries.organisations import organisation_named
from varn.directory.queries.recipients import Resolution, resolve_recipients
from varn.mandate.actions.errors import (
    AlreadyStartedError,
    NotCompleteError,
    RegistryNumberTakenError,
)
from varn.mandate.actions.links import link_at_start
from varn.mandate.choices import DecisionKind, MandateEvent
from varn.mandate.models import (
    Appropriation,
    Assignment,
    CopyRecipient,
    Decision,
    Grant,
    Mandate,
    Obligation,
    Requirement,
)
from varn.mandate.queries.facts import starting_facts
from varn.mandate.rules.starting import Draft, Fact, draft, missing, ore

if TYPE_CHECKING:
    from varn.accounts.models import User

APPROPRIATION_TEXTS = ("area_name", "appropriation", "appropriation_name", "item", "item_name")


@transaction.atomic
def start_mandate(*, decision_id: int, by: "User", at: datetime) -> Mandate:
    """Make the mandate that the confirmed facts describe.

    Raises `AlreadyStartedError`, `NotCompleteError` and `RegistryNumberTakenError`.
    """
    decision = Decision.objects.select_for_update().get(pk=decision_id)
    if started := Mandate.objects.filter(decision=decision).first():
        raise AlreadyStartedError(started)
    facts = starting_facts(decision)
    if lacking := missing(DecisionKind(decision.kind), facts):
        raise NotCompleteError(lacking)
    plan = draft(facts)
    if other := Mandate.objects.filter(registry_number=plan.registry_number).first():
        raise RegistryNumberTakenError(other)
    mandate = _mandate(decision, plan, by, at)
    _assignments_and_requirements(mandate, plan)
    _obligations(mandate, plan.obligations)
    _money(mandate, plan)
    _copies(mandate, plan.copies)
    details = {"registry_number": mandate.registry_number, "requirements": len(plan.requirements)}
    record(MandateEvent.MANDATE_STARTED, subject=mandate, by=by, at=at, details=details)
    link_at_start(mandate, by=by, at=at)
    return mandate


def _mandate(decision: Decision, plan: Draft, by: "User", at: datetime) -> Mandate:
    return Mandate.objects.create(
        decision=decision,
        registry_number=plan.registry_number,
        is_partly=plan.is_partly,
        protocol_number=plan.protocol_number,
        title=plan.title,
        decided_on=plan.decided_on,
        department=plan.department,
        holder=organisation_named(plan.holder_name, on=plan.decided_on),
        holder_name=plan.holder_name,
        report_to=plan.report_to,
        started_by=by,
        started_at=at,
    )


def _assignments_and_requirements(mandate: Mandate, plan: Draft) -> None:
    assignments = Assignment.objects.bulk_create(
        Assignment(
            mandate=mandate,
            number=number,
            text=fact.value["text"],
            span_start=fact.span[0],
            span_end=fact.span[1],
        )
        for number, fact in enumerate(plan.assignments, start=1)
    )
    by_number = {assignment.number: assignment for assignment in assignments}
    Requirement.objects.bulk_create(
        Requirement(
            mandate=mandate,
            assignment=by_number.get(found.assignment or 0),
            number=number,
            text=found.text,
            span_start=found.span[0],
            span_end=found.span[1],
        )
        for number, found in enumerate(plan.requirements, start=1)
    )


def _obligations(mandate: Mandate, facts: Sequence[Fact]) -> None:
    Obligation.objects.bulk_create(
        Obligation(
            mandate=mandate,
            number=number,
            kind=fact.value["kind"],
            due_on=_day(fact.value["due_on"]),
            open_reason="" if fact.value["due_on"] else fact.value["reason"],
            addressee=fact.value["addressee"] or "",
            text=fact.value["text"],
            span_start=fact.span[0],
            span_end=fact.span[1],
        )
        for number, fact in enumerate(facts, start=1)
    )


def _money(mandate: Mandate, plan: Draft) -> None:
    appropriations = Appropriation.objects.bulk_create(
        Appropriation(
            mandate=mandate,
            number=number,
            area=fact.value["area"],
            **{name: fact.value[name] or "" for name in APPROPRIATION_TEXTS},
            span_start=fact.span[0],
            span_end=fact.span[1],
        )
        for number, fact in enumerate(plan.appropriations, start=1)
    )
    # Which of several appropriations an amount belongs to is for a person to say.
    only = appropriations[0] if len(appropriations) == 1 else None
    Grant.objects.bulk_create(
        Grant(
            mandate=mandate,
            number=number,
            amount_ore=ore(fact.value["amount_sek"]),
            year=fact.value["year"],
            kind=fact.value["kind"],
            is_cap=fact.value["cap"],
            appropriation=only,
            span_start=fact.span[0],
            span_end=fact.span[1],
        )
        for number, fact in enumerate(plan.grants, start=1)
    )


def _copies(mandate: Mandate, facts: Sequence[Fact]) -> None:
    lines = [fact.value["text"] for fact in facts]
    resolved = resolve_recipients(lines, on=mandate.decided_on)
    rows = [
        row
        for fact, found in zip(facts, resolved, strict=True)
        for row in _rows_of_line(mandate, fact, found)
    ]
    for number, row in enumerate(rows, start=1):
        row.number = number
    CopyRecipient.objects.bulk_create(rows)


def _rows_of_line(mandate: Mandate, fact: Fact, found: Resolution) -> list[CopyRecipient]:
    """One row for each organisation that the line stands for, or one that says why none is."""
    reason = "" if found.is_resolved else str(found.outcome)
    return [
        CopyRecipient(
            mandate=mandate,
            line=fact.value["text"],
            organisation=organisation,
            unresolved_reason=reason,
            span_start=fact.span[0],
            span_end=fact.span[1],
        )
        for organisation in found.organisations or (None,)
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
