"""Search: what a hit is, how a capability finds its rows, and which words of a text matched.

def found(words: str, *, limit: int) -> list[Hit]:
    rows = matching(Requirement.objects.all(), words, text=("text",), limit=limit)
    return [
        Hit(kind=_("Requirement"), title=row.text, excerpt=excerpt(words, row.text),
            url_name="mandate:requirement_detail", url_args=(row.pk,), rank=rank)
        for row, rank in rows
    ]
"""

from varn.kernel.search.hits import Hit
from varn.kernel.search.matching import matching, search_index, searchable
from varn.kernel.search.words import Piece, cleaned, excerpt, marked

__all__ = [
    "Hit",
    "Piece",
    "cleaned",
    "excerpt",
    "marked",
    "matching",
    "search_index",
    "searchable",
]
