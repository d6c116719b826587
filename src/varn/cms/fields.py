"""The body of a page."""

from typing import Any

from wagtail.fields import StreamField


class BodyField(StreamField):  # type: ignore[misc]
    """A stream of blocks whose definitions stay out of the migrations.

    Blocks change often and change no column. A migration that must read old blocks says so itself.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Describe the column alone."""
        name, _path, _blocks, options = super().deconstruct()
        return name, "varn.cms.fields.BodyField", [[]], {**options, "block_lookup": {}}
