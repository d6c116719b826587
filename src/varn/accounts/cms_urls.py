"""Wagtail's own addresses for signing in, taken over before Wagtail's."""

from django.urls import path, re_path

from varn.accounts.views import sign_in

urlpatterns = [
    path("cms/login/", sign_in.cms_sign_in, name="cms_sign_in"),
    re_path(
        r"^cms/password_reset/(?P<rest>.*)$", sign_in.cms_password_reset, name="cms_password_reset"
    ),
    re_path(r"^(?P<rest>sv|en)/_util/login/$", sign_in.cms_sign_in, name="page_sign_in"),
]
