"""From the text of a decision to everything that it holds."""

from dataclasses import fields, is_dataclass, replace

from varn.mandate.rules.reading.appropriations import appropriations_of
from varn.mandate.rules.reading.assignments import assignments_of
from varn.mandate.rules.reading.citations import citations_in
from varn.mandate.rules.reading.cleaning import cleaned
from varn.mandate.rules.reading.consult import consult_of
from varn.mandate.rules.reading.copies import copies_of
from varn.mandate.rules.reading.directions import assignments_in_directions
from varn.mandate.rules.reading.facts import DocumentKind, ObligationKind, Reading, Span
from varn.mandate.rules.reading.grants import budget_year_of, grants_of
from varn.mandate.rules.reading.header import decided_on, department_of, protocol_of
from varn.mandate.rules.reading.kind import is_directive, kind_of
from varn.mandate.rules.reading.layout import Line, Part, lines_of
from varn.mandate.rules.reading.obligations import obligations_of
from varn.mandate.rules.reading.operative import Operative, operatives_of
from varn.mandate.rules.reading.receivers import names_of, recipients_of
from varn.mandate.rules.reading.registry import registry_of
from varn.mandate.rules.reading.report_to import report_to_of
from varn.mandate.rules.reading.requirements import requirements_of
from varn.mandate.rules.reading.sentences import Sentence, sentences_of
from varn.mandate.rules.reading.signatories import signatories_of
from varn.mandate.rules.reading.tables import NO_ALLOCATIONS, allocations_in
from varn.mandate.rules.reading.text import View
from varn.mandate.rules.reading.title import title_of


def read_decision(text: str) -> Reading:
    """Everything the rules find in a text; never raises, whatever the text."""
    view = cleaned(text)
    reading = _read(view)
    return _in_original_places(replace(reading, text_length=len(text)), view)


def _read(view: View) -> Reading:
    text = view.text
    lines = lines_of(text)
    sentences = sentences_of(lines)
    operatives = operatives_of(sentences)
    reading = _head(text, lines, sentences, operatives)
    if reading.kind.value is DocumentKind.OTHER:
        return _without_mandate(reading, sentences, text)
    reading = _mandate(reading, text, lines, sentences, operatives)
    return _money(reading, text, sentences)


def _head(
    text: str, lines: list[Line], sentences: list[Sentence], operatives: list[Operative]
) -> Reading:
    """What stands in the head and what the document is."""
    head_end = next((line.start for line in lines if line.part is not Part.HEAD), len(text))
    head = text[:head_end]
    title = title_of(text, lines)
    registry = registry_of(text, head_end, sentences)
    return Reading(
        text_length=len(text),
        kind=kind_of(text, lines, title, operatives),
        title=title,
        registry_numbers=registry.own,
        registry_partly=registry.partly,
        cited_registry_numbers=registry.cited,
        builds_on=registry.builds_on,
        protocol_number=protocol_of(head),
        decided_on=decided_on(head),
        department=department_of(head, title),
        citations=citations_in(text, title.span[1] if title else 0),
    )


def _mandate(
    reading: Reading,
    text: str,
    lines: list[Line],
    sentences: list[Sentence],
    operatives: list[Operative],
) -> Reading:
    """What is asked, of whom, by when, together with whom."""
    recipients = recipients_of(lines, sentences, operatives, reading.title)
    names = names_of(text, recipients)
    directions = reading.kind.value is DocumentKind.APPROPRIATION_DIRECTIONS
    title = None if directions else reading.title
    sections = assignments_in_directions(lines, sentences) if directions else ()
    assignments = sections or assignments_of(operatives, sentences, names, title)
    return replace(
        reading,
        recipients=recipients,
        assignments=assignments,
        requirements=requirements_of(sentences, assignments, names),
        obligations=obligations_of(sentences),
        report_to=report_to_of(sentences),
        consult=consult_of(sentences, names),
        signatories=signatories_of(lines),
        copies_to=copies_of(lines),
    )


def _money(reading: Reading, text: str, sentences: list[Sentence]) -> Reading:
    directions = reading.kind.value is DocumentKind.APPROPRIATION_DIRECTIONS
    year = budget_year_of(text) if directions else None
    tables = allocations_in(text, year) if directions else NO_ALLOCATIONS
    return replace(
        reading,
        grants=(
            *tables.grants,
            *(g for g in grants_of(sentences, year) if not tables.covers(g.span)),
        ),
        appropriations=appropriations_of(sentences, tables.appropriations),
    )


def _without_mandate(reading: Reading, sentences: list[Sentence], text: str) -> Reading:
    """A committee's terms keep their final day; nothing else of a mandate is looked for."""
    if not is_directive(text):
        return reading
    final = tuple(
        each for each in obligations_of(sentences) if each.kind is ObligationKind.FINAL_REPORT
    )
    return replace(reading, obligations=final)


def _in_original_places(reading: Reading, view: View) -> Reading:
    changes: dict[str, object] = {}
    for field in fields(reading):
        changes[field.name] = _moved(getattr(reading, field.name), view)
    return replace(reading, **changes)  # type: ignore[arg-type]


def _moved(fact: object, view: View) -> object:
    if isinstance(fact, tuple):
        return tuple(_moved(each, view) for each in fact)
    if is_dataclass(fact) and not isinstance(fact, type):
        span: Span = getattr(fact, "span")  # noqa: B009
        return replace(fact, span=_original(span, view))
    return fact


def _original(span: Span, view: View) -> Span:
    return view.original(span) if span[0] < span[1] <= len(view.text) else (0, 0)
