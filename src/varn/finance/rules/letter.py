"""A letter as plain blocks, ready to be set as PDF or written as DOCX."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading inside the letter."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Terms and values."""

    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows below a head; the last column holds amounts, and the last row may be their sum."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    last_is_sum: bool = True


Block = Heading | Paragraph | Facts | Table


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One letter in one language; every text is shown as it stands."""

    language: str
    title: str
    agency: str
    registry_number: str
    own_registry_number: str
    references: Sequence[tuple[str, str]]
    addressee: str
    blocks: Sequence[Block]
    sign_above: str
    signed_by: str
    signed_title: str
    appendix: Sequence[Block] = ()  # on a page of its own behind the signature
    demonstration: str = ""  # said on the letter when nothing in it is real
