"""Loading what the invented activities mean for children, and how each of them ended."""

from datetime import date

from varn.accounts.models import User
from varn.mandate.actions import (
    AssessmentValues,
    assess_child_rights,
    cancel_activity,
    complete_activity,
)
from varn.mandate.choices import OPEN_STATES, ChildrenHeard, CrcArticle, StrategyPrinciple
from varn.mandate.models import Activity
from varn.project.demonstration.content import InventedAssessment, activities, assessments
from varn.project.demonstration.moments import moment


def load_assessments(coordinator: User, *, as_of: date) -> None:
    """Everything assessed and closed up to the day; a second time adds nothing."""
    for invented in assessments():
        activity = Activity.objects.filter(submission=invented.submission).first()
        if activity is None or activity.state not in OPEN_STATES:
            continue
        if invented.assessed_on <= as_of:
            _assess(activity, invented, coordinator)
        if invented.closed_on <= as_of:
            complete_activity(
                activity_id=activity.pk,
                ended_on=min(activity.ends_on or invented.closed_on, invented.closed_on),
                version=activity.version,
                by=coordinator,
                at=moment(invented.closed_on, hour=15),
            )


def cancel_activities(coordinator: User, *, as_of: date) -> None:
    """What was cancelled up to the day, and why; a second time adds nothing."""
    for invented in activities():
        if invented.cancelled_on is None or invented.cancelled_on > as_of:
            continue
        activity = Activity.objects.get(submission=invented.submission)
        if activity.state in OPEN_STATES:
            cancel_activity(
                activity_id=activity.pk,
                because=invented.because,
                version=activity.version,
                by=coordinator,
                at=moment(invented.cancelled_on, hour=15),
            )


def _assess(activity: Activity, invented: InventedAssessment, by: User) -> None:
    assess_child_rights(
        activity_id=activity.pk,
        values=AssessmentValues(
            articles=tuple(CrcArticle(each) for each in invented.articles),
            principles=tuple(StrategyPrinciple(each) for each in invented.principles),
            best_interests=invented.best_interests,
            children_heard=ChildrenHeard(invented.children_heard),
            views=invented.views,
            information=invented.information,
            risks=invented.risks,
            mitigation=invented.mitigation,
        ),
        version=0,
        by=by,
        at=moment(invented.assessed_on, hour=14),
    )
