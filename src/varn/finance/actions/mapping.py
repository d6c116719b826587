"""Saying which vouchers are which cost: by rules that are kept, or by hand."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet

from varn.audit.actions import record
from varn.finance.actions.errors import StaleVersionError
from varn.finance.choices import CostType, FinanceEvent
from varn.finance.models import LedgerEntry, MappingRule
from varn.finance.queries.mapping import active_rules, first_fitting

if TYPE_CHECKING:
    from varn.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class RuleValues:
    """What a person says in a rule."""

    priority: int
    account_from: str = ""
    account_to: str = ""
    cost_centre: str = ""
    project: str = ""
    other_object: str = ""
    text_contains: str = ""
    cost_type: CostType
    activity_id: int | None = None


@transaction.atomic
def add_rule(
    *, mandate_id: int, values: RuleValues, submission: UUID, by: "User", at: datetime
) -> MappingRule:
    """Add a rule and map by it at once; the same submission again returns the first."""
    known = MappingRule.objects.select_for_update().filter(mandate=mandate_id)
    last = max((rule.number for rule in known), default=0)
    rule, is_new = MappingRule.objects.get_or_create(
        submission=submission,
        defaults={"mandate_id": mandate_id, "number": last + 1, **asdict(values),
                  "changed_by": by, "changed_at": at},
    )  # fmt: skip
    if is_new:
        record(FinanceEvent.RULE_ADDED, subject=rule, by=by, at=at, details=asdict(values))
        map_by_rules(mandate_id=mandate_id, at=at)
    return rule


@transaction.atomic
def change_rule(
    *, rule_id: int, values: RuleValues, version: int, by: "User", at: datetime
) -> MappingRule:
    """Change a rule that nobody else has changed since, and map anew.

    Raises `StaleVersionError`.
    """
    rule = _rule(rule_id, version)
    for name, value in asdict(values).items():
        setattr(rule, name, value)
    rule.changed_by, rule.changed_at = by, at
    rule.version += 1
    rule.save()
    record(FinanceEvent.RULE_CHANGED, subject=rule, by=by, at=at, details=asdict(values))
    map_by_rules(mandate_id=rule.mandate_id, at=at)
    return rule


@transaction.atomic
def remove_rule(*, rule_id: int, version: int, by: "User", at: datetime) -> MappingRule:
    """Stop using a rule and map anew; what it explained of charged rows stays explained."""
    rule = _rule(rule_id, version)
    rule.removed_by, rule.removed_at = by, at
    rule.version += 1
    rule.save(update_fields=["removed_by", "removed_at", "version"])
    record(FinanceEvent.RULE_REMOVED, subject=rule, by=by, at=at)
    map_by_rules(mandate_id=rule.mandate_id, at=at)
    return rule


@transaction.atomic
def map_entry(
    *,
    entry_id: int,
    cost_type: CostType,
    activity_id: int | None,
    version: int,
    by: "User",
    at: datetime,
) -> LedgerEntry:
    """Say by hand what a row is; no rule changes that. Raises `StaleVersionError`."""
    entry = LedgerEntry.objects.select_for_update().get(pk=entry_id)
    if entry.version != version:
        raise StaleVersionError(entry)
    entry.cost_type, entry.activity_id = cost_type, activity_id
    entry.mapped_by_rule, entry.mapped_by, entry.mapped_at = None, by, at
    entry.version += 1
    entry.save(update_fields=["cost_type", "activity", "mapped_by_rule", "mapped_by", "mapped_at",
                              "version"])  # fmt: skip
    details = {"cost_type": cost_type, "activity": activity_id}
    record(FinanceEvent.ENTRY_MAPPED, subject=entry, by=by, at=at, details=details)
    return entry


@transaction.atomic
def map_by_rules(*, mandate_id: int, at: datetime) -> int:
    """Let the first rule that fits decide for each row that nobody has mapped by hand.

    Returns how many rows changed. A row that is charged keeps its mapping when no rule fits it.
    """
    rules = list(active_rules(mandate_id).select_for_update(of=("self",)))
    open_to_rules = LedgerEntry.objects.filter(mandate=mandate_id, mapped_by=None)
    if not rules:
        return _free(open_to_rules.filter(mapped_by_rule__isnull=False, charged_ore=0))
    decided = open_to_rules.annotate(decided_by=first_fitting(rules))
    freed = _free(decided.filter(decided_by=None, mapped_by_rule__isnull=False, charged_ore=0))
    another = Q(mapped_by_rule=None) | ~Q(mapped_by_rule=F("decided_by"))
    older = Q(mapped_at__lt=F("mapped_by_rule__changed_at"))
    changing = decided.filter(another | older, decided_by__isnull=False)
    changed = list(changing.values_list("pk", "decided_by"))
    for rule in rules:
        of_rule = [pk for pk, decided_by in changed if decided_by == rule.pk]
        _map(of_rule, rule, at)
    return freed + len(changed)


def _free(rows: QuerySet[LedgerEntry]) -> int:
    ids = list(rows.values_list("pk", flat=True))
    return LedgerEntry.objects.filter(pk__in=ids).update(
        mapped_by_rule=None, cost_type="", activity=None, mapped_at=None, version=F("version") + 1
    )


def _map(entry_ids: Sequence[int], rule: MappingRule, at: datetime) -> None:
    LedgerEntry.objects.filter(pk__in=entry_ids).update(
        mapped_by_rule=rule,
        cost_type=rule.cost_type,
        activity=rule.activity_id,
        mapped_at=at,
        version=F("version") + 1,
    )


def _rule(rule_id: int, version: int) -> MappingRule:
    rule = MappingRule.objects.select_for_update().get(pk=rule_id)
    if rule.version != version or rule.removed_at:
        raise StaleVersionError(rule)
    return rule
