"""People and what they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from varn.accounts.models.people import User
from varn.accounts.models.roles import Membership
from varn.accounts.queries.roles import valid_on

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_factor(user: "User | AnonymousUser") -> bool:
    """Whether a person has a second step; recovery codes alone are none."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists())


def _memberships() -> QuerySet[Membership]:
    return Membership.objects.select_related("organisation", "unit", "role")


def people(*, on: date, text: str = "") -> QuerySet[User]:
    """Everyone who can or could sign in, with the roles they hold on the day; two queries."""
    current = Prefetch(
        "memberships",
        queryset=_memberships().filter(valid_on(on)).order_by("organisation__name", "pk"),
        to_attr="current_memberships",
    )
    found = User.objects.prefetch_related(current).annotate(
        protected=Exists(Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS))
    )
    if text:
        found = found.filter(
            Q(name__icontains=text)
            | Q(email__icontains=text)
            | Exists(
                Membership.objects.filter(user=OuterRef("pk"), organisation__name__icontains=text)
            )
        )
    return found.order_by("name", "email", "pk")


@dataclass(frozen=True)
class PersonPage:
    """What the page of a person shows."""

    person: User
    current: list[Membership]
    other: list[Membership]  # ended, over or still to come
    has_factor: bool


def person_page(person_id: int, *, on: date) -> PersonPage:
    """A person with every membership they have or had.

    Raises `User.DoesNotExist`.
    """
    person = User.objects.get(pk=person_id)
    current = _memberships().filter(valid_on(on), user=person)
    other = _memberships().filter(user=person).exclude(valid_on(on))
    return PersonPage(
        person,
        list(current.order_by("organisation__name", "pk")),
        list(other.order_by("-starts_on", "-pk")),
        has_factor(person),
    )


def memberships_to_change() -> QuerySet[Membership]:
    """Memberships with what a form about them shows."""
    return _memberships().select_related("user").order_by("pk")


def demonstration_person(role_slug: str, *, on: date) -> User | None:
    """The first person who holds a role, for the one-click sign-in of a demonstration."""
    held = Membership.objects.filter(valid_on(on), role__slug=role_slug, user__is_active=True)
    found = held.select_related("user").order_by("pk").first()
    return found.user if found else None


def names_of(emails: Iterable[str]) -> dict[str, str]:
    """The names of people by the addresses that the trail knows them by."""
    return dict(User.objects.filter(email__in=set(emails)).values_list("email", "name"))
