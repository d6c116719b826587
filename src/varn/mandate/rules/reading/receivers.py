"""Who has the mandate, and the short names that the text then uses for them."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, islice

from varn.mandate.rules.reading.duties import BODY
from varn.mandate.rules.reading.facts import Found
from varn.mandate.rules.reading.header import addressees
from varn.mandate.rules.reading.layout import Line, Part
from varn.mandate.rules.reading.operative import Operative
from varn.mandate.rules.reading.organisations import NAME, distinct, is_name, receivers
from varn.mandate.rules.reading.sentences import Sentence

IN_TITLE = re.compile(
    r"\buppdrag(?:et|en)? (?:till|åt|för) (?P<who>.{3,300}?) (?:att|om|avseende|angående|i fråga"
    r"|rörande|inom)\b",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\buppdraget (?:till|åt) (?P<who>[A-ZÅÄÖ].{3,300}?) (?:att|om|avseende|angående|i fråga)\b"
)
DIRECTIONS_FOR = re.compile(r"[Rr]egleringsbrev .{0,40}avseende (?!anslag)(?P<who>.{3,200})$")
ONE = rf"(?:{NAME.pattern})(?: \([^()]{{1,60}}\))?"
FIRST_SUBJECT = re.compile(rf"(?P<who>{ONE}(?:, {ONE}){{0,8}}(?: och {ONE})?) ska\b")
# "Statens skolverk" is "Skolverket" in running text.
ENDINGS = {
    "verk": "et",
    "råd": "et",
    "institut": "et",
    "inspektion": "en",
    "myndighet": "en",
    "nämnd": "en",
    "styrelse": "n",
}
STATELY = re.compile(rf"Statens (?P<noun>\w*(?P<head>{'|'.join(ENDINGS)}))$")
# "Myndigheten för ungdoms- och civilsamhällesfrågor, MUCF, att …"
INITIALS = re.compile(r", (?P<short>[A-ZÅÄÖ]{2,8}),")
# "Gymnastik- och idrottshögskolan, Centrum för idrottsforskning (CIF)"
SHORT_NAME = re.compile(r"^(?:, [A-ZÅÄÖ][^().,;]{3,60})? ?,? ?\((?P<short>[^()]{2,40})\)")


def recipients_of(
    lines: Sequence[Line],
    sentences: Sequence[Sentence],
    operatives: Sequence[Operative],
    title: Found[str] | None,
) -> tuple[Found[str], ...]:
    """From the formulas, else the address, else the title, else the first who "ska"."""
    sources = (
        (name for found in operatives for name in found.receivers),
        addressees(lines),
        _in_title(title),
        _of_directions(title),
        _of_earlier(sentences),
        _of_mailing_list(lines),
        _first_subject(sentences, operatives),
    )
    found = (distinct(_bodies(source)) for source in sources)
    names = _also_titled(next((names for names in found if names), ()), title)
    return tuple(name for name in names if not _is_short_form(name, names, sentences))


def _also_titled(names: tuple[Found[str], ...], title: Found[str] | None) -> tuple[Found[str], ...]:
    """The title's receivers, where they are all of these and more."""
    titled = distinct(_bodies(_in_title(title)))
    more = {name.value for name in titled} > {name.value for name in names}
    return titled if more and names else names


def _is_short_form(
    name: Found[str], names: Sequence[Found[str]], sentences: Sequence[Sentence]
) -> bool:
    """Whether a name is what the text calls another receiver in brackets."""
    longer = [f"{other.value} ({name.value})" for other in names if other is not name]
    return any(form in sentence.text for form in longer for sentence in sentences)


NO_BODY = re.compile(
    r"(?:[Rr]egeringen|Riksdagen|Uppdrag\w*|Myndighet(?:en|erna)|Rådet|Verket|Institutet|Vidare"
    r"|Dessutom|Därutöver|De)$|(?:Den|Det|Dessa)\b"
)


def _bodies(names: Iterator[Found[str]]) -> Iterator[Found[str]]:
    return (name for name in names if is_name(name.value) and not NO_BODY.match(name.value))


def _in_title(title: Found[str] | None) -> Iterator[Found[str]]:
    if title and (match := IN_TITLE.search(title.value)):
        yield from receivers(match["who"], title.span[0] + match.start("who"))


def _of_directions(title: Found[str] | None) -> Iterator[Found[str]]:
    """ "Regleringsbrev för budgetåret 2005 avseende Länsstyrelserna" names its receivers."""
    if title and (match := DIRECTIONS_FOR.search(title.value)):
        yield from receivers(match["who"], title.span[0] + match.start("who"))


def _of_mailing_list(lines: Sequence[Line]) -> Iterator[Found[str]]:
    """ "Enligt sändlista" in the head: the list at the end names the receivers."""
    if any("sändlista" in line.text for line in lines if line.part is Part.HEAD):
        listed = dropwhile(lambda line: not line.text.startswith("Sändlista"), lines)
        for line in islice(listed, 1, None):
            if line.text.startswith("Kopi") or line.part is not Part.COPIES:
                return
            yield Found(line.text, line.span)


def _of_earlier(sentences: Sequence[Sentence]) -> Iterator[Found[str]]:
    """ "Regeringen beslutar att uppdraget till X om … ska upphöra" is put to X."""
    for sentence in sentences[:1]:
        if match := EARLIER.search(sentence.text):
            yield from receivers(match["who"], sentence.start + match.start("who"))


def _first_subject(
    sentences: Sequence[Sentence], operatives: Sequence[Operative]
) -> Iterator[Found[str]]:
    """ "Skolverket ska uppdra åt …": a page that only tells what its agency shall do."""
    if operatives or not sentences:
        return
    for sentence in sentences[:2]:
        match = FIRST_SUBJECT.match(sentence.text)
        names = receivers(match["who"], sentence.start) if match else []
        if bodies := [name for name in names if BODY.match(name.value)]:
            yield from bodies
            return


def names_of(text: str, recipients: Sequence[Found[str]]) -> frozenset[str]:
    """The receivers' names and short forms ("Myndigheten för digital förvaltning (Digg)")."""
    names = {recipient.value for recipient in recipients}
    for recipient in recipients:
        names.update(_short_forms(recipient.value, text))
        if stately := STATELY.match(recipient.value):
            names.add(f"{stately['noun'].capitalize()}{ENDINGS[stately['head']]}")
    return frozenset(names)


def _short_forms(name: str, text: str) -> Iterator[str]:
    """What stands in brackets behind a name, wherever the text names it."""
    end = text.find(name)
    while end >= 0:
        end += len(name)
        behind = text[end : end + LONGEST_UNIT]
        if short := SHORT_NAME.match(behind) or INITIALS.match(behind):
            yield short["short"]
        end = text.find(name, end)


LONGEST_UNIT = 110
