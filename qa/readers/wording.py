"""How much of a question's words a piece of text has, weighed by how rare they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from index import terms_of
from qa.questions import Question, related

RELATED = 0.8
"""What a related word counts ("took over" for "succeeded"), where the word itself counts 1."""


def word_weights(question: Question, rarity: Callable[[str], float]) -> dict[str, float]:
    """Each content word of the question with its rarity: that of the rarest of its forms."""
    return {
        word: max(rarity(term) for term in terms_of(word, question.language))
        for word in question.words
    }


def supports(question: Question, terms: set[str], language: str | None) -> dict[str, float]:
    """For each of the question's words: 1 when it is among the terms, ``RELATED``, or 0."""
    found: dict[str, float] = {}
    for word in question.words:
        if terms & _forms(word, language):
            found[word] = 1.0
        else:
            found[word] = RELATED if terms & related(word, language) else 0.0
    return found


def covered(
    support: Mapping[str, float], words: Iterable[str], weights: Mapping[str, float]
) -> float:
    """The share of some words that is supported, weighed by rarity; 1 when there are no words."""
    wanted = list(words)
    total = sum(weights[word] for word in wanted)
    return sum(weights[word] * support[word] for word in wanted) / total if total > 0 else 1.0


def rarest_missing(support: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The rarity of the rarest word without support, as a share of the rarest word's; 0 to 1."""
    rarest = max(weights.values(), default=0.0)
    missing = [weights[word] for word, found in support.items() if not found]
    return max(missing, default=0.0) / rarest if rarest > 0 else 0.0


@lru_cache(maxsize=8192)
def _forms(word: str, language: str | None) -> frozenset[str]:
    return frozenset(terms_of(word, language))
