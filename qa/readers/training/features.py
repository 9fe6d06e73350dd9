"""Examples as tokens, and tokens in batches of windows of like length."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.readers.training.examples import Example
from qa.readers.window import Tokenizer, Window, windows_of_pairs

TOKENS_A_BATCH = 3200
"""About 16 windows of 200 tokens."""
LENGTH_STEP = 16
"""Windows are padded to a multiple of this, so that batches come in few shapes: torch prepares
its products anew for each shape that it has not met."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A window with the tokens at which its answers start and end."""

    ids: tuple[int, ...]
    types: tuple[int, ...]
    first: int
    """The first token of the passage's text."""
    spans: tuple[tuple[int, int], ...]
    """First and last token of each accepted answer; (0, 0) when there is none."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Arrays of shape (windows, tokens), and (windows, answers, 2) for the spans."""

    ids: NDArray[np.int64]
    types: NDArray[np.int64]
    attended: NDArray[np.int64]
    """1 for a token, 0 for padding."""
    readable: NDArray[np.bool_]
    """Where an answer may start or end: the passage, and the first token for no answer."""
    spans: NDArray[np.int64]
    """-1 where a window has fewer answers than another."""


def features_of(tokenizer: Tokenizer, examples: Sequence[Example]) -> list[Feature]:
    """One window an example: the one with an answer, or the first; the few others are left out."""
    found: dict[int, Feature] = {}
    pairs = [(e.question, e.header, e.text) for e in examples]
    for window in windows_of_pairs(tokenizer, pairs):
        spans = token_spans(window, examples[window.passage].answers)
        if window.passage in found and not spans:
            continue
        if examples[window.passage].answers and not spans:
            continue
        found.setdefault(
            window.passage,
            Feature(
                tuple(window.ids), tuple(window.types), window.first, tuple(spans) or ((0, 0),)
            ),
        )
    return list(found.values())


def token_spans(window: Window, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The first and last token of each place that stands wholly in the window."""
    spans: set[tuple[int, int]] = set()
    for start, end in places:
        inside = [i for i, (a, b) in enumerate(window.offsets) if a < end and b > start]
        if not inside:
            continue
        covers = window.offsets[inside[0]][0] <= start and window.offsets[inside[-1]][1] >= end
        if covers or (window.offsets[0][0] <= start and window.offsets[-1][1] >= end):
            spans.add((window.first + inside[0], window.first + inside[-1]))
    return sorted(spans)


def batches_of(features: Sequence[Feature], *, seed: int, epoch: int) -> list[list[int]]:
    """Positions of the features of each batch, in a random order that the seed decides."""
    rng = random.Random(f"{seed}-{epoch}")
    by_length: dict[int, list[int]] = {}
    for i, feature in enumerate(features):
        by_length.setdefault(_padded_length(len(feature.ids)), []).append(i)
    batches: list[list[int]] = []
    for length, places in sorted(by_length.items()):
        rng.shuffle(places)
        rows = max(1, TOKENS_A_BATCH // length)
        batches += [places[i : i + rows] for i in range(0, len(places), rows)]
    rng.shuffle(batches)
    return batches


def _padded_length(tokens: int) -> int:
    return -(-tokens // LENGTH_STEP) * LENGTH_STEP


def collate(features: Sequence[Feature]) -> Batch:
    """Pad some windows to the length that the longest needs."""
    tokens = _padded_length(max(len(f.ids) for f in features))
    answers = max(len(f.spans) for f in features)
    shape = (len(features), tokens)
    ids, types = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    attended, readable = np.zeros(shape, np.int64), np.zeros(shape, np.bool_)
    spans = np.full((len(features), answers, 2), -1, np.int64)
    for row, feature in enumerate(features):
        length = len(feature.ids)
        ids[row, :length], types[row, :length] = feature.ids, feature.types
        attended[row, :length] = 1
        readable[row, feature.first : length - 1] = True
        readable[row, 0] = True
        spans[row, : len(feature.spans)] = feature.spans
    return Batch(ids, types, attended, readable, spans)
