"""Dialogue, economy, obligations, conclusions and proposals."""

from collections.abc import Iterable

from varn.final_report.choices import ReportPart
from varn.final_report.rules.blocks import facts, heading, listing, own, said, span
from varn.final_report.rules.content import Appropriation, ReportContent
from varn.final_report.rules.tables import made_table
from varn.final_report.rules.wording import Json, Wording
from varn.final_report.rules.written import written


def dialogue(content: ReportContent, say: Wording) -> list[Json]:
    """Whom the work met, who never came, and who was never asked."""
    words, found = say.words, content.dialogue
    return [
        heading(words["dialogue"], level=1, anchor="dialogue"),
        *_written_or_not(content, say, ReportPart.DIALOGUE),
        heading(words["meetings"], level=2),
        made_table("meetings", content, say),
        heading(words["turnout"], level=2),
        made_table("turnout", content, say) | {"anchor": "turnout"},
        *_names(words["never_came"], found.never_came),
        *_names(words["never_asked"], found.never_asked),
    ]


def _names(title: str, names: Iterable[str]) -> list[Json]:
    shown = [[own(name)] for name in names]
    if not shown:
        return []
    return [heading(title, level=3, is_numbered=False), listing(shown)]


def economy(content: ReportContent, say: Wording) -> list[Json]:
    """What was given and charged, what it was used for, and where it stands in the budget."""
    words = say.words
    budget = [facts(_appropriation(each, say)) for each in content.appropriations]
    return [
        heading(words["economy"], level=1, anchor="economy"),
        *_written_or_not(content, say, ReportPart.ECONOMY),
        heading(words["grants"], level=2),
        made_table("grants", content, say),
        *(budget or [said(words["no_appropriation"])]),
        heading(words["used"], level=2),
        made_table("money", content, say) | {"anchor": "money"},
        *([made_table("cost_types", content, say)] if content.money else []),
    ]


def _appropriation(found: Appropriation, say: Wording) -> dict[str, list[Json]]:
    """Where the money stands in the state budget, from area to item."""
    stands: dict[str, tuple[int | str | None, str]] = {
        "area": (found.area, found.area_name),
        "appropriation": (found.appropriation, found.appropriation_name),
        "item": (found.item, found.item_name),
    }
    missing = say.words["not_stated"]
    return {
        say.words[name]: [span(f"{number or ''} {title}".strip() or missing)]
        for name, (number, title) in stands.items()
    }


def obligations(content: ReportContent, say: Wording) -> list[Json]:
    """What the decision says must be done or sent, and the document that it was done with."""
    words = say.words
    return [
        heading(words["obligations"], level=1, anchor="obligations"),
        *([said(words["obligations_lead"])] if content.obligations else []),
        made_table("obligations", content, say),
    ]


def conclusions(content: ReportContent, say: Wording) -> list[Json]:
    """What the agency makes of it."""
    head = heading(say.words["conclusions"], level=1, anchor="conclusions")
    return [head, *_written_or_not(content, say, ReportPart.CONCLUSIONS)]


def proposals(content: ReportContent, say: Wording) -> list[Json]:
    """What the agency proposes to the government."""
    head = heading(say.words["proposals"], level=1, anchor="proposals")
    return [head, *_written_or_not(content, say, ReportPart.PROPOSALS)]


def _written_or_not(content: ReportContent, say: Wording, part: ReportPart) -> list[Json]:
    return written(content, say, part) or [said(say.words["not_written"])]
