"""Assessing an activity from the rights of the child (*prövning av barnets bästa*)."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from varn.audit.actions import record
from varn.mandate.actions.errors import ReasonMissingError, StaleVersionError
from varn.mandate.choices import ChildrenHeard, CrcArticle, MandateEvent, StrategyPrinciple
from varn.mandate.models import Activity, ChildRightsAssessment

if TYPE_CHECKING:
    from varn.accounts.models import User

NOT_YET = 0  # the version of an assessment that nobody has made


@dataclass(frozen=True, kw_only=True)
class AssessmentValues:
    """What a person says of an activity's meaning for children."""

    articles: tuple[CrcArticle, ...]
    principles: tuple[StrategyPrinciple, ...]
    best_interests: str
    children_heard: ChildrenHeard
    views: str
    information: str
    risks: str
    mitigation: str

    def stored(self) -> dict[str, object]:
        """The answers as the database keeps them: in the order of the law, no spaces around."""
        answers = {name: str(value).strip() for name, value in asdict(self).items()}
        return answers | {
            "articles": [each.value for each in CrcArticle if each in self.articles],
            "principles": [each.value for each in StrategyPrinciple if each in self.principles],
        }


@transaction.atomic
def assess_child_rights(
    *, activity_id: int, values: AssessmentValues, version: int, by: "User", at: datetime
) -> ChildRightsAssessment:
    """Make the assessment of an activity (version 0), or change the one that was made.

    The same answers again change nothing. Raises `ReasonMissingError` when an answer is empty, and
    `StaleVersionError` with the assessment as it stands.
    """
    activity = Activity.objects.select_for_update(of=("self",)).get(pk=activity_id)
    stored = values.stored()
    if not all(stored.values()):
        raise ReasonMissingError
    assessment = (
        ChildRightsAssessment.objects.select_related("assessed_by")
        .filter(activity=activity)
        .first()
    )
    if assessment and all(getattr(assessment, name) == value for name, value in stored.items()):
        return assessment
    if (assessment.version if assessment else NOT_YET) != version and assessment:
        raise StaleVersionError(assessment)
    assessment = assessment or ChildRightsAssessment(activity=activity, version=NOT_YET)
    for name, value in stored.items():
        setattr(assessment, name, value)
    assessment.version += 1
    assessment.assessed_by, assessment.assessed_at = by, at
    assessment.save()
    record(MandateEvent.CHILD_RIGHTS_ASSESSED, subject=activity, by=by, at=at, details=stored)
    return assessment
