"""The status that fits a form's page."""

from http import HTTPStatus

from django.forms import BaseForm


def status_of(form: BaseForm, *, is_stale: bool = False) -> int:
    """Somebody else was quicker, errors to correct, or a page like any other."""
    if is_stale:
        return HTTPStatus.CONFLICT
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
