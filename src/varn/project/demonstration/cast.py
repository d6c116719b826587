"""Those who can sign in to the demonstration: roles, no persons."""

from dataclasses import dataclass

DOMAIN = "varn.example"  # a name that never leads anywhere (RFC 2606)
PASSWORD = "demonstration-2014"  # noqa: S105 - shown in the terminal, and on this machine only
COORDINATOR = "national-coordinator"
COUNTY_COORDINATOR = "county-coordinator"
FINANCE_OFFICER = "finance-officer"


@dataclass(frozen=True, kw_only=True)
class DemonstrationPerson:
    """A role to try, at an organisation as it was called in 2014."""

    role: str
    address: str
    name: str
    name_en: str
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
        name_en="National coordinator",
        organisation="Länsstyrelsen i Stockholms län",
    ),
    DemonstrationPerson(
        role=COUNTY_COORDINATOR,
        address="lanssamordnare",
        name="Länssamordnare",
        name_en="County coordinator",
        organisation="Länsstyrelsen i Skåne län",
    ),
    DemonstrationPerson(
        role="chief",
        address="chef",
        name="Chef",
        name_en="Chief",
        organisation="Migrationsverket",
    ),
    DemonstrationPerson(
        role=FINANCE_OFFICER,
        address="ekonom",
        name="Ekonomiansvarig",
        name_en="Finance officer",
        organisation="Länsstyrelsen i Stockholms län",
    ),
    DemonstrationPerson(
        role="editor",
        address="redaktor",
        name="Redaktör",
        name_en="Editor",
        organisation="Länsstyrelsen i Stockholms län",
    ),
    DemonstrationPerson(
        role="administrator",
        address="administrator",
        name="Administratör",
        name_en="Administrator",
        organisation="Länsstyrelsen i Stockholms län",
    ),
)
