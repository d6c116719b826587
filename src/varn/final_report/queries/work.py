"""Assignments with what was done for them, numbered in the order that they are read."""

from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings

from varn.audit.queries import subject_of
from varn.directory.choices import PlaceKind
from varn.directory.queries.organisations import display_name
from varn.final_report.rules import content
from varn.mandate.queries.report import formal_requirements

if TYPE_CHECKING:
    from varn.directory.models import Place
    from varn.mandate import models


class Work:
    """Walks a mandate once; collects its evidence and moments on the way."""

    def __init__(self) -> None:
        self.evidence: list[content.Evidence] = []
        self.moments: list[datetime] = []
        self.subjects: list[str] = []  # as the audit trail names what can be changed
        self.result_numbers: dict[int, int] = {}  # by key
        self._formal: frozenset[int] = frozenset()
        self._activity_numbers = count(1)
        self._result_numbers = count(1)

    def assignments(self, mandate: "models.Mandate") -> tuple[content.Assignment, ...]:
        """The assignments in their order, then what obliges the mandate as a whole."""
        requirements = list(mandate.requirements.all())
        self._formal = formal_requirements(mandate)
        parts = [
            content.Assignment(
                number=each.number,
                text=each.text,
                requirements=self._requirements(
                    [one for one in requirements if one.assignment_id == each.pk]
                ),
            )
            for each in mandate.assignments.all()
        ]
        whole = [one for one in requirements if one.assignment_id is None]
        if whole:
            parts.append(
                content.Assignment(number=None, text="", requirements=self._requirements(whole))
            )
        return tuple(parts)

    def _requirements(
        self, requirements: list["models.Requirement"]
    ) -> tuple[content.Requirement, ...]:
        self.moments.extend(each.judged_at for each in requirements if each.judged_at)
        self.subjects.extend(subject_of(each) for each in requirements)
        return tuple(
            content.Requirement(
                number=each.number,
                text=each.text,
                activities=tuple(self._activity(one) for one in each.activities.all()),
                responsible=each.responsible,
                judgement=each.judgement,
                because=each.because,
                is_formal=each.pk in self._formal,
            )
            for each in requirements
        )

    def _activity(self, activity: "models.Activity") -> content.Activity:
        self.moments.extend(filter(None, [activity.created_at, activity.ended_at]))
        self.subjects.append(subject_of(activity))
        day = activity.starts_on
        return content.Activity(
            number=next(self._activity_numbers),
            title=activity.title,
            description=activity.description,
            state=activity.state,
            target_group=activity.target_group,
            duty_bearer=display_name(activity.duty_bearer, on=day),
            responsible=activity.responsible,
            audience=activity.audience,
            partners=tuple(display_name(each, on=day) for each in activity.partners.all()),
            places=tuple(each.name for each in activity.places.all()),
            ended_because=activity.ended_because,
            child_rights=self._child_rights(activity),
            starts_on=activity.starts_on,
            ends_on=activity.ends_on,
            results=tuple(self._result(each) for each in activity.results.all()),
        )

    def _child_rights(self, activity: "models.Activity") -> content.ChildRights | None:
        found = getattr(activity, "child_rights_assessment", None)
        if found is None:
            return None
        self.moments.append(found.assessed_at)
        return content.ChildRights(
            articles=tuple(found.articles),
            principles=tuple(found.principles),
            best_interests=found.best_interests,
            children_heard=found.children_heard,
            views=found.views,
            information=found.information,
            risks=found.risks,
            mitigation=found.mitigation,
        )

    def _result(self, result: "models.Result") -> content.Result:
        self.moments.append(result.recorded_at)
        self.subjects.append(subject_of(result))
        number = next(self._result_numbers)
        self.result_numbers[result.pk] = number
        county = _county(result.place)
        return content.Result(
            number=number,
            happened_on=result.occurred_on,
            place=result.place.name,
            county_code=county.code if county else "",
            county=county.name if county else "",
            title=result.title,
            description=result.description,
            evidence=tuple(self._evidence(each, number) for each in result.evidence.all()),
        )

    def _evidence(self, evidence: "models.Evidence", result: int) -> int:
        self.moments.append(evidence.added_at)
        number = len(self.evidence) + 1
        self.evidence.append(
            content.Evidence(
                number=number,
                file_name=evidence.file_name,
                sha256=evidence.sha256,
                added_on=local(evidence.added_at).date(),
                result=result,
                description=evidence.description,
            )
        )
        return number


def _county(place: "Place") -> "Place | None":
    """The county that a place is or lies in."""
    if place.kind == PlaceKind.COUNTY:
        return place
    parent = place.parent
    return parent if parent and parent.kind == PlaceKind.COUNTY else None


def local(moment: datetime) -> datetime:
    """The moment as the agency's clock shows it, whatever the machine's own zone."""
    return moment.astimezone(ZoneInfo(settings.TIME_ZONE))
