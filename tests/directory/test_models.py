from datetime import date

import pytest
from django.db import IntegrityError, connection

from tests.directory.factories import ContactFactory, UnitFactory
from varn.directory.models import Organisation, OrganisationName

pytestmark = pytest.mark.django_db


def test_the_database_refuses_two_official_names_on_one_day():
    agency = Organisation.objects.create(kind="agency", name="Statskontoret")
    OrganisationName.objects.create(
        organisation=agency, name="A", normalised="a", kind="official", valid_to=date(2026, 1, 1)
    )

    with pytest.raises(IntegrityError, match="directory_one_official_name_a_day"):
        OrganisationName.objects.create(
            organisation=agency,
            name="B",
            normalised="b",
            kind="official",
            valid_from=date(2025, 12, 31),
        )


def test_a_contact_belongs_to_a_unit_of_its_own_organisation():
    contact = ContactFactory()
    contact.unit = UnitFactory()
    contact.save()

    with pytest.raises(IntegrityError, match="unit_of_same_organisation"):
        connection.check_constraints()
