"""Work and results: per assignment, per requirement, with evidence or why it is not met."""

from collections.abc import Iterator

from varn.final_report.choices import ReportPart
from varn.final_report.rules.blocks import (
    facts,
    heading,
    lines,
    linked,
    listing,
    own,
    paragraph,
    said,
    span,
)
from varn.final_report.rules.carrying import Carriers, carriers
from varn.final_report.rules.content import (
    Activity,
    Assignment,
    ReportContent,
    Requirement,
    Result,
)
from varn.final_report.rules.figures import Kind
from varn.final_report.rules.maps import counties_map
from varn.final_report.rules.tables import made_table
from varn.final_report.rules.tables.overview import judged
from varn.final_report.rules.wording import Json, Wording
from varn.final_report.rules.written import written
from varn.mandate.choices import Judgement


def assignments(content: ReportContent, say: Wording) -> list[Json]:
    """The whole chapter: at a glance, where in the country, then each assignment."""
    words = say.words
    head = heading(words["assignments"], level=1, anchor="assignments")
    if not content.assignments:
        return [head, said(words["no_assignments"])]
    return [
        head,
        heading(words["at_a_glance"], level=2),
        said(words["at_a_glance_lead"]),
        made_table("requirements", content, say),
        heading(words["in_the_country"], level=2),
        said(words["in_the_country_lead"]),
        counties_map(content, say),
        *(block for each in content.assignments for block in _assignment(each, content, say)),
    ]


def _assignment(assignment: Assignment, content: ReportContent, say: Wording) -> Iterator[Json]:
    words, number = say.words, assignment.number
    title = f"{words['assignment']} {number}" if number else words["whole_mandate"]
    yield heading(title, level=2, anchor=f"assignment-{number or 'whole'}")
    spelled_out = {each.text for each in assignment.requirements}
    if assignment.text and assignment.text not in spelled_out:
        yield paragraph(own(assignment.text), style="quote")
    if number:
        yield from written(content, say, ReportPart.ASSIGNMENT, assignment=number)
    if not assignment.requirements:
        yield said(words["no_requirements"])
    files = {each.number: each.file_name for each in content.evidence}
    carried = carriers(content)
    for each in assignment.requirements:
        yield from _requirement(each, carried, say, files)


def _requirement(
    requirement: Requirement, carried: Carriers, say: Wording, files: dict[int, str]
) -> Iterator[Json]:
    label = say.one(Kind.REQUIREMENT, requirement.number)
    yield heading(str(label["label"]), level=3, anchor=str(label["anchor"]), is_numbered=False)
    yield paragraph(own(requirement.text), style="quote")
    by = carried.get(requirement.number, ())
    yield paragraph(*_judgement(requirement, say), *_stands_on(requirement, by, say))
    for each in requirement.activities:
        yield from _activity(each, say, files)


def _judgement(requirement: Requirement, say: Wording) -> list[Json]:
    """Met, not met because, or that nobody has judged; and what else is to be said."""
    words = say.words
    spans = [span(f"{words['judgement']}: ", "muted"), span(judged(requirement, say), "strong")]
    because = requirement.because.strip()
    if because and requirement.judgement == Judgement.NOT_MET:
        spans += [span(f", {words['because']}: "), own(because)]
    else:
        spans += [span(". "), own(because)] if because else [span(".")]
    if requirement.responsible:
        spans += [span(f" {words['responsible']}: ", "muted"), own(f"{requirement.responsible}.")]
    return spans


def _stands_on(requirement: Requirement, by: tuple[Requirement, ...], say: Wording) -> list[Json]:
    """What carries it, when the activities below are not all that does."""
    if not by:
        missing = "only_formal" if requirement.is_formal else "no_activity"
        return [] if requirement.activities else [span(f" {say.words[missing]}")]
    which = say.many(Kind.REQUIREMENT, tuple(each.number for each in by))
    named = linked(which | {"label": str(which["label"]).lower()})
    return [span(f" {say.words['carried_by']} "), *named, span(".")]


def _activity(activity: Activity, say: Wording, files: dict[int, str]) -> Iterator[Json]:
    label = say.one(Kind.ACTIVITY, activity.number)
    yield paragraph(
        span(f"{label['label']}  ", "muted"),
        own(activity.title, "strong"),
        style="label",
        anchor=str(label["anchor"]),
    )
    yield facts(_facts(activity, say))
    if activity.description:
        yield paragraph(own(activity.description))
    if activity.ended_because:
        yield paragraph(
            span(f"{say.words['cancelled_because']}: ", "muted"), own(activity.ended_because)
        )
    if not activity.results:
        yield said(say.words["no_result"])
        return
    shown = listing(_result(each, say, files) for each in activity.results)
    yield shown | {"items": _anchored(shown["items"], activity.results)}


def _facts(activity: Activity, say: Wording) -> dict[str, list[Json]]:
    words, missing = say.words, span(say.words["not_stated"], "muted")
    always = {
        "target_group": activity.target_group,
        "duty_bearer": activity.duty_bearer,
        "responsible": activity.responsible,
    }
    sometimes = {
        "audience": activity.audience,
        "partners": ", ".join(activity.partners),
        "places": ", ".join(activity.places),
    }
    when = (
        f"{say.name('state', activity.state)}, {say.period(activity.starts_on, activity.ends_on)}"
    )
    return {
        words["state"]: [span(when)],
        **{words[name]: [own(value) if value else missing] for name, value in always.items()},
        **{words[name]: [own(value)] for name, value in sometimes.items() if value},
    }


def _result(result: Result, say: Wording, files: dict[int, str]) -> list[Json]:
    label = say.one(Kind.RESULT, result.number)
    place = own(result.place) if result.place else span(say.words["not_stated"])
    first = [
        span(f"{label['label']}: ", "muted"),
        span(say.day(result.happened_on), "strong"),
        span(", "),
        place,
        span(". "),
        own(result.title),
    ]
    links = [
        {"label": f"{say.one(Kind.EVIDENCE, each)['label']}: {files[each]}",
         "anchor": f"evidence-{each}"}
        for each in result.evidence
    ]  # fmt: skip
    note: Json = (
        {"label": "", "links": links, "text": say.listed([each["label"] for each in links])}
        if links
        else {}
    )
    shown = [*first, {**span(""), "note": note}] if links else first
    nothing = [] if links else [span(say.words["no_evidence"], "muted")]
    described = [own(result.description)] if result.description else []
    return lines(shown, described, nothing)


def _anchored(items: object, results: tuple[Result, ...]) -> list[Json]:
    assert isinstance(items, list)  # noqa: S101 - made above
    return [
        item | {"anchor": f"result-{result.number}"}
        for item, result in zip(items, results, strict=True)
    ]
