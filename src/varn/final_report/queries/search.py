"""Written parts of the reports that hold some words."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from varn.final_report.models import PartText
from varn.final_report.queries.subjects import part_title
from varn.final_report.rules.parts import PartKey
from varn.kernel.search import Hit, matching, reason


def found(words: str, *, limit: int) -> Sequence[Hit]:
    """Parts whose text as it stands now holds the words, best first."""
    latest = PartText.objects.order_by("mandate_id", "part", "-number").distinct(
        "mandate_id", "part"
    )
    rows = PartText.objects.filter(pk__in=latest.values("pk")).select_related("mandate")
    return [
        _hit(row, rank, words) for row, rank in matching(rows, words, text=("text",), limit=limit)
    ]


def _hit(row: PartText, rank: float, words: str) -> Hit:
    title = part_title(PartKey.read(row.part))
    return Hit(
        kind=_("Report text"),
        title=title,
        url_name="final_report:final_report_show",
        url_args=(row.mandate_id,),
        excerpt=reason(words, title=title, texts=[row.text]),
        where=f"{row.mandate.registry_number} · {date_format(row.written_at, 'j F Y')}",
        rank=rank,
    )
