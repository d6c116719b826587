"""Several organisations or places in one field, one name on each line."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from varn.directory.choices import ResolutionOutcome
from varn.directory.queries.place_names import PlaceAnswer, places_named
from varn.directory.queries.recipients import Resolution, resolve_recipients
from varn.directory.queries.search import found as found_organisations

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from varn.mandate.models import Activity

SUGGESTED_NAMES = 4
MOST_LOOKED_FOR = 20  # names that are sought by likeness and told of; one corrects those first
LONGEST_LIST = 20_000


class NamesField(forms.CharField):
    """A name on each line; empty lines and doubles do no harm."""

    def __init__(self, label: "StrOrPromise", *, help_text: "StrOrPromise") -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            required=False,
            max_length=LONGEST_LIST,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    def clean(self, value: object) -> list[str]:
        text = super().clean(value)
        return list(
            dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip())
        )


def organisation_ids(names: Sequence[str], *, days: Iterable[date]) -> tuple[int, ...]:
    """The organisations that go by the names on one of the days, the first day first.

    Raises `ValidationError` with one sentence for each name that isn't known.
    """
    found: dict[str, Resolution] = {}
    for day in days:
        missing = [name for name in names if name not in found or not found[name].is_resolved]
        if missing:
            found |= {each.line: each for each in resolve_recipients(missing, on=day)}
    unknown = [name for name in names if not found[name].is_resolved]
    _refuse([unknown_organisation(found[name]) for name in unknown[:MOST_LOOKED_FOR]])
    ids = (each.pk for name in names for each in found[name].organisations)
    return tuple(dict.fromkeys(ids))


def place_ids(names: Sequence[str]) -> tuple[int, ...]:
    """The places with the names.

    Raises `ValidationError` with one sentence for each name that isn't known.
    """
    answers = places_named(names)
    _refuse([unknown_place(each) for each in answers if each.place is None])
    return tuple(dict.fromkeys(each.place.pk for each in answers if each.place))


def unknown_organisation(found: Resolution) -> str:
    """Why a name stands for no organisation, and what to write instead."""
    near = [each.name for each in found.suggestions] or _near(found.line)
    names = {"name": found.line, "names": ", ".join(near[:SUGGESTED_NAMES])}
    if found.outcome == ResolutionOutcome.AMBIGUOUS:
        return (
            _("Several organisations are called “%(name)s”: %(names)s. Write the whole name.")
            % names
        )
    if near:
        return _("The directory has no “%(name)s”. Did you mean: %(names)s?") % names
    return (
        _("The directory has no “%(name)s”. Write the whole name, or take the line away.") % names
    )


def unknown_place(answer: PlaceAnswer) -> str:
    """Why a name stands for no place, and what to write instead."""
    names = {"name": answer.line, "names": ", ".join(each.name for each in answer.suggestions)}
    if answer.suggestions:
        return _("There is no place called “%(name)s”. Did you mean: %(names)s?") % names
    words = _(
        "There is no place called “%(name)s”. Write a county, a municipality or a state of the "
        "European Union."
    )
    return words % names


def names_of(activity: "Activity") -> dict[str, object]:
    """The partners and places of an activity, as the form holds them."""
    return {
        "partners": "\n".join(sorted(each.name for each in activity.partners.all())),
        "places": "\n".join(sorted(each.name for each in activity.places.all())),
    }


def checked[T](form: forms.Form, field: str, ask: Callable[[], T], otherwise: T) -> T:
    """The answer, or what stands in its place while the field has errors."""
    try:
        return ask()
    except ValidationError as error:
        form.add_error(field, error)
        return otherwise


def _near(name: str) -> list[str]:
    return [hit.title for hit in found_organisations(name, limit=SUGGESTED_NAMES)]


def _refuse(problems: list[str]) -> None:
    if problems:
        raise ValidationError(problems)
