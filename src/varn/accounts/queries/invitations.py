"""Invitations and what has become of them."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from varn.accounts.choices import InvitationState
from varn.accounts.models.invitations import Invitation
from varn.accounts.rules import InvitationFacts, hash_of, invitation_state


def all_invitations() -> QuerySet[Invitation]:
    """Every invitation, the latest first."""
    return Invitation.objects.select_related(
        "organisation", "unit", "role", "invited_by", "accepted_by"
    ).order_by("-invited_at", "-pk")


def invitation_by_token(token: str) -> Invitation | None:
    """The invitation that a link leads to, whatever has become of it."""
    found = Invitation.objects.filter(token_hash=hash_of(token))
    return found.select_related("organisation", "unit", "role", "invited_by").first()


def state_of(invitation: Invitation, *, at: datetime) -> InvitationState:
    """What has become of an invitation by a moment."""
    facts = InvitationFacts(
        sent_at=invitation.sent_at,
        expires_at=invitation.expires_at,
        accepted_at=invitation.accepted_at,
        revoked_at=invitation.revoked_at,
        ends_on=invitation.ends_on,
    )
    return invitation_state(facts, at=at, today=timezone.localdate(at))
