"""Parts of the two texts, and the records of changes made from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.quotes.model import Change, ChangeKind
from qa.quotes.runs import Texts
from qa.quotes.words import Token


@dataclass(frozen=True, slots=True)
class Part:
    """The words of both texts that one change is about; ranges of token indices."""

    quoted: tuple[int, int]
    source: tuple[int, int]


def change(texts: Texts, part: Part, kind: ChangeKind, bears_on_meaning: bool) -> Change:
    """The record of a change of words."""
    quoted = _place(texts.quoted, part.quoted, len(texts.quote))
    source = _place(texts.source, part.source, len(texts.article))
    return change_at(texts, quoted, source, kind=kind, bears_on_meaning=bears_on_meaning)


def change_at(
    texts: Texts,
    quoted: tuple[int, int],
    source: tuple[int, int],
    *,
    kind: ChangeKind,
    bears_on_meaning: bool,
) -> Change:
    """The record of a change between two ranges of characters."""
    return Change(
        kind=kind,
        quoted=texts.quote[quoted[0] : quoted[1]],
        source=texts.article[source[0] : source[1]],
        bears_on_meaning=bears_on_meaning,
        quoted_start=quoted[0],
        quoted_end=quoted[1],
        source_start=source[0],
        source_end=source[1],
    )


def _place(tokens: Sequence[Token], words: tuple[int, int], end: int) -> tuple[int, int]:
    """The offsets of some tokens; of none, where they would stand."""
    first, after = words
    if first < after:
        return tokens[first].start, tokens[after - 1].end
    if first < len(tokens):
        return (tokens[first].start,) * 2
    return (tokens[-1].end if tokens else end,) * 2
