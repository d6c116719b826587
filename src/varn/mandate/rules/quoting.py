"""Finding words in a text although line breaks, spaces and soft hyphens differ."""

from varn.mandate.rules.proposals import Span

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
MANY_WORDS = 400  # longer than any sentence of a decision


def locate(text: str, quote: str) -> Span | None:
    """Where the words first stand in the text, as they are written there."""
    words = quote.translate(dict.fromkeys(map(ord, INVISIBLE))).split()
    if not words or len(words) > MANY_WORDS:
        return None
    seen, places = _seen(text)
    start = seen.find(" ".join(words))
    if start < 0:
        return None
    end = start + len(" ".join(words))
    return places[start], places[end - 1] + 1


def _seen(text: str) -> tuple[str, list[int]]:
    """The text with single spaces and nothing invisible, and where each character stood."""
    seen: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character in INVISIBLE:
            continue
        shown = " " if character.isspace() else character
        if shown == " " and seen and seen[-1] == " ":
            continue
        seen.append(shown)
        places.append(place)
    return "".join(seen), places
