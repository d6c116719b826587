"""The formulas by which the government gives an assignment: to whom, and where the task begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from varn.mandate.rules.reading.facts import Found
from varn.mandate.rules.reading.layout import Part
from varn.mandate.rules.reading.organisations import receivers
from varn.mandate.rules.reading.sentences import Sentence

ADVERB = (
    r"(?:samtidigt|vidare|nu|även|därför|också|dessutom|härmed|i dag|regeringen|vid behov"
    r"|därutöver)"
)
WHO = r"(?P<who>(?:[^:.]|(?<=Kungl)\.){2,700}?(?:\.[^:. ][^:.]{0,100}?)?)"
MANDATE = (
    r"i (?:ett )?(?:fortsatt |förnyat |utökat |förlängt |särskilt |gemensamt |nytt "
    r"|kompletterande )*uppdrag"
)
TASK = r"(?P<task> ?:|,? att\b|,? om\b|,? under\b|,? dels\b|,?)"

FORMULAS = (
    # "Regeringen uppdrar åt Boverket att …"
    re.compile(
        rf"\b(?:uppdrar|uppdra|uppdras)(?: {ADVERB})* (?:åt|till) {WHO}(?P<task>,? att\b"
        rf"|,? dels\b| ?:)"
    ),
    # "Regeringen beslutar att ge Socialstyrelsen i uppdrag att …"
    re.compile(rf"\b(?:ge|ger|lämnar)(?: {ADVERB})* {WHO} {MANDATE}{TASK}"),
    # "Socialstyrelsen får i uppdrag att …"
    re.compile(
        rf"^(?!De[nt]? )(?=.* (?:får|ges|få) )(?:För \d{{4}} )?{WHO} (?:får|ges|ska ges"
        rf"|ska få)(?: {ADVERB})* {MANDATE}{TASK}"
    ),
    # "Regeringen förlänger uppdraget till Digg att …"
    re.compile(
        rf"^Regeringen (?:beslutar att )?(?:förläng|ändr|komplettera|utök"
        rf"|utvidga)\w* (?:\w+ (?:för )?)?uppdraget (?:till|åt|för) {WHO}"
        r"(?P<task>,? att\b|,? om\b|,? avseende\b|,? i fråga\b|,? när det\b|,(?! [A-ZÅÄÖ])"
        r"|\.(?!(?<=Kungl\.)))"
    ),
    # "Regeringen beslutar att Kammarkollegiet ska …", "Regeringen utser …"
    re.compile(rf"^Regeringen beslutar att {WHO} (?P<task>ska|får)\b"),
    re.compile(rf"^Regeringen (?:utser|bemyndigar) {WHO} (?P<task>att|till)\b"),
)
GIVING = FORMULAS[:4]  # those that say "uppdrag" themselves
# What was asked before isn't asked now.
PAST = re.compile(
    r"\b(?:gav|fick|uppdrog|gavs|uppdrogs|har (?:\w+ )?(?:fått|gett|givit|getts|uppdragit"
    r"|haft)|tidigare gett)\b"
)
OPEN_PARTS = frozenset({Part.HEAD, Part.DECISION, Part.DETAILS})
BEFORE_NAME = re.compile(r"^(?:(?:regeringen|därför|också|även|nu|samtidigt|vidare|till|åt) )+")
OF_A_PLACE = re.compile(
    r",? (?:i samarbete|i samverkan|i samråd|i syfte|inom ramen|som|med stöd)\b.*$", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Operative:
    """A sentence that gives an assignment: its receivers and where its task begins."""

    sentence: Sentence
    receivers: tuple[Found[str], ...]
    task_start: int


def operatives_of(sentences: Sequence[Sentence]) -> list[Operative]:
    return [found for sentence in sentences if (found := operative(sentence))]


def operative(sentence: Sentence) -> Operative | None:
    if sentence.part not in OPEN_PARTS or not _may_give(sentence.text):
        return None
    for formula in FORMULAS:
        match = formula.search(sentence.text)
        if match and not PAST.search(sentence.text[: match.start("task")]):
            receivers = tuple(_receivers(match, sentence))
            if receivers or (formula in GIVING and _gives_to_the_named(match)):
                return Operative(sentence, receivers, _task_start(match))
    return None


def _may_give(text: str) -> bool:
    """Whether a sentence has the words that every formula needs."""
    return "uppdra" in text or text.startswith("Regeringen ")


def _receivers(match: re.Match[str], sentence: Sentence) -> Iterator[Found[str]]:
    who, start = match["who"], match.start("who")
    lead = BEFORE_NAME.match(who)
    skipped = lead.end() if lead else 0
    who = OF_A_PLACE.sub("", who[skipped:])
    yield from receivers(who, sentence.start + start + skipped)


def _gives_to_the_named(match: re.Match[str]) -> bool:
    """ "… ge de myndigheter som anges i detta beslut i uppdrag" is an assignment without a name."""
    return bool(re.search(r"\bmyndighet|\blänsstyrelse|\buniversitet", match["who"]))


def _task_start(match: re.Match[str]) -> int:
    """Where *att …* begins, or the end of the formula when a list follows."""
    task = match["task"]
    return match.start("task") + len(task) - len(task.lstrip(" ,:"))
