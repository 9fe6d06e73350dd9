"""The records of a search; their fields carry the names of the JSON agreement."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import Passage


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage as the search found it, with the scores that its rank comes from."""

    passage: Passage
    bm25: float
    cosine: float
    fused_score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage found for a query, with every score by its name.

    ``start`` and ``end`` count code points of the article's text, half-open.
    """

    article_id: str
    revision: int
    text_sha256: str
    passage_id: str
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    start: int
    end: int
    text: str
    bm25: float
    cosine: float
    fused_score: float
    reader_score: float | None = None
    """What a reader thinks of it as the place of the answer; ``None`` when none has read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseHit:
    """A place in an article where the words of a phrase stand."""

    article_id: str
    revision: int
    start: int
    end: int
    text: str


def hit_of(candidate: Candidate, reader_score: float | None = None) -> Hit:
    """The candidate as scripts and JSON see it."""
    passage, article = candidate.passage, candidate.passage.article
    return Hit(
        article_id=article.id,
        revision=article.revision,
        text_sha256=article.text_sha256,
        passage_id=passage.passage_id,
        title=article.title,
        published=article.published,
        publisher=article.publisher,
        url=article.url,
        start=passage.start,
        end=passage.end,
        text=passage.text,
        bm25=candidate.bm25,
        cosine=candidate.cosine,
        fused_score=candidate.fused_score,
        reader_score=reader_score,
    )
