"""The report as JSON: codes, days and öre, nothing worded."""

import json
from dataclasses import asdict, replace
from datetime import UTC, date, datetime

from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.figures import figures
from varn.final_report.rules.gaps import gaps
from varn.kernel.printing.text import cleaned

FORMAT = "varn.final-report/1"


def as_json(content: ReportContent) -> str:
    """The whole report, with sorted names and one final line break."""
    document = {
        "format": FORMAT,
        **asdict(replace(content, texts={})),
        "texts": {str(part): text for part, text in content.texts.items()},
        "figures": [asdict(each) for each in figures(content)],
        "missing": [asdict(each) for each in gaps(content)],
    }
    plain = _plain(document)
    return json.dumps(plain, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _plain(value: object) -> object:
    match value:
        case str():
            return cleaned(value)
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
    return value
