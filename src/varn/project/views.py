"""Pages that belong to the installation itself: the way in, and its health."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

from varn.kernel.access import public


@public()
def root(request: HttpRequest) -> HttpResponse:
    """Lead to the start page in Swedish; the page itself offers English."""
    return HttpResponseRedirect("/sv/")


@public()
def health_live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@public()
def health_ready(request: HttpRequest) -> HttpResponse:
    """The process can do its work: the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok", "database": "ok"})
