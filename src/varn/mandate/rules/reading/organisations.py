"""Names of organisations: where a name in running text ends, how a row of them parts."""

import re
from collections.abc import Iterator

from varn.mandate.rules.reading.facts import Found
from varn.mandate.rules.reading.words import COLLECTIVE, COLLECTIVES, DEPARTMENT

# Small words that end a name ("Myndigheten för delaktighet | senast …").
AFTER_NAME = (
    "att|senast|ska|skall|får|fick|i|om|med|som|under|vid|ges|ger|har|hade|är|kan|bör|den|det|de|samt|eller"
    "|av|på|till|enligt|efter|genom|inför|gemensamt|ett|en|också|även|lämna|redovisa|redovisar|och"
    "|inom|per|från|när|hur|där|innan|utan|årligen|löpande|vilka|vilken|respektive|m|minst|därutöver"
    "|engångsvis|skriftligen|senare|skriftligt|muntligt|använda|ansvarar|delredovisar|slutredovisar"
    "|informerar|samtalar|inhämtar|bidrar|såväl|både|avseende|rörande|angående|gällande|över|mot|särskilt"
)
SMALL = rf"(?:stöd till|(?!(?:{AFTER_NAME})\b)[a-zåäö]+-?)"
CAPITAL = r"[A-ZÅÄÖ][\wåäöÅÄÖ&]*(?:-[\wåäöÅÄÖ]+)*"
COUNTY = rf"(?:{CAPITAL} ){{1,2}}län"

# Heads that a preposition follows: "Myndigheten för …", "Institutet för …".
HEADS = (
    "Myndigheten|Inspektionen|Institutet|Delegationen|Rådet|Nämnden|Forum|Centrum|Styrelsen|Rikscentrum"
    "|Stiftelsen|Föreningen|Institutionen|Statens beredning|Statens "
    "nämnd|Samarbetskommittén|Stödföreningen"
    "|Internationella programkontoret|Kommittén|Kansliet|Sekretariatet|Ombudsmannen|Nationellt "
    "centrum"
)
NAME = re.compile(
    rf"Länsstyrelsen i {COUNTY}|Länsstyrelsen(?: {CAPITAL}){{1,2}}(?: län)?"
    rf"|Länsstyrelserna i [A-ZÅÄÖ][\wåäöÅÄÖ ,]{{3,200}}? län\b"
    rf"|(?:{HEADS}) (?:för|mot|om|av|i) {SMALL}(?: och {SMALL}| {SMALL}"
    rf"|, {SMALL} och {SMALL}){{0,5}}(?: i Sverige)?"
    rf"|{CAPITAL}- och (?:{CAPITAL}|{SMALL})(?: {SMALL})?"
    rf"|Sveriges Kommuner och (?:Landsting|Regioner)"
    rf"|{CAPITAL}(?:s|ska|nde|iga)(?: {SMALL}){{1,3}}(?:- och {SMALL})?"
    rf"|{CAPITAL}(?: {CAPITAL}){{0,4}}(?: (?:AB|universitet|högskola|kommun|landsting|län|stad"
    rf"|lantbruksuniversitet|tekniska högskola|region)\b)?"
)
BODY = re.compile(rf"(?:{NAME.pattern})|(?i:{COLLECTIVE.pattern})")

PARENTHESIS = re.compile(r" ?\([^()]{1,200}\)?")
# "och" between names; never inside "samhällsskydd och beredskap" or "Kommuner och Regioner".
SEPARATOR = re.compile(
    r"(?<!Kommuner)(?<!Sveriges kommuner)(?<!-)(?:,? (?:och|samt|eller|respektive|såväl som"
    r"|liksom|dels|däribland"
    r"|såsom)(?: (?:med|till|åt"
    r"|i samråd med|i dialog med|av))?|,|;|/)"
    rf" (?=(?:övriga |berörda |samtliga |andra |relevanta |vissa |landets )?(?:[A-ZÅÄÖ]"
    rf"|(?:{COLLECTIVES})\b|företrädare|relevanta|berörda|övriga|andra|övrig|samtliga|annan|dess"
    rf"|de|vid behov|ett|den|enheten|avdelningen|aktörer|organisationer|(?:fack|akademiker"
    rf"|arbetsgivar)?förbundet [A-ZÅÄÖ]|stiftelsen [A-ZÅÄÖ]|föreningen [A-ZÅÄÖ]"
    rf"|\w+organisationer))"
)
COUNTIES = re.compile(
    r"\b[Ll]änsstyrelserna i (?P<names>[A-ZÅÄÖ][\wåäöÅÄÖ ,]{3,400}?) län\b(?!,? (?:och "
    r")?[A-ZÅÄÖ]\w+ län)"
)
COUNTY_SEPARATOR = re.compile(r", | och | samt | län(?:s)?, | län och ")
# "Boverket, romska representanter": what follows in small letters is no part of the name, unless
# the name lists its tasks ("Myndigheten för press, radio och tv").
INNER_COMMA = re.compile(r"(?P<before>(?:(?! för ).){2,120}?), [a-zåäö]")
BESIDE = re.compile(r" (?:inklusive|genom|tillsammans med|i egenskap av)\b.*$")
LEADING = re.compile(
    r"(?:(?:bl\.? ?a\.?|bland (?:annat|andra)|t\.ex\.|till exempel|exempelvis|främst|dels|både"
    r"|såväl|särskilt|inte minst"
    r"|i första hand|i synnerhet|däribland|med|myndigheterna|myndigheten|även|också"
    r"|när det är relevant) )+"
)
TRAILING = re.compile(
    r"(?:,? (?:m\.? ?fl\.?|m\.? ?m\.?|centralt|med flera|i fortsatt|i förlängt|numera"
    r"|nedan kallad\w*|gemensamt)|[.,;:])+$"
)


