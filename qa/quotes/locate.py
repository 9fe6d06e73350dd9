"""Where a quotation may stand: articles by exact words, by near words, by meaning.

No search reads every article: the exact words are one phrase query, near words and meaning are the
index's own search over passages, and a misspelt name is one query for words a letter away. Only
the few articles that these name are read, and the quotation is aligned with each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from corpus import Article, ArticleMissing, Filters, Span, Store, folded_words
from index import Candidate, Retriever, SearchIndex, function_words
from qa.quotes.compare import Comparison, compare
from qa.quotes.words import GAP, Token, tokens_of

PASSAGES = 30
"""How many passages near words and meaning bring."""
ARTICLES = 8
"""How many of their articles are read."""
EXACT_ARTICLES = 60
"""How many articles with the exact words are compared; every occurrence is listed all the same."""
PHRASE_WORDS = 60
"""An exact search looks for so many words of a long quotation; comparing does the rest."""
RAREST = 3
"""Words that an older revision must hold to be read."""


@dataclass
class Locator:
    """The search for one quotation. Made for one check, and thrown away."""

    quote: str
    search_index: SearchIndex
    filters: Filters | None = None
    _sentences: dict[tuple[str, int], tuple[Span, ...]] = field(default_factory=dict)

    @property
    def store(self) -> Store:
        """The articles."""
        return self.search_index.store

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the quotation."""
        return tokens_of(self.quote)

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Those of the quotation's language, contractions of them included."""
        known = function_words(self.quote)
        return known | {t.key for t in self.tokens if {*folded_words(t.key)} <= known}

    @cached_property
    def content(self) -> list[str]:
        """The keys of the quotation's content words, in order."""
        return [
            token.key
            for token in self.tokens
            if token.key not in self.function_words and any(map(str.isalnum, token.key))
        ]

    def exact(self) -> list[Comparison]:
        """The articles that hold every stretch of the quotation word by word, compared."""
        lexical = self.search_index.lexical
        stretches = [folded_words(part) for part in self._stretches()]
        stretches = [words[:PHRASE_WORDS] for words in stretches if words]
        if lexical is None or not stretches:
            return []
        keys: set[int] | None = None
        among = self.store.article_keys(self.filters) if self.filters else None
        for words in sorted(stretches, key=len, reverse=True):
            found = set(lexical.articles_with_phrase(words, articles=among))
            keys = found if keys is None else keys & found
            if not keys:
                return []
        return self._compared(self._articles(sorted(keys or ())[:EXACT_ARTICLES]))

    def near(self) -> tuple[list[Comparison], list[Candidate]]:
        """The articles that near words and meaning bring, compared; and the passages that did."""
        candidates = self.search_index.search(self.quote, PASSAGES, filters=self.filters)
        articles = {candidate.passage.article.id: candidate.passage.article
                    for candidate in candidates}  # fmt: skip
        return self._compared(list(articles.values())[:ARTICLES]), candidates

    def older(self) -> list[Comparison]:
        """Replaced revisions that hold the quotation's rarest words, compared."""
        rarest = sorted(set(self.content), key=lambda word: (-len(word), word))[:RAREST]
        return self._compared(self.store.older_revisions(rarest)) if rarest else []

    def misspelt(self) -> tuple[list[Comparison], list[str]]:
        """Articles with words a letter away from those that the library doesn't have.

        Returns:
            The comparisons, and the spellings that were found instead.
        """
        lexical = self.search_index.lexical
        unknown = [word for word in dict.fromkeys(self.content) if not self.knows(word)]
        keys: set[int] = set()
        for word in unknown[:RAREST]:
            if lexical is not None and len(word) > 4:
                keys |= {*lexical.articles_with_word_like(word)}
        articles = self._articles(sorted(keys)[:ARTICLES])
        return self._compared(articles), sorted(_like(unknown, articles))

    def knows(self, word: str) -> bool:
        """Whether a word stands anywhere in the library."""
        lexical = self.search_index.lexical
        return lexical is not None and all(lexical.holds(part) for part in folded_words(word))

    def occurrences(self, exact: str) -> list[tuple[Article, Span]]:
        """Every place with these words in the current articles, oldest first."""
        found = Retriever(self.search_index).find_phrase(exact, filters=self.filters)
        return [(self._article(hit.article_id), Span(hit.start, hit.end)) for hit in found]

    def sentences(self, article: Article) -> tuple[Span, ...]:
        """The sentences of an article's revision; none when it was removed meanwhile."""
        key = (article.id, article.revision)
        if key not in self._sentences:
            try:
                self._sentences[key] = self.store.sentences(*key)
            except ArticleMissing:
                self._sentences[key] = ()
        return self._sentences[key]

    def compared_with(
        self, article: Article, *, quote: str | None = None, within: Span | None = None
    ) -> Comparison | None:
        """The quotation, or a part of it, compared with an article, or with a part of that."""
        return compare(
            quote or self.quote,
            article,
            self.sentences(article),
            function_words=self.function_words,
            knows=self.knows,
            within=within,
        )

    def _compared(self, articles: Iterable[Article]) -> list[Comparison]:
        found = (self.compared_with(article) for article in articles)
        return sorted(
            (comparison for comparison in found if comparison is not None),
            key=lambda one: (one.quality, -_day(one.article)),
            reverse=True,
        )

    def _stretches(self) -> Iterator[str]:
        """The parts of the quotation between what an editor left out or put in."""
        start = 0
        for token in self.tokens:
            if token.key == GAP or token.is_bracketed:
                yield self.quote[start : token.start]
                start = token.end
        yield self.quote[start:]

    def _articles(self, keys: Sequence[int]) -> list[Article]:
        passages = (self.store.passages_of(key) for key in keys)
        return [found[0].article for found in passages if found]

    def _article(self, article_id: str) -> Article:
        return self.store.article(article_id)


def _day(article: Article) -> int:
    """For the oldest first; unknown dates last."""
    return int((article.published or "9999-99-99").replace("-", ""))


def _like(unknown: Sequence[str], articles: Iterable[Article]) -> set[str]:
    """The words of the articles that are a letter away from an unknown one."""
    from rapidfuzz.distance import OSA

    words = {word for article in articles for word in folded_words(article.text)}
    return {
        word for word in words for other in unknown
        if abs(len(word) - len(other)) < 2 and OSA.distance(word, other, score_cutoff=1) <= 1
    }  # fmt: skip
