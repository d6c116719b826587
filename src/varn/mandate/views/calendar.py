"""A person's own calendar address and mail, and the file that the secret address gives."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from varn.kernel.access import StaffRequest, public, requires
from varn.kernel.clock import business_today
from varn.mandate import actions
from varn.mandate.choices import MandatePermission
from varn.mandate.forms.reminders import MailChoiceForm
from varn.mandate.gateways.calendars import calendar_file
from varn.mandate.queries import obligations, reminders


@requires(MandatePermission.VIEW, writes=True)
def calendar(request: StaffRequest) -> HttpResponse:
    what, address = request.POST.get("what"), ""
    choice = reminders.mail_choice(request.user)
    form = MailChoiceForm(
        request.POST if what == "mail" else None,
        initial={
            "wants_reminders": choice.wants_reminders,
            "wants_digest": choice.wants_digest,
        },
    )
    if what == "open":
        token = actions.open_calendar(by=request.user, at=timezone.now())
        address = _origin(request).rstrip("/") + reverse("mandate:calendar_file", args=[token])
    elif what == "close":
        actions.close_calendar(by=request.user, at=timezone.now())
        messages.success(request, _("The address is closed. Calendars that use it get nothing."))
        return redirect("mandate:calendar")
    elif form.is_valid():
        actions.choose_mail(**form.cleaned_data, by=request.user)
        messages.success(request, _("Your choice of mail is saved."))
        return redirect("mandate:calendar")
    context = {
        "form": form,
        "address": address,
        "feed": reminders.open_calendar_of(request.user),
    }
    response = render(request, "mandate/calendar.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


@public()
def calendar_ics(request: HttpRequest, token: str) -> HttpResponse:
    """The file, for whoever holds the address, as long as its owner may see mandates."""
    reader = reminders.reader_of(token)
    if reader is None:
        raise Http404
    with translation.override(reader.language):
        rows = obligations.calendar_rows(on=business_today())
        content = calendar_file(rows, origin=_origin(request), at=timezone.now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _origin(request: HttpRequest) -> str:
    """Where links lead: the setting, else the address that was asked."""
    return settings.ORIGIN or request.build_absolute_uri("/")
