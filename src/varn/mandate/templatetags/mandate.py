"""Facts and money in the words of a page: `{% load mandate %}`."""

from datetime import date

from django import template
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from varn.mandate.choices import (
    FactKind,
    GrantKind,
    Judgement,
    ObligationKind,
    OpenReason,
    RequirementStanding,
)
from varn.mandate.models import Obligation
from varn.mandate.queries.obligations import ObligationRow, row_of
from varn.mandate.queries.progress import RequirementRow
from varn.mandate.rules.due import Plan
from varn.mandate.rules.starting import ORE_PER_KRONA
from varn.mandate.rules.working_days import holiday_name

register = template.Library()

TONES = {
    RequirementStanding.EVIDENCE: "success",
    RequirementStanding.NO_ACTIVITY: "warning",
    RequirementStanding.FORMAL: "neutral",
}


@register.filter
def kronor(amount: int) -> str:
    """An amount in whole kronor as people read it: 3 000 000 kr."""
    return _("%(amount)s kr") % {"amount": number_format(amount, force_grouping=True)}


@register.filter
def ore_in_kronor(amount_ore: int) -> str:
    """Öre as kronor; the öre are shown only where there are any."""
    whole, rest = divmod(abs(amount_ore), ORE_PER_KRONA)
    sign = "−" if amount_ore < 0 else ""
    amount = f"{whole}.{rest:02d}" if rest else str(whole)
    return _("%(amount)s kr") % {"amount": sign + number_format(amount, force_grouping=True)}


@register.filter
def as_day(text: str) -> date:
    """The day that stored text holds."""
    return date.fromisoformat(text)


@register.filter
def obligation_words(kind: str) -> str:
    return str(ObligationKind(kind).label)


@register.filter
def open_reason_words(reason: str) -> str:
    return str(OpenReason(reason).label)


@register.filter
def grant_words(kind: str) -> str:
    return str(GrantKind(kind).label)


@register.filter
def kind_words(kind: str) -> str:
    """A kind of fact in plain words."""
    return str(FactKind(kind).label)


@register.filter
def standing_tone(standing: str) -> str:
    """The tone of a requirement's badge; the words carry the meaning."""
    return TONES.get(RequirementStanding(standing), "info")


@register.filter
def row_tone(row: RequirementRow) -> str:
    """The tone of a requirement's state: what was judged, else how far it has come."""
    if row.judgement is None:
        return standing_tone(row.standing)
    return "success" if row.judgement == Judgement.MET else "danger"


@register.simple_tag
def planned(obligation: Obligation, today: date) -> Plan:
    """The day to plan for, and how the obligation stands."""
    return row_of(obligation, on=today).plan


@register.filter
def why_moved(row: ObligationRow) -> str:
    """Why another day than the due one is planned: a weekday or a holiday in words."""
    day = row.obligation.due_on
    if day is None:
        return ""
    name = holiday_name(day, row.country, get_language() or "")
    weekday = date_format(day, "l")
    if name and weekday != name:
        return _("The day is a free day (%(name)s).") % {"name": name}
    return _("The day is a %(weekday)s.") % {"weekday": weekday}
