"""A draft as plain text, with what its format said about quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus import Span
from qa.quotes.model import DraftQuotation

BETWEEN = "\n\n"
"""Stands between two paragraphs of a draft that was no plain text."""

CONTEXT = 20_000
"""Characters around a quotation in which its speaker's name is looked for."""

_LINE_BREAK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a draft: ``draft.text[start:end]``, without blank space at its ends."""

    start: int
    end: int
    block_quote: int | None = None
    """Which block quote it belongs to, counted from 0; ``None`` outside block quotes."""
    is_credit: bool = False
    """The format says that it names whom the block quote before it is by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The text of a draft. Offsets count code points into ``text`` and are half-open."""

    name: str
    """For people: the file's name, or what the page calls a pasted text."""
    text: str
    """A plain text as it was given, code point for code point; of other formats what a reader
    sees, with a blank line between paragraphs."""
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph as a format's reader finds it, before it has its place in the draft."""

    text: str
    block_quote: int | None = None
    is_credit: bool = False


def assembled(name: str, blocks: Iterable[Block]) -> Draft:
    """Put paragraphs together to a draft; those without a letter or digit are left out."""
    paragraphs: list[Paragraph] = []
    texts: list[str] = []
    start = 0
    for block in blocks:
        if not any(map(str.isalnum, block.text)):
            continue
        paragraphs.append(
            Paragraph(
                start=start,
                end=start + len(block.text),
                block_quote=block.block_quote,
                is_credit=block.is_credit,
            )
        )
        texts.append(block.text)
        start += len(block.text) + len(BETWEEN)
    return Draft(name=name, text=BETWEEN.join(texts), paragraphs=tuple(paragraphs))


def draft_quotation(
    draft: Draft, parts: Sequence[Span], speaker: str | None, *, words: Sequence[str] = ()
) -> DraftQuotation:
    """A quotation that stands at these places of a draft.

    Args:
        draft: The draft.
        parts: In order, at least one.
        speaker: Whom the draft names, if it does.
        words: The parts' texts, where marks inside them must not count.
    """
    texts = words or [draft.text[part.start : part.end] for part in parts]
    start = parts[0].start
    return DraftQuotation(
        start=start,
        end=parts[-1].end,
        quote=" ".join(unbroken(text) for text in texts),
        speaker=speaker,
        paragraph=paragraph_number(draft, start),
    )


def unbroken(text: str) -> str:
    """A text with a space for each line break."""
    return _LINE_BREAK.sub(" ", text)


def paragraph_number(draft: Draft, offset: int) -> int:
    """The number, from 1, of the last paragraph that begins at or before an offset."""
    return bisect_right(draft.paragraphs, offset, key=lambda one: one.start)


def mark_of_element(depth: int, *, is_start: bool) -> str:
    """The quotation mark that a browser shows for a ``<q>`` inside so many others.

    >>> mark_of_element(0, is_start=True), mark_of_element(1, is_start=False)
    ('“', '’')
    """
    return ("‘’" if depth % 2 else "“”")[0 if is_start else 1]
