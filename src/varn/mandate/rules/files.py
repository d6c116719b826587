"""Which files are taken in as evidence. Pictures never are: none of a child may be kept here."""

import zipfile
import zlib
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
PICTURES = (
    ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic",
    ".heif", ".avif", ".jp2", ".jxl", ".wdp", ".emf", ".wmf", ".svg",
)  # fmt: skip
# What a part begins with when it is a picture under another name, or a document that may hold one.
PICTURE_STARTS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"II\xbc", b"RIFF",
    b"\xff\x0a", b"\x00\x00\x00\x0c", b"PK\x03\x04", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
ISO_MEDIA = b"ftyp"  # from the fifth byte: HEIC, AVIF and film


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


UNREADABLE = (
    zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError, zlib.error
)  # fmt: skip
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
    if kind.zip_entry:
        return _office_problem(data, kind.zip_entry)
    return None if _holds(kind, data) else FileProblem.CONTENT


def plain_name(name: str) -> str:
    """A file's name without folders or characters that a header can't carry."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(each for each in last if each.isprintable()).strip() or "file"
    stem, ending = kept[: -len(_ending(kept)) or None], _ending(kept)
    return stem[: LONGEST_NAME - len(ending)] + ending


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower()


def _holds(kind: EvidenceKind, data: bytes) -> bool:
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


def _office_problem(data: bytes, entry: str) -> FileProblem | None:
    """Why an office document is refused; of its parts only the list and first bytes are read."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            unpacked = sum(each.file_size for each in parts)
            if len(parts) > ENTRIES_AT_MOST or unpacked > UNPACKED_AT_MOST:
                return FileProblem.CONTENT
            if all(each.filename != entry for each in parts):
                return FileProblem.CONTENT
            has_picture = any(_is_picture(archive, each) for each in parts)
    except UNREADABLE:
        return FileProblem.CONTENT
    return FileProblem.PICTURES if has_picture else None


def _is_picture(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part is, or may hold, a picture larger than a logo, whatever it is called."""
    if part.file_size <= LARGEST_LOGO:
        return False
    if part.filename.lower().endswith(PICTURES):
        return True
    with archive.open(part) as opened:
        start = opened.read(8)
    return start.startswith(PICTURE_STARTS) or start[4:] == ISO_MEDIA
