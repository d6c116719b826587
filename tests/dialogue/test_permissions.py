import pytest
from django.urls import reverse

from tests.accounts.factories import UserFactory
from tests.dialogue.factories import MeetingFactory, organisations
from varn.dialogue import urls
from varn.kernel.access import Guarded

pytestmark = pytest.mark.django_db
WRITING = {pattern.name for pattern in urls.urlpatterns if pattern.callback.access.writes}


@pytest.fixture
def addresses():
    meeting = MeetingFactory(held=True, asked=organisations("Polisen"), decided=["Utse en kontakt"])
    planned = MeetingFactory(activity=meeting.activity, asked=organisations("Skolverket"))
    known = {
        "mandate_id": meeting.mandate_id,
        "meeting_id": planned.pk,
        "participation_id": planned.participations.get().pk,
        "decision_id": meeting.decisions.get().pk,
        "answer": "declined",
        "form": "csv",
    }
    return {
        pattern.name: reverse(
            f"dialogue:{pattern.name}",
            kwargs={name: known[name] for name in pattern.pattern.converters},
        )
        for pattern in urls.urlpatterns
    }


def test_every_view_of_the_dialogue_carries_a_guard():
    assert all(isinstance(pattern.callback, Guarded) for pattern in urls.urlpatterns)


def test_strangers_reach_nothing(client, addresses):
    for address in addresses.values():
        assert client.get(address).status_code == 302
        assert client.post(address).status_code == 403


def test_somebody_without_permission_reaches_nothing(client, addresses):
    client.force_login(UserFactory(permissions=["mandate.view"]))

    for address in addresses.values():
        assert client.get(address).status_code == 403
        assert client.post(address).status_code == 403


def test_a_reader_sees_everything_and_is_offered_no_change(client, addresses):
    client.force_login(UserFactory(permissions=["mandate.view", "dialogue.view"]))
    closed = [addresses[name] for name in WRITING]

    for name, address in addresses.items():
        response = client.get(address)
        assert response.status_code == (403 if name in WRITING else 200), name
        assert client.post(address).status_code in {403, 405}, name
        assert not [each for each in closed if f'"{each}"' in response.text], name
