"""Whom the work is done together with: consultation, cooperation, dialogue, views gathered."""

import re
from collections.abc import Iterator, Sequence

from varn.mandate.rules.reading.facts import Found
from varn.mandate.rules.reading.layout import Part
from varn.mandate.rules.reading.organisations import distinct, is_name, row
from varn.mandate.rules.reading.sentences import Sentence
from varn.mandate.rules.reading.words import COLLECTIVES

TOGETHER = re.compile(
    r"\b(?:(?:i|efter) (?:nära |gott |löpande |tätt )?(?:samråd|samverkan|samarbete"
    r"|dialog)(?: och (?:samråd|samverkan|samarbete|i? ?dialog))?"
    r"|samråda|samråder|samverka|samverkar|samarbeta|samarbetar|samtala|samtalar"
    r"|samråd ska (?:även |också )?(?:ske|göras)"
    r"|(?:samverkan|samarbete|dialog)(?:en)? ska (?:även |också )?(?:ske|föras|bedrivas)"
    r"|föra (?:en )?(?:\w+ )?(?:dialog|samtal)|för dialog|ha en (?:\w+ )?dialog) (?:ske )?med "
    r"|\b(?:inhämta|inhämtar|hämta in|hämtar in|ta in)(?: \w+){0,3} (?:synpunkter|underlag"
    r"|information|erfarenheter|kunskap|upplysningar)(?: och \w+)? från "
    r"|\b(?:informera och )?inhämta synpunkter från |\befter hörande av |\bhöra (?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
# "Konkurrensverket ska beredas möjlighet att lämna synpunkter"
HEARD = re.compile(
    r"^(?P<names>[A-ZÅÄÖ][^:;]{2,200}?) (?:ska|skall|bör) (?:beredas|ges) (?:möjlighet|tillfälle)"
    r" att (?:lämna|inkomma med|yttra|komma in med)"
)
COORDINATOR = re.compile(
    r"den (?:\w+ )?samordnaren (?:för|mot) [^,;.:()]{3,120}(?: \([^()]*\))?(?=,| och [A-ZÅÄÖ])"
)
# One of these stands in every text that those words fit.
SIGNS = (
    "samr",
    "samv",
    "samarb",
    "samtal",
    "dialog",
    "hämta",
    "ta in",
    "efter hör",
    "höra ",
    "bereda",
    "ges ",
)
# Where the row of names ends.
ROW_END = re.compile(
    r"[.;:]|,? (?:att|för att|om|kring|avseende|angående|i syfte|i fråga|i [a-zåäö]+ frågor"
    r"|rörande|vid(?! [A-ZÅÄÖ])|som|vilka|vilken|under|inom ramen|utifrån|när|genom|beträffande"
    r"|inför|ta fram|utarbeta|och i (?:samråd|dialog|samverkan)|samt i (?:samråd|dialog"
    r"|samverkan)|(?:och|samt) (?:samverka|samråda|samarbeta|samtala|redovisa|ta|bidra|lämna|utgå"
    r"|inhämta|beakta|vid behov|med beaktande|sprida|genomföra|föra)\w*"
    r"|och (?:ska|bör|hämta|stödja|utveckla|identifiera)|i (?:arbetet|genomförandet|detta|den"
    r"|fråga|sitt|relevanta)|senast|lämna|gemensamt|inom|där|varvid|på|efter|ha|identifiera"
    r"|analysera|dels|skyndsamt|initiera|bilda|särskilt|tillgängliggöra|ett|genomföra|se över"
    r"|fortsätta|stärka|upprätta|utveckla|löpande|planera|kartlägga|föreslå|bistå|berörs"
    r"|till följd|ansvara|mot|så|följa|säkerställa|sammanställa)\b"
)
# Rows that name nobody: "andra relevanta aktörer", "berörda myndigheter".
VAGUE = re.compile(
    r"(?:(?:andra|övriga|berörda|relevanta|fler|dessa|de|olika|samtliga|vissa|nämnda|statliga"
    r"|regionala|lokala|närmast|sådana) ?)*"
    r"(?:aktörer(?:na)?|myndigheter(?:na)?|parter(?:na)?|intressenter|organisationer|instanser"
    r"|departement|verk|expertmyndigheter|myndigheten|sakkunniga|experter)\b(?! för | mot | av )"
    r"|företrädare|representanter|andra\b(?! \w*(?:länsstyrelser|kommuner|regioner|landsting))"
    r"|varandra|departement|övriga$",
    re.IGNORECASE,
)
KIND_OF_BODY = re.compile(
    rf"(?:\w+ ){{0,3}}(?:{COLLECTIVES}|\w*förvaltningar(?:na)?)(?: i \w+)?$", re.IGNORECASE
)
GOVERNMENT = re.compile(r"(?:Regeringskansliet|Regeringen|EU|\w+departementet)\b", re.IGNORECASE)
PAST = re.compile(
    r"\b(?:har (?:tagits|skett|genomförts|utarbetats|fått)|skedde|genomfördes|gav|togs)\b"
)
PARTS = frozenset({Part.HEAD, Part.DECISION, Part.DETAILS})


def consult_of(sentences: Sequence[Sentence], receivers: frozenset[str]) -> tuple[Found[str], ...]:
    """The bodies named after "i samråd med", "samverka med", "inhämta synpunkter från"."""
    found = []
    for sentence in sentences:
        if sentence.part in PARTS and _may_name(sentence.text):
            found += [name for name in _in_sentence(sentence) if name.value not in receivers]
    return distinct(found)


def _may_name(text: str) -> bool:
    """Whether a sentence has any of the words that names of others follow, and isn't history."""
    small = text.lower()
    return any(sign in small for sign in SIGNS) and not PAST.search(text)


def _in_sentence(sentence: Sentence) -> Iterator[Found[str]]:
    text = sentence.text
    if heard := HEARD.match(text):
        yield from (name for name in row(heard["names"], sentence.start) if _is_body(name.value))
    for match in TOGETHER.finditer(text):
        end = ROW_END.search(text, _past_coordinator(text, match.end()))
        stop = _past_abbreviation(text, end.start()) if end else len(text)
        for name in row(text[match.end() : stop], sentence.start + match.end()):
            if _is_body(name.value):
                yield name


def _past_coordinator(text: str, start: int) -> int:
    """ "den nationella samordnaren för att …, Socialstyrelsen": its task is part of its name."""
    match = COORDINATOR.match(text, start)
    return match.end() if match else start


def _past_abbreviation(text: str, stop: int) -> int:
    """ "samverka med bl.a. Socialstyrelsen": the stop in "bl.a." ends nothing."""
    while (
        text[stop : stop + 1] == "." and not re.match(r"\.(?:$| )", text[stop : stop + 2])
    ) or text[max(0, stop - 4) : stop] in {"bl.a", " m.m", "m.fl", "t.ex"}:
        end = ROW_END.search(text, stop + 1)
        if end is None:
            return len(text)
        stop = end.start()
    return stop


def _is_body(name: str) -> bool:
    if VAGUE.match(name) or GOVERNMENT.match(name):
        return False
    return is_name(name) or bool(KIND_OF_BODY.match(name))
