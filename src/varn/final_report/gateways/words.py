"""The report's words in one language, with the capabilities' own names for its codes."""

from django.db.models import TextChoices
from django.utils import translation

from varn.dialogue.choices import MeetingLevel
from varn.final_report.choices.words import WORDS
from varn.finance.choices import CostType
from varn.mandate.choices import (
    ActivityState,
    ChildrenHeard,
    CrcArticle,
    GrantKind,
    Judgement,
    ObligationKind,
    OpenReason,
    StrategyPrinciple,
)

NAMED_CODES: dict[str, type[TextChoices]] = {
    "state": ActivityState,
    "obligation": ObligationKind,
    "open": OpenReason,
    "grant": GrantKind,
    "judgement": Judgement,
    "heard": ChildrenHeard,
    "article": CrcArticle,
    "principle": StrategyPrinciple,
    "level": MeetingLevel,
    "cost_type": CostType,
}


def words_in(language: str) -> dict[str, str]:
    """Every word of the report, whatever language the reader's page has."""
    with translation.override(language):
        words = {name: str(text) for name, text in WORDS.items()}
        for prefix, codes in NAMED_CODES.items():
            words |= {f"{prefix}.{value}": str(label) for value, label in codes.choices}
    return words
