"""A person's own account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varn.accounts import actions
from varn.accounts.forms import ProfileForm
from varn.accounts.queries import person_page
from varn.kernel.access import StaffRequest, signed_in


@signed_in(writes=True)
def own(request: StaffRequest) -> HttpResponse:
    """Name, language, second steps and roles of the person who is signed in."""
    person = request.user
    form = ProfileForm(
        request.POST or None, initial={"name": person.name, "language": person.language}
    )
    if request.method == "POST" and form.is_valid():
        actions.change_profile(user=person, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Your details are saved."))
        return redirect("accounts:own")
    page = person_page(person.pk, on=timezone.localdate())
    return render(request, "accounts/own.html", {"form": form, "page": page})


@signed_in()
def second_factor(request: HttpRequest) -> HttpResponse:
    """What a second step is, and the two ways to set one up."""
    return render(request, "accounts/second_factor.html")
