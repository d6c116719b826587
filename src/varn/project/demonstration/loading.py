"""Loading the demonstration through the actions that people use, each at its own fixed time.

Everything that happened up to a day is loaded; a later day adds what is new. Time goes forward
only: the audit trail keeps what has been written, so an earlier day needs a folder of its own.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from varn.accounts.models import User
from varn.directory.models import Place
from varn.directory.queries.organisations import organisation_named
from varn.mandate.actions import (
    ActivityValues,
    NewFile,
    ResultValues,
    add_activity,
    change_activity,
    confirm_all_clear_facts,
    confirm_fact,
    record_result,
    start_mandate,
    upload_decision,
)
from varn.mandate.choices import ActivityState, FactState
from varn.mandate.models import Activity, Decision, Mandate, Result
from varn.project.demo_arguments import FIRST_DAY
from varn.project.demonstration.cast import (
    COORDINATOR,
    COUNTY_COORDINATOR,
    DOMAIN,
    FINANCE_OFFICER,
)
from varn.project.demonstration.children import cancel_activities, load_assessments
from varn.project.demonstration.content import (
    DECISION_FILE,
    InventedActivity,
    InventedResult,
    activities,
    decision_file,
)
from varn.project.demonstration.dialogue import load_meetings
from varn.project.demonstration.evidence import document
from varn.project.demonstration.moments import moment
from varn.project.demonstration.money import load_money
from varn.project.demonstration.people import UnknownNameError, load_people
from varn.project.demonstration.reporting import load_report
from varn.project.demonstration.requirements import name_who_is_responsible, requirement_with
from varn.project.demonstration.writing import load_texts

RECEIVED_ON = date(2014, 2, 24)
REGISTRY_NUMBER = "S2014/1695/FST"


class TooEarlyError(ValueError):
    """The day lies before the mandate was started."""


class DatabaseInUseError(Exception):
    """Somebody real uses this database."""


@dataclass(frozen=True)
class Loaded:
    """How much of the demonstration the database holds."""

    activities: int
    results: int


@transaction.atomic
def load_demonstration(*, as_of: date) -> Loaded:
    """Load everything that happened up to the day; a second time adds nothing.

    Raises `TooEarlyError` and `DatabaseInUseError`.
    """
    if as_of < FIRST_DAY:
        raise TooEarlyError(FIRST_DAY)
    if User.objects.exclude(email__endswith=f"@{DOMAIN}").exists():
        raise DatabaseInUseError
    people = load_people(at=moment(RECEIVED_ON, hour=8))
    mandate = _mandate(people[COORDINATOR])
    for invented in activities():
        if invented.planned_on <= as_of:
            _load_activity(invented, mandate, people, as_of=as_of)
    coordinator = people[COORDINATOR]
    name_who_is_responsible(mandate, coordinator)
    load_assessments(coordinator, as_of=as_of)
    cancel_activities(coordinator, as_of=as_of)
    load_meetings(coordinator, as_of=as_of)
    load_money(mandate, people[FINANCE_OFFICER], as_of=as_of)
    load_texts(mandate, coordinator, as_of=as_of)
    load_report(mandate, coordinator, as_of=as_of)
    return Loaded(Activity.objects.count(), Result.objects.count())


def _mandate(coordinator: User) -> Mandate:
    started = Mandate.objects.filter(registry_number=REGISTRY_NUMBER).first()
    if started:
        return started
    at = moment(RECEIVED_ON, hour=9)
    decision = upload_decision(data=decision_file(), file_name=DECISION_FILE, by=coordinator, at=at)
    at = moment(FIRST_DAY, hour=9)
    _confirm_everything(decision, coordinator, at=at)
    return start_mandate(decision_id=decision.pk, by=coordinator, at=at)


def _confirm_everything(decision: Decision, coordinator: User, *, at: datetime) -> None:
    """All that is clear at once, and the rest one by one, as a person would after looking."""
    confirm_all_clear_facts(decision_id=decision.pk, by=coordinator, at=at)
    for fact in decision.facts.filter(state=FactState.PROPOSED).order_by("pk"):
        confirm_fact(fact_id=fact.pk, version=fact.version, by=coordinator, at=at)


def _load_activity(
    invented: InventedActivity, mandate: Mandate, people: dict[str, User], *, as_of: date
) -> None:
    by = people[COUNTY_COORDINATOR if invented.responsible == "Länssamordnare" else COORDINATOR]
    values = _values(invented, as_of=as_of)
    activity = Activity.objects.filter(submission=invented.submission).first()
    if activity is None:
        activity = add_activity(
            requirement_id=requirement_with(mandate, invented.requirement).pk,
            values=values,
            submission=invented.submission,
            by=by,
            at=moment(invented.planned_on, hour=10),
        )
    elif activity.state == ActivityState.PLANNED and values.state != ActivityState.PLANNED:
        change_activity(
            activity_id=activity.pk,
            values=values,
            version=activity.version,
            by=by,
            at=moment(invented.starts_on, hour=8),
        )
    for result in invented.results:
        if result.occurred_on <= as_of:
            _load_result(result, activity, by)


def _values(invented: InventedActivity, *, as_of: date) -> ActivityValues:
    duty_bearer = organisation_named(invented.duty_bearer, on=FIRST_DAY)
    if duty_bearer is None:
        raise UnknownNameError(invented.duty_bearer)
    has_begun = invented.has_begun(as_of=as_of)
    return ActivityValues(
        title=invented.title,
        description=invented.description,
        target_group=invented.target_group,
        duty_bearer_id=duty_bearer.pk,
        starts_on=invented.starts_on,
        ends_on=invented.ends_on,
        responsible=invented.responsible,
        state=ActivityState.UNDER_WAY if has_begun else ActivityState.PLANNED,
    )


def _load_result(invented: InventedResult, activity: Activity, by: User) -> None:
    if Result.objects.filter(submission=invented.submission).exists():
        return
    kind, _, code = invented.place.partition(":")
    record_result(
        activity_id=activity.pk,
        values=ResultValues(
            title=invented.title,
            description=invented.description,
            place_id=Place.objects.get(kind=kind, code=code).pk,
            occurred_on=invented.occurred_on,
        ),
        files=[
            NewFile(
                name=each.file,
                data=document(each.file, title=invented.title, text=each.text),
            )
            for each in invented.evidence
        ],
        submission=invented.submission,
        by=by,
        at=moment(invented.occurred_on, hour=16),
    )
