"""Tables of what is formal: obligations with what was sent, and the files of evidence."""

from varn.final_report.rules.blocks import lines, own, row, span, table
from varn.final_report.rules.content import Document, Evidence, Obligation, ReportContent
from varn.final_report.rules.figures import Kind
from varn.final_report.rules.wording import Json, Wording

CHECK_SUM_SHOWN = 16  # enough to tell files apart in print; the data file holds all 64


def obligations_table(content: ReportContent, say: Wording) -> Json:
    """Every obligation: what, to whom, by when, and the document that was sent for it."""
    words = say.words
    columns = {
        words["number"]: "narrow",
        words["what"]: "wide",
        words["due_on"]: "narrow",
        words["sent"]: "wide",
    }
    rows = [_obligation(each, say) for each in content.obligations]
    return table(words["table.obligations"], columns, rows, empty=words["no_obligations"])


def _obligation(obligation: Obligation, say: Wording) -> Json:
    to = obligation.addressee
    addressee = [span(f"{say.words['addressee']}: ", "muted"), own(to)] if to else []
    due_on = obligation.due_on
    return row(
        [span(str(obligation.number))],
        lines(
            [span(say.name("obligation", obligation.kind), "strong")],
            [own(obligation.text)],
            addressee,
        ),
        [span(say.day(due_on) if due_on else say.name("open", obligation.open_reason))],
        _sent(obligation.document, say),
        anchor=f"obligation-{obligation.number}",
    )


def _sent(document: Document | None, say: Wording) -> list[Json]:
    if document is None:
        return [span(say.words["not_sent"], "muted")]
    number = document.own_registry_number
    check_sum = document.sha256
    return lines(
        [span(say.day(document.sent_on))],
        [own(document.title)],
        [span(number)] if number else [],
        [span(check_sum[:CHECK_SUM_SHOWN], "code")] if check_sum else [],
    )


def evidence_table(content: ReportContent, say: Wording) -> Json:
    """Every file with its check sum, its day and what it shows."""
    words = say.words
    columns = {
        words["number"]: "narrow",
        words["file"]: "wide",
        words["check_sum"]: "narrow",
        words["day"]: "narrow",
        words["shows"]: "narrow",
    }
    rows = [_evidence(each, say) for each in content.evidence]
    return table(words["table.evidence"], columns, rows, empty=words["no_evidence_at_all"])


def _evidence(evidence: Evidence, say: Wording) -> Json:
    shows = say.one(Kind.RESULT, evidence.result)
    described = [own(evidence.description, "muted")] if evidence.description else []
    return row(
        [span(str(evidence.number))],
        lines([{**span(evidence.file_name), "stored": evidence.sha256}], described),
        [{**span(evidence.sha256[:CHECK_SUM_SHOWN], "code"), "title": evidence.sha256}],
        [span(say.day(evidence.added_on))],
        [span(str(shows["label"]), to=str(shows["anchor"]))],
        anchor=f"evidence-{evidence.number}",
    )
