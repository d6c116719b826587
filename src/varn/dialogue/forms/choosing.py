"""What people choose from: activities of the mandate, and places."""

from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from varn.directory.queries.places import counties, member_states, municipalities

if TYPE_CHECKING:
    from varn.mandate.models import Mandate

type Options = list[tuple[str, str | list[tuple[str, str]]]]
SHOWN_WORDS = 12  # of a requirement, to know it by


def activities(mandate: "Mandate") -> Options:
    """The mandate's activities under the requirements that they serve."""
    found = mandate.requirements.filter(activities__isnull=False).distinct()
    options: Options = [("", _("Choose an activity"))]
    for requirement in found.order_by("number", "pk").prefetch_related("activities"):
        named = f"{requirement.number}. {Truncator(requirement.text).words(SHOWN_WORDS)}"
        activities = sorted(requirement.activities.all(), key=lambda each: (each.title, each.pk))
        options.append((named, [(str(each.pk), each.title) for each in activities]))
    return options


def places() -> Options:
    """Each county with its municipalities, then the states of the union."""
    by_county = {
        county: list(parts)
        for county, parts in groupby(municipalities(), key=lambda place: place.parent_id)
    }
    options: Options = [("", _("Choose a place"))]
    for county in counties():
        whole = _("%(county)s, all of it") % {"county": county.name}
        parts = [(str(each.pk), each.name) for each in by_county.get(county.pk, [])]
        options.append((county.name, [(str(county.pk), whole), *parts]))
    in_english = get_language() == "en"
    states = [
        (str(each.pk), (in_english and each.name_en) or each.name) for each in member_states()
    ]
    return [*options, (_("Countries"), states)]
