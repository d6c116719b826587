"""The files of a frozen version: every form in every language, rebuilt alike at any time."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext

from varn.final_report.choices import Language, ReportFormat
from varn.final_report.gateways.report_files import report_file
from varn.final_report.rules.content import ReportContent
from varn.final_report.rules.stored import UnreadableContentError, restored
from varn.kernel.printing.text import file_name

if TYPE_CHECKING:
    from varn.mandate.models import OutgoingFile

NO_LANGUAGE = ""  # the data file holds codes; every reader words them


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionFile:
    """One file of a version."""

    name: str
    data: bytes
    language: str


def version_files(content: ReportContent, *, version: int) -> Iterator[VersionFile]:
    """Every file of a version, the agency's own language first."""
    for form in ReportFormat:
        for language in languages_of(form):
            yield VersionFile(
                name=version_name(content, version=version, form=form, language=language),
                data=report_file(content, form=form, language=language or Language.SWEDISH),
                language=language,
            )


def languages_of(form: ReportFormat) -> tuple[str, ...]:
    """The languages that a form comes in."""
    return (NO_LANGUAGE,) if form is ReportFormat.JSON else tuple(Language.values)


def version_name(content: ReportContent, *, version: int, form: ReportFormat, language: str) -> str:
    """What the file is called: registry number, version and language."""
    with translation.override(language or Language.SWEDISH):
        word = gettext("final-report")
    number = f"{content.decision.registry_number}-v{version}"
    ending = f"-{language}" if language else ""
    return file_name(number + ending, word=word, extension=form.value)


def rebuilt(saved: Mapping[str, object], *, name: str, language: str) -> bytes:
    """The file made anew from the frozen content.

    Raises `UnreadableContentError` when an older program stored it in another form.
    """
    form = ReportFormat(PurePath(name).suffix.removeprefix("."))
    return report_file(restored(saved), form=form, language=language or Language.SWEDISH)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCheck:
    """A file of a version beside what the frozen content gives today."""

    name: str
    kept: str  # check sums
    rebuilt: str  # empty when the content can't be read by this program

    @property
    def is_same(self) -> bool:
        """Whether the rebuilt file has the same bytes as the kept one."""
        return self.kept == self.rebuilt


def file_check(file: "OutgoingFile", saved: Mapping[str, object]) -> FileCheck:
    """Build the file anew and compare it with the manifest."""
    try:
        data = rebuilt(saved, name=file.file_name, language=file.language)
    except UnreadableContentError:
        return FileCheck(name=file.file_name, kept=file.sha256, rebuilt="")
    made = hashlib.sha256(data).hexdigest()
    return FileCheck(name=file.file_name, kept=file.sha256, rebuilt=made)
