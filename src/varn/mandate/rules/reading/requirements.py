"""Requirements: every sentence that obliges whoever has the mandate ("ska", "bör")."""

import re
from collections.abc import Iterator, Sequence

from varn.mandate.rules.reading.facts import Assignment, Requirement
from varn.mandate.rules.reading.layout import Part
from varn.mandate.rules.reading.organisations import NAME
from varn.mandate.rules.reading.sentences import Sentence
from varn.mandate.rules.reading.words import COLLECTIVES

OBLIGES = re.compile(r"\b(?:ska|skall|bör|måste|får inte)\b", re.IGNORECASE)
# "ges också i uppdrag", "ansvarar för att": today's pages state duties in the present tense.
REPORTS = re.compile(r"\b(?:del|slut|åter)?redovisa[rs]\b.*\bsenast\b|\bansvarar för att\b")
# A word after which the verb stands in a clause of its own ("… om Sverige ska ha …").
SUBORDINATOR = re.compile(
    r"\b(?:som|om|hur|vilka|vilken|vilket|när|där|eftersom|så att|för att|innan|vad"
    r"|huruvida|medan|att|dit)\b"
)
# "för att finansiera uppdraget ska …", but not "för att statliga bidrag ska …"
ADJECTIVE = (
    r"\w+(?:liga|iska|ella|rda|nta|ativa|tiga|kna|gna|ära|abla|iva)\b|(?:nya|andra|samma|alla"
    r"|många|unga|dessa|vissa|olika|flera"
    r"|egna|stora|goda|bra|hela|sådana|rätta|det|de|den|en|ett|detta|sina)\b"
)
INFINITIVE = re.compile(
    rf" (?:(?:inte|även|bättre|vid|behov|på|\w+t) ){{0,3}}?(?!{ADJECTIVE})(?:\w+a|få|gå|se"
    rf"|ge|ske|stå|bli|nå|ha|bo|dra|må|slå)\b"
)
# "Statistiken som publiceras ska …": the verb of "som" stands right behind it.
VERB_OF_SOM = re.compile(r" (?:inte |även |också )?\w+(?:r|as|es|de|te|its|ats)\b")
FINITE = re.compile(
    r"\b(?:har|är|ska|skall|kan|får|bör|omfattas|ingår|finns|framgår|berörs|avses|anges|deltar"
    r"|hade|var|blir|gäller|avser"
    r"|används|lämnas|behövs|krävs|bedrivs|pågår|utgör|följer|genomförs|\w+(?:ats|tts|its|yggts"
    r"|örts|agits))\b"
)
# Without a verb before it "om" is a preposition: "Kunskap om isvett ska spridas".
VERB = re.compile(
    rf"{FINITE.pattern}|\b(?:uppdrar|ger|beslutar|får|[a-zåäö]{{3,}}(?:ar|er))\b"
    rf"|\b(?!{ADJECTIVE})\w{{3,}}a\b"
)
AS_WELL_AS = re.compile(r"\b(?:[Ss]åväl|[Ss]å snart|[Bb]åde)\b.{1,100}? som ")
# Sentences that tell what was, or what the government thinks.
TELLS = re.compile(
    r"^(?:Regeringen (?:anser|bedömer|har|avser|gör|vill|konstaterar|delar|föreslår|föreslog|gav"
    r"|beslutade|presenterade)|Enligt |Av (?:\w+ )?(?:förordningen|lagen)"
    r"|Det är regeringens|Syftet |Riksdagen|I (?:regleringsbrevet|budgetpropositionen"
    r"|propositionen))"
)
WAS_ASKED = re.compile(r"\b(?:har fått i uppdrag|fick i uppdrag)\b")
DUTIES_OF_THE_GOVERNMENT = re.compile(r"^Regeringen (?:ska|bör|skall)\b")
OTHERS_PARTS = frozenset({Part.BACKGROUND, Part.CLOSING, Part.COPIES, Part.ALIKE, Part.ANNEX})
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
    r"(?:\w{2,}(?:verket|styrelsen|rådet|nämnden|inspektionen|institutet|kansliet|kollegiet"
    r"|kontoret|polisen|byrån|ombudsmannen"
    r"|förmedlingen|kassan|museet|tinget|departementet|domstolen|försvaret|centralen|laboratoriet"
    r"|tullen|fogden|myndigheten|kåren|stödsnämnden)"
    r"|[A-ZÅÄÖ]{2,}\w*|Statens \w.*|Sveriges \w.*|Myndigheten för \w.*|.* (?:universitet|högskola"
    r"|AB|län)|Länsstyrelsen\b.*|Brå|Digg|Formas|Vinnova|Sida|Forte)$"
)
OURS = frozenset({"Myndigheten", "Myndigheterna", "Länsstyrelsen", "Länsstyrelserna"})


