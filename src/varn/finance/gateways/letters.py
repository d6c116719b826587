"""Letters as files: tagged PDF set by typst, and DOCX that the agency can finish itself."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from varn.finance.gateways.words import words_in
from varn.finance.rules.letter import Block, Facts, Heading, Letter, Paragraph, Table
from varn.finance.rules.letters import letter
from varn.finance.rules.statement import Statement
from varn.kernel.printing import About, WordDocument, file_name, typeset
from varn.mandate.actions import OutgoingFileData
from varn.mandate.choices import DocumentKind

FOLDER = Path(__file__).parents[1] / "typst"
REGIONS = {"sv": "SE", "en": "GB"}
NAMES = {
    ("sv", DocumentKind.REQUISITION): "rekvisition",
    ("sv", DocumentKind.REPAYMENT): "aterbetalning",
    ("sv", DocumentKind.FINANCIAL_ACCOUNT): "ekonomisk-redovisning",
    ("en", DocumentKind.REQUISITION): "requisition",
    ("en", DocumentKind.REPAYMENT): "repayment",
    ("en", DocumentKind.FINANCIAL_ACCOUNT): "financial-account",
}
AMOUNT_MM = 35
WIDTHS_MM = (112, AMOUNT_MM)


def statement_files(
    statement: Statement, *, languages: Sequence[str], created: datetime
) -> list[OutgoingFileData]:
    """The statement's files in each language: PDF and DOCX."""
    files = []
    for language in languages:
        made = letter(statement, words=words_in(language), language=language)
        word = NAMES[language, statement.kind]
        for extension, data in (
            ("pdf", as_pdf(made, created=created)),
            ("docx", as_docx(made, created=created)),
        ):
            name = file_name(made.registry_number, word=word, extension=extension)
            files.append(OutgoingFileData(name=name, data=data, language=language))
    return files


def statement_pdf(statement: Statement, *, language: str, created: datetime) -> bytes:
    """The statement as it would be sent, to look at before it is frozen."""
    made = letter(statement, words=words_in(language), language=language)
    return as_pdf(made, created=created)


def as_pdf(made: Letter, *, created: datetime) -> bytes:
    data = asdict(made) | {
        "region": REGIONS[made.language],
        "words": words_in(made.language),
        "blocks": [_block(each) for each in made.blocks],
        "appendix": [_block(each) for each in made.appendix],
    }
    return typeset(FOLDER, main="letter.typ", data=data, created=created)


def _block(block: Block) -> dict[str, object]:
    return asdict(block) | {"kind": type(block).__name__.lower()}


def as_docx(made: Letter, *, created: datetime) -> bytes:
    about = About(
        title=f"{made.title} {made.registry_number}",
        author=made.agency,
        language=made.language,
        created=created,
        registry_number=made.registry_number,
        foot=made.title,
    )
    file = WordDocument(about)
    if made.demonstration:
        file.paragraph(made.demonstration, style="Subtitle")
    file.paragraph(made.agency, style="Subtitle")
    file.facts(made.references)
    file.paragraph(made.addressee)
    file.title(made.title)
    for block in made.blocks:
        _write(file, block)
    file.paragraph(made.sign_above)
    file.paragraph(made.signed_by, style="Signature")
    if made.signed_title:
        file.paragraph(made.signed_title)
    if made.appendix:
        file.page_break()
    for block in made.appendix:
        _write(file, block)
    return file.save()


def _write(file: WordDocument, block: Block) -> None:
    match block:
        case Heading():
            file.heading(block.text)
        case Paragraph():
            file.paragraph(block.text)
        case Facts():
            file.facts(block.rows)
        case Table():
            file.table(
                block.head,
                block.rows,
                caption=block.caption,
                widths_mm=WIDTHS_MM,
                numeric=[len(block.head) - 1],
                last_is_sum=block.last_is_sum,
            )
