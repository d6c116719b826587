"""A sentence to begin from for everything that a text can place."""

from collections.abc import Mapping
from dataclasses import dataclass

from varn.final_report.choices import PlacedKind
from varn.final_report.rules.placeable import NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Something to place: its label and value now, and a text that places it."""

    kind: str
    name: str
    label: str
    value: str  # of a figure; empty for tables and maps
    text: str  # written text, ready to put into a part


def suggestions(words: Mapping[str, str], values: Mapping[str, str]) -> tuple[Suggestion, ...]:
    """Everything that can be placed, figures first; `values` are the figures now, by name."""
    return tuple(
        Suggestion(
            kind=kind,
            name=name,
            label=words[f"{kind}.{name}"],
            value=values.get(name, "") if kind == PlacedKind.FIGURE else "",
            text=_text(kind, name, words),
        )
        for kind, names in NAMES.items()
        for name in names
    )


def _text(kind: str, name: str, words: Mapping[str, str]) -> str:
    sentence = words[f"suggestion.{kind}.{name}"]
    return sentence if kind == PlacedKind.FIGURE else f"{sentence}\n\n{{{{{kind}:{name}}}}}"
