"""What several pages answer alike: nothing here, errors to correct, a file that is not taken in."""

from collections.abc import Callable
from http import HTTPStatus

from django.core.exceptions import ObjectDoesNotExist
from django.forms import BaseForm
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varn.mandate.actions import FileRefusedError, TooManyFilesError

ROWS_A_PAGE = 50
FILE_PROBLEMS = {  # by the values of the mandate's own list
    "empty": gettext_lazy("%(name)s is empty. Choose another file."),
    "too_large": gettext_lazy("%(name)s is larger than 20 MB. Choose a smaller file."),
    "kind": gettext_lazy(
        "%(name)s is not of a kind that is taken in. Use PDF, Word, Excel, OpenDocument text, "
        "CSV or plain text."
    ),
    "content": gettext_lazy(
        "%(name)s is damaged or not what its name says. Save it anew and try again."
    ),
    "pictures": gettext_lazy(
        "%(name)s holds a picture. Take pictures out and save it again; a small logo may stay."
    ),
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


def file_problem(error: FileRefusedError | TooManyFilesError) -> str:
    """Why a file was refused, in words for the person who sent it."""
    if isinstance(error, TooManyFilesError):
        words = _("Send at most %(limit)d files at a time; add the rest by correcting the meeting.")
        return words % {"limit": error.limit}
    return str(FILE_PROBLEMS[error.problem]) % {"name": error.file_name}
