"""A report's whole content as plain JSON values and back: a frozen version is rebuilt from it."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.parts import PartKey

FORMAT = "varn.final-report-content/1"


class UnreadableContentError(ValueError):
    """The stored content is of a form that this program doesn't know."""


def stored(content: ReportContent) -> dict[str, object]:
    """Everything in the content, as JSON can hold it."""
    return {"format": FORMAT, "content": _plain(content)}


def restored(saved: Mapping[str, object]) -> ReportContent:
    """The content that was stored; raises `UnreadableContentError`."""
    if saved.get("format") != FORMAT:
        raise UnreadableContentError(str(saved.get("format")))
    try:
        content = _read(ReportContent, saved["content"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UnreadableContentError(str(error)) from error
    assert isinstance(content, ReportContent)  # noqa: S101 - what was asked for
    return content


def fingerprint(content: ReportContent) -> str:
    """SHA-256 of the stored content: sorted names, UTF-8, no spaces."""
    written = json.dumps(stored(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _plain(value: object) -> object:
    match value:
        case date():  # a datetime too
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(each) for key, each in value.items()}
        case tuple():
            return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value


def _read(kind: Any, value: Any) -> object:  # noqa: ANN401 - a type hint and its JSON
    if read := READERS.get(get_origin(kind)):
        return read(get_args(kind), value)
    if kind is PartKey:
        return PartKey.read(value)
    if kind in {date, datetime}:
        return kind.fromisoformat(value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _read(hints[name], each) for name, each in value.items()})
    return value


def _read_optional(kinds: tuple[Any, ...], value: object) -> object:
    (inner,) = (each for each in kinds if each is not NoneType)
    return None if value is None else _read(inner, value)


def _read_tuple(kinds: tuple[Any, ...], values: list[object]) -> tuple[object, ...]:
    if kinds[-1] is Ellipsis:
        return tuple(_read(kinds[0], each) for each in values)
    return tuple(_read(kind, each) for kind, each in zip(kinds, values, strict=True))


def _read_mapping(kinds: tuple[Any, ...], values: dict[str, object]) -> dict[object, object]:
    key, inner = kinds
    return {_read(key, name): _read(inner, each) for name, each in values.items()}


READERS: dict[object, Callable[[tuple[Any, ...], Any], object]] = {
    UnionType: _read_optional,
    tuple: _read_tuple,
    Mapping: _read_mapping,
}
