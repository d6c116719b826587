"""Closed lists used by the mandate's money."""

from django.utils.translation import gettext_lazy as _

from varn.kernel.permissions import Permission


class FinancePermission(Permission):
    VIEW = "finance.view", _("See the money: vouchers, budget, forecast and what was sent")
    CHANGE = "finance.change", _("Import ledgers, charge vouchers, plan and forecast the money")
    SIGN = "finance.sign", _("Sign requisition, repayment and financial account")
