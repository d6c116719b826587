"""People, roles and invitations for tests of every package.

`UserFactory(permissions=["mandate.view"])` makes somebody who may do just that today.
"""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import factory
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone

from tests.directory.factories import OrganisationFactory, UnitFactory
from varn.accounts.models import Invitation, Membership, Role, User
from varn.accounts.queries.permissions import known_permissions
from varn.accounts.rules import hash_of

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PASSWORD = "korrekt-häst-batteri-häftklammer"


class UserFactory(factory.django.DjangoModelFactory):
    """A person with a password; without a role, unless permissions are given."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        closed = factory.Trait(is_active=False)
        english = factory.Trait(language="en")

    email = factory.Sequence(lambda n: f"person-{n}@example.se")
    name = factory.Sequence(lambda n: f"Person {n}")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        user = model_class.objects.create_user(password=PASSWORD, **kwargs)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user

    @factory.post_generation
    def permissions(self, create, values, **_kwargs):
        if create and values is not None:
            MembershipFactory(user=self, role=RoleFactory(permissions=list(values)))

    @factory.post_generation
    def factor(self, create, wanted, **_kwargs):
        if create and wanted:
            TOTP.activate(self, generate_totp_secret())


class AdministratorFactory(UserFactory):
    """Somebody who holds every permission that there is."""

    @factory.post_generation
    def permissions(self, create, values, **_kwargs):
        if create:
            role = RoleFactory(permissions=list(known_permissions()))
            MembershipFactory(user=self, role=role)


class RoleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Role

    slug = factory.Sequence(lambda n: f"role-{n}")
    name_sv = factory.Sequence(lambda n: f"Roll {n}")
    name_en = factory.Sequence(lambda n: f"Role {n}")
    description_sv = "Gör något."
    description_en = "Does something."
    permissions = ()

    @classmethod
    def _adjust_kwargs(cls, **kwargs):
        return {**kwargs, "permissions": list(kwargs["permissions"])}


class MembershipFactory(factory.django.DjangoModelFactory):
    """A role that holds from a month ago, without an end."""

    class Meta:
        model = Membership

    class Params:
        over = factory.Trait(ends_on=factory.LazyFunction(lambda: _days_from_today(-1)))
        coming = factory.Trait(starts_on=factory.LazyFunction(lambda: _days_from_today(1)))
        ended = factory.Trait(
            ended_at=factory.LazyFunction(lambda: datetime.now(UTC)),
            ended_by=factory.SubFactory(UserFactory),
        )
        in_unit = factory.Trait(
            unit=factory.SubFactory(
                UnitFactory, organisation=factory.SelfAttribute("..organisation")
            )
        )

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = factory.SubFactory(RoleFactory)
    starts_on = factory.LazyFunction(lambda: _days_from_today(-30))
    granted_at = factory.LazyFunction(lambda: datetime.now(UTC))


class InvitationFactory(factory.django.DjangoModelFactory):
    """An invitation whose link has been sent; its secret is `link-N`, see `token_of`."""

    class Meta:
        model = Invitation

    class Params:
        number = factory.Sequence(lambda n: n)
        unsent = factory.Trait(sent_at=None)
        expired = factory.Trait(
            invited_at=factory.LazyFunction(lambda: datetime.now(UTC) - timedelta(days=8)),
        )
        accepted = factory.Trait(
            accepted_at=factory.LazyFunction(lambda: datetime.now(UTC)),
            accepted_by=factory.SubFactory(UserFactory),
        )
        revoked = factory.Trait(
            revoked_at=factory.LazyFunction(lambda: datetime.now(UTC)),
            revoked_by=factory.SubFactory(UserFactory),
        )

    submission = factory.LazyFunction(uuid4)
    email = factory.Sequence(lambda n: f"inbjuden-{n}@example.se")
    organisation = factory.SubFactory(OrganisationFactory)
    role = factory.SubFactory(RoleFactory)
    token_hash = factory.LazyAttribute(lambda made: hash_of(token_of(made)))
    invited_by = factory.SubFactory(AdministratorFactory)
    invited_at = factory.LazyFunction(lambda: datetime.now(UTC))
    sent_at = factory.LazyFunction(lambda: datetime.now(UTC))
    expires_at = factory.LazyAttribute(lambda made: made.invited_at + timedelta(days=7))


def token_of(invitation):
    return f"link-to-{invitation.email}"


def has_totp(user):
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def _days_from_today(days) -> date:
    return timezone.localdate() + timedelta(days=days)
