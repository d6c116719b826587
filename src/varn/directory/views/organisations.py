"""Looking up organisations and places."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext_lazy

from varn.directory.choices import DirectoryPermission, PlaceKind
from varn.directory.forms import PlaceForm, SearchForm
from varn.directory.models import Organisation
from varn.directory.queries.organisations import find_organisations, organisation_page
from varn.directory.queries.places import counties, places
from varn.kernel.access import StaffRequest, requires

ORGANISATIONS_A_PAGE = 50
HOW_MANY = {
    PlaceKind.COUNTRY: ngettext_lazy("%(n)s member state", "%(n)s member states", "n"),
    PlaceKind.COUNTY: ngettext_lazy("%(n)s county", "%(n)s counties", "n"),
    PlaceKind.MUNICIPALITY: ngettext_lazy("%(n)s municipality", "%(n)s municipalities", "n"),
    PlaceKind.REGION: ngettext_lazy("%(n)s region", "%(n)s regions", "n"),
}


@requires(DirectoryPermission.VIEW)
def organisation_list(request: StaffRequest) -> HttpResponse:
    form = SearchForm(request.GET, counties=[(each.code, each.name) for each in counties()])
    wanted = form.cleaned_data if form.is_valid() else {}
    found = find_organisations(
        text=wanted.get("q", ""),
        kind=wanted.get("kind", ""),
        county=wanted.get("county", ""),
        only_with_contacts=wanted.get("contacts", False),
    )
    page = Paginator(found, ORGANISATIONS_A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "today": timezone.localdate()}
    return render(request, "directory/organisation_list.html", context)


@requires(DirectoryPermission.VIEW)
def organisation_detail(request: StaffRequest, organisation_id: int) -> HttpResponse:
    try:
        shown = organisation_page(organisation_id)
    except Organisation.DoesNotExist as error:
        raise Http404 from error
    context = {"shown": shown, "today": timezone.localdate()}
    return render(request, "directory/organisation_detail.html", context)


@requires(DirectoryPermission.VIEW)
def place_list(request: StaffRequest) -> HttpResponse:
    form = PlaceForm(request.GET if "kind" in request.GET else {"kind": PlaceKind.COUNTY})
    kind = PlaceKind(form.cleaned_data["kind"]) if form.is_valid() else PlaceKind.COUNTY
    found = list(places(kind))
    context = {
        "heading": HOW_MANY[kind] % {"n": len(found)},
        "kind": kind,
        "kinds": PlaceKind,
        "places": found,
        "map_kind": PlaceKind.COUNTY if kind == PlaceKind.REGION else kind,
        "titles": {place.code: place.name for place in found},
    }
    return render(request, "directory/place_list.html", context)
