from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.directory.factories import OrganisationFactory
from tests.mandate.factories import (
    NOON,
    ActivityFactory,
    CoordinatorFactory,
    MandateFactory,
    PlaceFactory,
)
from varn.audit.models import Entry
from varn.kernel.tables import TableRow, read_table, write_csv, write_xlsx
from varn.mandate.actions.work_imports import (
    NoWorkToImportError,
    WorkAlreadyImportedError,
    WorkPreviewOutdatedError,
    WorkRowsInErrorError,
    apply_work,
    preview_work,
)
from varn.mandate.choices import WorkProblem
from varn.mandate.forms.work_files import EXAMPLE, heading, template_sheets
from varn.mandate.models import Activity, Result, WorkImport
from varn.mandate.rules.work_rows import HEADINGS, Frame, WorkHeadingError, read_work

TODAY = NOON.date()
FRAME = Frame(decided_on=date(2014, 2, 20), today=TODAY)
COLUMNS = list(HEADINGS)


@pytest.fixture
def mandate(db):
    OrganisationFactory(name="Socialstyrelsen", kind="agency")
    OrganisationFactory(name="Rikspolisstyrelsen", kind="agency")
    PlaceFactory()
    return MandateFactory()


@pytest.fixture
def coordinator(db, client, settings):
    settings.DEMONSTRATION_DATE = TODAY
    user = CoordinatorFactory()
    client.force_login(user)
    return user


def row(**changes):
    """A row of the file in the order of the template."""
    values = {
        "requirement": "1",
        "title": "Kunskapsdag",
        "target_group": "Barn",
        "duty_bearer": "Socialstyrelsen",
        "partners": "Rikspolisstyrelsen; Socialstyrelsen",
        "places": "Skåne län",
        "starts_on": "2014-03-01",
        "ends_on": "2014-03-31",
        "responsible": "Samordnare",
        "state": "genomförd",
        "result": "Dagen hölls",
        "result_on": "2014-03-20",
        "result_place": "Skåne",
    } | changes
    return [values.get(name, "") for name in COLUMNS]


def a_file(*rows):
    return write_xlsx([heading(), *rows], title="Värn")


def preview(mandate, content):
    return preview_work(
        mandate_id=mandate.pk,
        file_name="2014.xlsx",
        content=content,
        today=TODAY,
        by=CoordinatorFactory(),
        at=NOON,
    )


def bring_in(batch):
    return apply_work(import_id=batch.pk, today=TODAY, by=CoordinatorFactory(), at=NOON)


def problems(batch, number=2):
    return next(
        [(column, problem) for column, problem, *_names in each["problems"]]
        for each in batch.rows
        if each["number"] == number
    )


def read(*rows):
    table = [TableRow(n, tuple(cells)) for n, cells in enumerate([heading(), *rows], start=1)]
    return read_work(table, FRAME)[1]


def test_a_years_work_comes_in_with_partners_places_and_results(mandate):
    bring_in(preview(mandate, a_file(row(), row(result="Uppföljning", result_on="2014-05-02"))))

    activity = Activity.objects.get()
    assert activity.requirement.number == 1
    assert activity.partners.count() == 2
    assert activity.places.get().code == "12"
    assert [each.title for each in activity.results.order_by("occurred_on")] == [
        "Dagen hölls",
        "Uppföljning",
    ]


def test_what_is_over_waits_for_its_assessment(mandate):
    planned = row(title="Sen dag", starts_on="2014-12-01", ends_on="", state="", result="",
                  result_on="", result_place="")  # fmt: skip
    bring_in(preview(mandate, a_file(row(), planned)))

    assert Activity.objects.get(title="Kunskapsdag").state == "under_way"
    assert Activity.objects.get(title="Sen dag").state == "planned"


def test_the_trail_keeps_the_hash_of_the_file_and_what_it_added(mandate):
    batch = bring_in(preview(mandate, a_file(row())))

    kept = Entry.objects.get(event="mandate.work.imported")
    assert kept.details["sha256"] == batch.file_hash
    assert kept.details["activities"] == [Activity.objects.get().pk]
    assert kept.details["results"] == [Result.objects.get().pk]


def test_the_same_file_twice_adds_nothing(mandate):
    content = a_file(row(), row(result="Uppföljning", result_on="2014-05-02"))
    first = bring_in(preview(mandate, content))

    with pytest.raises(WorkAlreadyImportedError):
        bring_in(first)
    again = preview(mandate, content)

    assert {each["outcome"] for each in again.rows} == {"known"}
    with pytest.raises(NoWorkToImportError):
        bring_in(again)
    assert (Activity.objects.count(), Result.objects.count()) == (1, 2)


