"""Citations: made from an article's own text, checked when made and again when shown."""

from __future__ import annotations

from dataclasses import replace

from corpus import Article, Span, Store
from qa.errors import CitationBroken
from qa.model import Citation


def cite(
    article: Article, exact: Span, sentence: Span, *, number: int, context_characters: int
) -> Citation:
    """Quote a span of an article.

    Args:
        article: The article, whose text both spans count into.
        exact: The words to quote.
        sentence: The sentence around them.
        number: The number that the citation is shown with.
        context_characters: How much text to keep before and after as prefix and suffix.

    Raises:
        CitationBroken: The spans are not within the text, or the one not within the other.
    """
    inside = 0 <= sentence.start <= exact.start < exact.end <= sentence.end <= len(article.text)
    if not inside:
        raise CitationBroken(article.id, exact.start, exact.end)
    text = article.text
    return replace(
        cite_article(article, number=number),
        exact=text[exact.start : exact.end],
        prefix=text[max(0, exact.start - context_characters) : exact.start],
        suffix=text[exact.end : exact.end + context_characters],
        start=exact.start,
        end=exact.end,
        sentence=text[sentence.start : sentence.end],
        sentence_start=sentence.start,
        sentence_end=sentence.end,
    )


def cite_article(article: Article, *, number: int) -> Citation:
    """Cite an article as a whole, for what its metadata say.

    It quotes nothing and has no offsets: that is what marks an answer as one that does not come
    from the text.
    """
    return Citation(
        number=number,
        article_id=article.id,
        revision=article.revision,
        text_sha256=article.text_sha256,
        current=article.current,
        title=article.title,
        authors=article.authors,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        licence=article.licence,
        language=article.language,
        exact="",
        prefix="",
        suffix="",
        start=None,
        end=None,
        sentence="",
        sentence_start=None,
        sentence_end=None,
    )


def cited_article(store: Store, citation: Citation) -> Article:
    """The article that a citation quotes, in the revision that it quotes; to be shown with it.

    Raises:
        ArticleMissing: It was removed.
        CitationBroken: The words are not at their place; then no place must be marked.
    """
    article = store.article(citation.article_id, citation.revision)
    if article.text_sha256 != citation.text_sha256:
        raise CitationBroken(citation.article_id, citation.start, citation.end)
    if citation.start is None or citation.end is None:
        return article
    quoted = article.text[citation.start : citation.end]
    around = article.text[citation.sentence_start : citation.sentence_end]
    if quoted != citation.exact or around != citation.sentence:
        raise CitationBroken(citation.article_id, citation.start, citation.end)
    return article
