"""Page numbers and the sender's contact block, which stand in the middle of scanned letters."""

import re

from varn.mandate.rules.reading.text import View

PAGE_NUMBER = re.compile(
    r"^(?:Sida? )?(?:\(?\d{1,3} ?\(\d{1,3}\)\)?|\(\d{1,3}\)|\d{1,2} av \d{1,3}|- ?\d{1,3} ?-)$",
    re.MULTILINE | re.IGNORECASE,
)
# "2 (5) byte uppgår till …": a page number run into the line below it
RUN_IN_PAGE_NUMBER = re.compile(r"^\d{1,2} ?\(\d{1,2}\) (?=[a-zåäö])", re.MULTILINE)
# "Telefonväxel: 08-405 10 00 Fax: … Postadress: 103 33 Stockholm … E-post: s.registrator@…"
LABEL = re.compile(
    r"(?P<label>Telefonväxel|Telefax|Telefon|Fax|Webbplats|Webb|Postadress|Besöksadress"
    r"|E-post|X\.400|Telex|Org\.? ?nr)\b:?[ \n]{0,2}"
)
VALUES = {
    "E-post": re.compile(r"\S{1,80}@\S{1,80}"),
    "Webb": re.compile(r"(?:www\.)?[\w.-]{3,60}"),
    "Webbplats": re.compile(r"(?:www\.)?[\w.-]{3,60}"),
    "Postadress": re.compile(r"(?:SE-)?\d{3} ?\d{2} [A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{2,20}"),
    "Besöksadress": re.compile(r"[A-ZÅÄÖ][\wåäö. ]{2,25}? \d{1,3}[A-Z]?\b|[A-ZÅÄÖ][a-zåäö]{2,25}"),
}
PHONE = re.compile(r"[+\d][\d \-–]{4,20}\d")
FEWEST_LABELS = 3
NEAR = 90


def without_letterhead(view: View) -> View:
    view = view.replaced(PAGE_NUMBER, "").replaced(RUN_IN_PAGE_NUMBER, "")
    blocks = contact_blocks(view.text)
    for start, end in reversed(blocks):
        kept = view.text[:start] + " " + view.text[end:]
        view = View(kept, view.places[: start + 1] + view.places[end:])
    return view


def contact_blocks(text: str) -> list[tuple[int, int]]:
    """Stretches where at least three contact labels stand close together."""
    runs: list[list[re.Match[str]]] = []
    for match in LABEL.finditer(text):
        if text[max(0, match.start() - 1) : match.start()].isalnum():
            continue
        if runs and match.start() - runs[-1][-1].end() < NEAR:
            runs[-1].append(match)
        else:
            runs.append([match])
    return [
        (_start(text, run[0]), _end(text, run[-1])) for run in runs if len(run) >= FEWEST_LABELS
    ]


def _start(text: str, first: re.Match[str]) -> int:
    """Where the block begins, the space before it included."""
    start = first.start()
    return start - 1 if text[max(start - 1, 0) : start] == " " else start


def _end(text: str, last: re.Match[str]) -> int:
    value = VALUES.get(last["label"], PHONE).match(text, last.end())
    return value.end() if value else last.end()
