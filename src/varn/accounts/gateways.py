"""Mail to people who are invited."""

from urllib.parse import urljoin

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from varn.accounts.models import Invitation


def send_invitation(invitation: Invitation, *, token: str, origin: str) -> None:
    """Mail the link in the invited person's language."""
    with translation.override(invitation.language):
        link = urljoin(origin, reverse("accounts:invitation_accept", kwargs={"token": token}))
        text = render_to_string(
            "accounts/mail/invitation.txt", {"invitation": invitation, "link": link}
        )
        subject = _("Your invitation to Värn")
        mail = EmailMultiAlternatives(subject=subject, body=text, to=[invitation.email])
    mail.send()
