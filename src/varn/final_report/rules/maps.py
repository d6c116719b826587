"""The map of counties with results, told in words and with the same figures in a table."""

from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.figures import results_by_county
from varn.final_report.rules.tables import made_table
from varn.final_report.rules.wording import Json, Wording

MANY = 5
SOME = 2


def counties_map(content: ReportContent, say: Wording) -> Json:
    """Each county's tone by its number of results, with alt text and table."""
    counts = {code: len(found) for code, found in results_by_county(content).items()}
    names, words = dict(content.counties), say.words
    reached = [
        f"{names.get(code, code)} {count}"
        for code, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if count
    ]
    alt = words["map.alt"] % {"counties": say.listed(reached)} if reached else words["map.alt_none"]
    return {
        "kind": "map",
        "caption": words["map.counties"],
        "legend": words["map.legend"],
        "alt": alt,
        "tones": {code: tone(count) for code, count in counts.items()},
        "titles": {code: f"{names.get(code, code)}: {count}" for code, count in counts.items()},
        "table": made_table("counties", content, say),
        "number": 0,
    }


def tone(results: int) -> str:
    """How dark a county with so many results is."""
    if results == 0:
        return "none"
    if results < SOME:
        return "low"
    return "middle" if results < MANY else "high"
