"""Who may call a view, and whether it may write.

Every view carries one of these decorators. A test walks the URLs and fails on a view
without one; `varn.project.middleware` refuses it at run time too.

A read runs in a transaction that PostgreSQL itself keeps read-only. A sensitive read is
declared with `audited`: its entry is committed before the page is made, so no entry, no page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import update_wrapper
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.template.response import SimpleTemplateResponse

if TYPE_CHECKING:
    from varn.accounts.models import User

READ_METHODS = ("GET", "HEAD")
WRITE_METHODS = ("POST",)  # no other: CSRF protection lets OPTIONS and TRACE pass
View = Callable[..., HttpResponseBase]
ReadRecorder = Callable[..., None]

_recorders: list[ReadRecorder] = []


class StaffRequest(HttpRequest):
    """A request that passed `requires` or `signed_in`: somebody is signed in."""

    user: "User"


class LazyResponseError(TypeError):
    """A view returned a response that renders later, outside its transaction."""


@dataclass(frozen=True, kw_only=True)
class Access:
    """What a view has said about itself."""

    is_public: bool = False
    permission: str | None = None
    writes: bool = False
    audited: str | None = None


class Guarded:
    """A view that has said who may call it and whether it writes."""

    def __init__(self, view: View, access: Access) -> None:
        update_wrapper(self, view)
        self.view = view
        self.access = access

    def __call__(self, request: HttpRequest, **captured: object) -> HttpResponseBase:
        """Check, open the right kind of transaction, and call the view inside it."""
        self._check(request)
        allowed = READ_METHODS + WRITE_METHODS if self.access.writes else READ_METHODS
        if request.method not in allowed:
            return HttpResponseNotAllowed(allowed)
        reads = request.method in READ_METHODS
        if reads and self.access.audited:
            _record_read(self.access.audited, request=request, captured=captured)
        with transaction.atomic():
            if reads:
                _forbid_writes()
            response = self.view(request, **captured)
            if isinstance(response, SimpleTemplateResponse) and not response.is_rendered:
                raise LazyResponseError(self.view)
        return response

    def _check(self, request: HttpRequest) -> None:
        if self.access.is_public:
            return
        if not request.user.is_authenticated or not request.user.is_active:
            raise PermissionDenied
        if self.access.permission and not request.user.has_perm(self.access.permission):
            raise PermissionDenied


def public(*, writes: bool = False) -> Callable[[View], Guarded]:
    """Open to anyone. Reads only, unless the view says that it writes."""
    return lambda view: Guarded(view, Access(is_public=True, writes=writes))


def signed_in(*, writes: bool = False) -> Callable[[View], Guarded]:
    """Open to anybody who is signed in, for their own things."""
    return lambda view: Guarded(view, Access(writes=writes))


def requires(
    permission: str, *, writes: bool = False, audited: str | None = None
) -> Callable[[View], Guarded]:
    """Open to staff who hold the permission; `audited` names the event of a sensitive read."""
    return lambda view: Guarded(view, Access(permission=permission, writes=writes, audited=audited))


def record_reads_with(recorder: ReadRecorder) -> None:
    """Say who writes the entry of a sensitive read (`varn.project.wiring` does)."""
    _recorders[:] = [recorder]


def _record_read(event: str, *, request: HttpRequest, captured: dict[str, object]) -> None:
    (recorder,) = _recorders
    with transaction.atomic(durable=not connection.in_atomic_block):
        recorder(event, request=request, captured=captured)


def _forbid_writes() -> None:
    """Let PostgreSQL itself refuse a write made while serving a read."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")
