"""What can be wrong with a document, each with a code that pages and commands translate."""


class DocumentError(Exception):
    """A document that can't be read; `code` says why in a word that never changes."""

    code = "document"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UnsupportedDocumentError(DocumentError):
    """The file is of a type that isn't read."""

    code = "unsupported_type"


class ScannedDocumentError(DocumentError):
    """The pages are pictures: there is no text to read."""

    code = "scanned_without_text"


class TooLargeDocumentError(DocumentError):
    """The file, its pages or its text pass a limit."""

    code = "too_large"


class BrokenDocumentError(DocumentError):
    """The file isn't what it says it is, or it is cut."""

    code = "broken"


class SuspiciousArchiveError(DocumentError):
    """The file unpacks to far more than it holds, or declares entities: a bomb."""

    code = "suspicious_archive"
