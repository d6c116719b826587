"""The report as one HTML file that stands alone: no script, nothing fetched, its own style."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

STYLES = Path(__file__).parents[1] / "styles" / "file.css"


def as_html(document: Mapping[str, object]) -> bytes:
    """The report with every figure linked to what it rests on; texts are escaped."""
    context = {"report": document, "style": _style()}
    return render_to_string("final_report/file.html", context).encode()


@cache
def _style() -> SafeString:
    return mark_safe(f"<style>\n{STYLES.read_text()}</style>")  # noqa: S308 - our own file
