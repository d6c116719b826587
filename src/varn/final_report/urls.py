"""Addresses of the final report's pages, under the desk."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from varn.final_report import views

app_name = "final_report"

urlpatterns = [
    path(_("final-report/"), views.final_report_list, name="final_report_list"),
    path(_("final-report/<int:mandate_id>/"), views.final_report_show, name="final_report_show"),
    path(
        _("final-report/<int:mandate_id>/<str:form>/"),
        views.final_report_download,
        name="final_report_download",
    ),
]
