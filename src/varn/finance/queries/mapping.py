"""The rules that map vouchers: which rows each one fits, and what it says in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    Count,
    F,
    Func,
    JSONField,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Left
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.utils.translation import gettext as _

from varn.finance.models import LedgerEntry, MappingRule

ANY_ENDING = "*"
SHOWN_ROWS = 20


class Asks(Protocol):
    """What a rule asks of a row, stored or only typed."""

    @property
    def account_from(self) -> str: ...
    @property
    def account_to(self) -> str: ...
    @property
    def cost_centre(self) -> str: ...
    @property
    def project(self) -> str: ...
    @property
    def other_object(self) -> str: ...
    @property
    def text_contains(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Hits:
    """What a rule would map."""

    row_count: int
    amount_ore: int
    mapped_already: int
    rows: Sequence[LedgerEntry]


def active_rules(mandate_id: int) -> QuerySet[MappingRule]:
    """Rules in the order in which they are tried."""
    found = MappingRule.objects.filter(mandate=mandate_id, removed_at=None)
    return found.select_related("activity").order_by("priority", "number")


def rules_with_counts(mandate_id: int) -> QuerySet[MappingRule]:
    """Rules in order, with how many rows each has mapped and their sum."""
    return active_rules(mandate_id).annotate(
        row_count=Count("entries"), sum_ore=Sum("entries__amount_ore", default=0)
    )


def fits(rule: Asks) -> Q:
    """The condition that a row fits the rule; sub-accounts follow their account."""
    condition = _starts_or_is("cost_centre", rule.cost_centre)
    condition &= _starts_or_is("project", rule.project)
    if rule.account_from:
        length = len(rule.account_from)
        condition &= Q(GreaterThanOrEqual(Left("account", length), Value(rule.account_from)))
        condition &= Q(LessThanOrEqual(Left("account", length), Value(rule.account_to)))
    if rule.other_object:
        condition &= Q(_any_object_is(rule.other_object))
    if rule.text_contains:
        condition &= Q(text__icontains=rule.text_contains)
    return condition


def first_fitting(rules: Sequence[MappingRule]) -> Case:
    """The rule that decides for a row: the first that fits, or none."""
    return Case(
        *[When(fits(rule), then=Value(rule.pk)) for rule in rules],
        default=None,
        output_field=BigIntegerField(),
    )


def hits_of(rule: Asks, *, mandate_id: int) -> Hits:
    """The rows that fit, whoever maps them today."""
    found = LedgerEntry.objects.filter(fits(rule), mandate=mandate_id)
    sums = found.aggregate(
        row_count=Count("pk"),
        amount_ore=Sum("amount_ore", default=0),
        mapped_already=Count("pk", filter=~Q(cost_type="")),
    )
    return Hits(**sums, rows=list(found.order_by("-booked_on", "-pk")[:SHOWN_ROWS]))


def asked_in_words(rule: Asks) -> str:
    """What the rule asks for: account 5800–5899, project 4711."""
    parts = [_accounts_in_words(rule)] if rule.account_from else []
    if rule.cost_centre:
        parts.append(_("cost centre %(code)s") % {"code": rule.cost_centre})
    if rule.project:
        parts.append(_("project %(code)s") % {"code": rule.project})
    if rule.other_object:
        parts.append(_("object %(code)s") % {"code": rule.other_object})
    if rule.text_contains:
        parts.append(_("text with “%(words)s”") % {"words": rule.text_contains})
    return ", ".join(parts)


def in_words(rule: MappingRule) -> str:
    """The whole rule: account 5800–5899 → Travel, Days of knowledge."""
    becomes = str(rule.get_cost_type_display())
    if rule.activity:
        becomes = f"{becomes}, {rule.activity.title}"
    return f"{asked_in_words(rule)} → {becomes}"


def _accounts_in_words(rule: Asks) -> str:
    if rule.account_from == rule.account_to:
        return _("account %(number)s") % {"number": rule.account_from}
    return _("account %(first)s–%(last)s") % {"first": rule.account_from, "last": rule.account_to}


def _any_object_is(code: str) -> Func:
    return Func(
        F("dimensions"),
        Value({"code": code}, JSONField()),
        function="jsonb_path_exists",
        arg_joiner=", '$.* ? (@ == $code)', ",
        output_field=BooleanField(),
    )


def _starts_or_is(field: str, wanted: str) -> Q:
    if not wanted:
        return Q()
    if wanted.endswith(ANY_ENDING):
        return Q(**{f"{field}__startswith": wanted.removesuffix(ANY_ENDING)})
    return Q(**{field: wanted})
