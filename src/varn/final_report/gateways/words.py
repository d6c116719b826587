"""The report's words in one language, with the mandate's own names for its codes."""

from django.db.models import TextChoices
from django.utils import translation

from varn.final_report.choices.words import WORDS
from varn.mandate.choices import ActivityState, GrantKind, ObligationKind, OpenReason

NAMED_CODES: dict[str, type[TextChoices]] = {
    "state": ActivityState,
    "obligation": ObligationKind,
    "open": OpenReason,
    "grant": GrantKind,
}


def words_in(language: str) -> dict[str, str]:
    """Every word of the report, whatever language the reader's page has."""
    with translation.override(language):
        words = {name: str(text) for name, text in WORDS.items()}
        for prefix, codes in NAMED_CODES.items():
            words |= {f"{prefix}.{value}": str(label) for value, label in codes.choices}
    return words
