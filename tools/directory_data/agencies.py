"""State agencies out of the joined registers: what we keep of each, and its names."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tables import Row, hand_rows, slug

Register = Mapping[str, Any]
ABROAD = "Svenska utlandsmyndigheter"
COURTS = "Sveriges domstolar samt Domstolsverket"
NOT_A_COURT = "Domstolsverket"
REGISTERS_WITH_STATE_BODIES = ("scb", "stkt", "sfs")  # the payroll alone names schools and staffs
NOT_BODIES = re.compile(  # headings of statutes, posts, winding-up accounts: no receivers
    r"^(Avveckling|Utredningen för avveckling|Kommittén för avveckling|Instruktion|Beslutsgrupper"
    r"|Kammarrätter$|Tingsrätter$|Utrikesdepartementet$|Handelssekreterare|Arbetsmarknadsråd"
    r"|Arbetsmiljöattaché|Lantbruksråd|Biståndskontorschef|Specialattach|Ekonomiska attach"
    r"|De lokala|Lokal värderings|Lokala säkerhetsnämnder vid|Skatteför- "
    r"|Regionala etikprövningsnämnd(en|er)$"
    r"|Utrikesrepresentationen|Distum|Okänd|Övervakningsnämnderna)"
)
SMALL_WORDS_APART = re.compile(r"(?<=\w)-och\b")
REGISTER_YEAR = "2025"  # a body in the register then lives on, whatever an older statute said
LONGEST_ACRONYM = 7
DIGITS_OF_A_NUMBER = 10
OLDEST_KEPT = "2000-01-01"  # bodies that ended earlier appear in no decision read here
FIRST_RELIABLE_YEAR = 2009  # most instructions were issued anew on 2008-01-01: no founding days


def registers(entry: Register, name: str) -> list[Register]:
    """One register's posts about a body; the joined file has one, several or none."""
    found = entry.get(name)
    return found if isinstance(found, list) else [found] if found else []


def read_agencies(folder: Path) -> dict[str, Register]:
    """State bodies by official name; embassies and bodies that no statute knows are left out."""
    merged = json.loads((folder / "merged.json").read_text(encoding="utf-8"))
    return {
        tidy_name(name): entry
        for name, entry in merged.items()
        if not NOT_BODIES.match(name)
        and _is_state_body(entry)
        and (not _last_day(entry) or _last_day(entry) >= OLDEST_KEPT)
    }


def _is_state_body(entry: Register) -> bool:
    groups = {post.get("group") for post in registers(entry, "scb")}
    return ABROAD not in groups and any(entry.get(name) for name in REGISTERS_WITH_STATE_BODIES)


def tidy_name(name: str) -> str:
    """Names in capitals written as Swedish writes them."""
    name = SMALL_WORDS_APART.sub("- och", name.strip())
    if not name.isupper() or (" " not in name and len(name) <= LONGEST_ACRONYM):
        return name
    lowered = name.lower().split()
    tidied = " ".join(
        word.capitalize() if place == 0 or word in PROPER_WORDS else word
        for place, word in enumerate(lowered)
    )
    for written, meant in COURT_NAMES:
        tidied = re.sub(written, meant, tidied)
    return tidied


PLACES_IN_NAMES = (
    "Sverige Sveriges Göteborg Stockholm Stockholms Malmö Umeå Luleå Linköping Jönköping Falun "
    "Karlstad Uppsala Växjö Härnösand Sundsvall Skåne Blekinge Norrland Västra Norra Nedre Övre "
    "Västerås Studsvik Barsebäck Forsmark Ringhals Lund"
)
PROPER_WORDS = set(re.findall(r"\w+", PLACES_IN_NAMES.lower()))
COURT_NAMES = (  # the register cuts names at 48 characters and forgets hyphens
    (r"^(Hyres) och arrendenämne?n?(den)? i", r"\1- och arrendenämnden i"),
    (r"^((Förvaltningsrätten|Kammarrätten) i \S+) och .*", r"\1"),
    (r"^(\S+ tingsrätt) och .*", r"\1"),
    (r"^(Svea hovrätt) o .*", r"\1"),
)


