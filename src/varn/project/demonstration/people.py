"""Making the demonstration's people, each with their role."""

from datetime import date, datetime

from varn.accounts.actions import Grant, create_person, grant_role
from varn.accounts.models import Role, User
from varn.directory.queries.organisations import organisation_named
from varn.project.demonstration.cast import DOMAIN, PASSWORD, PEOPLE, DemonstrationPerson

ROLES_HOLD_FROM = date(2014, 3, 1)


class UnknownNameError(LookupError):
    """The directory knows no organisation by the name on the day."""


def load_people(*, at: datetime) -> dict[str, User]:
    """Make those who are missing, and return all by their role."""
    known = {user.email: user for user in User.objects.filter(email__endswith=f"@{DOMAIN}")}
    return {person.role: known.get(person.email) or _make(person, at=at) for person in PEOPLE}


def _make(person: DemonstrationPerson, *, at: datetime) -> User:
    user = create_person(
        email=person.email, name=person.name, password=PASSWORD, language="sv", by=None, at=at
    )
    organisation = organisation_named(person.organisation, on=ROLES_HOLD_FROM)
    if organisation is None:
        raise UnknownNameError(person.organisation)
    role = Role.objects.get(slug=person.role)
    grant = Grant(role=role, organisation=organisation, starts_on=ROLES_HOLD_FROM)
    grant_role(user=user, grant=grant, by=None, at=at)
    return user
