"""Reading and writing the small CSV files that this conversion works with."""

import csv
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

HAND = Path(__file__).parent / "hand"
Row = dict[str, str]


def hand_rows(name: str) -> list[Row]:
    """Rows of a file typed by hand."""
    with (HAND / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows({column: row.get(column, "") for column in columns} for row in rows)


def slug(name: str) -> str:
    """A plain key of a name: `Åklagarmyndigheten` gives `aklagarmyndigheten`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())
