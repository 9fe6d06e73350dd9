"""What every reader does: a question and passages in, places of answers with scores out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus import Article, Span
from index import Candidate
from qa.questions import Question

NO_EVIDENCE = -20.0
"""The lowest score that a reader gives: a chance of two in a thousand million."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A place that may answer the question. Offsets count into ``article.text``."""

    article: Article
    answer: Span
    """The words that answer: the whole sentence where the reader finds no shorter ones."""
    sentence: Span
    """The sentence around the answer."""
    candidate: int
    """Which of the candidates that were read it was found in, from 0."""
    score: float
    """The log-odds of these words against no answer in their passage: above 0, the reader
    rather believes them. What the whole evidence makes of it is for ``qa.confidence``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """What a reader makes of the passages of one question."""

    readings: tuple[Reading, ...]
    """Best first, ties by article id and offset; no place twice."""
    passage_scores: tuple[float, ...]
    """For each passage, in the order given, the log-odds that the answer is in it: what re-ranks
    them. ``NO_EVIDENCE`` where nothing in it can answer."""


class Reader(Protocol):
    """Finds answers in passages. Every reader passes the contract in tests/qa/readers."""

    name: str

    def read(self, question: Question, candidates: Sequence[Candidate]) -> ReadResult:
        """Look for the answer.

        Args:
            question: As ``qa.questions.read_question`` understands it.
            candidates: The passages that retrieval brought, best first; may be none.

        Returns:
            Places and passage scores, one a candidate. No candidates give neither.
        """
        ...
