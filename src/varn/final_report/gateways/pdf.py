"""The report set by typst as a tagged PDF (PDF/UA-1 and PDF/A-2a)."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

import typst

from varn.final_report.rules.text import printable, read_ranges, with_texts

FOLDER = Path(__file__).parents[1] / "typst"
TEMPLATE = FOLDER / "report.typ"


class UnsetReportError(RuntimeError):
    """Typst refused the report; a fault of ours, never of the data."""


def as_pdf(document: Mapping[str, object], *, changed_at: datetime) -> bytes:
    """Set the report; the texts go in as data, so nothing in them is markup.

    Only the fonts inside typst are used: the same bytes on every machine.
    """
    shown = with_texts(dict(document), _printable)
    data = {"document": shown, "has_unset": shown != dict(document)}
    try:
        made = typst.compile(
            TEMPLATE,
            root=FOLDER,
            font_paths=_fonts(),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=int(changed_at.timestamp()),
        )
    except typst.TypstError as error:
        raise UnsetReportError(f"{error.message} {error.diagnostic}") from error
    return bytes(made)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


@cache
def characters() -> frozenset[int]:
    """The characters that the typeface holds in every style."""
    return read_ranges((FOLDER / "characters.txt").read_text())


def _printable(text: str) -> str:
    return printable(text, characters=characters())
