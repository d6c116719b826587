import pytest

pytestmark = pytest.mark.django_db


def test_the_process_says_that_it_lives(client):
    response = client.get("/health/live")

    assert response.json() == {"status": "ok"}


def test_the_process_says_that_its_database_answers(client):
    response = client.get("/health/ready")

    assert response.json()["database"] == "ok"
