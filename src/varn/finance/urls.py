"""Addresses of the money, below the desk's."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from varn.finance.views import charging, imports, ledger, mapping, money, planning, statements

app_name = "finance"

urlpatterns = [
    path(_("mandates/<int:mandate_id>/money/ledger/"), ledger.ledger, name="ledger"),
    path(
        _("mandates/<int:mandate_id>/money/ledger/import/"),
        imports.ledger_import,
        name="ledger_import",
    ),
    path(_("money/imports/<int:import_id>/"), imports.import_detail, name="import_detail"),
    path(_("money/imports/<int:import_id>/apply/"), imports.import_apply, name="import_apply"),
    path(_("money/vouchers/<int:entry_id>/"), ledger.entry_detail, name="entry_detail"),
    path(_("money/vouchers/<int:entry_id>/map/"), ledger.entry_map, name="entry_map"),
    path(_("money/vouchers/<int:entry_id>/charge/"), charging.entry_charge, name="entry_charge"),
    path(_("money/charges/<int:charge_id>/"), charging.charge_change, name="charge_change"),
    path(_("mandates/<int:mandate_id>/money/rules/"), mapping.rule_list, name="rule_list"),
    path(_("mandates/<int:mandate_id>/money/rules/add/"), mapping.rule_add, name="rule_add"),
    path(_("money/rules/<int:rule_id>/"), mapping.rule_edit, name="rule_edit"),
    path(
        _("money/rules/<int:rule_id>/<int:version>/remove/"),
        mapping.rule_remove,
        name="rule_remove",
    ),
    path(_("mandates/<int:mandate_id>/money/charging/"), charging.charging, name="charging"),
    path(
        _("mandates/<int:mandate_id>/money/charging/grants/"),
        charging.charge_by_grants,
        name="charge_by_grants",
    ),
    path(
        _("mandates/<int:mandate_id>/money/charging/rows/"),
        charging.charge_rows,
        name="charge_rows",
    ),
    path(_("mandates/<int:mandate_id>/money/"), money.money, name="money"),
    path(_("mandates/<int:mandate_id>/money/budget/"), planning.budget, name="budget"),
    path(_("mandates/<int:mandate_id>/money/budget/add/"), planning.budget_add, name="budget_add"),
    path(_("money/budget/<int:line_id>/"), planning.budget_edit, name="budget_edit"),
    path(
        _("money/budget/<int:line_id>/<int:version>/remove/"),
        planning.budget_remove,
        name="budget_remove",
    ),
    path(
        _("mandates/<int:mandate_id>/money/forecast/"),
        planning.forecast_list,
        name="forecast_list",
    ),
    path(
        _("mandates/<int:mandate_id>/money/forecast/make/"),
        planning.forecast_make,
        name="forecast_make",
    ),
    path(
        _("mandates/<int:mandate_id>/money/documents/"),
        statements.document_list,
        name="document_list",
    ),
    path(
        _("mandates/<int:mandate_id>/money/documents/<slug:kind>/<int:grant_id>/"),
        statements.document_prepare,
        name="document_prepare",
    ),
    path(
        _("mandates/<int:mandate_id>/money/documents/<slug:kind>/<int:grant_id>/preview/"),
        statements.document_preview,
        name="document_preview",
    ),
    path(
        _("mandates/<int:mandate_id>/money/documents/<slug:kind>/<int:grant_id>/freeze/"),
        statements.document_freeze,
        name="document_freeze",
    ),
    path(
        _("money/documents/<int:document_id>/"), statements.document_detail, name="document_detail"
    ),
    path(
        _("money/documents/<int:document_id>/sent/"),
        statements.document_sent,
        name="document_sent",
    ),
    path(
        _("money/documents/<int:document_id>/files/<int:file_id>/"),
        statements.document_file,
        name="document_file",
    ),
]
