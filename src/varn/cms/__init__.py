"""What every Wagtail page shares: base page, blocks, rich-text rules."""
