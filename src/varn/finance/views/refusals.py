"""Why a document about the money can't be frozen or sent, and what to do."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from varn.finance import actions
from varn.finance.views.answers import kronor
from varn.mandate.actions import (
    AlreadyFulfilledError,
    DocumentOfOtherKindError,
    DocumentOfOtherMandateError,
    PassesByItselfError,
    SentBeforeDocumentError,
    SentInFutureError,
)

STATEMENT_REFUSALS = (
    actions.AlreadyReplacedError,
    actions.FiguresDifferError,
    actions.MoreThanGrantedError,
    actions.NothingAskedError,
    actions.NotUsableGrantError,
    actions.UnmappedCostsError,
    actions.UsedMoreThanRequisitionedError,
)
SENDING_REFUSALS = (
    AlreadyFulfilledError,
    DocumentOfOtherKindError,
    DocumentOfOtherMandateError,
    PassesByItselfError,
    SentBeforeDocumentError,
    SentInFutureError,
)


def statement_refusal(error: Exception) -> str:  # noqa: PLR0911 -- an answer for each refusal
    """Why the document can't be frozen."""
    match error:
        case actions.MoreThanGrantedError(left_ore=left):
            return _(
                "%(left)s of the grant is left to ask for. Write at most that: only the "
                "government can raise the amount."
            ) % {"left": kronor(left)}
        case actions.NothingAskedError():
            return _("Write the amount that is asked for.")
        case actions.UsedMoreThanRequisitionedError(short_ore=short):
            return _(
                "The grant is charged %(short)s more than was requisitioned. Requisition the rest "
                "first, or let another source pay for it."
            ) % {"short": kronor(short)}
        case actions.UnmappedCostsError(amount_ore=amount):
            return _("%(amount)s is charged without a cost type. Map these vouchers first.") % {
                "amount": kronor(amount)
            }
        case actions.FiguresDifferError(divided_ore=divided, charged_ore=charged):
            return _(
                "The parts come to %(parts)s, but the ledger's charges are %(charged)s. Nothing "
                "is frozen; ask the system's administrator to look."
            ) % {"parts": kronor(divided), "charged": kronor(charged)}
        case actions.AlreadyReplacedError():
            return _("Another document stands in the place of the one that you mend. Open it.")
        case _other:
            return _("This amount is planned or a total, not granted.")


def sending_refusal(error: Exception) -> str:
    """Why the document doesn't do the obligation."""
    match error:
        case AlreadyFulfilledError():
            return _("The obligation is done already, with another document.")
        case SentBeforeDocumentError(dated_on=day):
            return _("The document is dated %(day)s. It can't have been sent before.") % {
                "day": date_format(day, "j F Y")
            }
        case SentInFutureError():
            return _("The day is still to come. Say so when it has been sent.")
        case _other:
            return _("This document doesn't do that obligation. Choose another.")
