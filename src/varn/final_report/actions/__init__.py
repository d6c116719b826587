"""Writing the final report and freezing versions of it."""

from varn.final_report.actions.freezing import (
    AlreadyFrozenError,
    ChangedSinceSeenError,
    NotReadyError,
    freeze_report,
)
from varn.final_report.actions.writing import (
    StaleCoverError,
    StaleTextError,
    leave_part,
    open_part,
    take_back_text,
    write_cover,
    write_part,
)

__all__ = [
    "AlreadyFrozenError",
    "ChangedSinceSeenError",
    "NotReadyError",
    "StaleCoverError",
    "StaleTextError",
    "freeze_report",
    "leave_part",
    "open_part",
    "take_back_text",
    "write_cover",
    "write_part",
]
