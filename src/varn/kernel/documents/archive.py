"""Zip archives checked before anything in them is unpacked."""

import zipfile
from io import BytesIO

from varn.kernel.documents.errors import BrokenDocumentError, SuspiciousArchiveError
from varn.kernel.documents.limits import Limits


def checked_archive(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """An open archive whose parts, as declared, stay within the limits."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise BrokenDocumentError("The file is cut or isn't a DOCX file.") from error
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > limits.entries or unpacked > limits.unpacked_size:
        raise SuspiciousArchiveError("The file unpacks to far more than a document holds.")
    for part in parts:
        if part.flag_bits & 1:
            raise BrokenDocumentError("The file is locked by a password.")
        large = part.file_size > limits.ratio_from
        if large and part.file_size > limits.ratio * max(part.compress_size, 1):
            raise SuspiciousArchiveError("A part of the file is packed too tightly to be text.")
    return archive


def part_of(archive: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """One part, read no further than the limit whatever its header declares."""
    try:
        with archive.open(name) as part:
            content = part.read(limits.unpacked_size + 1)
    except KeyError as error:
        raise BrokenDocumentError("The file is no DOCX document.") from error
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        ValueError,
        RuntimeError,
        NotImplementedError,
    ) as error:
        raise BrokenDocumentError("The file is cut.") from error
    except Exception as error:  # zlib.error and other packers' own errors share no base
        raise BrokenDocumentError("The file is cut.") from error
    if len(content) > limits.unpacked_size:
        raise SuspiciousArchiveError("A part of the file unpacks to far more than it declares.")
    return content