def organisation_row(name: str, entry: Register, counties: Mapping[str, str]) -> Row:
    scb = (registers(entry, "scb") or [{}])[0]
    county = _county(name, scb, counties)
    return {
        "key": f"agency:{slug(name)}",
        "kind": _kind(name, scb),
        "number": _number(entry),
        "place": f"county:{county}" if county else "",
        "email": (scb.get("email") or "").strip().lower(),
        "valid_from": _first_day(entry),
        "valid_to": _last_day(entry),
    }


def _kind(name: str, scb: Register) -> str:
    if name.startswith("Länsstyrelsen i"):
        return "county_board"
    if scb.get("group") == COURTS and name != NOT_A_COURT:
        return "court"
    return "agency"


def _county(name: str, scb: Register, counties: Mapping[str, str]) -> str:
    if name.startswith("Länsstyrelsen i"):
        return counties.get(name.removeprefix("Länsstyrelsen i "), "")
    for address in ("postal_address", "office_address"):
        city = ((scb.get(address) or {}).get("city") or "").strip().casefold()
        if city in counties:
            return counties[city]
    return ""


def _number(entry: Register) -> str:
    for register in ("scb", "stkt", "esv"):
        for post in registers(entry, register):
            digits = re.sub(r"\D", "", str(post.get("org_nr") or ""))
            if len(digits) == DIGITS_OF_A_NUMBER and digits.strip("0"):
                return f"{digits[:6]}-{digits[6:]}"
    return ""


def _first_day(entry: Register) -> str:
    """The founding day, only where the payroll and the statute agree that nothing was before."""
    days = [post["start"][:10] for post in registers(entry, "sfs") if post["start"]]
    if not days or len(days) < len(registers(entry, "sfs")):
        return ""
    years = [int(year) for post in registers(entry, "esv") for year in post.get("employees", {})]
    first = min(days)
    is_new = int(first[:4]) >= FIRST_RELIABLE_YEAR and (not years or min(years) >= int(first[:4]))
    is_renewed = any(post["replaces"] for post in registers(entry, "sfs"))
    return first if is_new and not is_renewed else ""


def _last_day(entry: Register) -> str:
    posts = registers(entry, "sfs")
    if not posts or any(post["end"] is None for post in posts):
        return ""
    last = max(post["end"][:10] for post in posts)
    is_registered = any(post.get("group") for post in registers(entry, "scb"))
    return "" if is_registered and last < REGISTER_YEAR else last


def name_rows(name: str, entry: Register) -> list[Row]:
    """The official name and, without dates, every other name that the registers know."""
    key = f"agency:{slug(name)}"
    rows = [{"organisation": key, "name": name, "kind": "official"}]
    rows += [{"organisation": key, "name": other, "kind": "other"} for other in _others(entry)]
    for register in ("esv", "handlingar"):
        rows += [
            {"organisation": key, "name": post["short_name"].strip(), "kind": "short"}
            for post in registers(entry, register)
            if (post.get("short_name") or "").strip()
        ]
    english = [post.get("name_en", "").strip() for post in registers(entry, "esv")]
    rows += [
        {"organisation": key, "name": other, "kind": "english"}
        for other in english
        if other and "?" not in other and other != name
    ]
    return rows


def _others(entry: Register) -> Iterable[str]:
    for register in ("esv", "stkt", "scb", "sfs", "handlingar"):
        for post in registers(entry, register):
            for other in (*post.get("old_names", ()), *post.get("other_names", ())):
                yield tidy_name(other)


def succession_rows(agencies: Mapping[str, Register]) -> list[Row]:
    """A statute's "replaces" where both bodies are known and the day agrees."""
    last_days = {name: _last_day(entry) for name, entry in agencies.items()}
    rows = []
    for name, entry in agencies.items():
        for post in registers(entry, "sfs"):
            for old in map(tidy_name, post["replaces"]):
                start = (post["start"] or "")[:10]
                if old in last_days and old != name and start and last_days[old] == start:
                    keys = {
                        "predecessor": f"agency:{slug(old)}",
                        "successor": f"agency:{slug(name)}",
                    }
                    rows.append(keys | {"on": start})
    return rows + hand_rows("successions.csv")
