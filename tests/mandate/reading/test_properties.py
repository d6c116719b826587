"""What holds for every text: it is read the same each time, and spans lie in it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mandate.reading.letters import DIRECTIONS, LETTER
from varn.mandate.rules.reading import Reading, read_decision
from varn.mandate.rules.reading.cleaning import cleaned

PIECES = st.sampled_from(
    [
        "ska",
        "senast den 31 maj 2015",
        "Regeringen uppdrar åt ",
        "Badverket",
        " att ",
        "i uppdrag",
        "3 000 000 kronor",
        "utgiftsområde 9 ",
        "anslaget 4:7 ",
        "anslagsposten 4",
        "årligen",
        "vid samma tidpunkt",
        "(dnr S2014/1/F)",
        "På regeringens vägnar",
        "Kopia till",
        "\n",
        "\n\n",
        "- ",
        "# ",
        ". ",
        ", ",
        " och ",
        "Diarienummer:",
        "Regeringens beslut",
        "Ärendet",
        "prop. 2013/14:1",
        "**",
        "[a](b)",
        "\xad",
        "\xa0",
        "l : 1",
        "tkr",
        "ap.2Del (ram)30 961",
        "Länsstyrelserna i A, B och C län",
        "i samråd med ",
        "Telefonväxel: 08-1 Fax: 2 Webb: x E-post: a@b",
    ]
)
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=40).map("".join))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A real form with a stretch cut out, doubled or glued."""
    text = draw(st.sampled_from((LETTER, DIRECTIONS)))
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.integers(0, 200)))
    middle = draw(
        st.sampled_from(("", text[start:end] * 2, text[start:end].replace(" ", ""), "\u00ad", "\n"))
    )
    return text[:start] + middle + text[end:]


def spans_of(reading: Reading) -> list[list[int]]:
    document = reading.as_json()
    spans: list[list[int]] = []
    for places in document["spans"].values():
        spans += places if places and isinstance(places[0], list) else [places] if places else []
    for name in (
        "assignments",
        "requirements",
        "obligations",
        "grants",
        "appropriations",
        "copies_to",
    ):
        spans += [list(fact["span"]) for fact in document[name]]
    return spans


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEXTS, mutated()))
def test_every_text_is_read_and_every_span_lies_in_it(text):
    reading = read_decision(text)

    assert all(0 <= start <= end <= len(text) for start, end in spans_of(reading))
    assert reading == read_decision(text)


@settings(max_examples=150, deadline=None)
@given(mutated())
def test_each_fact_stands_where_its_span_says(text):
    reading = read_decision(text)

    for number in (*reading.registry_numbers, *reading.cited_registry_numbers):
        start, end = number.span
        assert squeezed(number.value) in squeezed(text[start:end])
    for requirement in reading.requirements:
        start, end = requirement.span
        assert squeezed(requirement.text).endswith(squeezed(cleaned(text[start:end]).text)[-20:])


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")


@settings(max_examples=100, deadline=None)
@given(mutated())
def test_a_cleaned_text_reads_like_the_text_it_came_from(text):
    once = cleaned(text).text

    assert read_decision(once).obligations == read_decision(once).obligations
    assert len(cleaned(text).places) == len(once)


@pytest.mark.parametrize(
    "hostile",
    [
        "ska " * 20_000,
        "a" * 100_000,
        "(" * 50_000,
        "1 " * 50_000,
        "Regeringen uppdrar åt " * 5_000,
        "utgiftsområde 9 A, anslaget 4:7 B, anslagsposten 4 " * 2_000,
        "Telefonväxel Fax Webb " * 5_000,
        "[" * 50_000,
        "* " * 50_000,
        "i samråd med A, " * 5_000,
        "senast den 1 maj 2015 och " * 4_000,
        "Länsstyrelserna i A" + ", A" * 30_000,
        "\n" * 100_000,
        "Å-" * 50_000,
    ],
    ids=lambda text: text[:12].strip() or "line ends",
)
def test_a_hostile_text_is_read_in_seconds(hostile):
    start = time.process_time()

    read_decision(hostile)

    assert time.process_time() - start < 10
