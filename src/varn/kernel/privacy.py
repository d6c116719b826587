"""How private each stored field is. Every model says it for every field; a test checks that.

class Contact(models.Model):
    privacy = classify(public=["function"], work=["email"], internal=["version"])
"""

from collections.abc import Iterable
from enum import StrEnum


class Privacy(StrEnum):
    """What a field may hold about people."""

    PUBLIC = "public"  # could stand in a published report
    INTERNAL = "internal"  # the organisation's own working matter, no person
    WORK = "work"  # identifies somebody in their professional role
    SECRET = "secret"  # noqa: S105 - credentials and keys; never shown, never exported


Classification = dict[str, Privacy]


class ClassifiedTwiceError(ValueError):
    """A field was given two privacy classes."""


def classify(
    *,
    public: Iterable[str] = (),
    internal: Iterable[str] = (),
    work: Iterable[str] = (),
    secret: Iterable[str] = (),
) -> Classification:
    """Give each named field its class. The automatic `id` needs none.

    Raises `ClassifiedTwiceError` when a name stands in two lists.
    """
    given = (
        (Privacy.PUBLIC, public),
        (Privacy.INTERNAL, internal),
        (Privacy.WORK, work),
        (Privacy.SECRET, secret),
    )
    classes: Classification = {}
    for privacy, names in given:
        for name in names:
            if name in classes:
                raise ClassifiedTwiceError(name)
            classes[name] = privacy
    return classes
