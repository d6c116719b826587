"""Citations: propositions, communications, committee reports, inquiries, directives, statutes."""

import re
from collections.abc import Iterator

from varn.mandate.rules.reading.facts import Found
from varn.mandate.rules.reading.organisations import distinct

# The look behind stands where the search is fast, after the first two figures.
# "2009/10:232", "2011/12:SoU1", "2010:900": every citation has a year or a session and a number.
NUMBER = re.compile(
    r"(?P<session>(?:19|20)(?<![\d/]\d\d)\d\d(?:/(?:(?:19|20)?\d\d))?)(?: ?: ?"
    r"|(?<=/\d\d)(?=[A-ZÅÄÖ]))"
    r"(?P<number>(?:[A-ZÅÄÖ][A-Za-zåäö]{0,4})?\d{1,4}y?)\b"
)
# The word before the number, in small letters, and how a citation of its kind is written.
OF_A_SESSION = {
    "prop.": "prop.",
    "proposition": "prop.",
    "propositionen": "prop.",
    "budgetproposition": "prop.",
    "budgetpropositionen": "prop.",
    "skr.": "skr.",
    "skrivelse": "skr.",
    "skrivelsen": "skr.",
    "bet.": "bet.",
    "betänkande": "bet.",
    "betänkandet": "bet.",
    "rskr.": "rskr.",
    "riksdagsskrivelse": "rskr.",
    "riksdagsskrivelsen": "rskr.",
}
OF_A_YEAR = {
    "dir.": "dir.",
    "kommittédirektiv": "dir.",
    "kommittédirektiven": "dir.",
    "sou": "SOU",
    "ds": "Ds",
    "sfs": "SFS",
}
WORD = re.compile(r"(?P<word>[A-Za-zåäöÅÄÖé]{2,25}\.?)\s{0,3}$")
# Committees: "(Ju 2003:11)"
COMMITTEE = re.compile(r"\((?P<department>Ju|U|S|M|N|A|Fi|Fö|Ku|UD|I|Jo) $")
# "plan- och bygglagen (2010:900)", "lagen om valfrihetssystem (2008:962)"
LAW = re.compile(
    r"(?:lag(?:en|ens|ar)?|balk(?:en)?|förordning(?:en|ens)?|ordning(?:en)?|formen"
    r"|kungörelsen?|stadgan?)(?: (?:om|med|för|angående) [^().:;]{3,80})?\s{1,2}\($",
    re.IGNORECASE,
)
NEAR = 110
# "förordning (EU) 2017/625", "direktiv 2011/36/EU"
UNION = re.compile(
    r"(?P<act>förordning|direktiv)\w*\s{1,2}"
    r"(?P<number>\((?:EU|EG)\)(?: nr)? \d{1,4}/\d{1,4}|\d{2,4}/\d{1,4}/(?:EU|EG|RIF))"
)


def citations_in(text: str, title_end: int = 0) -> tuple[Found[str], ...]:
    """Every document cited, first mention first; a directive's own number isn't cited."""
    found = [*_numbered(text), *_union(text)]
    own = {f.value for f in found if f.value.startswith("dir.") and f.span[1] <= title_end}
    return distinct(sorted((f for f in found if f.value not in own), key=lambda found: found.span))


def _numbered(text: str) -> Iterator[Found[str]]:
    for number in NUMBER.finditer(text):
        before = text[max(0, number.start() - NEAR) : number.start()]
        if kind := _kind(before, number, text):
            prefix, length = kind
            value = f"{prefix} {number['session']}:{number['number']}"
            yield Found(value, (number.start() - length, number.end()))


def _kind(before: str, number: re.Match[str], text: str) -> tuple[str, int] | None:
    """What is cited, and how many characters before the number say so."""
    words = OF_A_SESSION if "/" in number["session"] else OF_A_YEAR
    word = WORD.search(before)
    if word and (prefix := words.get(word["word"].casefold())):
        return prefix, len(word.group())
    if "/" in number["session"] or text[number.end() : number.end() + 1] != ")":
        return None
    if committee := COMMITTEE.search(before):
        return committee["department"], len(committee.group()) - 1
    return ("SFS", 0) if LAW.search(before) else None


def _union(text: str) -> Iterator[Found[str]]:
    for match in UNION.finditer(text):
        yield Found(f"{match['act']} {match['number']}", match.span())
