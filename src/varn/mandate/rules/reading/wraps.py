"""Lines that a page's width broke, joined again into paragraphs."""

import re

from varn.mandate.rules.reading.text import View
from varn.mandate.rules.reading.words import ABBREVIATIONS, MONTHS

HYPHENATED = re.compile(r"(?<=[a-zåäö])-\n(?=(?!och\b|eller\b|samt\b|respektive\b)[a-zåäö])")
BREAK = re.compile(r"\n+")
STARTS_ANEW = re.compile(r"[#]|- |\d{1,2}[.)] |[a-z]\) ")
ENDS = (".", ":", "!", "?", ";", "…")
OWN_LINE = re.compile(
    r"Regeringen|Riksdagen|Diarienumm|Publicerad|Ärendet|ap\.|Anslag|Utgiftsområd"
    r"|Departement|Beslut"
)
WIDTH = 45  # a line shorter than this ended because its writer ended it
# Words that a sentence runs on from.
SMALL_WORDS = frozenset(MONTHS) | frozenset(
    [
        "att",
        "av",
        "den",
        "det",
        "en",
        "ett",
        "för",
        "från",
        "i",
        "inom",
        "med",
        "och",
        "om",
        "på",
        "samt",
        "som",
        "till",
        "under",
        "vid",
        "åt",
        "nr",
        "§",
    ]
)
NUMBERED = re.compile(r"anslags?(?:et|post(?:en)?) \d[\d :]*$|(?<!^)[Uu]tgiftsområde \d{1,2}$")


CLOSING = re.compile(
    r"^(?:# )?(?:På regeringens vägnar|Kopi[ao]r? |Likalydande |Sändlista)", re.MULTILINE
)


def without_wraps(view: View) -> View:
    if "-\n" in view.text:
        view = view.replaced(HYPHENATED, "")
    closing = CLOSING.search(view.text)
    body_end = closing.start() if closing else len(view.text)
    return view.replaced(
        BREAK, lambda match: _joint(match) if match.start() < body_end and is_wrap(match) else "\n"
    )


def _joint(match: re.Match[str]) -> str:
    """Nothing inside "2021–2031", a space between words."""
    between_years = match.string[match.start() - 1] == "–" and match.string[match.end()].isdigit()
    return "" if between_years else " "


def is_wrap(match: re.Match[str]) -> bool:
    """Whether a line break stands in the middle of a sentence."""
    text = match.string
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip(" ")
    after = text[match.end() : match.end() + 12]
    if not before or not after or before.startswith("# ") or STARTS_ANEW.match(after):
        return False
    if breaks_off(before):
        return not OWN_LINE.match(after)
    if before.endswith(ENDS):
        return False
    if after[0].islower():
        return not is_label(before)
    wide = len(match.group()) == 1 and len(before) >= WIDTH
    return wide and not OWN_LINE.match(after) and not before.startswith("ap.")


def breaks_off(line: str) -> bool:
    """Whether a line ends in words that can't end a sentence ("prop.", "den", "2021–")."""
    last = line.rpartition(" ")[2].lstrip("(").casefold()
    return (
        line.endswith(("–", "/", ","))
        or last in SMALL_WORDS
        or (last.endswith(".") and last[:-1] in ABBREVIATIONS)
        or (line[-1:].isdigit() and NUMBERED.search(line) is not None)
    )


def is_label(line: str) -> bool:
    """Whether a short line names something ("Publicerad") and doesn't run on."""
    return " " not in line and line[0].isupper()
