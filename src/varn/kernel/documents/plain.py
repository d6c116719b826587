"""Plain text and Markdown: bytes in the encoding that they are most likely written in."""

from varn.kernel.documents.errors import BrokenDocumentError
from varn.kernel.documents.limits import Limits

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
MOST_CONTROL_CHARACTERS = 0.01  # more of them means that the file isn't text
ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x85\x1a")


def text_of_plain(data: bytes, limits: Limits) -> str:
    text = decoded(data)
    if not is_text(text):
        raise BrokenDocumentError("The file holds bytes that aren't text.")
    return text


def decoded(data: bytes) -> str:
    """By byte order mark, else UTF-8 when valid, else UTF-16 by its zeros, else Windows-1252."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if utf16 := _utf16_without_mark(data):
        return data.decode(utf16, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _utf16_without_mark(data: bytes) -> str | None:
    """Western text in UTF-16 has a zero in every second byte."""
    sample = data[:2000]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > half * 0.6:
        return "utf-16-le"
    if half and sample[0::2].count(0) > half * 0.6:
        return "utf-16-be"
    return None


def is_text(text: str) -> bool:
    sample = text[:100_000]
    odd = sum(
        1
        for character in sample
        if (character < " " or character == "\ufffd") and character not in ALLOWED_CONTROLS
    )
    return odd <= len(sample) * MOST_CONTROL_CHARACTERS
