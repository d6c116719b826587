"""How strongly to colour a place on the map."""

SOME_RESULTS, MANY_RESULTS = 3, 10


def tone(results: int) -> str:
    """How a county with so many results is coloured on the map."""
    if results == 0:
        return "none"
    if results < SOME_RESULTS:
        return "low"
    return "middle" if results < MANY_RESULTS else "high"
