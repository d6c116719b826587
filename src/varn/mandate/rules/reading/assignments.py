"""The assignments of a decision: the tasks after *i uppdrag att*, one for each item of a list."""

import re
from collections.abc import Iterator, Sequence

from varn.mandate.rules.reading.facts import Assignment, Found
from varn.mandate.rules.reading.layout import Part
from varn.mandate.rules.reading.operative import Operative
from varn.mandate.rules.reading.sentences import Sentence

# "I uppdraget ingår även att lämna metodstöd …"
INCLUDED = re.compile(
    r"\b(?:I (?:detta |det )?uppdraget? (?:ska )?(?:ingår?|omfattar)|Uppdraget omfattar"
    r"|Uppdraget innefattar)"
    r"(?! inte)(?: \w+){0,3}? att\b"
)
# "Länsstyrelsen i Stockholms län ska också verka för …": a further task beside the first.
FURTHER = re.compile(
    r"^(?:Vidare |Dessutom )?[^,;:]{2,140}? ska (?:också|även|vidare|därutöver"
    r"|dessutom)\b(?! \w*?ha en| (?:\w+ )?(?:redovisa|delredovisa|rapportera|informera"
    r"|inkomma|samråda|samverka|samarbeta|föra|inhämta|hämta in|hänvisa|innehålla|beakta"
    r"|hålla|senast|belysa|vara|ange|motivera|utgå|stämma av|särskilt|ta hänsyn)\b)"
)
OURS = ("Myndigheten ", "Myndigheterna ", "Länsstyrelsen ska", "Länsstyrelserna ska", "Lärosätena ")
MONEY = re.compile(r"kronor|ekonomisk", re.IGNORECASE)
TASK_IN_TITLE = re.compile(r"\b[Uu]ppdrag\b.*?\b(?P<task>(?:att|om|avseende|angående) .+)")
LIST_ENDS = re.compile(r"(?:,|;)?(?: samt| och)?$|\.$")


def assignments_of(
    operatives: Sequence[Operative],
    sentences: Sequence[Sentence],
    names: frozenset[str],
    title: Found[str] | None,
) -> tuple[Assignment, ...]:
    """In the text's order; a list under *i uppdrag att:* gives one for each of its items."""
    opening = {found.sentence.start: found for found in operatives}
    seen: dict[str, Assignment] = {}
    if title and not operatives:
        tasks = list(_in_title(title)) or list(_first_duty(sentences))
        seen = {task.text.casefold(): task for task in tasks}
    for position, sentence in enumerate(sentences):
        if found := opening.get(sentence.start):
            tasks = list(_tasks(found, sentences[position + 1 :]))
        else:
            tasks = list(_further(sentence, sentences[position + 1 :], names))
        for task in tasks:
            seen.setdefault(task.text.casefold(), task)
    return tuple(seen.values())


def _in_title(title: Found[str]) -> Iterator[Assignment]:
    """A page without the formula still names the task in its title ("Uppdrag att …")."""
    if match := TASK_IN_TITLE.search(title.value):
        start, end = title.span[0] + match.start("task"), title.span[0] + match.end("task")
        yield Assignment(match["task"], (start, end))


def _first_duty(sentences: Sequence[Sentence]) -> Iterator[Assignment]:
    """Without a task in the title either, the first sentence that obliges is the task."""
    for sentence in sentences:
        if not sentence.is_item and re.search(r"\bska\b", sentence.text):
            yield _assignment(sentence, 0)
            return


def _tasks(found: Operative, following: Sequence[Sentence]) -> Iterator[Assignment]:
    items = _items(found.sentence, following)
    if items:
        for item in items:
            yield _assignment(item, 0)
    else:
        yield _assignment(found.sentence, found.task_start)


def _items(lead: Sentence, following: Sequence[Sentence]) -> list[Sentence]:
    """The list items that a sentence opens: first sentences only, until the list ends."""
    items: list[Sentence] = []
    if not lead.text.endswith((":", " att", ",")):
        return items
    for sentence in following:
        if not sentence.is_item:
            break
        if not items or items[-1].line != sentence.line:
            items.append(sentence)
    return items


def _further(
    sentence: Sentence, following: Sequence[Sentence], names: frozenset[str]
) -> Iterator[Assignment]:
    if sentence.part is not Part.DECISION or sentence.is_item:
        return
    if "ppdrag" in sentence.text and (match := INCLUDED.search(sentence.text)):
        items = _items(sentence, following)
        for item in items:
            yield _assignment(item, 0)
        if not items:
            yield _assignment(sentence, match.end() - len("att"))
    elif _is_further_task(sentence.text, names):
        yield _assignment(sentence, 0)


def _is_further_task(text: str, names: frozenset[str]) -> bool:
    return (
        FURTHER.match(text) is not None
        and text.startswith((*names, *OURS))
        and MONEY.search(text) is None
    )


def _assignment(sentence: Sentence, start: int) -> Assignment:
    end = LIST_ENDS.search(sentence.text, start)
    length = end.start() if end and end.start() > start else len(sentence.text)
    return Assignment(sentence.text[start:length], sentence.at(start, length))
