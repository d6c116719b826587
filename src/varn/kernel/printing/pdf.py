"""Tagged PDF files (PDF/UA-1 and PDF/A-2a) set by typst: the same bytes on every machine."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

import typst

from varn.kernel.printing.text import printable, read_ranges, with_texts

HERE = Path(__file__).parent
STANDARDS = ["a-2a", "ua-1"]


class UnsetDocumentError(RuntimeError):
    """Typst refused the document; a fault of ours, never of the data."""


def typeset(
    folder: Path,
    *,
    main: str,
    data: Mapping[str, object],
    created: datetime,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """Set the template `main` of the folder; texts go in as data, so nothing in them is markup.

    The template reads `json(bytes(sys.inputs.data))`: `document` is the data with characters that
    the typeface lacks as �, and `has_unset` says whether there are any. It may import `base.typ`
    and show the pictures by their names. Only the fonts inside typst are used.
    """
    shown = with_texts(dict(data), _printable)
    inputs = {"document": shown, "has_unset": shown != with_texts(dict(data), str)}
    files = {"main.typ": (folder / main).read_bytes(), **sources(HERE / "typst"), **sources(folder)}
    try:
        made = typst.compile(  # type: ignore[call-overload]  # its stub forgets files by name
            files | dict(pictures or {}),
            root=folder,
            font_paths=_fonts(),
            sys_inputs={"data": json.dumps(inputs, ensure_ascii=False, sort_keys=True)},
            pdf_standards=STANDARDS,
            timestamp=int(created.timestamp()),
        )
    except typst.TypstError as error:
        raise UnsetDocumentError(f"{error.message} {error.diagnostic}") from error
    return bytes(made)


@cache
def sources(folder: Path) -> dict[str, bytes]:
    """Every template of a folder by its name."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.typ"))}


@cache
def characters() -> frozenset[int]:
    """The characters that the typeface holds in every style."""
    return read_ranges((HERE / "characters.txt").read_text())


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _printable(text: str) -> str:
    return printable(text, characters=characters())
