"""What several pages answer alike: nothing here, errors to correct, somebody else was quicker."""

from collections.abc import Callable
from http import HTTPStatus

from django.core.exceptions import ObjectDoesNotExist
from django.forms import BaseForm
from django.http import Http404, HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from varn.mandate.rules.files import FileProblem

FILE_PROBLEMS = {
    FileProblem.EMPTY: _("%(name)s is empty. Choose another file."),
    FileProblem.TOO_LARGE: _("%(name)s is larger than 20 MB. Choose a smaller file."),
    FileProblem.KIND: _(
        "%(name)s is not of a kind that is taken in. Use PDF, Word, Excel, OpenDocument text, "
        "CSV or plain text."
    ),
    FileProblem.CONTENT: _(
        "%(name)s is damaged or not what its name says. Save it anew and try again."
    ),
    FileProblem.PICTURES: _(
        "%(name)s holds a picture. Take pictures out and save it again; a small logo may stay."
    ),
}
UNREADABLE = {
    "unsupported_type": _(
        "This kind of file is not taken in. Save it as PDF, Word (docx) or text."
    ),
    "scanned_without_text": _(
        "The pages are pictures, so the registry number can't be found in them. Choose the file as "
        "it was before it was printed, or run text recognition (OCR) on it."
    ),
    "too_large": _("The file is too large. Choose one of at most 20 MB."),
    "broken": _("The file can't be read. Open it, save it anew and try again."),
    "suspicious_archive": _("The file unpacks to far too much. Save it anew as PDF."),
}


def or_404[T](question: Callable[[int], T], pk: int) -> T:
    """The answer, or the page that says that there is nothing here."""
    try:
        return question(pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing


def status_of(form: BaseForm, *, is_stale: bool = False) -> int:
    """The status that fits a form's page."""
    if is_stale:
        return HTTPStatus.CONFLICT
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK


def typed(request: HttpRequest, *, version: int | None = None) -> QueryDict | None:
    """What was sent, if anything; a newer version makes it ready to save once more."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    if version is not None:
        data["version"] = str(version)
    return data
