"""Rows that hold some words, found by PostgreSQL.

First Swedish full text, which knows inflections: `kommuner` finds `kommun`. What is then missing is
filled up with words that begin so but for dots and accents (`skane` finds `Skåne`), and with
likeness of letters, which forgives spelling and finds parts of compounds: `mottagning` finds
`ungdomsmottagning`.
"""

from collections.abc import Sequence

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import (
    SearchQuery,
    SearchRank,
    SearchVector,
    TrigramWordSimilarity,
)
from django.db import connection
from django.db.models import F, Func, Index, Model, Q, QuerySet
from django.db.models.functions import Greatest, Least

from varn.kernel.search.words import WORD, cleaned, with_accents

LANGUAGE = "swedish"
CANDIDATES = 100  # the newest so many are ranked: common words are everywhere
MOST_ALIKE = 300  # so many guesses are compared: a part of a common compound is everywhere
MOST_WORDS = 8
SHORTEST_LIKE = 3
LIKE, VERY_LIKE = 0.5, 0.7  # alone; beside rows that hold the words themselves
NUMBER_RANK = 3.0
ALL_BUT_ACCENTS_RANK = 0.95  # the same word, typed on another keyboard


def searchable(*fields: str) -> SearchVector:
    """The fields as one text of Swedish words; an index over it makes the search fast."""
    return SearchVector(*fields, config=LANGUAGE)


def search_index(*fields: str, name: str) -> list[Index]:
    """The two indexes behind `matching`: for words and for likeness. For a model's `Meta`."""
    groups = [OpClass(F(field), "gin_trgm_ops") for field in fields]
    return [
        GinIndex(searchable(*fields), name=f"{name}_words"),
        GinIndex(*groups, name=f"{name}_likeness"),
    ]


def matching[Row: Model](
    rows: QuerySet[Row],
    words: str,
    *,
    text: Sequence[str],
    numbers: Sequence[str] = (),
    limit: int,
) -> list[tuple[Row, float]]:
    """Rows with their rank, best first. The first of `text` is the title.

    `numbers` are fields that hold registry numbers and the like: any part of one is found.
    """
    words = cleaned(words)
    if not words:
        return []
    found = _by_number(rows, words, numbers, limit) if numbers else {}
    found = _by_words(rows, words, text) | found
    if len(found) < limit:
        found = _but_for_accents(rows, words, text, limit) | found
    if len(found) < limit:
        least = VERY_LIKE if found else LIKE
        missing = rows.exclude(pk__in=list(found))
        found |= _by_likeness(missing, words, text, least=least, limit=limit)
    best = sorted(found.values(), key=lambda pair: (-pair[1], -pair[0].pk))
    return best[:limit]


def _by_number[Row: Model](
    rows: QuerySet[Row], words: str, numbers: Sequence[str], limit: int
) -> dict[int, tuple[Row, float]]:
    holds = Q()
    for field in numbers:
        holds |= Q(**{f"{field}__icontains": words})
    return {row.pk: (row, NUMBER_RANK) for row in rows.filter(holds).order_by("-pk")[:limit]}


def _by_words[Row: Model](
    rows: QuerySet[Row], words: str, text: Sequence[str]
) -> dict[int, tuple[Row, float]]:
    query = SearchQuery(words, config=LANGUAGE, search_type="websearch")
    vector = searchable(*text)
    found = rows.alias(words_of_it=vector).filter(words_of_it=query)
    newest = F("pk") * -1  # not "-pk": PostgreSQL would walk the whole table for rare words
    ranked = found.annotate(search_rank=SearchRank(vector, query)).order_by(newest)[:CANDIDATES]
    return {row.pk: (row, 1 + _rank(row) + _in_title(row, words, text[0])) for row in ranked}


def _but_for_accents[Row: Model](
    rows: QuerySet[Row], words: str, text: Sequence[str], limit: int
) -> dict[int, tuple[Row, float]]:
    """Rows whose words begin as the wanted ones do, whatever stands over their letters.

    A pattern of letters is found by the index of likeness.
    """
    wanted = _wanted(words)
    if not wanted:
        return {}
    for word in wanted:
        alike = Q()
        for field in text:
            alike |= Q(**{f"{field}__iregex": rf"\m{with_accents(word)}"})
        rows = rows.filter(alike)
    return {row.pk: (row, ALL_BUT_ACCENTS_RANK) for row in rows.order_by(F("pk") * -1)[:limit]}


def _by_likeness[Row: Model](
    rows: QuerySet[Row], words: str, text: Sequence[str], *, least: float, limit: int
) -> dict[int, tuple[Row, float]]:
    wanted = _wanted(words)
    if not wanted:
        return {}
    _forgive(least)
    alike = rows.order_by().select_related(None)
    for word in wanted:
        in_any = Q()
        for field in text:
            in_any |= Q(**{f"{field}__trigram_word_similar": word})
        alike = alike.filter(in_any)
    compared = rows.filter(pk__in=alike.values("pk")[:MOST_ALIKE])
    ranked = compared.annotate(search_rank=_weakest(wanted, text))
    return {row.pk: (row, _rank(row)) for row in ranked.order_by("-search_rank", "-pk")[:limit]}


def _wanted(words: str) -> list[str]:
    return [each for each in WORD.findall(words) if len(each) >= SHORTEST_LIKE][:MOST_WORDS]


def _weakest(wanted: Sequence[str], text: Sequence[str]) -> Func:
    """A row is as like as its least like word; a word as its best field."""
    best = []
    for word in wanted:
        likes = [TrigramWordSimilarity(word, field) for field in text]
        best.append(Greatest(*likes) if len(likes) > 1 else likes[0])
    return Least(*best) if len(best) > 1 else best[0]


def _forgive(least: float) -> None:
    """Say for this transaction how like a word must be; the operator knows it only so."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, true)", [str(least)]
        )


def _rank(row: Model) -> float:
    return float(row.search_rank)  # type: ignore[attr-defined]


def _in_title(row: Model, words: str, title: str) -> float:
    value = str(getattr(row, title)).casefold()
    wanted = words.casefold()
    return 1.0 * (wanted in value) + 0.5 * value.startswith(wanted)
