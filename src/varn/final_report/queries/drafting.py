"""What people have written in a report so far, and who is writing just now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby

from django.db.models import QuerySet

from varn.final_report.models import PartClaim, PartText, ReportCover
from varn.final_report.rules.parts import Cover, PartKey

CLAIM_LASTS = timedelta(minutes=30)  # since the person last saved, previewed or opened the part


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """Everything that people have written in one report."""

    parts: Mapping[PartKey, PartText] = field(default_factory=dict)
    cover_row: ReportCover | None = None

    @property
    def texts(self) -> Mapping[PartKey, str]:
        """The written parts; one that was emptied counts as never written."""
        return {key: row.text for key, row in self.parts.items() if row.text.strip()}

    @property
    def cover(self) -> Cover:
        """Who stands behind the report, as far as it is known."""
        return cover_from(self.cover_row) if self.cover_row else Cover()

    @property
    def moments(self) -> Sequence[datetime]:
        """When anything was last written."""
        cover = [self.cover_row.changed_at] if self.cover_row else []
        return [*cover, *(row.written_at for row in self.parts.values())]


def drafted(mandate_id: int) -> Drafted:
    """The report as written so far, in two queries."""
    latest = (
        PartText.objects.filter(mandate_id=mandate_id)
        .select_related("written_by")
        .order_by("part", "-number")
        .distinct("part")
    )
    return Drafted(
        parts={PartKey.read(row.part): row for row in latest}, cover_row=cover_row(mandate_id)
    )


def cover_row(mandate_id: int) -> ReportCover | None:
    """The cover as it was last saved."""
    return ReportCover.objects.select_related("changed_by").filter(mandate_id=mandate_id).first()


def cover_from(row: ReportCover) -> Cover:
    """The cover's values, as the report takes them."""
    return Cover(
        own_registry_number=row.own_registry_number,
        decided_by=row.decided_by,
        presented_by=row.presented_by,
        decided_on=row.decided_on,
        present=tuple(row.present),
    )


def part_text(mandate_id: int, key: PartKey) -> PartText | None:
    """What stands in a part now; None when nobody has written yet."""
    return part_history(mandate_id, key).first()


def part_history(mandate_id: int, key: PartKey) -> QuerySet[PartText]:
    """Every text that a part has had, the latest first."""
    found = PartText.objects.filter(mandate_id=mandate_id, part=str(key))
    return found.select_related("written_by").order_by("-number")


def writers(mandate_id: int, *, at: datetime) -> Mapping[PartKey, Sequence[PartClaim]]:
    """Who has which part open, whoever came first before others."""
    claims = (
        PartClaim.objects.filter(mandate_id=mandate_id, seen_at__gt=at - CLAIM_LASTS)
        .select_related("person")
        .order_by("part", "opened_at", "pk")
    )
    grouped = groupby(claims, key=lambda claim: claim.part)
    return {PartKey.read(part): list(found) for part, found in grouped}
