"""Why something about people could not be done, in words that say what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varn.accounts.actions import (
    AlreadyInvitedError,
    InvitationUnusableError,
    MembershipEndedError,
    MembershipOverlapError,
    OwnAccountError,
    OwnMembershipError,
    RoleAboveOwnError,
)

SAID: dict[type[Exception], Promise] = {
    AlreadyInvitedError: _(
        "The person is invited to this role already. Send that invitation again from the list."
    ),
    InvitationUnusableError: _("The invitation has been accepted or withdrawn meanwhile."),
    MembershipEndedError: _("Somebody else has ended the role meanwhile. Nothing was changed."),
    MembershipOverlapError: _(
        "The person has this role here already. Change that one, or choose other days."
    ),
    OwnAccountError: _("You can't do this to your own account. Ask another administrator."),
    OwnMembershipError: _("You can't change your own roles. Ask another administrator."),
    RoleAboveOwnError: _(
        "The role allows more than your own roles do, so you can't give, change or end it."
    ),
}
REFUSALS = tuple(SAID)


def refusal(error: Exception) -> str:
    """What to tell the person who tried."""
    return str(SAID[type(error)])
