"""Spans of a text: its paragraphs, and what two spans have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import Span

BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def paragraphs(text: str, window: Span) -> Iterator[Span]:
    """The paragraphs of a part of a text, without the blank lines between them."""
    start = window.start
    for blank in BLANK_LINES.finditer(text, window.start, window.end):
        if start < blank.start():
            yield Span(start, blank.start())
        start = blank.end()
    if start < window.end:
        yield Span(start, window.end)


def overlap(one: Span, other: Span | None) -> Span | None:
    """What two spans have in common, or ``None``.

    >>> overlap(Span(0, 5), Span(3, 9))
    Span(start=3, end=5)
    """
    if other is None:
        return None
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None
