"""Linking a mandate to others."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.kernel.access import StaffRequest, requires
from varn.mandate import actions
from varn.mandate.choices import LinkKind, MandatePermission
from varn.mandate.forms.running import LinkForm
from varn.mandate.models import Mandate
from varn.mandate.queries.links import link, other_numbers
from varn.mandate.views.answers import or_404, status_of, typed


@requires(MandatePermission.LEAD, writes=True)
def link_add(request: StaffRequest, mandate_id: int) -> HttpResponse:
    mandate = get_object_or_404(Mandate, pk=mandate_id)
    form = LinkForm(typed(request), initial={"kind": LinkKind.BUILDS_ON})
    if form.is_valid():
        try:
            actions.link_mandate(
                mandate_id=mandate_id,
                kind=LinkKind(form.cleaned_data["kind"]),
                registry_number=form.cleaned_data["registry_number"],
                title=form.cleaned_data["title"],
                by=request.user,
                at=timezone.now(),
            )
        except actions.LinkToItselfError:
            form.add_error("registry_number", _("This is the mandate's own number."))
        except actions.LinkedOtherWayError as error:
            words = _("%(number)s already says the same of this mandate. One of them must go.")
            number = {"number": error.link.mandate.registry_number}
            form.add_error("registry_number", words % number)
        else:
            messages.success(request, _("The link is added."))
            return redirect("mandate:mandate_detail", mandate_id)
    context = {"form": form, "mandate": mandate, "others": other_numbers(mandate)}
    return render(request, "mandate/link_add.html", context, status=status_of(form))


@requires(MandatePermission.LEAD, writes=True)
def link_remove(request: StaffRequest, link_id: int) -> HttpResponse:
    mandate_id = or_404(link, link_id).mandate_id
    if request.method == "POST":
        actions.unlink_mandate(link_id=link_id, by=request.user, at=timezone.now())
        messages.success(request, _("The link is taken away."))
    return redirect("mandate:mandate_detail", mandate_id)
