"""Every place with the words that were located, and copies of one sentence folded together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import Article, Span, fold
from qa.quotes.compare import Comparison
from qa.quotes.locate import Locator
from qa.quotes.model import Copies


@dataclass(frozen=True, slots=True)
class Place:
    """Words in an article, with the sentences around them."""

    article: Article
    span: Span
    sentence: Span


def places_of(locator: Locator, best: Comparison) -> list[Place]:
    """Where the located words stand, oldest first, unknown dates last; ``best`` is among them."""
    here = Place(best.article, best.place, sentence_around(best.sentences, best.place))
    exact = best.article.text[best.place.start : best.place.end]
    found = locator.occurrences(exact)
    others = [
        Place(article, span, sentence_around(locator.sentences(article), span))
        for article, span in found
        if not (article == best.article and _overlap(span, best.place))
    ]
    return sorted([here, *others], key=_age)


def _age(place: Place) -> tuple[bool, str, str, int]:
    article = place.article
    return (article.published is None, article.published or "", article.id, place.span.start)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def sentence_around(sentences: Sequence[Span], place: Span) -> Span:
    """From the start of the first sentence that a place touches to the end of the last."""
    touched = [s for s in sentences if s.start < place.end and place.start < s.end]
    if not touched:
        return place
    return Span(min(touched[0].start, place.start), max(touched[-1].end, place.end))


def fold_copies(places: Sequence[Place]) -> tuple[list[Place], tuple[Copies, ...]]:
    """Keep the oldest of the places whose sentence is word for word the same.

    Returns:
        The places that are kept, in order, and for those with copies the other articles.
    """
    groups: dict[str, list[Place]] = {}
    for place in places:
        sentence = fold(place.article.text[place.sentence.start : place.sentence.end])
        groups.setdefault(sentence, []).append(place)
    kept, copies = [], []
    for number, group in enumerate(groups.values(), start=1):
        kept.append(group[0])
        ids = dict.fromkeys(place.article.id for place in group[1:])
        ids.pop(group[0].article.id, None)
        if ids:
            copies.append(Copies(number, tuple(ids)))
    return kept, tuple(copies)
