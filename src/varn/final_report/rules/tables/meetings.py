"""Tables of the dialogue: meetings, and who was asked and came."""

from varn.final_report.rules.blocks import lines, own, row, span, table
from varn.final_report.rules.content import Meeting, ReportContent
from varn.final_report.rules.wording import Json, Wording


def meetings_table(content: ReportContent, say: Wording) -> Json:
    """Every meeting that was held: the day, at which level, and how many of those asked came."""
    words = say.words
    columns = {
        words["number"]: "narrow",
        words["day"]: "narrow",
        words["kind.meeting"]: "wide",
        words["level"]: "narrow",
        words["came_of_asked"]: "number",
    }
    rows = [_meeting(each, say) for each in content.dialogue.meetings]
    return table(words["table.meetings"], columns, rows, empty=words["no_meeting"])


def _meeting(meeting: Meeting, say: Wording) -> Json:
    kept = (
        [span(f"{say.words['kind.result']}\N{NO-BREAK SPACE}{meeting.result}", to=_result(meeting))]
        if meeting.result
        else []
    )
    return row(
        [span(str(meeting.number))],
        [span(say.day(meeting.held_on))],
        lines([own(meeting.title)], kept),
        [span(say.name("level", meeting.level))],
        [span(say.words["of"] % {"part": meeting.came, "whole": meeting.asked})],
        anchor=f"meeting-{meeting.number}",
    )


def _result(meeting: Meeting) -> str:
    return f"result-{meeting.result}"


def turnout_table(content: ReportContent, say: Wording) -> Json:
    """Every organisation that was asked or came, and when it last did."""
    words = say.words
    columns = {
        words["organisation"]: "wide",
        words["asked"]: "number",
        words["came"]: "number",
        words["last_came_on"]: "narrow",
    }
    rows = [
        row(
            [own(each.organisation)],
            [span(str(each.asked))],
            [span(str(each.came))],
            [span(say.day(each.last_came_on) if each.last_came_on else words["never"])],
        )
        for each in content.dialogue.turnout
    ]
    return table(words["table.turnout"], columns, rows, empty=words["no_turnout"])
