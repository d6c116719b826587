"""How the expected facts beside real decisions (Swedish kinds) map to the reader's own facts."""

import re
from collections.abc import Callable, Iterable
from typing import Any

type Json = dict[str, Any]
type Facts = list[tuple[Any, ...]]

DEADLINE_KINDS = {"financial_report": "financial_account"}
REPORT_FAMILY = {"report", "final_report", "interim_report", "recurring_report"}
AMOUNT_KINDS = {
    "beviljat": "granted",
    "beräknat": "planned",
    "summa": "total",
    "delbelopp": "part",
    "tilldelat": "allocated",
    "omföring": "reallocated",
}
DOCUMENT_KINDS = {"regleringsbrev": "appropriation_directions", "kommittédirektiv": "other"}
NOT_IN_THE_NAME = re.compile(r" \((?![^)]*departementet)[^)]*\)")


def family(kind: str) -> str:
    kind = DEADLINE_KINDS.get(kind, kind)
    return "report" if kind in REPORT_FAMILY else kind


def plain(name: object) -> str:
    """A name without the asides of whoever wrote the expected facts ("(årligen i …)")."""
    return NOT_IN_THE_NAME.sub("", str(name)).casefold().strip()


def names(values: Iterable[object] | None) -> Facts | None:
    return None if values is None else [(plain(value),) for value in values]


def single(value: object) -> Facts | None:
    return None if value is None else [(str(value).casefold(),)]


def expected_facts(document: Json) -> dict[str, Facts | None]:
    """For each kind of fact what is expected; None where nothing is scored."""
    assignments = document["assignments"]
    return {
        "kind": [(DOCUMENT_KINDS.get(document["class"], "assignment"),)],
        "title": single(document["title"]),
        "registry_numbers": names(document["diary_numbers"]),
        "registry_partly": single(document["diary_partial_delvis"]),
        "cited_registry_numbers": names(document["referenced_diary_numbers"]),
        "protocol_number": single(document["protocol_number"]),
        "decided_on": single(document["decision_date"]),
        "department": single(document["department"]),
        "recipients": names(document["recipients"]),
        "assignments": None if assignments is None else [(assignments["count"],)],
        "obligations": _each(document["deadlines"], lambda d: (d["date"], family(d["kind"]))),
        "grants": _each(document["amounts"], _amount),
        "appropriations": _each(document["appropriations"], _appropriation),
        "report_to": names(document["report_to"]),
        "requisition_to": single(document["requisition_to"]),
        "repayment_to": single(document["repayment_to"]),
        "citations": names(document["references"]),
        "consult": names(document["consult"]),
        "signatories": names(document["signatories"]),
    }


def found_facts(reading: Json) -> dict[str, Facts]:
    """The reader's facts in the same shape."""
    facts: dict[str, Facts] = {
        name: single(reading[name]) or []
        for name in (
            "kind",
            "title",
            "registry_partly",
            "protocol_number",
            "decided_on",
            "department",
        )
    }
    for name in ("registry_numbers", "cited_registry_numbers", "recipients", "report_to"):
        facts[name] = names(reading[name]) or []
    for name in ("citations", "consult", "signatories"):
        facts[name] = names(reading[name]) or []
    facts["assignments"] = [(len(reading["assignments"]),)] if reading["assignments"] else []
    facts["obligations"] = [(o["due_on"], family(o["kind"])) for o in reading["obligations"]]
    facts["grants"] = [(g["amount_sek"], g["year"], g["kind"], g["cap"]) for g in reading["grants"]]
    facts["appropriations"] = [tuple(list(a.values())[:-1]) for a in reading["appropriations"]]
    for fact, kind in (("requisition_to", "requisition"), ("repayment_to", "repayment")):
        facts[fact] = _addressees(reading, kind)
    return facts


def _addressees(reading: Json, kind: str) -> Facts:
    chosen = {
        o["addressee"] for o in reading["obligations"] if o["kind"] == kind and o["addressee"]
    }
    return [(addressee.casefold(),) for addressee in sorted(chosen)]


def _each(values: list[Json] | None, shape: Callable[[Json], tuple[Any, ...]]) -> Facts | None:
    return None if values is None else [shape(value) for value in values]


def _amount(amount: Json) -> tuple[Any, ...]:
    return amount["sek"], amount["year"], AMOUNT_KINDS[amount["kind"]], amount["cap"]


def _appropriation(each: Json) -> tuple[Any, ...]:
    return (
        each["utgiftsomrade"],
        each["utgiftsomrade_namn"],
        each["anslag"],
        each["anslag_namn"],
        each["anslagspost"],
        each["anslagspost_namn"],
    )
