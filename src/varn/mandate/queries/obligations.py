"""Obligations with the day to plan for, the documents that do them, and what they stand for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, QuerySet

from varn.directory.choices import PlaceKind
from varn.mandate.models import Mandate, Obligation, OutgoingDocument, OutgoingFile
from varn.mandate.queries.report import formal_requirements
from varn.mandate.rules.due import Plan, plan
from varn.mandate.rules.outgoing import fitting_kinds, passes_by_itself
from varn.mandate.rules.standing import overlap
from varn.mandate.rules.working_days import SWEDEN, calendar_country

HOLDER = "mandate__holder__place__parent"
MOST_CALENDAR_DAYS = 500  # a calendar program reads them all each time


@dataclass(frozen=True, kw_only=True)
class ObligationRow:
    """An obligation and its plan on a day."""

    obligation: Obligation
    plan: Plan
    country: str


def country_of(mandate: Mandate) -> str:
    """Whose holidays the mandate's holder keeps."""
    place = mandate.holder.place if mandate.holder else None
    while place is not None and place.kind != PlaceKind.COUNTRY:
        place = place.parent
    return calendar_country(place.code) if place else SWEDEN


def row_of(obligation: Obligation, *, on: date) -> ObligationRow:
    """The obligation with its plan; its mandate should be read along."""
    country = country_of(obligation.mandate)
    found = plan(
        kind=obligation.kind,
        due_on=obligation.due_on,
        is_done=obligation.fulfilled_at is not None,
        today=on,
        country=country,
    )
    return ObligationRow(obligation=obligation, plan=found, country=country)


def obligation_rows(mandate: Mandate, *, on: date) -> list[ObligationRow]:
    """Every obligation of a mandate, nearest day first and those without a day last; one query."""
    found = _with_document().filter(mandate=mandate)
    ordered = found.order_by(F("due_on").asc(nulls_last=True), "number", "pk")
    return [row_of(each, on=on) for each in ordered]


def open_obligation_rows(*, on: date) -> list[ObligationRow]:
    """Everything with a day that is still to be done, in every mandate, nearest day first."""
    found = _with_document().filter(fulfilled_at=None, due_on__isnull=False)
    rows = [row_of(each, on=on) for each in found.order_by("due_on", "pk")]
    return [each for each in rows if not each.plan.passes_by_itself]


def calendar_rows(*, on: date) -> list[ObligationRow]:
    """Everything with a day, done or not, in every mandate, the latest day first."""
    found = _with_document().filter(due_on__isnull=False).order_by("-due_on", "-pk")
    return [row_of(each, on=on) for each in found[:MOST_CALENDAR_DAYS]]


def obligation(obligation_id: int) -> Obligation:
    """An obligation with its mandate and document.

    Raises `Obligation.DoesNotExist`.
    """
    return _with_document().get(pk=obligation_id)


def documents_of(mandate: Mandate) -> QuerySet[OutgoingDocument]:
    """Everything frozen under a mandate with its files and what it does, latest first."""
    return (
        mandate.documents.select_related("frozen_by")
        .prefetch_related(
            Prefetch("files", OutgoingFile.objects.order_by("file_name", "pk")),
            Prefetch("obligations", Obligation.objects.order_by("number", "pk")),
        )
        .order_by("-number", "-pk")
    )


def documents_that_do(wanted: Obligation) -> QuerySet[OutgoingDocument]:
    """Frozen documents of the mandate that fit an obligation, latest first."""
    kinds = fitting_kinds(wanted.kind)
    found = OutgoingDocument.objects.filter(mandate=wanted.mandate_id, kind__in=kinds)
    return found.order_by("-number", "-pk")


def outgoing_file(file_id: int) -> OutgoingFile:
    """A file of a document.

    Raises `OutgoingFile.DoesNotExist`.
    """
    return OutgoingFile.objects.select_related("document").get(pk=file_id)


@dataclass(frozen=True, kw_only=True)
class FormalStanding:
    """The obligations through which a formal requirement is followed."""

    obligations: Sequence[Obligation]

    @property
    def is_done(self) -> bool:
        """Whether everything with an act of its own is done; without obligations nothing is."""
        acts = [each for each in self.obligations if not passes_by_itself(each.kind)]
        return bool(acts) and all(each.fulfilled_at for each in acts)


def formal_standings(mandate: Mandate) -> Mapping[int, FormalStanding]:
    """For each formal requirement's key: its obligations, and whether they are done.

    Four queries, none for what is prefetched.
    """
    formal = formal_requirements(mandate)
    found = sorted(mandate.obligations.all(), key=lambda each: each.number)
    return {
        each.pk: FormalStanding(
            obligations=[
                other
                for other in found
                if overlap((each.span_start, each.span_end), (other.span_start, other.span_end))
            ]
        )
        for each in mandate.requirements.all()
        if each.pk in formal
    }


def _with_document() -> QuerySet[Obligation]:
    return Obligation.objects.select_related(HOLDER, "document", "fulfilled_by")
