"""Marks of Markdown taken away; headings and list items keep `# ` and `- `."""

import re

from varn.mandate.rules.reading.text import ANYTHING, Rewriting, View, rewritten

FRONT_MATTER = re.compile(r"\A---\n(?:[^\n]{0,500}\n){0,40}?---(?=\n|\Z)")
LINK = re.compile(r"!?\[(?P<text>[^\[\]\n]{0,300})\]\([^()\s]{0,500}\)")
EMPHASISED_LINE = re.compile(  # *Samarbete inom EU* alone on its line is a heading
    r"^(?:#{1,6} ?)?\*{1,3}(?P<text>[^*\n]{2,200}[^*\n.:;,])\*{1,3} *$", re.MULTILINE
)
HEADING = re.compile(r"^ {0,3}#{1,6} *(?=\S)", re.MULTILINE)
CLOSING_HEADING = re.compile(r"(?<=[^\s#]) #{1,6}$", re.MULTILINE)
BULLET = re.compile(
    r"^ *(?:[*+•●○▪·‣◦\uf0b7]|[-–—](?=[ ]))[ ]+(?=\S)|^ *[•●▪\uf0b7](?=\S)", re.MULTILINE
)
STARS = re.compile(r"\*+")
UNDERSCORES = re.compile(r"(?<![\w_])__?(?=\w)|(?<=\w)__?(?![\w_])")
ESCAPES = re.compile(r"\\(?=[-\\`*_{}\[\]()#+.!|~>])")
TABLE_RULE = re.compile(r"^[|:\- ]{3,}$", re.MULTILINE)
TABLE_BAR = re.compile(r" *\| *")
QUOTE = re.compile(r"^> ?", re.MULTILINE)


# Each mark with the characters without which it can't be there.
MARKS: tuple[Rewriting, ...] = (
    (("---",), FRONT_MATTER, "\n"),
    (("](",), LINK, r"\g<text>"),
    (("*",), EMPHASISED_LINE, r"# \g<text>"),
    (("#",), HEADING, "# "),
    ((" #",), CLOSING_HEADING, ""),
    (ANYTHING, BULLET, "- "),
    (("*",), STARS, ""),
    (("_",), UNDERSCORES, ""),
    (("\\",), ESCAPES, ""),
    (("---",), TABLE_RULE, ""),
    (("|",), TABLE_BAR, " "),
    ((">",), QUOTE, ""),
)


def without_marks(view: View) -> View:
    return rewritten(view, MARKS)
