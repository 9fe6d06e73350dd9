"""The rest of a quotation that was put together: where it stands, and how far from the match."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import Article, Span
from index import Retriever
from qa.quotes.compare import Comparison, read_article
from qa.quotes.locate import Locator

LEAST_WORDS = 4
"""A shorter rest stands in any article."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A part of the quotation that stands apart from the match."""

    quoted: str
    article: Article
    place: Span
    words_apart: int | None
    """Between it and the match; ``None`` in another article."""
    is_same_paragraph: bool = False


def parts_elsewhere(locator: Locator, comparison: Comparison) -> list[Elsewhere]:
    """The parts that the match lacks and that stand in another place, word for word."""
    found: list[Elsewhere] = []
    quoted = comparison.texts.quoted
    for run in comparison.runs:
        words = run.quoted[1] - run.quoted[0]
        if run.kind != "differs" or words < LEAST_WORDS or words < 2 * _length(run.source):
            continue
        text = locator.quote[quoted[run.quoted[0]].start : quoted[run.quoted[1] - 1].end]
        if part := _elsewhere(locator, comparison, text):
            found.append(part)
    return found


def _elsewhere(locator: Locator, comparison: Comparison, text: str) -> Elsewhere | None:
    hits = Retriever(locator.search_index).find_phrase(text, filters=locator.filters)
    here = [hit for hit in hits if hit.article_id == comparison.article.id]
    for hit in here:
        place = Span(hit.start, hit.end)
        apart, is_same = distance(comparison.article.text, place, comparison.place)
        return Elsewhere(text, comparison.article, place, apart, is_same)
    for hit in hits[:1]:
        article = locator.store.article(hit.article_id)
        return Elsewhere(text, article, Span(hit.start, hit.end), None)
    return None


def distance(text: str, one: Span, other: Span) -> tuple[int, bool]:
    """The words between two places of an article, and whether no paragraph ends between them."""
    first, second = sorted((one, other), key=lambda span: span.start)
    between = [
        token
        for token in read_article(text).tokens
        if first.end <= token.start and token.end <= second.start
    ]
    return len(between), "\n" not in text[first.end : second.start]


def _length(words: tuple[int, int]) -> int:
    return words[1] - words[0]
