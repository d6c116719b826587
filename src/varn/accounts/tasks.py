"""What accounts does outside a request."""

from django.tasks import task
from django.utils import timezone

from varn.accounts.actions import InvitationUnusableError, issue_link, mark_sent
from varn.accounts.gateways import send_invitation
from varn.accounts.queries import all_invitations


@task
def deliver_invitation(invitation_id: int, origin: str) -> None:
    """Make an invitation's link and mail it, unless that is done; a failed try makes a new link."""
    invitation = all_invitations().get(pk=invitation_id)
    if invitation.sent_at:
        return
    try:
        token = issue_link(invitation_id=invitation_id)
    except InvitationUnusableError:
        return  # withdrawn or accepted while the mail waited
    send_invitation(invitation, token=token, origin=origin)
    mark_sent(invitation_id=invitation_id, at=timezone.now())
