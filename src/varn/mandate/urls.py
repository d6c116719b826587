"""Addresses of decisions and mandates, below the desk's."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from varn.mandate.views import (
    activities,
    assessment,
    calendar,
    decisions,
    ending,
    facts,
    links,
    mandates,
    obligations,
    requirements,
    results,
    work_imports,
)

app_name = "mandate"

urlpatterns = [
    path(_("decisions/"), decisions.decision_list, name="decision_list"),
    path(_("decisions/read/"), decisions.decision_upload, name="decision_upload"),
    path(_("decisions/<int:decision_id>/"), decisions.decision_reading, name="decision_reading"),
    path(_("decisions/<int:decision_id>/file/"), decisions.decision_file, name="decision_file"),
    path(_("decisions/<int:decision_id>/confirm/"), decisions.facts_confirm, name="facts_confirm"),
    path(_("decisions/<int:decision_id>/start/"), decisions.mandate_start, name="mandate_start"),
    path(_("decisions/<int:decision_id>/add/<slug:kind>/"), facts.fact_add, name="fact_add"),
    path(_("decisions/facts/<int:fact_id>/"), facts.fact_edit, name="fact_edit"),
    path(
        _("decisions/facts/<int:fact_id>/<int:version>/confirm/"),
        facts.fact_confirm,
        name="fact_confirm",
    ),
    path(
        _("decisions/facts/<int:fact_id>/<int:version>/remove/"),
        facts.fact_remove,
        name="fact_remove",
    ),
    path(_("mandates/"), mandates.mandate_list, name="mandate_list"),
    path(_("mandates/<int:mandate_id>/"), mandates.mandate_detail, name="mandate_detail"),
    path(
        _("mandates/<int:mandate_id>/activities/"), activities.activity_list, name="activity_list"
    ),
    path(
        _("mandates/<int:mandate_id>/import/"),
        work_imports.work_import_list,
        name="work_import_list",
    ),
    path(
        _("mandates/<int:mandate_id>/import/template.<slug:file_type>"),
        work_imports.work_import_template,
        name="work_import_template",
    ),
    path(
        _("mandates/import/<int:import_id>/"),
        work_imports.work_import_detail,
        name="work_import_detail",
    ),
    path(
        _("mandates/import/<int:import_id>/apply/"),
        work_imports.work_import_apply,
        name="work_import_apply",
    ),
    path(_("mandates/<int:mandate_id>/links/add/"), links.link_add, name="link_add"),
    path(_("mandates/links/<int:link_id>/remove/"), links.link_remove, name="link_remove"),
    path(_("mandates/<int:mandate_id>/evidence/"), mandates.evidence_list, name="evidence_list"),
    path(
        _("requirements/<int:requirement_id>/"),
        requirements.requirement_detail,
        name="requirement_detail",
    ),
    path(
        _("requirements/<int:requirement_id>/responsible/"),
        requirements.requirement_responsible,
        name="requirement_responsible",
    ),
    path(
        _("requirements/<int:requirement_id>/judge/"),
        requirements.requirement_judge,
        name="requirement_judge",
    ),
    path(
        _("requirements/<int:requirement_id>/<int:version>/withdraw/"),
        requirements.requirement_withdraw,
        name="requirement_withdraw",
    ),
    path(
        _("requirements/<int:requirement_id>/activities/add/"),
        activities.activity_add,
        name="activity_add",
    ),
    path(_("activities/<int:activity_id>/"), activities.activity_detail, name="activity_detail"),
    path(_("activities/<int:activity_id>/edit/"), activities.activity_edit, name="activity_edit"),
    path(
        _("activities/<int:activity_id>/child-rights/"),
        assessment.activity_assess,
        name="activity_assess",
    ),
    path(
        _("activities/<int:activity_id>/complete/"),
        ending.activity_complete,
        name="activity_complete",
    ),
    path(_("activities/<int:activity_id>/cancel/"), ending.activity_cancel, name="activity_cancel"),
    path(
        _("activities/<int:activity_id>/<int:version>/reopen/"),
        ending.activity_reopen,
        name="activity_reopen",
    ),
    path(
        _("activities/<int:activity_id>/results/add/"),
        results.result_record,
        name="result_record",
    ),
    path(_("results/<int:result_id>/edit/"), results.result_edit, name="result_edit"),
    path(_("evidence/<int:evidence_id>/"), results.evidence_file, name="evidence_file"),
    path(
        _("mandates/<int:mandate_id>/obligations/"),
        obligations.obligation_list,
        name="obligation_list",
    ),
    path(
        _("mandates/<int:mandate_id>/documents/"), obligations.document_list, name="document_list"
    ),
    path(
        _("obligations/<int:obligation_id>/"),
        obligations.obligation_detail,
        name="obligation_detail",
    ),
    path(
        _("obligations/<int:obligation_id>/done/"),
        obligations.obligation_fulfil,
        name="obligation_fulfil",
    ),
    path(_("documents/<int:file_id>/"), obligations.outgoing_file, name="outgoing_file"),
    path(_("calendar/"), calendar.calendar, name="calendar"),
    path(_("calendar/<str:token>.ics"), calendar.calendar_ics, name="calendar_file"),
]
