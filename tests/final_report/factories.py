"""A report written by hand, made by the actions that people use."""

from datetime import date

from tests.mandate.factories import NOON, CoordinatorFactory
from varn.final_report.actions import write_cover, write_part
from varn.final_report.queries.reports import report_content
from varn.final_report.rules.missing import written_parts
from varn.final_report.rules.parts import Cover
from varn.mandate.actions import judge_requirement
from varn.mandate.choices import Judgement

COVER = Cover(
    own_registry_number="801-12345-2014",
    decided_by="Landshövding Anna Exempel",
    presented_by="Samordnare Bo Exempel",
    decided_on=date(2015, 5, 28),
    present=("Länsråd Cia Exempel",),
)


def write_whole(mandate, *, by=None, at=NOON, text="Det här har gjorts."):
    """Write every part and the cover."""
    by = by or CoordinatorFactory()
    write_cover(mandate_id=mandate.pk, values=COVER, version=0, by=by, at=at)
    for key in written_parts(report_content(mandate.registry_number)):
        write_part(mandate_id=mandate.pk, part=key, text=text, begun_from=0, by=by, at=at)


def judge_all(mandate, *, by=None, at=NOON):
    """Say of every requirement that it is not met, and why."""
    by = by or CoordinatorFactory()
    for each in mandate.requirements.order_by("pk"):
        judge_requirement(
            requirement_id=each.pk,
            judgement=Judgement.NOT_MET,
            because="Hann inte.",
            version=each.version,
            by=by,
            at=at,
        )
