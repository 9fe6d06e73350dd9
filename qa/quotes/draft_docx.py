"""Word documents, taken apart into paragraphs and block quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from qa.quotes.draft_model import Block, Draft, assembled

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "‑"}
_QUOTE_STYLE = re.compile(r"quote|quotation|block ?text", re.IGNORECASE)
"""Word's "Quote", "Intense Quote" and "Block Text", LibreOffice's "Quotations"."""

_MOST_UNPACKED = 200_000_000
"""Bytes; a file that unpacks to more was made to fill the memory."""


def docx_draft(raw: bytes, name: str) -> Draft:
    """A Word document as it reads with its tracked changes accepted, without notes and comments.

    Raises:
        ValueError: It is damaged, or no Word document; the message says which.
    """
    document = _opened(raw)
    try:
        return assembled(name, list(_blocks(document)))
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise ValueError(f"it is damaged: {type(error).__name__}") from None


def _opened(raw: bytes) -> Document:
    import docx
    from lxml.etree import LxmlError

    try:
        with ZipFile(BytesIO(raw)) as archive:
            names = set(archive.namelist())
            size = sum(entry.file_size for entry in archive.infolist())
    except (BadZipFile, OSError, ValueError):
        raise ValueError("it is damaged: the archive inside it can't be opened") from None
    if "[Content_Types].xml" not in names:
        raise ValueError("it is an archive, but no Word document")
    if size > _MOST_UNPACKED:
        raise ValueError(f"unpacked it has {size / 1e6:,.0f} MB, which no draft has")
    try:
        return docx.Document(BytesIO(raw))
    except ValueError:  # a spreadsheet, a presentation
        raise ValueError("it is an Office file, but no Word document") from None
    except (
        AttributeError, BadZipFile, LookupError, LxmlError, NotImplementedError, OSError,
        RuntimeError, TypeError,
    ) as error:  # fmt: skip
        raise ValueError(f"it is damaged: {type(error).__name__}") from None


def _blocks(document: Document) -> Iterator[Block]:
    quoting = {style.style_id for style in document.styles if _QUOTE_STYLE.search(style.name or "")}
    number, was_quoted = -1, False
    for paragraph in document.element.body.iter(f"{_W}p"):
        text = _text(paragraph).strip()
        if not text or any(above.tag == _FALLBACK for above in paragraph.iterancestors()):
            continue
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        is_quoted = style is not None and style.get(f"{_W}val") in quoting
        number += is_quoted and not was_quoted
        was_quoted = is_quoted
        yield Block(text=text, block_quote=number if is_quoted else None)


def _text(paragraph: Any) -> str:
    """What a paragraph says, without what was deleted, moved away, or stands in a text box."""
    elsewhere = {f"{_W}moveFrom", f"{_W}tabs", f"{_W}del", f"{_W}p"}
    return "".join(
        _BREAKS.get(element.tag) or element.text or ""
        for element in paragraph.iter(f"{_W}t", *_BREAKS)
        if not any(above.tag in elsewhere for above in _between(element, paragraph))
    )


def _between(element: Any, paragraph: Any) -> Iterator[Any]:
    """The elements above one, up to the paragraph; a text box inside has paragraphs of its own."""
    for above in element.iterancestors():
        if above is paragraph:
            return
        yield above
