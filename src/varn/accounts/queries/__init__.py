"""Reading people, roles and invitations."""

from varn.accounts.queries.invitations import (
    all_invitations,
    invitation_by_token,
    state_of,
)
from varn.accounts.queries.people import (
    FACTORS,
    PersonPage,
    demonstration_person,
    has_factor,
    memberships_to_change,
    people,
    person_page,
)
from varn.accounts.queries.roles import (
    allowed_in_words,
    grantable_roles,
    permissions_of,
    roles,
)

__all__ = [
    "FACTORS",
    "PersonPage",
    "all_invitations",
    "allowed_in_words",
    "demonstration_person",
    "grantable_roles",
    "has_factor",
    "invitation_by_token",
    "memberships_to_change",
    "people",
    "permissions_of",
    "person_page",
    "roles",
    "state_of",
]
