"""How closely the words of a query stand together in a passage: two shares, from 0 to 1.

BM25 counts words wherever they stand in a passage; an answer mostly has them in one sentence, and
neighbours of the query as neighbours. Each share adds about 0.01 to recall in first place
(index/README.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus import Passage
from index.lexical import LexicalIndex
from index.terms import content_words, stemmed, terms_of

REACH = 2
"""Neighbours are words at most so many places apart, in the query's order."""


class Proximity:
    """The two shares for one query, over many passages."""

    def __init__(self, query: str, lexical: LexicalIndex) -> None:
        self._words = content_words(query)
        self._lexical = lexical
        self._rarity: dict[str, float] = {}
        self._asked: dict[str | None, list[str]] = {}

    def of(self, passage: Passage) -> tuple[float, float]:
        """The share of the query in the best sentence, and of its neighbours that are kept."""
        language = passage.article.language
        asked = self._terms(language)
        text, offset = passage.text, passage.start
        sentences = [
            terms_of(text[max(0, span.start - offset) : span.end - offset], language)
            for span in passage.sentences
        ]
        return self._in_one_sentence(asked, sentences), self._as_neighbours(asked, sentences)

    def _terms(self, language: str | None) -> list[str]:
        if language not in self._asked:
            terms = stemmed(self._words, language)
            self._asked[language] = terms
            for term in terms:
                self._rarity.setdefault(term, self._lexical.rarity(term))
        return self._asked[language]

    def _in_one_sentence(self, asked: Sequence[str], sentences: Sequence[Sequence[str]]) -> float:
        wanted = set(asked)
        total = sum(self._rarity[term] for term in wanted)
        best = max(
            (sum(self._rarity[term] for term in wanted.intersection(found)) for found in sentences),
            default=0.0,
        )
        return best / total if total > 0 else 0.0

    def _as_neighbours(self, asked: Sequence[str], sentences: Sequence[Sequence[str]]) -> float:
        wanted = list(pairwise(asked))
        weights = [self._rarity[left] + self._rarity[right] for left, right in wanted]
        if not wanted or sum(weights) <= 0:
            return 0.0
        held = {
            pair
            for found in sentences
            for distance in range(1, REACH + 1)
            for pair in zip(found, found[distance:], strict=False)
        }
        kept = (weight for pair, weight in zip(wanted, weights, strict=True) if pair in held)
        return sum(kept) / sum(weights)
