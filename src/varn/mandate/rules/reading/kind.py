"""What sort of document a text is; one that is no assignment says so."""

import re
from collections.abc import Sequence

from varn.mandate.rules.reading.facts import DocumentKind, Found
from varn.mandate.rules.reading.layout import Line, Part
from varn.mandate.rules.reading.operative import Operative

DIRECTIONS = re.compile(
    r"\b(?:Ändring av )?[Rr]egleringsbrev(?:et)? (?:för|avseende|\d{4})|\bREGLERINGSBREV\b"
    r"|^Regleringsbrev",
    re.MULTILINE,
)
TITLE_OF_ASSIGNMENT = re.compile(
    r"(?:Fortsatt |Förnyat |Utökat |Förlängt |Kompletterande |Gemensamt |Nytt "
    r"|Särskilt )?(?:[Rr]egerings)?[Uu]ppdrag"
    r"|(?:Ändring|Ändrad|Ändrat|Komplettering|Förläng|Framställning|Tillägg|Utök|Utvidg"
    r"|Upphörande|Upphävande)\w*\b.*"
    r"\b(?:uppdrag|beslut)",
)
# Kinds of documents that speak of assignments without being one.
OTHERS = re.compile(
    r"^(?:# )?(?:Tilläggsdirektiv|Kommittédirektiv|Direktiv\b|Pressmeddelande|Debattartikel"
    r"|Artikel\b|Remiss\b|Remissvar|Remissyttrande"
    r"|Yttrande\b|Lagrådsremiss|Proposition\b|Regeringens proposition|Skrivelse\b|Rapport\b"
    r"|Slutrapport|Delrapport|Promemoria"
    r"|Interpellation|Skriftlig fråga|Svar på|Motion\b|Betänkande|Protokoll\b|Förordning|Lag \("
    r"|Svensk författningssamling|Inbjudan"
    r"|Nyhet\b|Tal\b|Minnesanteckningar|Redovisning av (?:regerings)?uppdrag|Överenskommelse\b"
    r"|Faktablad|Departementsserien|Dir\. \d{4})",
    re.MULTILINE | re.IGNORECASE,
)
DIRECTIVE = re.compile(
    r"\b(?:kommittédirektiv|tilläggsdirektiv|särskild utredare|utredaren ska)", re.IGNORECASE
)
QUOTED = re.compile(
    r"[,–-] ?säger (?:\w+ ){0,3}\w*(?:minister|generaldirektör|statsråd)", re.IGNORECASE
)
HEAD_LENGTH = 600


def kind_of(
    text: str, lines: Sequence[Line], title: Found[str] | None, operatives: Sequence[Operative]
) -> Found[DocumentKind]:
    head = "\n".join(line.text for line in lines if line.part is Part.HEAD)[:HEAD_LENGTH]
    head = head or text[:HEAD_LENGTH]
    titled = title is not None and TITLE_OF_ASSIGNMENT.match(title.value)
    span = title.span if title else (0, min(len(text), 1))
    if DIRECTIONS.search(head):
        return Found(DocumentKind.APPROPRIATION_DIRECTIONS, span)
    if (not titled and (OTHERS.search(head) or DIRECTIVE.search(head))) or _quotes(text):
        return Found(DocumentKind.OTHER, span)
    if titled or operatives:
        place = operatives[0].sentence.span if operatives else span
        return Found(DocumentKind.ASSIGNMENT, place)
    return Found(DocumentKind.OTHER, span)


def _quotes(text: str) -> bool:
    """Whether someone is quoted, as in news: a decision quotes nobody."""
    return ("äger" in text or "ÄGER" in text) and QUOTED.search(text) is not None


def is_directive(text: str) -> bool:
    """Whether the document instructs a committee, whose own deadline still matters."""
    return bool(DIRECTIVE.search(text[:HEAD_LENGTH]))
