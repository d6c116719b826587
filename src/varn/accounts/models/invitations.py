"""Invitations: the only way in."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from varn.accounts.models.roles import Role
from varn.kernel.constraints import both_or_neither, in_small_letters
from varn.kernel.privacy import classify


class Invitation(models.Model):
    """A role at an organisation, offered to an e-mail address through a link that works once."""

    privacy = classify(
        work=["email", "organisation", "unit", "invited_by", "accepted_by", "revoked_by"],
        internal=[
            "submission", "role", "ends_on", "language", "invited_at", "sent_at",
            "expires_at", "accepted_at", "revoked_at",
        ],
        secret=["token_hash"],
    )  # fmt: skip
    wagtail_reference_index_ignore = True

    submission = models.UUIDField(unique=True, help_text="The form that it was sent from.")
    email = models.EmailField()
    organisation = models.ForeignKey(
        "directory.Organisation", on_delete=models.PROTECT, related_name="invitations"
    )
    unit = models.ForeignKey(
        "directory.Unit",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="invitations",
    )
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="invitations")
    ends_on = models.DateField(null=True, blank=True, help_text="Last day of the role.")
    language = models.CharField(max_length=5, default="sv")
    token_hash = models.CharField(
        max_length=64, blank=True, help_text="SHA-256 of the link's secret, once there is one."
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    invited_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            in_small_letters("email"),
            both_or_neither("accepted_at", "accepted_by"),
            both_or_neither("revoked_at", "revoked_by"),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
                name="accounts_invitation_not_accepted_and_revoked",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("invited_at")),
                name="accounts_invitation_expires_later",
            ),
            models.UniqueConstraint(
                fields=["token_hash"],
                condition=~Q(token_hash=""),
                name="accounts_invitation_link_once",
            ),
            models.UniqueConstraint(
                fields=["email", "organisation", "unit", "role"],
                nulls_distinct=False,
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="accounts_invitation_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} {self.invited_at:%Y-%m-%d}"
