"""What pages are made of, and how it is drawn."""

import pytest
from django.core.exceptions import ValidationError

from varn.cms.blocks import ArticleBlock, CardBlock, SectionBlock

EVERY_KIND = [
    {"type": "heading", "value": "En rubrik"},
    {"type": "text", "value": "<p>Ett <b>stycke</b> med <script>alert(1)</script></p>"},
    {"type": "quote", "value": {"text": "Ett citat", "source": "En källa"}},
    {"type": "callout", "value": {"tone": "warning", "title": "Obs", "text": "<p>Läs.</p>"}},
    {"type": "cards", "value": [{"title": "Ett kort", "text": "", "url": "https://polisen.se"}]},
    {"type": "steps", "value": [{"title": "Ett steg", "text": "Gör så."}]},
]


def section(content):
    block = SectionBlock()
    return block.to_python({"heading": "Avsnitt", "lead": "", "content": content})


def test_every_kind_of_block_is_drawn():
    text = SectionBlock().render(section(EVERY_KIND))

    for words in ("En rubrik", "Ett citat", "En källa", "Obs", "Ett kort", "Ett steg"):
        assert words in text
    assert 'href="https://polisen.se"' in text


def test_raw_html_and_embeds_cannot_be_chosen():
    kinds = set(ArticleBlock().child_blocks)

    assert kinds == {"heading", "text", "quote", "callout", "cards", "steps"}
    assert ArticleBlock().child_blocks["text"].features == ["bold", "italic", "link", "ul", "ol"]


def test_a_card_leads_one_way_only():
    block = CardBlock()
    value = block.to_python({"title": "Kort", "url": "https://polisen.se"})
    value["page"] = object()

    with pytest.raises(ValidationError):
        block.clean(value)
