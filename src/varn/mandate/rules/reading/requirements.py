"""Requirements: every sentence that obliges whoever has the mandate ("ska", "bör")."""

import re
from collections.abc import Iterator, Sequence

from varn.mandate.rules.reading.duties import is_others_duty
from varn.mandate.rules.reading.facts import Assignment, Requirement
from varn.mandate.rules.reading.layout import Part
from varn.mandate.rules.reading.main_verb import OBLIGES, has_main_verb
from varn.mandate.rules.reading.sentences import Sentence

# "ges också i uppdrag", "ansvarar för att": today's pages state duties in the present tense.
REPORTS = re.compile(r"\b(?:del|slut|åter)?redovisa[rs]\b.*\bsenast\b|\bansvarar för att\b")
# Sentences that tell what was, or what the government thinks.
TELLS = re.compile(
    r"^(?:Regeringen (?:anser|bedömer|har|avser|gör|vill|konstaterar|delar|föreslår|föreslog|gav"
    r"|beslutade|presenterade)|Enligt (?!uppdraget )|Av (?:\w+ )?(?:förordningen|lagen)"
    r"|Det är regeringens|Syftet |Riksdagen|I (?:regleringsbrevet|budgetpropositionen"
    r"|propositionen))"
)
WAS_ASKED = re.compile(r"\b(?:har fått i uppdrag|fick i uppdrag)\b")
DUTIES_OF_THE_GOVERNMENT = re.compile(r"^Regeringen (?:ska|bör|skall)\b")
OTHERS_PARTS = frozenset({Part.BACKGROUND, Part.CLOSING, Part.COPIES, Part.ALIKE, Part.ANNEX})


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
