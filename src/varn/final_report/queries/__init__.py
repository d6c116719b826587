"""The content of a final report, collected from the mandate."""

from varn.final_report.queries.reports import (
    UnknownRegistryNumberError,
    report_content,
    reportable_mandates,
)

__all__ = ["UnknownRegistryNumberError", "report_content", "reportable_mandates"]
