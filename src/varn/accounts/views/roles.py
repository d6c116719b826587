"""What each role is for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from varn.accounts.queries import allowed_in_words, roles
from varn.kernel.access import signed_in


@signed_in()
def role_list(request: HttpRequest) -> HttpResponse:
    """Every role in plain words, with what it allows."""
    described = [{"role": role, "allowed": allowed_in_words(role)} for role in roles()]
    return render(request, "accounts/role_list.html", {"described": described})
