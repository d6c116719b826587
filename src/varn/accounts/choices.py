"""Closed lists used by accounts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from varn.kernel.events import Event
from varn.kernel.permissions import Permission


class AccountsPermission(Permission):
    MANAGE = "accounts.manage", _("Invite people, and give, change and end their roles")


class AccountsEvent(Event):
    SIGNED_IN = "accounts.sign_in.passed", _("Signed in")
    SIGN_IN_REFUSED = "accounts.sign_in.refused", _("Tried to sign in with a wrong password")
    CODE_REFUSED = "accounts.code.refused", _("Gave a wrong code at sign-in")
    SIGNED_OUT = "accounts.sign_in.ended", _("Signed out")
    PASSWORD_CHANGED = "accounts.password.changed", _("Chose a new password")
    FACTOR_ADDED = "accounts.factor.added", _("Added a second step")
    FACTOR_REMOVED = "accounts.factor.removed", _("Removed a second step")
    CODES_MADE = "accounts.recovery_codes.made", _("Made new recovery codes")
    FACTORS_CLEARED = "accounts.factors.cleared", _("Removed all second steps of a person")
    PERSON_CREATED = "accounts.person.created", _("Made an account")
    PERSON_CLOSED = "accounts.person.closed", _("Closed an account")
    PERSON_REOPENED = "accounts.person.reopened", _("Opened an account again")
    PROFILE_CHANGED = "accounts.profile.changed", _("Changed own name or language")
    ROLE_GRANTED = "accounts.membership.granted", _("Gave a role")
    ROLE_CHANGED = "accounts.membership.changed", _("Changed a role")
    ROLE_ENDED = "accounts.membership.ended", _("Ended a role")
    ROLE_LOADED = "accounts.role.loaded", _("Brought a standard role up to date")
    INVITED = "accounts.invitation.created", _("Invited somebody")
    INVITATION_SENT = "accounts.invitation.sent", _("Sent an invitation")
    INVITATION_RENEWED = "accounts.invitation.renewed", _("Sent an invitation again")
    INVITATION_REVOKED = "accounts.invitation.revoked", _("Withdrew an invitation")
    INVITATION_ACCEPTED = "accounts.invitation.accepted", _("Accepted an invitation")


class InvitationState(models.TextChoices):
    WAITING = "waiting", _("Mail on its way")
    OPEN = "open", _("Sent, not yet accepted")
    ACCEPTED = "accepted", _("Accepted")
    REVOKED = "revoked", _("Withdrawn")
    EXPIRED = "expired", _("Too old")
