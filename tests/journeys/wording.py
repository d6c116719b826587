"""Words in the wrong language: English left in a Swedish page, or Swedish in an English one."""

import io
from functools import cache

from babel.messages.pofile import read_po

from varn.project.messages import CATALOG, PACKAGE

SPOKEN = ("aria-label", "title", "placeholder", "alt")


def left_in_the_other_language(visit):
    """Whole texts of the page that only the other language's catalogue has."""
    foreign = only_in("en" if visit.language == "sv" else "sv")
    return sorted({text for text in _texts(visit.tree, visit.language) if text in foreign})


@cache
def only_in(language):
    pairs = [
        (message.id, message.string)
        for path in PACKAGE.glob(f"*/{CATALOG}")
        for message in read_po(io.BytesIO(path.read_bytes()), locale="sv")
        if message.id and isinstance(message.id, str)
    ]
    english, swedish = ({text.strip() for text in side} for side in zip(*pairs, strict=True))
    return english - swedish if language == "en" else swedish - english


def _texts(element, language):
    """What is said in the page's own language, and not inside a part marked as another."""
    if element.tag in ("script", "style") or not isinstance(element.tag, str):
        return
    if element.get("lang", language) == language:
        yield from (element.get(name, "").strip() for name in SPOKEN)
        yield (element.text or "").strip()
        for child in element:
            yield from _texts(child, language)
            yield (child.tail or "").strip()
