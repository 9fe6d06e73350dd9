"""HTML, taken apart into paragraphs, block quotes and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa.quotes.draft_model import Block, Draft, assembled, mark_of_element

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    "head script style template noscript svg math iframe object select button title del".split()
)
"""Elements whose content is no part of the text; what was struck out is not in the draft."""

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark q ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
"""Every other element begins and ends a paragraph."""

_CREDITS = frozenset(["cite", "footer"])
_SPACE = re.compile(r"[ \t\r\n\f]+")
_FAILURES = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


def html_draft(markup: str, name: str) -> Draft:
    """A page or a part of one, as a reader sees it.

    Raises:
        ValueError: It can't be taken apart.
    """
    return assembled(name, html_blocks(markup))


def html_blocks(markup: str, *, first: int = 0) -> Iterator[Block]:
    """The paragraphs of a page or a part of one; its block quotes are counted from ``first``.

    Raises:
        ValueError: It can't be taken apart.
    """
    tree = _tree(markup)
    if tree is None:
        return
    walk = _Walk(first)
    try:
        walk.visit(tree)
    except _FAILURES as error:
        raise ValueError(type(error).__name__) from None
    walk.end_paragraph()
    yield from walk.blocks


def _tree(markup: str) -> HtmlElement | None:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if not markup.strip():
        return None
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing but comments
        return None
    except etree.LxmlError as error:
        raise ValueError(str(error)) from None


class _Walk:
    """Collects paragraphs while it goes through a tree in order."""

    def __init__(self, first: int) -> None:
        self.blocks: list[Block] = []
        self._next = first
        self._inside: list[int] = []
        self._credit = 0
        self._preformatted = 0
        self._text = ""
        self._quoting = 0

    def visit(self, root: HtmlElement) -> None:
        """Go through the tree; without recursion, as pages can be nested as deep as they like."""
        stack: list[tuple[HtmlElement, bool]] = [(root, True)]
        while stack:
            element, is_start = stack.pop()
            if not is_start:
                self._leave(element)
                self._add(element.tail)
            elif not isinstance(element.tag, str) or element.tag in _UNSEEN:
                self._add(element.tail)
            else:
                self._enter(element)
                self._add(element.text)
                stack.append((element, False))
                stack += [(child, True) for child in reversed(element)]

    def end_paragraph(self) -> None:
        """Keep what was collected as a paragraph of its own."""
        if text := self._text.strip(" \n\t"):
            self.blocks.append(
                Block(
                    text=text,
                    block_quote=self._inside[0] if self._inside else None,
                    is_credit=self._credit > 0,
                )
            )
        self._text = ""

    def _enter(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            self._text = self._text.rstrip(" ") + "\n"
        elif tag == "q":
            self._text += mark_of_element(self._quoting, is_start=True)
            self._quoting += 1
        elif tag not in _INLINE or self._is_credit(element):
            self.end_paragraph()
        self._credit += self._is_credit(element)
        self._preformatted += tag == "pre"
        if tag == "blockquote":
            self._inside.append(self._next)
            self._next += 1 if len(self._inside) == 1 else 0

    def _leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "q":
            self._quoting -= 1
            self._text += mark_of_element(self._quoting, is_start=False)
        elif tag != "br" and (tag not in _INLINE or self._is_credit(element)):
            self.end_paragraph()
        self._credit -= self._is_credit(element)
        self._preformatted -= tag == "pre"
        if tag == "blockquote":
            self._inside.pop()

    def _is_credit(self, element: HtmlElement) -> bool:
        """Whether an element names whom a block quote is by, as web pages mark it up."""
        if element.tag == "figcaption":
            figure = element.getparent()
            return figure is not None and figure.find(".//blockquote") is not None
        return element.tag in _CREDITS and any(
            above.tag == "blockquote" for above in element.iterancestors()
        )

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not self._preformatted:
            text = _SPACE.sub(" ", text)
            if self._text[-1:] in ("", " ", "\n"):
                text = text.lstrip(" ")
        self._text += text
