"""Where everything is. The desk's addresses are translated: /sv/arbete/ is /en/desk/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from varn.accounts.views import sign_in
from varn.project import views

handler400 = "varn.project.errors.bad_request"
handler403 = "varn.project.errors.forbidden"
handler404 = "varn.project.errors.not_found"
handler500 = "varn.project.errors.server_error"

wagtails_own_doors = [  # they ask for less and record nothing, so they lead to ours
    path("cms/login/", sign_in.cms_sign_in, name="cms_sign_in"),
    path("cms/logout/", sign_in.cms_sign_out, name="cms_sign_out"),
    path("cms/account/", sign_in.cms_account, name="cms_account"),
    path("cms/password_reset/", sign_in.cms_password_reset, name="cms_password_reset"),
    path("cms/password_reset/<path:rest>", sign_in.cms_password_reset),
    path("sv/_util/login/", sign_in.cms_sign_in),
    path("en/_util/login/", sign_in.cms_sign_in),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.root, name="root"),
    path("health/live", views.health_live, name="health_live"),
    path("health/ready", views.health_ready, name="health_ready"),
    path("", include("varn.website.urls")),
    *wagtails_own_doors,
    path("cms/", include(wagtailadmin_urls)),
    *i18n_patterns(
        path(_("desk/"), include("varn.desk.urls")),
        path(_("desk/"), include("varn.mandate.urls")),
        path(_("desk/"), include("varn.finance.urls")),
        path(_("desk/"), include("varn.dialogue.urls")),
        path(_("desk/"), include("varn.audit.urls")),
        path(_("desk/"), include("varn.final_report.urls")),
        path(_("desk/"), include("varn.directory.urls")),
        path("", include("varn.accounts.urls")),
        path(_("account/"), include("allauth.urls")),
        path("", include(wagtail_urls)),
    ),
]
