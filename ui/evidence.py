"""Read the evidence again before it is shown; what can't be confirmed is not marked.

Every sentence on the page comes from here, and so from an article of the library at this moment,
never from what an earlier answer remembers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import Article, OnRecordError, Span, Store
from index import Hit
from qa import Citation, cited_article
from ui import words
from ui.spans import overlap, paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A source as it can be shown now."""

    number: int
    source: Citation | Hit
    """What it was made from; with it the same evidence can be read again."""
    about: Article | Citation | None
    """Whose source line to show."""
    article: Article | None = None
    """The article, re-read; ``None`` when it is gone or its text is not the one that was cited."""
    window: Span | None = None
    """The passage to show; ``None`` when the source is the article as a whole."""
    mark: Span | None = None
    """The sentence, or for a nearest passage the passage."""
    strong: Span | None = None
    """The answer inside the sentence."""
    trouble: str | None = None
    """Why nothing is marked, in one line for the user."""

    @property
    def sentence(self) -> str | None:
        """The marked words, straight from the article."""
        if self.article is None or self.mark is None:
            return None
        return self.article.text[self.mark.start : self.mark.end]


def cited_evidence(store: Store, citation: Citation, *, passages: Sequence[Hit] = ()) -> Evidence:
    """Re-read what a citation points at.

    Args:
        store: The library's articles.
        citation: One that an answer carries.
        passages: The answer's passages; the one around the citation becomes the window.
    """
    number = citation.number
    try:
        article = cited_article(store, citation)
    except OnRecordError as error:
        return Evidence(number=number, source=citation, about=citation, trouble=str(error))
    if citation.start is None or citation.end is None:
        return Evidence(number=number, source=citation, about=article, article=article)
    strong = mark = Span(citation.start, citation.end)
    if citation.sentence_start is not None and citation.sentence_end is not None:
        mark = Span(citation.sentence_start, citation.sentence_end)
    return Evidence(
        number=number,
        source=citation,
        about=article,
        article=article,
        window=_window(article, mark, passages),
        mark=mark,
        strong=strong,
    )


def nearest_evidence(store: Store, passage: Hit, *, number: int) -> Evidence:
    """Re-read a passage that was near a question without answering it."""
    try:
        article = store.article(passage.article_id, passage.revision)
    except OnRecordError as error:
        return Evidence(number=number, source=passage, about=None, trouble=str(error))
    span = Span(passage.start, passage.end)
    if article.text[span.start : span.end] != passage.text:
        return Evidence(number=number, source=passage, about=article, trouble=words.CAN_T_MARK)
    return Evidence(
        number=number, source=passage, about=article, article=article, window=span, mark=span
    )


def _window(article: Article, mark: Span, passages: Sequence[Hit]) -> Span:
    """The passage that was searched, as far as it holds the mark; else the mark's paragraphs."""
    for passage in passages:
        is_same = (passage.article_id, passage.revision) == (article.id, article.revision)
        is_there = article.text[passage.start : passage.end] == passage.text
        if is_same and is_there and passage.start <= mark.start and mark.end <= passage.end:
            return Span(passage.start, passage.end)
    around = [
        paragraph
        for paragraph in paragraphs(article.text, Span(0, len(article.text)))
        if overlap(paragraph, mark)
    ]
    return Span(around[0].start, around[-1].end) if around else mark
