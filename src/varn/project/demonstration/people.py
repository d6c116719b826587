"""Those who can sign in to the demonstration: roles, no persons."""

from dataclasses import dataclass
from datetime import date, datetime

from varn.accounts.actions import Grant, create_person, grant_role
from varn.accounts.models import Role, User
from varn.directory.queries.organisations import organisation_named

DOMAIN = "varn.example"  # a name that never leads anywhere (RFC 2606)
PASSWORD = "demonstration-2014"  # noqa: S105 - shown in the terminal, and on this machine only
COORDINATOR = "national-coordinator"
COUNTY_COORDINATOR = "county-coordinator"
FIRST_DAY = date(2014, 3, 1)


@dataclass(frozen=True, kw_only=True)
class DemonstrationPerson:
    """A role to try, at an organisation as it was called in 2014."""

    role: str
    address: str
    name: str
    organisation: str

    @property
    def email(self) -> str:
        """What to type at sign-in."""
        return f"{self.address}@{DOMAIN}"


PEOPLE = (
    DemonstrationPerson(
        role=COORDINATOR,
        address="samordnare",
        name="Nationell samordnare",
        organisation="Länsstyrelsen i Stockholms län",
    ),
    DemonstrationPerson(
        role=COUNTY_COORDINATOR,
        address="lanssamordnare",
        name="Länssamordnare",
        organisation="Länsstyrelsen i Skåne län",
    ),
    DemonstrationPerson(role="chief", address="chef", name="Chef", organisation="Migrationsverket"),
    DemonstrationPerson(
        role="editor",
        address="redaktor",
        name="Redaktör",
        organisation="Länsstyrelsen i Stockholms län",
    ),
    DemonstrationPerson(
        role="administrator",
        address="administrator",
        name="Administratör",
        organisation="Länsstyrelsen i Stockholms län",
    ),
)


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
    organisation = organisation_named(person.organisation, on=FIRST_DAY)
    if organisation is None:
        raise UnknownNameError(person.organisation)
    role = Role.objects.get(slug=person.role)
    grant = Grant(role=role, organisation=organisation, starts_on=FIRST_DAY)
    grant_role(user=user, grant=grant, by=None, at=at)
    return user
