"""Small documents for the demonstration, the same every time, each saying that it is invented."""

from functools import cache

import typst

from varn.kernel.printing import About, WordDocument
from varn.project.demo_arguments import FIRST_DAY
from varn.project.demonstration.moments import moment

MARK = "Påhittat underlag för demonstrationen"
MADE_AT = moment(FIRST_DAY, hour=12)
SHEET = """
#set document(title: sys.inputs.title, date: none)
#set text(lang: "sv", size: 12pt)
#set page(paper: "a4", margin: 3cm)
#strong(sys.inputs.mark)
= #sys.inputs.title
#sys.inputs.text
"""


@cache
def document(name: str, *, title: str, text: str) -> bytes:
    """The document as its name's ending says: pdf, docx, else plain text."""
    if name.endswith(".pdf"):
        return _pdf(title=title, text=text)
    if name.endswith(".docx"):
        return _docx(title=title, text=text)
    return f"{MARK}\n\n{title}\n\n{text}\n".encode()


def _pdf(*, title: str, text: str) -> bytes:
    inputs = {"mark": MARK, "title": title, "text": text}
    made: bytes = typst.compile(
        SHEET.encode(), format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"]
    )
    return made


def _docx(*, title: str, text: str) -> bytes:
    sheet = WordDocument(About(title=title, author="Värn", language="sv", created=MADE_AT))
    sheet.paragraph(MARK)
    sheet.heading(title)
    sheet.paragraph(text)
    return sheet.save()
