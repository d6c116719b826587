"""Obligations: what is due on a day, to whom; a day left open says why."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from varn.mandate.rules.reading.addressees import DRAWN, addressee_in
from varn.mandate.rules.reading.dates import Day, days_in
from varn.mandate.rules.reading.due_words import (
    CONJUNCTION,
    DUE,
    DUTY_PARTS,
    HISTORY,
    JOINED,
    MILESTONE,
    MONEY,
    NEAR,
    NOT_DUE,
    OBLIGING,
    PAYMENT,
    PERIOD,
    PERIOD_WORDS,
    RECURRING,
    RECURS,
    REPORTS,
    STILL_OPEN,
)
from varn.mandate.rules.reading.facts import Obligation, OpenReason
from varn.mandate.rules.reading.facts import ObligationKind as Kind
from varn.mandate.rules.reading.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Due:
    """A day (or several joined days) with the words that tell what is due."""

    days: tuple[Day, ...]
    words: str
    start: int
    end: int


def obligations_of(sentences: Sequence[Sentence]) -> tuple[Obligation, ...]:
    """In the text's order; "vid samma tidpunkt" takes the day named before it."""
    found: list[Obligation] = []
    last: date | None = None
    for sentence in sentences:
        if sentence.part not in DUTY_PARTS:
            continue
        for obligation in _in_sentence(sentence, last):
            found.append(obligation)
            last = obligation.due_on or last
    return tuple(_distinct(_with_payer(found, sentences)))


def _in_sentence(sentence: Sentence, last: date | None) -> Iterator[Obligation]:
    text = sentence.text
    named = days_in(text)
    if not (named or recurs(text)) or is_history(text):
        return
    days = [day for day in (_resolved(day, last) for day in named) if _is_due(day, text)]
    if days and (sentence.is_item or OBLIGING.search(text)):
        for due in _dues(days, text):
            yield from _obligations(due, sentence)
    elif not days and recurs(text):
        yield from _recurring(sentence)


def recurs(text: str) -> bool:
    small = text.lower()
    return any(sign in small for sign in RECURRING) and RECURS.search(text) is not None


def is_history(text: str) -> bool:
    return bool(HISTORY.search(text)) and not STILL_OPEN.search(text)


def _resolved(day: Day, last: date | None) -> Day:
    if day.reason is OpenReason.REFERENCE and last:
        return replace(day, on=last, reason=None)
    return day


def _is_due(day: Day, text: str) -> bool:
    before = _just_before(day, text)
    if PERIOD.search(before):
        return day.reason is None and bool(PERIOD_WORDS.search(text))
    if NOT_DUE.search(before) or before.endswith("("):
        return False
    if DUE.search(before) or text[day.start : day.start + 3].casefold() in {"vid", "sam", "til"}:
        return True
    return (
        (day.reason is None or RECURS.search(text) is not None)
        and bool(_report_kind(text) or MONEY[0][1].search(text))
        and " ska" in text
    )


def _dues(days: Sequence[Day], text: str) -> Iterator[Due]:
    """Days with their words: those before the day, or after it when the sentence opens with it."""
    groups = _groups(days, text)
    leading = not _names_duty(text[: groups[0][0].start])
    starts = [_clause_start(groups, index, text, leading=leading) for index in range(len(groups))]
    for index, group in enumerate(groups):
        end = starts[index + 1] if index + 1 < len(groups) else len(text)
        yield Due(tuple(group), text[starts[index] : end], starts[index], end)


def _groups(days: Sequence[Day], text: str) -> list[list[Day]]:
    """Days joined by nothing but "och" or "respektive" are due for the same thing."""
    groups: list[list[Day]] = []
    for day in days:
        if (
            groups
            and JOINED.match(text[groups[-1][-1].end : day.start] or " ")
            and not _is_period(day, text)
        ):
            groups[-1].append(day)
        else:
            groups.append([day])
    return groups


def _clause_start(groups: list[list[Day]], index: int, text: str, *, leading: bool) -> int:
    if index == 0:
        return 0
    previous, current = groups[index - 1][-1].end, groups[index][0].start
    breaks = [match.start() for match in CONJUNCTION.finditer(text, previous, current)]
    if not breaks:
        return previous if not leading else current
    return breaks[-1] if leading else breaks[0]


def _names_duty(text: str) -> bool:
    return bool(_report_kind(text)) or any(words.search(text) for _, words in MONEY)


