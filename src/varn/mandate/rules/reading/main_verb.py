"""Whether a sentence obliges in its main clause, not only in one that hangs on "som" or "att"."""

import re

OBLIGES = re.compile(r"\b(?:ska|skall|bör|måste|får inte)\b", re.IGNORECASE)
# A word after which the verb stands in a clause of its own ("… om Sverige ska ha …").
SUBORDINATOR = re.compile(
    r"\b(?:(?<!föreskriva )(?<!använda )(?<!fungera )som|om(?! \d)|hur|vilka|vilken|vilket|när"
    r"|där|eftersom|så att|för att|innan|vad"
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
VERB_OF_SOM = re.compile(
    r" (?:inte |även |också )?\w+(?:r|as|es|de|te|its|ats"
    r"|ås|ns|örs|lls|vs|ggs|rts)\b"
)
FINITE = re.compile(
    r"\b(?:har|är|ska|skall|kan|får|bör|omfattas|ingår|finns|framgår|berörs|avses|anges|deltar"
    r"|hade|var|blir|gäller|avser"
    r"|används|lämnas|behövs|krävs|bedrivs|pågår|utgör|följer|genomförs|\w+(?:ats|tts|its|yggts"
    r"|örts|agits))\b"
)
# "hur arbetet fortlöper", "som regeringen beslutar"
CLAUSE = re.compile(r" \w+(?:et|en|erna|arna|orna) \w{3,}(?:er|ar|as)\b(?! \w+(?:a|ar|er)\b)")
# Without a verb before it "om" is a preposition: "Kunskap om isvett ska spridas".
VERB = re.compile(
    rf"{FINITE.pattern}|\b(?:uppdrar|ger|beslutar|får|[a-zåäö]{{3,}}(?:ar|er))\b"
    rf"|\b(?!{ADJECTIVE})\w{{3,}}a\b"
)
AS_WELL_AS = re.compile(r"\b(?:[Ss]åväl|[Ss]å snart|[Bb]åde)\b.{1,100}? som ")
# "Eftersom … kan kräva stöd ska bidraget …": the subject behind its verb is of the main clause
INVERTED = re.compile(r"\b(?:ska|skall|bör) (?!även|redan|sedan|igen)\w{3,}(?:et|en)\b")
# "Uppdraget innebär att myndigheten ska …"
MEANS = re.compile(r"^(?:[\w ]{0,40} )?[Uu]ppdraget innebär (?:även |också |dels )?att\b")


def has_main_verb(text: str) -> bool:
    """Whether some "ska" or "bör" belongs to the main clause."""
    if INVERTED.search(text) or MEANS.match(text):
        return True
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
    return not FINITE.search(between) and not CLAUSE.match(between)
