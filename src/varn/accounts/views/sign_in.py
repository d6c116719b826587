"""Other doors that lead to our one door, and the demonstration's one-click sign-in."""

from typing import cast
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters

from varn.accounts.queries import demonstration_person
from varn.accounts.rules import is_loopback
from varn.kernel.access import public, signed_in

LEFT_BY_PROXIES = ("Forwarded", "Via", "X-Forwarded-", "X-Real-Ip")  # as Django spells headers


@public(writes=True)
@sensitive_post_parameters()
def cms_sign_in(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Wagtail's own sign-in asks for a password only, so it leads to ours, whatever was sent."""
    wanted = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        wanted = reverse("wagtailadmin_home")
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': wanted})}")


@public(writes=True)
@sensitive_post_parameters()
def cms_password_reset(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Wagtail's own password reset leads to ours, whatever was sent."""
    return redirect("account_reset_password")


@signed_in(writes=True)
def cms_sign_out(request: HttpRequest) -> HttpResponse:
    """Wagtail's own sign-out leaves no trace, so ours does it."""
    if request.method != "POST":
        return redirect("account_logout")
    get_adapter(request).logout(request)
    return redirect("account_login")


@signed_in(writes=True)
def cms_account(request: HttpRequest) -> HttpResponse:
    """Wagtail's own account page takes in a picture and leaves no trace, so ours stands for it."""
    return redirect("accounts:own")


@public(writes=True)
def demo_sign_in(request: HttpRequest, role: str) -> HttpResponse:
    """Sign in as the demonstration's person with a role; for somebody at this very machine."""
    if not is_loopback(request.META.get("REMOTE_ADDR", "")) or _came_through_a_proxy(request):
        raise PermissionDenied
    if request.method != "POST":
        return redirect("account_login")
    person = demonstration_person(role, on=timezone.localdate())
    if person is None:
        raise Http404
    return cast(HttpResponse, perform_login(request, person))


def _came_through_a_proxy(request: HttpRequest) -> bool:
    return any(name.startswith(LEFT_BY_PROXIES) for name in request.headers)
