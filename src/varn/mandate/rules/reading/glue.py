"""Words that ran together in scanning or on a web page, taken apart again."""

import re

from varn.mandate.rules.reading.text import View
from varn.mandate.rules.reading.words import MONTH

SMALL, CAPITAL = "[a-zåäö]", "[A-ZÅÄÖ]"

# Words before which a line break belongs when they follow running text.
SECTION_STARTS = (
    r"Regeringens beslut|Ärendet|Närmare om uppdraget|Skälen för regeringens beslut"
    r"|På regeringens vägnar|Kopia till|Likalydande till"
)

BREAKS = (
    # "… barn som riskerar att fara illaDiarienummer: S2026/00045"
    re.compile(rf"(?<=[\wåäö)”\"]) ?(?=Diarienummer ?:)"),
    # "… av barnahus Regeringens beslut Regeringen beslutar …"
    re.compile(rf"(?<=[^\n#]) ?(?=Regeringens beslut:? ?(?:Regeringen|Med |Riksdagen|{CAPITAL}{SMALL}+ (?:får|ska|ges)) ?)"),
    re.compile(rf"(?<=\bRegeringens beslut):? ?(?={CAPITAL}{SMALL})"),
    # "… ingår inte. Ärendet Regeringens barnrättspolitik …"
    re.compile(rf"(?<=[.)\d]) (?=(?:Ärendet|Bakgrund|Närmare om uppdraget|Skälen för regeringens beslut) {CAPITAL})"),
    re.compile(rf"(?<=^Ärendet) ?(?={CAPITAL})|(?<=^Bakgrund) ?(?={CAPITAL})|(?<=^Närmare om uppdraget) ?(?={CAPITAL})|(?<=^Skälen för regeringens beslut) ?(?={CAPITAL})", re.MULTILINE),
    re.compile(r"(?<=[^\n#]) ?(?=På regeringens vägnar\b)"),
    re.compile(rf"(?<=På regeringens vägnar),? ?(?={CAPITAL})"),
    re.compile(rf"(?<={SMALL}) (?=(?:Kopia|Kopior|Likalydande) till:? {CAPITAL})"),
    re.compile(rf"(?<=Kopia till) (?={CAPITAL})|(?<=Kopia till:) (?={CAPITAL})"),
    re.compile(rf"(?<=Likalydande till) (?={CAPITAL})"),
)
SPACES = (
    # "tillRegeringskansliet", "ochSocialstyrelsen"
    re.compile(rf"(?<=\btill)(?={CAPITAL}{SMALL}{{3}})|(?<=\bfrån)(?={CAPITAL}{SMALL}{{3}})|(?<=\båt)(?={CAPITAL}{SMALL}{{3}})|(?<=\boch)(?={CAPITAL}{SMALL}{{3}})|(?<=\bav)(?={CAPITAL}{SMALL}{{3}})|(?<=\bmed)(?={CAPITAL}{SMALL}{{3}})"),
    # "Regeringskansliet(Näringsdepartementet)"
    re.compile(rf"(?<={SMALL}{{3}})(?=\({CAPITAL})"),
    # "den31 maj2015", "31maj 2015", "senastden"
    re.compile(rf"(?<=\bden)(?=\d{{1,2}} ?{MONTH})|(?<=\bsenast)(?=den \d)|(?<=\d)(?={MONTH}\b)"),
    *(re.compile(rf"(?<={month})(?=(?:19|20)\d\d\b)") for month in MONTH[3:-1].split("|")),
    # "3 000 000kronor"
    re.compile(r"(?<=\d)(?=(?:kronor|miljoner|tkr)\b)"),
    # "… 2015.Medlen betalas"
    re.compile(rf"(?<={SMALL}{{2}}[.;])(?={CAPITAL}{SMALL}{{2}})|(?<=\d\.)(?={CAPITAL}{SMALL}{{3}})"),
)


def without_glue(view: View) -> View:
    for pattern in BREAKS:
        view = view.replaced(pattern, "\n")
    for pattern in SPACES:
        view = view.replaced(pattern, " ")
    return view
