"""Addresses of people and sign-in, all in the language of the page."""

from django.conf import settings
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from varn.accounts.views import invitations, joining, memberships, own, people, roles, sign_in

app_name = "accounts"
urlpatterns: list[URLPattern] = [
    path(_("account/"), own.own, name="own"),
    path(_("account/second-step/"), own.second_factor, name="second_factor"),
    path(_("account/invitation/<str:token>/"), joining.invitation_accept, name="invitation_accept"),
    path(_("desk/people/"), people.person_list, name="person_list"),
    path(_("desk/people/<int:person_id>/"), people.person_detail, name="person_detail"),
    path(_("desk/people/<int:person_id>/close/"), people.person_close, name="person_close"),
    path(_("desk/people/<int:person_id>/reopen/"), people.person_reopen, name="person_reopen"),
    path(
        _("desk/people/<int:person_id>/second-steps/"),
        people.person_clear_factors,
        name="person_clear_factors",
    ),
    path(
        _("desk/people/roles/<int:membership_id>/"),
        memberships.membership_change,
        name="membership_change",
    ),
    path(
        _("desk/people/roles/<int:membership_id>/end/"),
        memberships.membership_end,
        name="membership_end",
    ),
    path(_("desk/invitations/"), invitations.invitation_list, name="invitation_list"),
    path(_("desk/invitations/new/"), invitations.invitation_create, name="invitation_create"),
    path(
        _("desk/invitations/<int:invitation_id>/again/"),
        invitations.invitation_renew,
        name="invitation_renew",
    ),
    path(
        _("desk/invitations/<int:invitation_id>/withdraw/"),
        invitations.invitation_revoke,
        name="invitation_revoke",
    ),
    path(_("desk/roles/"), roles.role_list, name="role_list"),
]
if settings.DEMONSTRATION_SIGN_IN:
    urlpatterns.append(
        path(_("account/demonstration/<slug:role>/"), sign_in.demo_sign_in, name="demo_sign_in")
    )
