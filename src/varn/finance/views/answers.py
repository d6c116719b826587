"""What several pages answer alike: nothing here, errors to correct, and refusals in words."""

from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.core.exceptions import ObjectDoesNotExist
from django.forms import BaseForm
from django.http import Http404
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varn.finance import actions
from varn.finance.rules.amounts import ORE_PER_KRONA
from varn.mandate.queries.mandates import mandates

if TYPE_CHECKING:
    from varn.mandate.models import Mandate

REFUSALS = (
    actions.AlreadyWithdrawnError,
    actions.CapReachedError,
    actions.MoreThanBookedError,
    actions.NotMappedError,
    actions.NotOfMandateError,
    actions.NotUsableGrantError,
    actions.WrongYearError,
)

PLAIN_REFUSALS: dict[type[Exception], object] = {
    actions.NotMappedError: gettext_lazy("Say first what kind of cost it is."),
    actions.NotUsableGrantError: gettext_lazy(
        "This amount is planned or a total, not granted. Choose another payer."
    ),
    actions.AlreadyWithdrawnError: gettext_lazy(
        "Somebody else has changed this charge already. Here is how it stands now."
    ),
    actions.NotOfMandateError: gettext_lazy(
        "The payer is of another mandate. Money is never shared between mandates."
    ),
}


def or_404[T](question: Callable[[int], T], pk: int) -> T:
    """The answer, or the page that says that there is nothing here."""
    try:
        return question(pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing


def mandate_or_404(mandate_id: int) -> "Mandate":
    """The mandate, or the page that says that there is none."""
    return or_404(lambda pk: mandates().get(pk=pk), mandate_id)


def status_of(form: BaseForm, *, is_stale: bool = False) -> int:
    """The status that fits a form's page."""
    if is_stale:
        return HTTPStatus.CONFLICT
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK


def kronor(amount_ore: int) -> str:
    """Öre as people read them: 1 234,50 kr."""
    whole, rest = divmod(abs(amount_ore), ORE_PER_KRONA)
    sign = "−" if amount_ore < 0 else ""
    amount = f"{whole}.{rest:02d}" if rest else str(whole)
    return _("%(amount)s kr") % {"amount": sign + number_format(amount, force_grouping=True)}


def refusal(error: Exception) -> str:
    """Why nobody could be charged, and what to do."""
    match error:
        case actions.CapReachedError(left_ore=left):
            return _(
                "The grant has %(left)s left. Nobody may pass its amount, and it can't go below "
                "zero: charge less, or name another source for the rest."
            ) % {"left": kronor(left)}
        case actions.WrongYearError(year=year, booked_on=day):
            return _(
                "The voucher was booked on %(day)s, and the grant is for %(year)s. Only costs of "
                "the grant's year can be charged to it: choose another source."
            ) % {"day": date_format(day, "j F Y"), "year": year}
        case actions.MoreThanBookedError(open_ore=open_ore):
            return _("Of this row %(open)s is open. Write at most that, with the same sign.") % {
                "open": kronor(open_ore)
            }
        case _other:
            return str(PLAIN_REFUSALS[type(error)])
