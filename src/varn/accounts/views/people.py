"""People who can sign in, seen by those who manage them."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varn.accounts import actions
from varn.accounts.choices import AccountsPermission
from varn.accounts.models import User
from varn.accounts.queries import people, person_page
from varn.accounts.views.refusals import REFUSALS, refusal
from varn.kernel.access import StaffRequest, requires

PEOPLE_ON_A_PAGE = 50


@requires(AccountsPermission.MANAGE)
def person_list(request: HttpRequest) -> HttpResponse:
    """Everyone, with the roles they hold today."""
    text = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    found = Paginator(people(on=timezone.localdate(), text=text), PEOPLE_ON_A_PAGE)
    page = found.get_page(request.GET.get("page"))
    heading = ngettext(
        "%(count)s person can sign in", "%(count)s people can sign in", found.count
    ) % {"count": found.count}
    return render(
        request, "accounts/person_list.html", {"page": page, "text": text, "heading": heading}
    )


@requires(AccountsPermission.MANAGE)
def person_detail(request: HttpRequest, person_id: int) -> HttpResponse:
    """One person with every role they have or had."""
    try:
        page = person_page(person_id, on=timezone.localdate())
    except User.DoesNotExist as error:
        raise Http404 from error
    return render(request, "accounts/person_detail.html", {"page": page})


@requires(AccountsPermission.MANAGE, writes=True)
def person_close(request: StaffRequest, person_id: int) -> HttpResponse:
    """Let the person sign in no more."""
    return _touch(request, person_id, actions.close_account, _("The account is closed."))


@requires(AccountsPermission.MANAGE, writes=True)
def person_reopen(request: StaffRequest, person_id: int) -> HttpResponse:
    """Let the person sign in again."""
    return _touch(request, person_id, actions.reopen_account, _("The account is open again."))


@requires(AccountsPermission.MANAGE, writes=True)
def person_clear_factors(request: StaffRequest, person_id: int) -> HttpResponse:
    """Help somebody who lost their phone and their codes."""
    done = _("The second steps are removed. The person sets up a new one at the next sign-in.")
    return _touch(request, person_id, actions.remove_factors, done)


def _touch(
    request: StaffRequest, person_id: int, action: Callable[..., User], done: str
) -> HttpResponse:
    if request.method == "POST":
        try:
            action(person_id=person_id, by=request.user, at=timezone.now())
        except User.DoesNotExist as error:
            raise Http404 from error
        except REFUSALS as error:
            messages.error(request, refusal(error))
        else:
            messages.success(request, done)
    return redirect("accounts:person_detail", person_id=person_id)
