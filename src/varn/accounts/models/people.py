"""People who sign in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models

from varn.kernel.constraints import in_small_letters
from varn.kernel.privacy import classify


class UserManager(BaseUserManager["User"]):
    """Makes users, who are known by their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Make and save a user; without a password nobody can sign in with one."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Make the first administrator of an installation."""
        return self.create_user(email, password, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who can sign in, in a professional role."""

    privacy = classify(
        work=["email", "name"],
        internal=["language", "is_active", "is_superuser", "joined_at", "last_login",
                  "groups", "user_permissions"],
        secret=["password"],
    )  # fmt: skip

    wagtail_reference_index_ignore = True

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150)
    language = models.CharField(max_length=5, default="sv")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = [in_small_letters("email")]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def is_staff(self) -> bool:
        """Django's admin is not installed; Wagtail asks for its own permission instead."""
        return False

    def get_full_name(self) -> str:
        """What Wagtail shows for this person."""
        return self.name

    def get_short_name(self) -> str:
        """What Wagtail shows for this person where room is short."""
        return self.name
