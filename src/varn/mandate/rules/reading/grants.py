"""Grants: what an amount means, for which year, and whether it is a cap."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from varn.mandate.rules.reading.facts import Grant, GrantKind
from varn.mandate.rules.reading.grant_years import year_of, years_of
from varn.mandate.rules.reading.layout import Part
from varn.mandate.rules.reading.money import Amount, amounts_in
from varn.mandate.rules.reading.sentences import Sentence

# The first that the clause contains decides.
KINDS = (
    (
        GrantKind.TOTAL,
        re.compile(
            r"(?:sammanlagd\w*|total[at]?) (?:kostnad|summa|belopp|ram|budget|medel)\w*"
            r"|kostnaden för uppdraget[^.]{0,40} (?:totalt|sammanlagt)",
            re.IGNORECASE,
        ),
    ),
    (
        GrantKind.REALLOCATED,
        re.compile(r"\bomför|omfördel|omdispon|minskas med|ökas med", re.IGNORECASE),
    ),
    (
        GrantKind.PART,
        re.compile(
            r"\bvarav\b|\bav (?:dessa|medlen|beloppet|anslagsposten|anslaget|detta)\b(?! \d)"
            r"|\bdäri ingår",
            re.IGNORECASE,
        ),
    ),
    (
        GrantKind.PLANNED,
        re.compile(
            r"beräkna|avser att|\bbedöm|planera|avisera|föresl[åo]|uppskatt|preliminärt"
            r"|kommer att (?:till|av|för)|under förutsättning|kan komma att",
            re.IGNORECASE,
        ),
    ),
    (GrantKind.ALLOCATED, re.compile(r"tilldela|\bDisponeras av", re.IGNORECASE)),
    (
        GrantKind.GRANTED,
        re.compile(
            r"använd|dispone|bevilja|betala|rekvirer|rekvi|fördela|avsätt|avsatt|anvisa"
            r"|belasta|lämna (?:stöd|bidrag)|stöd med|stöd om|bidrag|finansier|medel"
            r"|tillför|får\b|anslag",
            re.IGNORECASE,
        ),
    ),
)
# Sums that are no grant: guarantees, fees, prices, reference values.
NO_GRANT = re.compile(
    r"garanti|referensvärde|avgift|\bvite|omsätt|\blån\b|lånefacilitet|skuld|\bpris|inkomst"
    r"|bevilja\w* (?:kredit|lån)",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:har (?:\w+ ){0,8}(?:anslagit|avsatt|tillfört|beviljat|använts|satsat|fått)"
    r"|avsattes|anslogs|beviljades|uppgick|fick|tillfördes)\b"
)
CAP = re.compile(
    r"\b(?:högst|maximalt|som mest|upp till|inte (?:över)?stig\w+)(?: (?:totalt|sammanlagt"
    r"|på|om|med|till|ett belopp om|ett belopp av|använda|disponera))*,? ?$",
    re.IGNORECASE,
)
# "500 000 kronor av medlen"
PART_BEHIND = re.compile(r" av (?:dessa|medlen|beloppet|detta belopp)\b")
CAP_BEHIND = re.compile(r",? (?:dock )?högst\b|,? som högst\b", re.IGNORECASE)
BUDGET_YEAR = re.compile(r"budgetåret (?P<year>(?:19|20)\d\d)\b")
MONEY_PARTS = frozenset({Part.HEAD, Part.DECISION, Part.DETAILS})
FEWEST_FOR_A_TOTAL = 3  # the sum and two parts
CLAUSE = re.compile(r"(?:, | )(?:och|samt|varav|men)(?= )|; ")


def grants_of(sentences: Sequence[Sentence], budget_year: int | None) -> tuple[Grant, ...]:
    found: list[tuple[Grant, Sentence]] = []
    for sentence in sentences:
        if sentence.part in MONEY_PARTS:
            found += ((grant, sentence) for grant in _in_sentence(sentence, budget_year))
    return tuple(_with_whole_year(list(_with_totals(list(_said_once(found))))))


def budget_year_of(text: str) -> int | None:
    """The year of appropriation directions, which every amount in them is for."""
    match = BUDGET_YEAR.search(text)
    return int(match["year"]) if match else None


def _in_sentence(sentence: Sentence, budget_year: int | None) -> Iterator[Grant]:
    text = sentence.text
    amounts = list(amounts_in(text))
    if not amounts or NO_GRANT.search(text) or PAST.search(text):
        return
    years = years_of(text, amounts)
    for index, amount in enumerate(amounts):
        start = amounts[index - 1].end if index else 0
        kind = _kind(text, start, amount) or _kind_of_lead(sentence)
        if kind is None:
            continue
        span = sentence.at(amount.start, amount.end)
        for year in years[index]:
            on = year or year_of(sentence.lead) or budget_year
            yield Grant(amount.sek, on, kind, _is_cap(text, amount), span)


def _kind(text: str, start: int, amount: Amount) -> GrantKind | None:
    """What the clause around an amount says; then the clause before it; then what follows."""
    if PART_BEHIND.match(text, amount.end):
        return GrantKind.PART
    following = CLAUSE.search(text, amount.end)
    end = following.start() if following else len(text)
    for words in (text[start : amount.start], text[:end], text[: amount.start], text):
        for kind, pattern in KINDS:
            if pattern.search(words):
                return kind
    return None


def _kind_of_lead(sentence: Sentence) -> GrantKind | None:
    lead = sentence.lead
    return next((kind for kind, pattern in KINDS if pattern.search(lead)), None) if lead else None


def _is_cap(text: str, amount: Amount) -> bool:
    return bool(CAP.search(text[: amount.start]) or CAP_BEHIND.match(text, amount.end))


def _said_once(found: Sequence[tuple[Grant, Sentence]]) -> Iterator[Grant]:
    """An amount repeated in another place is one amount; equal items of one list are several."""
    first: dict[tuple[int, int | None], Sentence] = {}
    for grant, sentence in found:
        key = (grant.amount_sek, grant.year)
        known = first.setdefault(key, sentence)
        beside = known is sentence or (sentence.is_item and known.lead == sentence.lead)
        if beside or grant.kind is GrantKind.PART:
            yield grant


def _with_totals(grants: Sequence[Grant]) -> Iterator[Grant]:
    """A granted amount that is exactly the sum of all the others is their total."""
    granted = [grant for grant in grants if grant.kind in {GrantKind.GRANTED, GrantKind.PLANNED}]
    everything = sum(grant.amount_sek for grant in granted)
    for grant in grants:
        is_sum = (
            len(granted) >= FEWEST_FOR_A_TOTAL
            and grant in granted
            and grant.amount_sek * 2 == everything
        )
        yield replace(grant, kind=GrantKind.TOTAL) if is_sum else grant


def _with_whole_year(grants: Sequence[Grant]) -> Iterator[Grant]:
    """A part is for the year of the whole: the only year before it, or that of the total."""
    total = next((grant for grant in grants if grant.kind is GrantKind.TOTAL), None)
    years: set[int | None] = set()
    for grant in grants:
        whole = {total.year} if total and grant.kind is GrantKind.GRANTED else years
        belongs = grant.kind is GrantKind.PART or whole is not years
        if grant.year is None and belongs and len(whole) == 1:
            yield replace(grant, year=next(iter(whole)))
        else:
            yield grant
            years.add(grant.year)