SMALL_HEAD = re.compile(
    r"(?:(?:fack|akademiker|arbetsgivar)?förbundet|stiftelsen|föreningen) [A-ZÅÄÖ]"
)


def row(text: str, start: int) -> Iterator[Found[str]]:
    """The organisations of a row ("A, B och C"), each with its place."""
    position = 0
    text = PARENTHESIS.sub(_blank, text)
    for counties in COUNTIES.finditer(text):
        yield from _counties(counties, start)
    text = COUNTIES.sub(_blank, text)
    ends = [(match.start(), match.end()) for match in SEPARATOR.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        yield from _named(text[position:end], start + position)
        position = following


def receivers(text: str, start: int) -> list[Found[str]]:
    """The bodies of a row; "Karolinska institutet, Centrum för …" is one and its unit."""
    names = [name for name in row(text, start) if is_name(name.value)]
    if len(names) == BODY_AND_UNIT:
        between = text[names[0].span[1] - start : names[1].span[0] - start]
        return names[:1] if ONLY_COMMA.fullmatch(between) else names
    return names


BODY_AND_UNIT = 2
ONLY_COMMA = re.compile(r" ?(?:\([^()]*\))?, ")


def _blank(match: re.Match[str]) -> str:
    return "\x00" * len(match.group())


def _named(piece: str, start: int) -> Iterator[Found[str]]:
    body = piece.partition("\x00")[0]
    stripped = body.lstrip(" ")
    lead = LEADING.match(stripped)
    name = stripped[lead.end() :] if lead else stripped
    begin = start + len(body) - len(name)
    if comma := INNER_COMMA.match(name):
        name = comma["before"]
    name = TRAILING.sub("", BESIDE.sub("", name).rstrip(" ")).rstrip(" ")
    if name:
        yield Found(name, (begin, begin + len(name)))


def _counties(match: re.Match[str], begin: int) -> Iterator[Found[str]]:
    """ "Länsstyrelserna i A, B och C län" names three organisations."""
    position = match.start("names")
    for county in COUNTY_SEPARATOR.split(match["names"]):
        place = match.string.index(county, position)
        position = place + len(county)
        if county:
            yield Found(f"Länsstyrelsen i {county} län", (begin + place, begin + position))


def is_name(text: str) -> bool:
    """Whether a piece names a body: a capital first, or a collective such as "länsstyrelserna"."""
    return bool(text) and (
        text[0].isupper() or bool(COLLECTIVE.fullmatch(text)) or bool(SMALL_HEAD.match(text))
    )


def distinct(found: Iterator[Found[str]] | list[Found[str]]) -> tuple[Found[str], ...]:
    """The first of each value, in the text's order."""
    seen: dict[str, Found[str]] = {}
    for each in found:
        seen.setdefault(each.value.casefold(), each)
    return tuple(seen.values())


# Who a report or money goes to: "Regeringskansliet (Socialdepartementet)", "Kammarkollegiet".
GOVERNMENT = (
    rf"(?:[Rr]egeringen"
    rf"|[Rr]egeringskansliet)(?: ?\((?:det blivande )?{DEPARTMENT}[^()]{{0,200}}\))?"
    rf"|{DEPARTMENT}"
)
RECEIVER = re.compile(rf"(?:{GOVERNMENT})|(?:{NAME.pattern})")
