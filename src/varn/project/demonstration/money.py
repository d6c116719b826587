"""Loading the invented money: a ledger extract a month, rules that map it, and who pays."""

from datetime import date

from varn.accounts.models import User
from varn.finance.actions import (
    Payer,
    RuleValues,
    add_rule,
    charge_entries,
    charge_grants,
    import_ledger,
    name_source,
    preview_ledger,
)
from varn.finance.choices import CostType, SourceKind
from varn.finance.models import LedgerEntry, LedgerImport, MappingRule
from varn.mandate.models import Activity, Mandate
from varn.project.demo_arguments import FIRST_DAY
from varn.project.demonstration.content import ledger, mapping_rules, submission
from varn.project.demonstration.moments import moment

OTHER_SOURCE = "Länsstyrelsens förvaltningsanslag"
GRANT_YEAR = 2014


def load_money(mandate: Mandate, officer: User, *, as_of: date) -> None:
    """The ledger up to the day, mapped and charged; a second time adds nothing."""
    _load_rules(mandate, officer)
    _load_ledger(mandate, officer, as_of=as_of)
    at = moment(as_of, hour=9)
    charged = {"mandate": mandate, "charged_ore": 0}
    if LedgerEntry.objects.filter(**charged, booked_on__year=GRANT_YEAR).exists():
        charge_grants(mandate_id=mandate.pk, by=officer, at=at)
    after = LedgerEntry.objects.filter(**charged, booked_on__year__gt=GRANT_YEAR)
    if ids := list(after.exclude(cost_type="").values_list("pk", flat=True)):
        source = name_source(
            mandate_id=mandate.pk,
            name=OTHER_SOURCE,
            kind=SourceKind.ADMINISTRATION,
            by=officer,
            at=at,
        )
        charge_entries(entry_ids=ids, payer=Payer(source_id=source.pk), by=officer, at=at)


def _load_rules(mandate: Mandate, by: User) -> None:
    """A rule is added once its activity is there."""
    known = set(MappingRule.objects.values_list("submission", flat=True))
    for number, given in enumerate(mapping_rules()):
        own = submission(f"rule/{number}")
        activity = given.get("activity")
        found = (
            Activity.objects.filter(submission=submission(activity)).first() if activity else None
        )
        if own in known or (activity and found is None):
            continue
        said = {name: value for name, value in given.items() if name != "activity"}
        values = RuleValues(
            **said | {"cost_type": CostType(given["cost_type"])},
            activity_id=found.pk if found else None,
        )
        at = max(
            moment(FIRST_DAY, hour=13), found.created_at if found else moment(FIRST_DAY, hour=13)
        )
        add_rule(mandate_id=mandate.pk, values=values, submission=own, by=by, at=at)


def _load_ledger(mandate: Mandate, by: User, *, as_of: date) -> None:
    for (year, month), extract in ledger(as_of=as_of).items():
        last = min(as_of, extract.last_day)
        at = moment(last, hour=18)
        name = f"huvudbok-{year}-{month:02d}.csv"
        read = preview_ledger(
            mandate_id=mandate.pk, file_name=name, data=extract.data, by=by, at=at
        )
        if LedgerImport.objects.filter(pk=read.pk, applied_at=None).exists():
            import_ledger(import_id=read.pk, by=by, at=at)
