"""Loading what is written in the invented final report."""

from collections import defaultdict
from datetime import date

from varn.accounts.models import User
from varn.final_report.actions import write_cover, write_part
from varn.final_report.models import ReportCover
from varn.final_report.queries.drafting import part_text
from varn.final_report.rules.parts import Cover, PartKey
from varn.mandate.models import Mandate
from varn.project.demonstration.content import INVENTED, texts
from varn.project.demonstration.moments import moment

COVER_ON = date(2015, 5, 25)
DECIDED_ON = date(2015, 5, 27)
COVER = Cover(
    own_registry_number="801-9104-2014",
    decided_by=f"landshövdingen {INVENTED}",
    presented_by=f"samordnaren {INVENTED}",
    decided_on=DECIDED_ON,
    present=(f"länsrådet {INVENTED}",),
)


def load_texts(mandate: Mandate, coordinator: User, *, as_of: date) -> None:
    """What was written up to the day; what somebody has written since stays."""
    before: dict[PartKey, str] = defaultdict(str)
    for invented in texts():
        part = PartKey.read(invented.part)
        if invented.written_on > as_of:
            continue
        current = part_text(mandate.pk, part)
        if (current.text if current else "") == before[part]:
            write_part(
                mandate_id=mandate.pk,
                part=part,
                text=invented.text,
                begun_from=current.number if current else 0,
                by=coordinator,
                at=moment(invented.written_on, hour=10),
            )
        before[part] = invented.text


def load_cover(mandate: Mandate, coordinator: User, *, as_of: date) -> None:
    """Who stands behind the report, unless somebody has said so already."""
    if as_of >= COVER_ON and not ReportCover.objects.filter(mandate=mandate).exists():
        write_cover(
            mandate_id=mandate.pk,
            values=COVER,
            version=0,
            by=coordinator,
            at=moment(COVER_ON, hour=11),
        )
