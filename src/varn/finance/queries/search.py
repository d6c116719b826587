"""Vouchers for the search of the whole desk: only for those who may see the money."""

import re

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from varn.finance.models import LedgerEntry
from varn.finance.rules.rows import series_and_number
from varn.kernel.search import Hit, cleaned, matching, reason

NUMBER_RANK = 3.0
VOUCHER = re.compile(r"(?:[^\W\d]{0,10}[\s:/-]*)?\d{1,20}")


def found(words: str, *, limit: int) -> list[Hit]:
    """Rows of vouchers by number (A 123), by account or by words of the text."""
    wanted = cleaned(words)
    rows = [(row, NUMBER_RANK) for row in _by_number(wanted, limit)]
    if not rows and wanted:
        texts = LedgerEntry.objects.exclude(text="").select_related("mandate")
        rows = matching(texts, wanted, text=("text",), limit=limit)
    return [_hit(row, rank, wanted) for row, rank in rows]


def _by_number(wanted: str, limit: int) -> list[LedgerEntry]:
    if not VOUCHER.fullmatch(wanted):
        return []
    series, voucher = series_and_number("", wanted)
    numbered = Q(voucher=voucher, series=series) if series else Q(voucher=voucher)
    rows = LedgerEntry.objects.filter(numbered | Q(account=wanted)).select_related("mandate")
    return list(rows.order_by("-booked_on", "-pk")[:limit])


def _hit(row: LedgerEntry, rank: float, wanted: str) -> Hit:
    title = _("%(voucher)s, account %(account)s") % {"voucher": row, "account": row.account}
    return Hit(
        kind=_("Voucher"),
        title=title,
        where=f"{row.mandate.registry_number} · {date_format(row.booked_on, 'j F Y')}",
        excerpt=reason(wanted, title=title, texts=[row.text]),
        url_name="finance:entry_detail",
        url_args=(row.pk,),
        rank=rank,
    )
