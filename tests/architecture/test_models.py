"""What every table of ours keeps to."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from varn.kernel.privacy import Privacy

OURS = [model for model in apps.get_models() if model.__module__.startswith("varn.")]
DOMAIN = [model for model in OURS if not model.__module__.startswith(("varn.website", "varn.cms"))]
ON_DELETE_THAT_LOSES_NOTHING = (models.PROTECT, models.CASCADE, models.SET_NULL, models.RESTRICT)


def fields_of(model):
    own = [*model._meta.local_fields, *model._meta.local_many_to_many]
    return {field.name for field in own if field.name != "id"}


@pytest.mark.parametrize("model", DOMAIN, ids=lambda model: model._meta.label)
def test_every_field_has_a_privacy_class(model):
    classified = model.privacy

    assert set(classified) == fields_of(model)
    assert set(classified.values()) <= set(Privacy)


@pytest.mark.parametrize("model", DOMAIN, ids=lambda model: model._meta.label)
def test_the_cms_keeps_no_index_of_our_tables(model):
    assert model.wagtail_reference_index_ignore is True


@pytest.mark.parametrize("model", DOMAIN, ids=lambda model: model._meta.label)
def test_order_is_said_where_it_is_asked_for(model):
    assert model._meta.ordering == []


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_table_says_what_a_row_is(model):
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}(")


@pytest.mark.parametrize("model", DOMAIN, ids=lambda model: model._meta.label)
def test_every_amount_of_money_is_whole_ore(model):
    amounts = [f for f in model._meta.local_fields if "amount" in f.name]

    assert all(f.name.endswith("_ore") and isinstance(f, models.BigIntegerField) for f in amounts)


@pytest.mark.django_db
def test_the_migrations_say_what_the_models_say():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
