"""Correcting and confirming contacts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.directory import actions
from varn.directory.choices import ContactLevel, DirectoryPermission
from varn.directory.forms import ContactForm
from varn.directory.models import Contact
from varn.kernel.access import StaffRequest, requires


@requires(DirectoryPermission.CHANGE, writes=True)
def contact_edit(request: StaffRequest, contact_id: int) -> HttpResponse:
    contact = get_object_or_404(
        Contact.objects.select_related("organisation", "unit"), pk=contact_id
    )
    typed = request.POST if request.method == "POST" else None
    form = ContactForm(typed, instance=contact, initial={"version": contact.version})
    current = None
    if form.is_valid():
        try:
            _save(request, contact_id, form)
        except actions.ChangedMeanwhileError as error:
            current = error.current
            form = _with_version(request, contact, current.version)
        except actions.FunctionTakenError:
            form.add_error("function", _("The unit has a contact with this function already."))
        else:
            messages.success(request, _("The contact is saved and confirmed today."))
            return redirect("directory:organisation_detail", contact.organisation_id)
    context = {"contact": contact, "form": form, "current": current}
    status = 409 if current else 422 if form.is_bound else 200
    return render(request, "directory/contact_edit.html", context, status=status)


def _save(request: StaffRequest, contact_id: int, form: ContactForm) -> None:
    given = form.cleaned_data
    actions.edit_contact(
        contact_id=contact_id,
        version=given["version"],
        values=actions.ContactValues(
            function=given["function"],
            level=ContactLevel(given["level"]),
            email=given["email"],
            phone=given["phone"],
        ),
        by=request.user,
        at=timezone.now(),
    )


def _with_version(request: StaffRequest, contact: Contact, version: int) -> ContactForm:
    """What the person typed, ready to be saved over what somebody else saved."""
    typed = request.POST.copy()
    typed["version"] = str(version)
    return ContactForm(typed, instance=contact)


@requires(DirectoryPermission.CHANGE, writes=True)
def contact_confirm(request: StaffRequest, contact_id: int) -> HttpResponse:
    contact = get_object_or_404(Contact, pk=contact_id)
    if request.method != "POST":
        return redirect("directory:organisation_detail", contact.organisation_id)
    version = request.POST.get("version", "")
    try:
        actions.confirm_contact(
            contact_id=contact_id,
            version=int(version) if version.isascii() and version.isdigit() else 0,
            by=request.user,
            at=timezone.now(),
        )
    except actions.ChangedMeanwhileError:
        messages.warning(
            request, _("Somebody changed the contact meanwhile. Read it again before you confirm.")
        )
    else:
        messages.success(request, _("The contact is confirmed today."))
    return redirect("directory:organisation_detail", contact.organisation_id)
