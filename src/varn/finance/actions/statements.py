"""Freezing what is stated about a grant: requisition, repayment and financial account."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from varn.audit.actions import record
from varn.finance.actions.errors import NotUsableGrantError
from varn.finance.choices import USABLE_GRANT_KINDS, FinanceEvent
from varn.finance.gateways.letters import statement_files
from varn.finance.gateways.words import words_in
from varn.finance.models import GrantStatement
from varn.finance.queries.statements import statement_of
from varn.finance.rules.statement import Signing, Statement, content
from varn.mandate.actions import freeze_document
from varn.mandate.choices import DocumentKind
from varn.mandate.queries.mandates import mandates

if TYPE_CHECKING:
    from varn.accounts.models import User
    from varn.mandate.models import Grant, OutgoingDocument


class AlreadyReplacedError(Exception):
    """Another document stands in its place already."""

    def __init__(self, document_id: int) -> None:
        self.document_id = document_id
        super().__init__(document_id)


@dataclass(frozen=True, kw_only=True)
class StatementValues:
    """What a person decides of a statement; its figures come from the ledger."""

    kind: DocumentKind
    signing: Signing
    asked_ore: int | None = None  # of a requisition
    languages: Sequence[str] = ("sv",)
    replaces: int | None = None  # the document that this one mends


@transaction.atomic
def state_grant(
    *,
    mandate_id: int,
    grant_id: int,
    values: StatementValues,
    submission: UUID,
    by: "User",
    at: datetime,
) -> GrantStatement:
    """Freeze a requisition, a repayment or a financial account with the figures of now.

    Raises `AlreadyReplacedError`, `NotUsableGrantError`, what `rules.figures.stated` raises and
    what `mandate.actions.freeze_document` raises; then nothing is frozen.
    """
    grant = _locked(mandate_id, grant_id)
    same = _made_before(grant, submission)
    if same:
        return same
    if values.replaces and GrantStatement.objects.filter(replaces=values.replaces).exists():
        raise AlreadyReplacedError(values.replaces)
    stated = statement_of(
        grant,
        values.kind,
        signing=values.signing,
        asked_ore=values.asked_ore,
        replaces=values.replaces,
    )
    document = _frozen(stated, values, grant, submission=submission, by=by, at=at)
    made = GrantStatement.objects.create(
        document=document,
        grant=grant,
        kind=values.kind,
        amount_ore=stated.amount_ore,
        requisitioned_ore=stated.figures.requisitioned_ore,
        charged_ore=stated.figures.charged_ore,
        repaid_ore=stated.figures.repaid_ore,
        replaces_id=values.replaces,
    )
    details = {"kind": values.kind, "grant": grant.pk, "amount_ore": stated.amount_ore}
    record(FinanceEvent.GRANT_STATED, subject=document, by=by, at=at, details=details)
    return made


def _locked(mandate_id: int, grant_id: int) -> "Grant":
    """The grant, locked, so that nobody charges it or states it meanwhile."""
    mandate = mandates().get(pk=mandate_id)
    grant: Grant = mandate.grants.select_for_update(of=("self",)).get(pk=grant_id)
    if grant.kind not in USABLE_GRANT_KINDS:
        raise NotUsableGrantError(grant_id)
    return grant


def _made_before(grant: "Grant", submission: UUID) -> GrantStatement | None:
    found = GrantStatement.objects.select_related("document")
    return found.filter(grant=grant, document__content__submission=str(submission)).first()


def _frozen(
    stated: Statement,
    values: StatementValues,
    grant: "Grant",
    *,
    submission: UUID,
    by: "User",
    at: datetime,
) -> "OutgoingDocument":
    signing = values.signing
    return freeze_document(
        mandate_id=grant.mandate_id,
        kind=values.kind,
        title=words_in("sv")[f"title.{values.kind}"],
        own_registry_number=signing.own_registry_number,
        addressee=signing.addressee,
        dated_on=signing.dated_on,
        signed_by=", ".join(filter(None, [signing.signed_by, signing.signed_title])),
        content=content(stated) | {"submission": str(submission)},
        files=statement_files(stated, languages=values.languages, created=at),
        by=by,
        at=at,
    )
