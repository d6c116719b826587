"""The blocks that pages are made of. A closed set: no raw HTML, no embeds, no pictures."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

TEXT_FEATURES = ["bold", "italic", "link", "ul", "ol"]
TONES = [("info", _("Information")), ("success", _("Good to know")), ("warning", _("Warning"))]


class HeadingBlock(blocks.CharBlock):  # type: ignore[misc]
    """A heading inside a section."""

    class Meta:
        icon = "title"
        label = _("Heading")
        max_length = 120
        template = "cms/blocks/heading.html"


class TextBlock(blocks.RichTextBlock):  # type: ignore[misc]
    """Paragraphs and lists, with bold, italics and links."""

    def __init__(self, **options: object) -> None:
        super().__init__(**{"features": TEXT_FEATURES, **options})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "cms/blocks/text.html"


class QuoteBlock(blocks.StructBlock):  # type: ignore[misc]
    """Somebody's own words, and whose they are."""

    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(label=_("Source"), max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "cms/blocks/quote.html"


class CalloutBlock(blocks.StructBlock):  # type: ignore[misc]
    """A box that must not be missed."""

    tone = blocks.ChoiceBlock(choices=TONES, default="info", label=_("Kind"))
    title = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Box")
        template = "cms/blocks/callout.html"


class CardValue(blocks.StructValue):  # type: ignore[misc]
    """A card that knows where it leads."""

    @property
    def address(self) -> str:
        """The page's address if it is published, else the one that was typed."""
        page = self.get("page")
        if page is not None:
            return str(page.url) if page.live else ""
        return str(self.get("url") or "")


class CardBlock(blocks.StructBlock):  # type: ignore[misc]
    """A card, which leads to a page of ours or to another site, or nowhere."""

    title = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Address"), required=False)

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Refuse a card that leads two ways."""
        cleaned = super().clean(value)
        if cleaned.get("page") and cleaned.get("url"):
            error = ValidationError(_("Choose a page or type an address, not both."))
            raise blocks.StructBlockValidationError(block_errors={"url": error})
        return cleaned

    class Meta:
        icon = "link"
        label = _("Card")
        value_class = CardValue


class CardsBlock(blocks.ListBlock):  # type: ignore[misc]
    """Cards beside each other."""

    def __init__(self, **options: object) -> None:
        super().__init__(CardBlock(), **options)

    class Meta:
        icon = "grip"
        label = _("Cards")
        template = "cms/blocks/cards.html"


class StepBlock(blocks.StructBlock):  # type: ignore[misc]
    """One step."""

    title = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.TextBlock(label=_("Text"))


class StepsBlock(blocks.ListBlock):  # type: ignore[misc]
    """Steps in their order, numbered."""

    def __init__(self, **options: object) -> None:
        super().__init__(StepBlock(), **options)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "cms/blocks/steps.html"


class ArticleBlock(blocks.StreamBlock):  # type: ignore[misc]
    """Everything that may stand in a running text."""

    heading = HeadingBlock()
    text = TextBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    cards = CardsBlock()
    steps = StepsBlock()


class SectionBlock(blocks.StructBlock):  # type: ignore[misc]
    """A part of a page under its own heading."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    lead = blocks.TextBlock(label=_("Introduction"), required=False)
    content = ArticleBlock(label=_("Content"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Section")
        template = "cms/blocks/section.html"
