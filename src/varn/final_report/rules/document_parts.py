"""The report in words, part by part: assignments with their results, obligations, money, files."""

from collections.abc import Mapping

from varn.final_report.rules.content import (
    Activity,
    Appropriation,
    Assignment,
    Decision,
    Evidence,
    Grant,
    Obligation,
    Requirement,
    Result,
)
from varn.final_report.rules.figures import Kind
from varn.final_report.rules.wording import Json, Wording

CHECK_SUM_SHOWN = 16  # enough to tell files apart in print; the data file holds all 64

Files = Mapping[int, str]


def assignment_part(assignment: Assignment, say: Wording, files: Files) -> Json:
    """One assignment with its requirements, activities and results."""
    whole = assignment.number is None
    heading = say.words["whole_mandate" if whole else "assignment"]
    return {
        "heading": heading if whole else f"{heading} {assignment.number}",
        "text": assignment.text,
        "requirements": [_requirement(each, say, files) for each in assignment.requirements],
    }


def _requirement(requirement: Requirement, say: Wording, files: Files) -> Json:
    return {
        **say.one(Kind.REQUIREMENT, requirement.number),
        "text": requirement.text,
        "no_activity": say.words["only_formal" if requirement.is_formal else "no_activity"],
        "activities": [_activity(each, say, files) for each in requirement.activities],
    }


def _activity(activity: Activity, say: Wording, files: Files) -> Json:
    words = say.words
    facts = {
        "state": words.get(f"state.{activity.state}", activity.state),
        "period": say.period(activity.starts_on, activity.ends_on),
        "target_group": activity.target_group or words["not_stated"],
        "duty_bearer": activity.duty_bearer or words["not_stated"],
        "responsible": activity.responsible or words["not_stated"],
    }
    return {
        **say.one(Kind.ACTIVITY, activity.number),
        "title": activity.title,
        "description": activity.description,
        "facts": [{"label": words[name], "value": value} for name, value in facts.items()],
        "results": [_result(each, say, files) for each in activity.results],
    }


def _result(result: Result, say: Wording, files: Files) -> Json:
    return {
        **say.one(Kind.RESULT, result.number),
        "day": say.day(result.happened_on),
        "place": result.place,
        "title": result.title,
        "description": result.description,
        "evidence": [
            {**say.one(Kind.EVIDENCE, number), "file": files[number]} for number in result.evidence
        ],
    }


def obligation_row(obligation: Obligation, say: Wording) -> Json:
    """One obligation: what, by when or why no day is stated, and to whom."""
    words = say.words
    open_reason = words.get(f"open.{obligation.open_reason}", obligation.open_reason)
    return {
        **say.one(Kind.OBLIGATION, obligation.number),
        "number": str(obligation.number),
        "kind": words.get(f"obligation.{obligation.kind}", obligation.kind),
        "text": obligation.text,
        "due_on": say.day(obligation.due_on) if obligation.due_on else open_reason,
        "addressee": obligation.addressee or words["not_stated"],
    }


def grant_row(grant: Grant, say: Wording) -> Json:
    """One amount: what it is, for which year."""
    words = say.words
    kind = words.get(f"grant.{grant.kind}", grant.kind)
    return {
        "kind": f"{kind}, {words['at_most']}" if grant.is_cap else kind,
        "year": str(grant.year) if grant.year else words["not_stated"],
        "amount": say.amount(grant.amount_ore),
    }


def appropriation_rows(appropriation: Appropriation, say: Wording) -> list[Json]:
    """Where the money stands in the state budget, from area to item."""
    stands: dict[str, tuple[int | str | None, str]] = {
        "area": (appropriation.area, appropriation.area_name),
        "appropriation": (appropriation.appropriation, appropriation.appropriation_name),
        "item": (appropriation.item, appropriation.item_name),
    }
    return [
        {
            "label": say.words[name],
            "value": f"{number or ''} {title}".strip() or say.words["not_stated"],
        }
        for name, (number, title) in stands.items()
    ]


def evidence_row(evidence: Evidence, say: Wording) -> Json:
    """One file: its name, check sum, day and what it shows."""
    return {
        **say.one(Kind.EVIDENCE, evidence.number),
        "number": str(evidence.number),
        "file": evidence.file_name,
        "check_sum": evidence.sha256,
        "check_sum_short": evidence.sha256[:CHECK_SUM_SHOWN],
        "description": evidence.description,
        "day": say.day(evidence.added_on),
        "shows": say.one(Kind.RESULT, evidence.result),
    }


def decision_row(decision: Decision, say: Wording) -> Json:
    """The decision itself, as the file that its figures rest on."""
    return {
        **say.one(Kind.DECISION),
        "file": decision.file_name or say.words["not_stated"],
        "check_sum": decision.sha256,
        "check_sum_short": decision.sha256[:CHECK_SUM_SHOWN],
        "day": say.day(decision.decided_on),
    }
