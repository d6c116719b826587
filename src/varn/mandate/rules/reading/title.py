"""The title of a decision, under which it is known ever after."""

import re
from collections.abc import Sequence

from varn.mandate.rules.reading.facts import Found
from varn.mandate.rules.reading.layout import Line, Part, Shape
from varn.mandate.rules.reading.registry import NUMBER
from varn.mandate.rules.reading.words import DEPARTMENT

# The words that titles of the genre begin with.
STARTERS = (
    r"Uppdrag|Fortsatt|Ändring|Ändrat|Ändrad|Förläng|Förnyat|Utökat|Utökning|Komplettering"
    r"|Kompletterande"
    r"|Tillägg|Regleringsbrev|Regeringsuppdrag (?:att|om|till)|Framställning|Strategi|Utbetalning"
    r"|Bemyndigande"
    r"|Gemensamt uppdrag|Godkännande|Inrättande|Kommittédirektiv|Handlingsplan|Nationell"
    r"|Finansiering"
    r"|Upphävande|Överenskommelse|Användning|Disposition|Ersättning|Begäran|Riktlinjer"
    r"|Anvisningar|Fördelning"
    r"|Statsbidrag|Särskilt uppdrag|Medel |Stöd |Bidrag |Erbjudande|Genomförande av|Samordning"
    r"|Utvärdering av"
    r"|Försöksverksamhet|Program |Redovisning|Utvidga|Tilldelning|Avslut|Återkallelse|Beslut om"
    r"|Insatser|Åtgärder"
)
STARTER = re.compile(rf"(?:{STARTERS})")
IN_FLOW = re.compile(rf" (?P<title>(?:{STARTERS})[^\n]{{5,400}})$")
NOT_TITLE = re.compile(
    rf"REGERINGEN$|Regeringen$|Regeringsbeslut|Regeringsuppdrag(?: från .*)?$|[IVX]+:\d+$"
    rf"|\d{{4}}-\d\d-\d\d|\(?delvis\)?$|{DEPARTMENT}$"
    r"|Box \d|\d{3} ?\d{2} [A-ZÅÄÖ]|Publicerad|Uppdaterad|Enligt sändlista|Bilaga|Beslut"
    r"|Departement|Diarienummer|Dnr|Datum"
    r"|(?:Kommitté|Tilläggs)direktiv$|Remiss$|Promemoria$|Pressmeddelande|Ladda ner|Dela|Lyssna"
    r"|Skriv ut|Innehåll"
)
TAIL = re.compile(
    r"[ ,]*(?:Diarienummer ?:|Publicerad\b|Uppdaterad\b|\(?delvis\)?$).*$"
    r"| \d{1,2} bilag(?:a|or)$|(?<!\bm\.m)(?<!\bm\.fl)[ .]+$",
    re.DOTALL,
)


def title_of(text: str, lines: Sequence[Line]) -> Found[str] | None:
    head = [line for line in lines if line.part is Part.HEAD] or list(lines[:1])
    candidates = (
        _starting(head),
        next((line for line in head if text[: line.start].endswith("# ")), None),
        _last_plain(head),
    )
    line = next((line for line in candidates if line is not None), None)
    return _trimmed(line.text, line.start) if line else _in_flow(head)


def _starting(head: Sequence[Line]) -> Line | None:
    return next((line for line in head if STARTER.match(line.text) and not _is_token(line)), None)


def _is_token(line: Line) -> bool:
    return bool(NOT_TITLE.match(line.text) or NUMBER.match(line.text))


def _last_plain(head: Sequence[Line]) -> Line | None:
    """The last line of the head that is neither a mark of the letter nor running text."""
    plain = [line for line in head if not _is_token(line) and line.shape is not Shape.ITEM]
    short = [line for line in plain if not line.text.endswith((".", ":", ","))]
    return short[-1] if short else None


def _in_flow(head: Sequence[Line]) -> Found[str] | None:
    """The title of a letter whose whole head stands on one line."""
    for line in head:
        if match := IN_FLOW.search(line.text):
            return _trimmed(match["title"], line.start + match.start("title"))
    return None


def _trimmed(text: str, start: int) -> Found[str] | None:
    kept = TAIL.sub("", text, count=1).rstrip(" ")
    return Found(kept, (start, start + len(kept))) if kept else None
