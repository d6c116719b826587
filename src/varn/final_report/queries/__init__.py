"""The content of a final report, collected from the mandate."""

from varn.final_report.queries.reports import (
    UnknownRegistryNumberError,
    report_content,
)

__all__ = ["UnknownRegistryNumberError", "report_content"]
