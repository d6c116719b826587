"""The words of our letters in one language, whatever language the reader's page has."""

from django.utils import translation
from django.utils.translation import pgettext_lazy

from varn.finance.choices import CostType

WORDS = {
    "title.requisition": pgettext_lazy("letter", "Requisition of funds"),
    "title.repayment": pgettext_lazy("letter", "Repayment of funds"),
    "title.financial_account": pgettext_lazy("letter", "Financial account of funds used"),
    "day": pgettext_lazy("letter", "Date"),
    "our_reference": pgettext_lazy("letter", "Our reference"),
    "decision_reference": pgettext_lazy("letter", "The government's reference"),
    "for_the_agency": pgettext_lazy("letter", "For %(agency)s"),
    "demonstration": pgettext_lazy("letter", "Demonstration: the figures are invented"),
    "kronor": pgettext_lazy("letter", "SEK %(amount)s"),
    "page": pgettext_lazy("letter", "Page"),
    "page_of": pgettext_lazy("letter", "of"),
    "what": pgettext_lazy("letter", "What"),
    "in_kronor": pgettext_lazy("letter", "SEK"),
    "sum": pgettext_lazy("letter", "Total"),
    "year": pgettext_lazy("letter", "Year"),
    "area": pgettext_lazy("letter", "Expenditure area"),
    "appropriation": pgettext_lazy("letter", "Appropriation"),
    "item": pgettext_lazy("letter", "Appropriation item"),
    "pay_to": pgettext_lazy("letter", "Account"),
    "payment_reference": pgettext_lazy("letter", "Payment reference"),
    "granted": pgettext_lazy("letter", "Granted by the government"),
    "granted_at_most": pgettext_lazy("letter", "Granted by the government, at most"),
    "requisitioned": pgettext_lazy("letter", "Requisitioned"),
    "used": pgettext_lazy("letter", "Used"),
    "repaid": pgettext_lazy("letter", "Repaid"),
    "to_repay": pgettext_lazy("letter", "Left to repay"),
    "cost_type": pgettext_lazy("letter", "Cost type"),
    "assignment": pgettext_lazy("letter", "Assignment"),
    "account": pgettext_lazy("letter", "Account in the ledger"),
    "source": pgettext_lazy("letter", "Source of funding"),
    "whole_mandate": pgettext_lazy("letter", "The whole mandate"),
    "requisition.lead": pgettext_lazy(
        "letter",
        "By its decision of %(day)s (%(number)s) the government gave %(agency)s the mandate "
        "“%(mandate)s”. The agency hereby requisitions %(amount)s for carrying it out.",
    ),
    "requisition.figures": pgettext_lazy("letter", "The requisition in figures"),
    "requisition.caption": pgettext_lazy("letter", "What is granted and requisitioned"),
    "requisition.before": pgettext_lazy("letter", "Requisitioned before"),
    "requisition.now": pgettext_lazy("letter", "Requisitioned now"),
    "requisition.left": pgettext_lazy("letter", "Left to requisition"),
    "requisition.payment": pgettext_lazy("letter", "Please pay to"),
    "repayment.lead": pgettext_lazy(
        "letter",
        "By its decision of %(day)s (%(number)s) the government gave %(agency)s the mandate "
        "“%(mandate)s”. Of %(requisitioned)s that were requisitioned, %(used)s have been used. "
        "The agency repays %(amount)s.",
    ),
    "repayment.nothing": pgettext_lazy(
        "letter",
        "By its decision of %(day)s (%(number)s) the government gave %(agency)s the mandate "
        "“%(mandate)s”. All of the %(requisitioned)s that were requisitioned have been used or "
        "repaid. Nothing remains to be repaid.",
    ),
    "repayment.figures": pgettext_lazy("letter", "The repayment in figures"),
    "repayment.caption": pgettext_lazy("letter", "What was requisitioned, used and repaid"),
    "repayment.before": pgettext_lazy("letter", "Repaid before"),
    "repayment.now": pgettext_lazy("letter", "Repaid now"),
    "repayment.payment": pgettext_lazy("letter", "The payment"),
    "account.lead": pgettext_lazy(
        "letter",
        "By its decision of %(day)s (%(number)s) the government gave %(agency)s the mandate "
        "“%(mandate)s”. Of %(granted)s that were granted, %(used)s have been used. All costs are "
        "booked in the agency's ledger.",
    ),
    "account.figures": pgettext_lazy("letter", "Summary"),
    "account.caption": pgettext_lazy("letter", "Granted, used and repaid"),
    "account.by_cost_type": pgettext_lazy("letter", "Costs by type"),
    "account.by_assignment": pgettext_lazy("letter", "Costs by assignment"),
    "costs.cost_type": pgettext_lazy("letter", "Costs by type, SEK"),
    "costs.assignment": pgettext_lazy("letter", "Costs by assignment, SEK"),
    "costs.account": pgettext_lazy("letter", "Costs by account in the ledger, SEK"),
    "costs.source": pgettext_lazy("letter", "Other funding, SEK"),
    "account.appendix": pgettext_lazy("letter", "Appendix: Costs by account in the ledger"),
    "account.other_funding": pgettext_lazy("letter", "Other funding"),
    "account.no_other_funding": pgettext_lazy(
        "letter", "The mandate has had no other source of funding."
    ),
    "account.true": pgettext_lazy(
        "letter", "The figures agree with the agency's ledger on %(day)s."
    ),
}


def words_in(language: str) -> dict[str, str]:
    """Every word of a letter."""
    with translation.override(language):
        words = {name: str(text) for name, text in WORDS.items()}
        return words | {f"cost_type.{value}": str(label) for value, label in CostType.choices}
