"""Addresses of the final report's pages, under the desk."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from varn.final_report.views import parts, reports, versions, writing

app_name = "final_report"

urlpatterns = [
    path(_("final-report/"), reports.final_report_list, name="final_report_list"),
    path(_("final-report/<int:mandate_id>/"), reports.final_report_show, name="final_report_show"),
    path(
        _("final-report/<int:mandate_id>/write/"),
        writing.final_report_write,
        name="final_report_write",
    ),
    path(_("final-report/<int:mandate_id>/write/cover/"), writing.cover_write, name="cover_write"),
    path(_("final-report/<int:mandate_id>/write/<str:part>/"), parts.part_write, name="part_write"),
    path(
        _("final-report/<int:mandate_id>/write/<str:part>/open/"),
        parts.part_open,
        name="part_open",
    ),
    path(
        _("final-report/<int:mandate_id>/write/<str:part>/earlier/"),
        parts.part_history_list,
        name="part_history",
    ),
    path(
        _("final-report/<int:mandate_id>/freeze/"),
        versions.final_report_freeze,
        name="final_report_freeze",
    ),
    path(_("final-report/<int:mandate_id>/versions/"), versions.version_list, name="version_list"),
    path(
        _("final-report/<int:mandate_id>/versions/<int:number>/check/"),
        versions.version_check,
        name="version_check",
    ),
    path(
        _("final-report/<int:mandate_id>/versions/<int:number>/files/<int:file_id>/"),
        versions.version_file,
        name="version_file",
    ),
    path(
        _("final-report/<int:mandate_id>/<str:form>/"),
        reports.final_report_download,
        name="final_report_download",
    ),
]
