"""The cover letter (*missiv*): own number, the government's, who decided and who presented."""

from varn.final_report.choices import ReportPart
from varn.final_report.rules.blocks import said
from varn.final_report.rules.content import Decision, ReportContent
from varn.final_report.rules.parts import Cover
from varn.final_report.rules.wording import Json, Wording
from varn.final_report.rules.written import written


def letter(content: ReportContent, say: Wording) -> Json:
    """The letter in front of the report."""
    decision, cover, words = content.decision, content.cover, say.words
    missing = words["not_stated"]
    marks = {
        "letter.date": say.day(cover.decided_on) if cover.decided_on else missing,
        "letter.own_number": cover.own_registry_number or missing,
        "your_reference": reference(decision, say),
    }
    return {
        "sender": decision.agency or missing,
        "marks": [{"label": words[name], "value": value} for name, value in marks.items()],
        "addressee": decision.report_to or decision.department or missing,
        "heading": words["letter.heading"] % {"title": decision.title},
        "blocks": written(content, say, ReportPart.COVER_LETTER) or [said(_standard(content, say))],
        "closing": _closing(cover, say),
    }


def reference(decision: Decision, say: Wording) -> str:
    """The government's number for the matter."""
    partly = f" ({say.words['partly']})" if decision.is_partly else ""
    return f"{decision.registry_number}{partly}"


def _standard(content: ReportContent, say: Wording) -> str:
    decision = content.decision
    return say.words["letter.standard"] % {
        "agency": decision.agency or say.words["the_agency"],
        "day": say.day(decision.decided_on),
        "number": decision.registry_number,
        "title": decision.title,
    }


def _closing(cover: Cover, say: Wording) -> list[str]:
    """Who decided, who presented, who else took part; or that it isn't said."""
    words = say.words
    decided = words["letter.decided"] % {"name": cover.decided_by} if cover.decided_by else ""
    presented = (
        words["letter.presented"] % {"name": cover.presented_by} if cover.presented_by else ""
    )
    present = (
        words["letter.present"] % {"names": say.listed(cover.present)} if cover.present else ""
    )
    return [
        decided or words["letter.not_decided"],
        presented or words["letter.not_presented"],
        *filter(None, [present]),
    ]