def test_the_same_rows_as_csv_add_nothing_either(mandate):
    bring_in(preview(mandate, a_file(row())))

    again = preview(mandate, write_csv([heading(), row(description="")]))

    assert [each["outcome"] for each in again.rows] == ["known"]


def test_work_that_somebody_typed_is_not_brought_in_twice(mandate):
    requirement = mandate.requirements.get(number=1)
    ActivityFactory(requirement=requirement, title="kunskapsdag")

    batch = preview(mandate, a_file(row()))
    bring_in(batch)

    assert [each["outcome"] for each in batch.rows] == ["result"]
    assert Activity.objects.get().results.count() == 1


@pytest.mark.usefixtures("shared_database")
def test_two_who_bring_in_the_same_file_at_once_bring_it_in_once():
    OrganisationFactory(name="Socialstyrelsen", kind="agency")
    OrganisationFactory(name="Rikspolisstyrelsen", kind="agency")
    PlaceFactory()
    batch, by = preview(MandateFactory(), a_file(row())), CoordinatorFactory()

    def bring_it_in():
        try:
            return apply_work(import_id=batch.pk, today=TODAY, by=by, at=NOON)
        except WorkAlreadyImportedError as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        answers = [each.result() for each in [pool.submit(bring_it_in) for _ in range(2)]]

    assert {type(each) for each in answers} == {WorkImport, WorkAlreadyImportedError}
    assert (Activity.objects.count(), Result.objects.count()) == (1, 1)


def test_one_wrong_row_stops_the_whole_file(mandate):
    batch = preview(mandate, a_file(row(), row(title="Annan", duty_bearer="Finns inte")))

    with pytest.raises(WorkRowsInErrorError):
        bring_in(batch)

    assert not Activity.objects.exists()
    assert problems(batch, 3) == [("duty_bearer", "organisation_unknown")]


def test_a_preview_is_renewed_when_something_changed_since(mandate):
    batch = preview(mandate, a_file(row()))
    bring_in(preview(mandate, a_file(row(), row(result="Mer", result_on="2014-04-01"))))

    with pytest.raises(WorkPreviewOutdatedError):
        bring_in(batch)

    batch.refresh_from_db()
    assert [each["outcome"] for each in batch.rows] == ["known"]


def test_a_name_that_was_added_to_the_directory_heals_the_preview(mandate):
    batch = preview(mandate, a_file(row(duty_bearer="Nya myndigheten")))
    OrganisationFactory(name="Nya myndigheten", kind="agency")

    with pytest.raises(WorkPreviewOutdatedError):
        bring_in(batch)

    batch.refresh_from_db()
    assert [each["outcome"] for each in batch.rows] == ["new"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"requirement": "99"}, ("requirement", "requirement_unknown")),
        ({"requirement": "tre"}, ("requirement", "requirement_unknown")),
        ({"places": "Skåne; Atlantis"}, ("places", "place_unknown")),
        ({"partners": "Ingen"}, ("partners", "organisation_unknown")),
        (
            {"duty_bearer": "Socialstyrelsen; Rikspolisstyrelsen"},
            ("duty_bearer", "one_organisation"),
        ),
    ],
)
def test_what_the_mandate_and_directory_do_not_know_is_named_by_its_cell(mandate, changes, found):
    assert found in problems(preview(mandate, a_file(row(**changes))))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"title": ""}, ("title", "missing")),
        ({"starts_on": "i våras"}, ("starts_on", "day_wrong")),
        ({"ends_on": "2014-02-01"}, ("ends_on", "ends_before_start")),
        ({"state": "kanske"}, ("state", "state_unknown")),
        ({"state": "inställd"}, ("state", "cancelled")),
        ({"result_on": "2014-02-19"}, ("result_on", "before_decision")),
        ({"result_on": "2014-11-16"}, ("result_on", "still_to_come")),
        ({"result_on": ""}, ("result_on", "missing")),
        ({"title": "x" * 201}, ("title", "too_long")),
    ],
)
def test_a_cell_that_cannot_be_says_why(changes, found):
    (wrong,) = read(row(**changes))

    assert [(each.column, str(each.problem)) for each in wrong.problems] == [found]


def test_a_cell_under_no_heading_is_not_passed_over():
    (wrong,) = read([*row(), "extra"])

    assert [str(each.problem) for each in wrong.problems] == ["no_heading"]


