"""Citations: propositions, communications, committee reports, inquiries, directives, statutes."""

import re
from collections.abc import Iterator

from varn.mandate.rules.reading.facts import Found
from varn.mandate.rules.reading.organisations import distinct

SESSION = r"(?P<session>(?:19|20)\d\d/(?:\d\d|2000))"
YEAR = r"(?P<session>(?:19|20)\d\d)"

# How each kind is written in the text, and how a citation of it is written.
PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"\b(?:[Pp]rop\."
            rf"|(?:[Bb]udget)?[Pp]roposition(?:en)?)\s{{0,3}}{SESSION} ?: ?(?P<number>\d{{1,4}})\b"
        ),
        "prop.",
    ),
    (
        re.compile(
            rf"\b(?:[Ss]kr\.|[Ss]krivelse(?:n)?)\s{{0,3}}{SESSION} ?: ?(?P<number>\d{{1,4}})\b"
        ),
        "skr.",
    ),
    (
        re.compile(
            rf"\b(?:[Bb]et\."
            rf"|[Bb]etänkande(?:t)?)\s{{0,3}}{SESSION} ?: ?"
            rf"(?P<number>[A-Za-zåäöÅÄÖ]{{1,5}}\d{{1,3}}y?)\b"
        ),
        "bet.",
    ),
    (
        re.compile(
            rf"\b(?:[Rr]skr\."
            rf"|[Rr]iksdagsskrivelse(?:n)?)\s{{0,3}}{SESSION} ?: ?(?P<number>\d{{1,4}})\b"
        ),
        "rskr.",
    ),
    (
        re.compile(
            rf"\b(?:[Dd]ir\.|[Kk]ommittédirektiv(?:en"
            rf"|et)?)\s{{0,3}}{YEAR} ?: ?(?P<number>\d{{1,4}})\b"
        ),
        "dir.",
    ),
    (re.compile(rf"\bSOU\s{{0,3}}{YEAR} ?: ?(?P<number>\d{{1,4}})\b"), "SOU"),
    (re.compile(rf"\bDs\s{{0,3}}{YEAR} ?: ?(?P<number>\d{{1,4}})\b"), "Ds"),
    (re.compile(rf"\bSFS\s{{0,3}}{YEAR} ?: ?(?P<number>\d{{1,4}})\b"), "SFS"),
    # Committees: "Ju 2003:11"
    (
        re.compile(
            rf"(?<=\()(?P<kind>Ju|U|S|M|N|A|Fi|Fö|Ku|UD|I|Jo) {YEAR}:(?P<number>\d{{1,3}})(?=\))"
        ),
        "",
    ),
)
# "prop. 2011/12:1, 2 och 3" isn't read; "(EU) 2017/625" and "2011/36/EU" are.
# "plan- och bygglagen (2010:900)", "anslagsförordningen (2011:223)", "lagen om … (2008:962)"
STATUTE = re.compile(rf"\({YEAR} ?: ?(?P<number>\d{{1,4}})\)")
LAW = re.compile(
    r"(?:lag|lagen|lagens|lagar|balk|balken|förordning|förordningen|förordningens|ordning"
    r"|ordningen|formen|kungörelse|kungörelsen|stadgan?)"
    r"(?: (?:om|med|för|angående) [^().:;]{3,80})?\s{1,2}$",
    re.IGNORECASE,
)
NEAR = 110
UNION = re.compile(
    r"(?P<act>förordning|direktiv)\w*\s{1,2}(?P<number>\((?:EU"
    r"|EG)\)(?: nr)? \d{1,4}/\d{1,4}|\d{2,4}/\d{1,4}/(?:EU|EG|RIF))"
)


def citations_in(text: str, title_end: int = 0) -> tuple[Found[str], ...]:
    """Every document cited, first mention first; a directive's own number isn't cited."""
    found = [*_numbered(text), *_statutes(text), *_union(text)]
    own = {f.value for f in found if f.value.startswith("dir.") and f.span[1] <= title_end}
    return distinct(sorted((f for f in found if f.value not in own), key=lambda found: found.span))


def _numbered(text: str) -> Iterator[Found[str]]:
    for pattern, kind in PATTERNS:
        for match in pattern.finditer(text):
            prefix = kind or match["kind"]
            yield Found(f"{prefix} {match['session']}:{match['number']}", match.span())


def _statutes(text: str) -> Iterator[Found[str]]:
    for match in STATUTE.finditer(text):
        if LAW.search(text[max(0, match.start() - NEAR) : match.start()]):
            yield Found(f"SFS {match['session']}:{match['number']}", match.span())


def _union(text: str) -> Iterator[Found[str]]:
    for match in UNION.finditer(text):
        yield Found(f"{match['act']} {match['number']}", match.span())
