"""What roles there are, who holds them on a day, and what they allow."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from varn.accounts.models.roles import Membership, Role
from varn.accounts.queries.permissions import known_permissions
from varn.accounts.rules import may_grant

if TYPE_CHECKING:
    from varn.accounts.models import User


def valid_on(day: date) -> Q:
    """Memberships that hold on a day and have not been taken back."""
    not_over = Q(ends_on__isnull=True) | Q(ends_on__gte=day)
    return Q(starts_on__lte=day, ended_at__isnull=True) & not_over


def permissions_of(user: "User", *, on: date) -> frozenset[str]:
    """Everything that a person's roles allow on a day; one query."""
    held = Membership.objects.filter(valid_on(on), user=user).values_list("role__permissions")
    return frozenset(permission for (permissions,) in held for permission in permissions)


def roles() -> QuerySet[Role]:
    """Every role, the standard ones first."""
    return Role.objects.order_by("-is_standard", "name_sv", "pk")


def grantable_roles(user: "User") -> list[Role]:
    """The roles that a person may give to others: those that allow no more than their own."""
    held = user.get_all_permissions()
    return [
        role
        for role in roles()
        if user.is_superuser or may_grant(held=held, wanted=set(role.permissions))
    ]


def allowed_in_words(role: Role) -> list[str]:
    """What a role allows, in the words of the permissions."""
    known = known_permissions()
    return [str(known[value].label) for value in role.permissions if value in known]
