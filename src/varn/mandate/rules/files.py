"""Which files are taken in as evidence. Pictures never are: none of a child may be kept here."""

import zipfile
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath

LARGEST_EVIDENCE = 20 * 1024 * 1024
MOST_FILES = 5
ENTRIES_AT_MOST = 5_000  # in an office document; a zip bomb has more or unpacks to more
UNPACKED_AT_MOST = 400 * 1024 * 1024
LONGEST_NAME = 255
LARGEST_LOGO = 100_000  # bytes; a letterhead may stay in an office document, a photograph may not
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".avif")


class FileProblem(StrEnum):
    """Why a file is not taken in."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    KIND = "kind"
    CONTENT = "content"
    PICTURES = "pictures"


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of document: its media type and how its content shows it."""

    media_type: str
    starts_with: bytes = b""
    zip_entry: str = ""


OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {
    ".pdf": EvidenceKind("application/pdf", starts_with=b"%PDF-"),
    ".docx": EvidenceKind(f"{OFFICE}.wordprocessingml.document", zip_entry="word/document.xml"),
    ".xlsx": EvidenceKind(f"{OFFICE}.spreadsheetml.sheet", zip_entry="xl/workbook.xml"),
    ".odt": EvidenceKind("application/vnd.oasis.opendocument.text", zip_entry="content.xml"),
    ".txt": EvidenceKind("text/plain"),
    ".csv": EvidenceKind("text/csv"),
}
ACCEPT = ",".join(KINDS)


def media_type(name: str) -> str:
    """The media type that the name's ending stands for. Ask `problem` first."""
    return KINDS[_ending(name)].media_type


def problem(name: str, data: bytes) -> FileProblem | None:
    """Why the file is refused, or None when it is taken in."""
    if not data:
        return FileProblem.EMPTY
    if len(data) > LARGEST_EVIDENCE:
        return FileProblem.TOO_LARGE
    kind = KINDS.get(_ending(name))
    if kind is None:
        return FileProblem.KIND
    if not _holds(kind, data):
        return FileProblem.CONTENT
    return FileProblem.PICTURES if kind.zip_entry and _has_pictures(data) else None


def plain_name(name: str) -> str:
    """A file's name without folders or characters that a header can't carry."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(each for each in last if each.isprintable()).strip() or "file"
    stem, ending = kept[: -len(_ending(kept)) or None], _ending(kept)
    return stem[: LONGEST_NAME - len(ending)] + ending


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower()


def _holds(kind: EvidenceKind, data: bytes) -> bool:
    if kind.zip_entry:
        return _is_office(data, kind.zip_entry)
    if kind.starts_with:
        return data[:1024].lstrip().startswith(kind.starts_with)
    return _is_text(data)


def _is_text(data: bytes) -> bool:
    if b"\x00" in data:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return not data.startswith((b"\x89PNG", b"\xff\xd8", b"GIF8", b"PK\x03\x04", b"RIFF"))
    return True


def _is_office(data: bytes, entry: str) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False
    if len(entries) > ENTRIES_AT_MOST or sum(each.file_size for each in entries) > UNPACKED_AT_MOST:
        return False
    return any(each.filename == entry for each in entries)


def _has_pictures(office: bytes) -> bool:
    """Whether an office document holds a picture that is larger than a logo."""
    with zipfile.ZipFile(BytesIO(office)) as archive:
        return any(
            each.file_size > LARGEST_LOGO and each.filename.lower().endswith(PICTURES)
            for each in archive.infolist()
        )
