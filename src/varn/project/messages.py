"""Translations without GNU gettext: what is said in the code, and whether it is said in Swedish.

English stands in the code and the templates. Each package keeps its Swedish in its own
`locale/sv/LC_MESSAGES/django.po`.
"""

import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).parents[1]
LANGUAGE = "sv"
CATALOG = Path("locale") / LANGUAGE / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")

MessageId = tuple[str | None, str]  # context, English


@dataclass(frozen=True)
class Said:
    """One text in the code, and where it stands."""

    id: MessageId
    where: str


def problems(package: Path = PACKAGE) -> list[str]:
    """Everything that keeps the Swedish from being complete and true, one line each."""
    found = []
    swedish: dict[MessageId, Message] = {}
    for catalog_path in sorted(package.glob(f"*/{CATALOG}")):
        catalog = _read(catalog_path)
        where = catalog_path.relative_to(package)
        for message in catalog:
            if message.id:
                other = swedish.setdefault(_id(message), message)
                if other.string != message.string:  # Django would show one of them, anywhere
                    found.append(f"{where}: said in two ways: {_id(message)[1]!r}")
                found += [f"{where}: {problem}" for problem in _faults(message)]
    said = list(_all_said(package))
    found += [f"{s.where}: not in Swedish: {s.id[1]!r}" for s in said if s.id not in swedish]
    known = {s.id for s in said}
    found += [f"{CATALOG}: said nowhere: {id[1]!r}" for id in swedish if id not in known]  # noqa: A001
    return sorted(set(found))


def compile_all(package: Path = PACKAGE) -> int:
    """Write the compiled catalogue beside each .po that is newer; return how many."""
    written = 0
    for source in package.glob(f"*/{CATALOG}"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        compiled = io.BytesIO()
        write_mo(compiled, _read(source))
        beside = target.with_suffix(f".{os.getpid()}.mo")  # another process never reads half a file
        beside.write_bytes(compiled.getvalue())
        beside.replace(target)
        written += 1
    return written


def _all_said(package: Path) -> Iterator[Said]:
    for path in sorted(package.rglob("*.py")):
        if "migrations" not in path.parts:
            yield from _said_in(path, path.read_bytes())
    for path in sorted(
        [*package.rglob("templates/**/*.html"), *package.rglob("templates/**/*.txt")]
    ):
        # Read as Python line by line: how a template is indented means nothing.
        said = templatize(path.read_text(), origin=str(path)).splitlines()
        yield from _said_in(path, "\n".join(line.lstrip() for line in said).encode())


def _said_in(path: Path, source: bytes) -> Iterator[Said]:
    for line, english, _comments, context in extract(
        "python", io.BytesIO(source), keywords=KEYWORDS
    ):
        text = english[0] if isinstance(english, tuple) else english
        yield Said((context, text), f"{path.relative_to(path.parents[1])}:{line}")


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE, domain="django")


def _id(message: Message) -> MessageId:
    english = message.id[0] if isinstance(message.id, tuple | list) else message.id
    return (message.context, english)


def _faults(message: Message) -> Iterator[str]:
    english = _id(message)[1]
    given = message.string if isinstance(message.string, tuple | list) else [message.string]
    swedish = [text or "" for text in given]
    if not all(swedish):
        yield f"empty: {english!r}"
    if message.fuzzy:
        yield f"marked as doubtful: {english!r}"
    plural = message.id[-1] if isinstance(message.id, tuple | list) else english
    wanted = set(PLACEHOLDER.findall(english)) | set(PLACEHOLDER.findall(plural))
    if any(swedish) and not set(PLACEHOLDER.findall("".join(swedish))) <= wanted:
        yield f"other placeholders: {english!r}"
