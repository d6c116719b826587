"""Rules about signing in and giving roles. Values in, values out."""

import hashlib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from ipaddress import ip_address

from varn.accounts.choices import InvitationState

SIGNED_IN_AT = "signed_in_at"  # what a session remembers: seconds since 1970
SEEN_AT = "seen_at"


def may_grant(*, held: AbstractSet[str], wanted: AbstractSet[str]) -> bool:
    """Whether somebody may give, change or end a role: only one with no more than they hold."""
    return wanted <= held


def hash_of(token: str) -> str:
    """What is stored of a link's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_loopback(address: str) -> bool:
    """Whether a request came from this very machine."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, kw_only=True)
class SessionLimits:
    """How long a sign-in holds, in seconds."""

    idle: int
    longest: int


def is_session_over(
    *, signed_in_at: float, seen_at: float, now: float, limits: SessionLimits
) -> bool:
    """Whether a sign-in has been idle for too long, or has lasted too long in all."""
    return now - seen_at > limits.idle or now - signed_in_at > limits.longest


@dataclass(frozen=True, kw_only=True)
class InvitationFacts:
    """What decides whether an invitation can be used."""

    sent_at: datetime | None
    expires_at: datetime
    accepted_at: datetime | None
    revoked_at: datetime | None
    ends_on: date | None


def invitation_state(facts: InvitationFacts, *, at: datetime, today: date) -> InvitationState:
    """What has become of an invitation by a moment."""
    if facts.accepted_at:
        return InvitationState.ACCEPTED
    if facts.revoked_at:
        return InvitationState.REVOKED
    if at >= facts.expires_at or (facts.ends_on is not None and facts.ends_on < today):
        return InvitationState.EXPIRED
    return InvitationState.OPEN if facts.sent_at else InvitationState.WAITING
