"""Words that ran together in scanning or on a web page, taken apart again."""

import re

from varn.mandate.rules.reading.text import View
from varn.mandate.rules.reading.words import MONTH

SMALL, CAPITAL = "[a-zåäö]", "[A-ZÅÄÖ]"

BREAK, BREAK_BEHIND, SPACE_BEHIND = r"\n\g<0>", r"\g<0>\n", r"\g<0> "
REASONS = r"(?:Ärendet|Bakgrund|Närmare om uppdraget|Skälen för regeringens beslut)"

# What ran together, and what is put between; the commonest forms of scans and web pages.
REPAIRS: tuple[tuple[re.Pattern[str], str], ...] = (
    # "… barn som riskerar att fara illaDiarienummer: S2026/00045"
    (re.compile(r"Diarienummer ?:"), BREAK),
    # "… av barnahus Regeringens beslut Regeringen beslutar …"
    (
        re.compile(
            rf"Regeringens beslut(?=:? ?(?:Regeringen|Riksdagen|Med "
            rf"|{CAPITAL}{SMALL}+ (?:får|ska|ges)\b))"
        ),
        BREAK,
    ),
    (re.compile(rf"Regeringens beslut:? ?(?={CAPITAL}{SMALL})"), BREAK_BEHIND),
    # "… ingår inte. Ärendet Regeringens barnrättspolitik …"
    (re.compile(rf"(?<=[.)\d] ){REASONS}(?= {CAPITAL})"), BREAK),
    (re.compile(rf"^{REASONS}(?= ?{CAPITAL})", re.MULTILINE), BREAK_BEHIND),
    (re.compile(r"På regeringens vägnar\b"), BREAK),
    (re.compile(rf"På regeringens vägnar,? ?(?={CAPITAL})"), BREAK_BEHIND),
    (re.compile(rf"(?<={SMALL} )(?:Kopia|Kopior|Likalydande) till(?=:? {CAPITAL})"), BREAK),
    (
        re.compile(rf"^(?:Kopia|Kopior|Likalydande) till:?(?= ?{CAPITAL})", re.MULTILINE),
        BREAK_BEHIND,
    ),
    # "tillRegeringskansliet", "ochSocialstyrelsen"
    (re.compile(rf"\b(?:till|från|åt|och|av|med|hos)(?={CAPITAL}{SMALL}{{3}})"), SPACE_BEHIND),
    # "Regeringskansliet(Näringsdepartementet)"
    (re.compile(rf"{SMALL}(?=\({CAPITAL}{SMALL})"), SPACE_BEHIND),
    # "senastden 1 maj", "den31 maj2015", "31maj 2015"
    (re.compile(r"\bsenast(?=den \d)"), SPACE_BEHIND),
    (re.compile(rf"\bden(?=\d{{1,2}} ?{MONTH})"), SPACE_BEHIND),
    (re.compile(rf"\d(?={MONTH}\b)"), SPACE_BEHIND),
    (re.compile(rf"{MONTH}(?=(?:19|20)\d\d\b)"), SPACE_BEHIND),
    # "3 000 000kronor"
    (re.compile(r"\d(?=(?:kronor|miljoner|tkr)\b)"), SPACE_BEHIND),
    # "… 31 maj 2015.Medlen betalas"
    (re.compile(rf"(?<={SMALL})[.;](?={CAPITAL}{SMALL}{{2}})"), SPACE_BEHIND),
    (re.compile(rf"(?<=\d)\.(?={CAPITAL}{SMALL}{{3}})"), SPACE_BEHIND),
)


def without_glue(view: View) -> View:
    for pattern, replacement in REPAIRS:
        view = view.replaced(pattern, replacement)
    return view
