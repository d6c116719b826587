"""Words that ran together in scanning or on a web page, taken apart again."""

import re

from varn.mandate.rules.reading.text import ANYTHING, Rewriting, View, rewritten
from varn.mandate.rules.reading.words import DEPARTMENT, MONTH, MONTHS, word_start

SMALL, CAPITAL = "[a-zåäö]", "[A-ZÅÄÖ]"

BREAK, BREAK_BEHIND = r"\n\g<0>", r"\g<0>\n"
SPACE_BEFORE, SPACE_BEHIND = r" \g<0>", r"\g<0> "
HEADINGS = ("Ärendet", "Bakgrund", "Närmare om uppdraget", "Skälen för regeringens beslut")
REASONS = f"(?:{'|'.join(HEADINGS)})"
DECISION = ("Regeringens beslut",)
CLOSING = ("På regeringens vägnar",)
COPIES = ("Kopia till", "Kopior till", "Likalydande till")
# A capital is rarer than a small letter: the search starts from it and looks back.
SMALL_WORDS = ("till", "från", "åt", "och", "av", "med", "hos")
BEHIND_SMALL_WORD = "|".join(rf"(?<=\b{word}{CAPITAL})" for word in SMALL_WORDS)
BEHIND_MONTH = "|".join(rf"(?<={month}\d\d)" for month in MONTHS)

OFFICES = "(?:Ju|UD|Fö|Fi|Ku|Jo|IJ|KN|LI|SB|[SUMNAIKC])"  # what registry numbers begin with

DAY_PARTS = re.compile(r"\b[\dlIOo]{1,4}\b")
LOOKALIKES = str.maketrans("lIOo", "1100")


def with_digits(match: re.Match[str]) -> str:
    """A day with its letters made digits, but for those of the month."""
    return DAY_PARTS.sub(lambda part: part.group().translate(LOOKALIKES), match.group())


# What a text must hold, what ran together in it, and what is put between; the commonest forms of
# scans and web pages.
REPAIRS: tuple[Rewriting, ...] = (
    # "… barn som riskerar att fara illaDiarienummer: S2026/00045"
    (("Diarienummer",), re.compile(r"Diarienummer ?:"), BREAK),
    # "… av barnahus Regeringens beslut Regeringen beslutar …"
    (
        DECISION,
        re.compile(
            rf"Regeringens beslut(?=:? ?(?:Regeringen|Riksdagen|Med "
            rf"|{CAPITAL}{SMALL}+ (?:får|ska|ges)\b))"
        ),
        BREAK,
    ),
    (DECISION, re.compile(rf"Regeringens beslut:? ?(?={CAPITAL}{SMALL})"), BREAK_BEHIND),
    # "… ingår inte. Ärendet Regeringens barnrättspolitik …"
    (
        tuple(f" {heading} " for heading in HEADINGS),
        re.compile(rf"(?<=[.)\d] ){REASONS}(?= {CAPITAL})"),
        BREAK,
    ),
    (HEADINGS, re.compile(rf"^{REASONS}(?= ?{CAPITAL})", re.MULTILINE), BREAK_BEHIND),
    (CLOSING, re.compile(r"På regeringens vägnar\b"), BREAK),
    (CLOSING, re.compile(rf"På regeringens vägnar,? ?(?={CAPITAL})"), BREAK_BEHIND),
    (
        tuple(f" {words}" for words in COPIES),
        re.compile(rf"(?<={SMALL} )(?:Kopia|Kopior|Likalydande) till(?=:? {CAPITAL})"),
        BREAK,
    ),
    (
        COPIES,
        re.compile(rf"^(?:Kopia|Kopior|Likalydande) till:?(?= ?{CAPITAL})", re.MULTILINE),
        BREAK_BEHIND,
    ),
    # "tillRegeringskansliet", "ochSocialstyrelsen"
    (
        ANYTHING,
        re.compile(rf"{CAPITAL}(?={SMALL}{{3}})(?:{BEHIND_SMALL_WORD})"),
        SPACE_BEFORE,
    ),
    # "Regeringskansliet(Näringsdepartementet)"
    (ANYTHING, re.compile(rf"\((?<={SMALL}\()(?={CAPITAL}{SMALL})"), SPACE_BEFORE),
    # "Regeringskansliet Arbetsmarknadsdepartementet)"
    (
        ("departementet)",),
        re.compile(rf"{word_start('[Rr]')}egeringskansliet (?={DEPARTMENT}\))"),
        r"\g<0>(",
    ),
    # "2004-05-13Statens folkhälsoinstitut", "103 52 STOCKHOLMS2004/3939/FH"
    (
        ("Regeringsbeslut",),
        re.compile(rf"\b(?:19|20)\d\d-\d\d-\d\d(?={CAPITAL}{SMALL}{{2}})"),
        BREAK_BEHIND,
    ),
    (
        ("Regeringsbeslut",),
        re.compile(rf"(?:(?<={CAPITAL}{{3}})|(?<={SMALL}{{3}})){OFFICES}(?=\d{{4}}/\d)"),
        BREAK,
    ),
    # "Åklagar-myndigheten"
    (
        ("-myndighet", "-styrelse", "-verket", "-departement"),
        re.compile(rf"-(?<={SMALL}-)(?=(?:myndighet|styrelse|verket|departement))"),
        "",
    ),
    # "senastden 1 maj", "den31 maj2015", "31maj 2015", "3 000 000kronor"
    (("senastden",), re.compile(r"\bsenast(?=den \d)"), SPACE_BEHIND),
    (
        ANYTHING,
        re.compile(rf"{word_start('d')}en(?=\d{{1,2}} ?{MONTH})"),
        SPACE_BEHIND,
    ),
    (ANYTHING, re.compile(rf"\d(?=(?:{MONTH}|kronor|miljoner|tkr)\b)"), SPACE_BEHIND),
    (ANYTHING, re.compile(rf"(?:19|20)(?=\d\d\b)(?:{BEHIND_MONTH})"), SPACE_BEFORE),
    # "den l april 2OlO": letters that scanners read for digits
    (
        ANYTHING,
        re.compile(rf"{word_start(r'[\dlIOo]')}[\dlIOo]? {MONTH}(?: [12lI][\dlIOo]{{3}}\b)?"),
        with_digits,
    ),
    # "… 31 maj 2015.Medlen betalas"
    (ANYTHING, re.compile(rf"[.;](?<={SMALL}[.;])(?={CAPITAL}{SMALL}{{2}})"), SPACE_BEHIND),
    (ANYTHING, re.compile(rf"\.(?<=\d\.)(?={CAPITAL}{SMALL}{{3}})"), SPACE_BEHIND),
)


def without_glue(view: View) -> View:
    return rewritten(view, REPAIRS)
