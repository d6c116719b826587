"""The form of a permission: code in the capability that it protects, data in a role."""

from django.db import models


class Permission(models.TextChoices):
    """Base of each capability's list; a member's value is `capability.verb`, its label plain words.

    Declared in the capability's `choices` and collected by `varn.project.wiring`.
    """
