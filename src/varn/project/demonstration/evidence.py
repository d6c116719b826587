"""Small documents for the demonstration, each saying on its face that it is invented."""

from functools import cache
from io import BytesIO

import typst
from docx import Document

MARK = "Påhittat underlag för demonstrationen"
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
    sheet, made = Document(), BytesIO()
    sheet.core_properties.title = title
    sheet.core_properties.author = "Värn"
    sheet.add_paragraph(MARK)
    sheet.add_heading(title, level=1)
    sheet.add_paragraph(text)
    sheet.save(made)
    return made.getvalue()
