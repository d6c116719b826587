"""Search: what a hit is, how a capability finds its rows, and which words of a text matched.

def found(words: str, *, limit: int) -> list[Hit]:
    rows = matching(Meeting.objects.all(), words, text=("title", "agenda"), limit=limit)
    return [
        Hit(kind=_("Meeting"), title=row.title, where=str(row.mandate), rank=rank,
            excerpt=reason(words, title=row.title, texts=[row.agenda]),
            url_name="dialogue:meeting_detail", url_args=(row.pk,))
        for row, rank in rows
    ]
"""

from varn.kernel.search.hits import Hit
from varn.kernel.search.matching import matching, search_index, searchable
from varn.kernel.search.words import Piece, cleaned, excerpt, marked, reason

__all__ = [
    "Hit",
    "Piece",
    "cleaned",
    "excerpt",
    "marked",
    "matching",
    "reason",
    "search_index",
    "searchable",
]
