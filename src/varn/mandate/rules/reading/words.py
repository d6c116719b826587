"""Word lists that several rules share: months, abbreviations, names in small letters."""

import re

MONTHS = {
    "januari": 1,
    "februari": 2,
    "mars": 3,
    "april": 4,
    "maj": 5,
    "juni": 6,
    "juli": 7,
    "augusti": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "december": 12,
}
MONTH = "(?:" + "|".join(MONTHS) + ")"

# Abbreviations whose full stop doesn't end a sentence.
ABBREVIATIONS = frozenset(
    [
        "ang",
        "ap",
        "avd",
        "bet",
        "bil",
        "bl.a",
        "bl",
        "d.v.s",
        "dir",
        "dnr",
        "dvs",
        "e.d",
        "ev",
        "ex",
        "f.d",
        "fr.o.m",
        "f.n",
        "forts",
        "inkl",
        "jfr",
        "kap",
        "kungl",
        "kl",
        "m.a.o",
        "mom",
        "nr",
        "näml",
        "o.d",
        "obs",
        "p.g.a",
        "prop",
        "resp",
        "rskr",
        "s",
        "s.k",
        "sid",
        "skr",
        "st",
        "t.ex",
        "t.o.m",
        "tel",
        "tf",
        "utg.omr",
        "utg.omr",
        "vol",
        "i.e",
        "art",
        "ca",
        "c:a",
        "exkl",
        "mån",
    ]
)
# Abbreviations that may also end a sentence, when a capital follows.
CLOSING_ABBREVIATIONS = frozenset({"m.m", "tkr", "m.fl", "osv", "etc", "o.s.v", "o.dyl"})

# Bodies that decisions name in small letters.
COLLECTIVES = (
    "länsstyrelserna|länsstyrelser|kommunerna|kommuner|landstingen|landsting|regionerna|regioner"
    "|universiteten|universitet|högskolorna|högskolor|lärosätena|lärosäten"
    "|kommunförbund|domstolarna|domstolar|skolhuvudmän|folkhögskolor"
)
COLLECTIVE = re.compile(
    rf"(?:(?:samtliga|övriga|berörda|alla|vissa|relevanta|andra)\s)?(?:{COLLECTIVES})\b",
    re.IGNORECASE,
)


def word_start(letters: str) -> str:
    """As rf"\\b{letters}", but in the order in which a search is fast: the letter, then back."""
    return rf"{letters}(?<!\w\w)"


DEPARTMENT = (
    r"(?:Statsrådsberedningen"
    r"|(?:[A-ZÅÄÖ][a-zåäö]{1,20}-(?:, [a-zåäö]{1,20}-)? ?och )?"  # "Klimat- och …", not in all
    r"[A-ZÅÄÖ]?[a-zåäö]{2,30}departementet)"
)
