"""Loading the first draft of the invented final report."""

from datetime import date

from varn.accounts.models import User
from varn.final_report.actions import write_part
from varn.final_report.models import PartText
from varn.final_report.rules.parts import PartKey
from varn.mandate.models import Mandate
from varn.project.demonstration.content import texts
from varn.project.demonstration.moments import moment


def load_texts(mandate: Mandate, coordinator: User, *, as_of: date) -> None:
    """What was written up to the day; what somebody has written since stays."""
    for invented in texts():
        part = PartKey.read(invented.part)
        if invented.written_on > as_of:
            continue
        if PartText.objects.filter(mandate=mandate, part=str(part)).exists():
            continue
        write_part(
            mandate_id=mandate.pk,
            part=part,
            text=invented.text,
            begun_from=0,
            by=coordinator,
            at=moment(invented.written_on, hour=10),
        )