def test_later_rows_of_an_activity_may_be_short_but_not_object():
    short = row(target_group="", duty_bearer="", responsible="", state="", result="Mer")
    objects = row(responsible="Chef", result="Än mer")

    first, second, third = read(row(), short, objects)

    assert not first.problems
    assert not second.problems
    assert [(each.column, str(each.problem)) for each in third.problems] == [
        ("responsible", "conflict")
    ]


@pytest.mark.parametrize(
    ("first_row", "problem"),
    [
        (["Krav", "Hittepå"], "unknown"),
        (["Krav", "Krav"], "twice"),
        (["Krav"], "missing"),
        ([words[0] for words in HEADINGS.values()], "no_rows"),
    ],
)
def test_a_heading_that_is_not_the_templates_is_explained(first_row, problem):
    with pytest.raises(WorkHeadingError) as refused:
        read_work([TableRow(1, tuple(first_row))], FRAME)

    assert refused.value.problem == problem


@given(st.lists(st.lists(st.text(), max_size=len(COLUMNS) + 1), max_size=4))
def test_no_cell_however_strange_breaks_the_reading(rows):
    for found in read(*rows) if rows else ():
        assert found.problems or found.values.title
        assert replace(found) == found


def test_the_templates_example_can_be_brought_in(mandate):
    PlaceFactory(kind="municipality", code="1280", name="Malmö")
    OrganisationFactory(name="Malmö kommun", kind="municipality")

    batch = preview(mandate, a_file(EXAMPLE))

    assert [each["problems"] for each in batch.rows] == [[]]


def test_the_template_lists_headings_explanations_and_requirements(mandate):
    filled, explained, requirements = template_sheets(mandate)

    assert filled[1] == [heading()]
    assert len(explained[1]) == len(COLUMNS) + 1
    assert len(requirements[1]) == mandate.requirements.count() + 1


def test_a_file_goes_from_template_to_the_mandate_on_the_pages(client, coordinator, mandate):
    template = client.get(reverse("mandate:work_import_template", args=[mandate.pk, "xlsx"]))
    send = reverse("mandate:work_import_list", args=[mandate.pk])
    file = SimpleUploadedFile("2014.xlsx", a_file(row()))

    page = client.post(send, {"file": file}, follow=True)
    batch = WorkImport.objects.get()
    done = client.post(reverse("mandate:work_import_apply", args=[batch.pk]), follow=True)
    again = client.post(reverse("mandate:work_import_apply", args=[batch.pk]), follow=True)

    assert read_table(template.content)[0].cells == tuple(heading())
    assert "Filen kan föras in" in page.text
    assert "Filen är införd" in done.text
    assert "Pröva aktiviteterna" in done.text
    assert "Inget lades till två gånger" in again.text
    assert Activity.objects.count() == 1


def test_a_wrong_cell_is_named_as_the_spreadsheet_does(client, coordinator, mandate):
    send = reverse("mandate:work_import_list", args=[mandate.pk])
    file = SimpleUploadedFile("2014.xlsx", a_file(row(), row(title="Ny", starts_on="maj")))

    page = client.post(send, {"file": file}, follow=True).text

    assert "<strong>I3</strong> Börjar: Den dagen finns inte" in page
    assert "För in hela filen" not in page


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "tom"),
        (b"\x89PNG\x00", "tabell"),
        (b"PK\x03\x04broken", "trasig"),
        ("Krav;Hittepå\n1;2\n".encode(), "Hittepå"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained(client, coordinator, mandate, content, said):
    send = reverse("mandate:work_import_list", args=[mandate.pk])

    page = client.post(send, {"file": SimpleUploadedFile("a.xlsx", content)})

    assert page.status_code == 422
    assert said in page.text
    assert not WorkImport.objects.exists()


def test_a_long_file_costs_no_more_questions_than_a_short_one(
    mandate, django_assert_max_num_queries
):
    many = [row(title=f"Dag {n}", result=f"Resultat {n}") for n in range(400)]

    with django_assert_max_num_queries(45):
        bring_in(preview(mandate, a_file(*many)))

    assert Result.objects.count() == 400


@pytest.mark.parametrize("said", ["9" * 5_000, "krav " + "1" * 5_000])
def test_a_requirement_s_number_of_a_page_is_said_to_be_too_long(said):
    (found,) = read(row(requirement=said))

    assert [(each.column, each.problem) for each in found.problems] == [
        ("requirement", WorkProblem.TOO_LONG)
    ]
