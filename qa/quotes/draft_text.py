"""Plain text and Markdown, taken apart into paragraphs and block quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus import Span
from qa.quotes.draft_model import Block, Draft, Paragraph, assembled, mark_of_element

if TYPE_CHECKING:
    from markdown_it.token import Token

QUOTED_LINE = re.compile(r"[ \t]*>[> \t]*")
"""The mark at the start of a line of a block quote, as mail and Markdown have it."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_WIDEST = 120
"""Characters; lines longer than this were not wrapped by hand or by a mail program."""


def text_draft(text: str, name: str) -> Draft:
    """Plain text: paragraphs are apart by a blank line, or each is a line.

    The text is kept as it is. Lines that begin with ``>`` are a block quote, up to the next that
    does not; one with nothing but ``>`` parts its paragraphs.
    """
    paragraphs: list[Paragraph] = []
    number, before = -1, 0
    is_inside = False
    for paragraph in _paragraphs(text):
        is_inside = is_inside and text.count("\n", before, paragraph.start) < 2
        before = paragraph.end
        for span, is_quoted in _parts(text, paragraph):
            number += is_quoted and not is_inside
            is_inside = is_quoted
            start, end = _trimmed(text, span, is_quoted=is_quoted)
            if any(map(str.isalnum, text[start:end])):
                block = number if is_quoted else None
                paragraphs.append(Paragraph(start=start, end=end, block_quote=block))
    return Draft(name=name, text=text, paragraphs=tuple(paragraphs))


def _parts(text: str, paragraph: Span) -> Iterator[tuple[Span, bool]]:
    """The runs of lines that are quoted or not; those of several paragraphs one by one."""
    begin, was = paragraph.start, None
    for line in _LINE.finditer(text, paragraph.start, paragraph.end):
        is_quoted = QUOTED_LINE.match(line[0]) is not None
        is_blank = is_quoted and not line[0].strip("> \t\r\n")
        if was is not None and (is_quoted != was or is_blank):
            yield Span(begin, line.start()), was
            begin = line.start()
        was = is_quoted
    yield Span(begin, paragraph.end), bool(was)


def _paragraphs(text: str) -> Iterator[Span]:
    """Apart by blank lines; where there are none and the lines are not wrapped, each line."""
    breaks = _BREAK if _BREAK.search(text.strip()) or _is_wrapped(text) else re.compile(r"\n")
    begin = 0
    for found in breaks.finditer(text):
        yield Span(begin, found.start())
        begin = found.end()
    yield Span(begin, len(text))


def _is_wrapped(text: str) -> bool:
    """Whether lines end where the next word would not have fitted any more."""
    lines = text.strip().splitlines()
    width = max(map(len, lines), default=0)
    if width > _WIDEST or len(lines) < 2:
        return False
    pairs = pairwise(lines)
    full = sum(len(line) + 1 + len(after.split(" ", 1)[0]) > width for line, after in pairs)
    return full * 2 > len(lines) - 1


def _trimmed(text: str, span: Span, *, is_quoted: bool) -> tuple[int, int]:
    """The span without blank space at its ends, and without the marks of lines before its words."""
    start, end = span.start, span.end
    while is_quoted and (mark := QUOTED_LINE.match(text, start, end)):
        start = mark.end()
        while start < end and text[start].isspace():
            start += 1
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def markdown_draft(text: str, name: str) -> Draft:
    """Markdown as CommonMark has it, with tables; code blocks with fences are left out."""
    from markdown_it import MarkdownIt

    # Who indents a paragraph of a draft does not mean code.
    reader = MarkdownIt("commonmark").enable("table").disable("code")
    text = _FRONT_MATTER.sub("", text.replace("\r\n", "\n"), count=1)
    return assembled(name, _markdown_blocks(reader.parse(text)))


def _markdown_blocks(tokens: list[Token]) -> Iterator[Block]:
    from qa.quotes.draft_html import html_blocks

    depth, number = 0, -1
    for token in tokens:
        if token.type == "blockquote_open":
            number += depth == 0
            depth += 1
        elif token.type == "blockquote_close":
            depth -= 1
        elif token.type == "inline":
            yield Block(text=_inline(token.children or []), block_quote=number if depth else None)
        elif token.type == "html_block":
            found = tuple(html_blocks(token.content, first=number + 1))
            number = max([number, *(b.block_quote for b in found if b.block_quote is not None)])
            yield from found


def _inline(children: list[Token]) -> str:
    """The text of a paragraph without its marks; ``<q>`` becomes quotation marks."""
    text, depth = "", 0
    for child in children:
        tag = child.content.lower().rstrip("/> ") if child.type == "html_inline" else ""
        if child.type in ("text", "code_inline", "text_special"):
            text += child.content
        elif child.type in ("softbreak", "hardbreak") or tag.split(" ")[0] == "<br":
            text += "\n"
        elif tag.split(" ")[0] == "<q":
            text += mark_of_element(depth, is_start=True)
            depth += 1
        elif tag == "</q" and depth:
            depth -= 1
            text += mark_of_element(depth, is_start=False)
    return text.strip()
