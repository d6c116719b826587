"""Organisations written one to a line, read as the directory knows them on a day."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from varn.directory.choices import ResolutionOutcome
from varn.directory.queries.kinship import kinship
from varn.directory.queries.organisations import (
    display_name,
    find_organisations,
    organisations_with_names,
    valid_on,
)
from varn.directory.queries.recipients import Resolution, resolve_recipients

NUMBER = re.compile(r"\(?(?P<number>[0-9]{6}-[0-9]{4})\)?$")
MOST_LINES = 400  # every municipality and some; more is a slip of the clipboard
SUGGESTED = 4


@dataclass(frozen=True, kw_only=True)
class Understood:
    """The organisations that the lines stand for, and what is wrong with the other lines."""

    keys: Sequence[int]
    problems: Sequence[str]


def understood(text: str, *, on: date) -> Understood:
    """Read each line by the names of the day; a line may stand for many, as "Alla kommuner"."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        words = _("Write at most %(limit)d lines, one organisation on each.")
        return Understood(keys=(), problems=[words % {"limit": MOST_LINES}])
    numbered = {line: match["number"] for line in lines if (match := NUMBER.search(line))}
    named = [line for line in lines if line not in numbered]
    keys: dict[int, None] = {}
    problems = []
    for found in resolve_recipients(named, on=on) if named else ():
        keys |= dict.fromkeys(each.pk for each in found.organisations)
        if not found.is_resolved:
            problems.append(_problem(found, on))
    for line, number in numbered.items():
        held = [each.pk for each in find_organisations(text=number).filter(valid_on(on))]
        keys |= dict.fromkeys(held)
        if not held:
            problems.append(_("%(line)s: no organisation has this number.") % {"line": line})
    return Understood(keys=list(keys), problems=problems)


def names_of(keys: Iterable[int], *, on: date) -> list[str]:
    """Names that `understood` reads back as the same organisations; a number where names clash."""
    found = list(organisations_with_names(keys))
    names = {each.pk: display_name(each, on=on) for each in found}
    readings = resolve_recipients(names.values(), on=on) if names else []
    return [
        names[each.pk]
        if [one.pk for one in reading.organisations] == [each.pk] or not each.organisation_number
        else f"{names[each.pk]} ({each.organisation_number})"
        for each, reading in zip(found, readings, strict=True)
    ]


def _problem(found: Resolution, on: date) -> str:
    if found.outcome == ResolutionOutcome.AMBIGUOUS:
        words = _("%(line)s: several organisations have this name. Write one of: %(names)s")
        numbers = [f"{each.name} ({each.organisation_number})" for each in found.suggestions]
        return words % {"line": found.line, "names": "; ".join(numbers[:SUGGESTED])}
    if found.outcome == ResolutionOutcome.NOT_IN_USE and (names := _names_that_day(found, on)):
        words = _("%(line)s: the name was not in use on that day. Write: %(names)s")
        return words % {"line": found.line, "names": "; ".join(names)}
    near = [each.name for each in find_organisations(text=found.line)[:SUGGESTED]]
    if near:
        words = _("%(line)s: not in the directory. Did you mean: %(names)s?")
        return words % {"line": found.line, "names": "; ".join(near)}
    words = _("%(line)s: not in the directory. Write its whole name, or bring it in there first.")
    return words % {"line": found.line}


def _names_that_day(found: Resolution, on: date) -> list[str]:
    """What the bodies that carry the name at other times were called, the same legal body first."""
    family = kinship()
    kin = {pk for each in found.suggestions for pk in family.kin(each.pk)}
    numbers = {each.organisation_number for each in found.suggestions} - {""}
    alive = list(organisations_with_names(kin).filter(valid_on(on)))
    alive.sort(key=lambda each: each.organisation_number not in numbers)  # else as it was: by name
    return [display_name(each, on=on) for each in alive[:SUGGESTED]]
