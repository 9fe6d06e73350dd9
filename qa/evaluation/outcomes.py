"""One question measured: what search and ask bring, beside what the gold says."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from index import Hit, QueryEmpty
from qa.errors import QuestionError
from qa.evaluation import metrics
from qa.evaluation.failures import cause
from qa.evaluation.model import AskOutcome, Question, SearchOutcome
from qa.model import Answer

K = 10
"""Passages asked for; what stands below them counts as not found."""
SHOWN = 160
"""Characters of a passage that a list of misses shows."""


class Searcher(Protocol):
    """What is measured by ``searched``: ``index.Retriever``, or anything that finds passages."""

    def search(self, query: str, k: int = 10) -> list[Hit]:
        """The best passages for a query, best first."""
        ...


class Asker(Protocol):
    """What is measured by ``asked``: ``qa.Assistant``, or anything that answers."""

    def ask(self, question: str, *, k: int = K) -> Answer:
        """Answer a question, or abstain; with ``k`` passages."""
        ...


def searched(question: Question, searcher: Searcher) -> SearchOutcome:
    """Search for one answerable question. A refused query counts as nothing found."""
    started = time.perf_counter()
    try:
        hits = searcher.search(question.question, K)
    except QueryEmpty:
        hits = []
    seconds = time.perf_counter() - started
    rank, within = _place(hits, question)
    return SearchOutcome(
        question=question,
        rank=rank,
        is_within_reading=within,
        got=hits[0].text[:SHOWN] if hits else "",
        got_article=hits[0].article_id if hits else None,
        milliseconds=1000 * seconds,
    )


def asked(question: Question, asker: Asker, k: int = K) -> AskOutcome:
    """Ask one question. A refused question counts as an abstention with confidence 0.

    Args:
        question: The gold question.
        asker: With its threshold at 0, it gives the best candidate whatever the confidence.
        k: How many passages to ask for, so that every one that is read is seen; measures are over
            the first ten.
    """
    started = time.perf_counter()
    try:
        answer: Answer | None = asker.ask(question.question, k=k)
    except (QueryEmpty, QuestionError):
        answer = None
    seconds = time.perf_counter() - started
    text = answer.answer if answer else None
    rank, within = _place(answer.passages[:K] if answer else (), question)
    first = answer.citations[0] if answer and answer.citations else None
    return AskOutcome(
        question=question,
        answer=text,
        reason=_reason(answer),
        confidence=answer.confidence if answer else 0.0,
        exact_match=metrics.exact_match(text, question.answers),
        f1=metrics.token_f1(text, question.answers),
        is_citation_right=first is not None
        and metrics.is_citation_right(
            first.article_id, first.sentence, question.article_id, question.answers
        ),
        is_right=metrics.is_right(
            text, first.article_id if first else None, question.article_id, question.answers
        ),
        failure_class=cause(question, answer),
        rank=rank,
        is_within_reading=within,
        got_sentence=first.sentence if first else None,
        got_article=first.article_id if first else None,
        milliseconds=1000 * seconds,
    )


def as_shipped(candidate: AskOutcome, threshold: float) -> AskOutcome:
    """What somebody who asks gets: the best candidate, or an abstention below the threshold.

    Args:
        candidate: What asking with the threshold at 0 brought.
        threshold: The least confidence with which an answer is given, as the assistant has it.
    """
    if candidate.answer is None or candidate.confidence >= threshold:
        return candidate
    return replace(
        candidate,
        answer=None,
        reason="not_in_articles",
        exact_match=0.0,
        f1=0.0,
        is_citation_right=False,
        is_right=False,
        got_sentence=None,
        got_article=None,
    )


def _reason(answer: Answer | None) -> str | None:
    if answer is None:
        return "refused"
    return answer.abstention.reason if answer.abstention else None


def _place(hits: Sequence[Hit], question: Question) -> tuple[int | None, bool]:
    """The rank of the first right passage, and whether one is within the first 1,500 characters."""
    marked = [(hit.text, hit.article_id == question.article_id) for hit in hits]
    rank = metrics.rank_of_answer(
        [text if is_right else None for text, is_right in marked], question.answers
    )
    return rank, metrics.is_within_reading(marked, question.answers)
