"""The report set by typst as a tagged PDF (PDF/UA-1 and PDF/A-2a)."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from varn.final_report.gateways.maps import map_svg, tones_of
from varn.kernel.printing import typeset

FOLDER = Path(__file__).parents[1] / "typst"


def as_pdf(document: Mapping[str, object], *, changed_at: datetime) -> bytes:
    """Set the report; the texts go in as data, so nothing in them is markup."""
    return typeset(
        FOLDER,
        main="report.typ",
        data=document,
        created=changed_at,
        pictures={"map.svg": map_svg(tones_of(document))},
    )
