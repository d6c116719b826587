import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.final_report.samples import FULL, titled
from tests.mandate.factories import (
    ActivityFactory,
    CoordinatorFactory,
    MandateFactory,
    ResultFactory,
)
from varn.accounts.models import User
from varn.final_report.choices import ReportFormat
from varn.final_report.gateways.report_files import report_file
from varn.mandate.models import Evidence

MOST_QUERIES = 55  # session, person, roles, read-only transaction, forty for the report
IDS = re.compile(r'\bid="([^"]+)"')
LINKS = re.compile(r'href="#([^"]+)"')


@pytest.fixture
def mandate(db):
    mandate = MandateFactory()
    activity = ActivityFactory(requirement=mandate.requirements.first())
    ResultFactory(activity=activity, with_evidence=True)
    return mandate


@pytest.fixture
def coordinator(client, db):
    client.force_login(CoordinatorFactory())
    return client


def address(name, *args):
    return reverse(f"final_report:{name}", args=args)


def test_addresses_are_swedish_on_swedish_pages():
    assert address("final_report_show", 7) == "/sv/arbete/slutrapport/7/"


def test_the_list_names_every_mandate(coordinator, mandate):
    page = coordinator.get(address("final_report_list"))

    assert mandate.registry_number in page.content.decode()


def test_the_preview_shows_the_report_and_its_files(coordinator, mandate):
    page = coordinator.get(address("final_report_show", mandate.pk)).content.decode()

    assert mandate.title in page
    evidence = Evidence.objects.get()
    assert f'<a href="{reverse("mandate:evidence_file", args=[evidence.pk])}">protokoll.pdf' in page
    for form in ReportFormat:
        assert address("final_report_download", mandate.pk, form.value) in page
    assert set(LINKS.findall(page)) <= set(IDS.findall(page))


def test_the_preview_costs_the_same_whatever_it_shows(coordinator, mandate):
    path = address("final_report_show", mandate.pk)
    coordinator.get(path)
    with CaptureQueriesContext(connection) as little:
        coordinator.get(path)
    for requirement in mandate.requirements.all():
        ResultFactory(activity=ActivityFactory(requirement=requirement), with_evidence=True)

    with CaptureQueriesContext(connection) as much:
        coordinator.get(path)

    assert len(much) == len(little) <= MOST_QUERIES


@pytest.mark.parametrize("form", ReportFormat)
def test_a_file_is_downloaded_under_its_registry_number(coordinator, mandate, form):
    response = coordinator.get(address("final_report_download", mandate.pk, form.value))

    name = f"slutrapport-{mandate.registry_number.replace('/', '-')}.{form.value}"
    assert response["Content-Type"] == form.media_type
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.content


def test_an_unknown_form_or_mandate_is_not_found(coordinator, mandate):
    for path in (
        address("final_report_download", mandate.pk, "odt"),
        address("final_report_download", 0, "pdf"),
        address("final_report_show", 0),
    ):
        assert coordinator.get(path).status_code == 404


def test_nobody_reads_it_without_the_permission(client, mandate):
    client.force_login(User.objects.create_user("utan@behorighet.example"))

    for path in (
        address("final_report_list"),
        address("final_report_show", mandate.pk),
        address("final_report_download", mandate.pk, "pdf"),
    ):
        assert client.get(path).status_code == 403


def test_every_link_in_the_file_leads_somewhere():
    page = report_file(FULL, form=ReportFormat.HTML, language="sv").decode()

    assert set(LINKS.findall(page)) <= set(IDS.findall(page))
    assert len(IDS.findall(page)) == len(set(IDS.findall(page)))


def test_every_result_links_to_its_evidence_and_back():
    page = report_file(FULL, form=ReportFormat.HTML, language="sv").decode()

    for evidence in FULL.evidence:
        assert f'href="#evidence-{evidence.number}"' in page
        assert f'href="#result-{evidence.result}"' in page


def test_texts_are_escaped_in_the_file():
    page = report_file(
        titled("<script>alert(1)</script>"), form=ReportFormat.HTML, language="sv"
    ).decode()

    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_every_figure_in_the_file_says_what_it_rests_on():
    page = report_file(FULL, form=ReportFormat.HTML, language="sv").decode()

    rows = re.findall(r'<tr id="figure-[^"]+">.*?</tr>', page)
    assert len(rows) >= 12
    assert all('<a href="#' in row for row in rows)
    assert '<a href="#result-1" title="Resultat\u00a01–8">8</a> resultat' in page


def test_the_map_has_words_and_a_table_with_the_same_figures():
    page = report_file(FULL, form=ReportFormat.HTML, language="sv").decode()

    assert 'aria-label="Karta över Sveriges län efter antal resultat: Skåne län 8.' in page
    assert 'data-tone="high"' in page
    assert "<td>" + '<span lang="sv">Skåne län</span>' in page or "Skåne län</td>" in page
