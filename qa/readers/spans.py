"""From the model's logits to spans: which words of a passage answer best, by how much.

A span's score is what its first and last token get above [CLS], which stands for "no answer
here": the log-odds of the span against none, as the model was trained to give them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus import Passage
from qa.readers.window import Window

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

_NOWHERE = np.float32(-np.inf)
_OUTSIDE = -1
"""The sentence of a token that is in none, or only partly in one."""


@dataclass(frozen=True, slots=True)
class ScoredSpans:
    """Spans of one passage. Offsets count into its article's text."""

    scores: Floats
    """Shape (n,)."""
    starts: Integers
    ends: Integers
    sentences: Integers
    """Which of the passage's sentences each is in."""


def spans_of(
    window: Window, logits: tuple[Floats, Floats], passage: Passage, continues: NDArray[np.bool_],
    *, max_span_tokens: int,
) -> ScoredSpans:  # fmt: skip
    """Every span of whole words inside one sentence.

    Args:
        window: A part of the passage.
        logits: For start and end, each of shape (tokens of the window,).
        passage: What the window was made of.
        continues: Shape (vocabulary,): whether a token goes on with the word before it.
        max_span_tokens: Longer spans are left out.

    Returns:
        As many as there are, in no particular order; a window may have none.
    """
    count = len(window.offsets)
    offsets = np.asarray(window.offsets, dtype=np.int64).reshape(count, 2) + passage.start
    inside = _sentence_of(offsets, passage)
    text = slice(window.first, window.first + count)
    starts, ends = logits[0][text].copy(), logits[1][text].copy()
    goes_on = continues[np.asarray(window.ids[text], dtype=np.int64)]
    starts[goes_on | (inside == _OUTSIDE)] = _NOWHERE
    ends[:-1][goes_on[1:]] = _NOWHERE
    if _cuts_a_word(window, passage):
        ends[-1] = _NOWHERE
    # Row i holds the spans that begin at token i, column k those with k tokens more.
    width = min(max_span_tokens, count)
    scores = starts[:, None] + _following(ends, width, _NOWHERE)
    scores[_following(inside, width, _OUTSIDE) != inside[:, None]] = _NOWHERE
    first, more = np.nonzero(scores > _NOWHERE)
    nothing = logits[0][0] + logits[1][0]
    return ScoredSpans(
        scores[first, more] - nothing, offsets[first, 0], offsets[first + more, 1], inside[first]
    )


def joined(parts: Sequence[ScoredSpans]) -> ScoredSpans:
    """The spans of all windows of a passage. One that stands in two is there twice."""
    return ScoredSpans(
        np.concatenate([part.scores for part in parts]),
        np.concatenate([part.starts for part in parts]),
        np.concatenate([part.ends for part in parts]),
        np.concatenate([part.sentences for part in parts]),
    )


def best_apart(spans: ScoredSpans, count: int) -> list[int]:
    """The places in ``spans`` of the best ones of which no two overlap, best first.

    Ties go to the span that begins first, then to the shorter one.
    """
    order = np.lexsort((spans.ends, spans.starts, -spans.scores))
    found: list[int] = []
    while len(order) and len(found) < count:
        best = order[0]
        found.append(int(best))
        apart = (spans.ends[order] <= spans.starts[best]) | (
            spans.starts[order] >= spans.ends[best]
        )
        order = order[apart]
    return found


def _sentence_of(offsets: Integers, passage: Passage) -> Integers:
    """The sentence of each token, of shape (tokens,)."""
    if not passage.sentences:
        return np.full(len(offsets), _OUTSIDE, dtype=np.int64)
    begins = np.asarray([sentence.start for sentence in passage.sentences], dtype=np.int64)
    stops = np.asarray([sentence.end for sentence in passage.sentences], dtype=np.int64)
    found = np.searchsorted(begins, offsets[:, 0], side="right") - 1
    is_inside = (found >= 0) & (offsets[:, 1] <= stops[found])
    return np.where(is_inside, found, _OUTSIDE).astype(np.int64)


def _cuts_a_word(window: Window, passage: Passage) -> bool:
    """Whether the window may end inside a word, whose other part is in the next window."""
    end = window.offsets[-1][1]
    return passage.text[end : end + 1].isalnum()


def _following(values: NDArray[Any], width: int, filling: Any) -> NDArray[Any]:
    """Each value with the ones behind it, of shape (n, width)."""
    padded = np.concatenate([values, np.full(width - 1, filling, dtype=values.dtype)])
    return np.lib.stride_tricks.sliding_window_view(padded, width)
