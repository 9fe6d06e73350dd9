"""What comes nearest to a quotation that was not found: three sentences, with their differences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import Article, Span, folded_words
from index import Candidate
from qa.quotes.compare import Comparison
from qa.quotes.locate import Locator
from qa.quotes.model import Change

NEAREST = 3


@dataclass(frozen=True, slots=True)
class Nearest:
    """A sentence that has something in common with a quotation."""

    article: Article
    sentence: Span
    shared: float
    """Of the quotation's content words, the share that stands in the sentence; 0 to 1."""
    fused_score: float
    """Of the passage that the search brought it in."""
    changes: tuple[Change, ...]
    """How the quotation differs from it; none when no content word is the same."""


def sentences_near(locator: Locator, candidates: Sequence[Candidate]) -> list[Nearest]:
    """The sentences of the passages that were found, those with most in common first."""
    wanted = {word for key in locator.content for word in folded_words(key)}
    found: dict[tuple[str, Span], Nearest] = {}
    for candidate in candidates:
        article = candidate.passage.article
        for sentence in candidate.passage.sentences:
            words = {*folded_words(article.text[sentence.start : sentence.end])}
            shared = len(wanted & words) / max(1, len(wanted))
            one = Nearest(article, sentence, shared, candidate.fused_score, ())
            found.setdefault((article.id, sentence), one)
    return sorted(found.values(), key=lambda one: (-one.shared, -one.fused_score))


def with_changes(locator: Locator, nearest: Sequence[Nearest]) -> list[Nearest]:
    """The first three, with how the quotation differs from each."""
    return [
        Nearest(
            one.article,
            one.sentence,
            one.shared,
            one.fused_score,
            _changes(locator.compared_with(one.article, within=one.sentence)),
        )
        for one in nearest[:NEAREST]
    ]


def _changes(comparison: Comparison | None) -> tuple[Change, ...]:
    return comparison.changes if comparison else ()
