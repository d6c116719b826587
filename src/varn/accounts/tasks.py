"""What accounts does outside a request."""

from django.tasks import task
from django.utils import timezone

from varn.accounts.actions import issue_link, mark_sent
from varn.accounts.gateways import send_invitation
from varn.accounts.queries import all_invitations


@task
def deliver_invitation(invitation_id: int, origin: str) -> None:
    """Make an invitation's link and mail it; tried again, it makes a new link."""
    token = issue_link(invitation_id=invitation_id)
    invitation = all_invitations().get(pk=invitation_id)
    send_invitation(invitation, token=token, origin=origin)
    mark_sent(invitation_id=invitation_id, at=timezone.now())
