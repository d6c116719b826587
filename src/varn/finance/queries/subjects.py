"""What vouchers, ledger files and plans of the money are called when the trail tells of them."""

from collections.abc import Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from varn.finance.models import (
    Budget,
    Forecast,
    FundingSource,
    LedgerEntry,
    LedgerImport,
    MappingRule,
)
from varn.kernel.search import Hit
from varn.kernel.subjects import Known


def _import(row: LedgerImport) -> Hit:
    return Hit(kind="", title=row.file_name, url_name="finance:import_detail", url_args=(row.pk,))


def _entry(row: LedgerEntry) -> Hit:
    title = _("Voucher %(entry)s") % {"entry": row}
    return Hit(kind="", title=title, url_name="finance:entry_detail", url_args=(row.pk,))


def _rule(row: MappingRule) -> Hit:
    title = _("Rule %(number)s") % {"number": row.number}
    return Hit(kind="", title=title, url_name="finance:rule_list", url_args=(row.mandate_id,))


def _source(row: FundingSource) -> Hit:
    return Hit(kind="", title=row.name, url_name="finance:charging", url_args=(row.mandate_id,))


def _budget(row: Budget) -> Hit:
    about = row.activity or row.assignment or row.get_cost_type_display()
    title = str(about or row.note or _("The whole mandate"))
    return Hit(kind="", title=title, url_name="finance:budget", url_args=(row.mandate_id,))


def _forecast(row: Forecast) -> Hit:
    title = _("Forecast of %(day)s") % {"day": date_format(row.made_on, "j F Y")}
    return Hit(kind="", title=title, url_name="finance:forecast_list", url_args=(row.mandate_id,))


KNOWN: Mapping[str, Known] = {
    "finance.ledgerimport": Known(LedgerImport, _import),
    "finance.ledgerentry": Known(LedgerEntry, _entry),
    "finance.mappingrule": Known(MappingRule, _rule),
    "finance.fundingsource": Known(FundingSource, _source),
    "finance.budget": Known(Budget, _budget, related=("activity", "assignment")),
    "finance.forecast": Known(Forecast, _forecast),
}
