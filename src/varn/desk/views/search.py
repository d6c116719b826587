"""One search over everything, as a page and as the part of one that the command palette shows."""

from django.http import HttpResponse
from django.shortcuts import render

from varn.desk.queries.search import search as found
from varn.kernel.access import StaffRequest, signed_in
from varn.kernel.search.words import LONGEST_SEARCH

HITS_OF_A_KIND, HITS_IN_PALETTE = 8, 4


@signed_in()
def search(request: StaffRequest) -> HttpResponse:
    """Show what matches; with `part` only the hits."""
    is_part = bool(request.GET.get("part"))
    limit = HITS_IN_PALETTE if is_part else HITS_OF_A_KIND
    context = {
        "found": found(request.GET.get("q", ""), may=request.user.has_perm, limit=limit),
        "longest": LONGEST_SEARCH,
    }
    return render(request, "desk/parts/hits.html" if is_part else "desk/search.html", context)
