"""Tables of the work: activities, the rights of the child, and who bears the duty."""

from collections import defaultdict

from varn.final_report.rules.blocks import linked, own, row, span, table
from varn.final_report.rules.content import Activity, ReportContent
from varn.final_report.rules.figures import Kind, assessed
from varn.final_report.rules.wording import Json, Wording


def activities_table(content: ReportContent, say: Wording) -> Json:
    """Every activity: what, when, how far, and what came of it."""
    words = say.words
    columns = {
        words["number"]: "narrow",
        words["kind.activity"]: "wide",
        words["period"]: "narrow",
        words["state"]: "narrow",
        words["results"]: "number",
    }
    rows = [
        row(
            [_to(each)],
            [own(each.title)],
            [span(say.period(each.starts_on, each.ends_on))],
            [span(say.name("state", each.state))],
            [span(str(len(each.results)))],
        )
        for each in content.activities
    ]
    return table(words["table.activities"], columns, rows, empty=words["no_activity"])


def child_rights_table(content: ReportContent, say: Wording) -> Json:
    """Every assessed activity: which articles it bears on, and whether children were heard."""
    words = say.words
    columns = {
        words["number"]: "narrow",
        words["kind.activity"]: "wide",
        words["articles"]: "narrow",
        words["children_heard"]: "wide",
    }
    rows = [
        row(
            [_to(each)],
            [own(each.title)],
            [span(", ".join(each.child_rights.articles))],
            [span(say.name("heard", each.child_rights.children_heard))],
        )
        for each in assessed(content.activities)
        if each.child_rights
    ]
    return table(words["table.child_rights"], columns, rows, empty=words["no_assessment"])


def duty_bearers_table(content: ReportContent, say: Wording) -> Json:
    """Every authority with a public responsibility, and the activities that serve it."""
    by_bearer: defaultdict[str, list[Activity]] = defaultdict(list)
    for each in content.activities:
        by_bearer[each.duty_bearer].append(each)
    words = say.words
    columns = {
        words["duty_bearer"]: "wide",
        words["kinds.activity"]: "narrow",
        words["target_groups"]: "wide",
    }
    rows = [
        row(
            [own(bearer) if bearer else span(words["not_stated"])],
            linked(say.many(Kind.ACTIVITY, tuple(each.number for each in found)) | {"label": ""}),
            [own("; ".join(dict.fromkeys(filter(None, (each.target_group for each in found)))))],
        )
        for bearer, found in by_bearer.items()
    ]
    return table(words["table.duty_bearers"], columns, rows, empty=words["no_activity"])


def _to(activity: Activity) -> Json:
    return span(str(activity.number), to=f"activity-{activity.number}")
