"""Tables that show the whole at a glance: figures, requirements, counties."""

from varn.final_report.rules.blocks import joined, linked, own, row, span, table
from varn.final_report.rules.carrying import carriers
from varn.final_report.rules.content import ReportContent, Requirement
from varn.final_report.rules.figures import Kind, evidence_of, figures, results_by_county
from varn.final_report.rules.wording import Json, Wording

SHOWN_OF_A_SENTENCE = 110  # characters; the whole sentence stands under its own heading
ELLIPSIS = "…"


def figures_table(content: ReportContent, say: Wording) -> Json:
    """Every figure of the report with what it rests on; money and dialogue once there is any."""
    shown = [
        row(
            [span(say.words[f"figure.{each.name}"])],
            [span(say.value(each))],
            linked(say.rests_on(each)),
            anchor=f"figure-{each.name}",
        )
        for each in figures(content)
        if each.value or each.kind in {Kind.REQUIREMENT, Kind.RESULT, Kind.EVIDENCE}
    ]
    words = say.words
    columns = {words["measure"]: "wide", words["count"]: "number", words["rests_on"]: "wide"}
    return table(words["table.figures"], columns, shown, empty=words["nothing_recorded"])


def requirements_table(content: ReportContent, say: Wording) -> Json:
    """Every requirement with its judgement and its evidence."""
    words, carried = say.words, carriers(content)
    columns = {
        words["number"]: "narrow",
        words["kind.requirement"]: "wide",
        words["judgement"]: "narrow",
        words["kind.evidence"]: "narrow",
    }
    rows = [
        row(
            [span(str(each.number), to=f"requirement-{each.number}")],
            [own(shortened(each.text))],
            [span(judged(each, say))],
            _evidence(each, carried.get(each.number, ()), say),
        )
        for each in sorted(content.requirements, key=lambda each: each.number)
    ]
    return table(words["table.requirements"], columns, rows, empty=words["no_requirements_at_all"])


def judged(requirement: Requirement, say: Wording) -> str:
    """What was said of the requirement in the end."""
    if requirement.judgement:
        return say.name("judgement", requirement.judgement)
    return say.words["only_formal_short" if requirement.is_formal else "not_judged"]


def shortened(text: str) -> str:
    """The beginning of a long sentence, cut between words."""
    if len(text) <= SHOWN_OF_A_SENTENCE:
        return text
    return text[:SHOWN_OF_A_SENTENCE].rsplit(" ", 1)[0].rstrip(" ,;:–-") + f" {ELLIPSIS}"


def counties_table(content: ReportContent, say: Wording) -> Json:
    """Every county with its number of results, and what they are."""
    words, names = say.words, dict(content.counties)
    columns = {
        words["county"]: "wide",
        words["results"]: "number",
        words["rests_on"]: "wide",
    }
    found = results_by_county(content)
    outside = [each for each in content.results if not each.county_code]
    grouped = [(names.get(code, code), found[code]) for code in found]
    if outside:
        grouped.append((words["outside_counties"], outside))
    rows = [
        row(
            [own(name)],
            [span(str(len(results)))],
            linked(say.many(Kind.RESULT, tuple(each.number for each in results)))
            if results
            else [],
        )
        for name, results in grouped
    ]
    return table(words["table.counties"], columns, rows, empty=words["no_result"])


def _evidence(requirement: Requirement, by: tuple[Requirement, ...], say: Wording) -> list[Json]:
    numbers = evidence_of(requirement)
    if by and not numbers:
        which = say.many(Kind.REQUIREMENT, tuple(each.number for each in by))
        return linked(which | {"label": f"{say.words['see']} {str(which['label']).lower()}"})
    if not numbers:
        return [span(say.words["none"], "muted")]
    links = say.many(Kind.EVIDENCE, numbers)["links"]
    assert isinstance(links, list)  # noqa: S101 - there are numbers
    return joined([[span(each["label"], to=each["anchor"])] for each in links])
