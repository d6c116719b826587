import pytest
from django.db import connection

from varn.directory.choices import NameKind, OrganisationKind
from varn.directory.models import Organisation, OrganisationName
from varn.kernel.search import matching
from varn.kernel.search.words import with_accents

pytestmark = pytest.mark.django_db
NAMES = (
    "Socialstyrelsen",
    "Polismyndigheten",
    "Länsstyrelsen i Skåne län",
    "Stockholms kommun",
    "Samverkan mellan kommuner i väst",
    "Ungdomsmottagningen i Nacka",
)


@pytest.fixture(autouse=True)
def names():
    Organisation.objects.all().delete()
    for name in NAMES:
        organisation = Organisation.objects.create(kind=OrganisationKind.AGENCY, name=name)
        OrganisationName.objects.create(
            organisation=organisation, name=name, normalised=name, kind=NameKind.OFFICIAL
        )


def found(words, limit=5):
    rows = matching(OrganisationName.objects.all(), words, text=("name",), limit=limit)
    return [row.name for row, _rank in rows]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Socialstyrelesn", "Socialstyrelsen"),
        ("polsimyndigheten", "Polismyndigheten"),
        ("lansstyrelsen skåne", "Länsstyrelsen i Skåne län"),
        ("mottagning", "Ungdomsmottagningen i Nacka"),
        ("polis", "Polismyndigheten"),
        ("samverkan kommun", "Samverkan mellan kommuner i väst"),
    ],
)
def test_misspelt_and_compound_words_find_what_was_meant(words, first):
    assert found(words)[0] == first


@pytest.mark.parametrize("words", ["skane", "SKANE", "lan skane", "län skane", "skan"])
def test_a_word_is_found_without_what_stands_over_its_letters(words):
    assert found(words) == ["Länsstyrelsen i Skåne län"]


def test_a_word_without_accents_is_found_by_the_index():
    rows = OrganisationName.objects.filter(name__iregex=rf"\m{with_accents('skane')}")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")

    assert "directory_name_likeness" in rows.explain()


def test_an_inflected_word_finds_all_its_forms():
    assert set(found("kommunerna")) == {"Stockholms kommun", "Samverkan mellan kommuner i väst"}


@pytest.mark.parametrize(
    "words", ["", "   ", "\x00", "'", "& | !", "x' --", "%", "och", '"', "((("]
)
def test_odd_input_finds_nothing_and_breaks_nothing(words):
    assert found(words) == []


def test_no_more_is_given_than_asked_for():
    assert len(found("i", limit=2)) <= 2
    assert len(found("kommun", limit=1)) == 1


def test_part_of_a_number_is_found():
    rows = matching(
        OrganisationName.objects.all(), "Styrelsen i Sk", text=("name",), numbers=("name",), limit=3
    )

    assert rows[0][0].name == "Länsstyrelsen i Skåne län"
