"""Whose duty a sentence tells of: the receivers' or someone else's."""

import re

from varn.mandate.rules.reading.main_verb import OBLIGES
from varn.mandate.rules.reading.organisations import NAME
from varn.mandate.rules.reading.words import COLLECTIVES

SUBJECT = re.compile(
    rf"(?:(?:Vidare|Dessutom|Även|Därutöver|Vid behov|Inom ramen för uppdraget"
    rf"|I detta arbete) )?(?:{OBLIGES.pattern} )?"
    rf"(?P<name>{NAME.pattern})(?: \([^()]{{1,60}}\))? (?:och (?P<second>{NAME.pattern}) )?(?:ska"
    rf"|skall|bör)\b"
)
COLLECTIVE_SUBJECT = re.compile(
    rf"(?i:(?:de )?(?:{COLLECTIVES})) (?:som \w+ \w+ )?(?:ska|skall|bör)\b"
)
# What a body's name ends in; any other subject ("Analysen ska …") is the work itself.
BODY = re.compile(
    r"(?:(?:\w+- ?och )?\w{2,}(?:verket|styrelsen|rådet|nämnden|inspektionen|institutet|kansliet"
    r"|kollegiet"
    r"|kontoret|polisen|byrån|ombudsmannen"
    r"|förmedlingen|kassan|museet|tinget|departementet|domstolen|försvaret|centralen|laboratoriet"
    r"|tullen|fogden|myndigheten|kåren|stödsnämnden|mäteriet|ämbetet|tjänsten|centret"
    r"|universitetet|högskolan|anstalten|vården|analys)"
    r"|[A-ZÅÄÖ]{2,}\w*|Statens \w.*|Sveriges \w.*|(?:Myndigheten|Institutet|Inspektionen"
    r"|Delegationen|Nämnden|Styrelsen|Rådet|Stiftelsen|Forskningsrådet) (?:för|mot|om|av) \w.*"
    r"|.* (?:universitet|högskola"
    r"|AB|län)|Länsstyrelsen\b.*|Brå|Digg|Formas|Vinnova|Sida|Forte)$"
)
OURS = frozenset({"Myndigheten", "Myndigheterna", "Länsstyrelsen", "Länsstyrelserna"})


def is_others_duty(text: str, names: frozenset[str]) -> bool:
    """Whether a sentence names someone else than the receivers as the one who shall."""
    if COLLECTIVE_SUBJECT.match(text):
        collective = PLURAL.sub("", text.split()[0].casefold())
        if collective == "lärosäte":
            return not any(word in name for word in LEARNING for name in names)
        return not any(collective in name.casefold() for name in names)
    match = SUBJECT.match(text)
    if match is None or not names:
        return False
    subjects = [name for name in (match["name"], match["second"]) if name]
    return not any(_is_ours(subject, names) for subject in subjects)


def _is_ours(subject: str, names: frozenset[str]) -> bool:
    if subject in OURS or not BODY.match(subject):
        return True
    return any(_same_body(subject, name) for name in names)


SHORTEST_NAME = 5
PLURAL = re.compile(r"(?:rna|r|en|n|na)$")
LEARNING = ("universitet", "högskola")


def _same_body(one: str, other: str) -> bool:
    """ "Skolverket" is "Statens skolverk"; "Länsstyrelsen" is "Länsstyrelsen i Stockholms län"."""
    if one.isupper() and _are_initials(one.casefold(), other.casefold()):
        return True
    one, other = one.casefold(), other.casefold()
    if "länsstyrelser" in other and one.startswith("länsstyrelsen"):
        return True
    if one == other or other.startswith(one) or one.startswith(other):
        return True
    last = other.rpartition(" ")[2]
    return len(last) >= SHORTEST_NAME and one.startswith(last)


def _are_initials(short: str, name: str) -> bool:
    """ "SBU" is "Statens beredning för medicinsk och social utvärdering"."""
    words = iter(re.split(r"[ -]+", name))
    return all(any(word.startswith(letter) for word in words) for letter in short)
