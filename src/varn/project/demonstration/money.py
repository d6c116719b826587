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
from varn.project.demonstration.content import ledger, mapping_rules, statements, submission
from varn.project.demonstration.moments import moment
from varn.project.demonstration.planning import load_budget, load_forecasts
from varn.project.demonstration.statements import load_statements

OTHER_SOURCE = "Länsstyrelsens förvaltningsanslag"
GRANT_YEAR = 2014


def load_money(mandate: Mandate, officer: User, *, as_of: date) -> None:
    """Everything about the money up to the day; a second time adds nothing.

    It stops on the days when something is stated, so that it rests on the ledger of its day.
    """
    load_budget(mandate, officer, as_of=as_of)
    load_forecasts(mandate, officer, as_of=as_of)
    _load_rules(mandate, officer)
    stated_on = {each.frozen_on for each in statements() if each.frozen_on < as_of}
    since = FIRST_DAY
    for stop in sorted({*stated_on, as_of}):
        _load_ledger(mandate, officer, since=since, as_of=stop)
        _charge(mandate, officer)
        load_statements(mandate, officer, as_of=stop)
        since = stop


def _load_rules(mandate: Mandate, by: User) -> None:
    """A rule is added once its activity is there."""
    known = set(MappingRule.objects.values_list("submission", flat=True))
    there = {each.submission: each for each in Activity.objects.all()}
    for number, given in enumerate(mapping_rules()):
        own = submission(f"rule/{number}")
        key = given.get("activity")
        activity = there.get(submission(key)) if key else None
        if own in known or (key and activity is None):
            continue
        said = {name: value for name, value in given.items() if name != "activity"}
        values = RuleValues(
            **said | {"cost_type": CostType(given["cost_type"])},
            activity_id=activity.pk if activity else None,
        )
        began = moment(FIRST_DAY, hour=13)
        at = max(began, activity.created_at) if activity else began
        add_rule(mandate_id=mandate.pk, values=values, submission=own, by=by, at=at)


def _load_ledger(mandate: Mandate, by: User, *, since: date, as_of: date) -> None:
    """The months that have rows after one day, up to another."""
    for (year, month), extract in ledger(as_of=as_of).items():
        if extract.last_day <= since:
            continue
        at = moment(extract.last_day, hour=18)
        name = f"huvudbok-{year}-{month:02d}.csv"
        read = preview_ledger(
            mandate_id=mandate.pk, file_name=name, data=extract.data, by=by, at=at
        )
        if LedgerImport.objects.filter(pk=read.pk, applied_at=None).exists():
            import_ledger(import_id=read.pk, by=by, at=at)


def _charge(mandate: Mandate, by: User) -> None:
    """The grant pays for its year and the agency for what comes after, as each is booked."""
    rows = LedgerEntry.objects.filter(mandate=mandate, charged_ore=0).exclude(cost_type="")
    of_year = rows.filter(booked_on__year=GRANT_YEAR).order_by("-booked_on")
    if latest := of_year.first():
        charge_grants(mandate_id=mandate.pk, by=by, at=moment(latest.booked_on, hour=19))
    after = rows.filter(booked_on__year__gt=GRANT_YEAR).order_by("-booked_on")
    if latest := after.first():
        at = moment(latest.booked_on, hour=19)
        source = name_source(
            mandate_id=mandate.pk,
            name=OTHER_SOURCE,
            kind=SourceKind.ADMINISTRATION,
            by=by,
            at=at,
        )
        ids = [each.pk for each in after]
        charge_entries(entry_ids=ids, payer=Payer(source_id=source.pk), by=by, at=at)
