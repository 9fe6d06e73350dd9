"""What every reader does: a question and passages in, places of answers with chances out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus import Article, Span
from index import Candidate
from qa.questions import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A place that may answer the question. Offsets count into ``article.text``."""

    article: Article
    answer: Span
    """The words that answer: the whole sentence where the reader finds no shorter ones."""
    sentence: Span
    """The sentence around the answer."""
    chance: float
    """The chance, from 0 to 1, that this place answers the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """What a reader makes of the passages of one question."""

    readings: tuple[Reading, ...]
    """Best first, ties by article id and offset; no place twice."""
    passage_scores: tuple[float, ...]
    """For each passage, in the order given, how likely the answer is in it: what re-ranks them."""
    no_answer: float
    """The chance that none of the passages answers the question."""


class Reader(Protocol):
    """Finds answers in passages. Every reader passes the contract in tests/qa/readers."""

    name: str

    def read(self, question: Question, candidates: Sequence[Candidate]) -> ReadResult:
        """Look for the answer.

        Args:
            question: As ``qa.questions.read_question`` understands it.
            candidates: The passages that retrieval brought, best first; may be none.

        Returns:
            Places, passage scores (one a candidate) and the chance of no answer.
        """
        ...
