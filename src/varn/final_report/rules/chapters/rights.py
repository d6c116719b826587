"""The rights of the child in the work, and the authorities that bear the public responsibility."""

from collections.abc import Iterator

from varn.final_report.choices import ReportPart
from varn.final_report.rules.blocks import facts, heading, own, paragraph, said, span
from varn.final_report.rules.content import Activity, ReportContent
from varn.final_report.rules.figures import Kind, assessed
from varn.final_report.rules.tables import made_table
from varn.final_report.rules.wording import Json, Wording
from varn.final_report.rules.written import written

TOLD = ("best_interests", "views", "information", "risks", "mitigation")


def child_rights(content: ReportContent, say: Wording) -> list[Json]:
    """What people wrote, every assessment, and who bears the duty."""
    words, shown = say.words, assessed(content.activities)
    return [
        heading(words["child_rights"], level=1, anchor="child-rights"),
        *(written(content, say, ReportPart.CHILD_RIGHTS) or [said(words["not_written"])]),
        heading(words["assessments"], level=2),
        *([said(words["assessments_lead"])] if shown else []),
        made_table("child_rights", content, say),
        *(block for each in shown for block in _assessment(each, say)),
        heading(words["duty_bearers"], level=2),
        said(words["duty_bearers_lead"]),
        made_table("duty_bearers", content, say),
    ]


def _assessment(activity: Activity, say: Wording) -> Iterator[Json]:
    label = say.one(Kind.ACTIVITY, activity.number)
    yield paragraph(
        span(str(label["label"]), to=str(label["anchor"])),
        span("  "),
        own(activity.title, "strong"),
        style="label",
    )
    found = activity.child_rights
    assert found is not None  # noqa: S101 - only assessed activities come here
    principles = "; ".join(say.name("principle", each) for each in found.principles)
    yield facts(
        {
            say.words["articles"]: [
                span("; ".join(say.name("article", each) for each in found.articles))
            ],
            say.words["principles"]: [span(principles)],
            say.words["children_heard"]: [span(say.name("heard", found.children_heard))],
            **{say.words[f"rights.{name}"]: [own(getattr(found, name))] for name in TOLD},
        }
    )
