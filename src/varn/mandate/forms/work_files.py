"""Sending in a file with earlier work, and the template for it."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varn.mandate.models import Mandate
from varn.mandate.rules.work_rows import HEADINGS, NEEDED

type Rows = list[list[str]]

EXPLANATIONS = {
    "requirement": gettext_lazy("The requirement's number in the mandate, such as 3."),
    "title": gettext_lazy("What is done. Several rows with the same requirement, activity and "
                          "first day are one activity with several results."),
    "description": gettext_lazy("More about it."),
    "target_group": gettext_lazy("The target group of the action plan that it serves in the end."),
    "duty_bearer": gettext_lazy("The authority whose public responsibility it serves. One name, "
                                "as the directory has it."),
    "partners": gettext_lazy("Organisations that took part, with ; between them."),
    "places": gettext_lazy("Counties, municipalities or EU states, with ; between them."),
    "audience": gettext_lazy("Whom the activity itself met."),
    "starts_on": gettext_lazy("First day, as 2014-03-01."),
    "ends_on": gettext_lazy("Last day, as 2014-06-30."),
    "responsible": gettext_lazy("A role, never a person's name."),
    "state": gettext_lazy("planerad, pågår or genomförd. What is genomförd comes in as under way "
                          "until its child-rights impact assessment is made."),
    "result": gettext_lazy("What came of it. Empty when nothing has yet."),
    "result_on": gettext_lazy("The day of the result, as 2014-05-12."),
    "result_place": gettext_lazy("One county, municipality or EU state."),
    "result_description": gettext_lazy("More about the result. Nothing about a single child."),
}  # fmt: skip
EXAMPLE = [
    "1", "Kunskapsdag för socialtjänsten", "", "Barn från andra EU-stater", "Socialstyrelsen",
    "Rikspolisstyrelsen; Malmö kommun", "Skåne län", "Socialsekreterare", "2014-03-01",
    "2014-03-31", "Samordnare", "genomförd", "Dagen hölls med tolv kommuner", "2014-03-20",
    "Malmö", "",
]  # fmt: skip


class WorkFileForm(forms.Form):
    """A table to look through before anything is added."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("XLSX or CSV, at most 5 MB. The template has the right headings."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        max_length=255,
    )


def heading() -> list[str]:
    """The headings of the template, in its order."""
    return [words[0].capitalize() for words in HEADINGS.values()]


def explained() -> list[tuple[str, str, str]]:
    """Each heading with whether it is needed and what to write under it."""
    needed = {name: _("needed") for name in NEEDED}
    return [
        (words[0].capitalize(), needed.get(name, ""), str(EXPLANATIONS[name]))
        for name, words in HEADINGS.items()
    ]


def template_sheets(mandate: Mandate) -> Sequence[tuple[str, Rows]]:
    """The sheet to fill in, its explanations with an example, and the mandate's requirements."""
    explanations = [[*row, example] for row, example in zip(explained(), EXAMPLE, strict=True)]
    requirements = mandate.requirements.order_by("number").values_list("number", "text")
    return [
        (_("To fill in"), [heading()]),
        (_("Explanations"), [[_("Heading"), "", _("What to write"), _("Example")], *explanations]),
        (_("Requirements"), [[_("Number"), _("Requirement")],
                             *([str(number), text] for number, text in requirements)]),
    ]  # fmt: skip
