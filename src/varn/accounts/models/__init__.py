"""Tables of people, their roles and the invitations that bring them in."""

from varn.accounts.models.invitations import Invitation
from varn.accounts.models.people import User, UserManager
from varn.accounts.models.roles import Membership, Role

__all__ = ["Invitation", "Membership", "Role", "User", "UserManager"]
