"""Files with earlier work, and what the mandate and the directory know of their rows."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet

from varn.directory.queries.place_names import places_named
from varn.directory.queries.recipients import resolve_recipients
from varn.directory.queries.search import found as found_organisations
from varn.mandate.models import Activity, Mandate, Result, WorkImport
from varn.mandate.rules.work_plan import KnownWork, Named
from varn.mandate.rules.work_rows import WorkRow, parts

MOST_NEAR = 4
MOST_LOOKED_FOR = 20  # names to seek by likeness; a file with more has another fault


def work_imports(mandate: Mandate) -> QuerySet[WorkImport]:
    """The mandate's files, the last one first, without their rows."""
    return (
        WorkImport.objects.filter(mandate=mandate)
        .defer("rows")
        .select_related("read_by", "applied_by")
        .order_by("-read_at", "-pk")
    )


def work_import(import_id: int) -> WorkImport:
    """One file with its rows and mandate. Raises `WorkImport.DoesNotExist`."""
    return WorkImport.objects.select_related("mandate", "read_by", "applied_by").get(pk=import_id)


def known_work(mandate: Mandate, rows: Sequence[WorkRow], *, today: date) -> KnownWork:
    """What is known of what the rows name; a few queries, however many rows."""
    organisations = {
        name
        for row in rows
        for name in (*parts(row.values.duty_bearer), *parts(row.values.partners))
    }
    places = {
        name
        for row in rows
        for name in (*parts(row.values.places), *parts(row.values.result_place))
    }
    activities = Activity.objects.filter(requirement__mandate=mandate)
    titled = activities.values_list("pk", "submission", "requirement__number", "title", "starts_on")
    results = Result.objects.filter(activity__requirement__mandate=mandate)
    recorded = results.values_list("activity", "title", "occurred_on", "place", "submission")
    found, there = list(titled.order_by("-pk")), list(recorded.order_by("pk"))
    return KnownWork(
        registry_number=mandate.registry_number,
        requirements={
            str(number): pk for pk, number in mandate.requirements.values_list("pk", "number")
        },
        organisations=_organisations(organisations, days=(mandate.decided_on, today)),
        places=_places(places),
        activities={submission: pk for pk, submission, *_rest in found},
        typed={
            (str(number), " ".join(title.split()).casefold(), day.isoformat()): pk
            for pk, _submission, number, title, day in found
        },
        results=frozenset(submission for *_rest, submission in there),
        recorded=frozenset(
            (activity, title.casefold(), day.isoformat(), place)
            for activity, title, day, place, _submission in there
        ),
    )


def _organisations(names: Iterable[str], *, days: Iterable[date]) -> dict[str, Named]:
    """By the names in use on the first day, else on the next."""
    found: dict[str, Named] = {}
    wanted = sorted(names)
    for day in days:
        missing = [name for name in wanted if not found.get(name, Named()).ids]
        for name, answer in zip(missing, resolve_recipients(missing, on=day), strict=True):
            found[name] = Named(
                ids=tuple(each.pk for each in answer.organisations),
                near=", ".join(each.name for each in answer.suggestions[:MOST_NEAR]),
            )
    unknown = [name for name in wanted if not found[name].ids and not found[name].near]
    return found | {name: Named(near=_near(name)) for name in unknown[:MOST_LOOKED_FOR]}


def _near(name: str) -> str:
    return ", ".join(hit.title for hit in found_organisations(name, limit=MOST_NEAR))


def _places(names: Iterable[str]) -> dict[str, Named]:
    return {
        answer.line: Named(
            ids=(answer.place.pk,) if answer.place else (),
            near=", ".join(each.name for each in answer.suggestions),
        )
        for answer in places_named(sorted(names))
    }
