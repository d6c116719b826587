"""Loading what the invented mandate states of its money: frozen on one day, sent on another."""

from datetime import date

from varn.accounts.models import User
from varn.finance.actions import Signing, StatementValues, state_grant
from varn.finance.models import GrantStatement
from varn.mandate.actions import fulfil_obligation
from varn.mandate.choices import DocumentKind
from varn.mandate.models import Mandate, Obligation
from varn.project.demonstration.content import INVENTED, InventedStatement, statements, submission
from varn.project.demonstration.moments import moment
from varn.project.demonstration.planning import ORE, granted

SIGNED_BY = f"Landshövdingen {INVENTED}"
REFERENCE = f"Ekonomifunktionen {INVENTED}"


def load_statements(mandate: Mandate, officer: User, *, as_of: date) -> None:
    """What was frozen and sent up to the day; what somebody has done already stays."""
    for invented in statements():
        if invented.frozen_on > as_of:
            continue
        duty = mandate.obligations.filter(kind=invented.kind, fulfilled_at=None).first()
        if duty is None:
            continue
        made = _frozen_before(mandate, invented) or _freeze(mandate, duty, invented, officer)
        if invented.sent_on <= as_of:
            fulfil_obligation(
                obligation_id=duty.pk,
                document_id=made.document_id,
                sent_on=invented.sent_on,
                by=officer,
                at=moment(invented.sent_on, hour=11),
            )


def _frozen_before(mandate: Mandate, invented: InventedStatement) -> GrantStatement | None:
    found = GrantStatement.objects.filter(document__mandate=mandate, kind=invented.kind)
    return found.filter(replaced_by=None).first()


def _freeze(
    mandate: Mandate, duty: Obligation, invented: InventedStatement, by: User
) -> GrantStatement:
    return state_grant(
        mandate_id=mandate.pk,
        grant_id=granted(mandate).pk,
        values=StatementValues(
            kind=DocumentKind(invented.kind),
            asked_ore=invented.asked * ORE if invented.asked else None,
            signing=Signing(
                own_registry_number=invented.own_registry_number,
                addressee=duty.addressee,
                dated_on=invented.frozen_on,
                signed_by=SIGNED_BY,
                signed_title="",
                reference=REFERENCE,
            ),
        ),
        submission=submission(f"statement/{invented.kind}"),
        by=by,
        at=moment(invented.frozen_on, hour=10),
    )
