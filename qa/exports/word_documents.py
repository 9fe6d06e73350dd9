"""Reports as Word documents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from qa.exports.blocks import Block, Columns, Fields, Heading, Paragraph, Report, Run
from qa.exports.characters import flat

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

_STYLES = {"plain": "Normal", "quote": "Quote", "item": "List Bullet"}
_LINK_COLOUR = "0563C1"
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_LONGEST_TITLE = 255
"""Characters; a document's property can't have more."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name."""
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def docx_of(report: Report) -> bytes:
    """A report as a Word document; the same report gives the same bytes.

    Raises:
        ValueError: ``report.exported_at`` is no ISO 8601 time.
    """
    import docx

    document = docx.Document()
    _describe(document, report)
    for block in (Heading(report.title, 1), *report.blocks):
        _add(document, block)
    file = BytesIO()
    document.save(file)
    return _repacked(file.getvalue())


def _describe(document: Document, report: Report) -> None:
    """The properties of the document; nobody is named as its author."""
    properties = document.core_properties
    properties.title = flat(report.title)[:_LONGEST_TITLE]
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = "en"
    moment = datetime.fromisoformat(report.exported_at)
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    properties.created = properties.modified = moment


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading(text, level):
            _fill(document.add_heading(level=min(level, 9)), [Run(text)])
        case Paragraph(runs, style):
            _fill(document.add_paragraph(style=_STYLES[style]), runs)
        case Fields(rows):
            for name, runs in rows:
                label = Run(f"{name}: ", is_bold=True)
                _fill(document.add_paragraph(style="List Bullet"), [label, *runs])
        case Columns():
            _add_table(document, block)


def _add_table(document: Document, columns: Columns) -> None:
    table = document.add_table(rows=1 + len(columns.rows), cols=2, style="Table Grid")
    first, *rest = table.rows
    _mark(first._tr.get_or_add_trPr(), "w:tblHeader")  # read out with every cell
    for cell, heading in zip(first.cells, columns.headings, strict=True):
        _fill(cell.paragraphs[0], [Run(heading, is_bold=True)])
    for row, sides in zip(rest, columns.rows, strict=True):
        for cell, runs in zip(row.cells, sides, strict=True):
            _fill(cell.paragraphs[0], runs)
    document.add_paragraph()  # or what follows sticks to the table


def _fill(paragraph: WordParagraph, runs: Sequence[Run]) -> None:
    if _is_right_to_left("".join(run.text for run in runs)):
        _mark(paragraph._p.get_or_add_pPr(), "w:bidi")
    for run in runs:
        if run.address is None:
            _add_run(paragraph, run)
        else:
            _add_link(paragraph, run, run.address)


def _add_run(paragraph: WordParagraph, run: Run) -> Any:
    """A run as Word has it; the letters of right-to-left scripts have a boldness of their own."""
    written = paragraph.add_run(flat(run.text))
    if run.is_bold:
        written.font.bold = written.font.cs_bold = True
    is_right_to_left = _is_right_to_left(run.text)
    if is_right_to_left:
        written.font.rtl = True
    if run.language and _LANGUAGE_TAG.fullmatch(run.language):
        script = _script(run.language, is_right_to_left=is_right_to_left)
        _mark(written._r.get_or_add_rPr(), "w:lang", {f"w:{script}": run.language})
    return written


def _script(language: str, *, is_right_to_left: bool) -> str:
    """Under which of its three kinds of scripts Word keeps a language."""
    if is_right_to_left:
        return "bidi"
    return "eastAsia" if language.lower().split("-")[0] in ("ja", "ko", "zh") else "val"


def _add_link(paragraph: WordParagraph, run: Run, address: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    written = _add_run(paragraph, run)
    written.font.color.rgb = RGBColor.from_string(_LINK_COLOUR)
    written.font.underline = True
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, _RELATIONSHIP, is_external=True))
    paragraph._p.replace(written._r, link)
    link.append(written._r)


def _mark(properties: Any, name: str, attributes: dict[str, str] | None = None) -> None:
    """Add a property that python-docx has no name for, behind all those that it has."""
    from docx.oxml import OxmlElement

    properties.append(OxmlElement(name, attributes and _qualified(attributes)))


def _qualified(attributes: dict[str, str]) -> dict[str, str]:
    from docx.oxml.ns import qn

    return {qn(name): value for name, value in attributes.items()}


def _is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is of a right-to-left script."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


def _repacked(archive: bytes) -> bytes:
    """The same files without the time of day, so that the bytes say nothing but the report."""
    file = BytesIO()
    with ZipFile(BytesIO(archive)) as packed, ZipFile(file, "w", ZIP_DEFLATED) as again:
        for entry in packed.infolist():
            named = ZipInfo(entry.filename, _EARLIEST)
            named.compress_type = ZIP_DEFLATED
            again.writestr(named, packed.read(entry))
    return file.getvalue()
