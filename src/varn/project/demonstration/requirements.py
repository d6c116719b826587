"""Loading who answers for each requirement, and what is said of it in the end."""

from contextlib import suppress
from datetime import date

from varn.accounts.models import User
from varn.mandate.actions import NothingShowsItError, judge_requirement, name_responsible
from varn.mandate.choices import Judgement
from varn.mandate.models import Mandate, Requirement
from varn.project.demo_arguments import FIRST_DAY
from varn.project.demonstration.content import InventedJudgement, activities, judgements
from varn.project.demonstration.moments import moment


class NoSuchRequirementError(LookupError):
    """The words stand in no requirement, or in several."""


def requirement_with(mandate: Mandate, words: str) -> Requirement:
    """The one requirement in which the words stand."""
    found = list(mandate.requirements.filter(text__contains=words).order_by("number"))
    if len(found) != 1:
        raise NoSuchRequirementError(words)
    return found[0]


def name_who_is_responsible(mandate: Mandate, coordinator: User) -> None:
    """Whoever is to begin the first activity; the coordinator where nothing is invented."""
    invented = sorted(activities(), key=lambda each: each.starts_on)
    for requirement in mandate.requirements.filter(responsible="").order_by("number"):
        roles = [each.responsible for each in invented if each.requirement in requirement.text]
        name_responsible(
            requirement_id=requirement.pk,
            responsible=roles[0] if roles else coordinator.name,
            version=requirement.version,
            by=coordinator,
            at=moment(FIRST_DAY, hour=14),
        )


def load_judgements(mandate: Mandate, coordinator: User, *, as_of: date) -> None:
    """What was judged up to the day; what somebody has judged already stays."""
    for invented in judgements():
        if invented.judged_on <= as_of:
            requirement = requirement_with(mandate, invented.requirement)
            if not requirement.judgement:
                _judge(requirement, invented, coordinator)


def _judge(requirement: Requirement, invented: InventedJudgement, by: User) -> None:
    """Where somebody has done otherwise and nothing shows it, the requirement stays open."""
    with suppress(NothingShowsItError):
        judge_requirement(
            requirement_id=requirement.pk,
            judgement=Judgement.MET if invented.is_met else Judgement.NOT_MET,
            because=invented.because,
            version=requirement.version,
            by=by,
            at=moment(invented.judged_on, hour=16),
        )
