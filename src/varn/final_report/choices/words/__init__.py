"""Everything the report says in its own voice, by name; each language has all of it."""

from collections.abc import Mapping

from django.utils.functional import Promise

from varn.final_report.choices.words.chapters import CHAPTERS
from varn.final_report.choices.words.front import FRONT
from varn.final_report.choices.words.gaps import GAPS
from varn.final_report.choices.words.placing import PLACING
from varn.final_report.choices.words.tables import TABLES

WORDS: Mapping[str, str | Promise] = {**FRONT, **CHAPTERS, **TABLES, **GAPS, **PLACING}
