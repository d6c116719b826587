"""What the styleguide shows: every component with believable content, for the eye and for axe."""

from datetime import date

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _

DESK_TEMPLATE = "ui/styleguide.html"
PUBLIC_TEMPLATE = "ui/styleguide_public.html"
PRINT_TEMPLATE = "ui/styleguide_print.html"
TODAY = date(2014, 11, 15)
TONES = ("neutral", "accent", "brand", "info", "success", "warning", "danger")
ICONS = ("calendar", "file-check", "landmark", "map-pin", "phone", "shield-check", "users")


class SampleForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label=_("What was done?"), help_text=_("One sentence is enough."))
    happened_on = forms.DateField(
        label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}), required=False
    )
    place = forms.ChoiceField(label=_("Place"), choices=[("1280", "Malmö"), ("2180", "Gävle")])
    note = forms.CharField(label=_("Note"), widget=forms.Textarea, required=False)
    reach = forms.ChoiceField(
        label=_("Who was reached?"),
        widget=forms.RadioSelect,
        choices=[("staff", _("Staff")), ("leadership", _("Leadership"))],
    )
    evidence = forms.FileField(
        label=_("Evidence"), help_text=_("PDF or Word, at most 20 MB."), required=False
    )
    is_final = forms.BooleanField(
        label=_("This is the last result of the activity"), required=False
    )


def samples() -> dict[str, object]:
    """The context of the three styleguide pages."""
    return {
        "today": TODAY,
        "days": [date(2014, 11, 12), TODAY, date(2014, 12, 1), date(2015, 3, 31)],
        "tones": TONES,
        "icons": ICONS,
        "pairs": [(_("Registry number"), "S2014/0000/FST"), (_("Place"), "Gävle")],
        "form": SampleForm(),
        "wrong_form": SampleForm({"title": "", "place": "1"}, prefix="wrong"),
        "page": _page(),
    }


def _page() -> "Page[int]":
    return Paginator(range(200), 10).page(3)
