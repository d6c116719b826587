import pytest

from tests.mandate.factories import NOON, CoordinatorFactory, MandateFactory
from varn.final_report.actions import write_part
from varn.final_report.queries.search import found
from varn.final_report.rules.parts import PartKey

pytestmark = pytest.mark.django_db

SUMMARY = PartKey("summary")


@pytest.fixture
def mandate():
    return MandateFactory()


def write(mandate, text, *, begun_from=0):
    write_part(
        mandate_id=mandate.pk,
        part=SUMMARY,
        text=text,
        begun_from=begun_from,
        by=CoordinatorFactory(),
        at=NOON,
    )


def test_a_written_part_is_found_by_its_words(mandate):
    write(mandate, "Hotellens nattpersonal har utbildats.")

    (hit,) = found("nattpersonal", limit=5)

    assert mandate.registry_number in hit.where
    assert "nattpersonal" in hit.excerpt
    assert hit.url_args == (mandate.pk,)


def test_what_was_written_before_is_not_found(mandate):
    write(mandate, "Hotellens nattpersonal har utbildats.")
    write(mandate, "Taxiförare har utbildats.", begun_from=1)

    assert not found("nattpersonal", limit=5)
