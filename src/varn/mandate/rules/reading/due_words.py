"""The words that tell what is due on a day, and which days aren't due at all."""

import re

from varn.mandate.rules.reading.facts import ObligationKind as Kind
from varn.mandate.rules.reading.layout import Part

MONEY = (
    (Kind.REQUISITION, re.compile(r"rekvi", re.IGNORECASE)),
    (Kind.REPAYMENT, re.compile(r"återbetal|betalas? tillbaka", re.IGNORECASE)),
    (
        Kind.FINANCIAL_ACCOUNT,
        re.compile(
            r"ekonomisk\w* (?:\w+ )?(?:slut|åter|del)?redo\w+|redo\w+ (?:för |av |över "
            r"|ekonomiskt )?(?:hur )?"
            r"(?:de |ej |icke |samtliga |hur )?(?:använda |förbrukade |utnyttjade |utbetalda "
            r"|tilldelade |beviljade )?(?:bidrags|projekt)?med(?:el|len)\b"
            r"|ekonomin redovisas|redovisning av användningen av med(?:el|len)|medlens användning"
            r"|medelsanvändning|redovisas ekonomiskt|medlen (?:\w+ ){0,2}redovisas",
            re.IGNORECASE,
        ),
    ),
)
REPORTS = (
    (
        Kind.INTERIM_REPORT,
        re.compile(
            r"delredov|delrappor|lägesrappor|lägesredov|preliminär redov|delrapport", re.IGNORECASE
        ),
    ),
    (
        Kind.FINAL_REPORT,
        re.compile(
            r"slutredov|slutrappor|slutlig\w* (?:redov|rappor)|slutligt redov", re.IGNORECASE
        ),
    ),
    (
        Kind.FINAL_REPORT,
        re.compile(
            r"(?<!av )\b(?:Uppdraget|Uppdragen)\b(?! \(?del)[^.]{0,80}?\b(?:redovisa|rapportera"
            r"|avrapportera|återrapportera)s?\b"
            r"|\b(?:redovisa|rapportera|återrapportera) (?:resultatet av )?uppdraget\b"
            r"|redovisning av (?:hela )?uppdraget|uppdraget[^.]{0,60}redovisa",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.REPORT,
        re.compile(
            r"redovis|rapport|redogör|inkomma|lämna(?:s)? (?:\w+ ){0,8}(?:förslag|underlag"
            r"|bedömning|plan|analys|yttrande|information)"
            r"|lämnas? (?:till|in)\b|överlämna|presenter|återkom|inlämna|(?:rapporten"
            r"|förslage[tn]|underlaget|planen|analysen) (?:\w+ ){0,3}lämna"
            r"|skriftlig\w* (?:\w+ )?till",
            re.IGNORECASE,
        ),
    ),
)
PAYMENT = re.compile(r"betala(?:s)? ut|utbetal|betalas\b", re.IGNORECASE)
PERIOD = re.compile(
    r"(?:till och med|t\.?o\.?m\.?|intill|fram till|tom|längst till) (?:och med )?(?:den )?$"
    r"|\d ?[–-] ?(?:den )?$|(?:löper till|pågår till|pågå till"
    r"|förlängs till) (?:den )?$",
    re.IGNORECASE,
)
PERIOD_WORDS = re.compile(
    r"uppdrag|uppdrar|perioden|gälle|pågå|förläng|fortsatt|fortsätt|verksamhet|\bi uppdrag",
    re.IGNORECASE,
)
RECURRING = ("årlig", "varje", "gång", "svis")  # one of these stands in what recurs
RECURS = re.compile(
    r"\b(?:årlig(?:en|t|a|)|varje år|en gång om året|varje (?:kvartal|halvår|månad)"
    r"|kvartalsvis|halvårsvis|månadsvis|en gång per (?:år|kvartal))\b",
    re.IGNORECASE,
)
DUE = re.compile(
    r"\b(?:senast|före|innan|dock senast|samt|och|respektive|eller|till|vid)(?: (?:per|till|med"
    r"|på|vid|kl\.? \d\d(?:[.:]\d\d)?))?,? ?(?:den )?$",
    re.IGNORECASE,
)
# Without any word of a report or money, only these make a day a milestone.
MILESTONE = re.compile(
    r"\b(?:senast|före|innan|till)(?: per)?,? (?:den )?$|\d,? (?:och"
    r"|respektive)(?: senast)? (?:den )?$|^$",
    re.IGNORECASE,
)
# Days that aren't due: decisions, laws, starts.
NOT_DUE = re.compile(
    r"(?:från och med|fr\.?o\.?m\.?|från|sedan|beslut(?:et|ade|at|ades)?(?: av| från)?|av"
    r"|yttrande|uppdraget|i stället för|istället för|dateras?|daterad|per|trädde i kraft"
    r"|träder i kraft"
    r"|beslutades|regeringsbeslut(?:et)?|regleringsbrev|gav|kraft|mellan|skrivelse|gavs|lämnades"
    r"|inkom|gäller|efter|promemoria\w*|förordning\w*|tidigare) ?(?:den )?$",
    re.IGNORECASE,
)
HISTORY = re.compile(
    r"\b(?:har (?:\w+ )?(?:fått|haft|lämnat|redovisat|beslutat|gett)|fick|gav|uppdrog"
    r"|enligt direktiven|skulle|redovisades|lämnades|tillkallade|beslutade|presenterade"
    r"|publicerade|bemyndigande)\b"
)
STILL_OPEN = re.compile(r"\b(?:ska|skall|bör) (?:i stället|nu|även|också)\b|Med ändring")
JOINED = re.compile(r",?(?: och| respektive| samt| resp\.)?,?(?: dock)?(?: senast)?,? ?$")
CONJUNCTION = re.compile(
    r"(?:, | )(?:och|samt|medan|dels|respektive)(?= )|; |, (?=(?:delredov|slutredov|en "
    r"|ett |återbet|redov))"
)
NEAR = 60  # characters before a day that tell what sort of day it is
DUTY_PARTS = frozenset({Part.HEAD, Part.DECISION, Part.DETAILS})
OBLIGING = re.compile(
    r"\b(?:ska|skall|bör|får|\w*redovisa[rs]|lämna[rs]|förläng\w+|\w*rapportera[rs]"
    r"|[Uu]ppdraget avser|omfattar|pågår|löper|uppdrar|uppdrag|ge|ges|gäller|utbetala\w*"
    r"|betal\w*)\b"
)
