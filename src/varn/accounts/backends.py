"""Where permissions come from."""

from django.contrib.auth.backends import BaseBackend


class RoleBackend(BaseBackend):
    """Grants a user the permissions of the roles in their current memberships."""
