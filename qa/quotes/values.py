"""Numbers and dates of a run that differs, paired across the two texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from qa.quotes.runs import Run, Texts
from qa.quotes.words import Token
from qa.values import Value, same_value, values_in

CONTEXT_WORDS = 6
"""Words on each side that are read with a number: its unit, the month of a day."""


@dataclass(frozen=True, slots=True)
class ValuePair:
    """Two values in the same place; ranges of token indices, units included."""

    kind: Literal["number", "date"]
    quoted: tuple[int, int]
    source: tuple[int, int]
    is_same: bool
    """The same value in another writing."""


def paired_values(texts: Texts, run: Run, language: str | None) -> list[ValuePair]:
    """The values of a run that stand in the same place of both texts, in order.

    One that only one text has is no pair: it was added or dropped like any other word.
    """
    quoted = values_among(texts.quote, texts.quoted, run.quoted, language)
    source = values_among(texts.article, texts.source, run.source, language)
    if len(quoted) != len(source) and (not quoted or not source):
        return []
    pairs = []
    for one, other in zip_longest(quoted, source):
        if one is None or other is None:
            break
        (value, words), (other_value, other_words) = one, other
        is_date = "date" in (value.kind, other_value.kind)
        pairs.append(
            ValuePair(
                "date" if is_date else "number",
                words,
                other_words,
                same_value(value, other_value),
            )
        )
    return pairs


def values_among(
    text: str, tokens: Sequence[Token], words: tuple[int, int], language: str | None
) -> list[tuple[Value, tuple[int, int]]]:
    """The values that share a word with a range of words, each with the words of its own.

    Args:
        text: The quotation or the article.
        tokens: Its tokens.
        words: The range, as indices into ``tokens``.
        language: Of the text, ISO 639-1.
    """
    if words[0] == words[1]:
        return []
    first, last = max(0, words[0] - CONTEXT_WORDS), min(len(tokens), words[1] + CONTEXT_WORDS)
    start, end = tokens[first].start, tokens[last - 1].end
    found = []
    for value in values_in(text[start:end], language):
        inside = [
            at
            for at in range(first, last)
            if tokens[at].start < start + value.end and start + value.start < tokens[at].end
        ]
        if inside and inside[0] < words[1] and words[0] <= inside[-1]:
            found.append((value, (inside[0], inside[-1] + 1)))
    return found
