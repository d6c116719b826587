"""Invite somebody from the command line, as the first administrator of an installation must be."""

from argparse import ArgumentParser
from uuid import uuid4

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.forms import ValidationError
from django.utils import timezone

from varn.accounts.actions import AlreadyInvitedError, Invited, invite
from varn.accounts.models import Invitation, Role
from varn.accounts.queries import roles
from varn.accounts.tasks import deliver_invitation
from varn.directory.queries.organisations import organisation_named


class Command(BaseCommand):
    help = "Invite somebody to a role at an organisation. The mail holds a link that works once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add who and to what."""
        parser.add_argument("email")
        parser.add_argument("--role", required=True, help="administrator, national-coordinator …")
        parser.add_argument("--organisation", required=True, help="its name in the directory")
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES])

    def handle(self, *args: object, **options: object) -> None:
        """Invite; the system itself does, so no right is asked for."""
        email = str(options["email"])
        try:
            validate_email(email)
            invitation = self._invite(
                email, str(options["role"]), str(options["organisation"]),
                str(options["language"] or "sv"),
            )  # fmt: skip
        except ValidationError as error:
            raise CommandError(f"{email} is not an e-mail address.") from error
        except AlreadyInvitedError as error:
            raise CommandError(f"{email} is invited to this role already.") from error
        deliver_invitation.enqueue(invitation.pk, settings.WAGTAILADMIN_BASE_URL)
        self.stdout.write(f"The worker mails a link to {email}; it works once, for seven days.")

    def _invite(self, email: str, role: str, organisation: str, language: str) -> Invitation:
        now = timezone.now()
        found_role = Role.objects.filter(slug=role).first()
        found = organisation_named(organisation, on=timezone.localdate(now))
        if found_role is None:
            known = ", ".join(each.slug for each in roles()) or "none; run: varn roles load"
            raise CommandError(f"There is no role {role}. Roles: {known}")
        if found is None:
            raise CommandError(f"The directory knows no single organisation named {organisation}.")
        invited = Invited(email=email, language=language, role=found_role, organisation=found)
        return invite(submission=uuid4(), invited=invited, by=None, at=now)
