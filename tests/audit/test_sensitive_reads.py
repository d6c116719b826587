"""No entry, no page; and the entry stays, whatever becomes of the page."""

import pytest
from django.db import DatabaseError, connection
from django.http import HttpResponse

from varn.accounts.models import User
from varn.audit.models import Entry
from varn.kernel.access import requires


@pytest.fixture
def reader(shared_database):
    return User.objects.create_superuser(email="reader@example.org", name="Handläggare")


def ask(rf, view, reader, **captured):
    request = rf.get("/matters/7/")
    request.user = reader
    return view(request, **captured)


def test_the_entry_is_committed_before_the_page_is_made(rf, reader):
    seen = []

    def view(request, matter_id):
        seen.extend(Entry.objects.all())
        return HttpResponse("the page")

    ask(rf, requires("audit.view", audited="audit.trail.read")(view), reader, matter_id=7)

    (entry,) = seen
    assert (entry.event, entry.subject, entry.by) == (
        "audit.trail.read",
        "/matters/7/",
        "reader@example.org",
    )
    assert entry.details == {"matter_id": "7"}


def test_the_entry_stays_when_the_page_fails(rf, reader):
    def view(request):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(rf, requires("audit.view", audited="audit.trail.read")(view), reader)

    assert Entry.objects.count() == 1


def test_no_page_is_made_when_the_entry_can_not_be_written(rf, reader):
    made = []
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_entry ADD CONSTRAINT full_disk CHECK (false)")

    with pytest.raises(DatabaseError):
        ask(rf, requires("audit.view", audited="audit.trail.read")(made.append), reader)

    assert made == []