def requirements_of(
    sentences: Sequence[Sentence], assignments: Sequence[Assignment], names: frozenset[str]
) -> tuple[Requirement, ...]:
    tasks = {assignment.span[0] for assignment in assignments}
    words = [stems(assignment.text) for assignment in assignments]
    found = []
    for sentence in sentences:
        if not _is_task(sentence, tasks) and not opens_list(sentence) and obliges(sentence, names):
            number = assignment_of(sentence, words)
            found.append(Requirement(number, _wording(sentence), sentence.span))
    return tuple(found)


def opens_list(sentence: Sentence) -> bool:
    """Whether a sentence only opens a list ("Analysen ska:"), whose items then oblige."""
    return not sentence.is_item and sentence.text.endswith((":", " ska", " även", " bör"))


def _wording(sentence: Sentence) -> str:
    """A list item reads on from the words that open its list."""
    if sentence.is_item and OBLIGES.search(sentence.lead) and len(sentence.lead) <= LONGEST_LEAD:
        return f"{sentence.lead.rstrip(':').rstrip()} {sentence.text}"
    return sentence.text


LONGEST_LEAD = 200


def _is_task(sentence: Sentence, tasks: set[int]) -> bool:
    """Whether a list item is itself an assignment, not a demand on one."""
    return sentence.is_item and sentence.start in tasks


def obliges(sentence: Sentence, names: frozenset[str]) -> bool:
    if sentence.part in OTHERS_PARTS and not _speaks_of_mandate(sentence, names):
        return False
    if tells(sentence.text) or DUTIES_OF_THE_GOVERNMENT.match(sentence.text):
        return False
    if sentence.is_item:
        return bool(OBLIGES.search(sentence.lead)) or has_main_verb(sentence.text)
    if is_others_duty(sentence.text, names) or sentence.text.endswith("?"):
        return False
    return has_main_verb(sentence.text) or bool(REPORTS.search(sentence.text))


def tells(text: str) -> bool:
    """Whether a sentence tells what was, or what the government thinks."""
    return bool(TELLS.match(text)) or ("i uppdrag" in text and bool(WAS_ASKED.search(text)))


def _speaks_of_mandate(sentence: Sentence, names: frozenset[str]) -> bool:
    """Even among the reasons, "Uppdraget ska …" and "Boverket ska …" oblige."""
    if sentence.part is not Part.BACKGROUND:
        return False
    subjects = ("Uppdraget ska ", *(f"{name} ska " for name in names))
    return sentence.text.startswith(subjects)


def has_main_verb(text: str) -> bool:
    """Whether some "ska" or "bör" belongs to the main clause."""
    return any(not _is_subordinate(text[: match.start()]) for match in OBLIGES.finditer(text))


def _is_subordinate(before: str) -> bool:
    """Whether the nearest "som", "om" or "att" still waits for its verb."""
    before = AS_WELL_AS.sub("", before)
    nearest = next(reversed(list(SUBORDINATOR.finditer(before))), None)
    if nearest is None:
        return False
    between = before[nearest.end() :]
    if nearest.group() in {"att", "för att", "så att"} and INFINITIVE.match(between):
        return False
    if nearest.group() == "om" and not VERB.search(before[: nearest.start()]):
        return False
    if nearest.group() == "som" and VERB_OF_SOM.match(between):
        return False
    return not FINITE.search(between)


def is_others_duty(text: str, names: frozenset[str]) -> bool:
    """Whether a sentence names someone else than the receivers as the one who shall."""
    if COLLECTIVE_SUBJECT.match(text):
        collective = text.split()[0].casefold().removesuffix("na")
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


def _same_body(one: str, other: str) -> bool:
    """ "Skolverket" is "Statens skolverk"; "Länsstyrelsen" is "Länsstyrelsen i Stockholms län"."""
    one, other = one.casefold(), other.casefold()
    if "länsstyrelser" in other and one.startswith("länsstyrelsen"):
        return True
    if one == other or other.startswith(one) or one.startswith(other):
        return True
    last = other.rpartition(" ")[2]
    return len(last) >= SHORTEST_NAME and one.startswith(last)


STEM, SHORTEST, FEWEST = 7, 6, 2


def assignment_of(sentence: Sentence, tasks: Sequence[frozenset[str]]) -> int | None:
    """The task that the heading names, else the one whose stems the sentence shares most."""
    if len(tasks) < FEWEST or sentence.part is not Part.DETAILS:
        return None
    if "i sin helhet" in sentence.text:
        return None
    return _nearest(stems(sentence.heading), tasks) or _nearest(stems(sentence.text), tasks)


def _nearest(own: frozenset[str], tasks: Sequence[frozenset[str]]) -> int | None:
    """The one that shares most words, at least two; None when none stands out."""
    scores = [len(own & task) for task in tasks]
    best = max(scores)
    if best < FEWEST or scores.count(best) > 1:
        return None
    return scores.index(best) + 1


def stems(text: str) -> frozenset[str]:
    return frozenset(_stems(text))


def _stems(text: str) -> Iterator[str]:
    for word in re.findall(r"\w+", text.casefold()):
        if len(word) >= SHORTEST or word == "eu":
            yield word[:STEM]
