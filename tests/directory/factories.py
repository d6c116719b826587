from datetime import UTC, date, datetime

import factory

from varn.accounts.models import User
from varn.directory.models import Contact, Organisation, OrganisationName, Unit
from varn.directory.rules.names import normalised

NOON = datetime(2014, 11, 15, 12, 0, tzinfo=UTC)


class OfficerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"samordnare-{n}@example.se")
    name = "Samordnare"


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation
        skip_postgeneration_save = True

    kind = "business"
    name = factory.Sequence(lambda n: f"Hotell Exempel {n}")

    @factory.post_generation
    def official_name(self, create, _extracted, **_kwargs):
        if create:
            OrganisationNameFactory(organisation=self, name=self.name)


class OrganisationNameFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OrganisationName

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Namn {n}")
    normalised = factory.LazyAttribute(lambda made: normalised(made.name))
    kind = "official"


class UnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Unit

    organisation = factory.SubFactory(OrganisationFactory)
    name = "Barnenheten"


class ContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Contact

    class Params:
        confirmed = factory.Trait(last_confirmed_on=date(2014, 10, 1))

    organisation = factory.SubFactory(OrganisationFactory)
    function = factory.Sequence(lambda n: f"Registrator {n}")
    level = "operative"
    email = "registrator@example.se"
