"""What a search gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One thing that was found, where it is and why it matched."""

    kind: str  # what sort of thing, in the reader's words: hits are grouped by it
    title: str
    url_name: str
    url_args: tuple[int | str, ...] = ()
    excerpt: str = ""  # the text around what matched, when the title doesn't show it
    where: str = ""  # what it belongs to: mandate, day, place
    rank: float = 0.0  # as `matching` gives it: whole words above 1, likeness below
    anchor: str = ""  # where on the page, without the hash sign
