"""From a text as given to one where a line is a heading, a list item or a whole paragraph."""

from varn.mandate.rules.reading.glue import without_glue
from varn.mandate.rules.reading.letterhead import without_letterhead
from varn.mandate.rules.reading.markdown import without_marks
from varn.mandate.rules.reading.text import (
    View,
    view_of,
    with_plain_characters,
    with_single_spaces,
)
from varn.mandate.rules.reading.wraps import without_wraps


def cleaned(text: str) -> View:
    view = with_plain_characters(view_of(text))
    view = without_letterhead(with_single_spaces(without_marks(view)))
    return with_single_spaces(without_wraps(without_glue(view)))
