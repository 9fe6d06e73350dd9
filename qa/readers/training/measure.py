"""How well a network reads: over questions-dev, each with its own paragraph."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import torch

from qa.evaluation.metrics import auroc, exact_match, token_f1
from qa.readers.training.features import Batch, Feature, collate
from qa.readers.training.network import UNLIKELY, logits_of
from qa.readers.training.sources import rows_of
from qa.readers.window import Tokenizer, header_of, windows_of_pairs

LONGEST = 30
"""Tokens in an answer."""
WINDOWS = 32
"""Read at a time."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Given the right paragraph, without abstaining, and how the two kinds of no answer score."""

    exact_match: float
    f1: float
    auroc_impossible: float
    """Right paragraph of an answerable question against an impossible question's own."""
    auroc_other: float
    """Right paragraph against another paragraph of any article."""


def measure(
    network: Any, tokenizer: Tokenizer, data: Path, *, questions: int, seed: int
) -> Figures:
    """Measure on some of the questions; the same ones for the same seed."""
    rows = rows_of(data / "eval" / "questions-dev.jsonl.gz")
    rows = random.Random(seed).sample(rows, min(questions, len(rows)))
    others = [rows[(i + 7) % len(rows)]["paragraph"] for i in range(len(rows))]
    own = read(network, tokenizer, [_pair(row, row["paragraph"]) for row in rows])
    answerable = [i for i, row in enumerate(rows) if not row["impossible"]]
    elsewhere = read(network, tokenizer, [_pair(rows[i], others[i]) for i in answerable])
    gold = [rows[i]["answers"] for i in answerable]
    texts = [own[i][0] for i in answerable]
    scores = [own[i][1] for i in answerable]
    none = [own[i][1] for i, row in enumerate(rows) if row["impossible"]]
    return Figures(
        exact_match=_mean([exact_match(t, g) for t, g in zip(texts, gold, strict=True)]),
        f1=_mean([token_f1(t, g) for t, g in zip(texts, gold, strict=True)]),
        auroc_impossible=auroc(scores, none) or 0.0,
        auroc_other=auroc(scores, [score for _, score in elsewhere]) or 0.0,
    )


class OnnxNetwork:
    """An exported network in place of a torch one. Windows go through one by one, as in use."""

    def __init__(self, path: Path) -> None:
        """Open a network of ``export_reader``."""
        import onnxruntime

        self._session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])

    def __call__(self, **inputs: torch.Tensor) -> SimpleNamespace:
        """Start and end logits for the inputs of ``logits_of``, of the same shapes."""
        rows = inputs["attention_mask"].sum(dim=1).tolist()
        starts = torch.full(inputs["input_ids"].shape, UNLIKELY)
        ends = starts.clone()
        for row, length in enumerate(rows):
            feed = {name: value[row : row + 1, :length].numpy() for name, value in inputs.items()}
            start, end = self._session.run(["start_logits", "end_logits"], feed)
            starts[row, :length], ends[row, :length] = map(torch.from_numpy, (start[0], end[0]))
        return SimpleNamespace(start_logits=starts, end_logits=ends)


def read(
    network: Any, tokenizer: Tokenizer, pairs: Sequence[tuple[str, str, str]]
) -> list[tuple[str, float]]:
    """The best span of each (question, header, text), and its score against no answer."""
    best: list[tuple[str, float]] = [("", -np.inf)] * len(pairs)
    windows = windows_of_pairs(tokenizer, pairs)
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].ids))
    for begin in range(0, len(order), WINDOWS):
        chosen = [windows[i] for i in order[begin : begin + WINDOWS]]
        batch = collate([Feature(tuple(w.ids), tuple(w.types), w.first, ((0, 0),)) for w in chosen])
        with torch.inference_mode():
            starts, ends = logits_of(network, batch)
        for row, window in enumerate(chosen):
            score, first, last = best_span(starts[row].numpy(), ends[row].numpy(), batch, row)
            if score > best[window.passage][1]:
                at, to = window.offsets[first - window.first], window.offsets[last - window.first]
                best[window.passage] = (pairs[window.passage][2][at[0] : to[1]], score)
    return best


def best_span(
    starts: np.ndarray[Any, Any], ends: np.ndarray[Any, Any], batch: Batch, row: int
) -> tuple[float, int, int]:
    """The best span of a window, not counting no answer: score against it, first, last token."""
    readable = batch.readable[row].copy()
    readable[0] = False
    start = np.where(readable, starts, -1e9)
    end = np.where(readable, ends, -1e9)
    sums = start[:, None] + end[None, :]
    places = np.arange(len(sums))
    length = places[None, :] - places[:, None] + 1
    sums = np.where((length >= 1) & (length <= LONGEST), sums, -2e9)
    first, last = np.unravel_index(int(np.argmax(sums)), sums.shape)
    return float(sums[first, last] - starts[0] - ends[0]), int(first), int(last)


def _pair(row: dict[str, Any], paragraph: str) -> tuple[str, str, str]:
    title = row["article_id"].removeprefix("wiki-").replace("_", " ")
    return row["question"], header_of(title, None), paragraph


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
