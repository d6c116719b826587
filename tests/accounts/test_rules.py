"""Rules about signing in and giving roles."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.accounts.factories import NOON
from varn.accounts.choices import InvitationState
from varn.accounts.rules import (
    InvitationFacts,
    SessionLimits,
    hash_of,
    invitation_state,
    is_loopback,
    is_session_over,
    may_grant,
)

PERMISSIONS = st.frozensets(st.sampled_from("abcdef"))
LIMITS = SessionLimits(idle=60, longest=600)


@given(PERMISSIONS, PERMISSIONS)
def test_nobody_ends_up_with_more_by_what_others_may_give_them(held, wanted):
    if may_grant(held=held, wanted=wanted):
        assert held | wanted == held


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("10.0.0.1", False),
        ("192.168.1.4", False),
        ("", False),
        ("localhost", False),
    ],
)
def test_this_machine_is_known_by_its_addresses(address, expected):
    assert is_loopback(address) is expected


@pytest.mark.parametrize(
    ("seen_at", "now", "over"),
    [(100, 160, False), (100, 161, True), (590, 600, False), (590, 601, True)],
)
def test_a_sign_in_ends_by_idleness_or_age(seen_at, now, over):
    assert is_session_over(signed_in_at=0, seen_at=seen_at, now=now, limits=LIMITS) is over


def test_a_hash_says_nothing_of_its_secret():
    assert hash_of("a") != hash_of("b")
    assert len(hash_of("a")) == 64


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, InvitationState.OPEN),
        ({"sent_at": None}, InvitationState.WAITING),
        ({"accepted_at": NOON, "expires_at": NOON}, InvitationState.ACCEPTED),
        ({"revoked_at": NOON}, InvitationState.REVOKED),
        ({"expires_at": NOON}, InvitationState.EXPIRED),
        ({"ends_on": NOON.date() - timedelta(days=1)}, InvitationState.EXPIRED),
        ({"ends_on": NOON.date()}, InvitationState.OPEN),
    ],
)
def test_what_becomes_of_an_invitation(facts, state):
    values = {
        "sent_at": NOON,
        "expires_at": NOON + timedelta(seconds=1),
        "accepted_at": None,
        "revoked_at": None,
        "ends_on": None,
    }

    assert (
        invitation_state(InvitationFacts(**{**values, **facts}), at=NOON, today=NOON.date())
        == state
    )
