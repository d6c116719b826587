"""Where sign-in and permissions come from."""

from datetime import date
from typing import TYPE_CHECKING

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.utils import timezone

from varn.accounts.queries import permissions_of

if TYPE_CHECKING:
    from varn.accounts.models import User


class PasswordBackend(AuthenticationBackend):  # type: ignore[misc]
    """Checks e-mail and password, and grants nothing: only roles do, and they end."""

    def get_all_permissions(self, user_obj: object, obj: object = None) -> set[str]:
        return set()

    def has_perm(self, user_obj: object, perm: str, obj: object = None) -> bool:
        return False

    def has_module_perms(self, user_obj: object, app_label: str) -> bool:
        return False


class RoleBackend(BaseBackend):
    """Grants the permissions of the roles that a person holds today, the real day."""

    def get_all_permissions(
        self, user_obj: "User | AnonymousUser", obj: Model | None = None
    ) -> set[str]:
        """The union of the roles; asked of the database once for each request."""
        if isinstance(user_obj, AnonymousUser) or not user_obj.is_active or obj is not None:
            return set()
        today = timezone.localdate()
        known: tuple[date, set[str]] | None = user_obj.__dict__.get("_role_permissions")
        if known is None or known[0] != today:
            known = (today, set(permissions_of(user_obj, on=today)))
            user_obj.__dict__["_role_permissions"] = known
        return known[1]

    def has_module_perms(self, user_obj: "User | AnonymousUser", app_label: str) -> bool:
        """Whether any permission begins with the name."""
        return any(p.startswith(f"{app_label}.") for p in self.get_all_permissions(user_obj))