def _is_period(day: Day, text: str) -> bool:
    return bool(PERIOD.search(_just_before(day, text)))


def _just_before(day: Day, text: str) -> str:
    return text[max(0, day.start - NEAR) : day.start]


def _obligations(due: Due, sentence: Sentence) -> Iterator[Obligation]:
    kinds = _kinds(due, sentence)
    text = sentence.text
    addressee = addressee_in(due.words) or addressee_in(text)
    if kinds == (Kind.MILESTONE,) and not MILESTONE.search(_just_before(due.days[0], text)):
        kinds = ()
    for day in due.days:
        if _is_period(day, text):
            yield Obligation(Kind.PERIOD_END, day.on, None, text, day.reason, sentence.span)
            continue
        for kind in kinds:
            yield Obligation(kind, day.on, addressee, text, day.reason, sentence.span)


def _kinds(due: Due, sentence: Sentence) -> tuple[Kind, ...]:
    """What is due: money matters can stand together, a report is one thing."""
    words = due.words
    kinds = [kind for kind, pattern in MONEY if pattern.search(words)]
    rest = MONEY[2][1].sub(" ", words) if Kind.FINANCIAL_ACCOUNT in kinds else words
    report = _report_kind(rest)
    if (
        report
        and (Kind.REQUISITION not in kinds or report is not Kind.REPORT)
        and not _is_account(rest, kinds)
    ):
        is_yearly = report is Kind.REPORT and recurs(words)
        kinds.append(Kind.RECURRING_REPORT if is_yearly else report)
    if kinds:
        return tuple(kinds)
    if PAYMENT.search(words):
        return (Kind.PAYMENT,)
    fallback = _report_kind(sentence.text) if not _names_duty(words) else None
    lead = _report_kind(sentence.lead) if sentence.is_item else None
    return (fallback or lead or Kind.MILESTONE,)


def _is_account(words: str, kinds: Sequence[Kind]) -> bool:
    """Whether the only report is the account of money that stands beside a repayment."""
    return bool(kinds) and not re.search(r"redovis|rapport", words, re.IGNORECASE)


def _report_kind(words: str) -> Kind | None:
    return next((kind for kind, pattern in REPORTS if pattern.search(words)), None)


def _recurring(sentence: Sentence) -> Iterator[Obligation]:
    """ "… ska årligen lämnas till Regeringskansliet": recurs, without a day."""
    text = sentence.text
    if re.search(r"\b(?:ska|skall|bör|redovisas|lämnas)\b", text) and (_report_kind(text)):
        addressee = addressee_in(text)
        if addressee or re.search(r"årsredovisning|\bredovisa[rs]?\b|rapport", text):
            yield Obligation(
                Kind.RECURRING_REPORT, None, addressee, text, OpenReason.RECURS, sentence.span
            )


def _with_payer(found: Sequence[Obligation], sentences: Sequence[Sentence]) -> Iterator[Obligation]:
    """A requisition without addressee goes to whom another sentence says requisitions go."""
    payer, where = _payer(sentences) or (None, None)
    if where and not any(obligation.kind is Kind.REQUISITION for obligation in found):
        yield Obligation(
            Kind.REQUISITION, None, payer, where.text, OpenReason.DAY_MISSING, where.span
        )
    for obligation in found:
        money = obligation.kind in {Kind.REQUISITION, Kind.REPAYMENT, Kind.FINANCIAL_ACCOUNT}
        if payer and money and obligation.addressee is None:
            yield replace(obligation, addressee=payer)
        else:
            yield obligation


def _payer(sentences: Sequence[Sentence]) -> tuple[str, Sentence] | None:
    """Whom requisitions are put to, and the sentence that says so."""
    for sentence in sentences:
        speaks = sentence.part in DUTY_PARTS and "ekvi" in sentence.text
        if speaks and (match := DRAWN.search(sentence.text)):
            return match["name"] or match["name2"], sentence
    return None


def _distinct(found: Iterator[Obligation]) -> Iterator[Obligation]:
    """The same thing on the same day is said once, wherever it is repeated."""
    seen: set[tuple[Kind, date | None, object]] = set()
    for obligation in found:
        key = (obligation.kind, obligation.due_on, None if obligation.due_on else obligation.span)
        if key not in seen:
            seen.add(key)
            yield obligation
