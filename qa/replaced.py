"""Where a sentence has another word than the question beside one that both have.

"Who studied snake venom?" over a sentence about scorpion venom: all that is missing is one word,
and in its place stands another. Who says the same in other words rarely keeps the neighbour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from index import content_words, terms_of

REACH = 2
"""Words at most so many places apart count as kept together."""


def replaced_share(
    question: str,
    sentence: str,
    nearby: str,
    *,
    answer: str,
    language: str | None,
    weights: Mapping[str, float],
) -> float:
    """How much of a question's neighbouring words has another neighbour in a sentence; 0 to 1.

    Args:
        question: What is asked.
        sentence: The sentence that may answer it.
        nearby: More of its text; words that stand together there are not replaced.
        answer: Words of the answer stand for what is asked, and replace nothing.
        language: Of the text; stems are compared.
        weights: Of the question's content words, as ``word_weights`` gives them: a replaced word
            counts its own, and every pair counts both in the whole.
    """
    asked = _content(question, language)
    value: dict[str, float] = {}
    for word, weight in weights.items():
        for term in terms_of(word, language):
            value[term] = max(weight, value.get(term, 0.0))
    here, around = _content(sentence, language), _content(nearby, language)
    together = {
        pair for reach in range(1, REACH + 1) for pair in zip(around, around[reach:], strict=False)
    }
    known = {*asked, *_content(answer, language)}
    total = replaced = 0.0
    for left, right in pairwise(asked):
        total += value.get(left, 0.0) + value.get(right, 0.0)
        if (left, right) in together or (right, left) in together:
            continue
        if left not in here and _has_other(here, right, -1, known):
            replaced += value.get(left, 0.0)
        elif right not in here and _has_other(here, left, 1, known):
            replaced += value.get(right, 0.0)
    return replaced / total if total > 0 else 0.0


def _has_other(here: Sequence[str], term: str, side: int, known: set[str]) -> bool:
    """Whether a term is there, each time with a neighbour on that side that nobody asked about."""
    neighbours = [here[i + side] if 0 <= i + side < len(here) else None
                  for i, found in enumerate(here) if found == term]  # fmt: skip
    return bool(neighbours) and all(n is not None and n not in known for n in neighbours)


@lru_cache(maxsize=512)
def _content(text: str, language: str | None) -> tuple[str, ...]:
    """The stems of the content words, in order and with repeats.

    Remembered: the readings of one question share it, and many share a sentence.
    """
    return tuple(terms_of(" ".join(content_words(text)), language))
