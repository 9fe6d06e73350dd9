"""What all the evidence together makes of the answers: which is best, and how likely it is right.

Three linear models over ``qa.features``, fitted by ``python -m qa.fit_confidence`` and kept in
``confidence.json`` by the reader's name: ``answer`` chooses among the answers, ``passage`` orders
the passages, ``confidence`` gives the chance that an answer is right.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import Candidate
from qa.answers import AnswerGroup
from qa.features import (
    ANSWER_FEATURES,
    CONFIDENCE_FEATURES,
    FAR_BELOW,
    PASSAGE_FEATURES,
    Weighable,
    passage_features,
    weighable,
)
from qa.questions import Question
from qa.readers import Reading, ReadResult
from qa.readers.wording import word_weights

UNFITTED = "other readers"
"""Whose weights a reader has that none were fitted for: its own log-odds are believed."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The three models of one reader, each in the order of its features."""

    answer: NDArray[np.float64]
    passage: NDArray[np.float64]
    confidence: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class WeighedAnswer:
    """An answer with the chance that it is right."""

    reading: Reading
    """The place with the best evidence for it."""
    group: AnswerGroup
    """Every place that gives it."""
    chance: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is made of the readings of one question."""

    answers: tuple[WeighedAnswer, ...]
    """Best first."""
    order: tuple[int, ...]
    """The places of the candidates that were read, best first."""


def judge(
    question: Question,
    candidates: Sequence[Candidate],
    result: ReadResult,
    rarity: Callable[[str], float],
    weights: Weights,
) -> Judgement:
    """Weigh the evidence.

    Args:
        question: What is asked.
        candidates: Those that were read, in the order of the search.
        result: What the reader made of them.
        rarity: A term's inverse document frequency in the library.
        weights: See ``weights_for``.
    """
    of_words = word_weights(question, rarity)
    answers = weighable(question, candidates, result, of_words)
    scores = answer_scores(answers, weights.answer)
    ranked = sorted(range(len(answers)), key=lambda i: (-scores[i], i))
    first = [
        i for n, i in enumerate(ranked) if all(_differ(answers[i], answers[j]) for j in ranked[:n])
    ]
    shares = passage_shares(answers, scores, len(candidates))
    rows = passage_features(question, candidates, result, of_words, shares)
    values = rows @ weights.passage
    order = sorted(range(len(rows)), key=lambda i: (-values[i], i))
    return Judgement(
        answers=tuple(
            WeighedAnswer(
                answers[i].reading,
                answers[i].group,
                chance(float(confidence_row(answers, scores, i) @ weights.confidence)),
            )
            for i in first
        ),
        order=tuple(order),
    )


def answer_scores(answers: Sequence[Weighable], weights: NDArray[np.float64]) -> list[float]:
    """The answer model's score of each."""
    return [float(answer.answer @ weights) for answer in answers]


def passage_shares(
    answers: Sequence[Weighable], scores: Sequence[float], passages: int
) -> list[float]:
    """Each passage's best reading's share of all: those of a softmax over the best of each."""
    best = np.full(passages, -np.inf)
    for answer, score in zip(answers, scores, strict=True):
        place = answer.reading.candidate
        best[place] = max(best[place], score)
    if not answers:
        return [0.0] * passages
    exponents = np.exp(best - best.max())
    return [float(share) for share in exponents / exponents.sum()]


def ahead(answers: Sequence[Weighable], scores: Sequence[float], place: int) -> float:
    """How far a reading is ahead of the best of another answer; from -1, far behind, to 1."""
    others = [
        score
        for other, score in zip(answers, scores, strict=True)
        if _differ(other, answers[place])
    ]
    if not others:
        return 1.0
    return max(-1.0, min(1.0, (scores[place] - max(others)) / FAR_BELOW))


def confidence_row(
    answers: Sequence[Weighable], scores: Sequence[float], place: int
) -> NDArray[np.float64]:
    """The features of the confidence in one reading, in the order of ``CONFIDENCE_FEATURES``."""
    values = answers[place].confidence | {"ahead": ahead(answers, scores, place)}
    return np.asarray([values[name] for name in CONFIDENCE_FEATURES])


def _differ(one: Weighable, other: Weighable) -> bool:
    """Whether two readings give different answers."""
    return one.group is not other.group


def chance(log_odds: float) -> float:
    """The chance that some log-odds stand for.

    >>> chance(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


@cache
def weights_for(reader: str) -> Weights:
    """The fitted weights of a reader by its name; those of ``UNFITTED`` for any other."""
    models: dict[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights_from(models.get(reader, models[UNFITTED]))


def weights_from(model: Mapping[str, Mapping[str, float]]) -> Weights:
    """The weights as the file has them, by name; a feature that is left out has none."""
    return Weights(
        answer=_row(model["answer"], ANSWER_FEATURES),
        passage=_row(model["passage"], PASSAGE_FEATURES),
        confidence=_row(model["confidence"], CONFIDENCE_FEATURES),
    )


def _row(given: Mapping[str, float], names: Sequence[str]) -> NDArray[np.float64]:
    return np.asarray([given.get(name, 0.0) for name in names], dtype=np.float64)


WEIGHTS = Path(__file__).with_name("confidence.json")
