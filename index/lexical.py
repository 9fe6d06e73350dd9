"""The lexical index: BM25 over passages, and whole articles word by word for phrases.

Two tantivy indexes stand side by side, since BM25's statistics must not mix passages with articles.
Neither stores text: the database has it. The passage index is stemmed by language; the article
index is not, and leaves no word out.
"""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from corpus import Passage, folded_words
from index.errors import IndexDamaged
from index.faults import index_faults
from index.segments import META, changed_files, make_readable, missing_file, openable
from index.terms import terms_of

WRITER_BYTES = 64_000_000
"""Memory of a tantivy writer; more than it needs for a library of news articles."""
MAX_TERM_BYTES = 60_000
"""Tantivy refuses terms of 65,530 bytes and more; such a "word" is no word."""


class LexicalIndex:
    """The two indexes of one generation. Writing happens inside ``writing()``."""

    def __init__(self, folder: Path, library: Path, *, create: bool = False) -> None:
        """Open the indexes in ``folder``.

        Args:
            folder: The folder of one generation.
            library: The library that it belongs to, for messages.
            create: Make an empty index where there is none.

        Raises:
            IndexDamaged: Files are missing or cut short.
        """
        import tantivy

        self._tantivy, self._library, self._folder = tantivy, library, folder
        self._writers: tuple[Any, Any] | None = None
        with index_faults(library):
            self._passages = self._open(folder / "passages", self._passage_schema(), create)
            self._articles = self._open(folder / "articles", self._article_schema(), create)
            self._take_searchers()

    def _open(self, folder: Path, schema: Any, create: bool) -> Any:
        if create and not (folder / META).exists():
            folder.mkdir(parents=True, exist_ok=True)
            made = self._tantivy.Index(schema, path=str(folder))
            make_readable(folder)
            return made
        if missing := missing_file(folder):
            raise IndexDamaged(str(self._library), f"lexical index: {missing} is missing")
        with openable(folder) as place:
            return self._tantivy.Index.open(str(place))

    def _passage_schema(self) -> Any:
        builder = self._tantivy.SchemaBuilder()
        builder.add_integer_field("passage", indexed=True, fast=True)
        builder.add_integer_field("article", indexed=True, fast=True)
        builder.add_text_field("title", tokenizer_name="whitespace", index_option="freq")
        builder.add_text_field("body", tokenizer_name="whitespace", index_option="freq")
        return builder.build()

    def _article_schema(self) -> Any:
        builder = self._tantivy.SchemaBuilder()
        builder.add_integer_field("article", indexed=True, fast=True)
        builder.add_text_field("words", tokenizer_name="whitespace", index_option="position")
        return builder.build()

    def _take_searchers(self) -> None:
        self._passage_searcher = self._passages.searcher()
        self._article_searcher = self._articles.searcher()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Collect ``put``; commit both indexes at the end, or neither on an error."""
        writers = (
            self._passages.writer(WRITER_BYTES, 1),
            self._articles.writer(WRITER_BYTES, 1),
        )
        self._writers = writers
        try:
            yield
            for writer in writers:
                writer.commit()
                writer.wait_merging_threads()
            self._passages.reload()
            self._articles.reload()
            self._take_searchers()
        except BaseException:
            for writer in writers:
                _give_up(writer)
            raise
        finally:
            self._writers = None
        for part in ("passages", "articles"):
            make_readable(self._folder / part)

    def put(self, article_key: int, passages: Sequence[Passage]) -> None:
        """Replace what is known of an article; none of its passages means it is gone."""
        assert self._writers is not None, "put() belongs inside writing()"
        in_passages, in_articles = self._writers
        in_passages.delete_documents_by_term("article", article_key)
        in_articles.delete_documents_by_term("article", article_key)
        if not passages:
            return
        article = passages[0].article
        title = " ".join(_short(terms_of(article.title or "", article.language)))
        for passage in passages:
            document = self._tantivy.Document()
            document.add_integer("passage", passage.key)
            document.add_integer("article", article_key)
            document.add_text("title", title)
            document.add_text("body", " ".join(_short(terms_of(passage.text, article.language))))
            in_passages.add_document(document)
        document = self._tantivy.Document()
        document.add_integer("article", article_key)
        document.add_text("words", " ".join(_short(folded_words(article.text))))
        in_articles.add_document(document)

    def problems(self) -> list[str]:
        """Files that are not what was written, a line each."""
        return [
            f"lexical index: {part}/{name} was changed"
            for part in ("passages", "articles")
            for name in changed_files(self._folder / part)
        ]

    def rarity(self, term: str) -> float:
        """BM25's inverse document frequency of a term over the passages; 0 and up.

        Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
        2009, in the form of Lucene and tantivy.
        """
        with index_faults(self._library):
            total = self._passage_searcher.num_docs
            # Tantivy still counts what is only marked as deleted.
            holding = min(total, self._passage_searcher.doc_freq("body", term))
        return math.log(1.0 + (total - holding + 0.5) / (holding + 0.5))

    def passage_keys(self) -> list[int]:
        """The keys of the passages inside, in no stated order."""
        return self._all(self._passage_searcher, "passage")

    def article_keys(self) -> list[int]:
        """The keys of the articles inside, in no stated order."""
        return self._all(self._article_searcher, "article")

    def _all(self, searcher: Any, field: str) -> list[int]:
        if not searcher.num_docs:
            return []
        everything = self._tantivy.Query.all_query()
        with index_faults(self._library):
            hits = searcher.search(everything, searcher.num_docs, count=False).hits
            return [int(key) for key in searcher.fast_field_values(field, [at for _, at in hits])]

    def search(
        self,
        terms: Sequence[str],
        limit: int,
        *,
        title_boost: float,
        articles: Sequence[int] | None = None,
        passages: Sequence[int] | None = None,
    ) -> list[tuple[int, float]]:
        """The best passages for some terms by BM25 (k1 1.2, b 0.75).

        Args:
            terms: As ``index.terms.query_terms`` gives them.
            limit: At most so many.
            title_boost: The weight of a term in the title beside one in the passage.
            articles: Search only the passages of these articles; all where ``None``.
            passages: Search only these passages; all where ``None``.

        Returns:
            (passage key, score) pairs, best first, ties by key. A passage without any of the
            terms is not among them.
        """
        if not terms or limit < 1:
            return []
        with index_faults(self._library):
            query = self._query(terms, title_boost, {"article": articles, "passage": passages})
            found = self._passage_searcher.search(query, limit, count=False).hits
            found = [(score, address) for score, address in found if score > 0]
            keys = self._passage_searcher.fast_field_values("passage", [a for _, a in found])
        pairs = [(int(key), float(hit[0])) for key, hit in zip(keys, found, strict=True)]
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))

    def _query(
        self, terms: Sequence[str], boost: float, only: dict[str, Sequence[int] | None]
    ) -> Any:
        query, occur = self._tantivy.Query, self._tantivy.Occur
        schema = self._passages.schema
        parts = [(occur.Should, query.term_query(schema, "body", term)) for term in terms]
        if boost > 0:
            for term in terms:
                in_title = query.term_query(schema, "title", term)
                parts.append((occur.Should, query.boost_query(in_title, boost)))
        for field, keys in only.items():
            if keys is not None:
                among = query.term_set_query(schema, field, list(keys))
                parts.append((occur.Must, query.const_score_query(among, 0.0)))
        return query.boolean_query(parts)

    def articles_with_phrase(
        self,
        phrase: Sequence[str],
        *,
        slop: int = 0,
        articles: Sequence[int] | None = None,
    ) -> list[int]:
        """The keys of the articles in which the words stand together, in order.

        Args:
            phrase: Folded words, as ``corpus.folded_words`` gives them.
            slop: How many other words may stand between them in all. With slop and three words or
                more, an article may be named in which only each two of them stand together.
            articles: Search only these; all where ``None``.
        """
        searcher = self._article_searcher
        if not phrase or not searcher.num_docs:
            return []
        query, occur = self._tantivy.Query, self._tantivy.Occur
        schema = self._articles.schema
        wanted = self._phrase_queries(phrase, slop)
        if articles is not None:
            wanted.append(query.term_set_query(schema, "article", list(articles)))
        joined = query.boolean_query([(occur.Must, part) for part in wanted])
        with index_faults(self._library):
            hits = searcher.search(joined, searcher.num_docs, count=False).hits
            keys = searcher.fast_field_values("article", [place for _, place in hits])
        return sorted(int(key) for key in keys)

    def articles_with_word_like(self, word: str, *, limit: int = 20) -> list[int]:
        """The keys of articles with a word that differs from a folded one in a single letter.

        A letter more, fewer, other, or two swapped; the word itself counts too. The best
        ``limit``, in order of key.
        """
        query = self._tantivy.Query.fuzzy_term_query(self._articles.schema, "words", word)
        searcher = self._article_searcher
        with index_faults(self._library):
            hits = searcher.search(query, limit, count=False).hits
            keys = searcher.fast_field_values("article", [place for _, place in hits])
        return sorted(int(key) for key in keys)

    def holds(self, word: str) -> bool:
        """Whether a folded word stands in any article."""
        with index_faults(self._library):
            return bool(self._article_searcher.doc_freq("words", word))

    def _phrase_queries(self, phrase: Sequence[str], slop: int) -> list[Any]:
        """Queries that every article with the phrase meets; with slop, some others may too."""
        query, schema = self._tantivy.Query, self._articles.schema
        if len(phrase) == 1:
            return [query.term_query(schema, "words", phrase[0])]
        if slop == 0:
            return [query.phrase_query(schema, "words", list(phrase))]
        # Tantivy misses places of a phrase of three words with slop ("b c a" in "b a c a b").
        return [query.phrase_query(schema, "words", list(pair), slop) for pair in pairwise(phrase)]


def remove_generations(folder: Path, *, keep: int) -> None:
    """Delete the folders of other generations than the one in use."""
    if not folder.is_dir():
        return
    for generation in folder.iterdir():
        if generation.name != str(keep):
            shutil.rmtree(generation, ignore_errors=True)


def _give_up(writer: Any) -> None:
    """Undo what was not committed; a writer that already failed may refuse even that."""
    try:
        writer.rollback()
        writer.wait_merging_threads()
    except ValueError:
        return


def _short(terms: Sequence[str]) -> list[str]:
    return [term for term in terms if len(term) * 4 < MAX_TERM_BYTES]
