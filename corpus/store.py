"""The library's database of articles: the only module that speaks SQL about them.

Reading methods see one consistent state each; writing methods are one transaction each, so an
article is in with everything that belongs to it, or not at all. Hold ``writing()`` around writes.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus import rows, writes
from corpus.errors import ArticleMissing, LibraryMissing, LibraryReadOnly
from corpus.folding import fold
from corpus.locks import writer_lock
from corpus.model import Article, Coverage, Filters, Listed, Passage, Revision, Span
from corpus.schema import DATABASE, FrozenState, connect, frozen_state, plain_errors
from corpus.writes import Outcome, Prepared

CURRENT = (
    "SELECT a.article_key, a.id, r.*, 1 AS current FROM articles a "
    "JOIN revisions r ON r.article_key = a.article_key AND r.revision = a.revision "
)
"""The current revisions with their articles."""


class Store:
    """One library's articles. Open it with ``Store.open``; safe to share between threads."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, *, writable: bool) -> None:
        self.folder, self.writable = folder, writable
        self._connection, self._lock = connection, threading.RLock()
        self._frozen: FrozenState | None = None

    @classmethod
    def open(cls, folder: str | Path, *, writable: bool = False) -> Self:
        """Open the library in ``folder``; ``writable`` makes one where there is none.

        Raises:
            LibraryMissing: There is none, and it was not to be written.
            LibraryTooNew, LibraryDamaged, LibraryReadOnly: As their messages say.
        """
        folder = Path(folder).expanduser()
        if not writable and not (folder / DATABASE).is_file():
            raise LibraryMissing(str(folder))
        if writable:
            with plain_errors(folder):
                folder.mkdir(parents=True, exist_ok=True)
        frozen = None if writable else frozen_state(folder)
        opened = cls(folder, connect(folder, writable=writable), writable=writable)
        opened._frozen = frozen
        return opened

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Writing

    @contextmanager
    def writing(self, *, wait_seconds: float = 1.0) -> Iterator[None]:
        """Be the one writer for a while.

        Raises:
            LibraryBusy: Somebody else is.
            LibraryReadOnly: The store was opened for reading only.
        """
        if not self.writable:
            raise LibraryReadOnly(str(self.folder))
        with writer_lock(self.folder, wait_seconds=wait_seconds):
            yield

    def put(self, batch: Sequence[Prepared]) -> list[Outcome]:
        """Add or update articles, all of them or none. Outcome i belongs to ``batch[i]``.

        An article whose source can't be told from one in the library with other text becomes
        that article's next revision; corpus.identity says how articles are told apart.
        """
        with self._transaction() as connection:
            return [writes.put_one(connection, prepared) for prepared in batch]

    def remove(self, article_ids: Iterable[str]) -> tuple[list[str], list[str]]:
        """Erase articles with every revision and original; the bytes are overwritten.

        Returns:
            The ids that were removed, and those that no article has.
        """
        with self._transaction() as connection:
            outcome = writes.remove(connection, article_ids)
        self.compact()
        return outcome

    def replace_passages(
        self, article_id: str, sentences: Sequence[Span], passages: Sequence[Span]
    ) -> None:
        """Give an article's current revision other sentences and passages."""
        with self._transaction() as connection:
            writes.replace_passages(connection, article_id, sentences, passages)

    def remember(self, key: str, value: str) -> None:
        """Keep a small fact about the library, such as the settings its passages were cut with."""
        with self._transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO library VALUES (?, ?)", (key, value))

    def compact(self) -> None:
        """Move what was written into the database file, so that nothing old stays beside it."""
        with self._lock, plain_errors(self.folder):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if not self.writable:
            raise LibraryReadOnly(str(self.folder))
        with self._lock, plain_errors(self.folder):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")  # on a full disk this may be what fails
            except BaseException:
                if self._connection.in_transaction:  # a full disk may have ended it already
                    self._connection.execute("ROLLBACK")
                raise

    # Reading

    @contextmanager
    def _one_state(self) -> Iterator[None]:
        """Let several statements see the same state, whatever another process commits."""
        with self._lock, plain_errors(self.folder):
            if self._connection.in_transaction:  # the caller's own transaction is one state
                yield
                return
            self._look_again()
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        with self._lock, plain_errors(self.folder):
            self._look_again()
            return self._connection.execute(sql, values).fetchall()

    def _look_again(self) -> None:
        """Open the database anew where it was read as unchanging and somebody has changed it."""
        if self._frozen is None or self._connection.in_transaction:
            return
        found = frozen_state(self.folder)
        if found != self._frozen:
            fresh = connect(self.folder, writable=False)
            self._connection.close()
            self._connection, self._frozen = fresh, found

    @property
    def change_counter(self) -> int:
        """Grows by one with every article that is added, updated or removed."""
        return int(self.recall("change_counter") or 0)

    @property
    def library_id(self) -> str:
        """A random name that this library was given when it was made."""
        return self.recall("library_id") or ""

    def recall(self, key: str) -> str | None:
        """What ``remember`` kept, or ``None``."""
        found = self._rows("SELECT value FROM library WHERE key = ?", (key,))
        return found[0]["value"] if found else None

    def article(self, article_id: str, revision: int | None = None) -> Article:
        """One article: its current revision, or the one that is named.

        Raises:
            ArticleMissing: There is none.
        """
        return rows.article_from_row(self._revision_row(article_id, revision))

    def provenance(self, article_id: str, revision: int | None = None) -> dict[str, str]:
        """For each known metadata field, where it was found; and ``source`` and ``cleaner``."""
        return rows.provenance_from_row(self._revision_row(article_id, revision))

    def original(self, article_id: str, revision: int | None = None) -> bytes:
        """The bytes that the article was read from."""
        return rows.decompress(self._revision_row(article_id, revision)["original"])

    def sentences(self, article_id: str, revision: int | None = None) -> tuple[Span, ...]:
        """The article's sentences, in order."""
        return rows.spans_from_bytes(self._revision_row(article_id, revision)["sentences"])

    def _revision_row(self, article_id: str, revision: int | None) -> sqlite3.Row:
        sql = (
            "SELECT a.id, r.*, r.revision = a.revision AS current FROM articles a "
            "JOIN revisions r ON r.article_key = a.article_key "
            "WHERE a.id = ? AND r.revision = coalesce(?, a.revision)"
        )
        # SQLite's integers have 64 bits; a larger number is no revision either.
        if revision is not None and not 0 < revision < 2**63:
            raise ArticleMissing(article_id, revision)
        found = self._rows(sql, (article_id, revision))
        if not found:
            raise ArticleMissing(article_id, revision)
        return found[0]

    def revisions(self, article_id: str) -> list[Revision]:
        """Every revision of an article, oldest first.

        Raises:
            ArticleMissing: There is no such article.
        """
        found = self._rows(
            "SELECT r.revision, r.text_sha256, length(r.text) AS characters, r.ingested_at, "
            "r.revision = a.revision AS current FROM articles a "
            "JOIN revisions r ON r.article_key = a.article_key WHERE a.id = ? ORDER BY 1",
            (article_id,),
        )
        if not found:
            raise ArticleMissing(article_id)
        return [rows.revision_from_row(row) for row in found]

    def listing(self, filters: Filters | None = None) -> list[Listed]:
        """The articles without their texts, newest first, those without a date last."""
        where, values = _where(filters)
        found = self._rows(
            "SELECT a.id, r.revision, r.text_sha256, r.metadata, length(r.text) AS characters, "
            "(SELECT count(*) FROM passages p WHERE p.article_key = a.article_key) AS passages, "
            "(SELECT b.id FROM articles b WHERE b.text_sha256 = a.text_sha256 "
            "  AND b.article_key < a.article_key ORDER BY b.article_key LIMIT 1) AS duplicate_of "
            "FROM articles a JOIN revisions r "
            "ON r.article_key = a.article_key AND r.revision = a.revision "
            f"{where} ORDER BY a.published IS NULL, a.published DESC, a.id",
            values,
        )
        return [rows.listed_from_row(row) for row in found]

    def coverage(self, filters: Filters | None = None) -> Coverage:
        """How many articles the filters let through, and their oldest and newest dates."""
        where, values = _where(filters)
        row = self._rows(
            "SELECT count(*) AS n, min(a.published) AS oldest, max(a.published) AS newest "
            f"FROM articles a {where}",
            values,
        )[0]
        return Coverage(row["n"], row["oldest"], row["newest"])

    def publishers(self, filters: Filters | None = None) -> list[str]:
        """The publishers of the articles, in order, each once; unknown ones are left out."""
        where, values = _where(filters)
        found = self._rows(
            "SELECT DISTINCT json_extract(r.metadata, '$.publisher') AS name FROM articles a "
            "JOIN revisions r ON r.article_key = a.article_key AND r.revision = a.revision "
            f"{where} ORDER BY 1",
            values,
        )
        return [row["name"] for row in found if row["name"]]

    def older_revisions(self, words: Sequence[str]) -> list[Article]:
        """The replaced revisions in whose text all these words stand, as parts of words too.

        Case counts only beyond ASCII. Revisions are few, and they are in no index.
        """
        clauses = "AND instr(lower(r.text), lower(?)) " * len(words)
        found = self._rows(
            "SELECT a.id, r.*, 0 AS current FROM revisions r "
            "JOIN articles a ON a.article_key = r.article_key "
            f"WHERE r.revision <> a.revision {clauses} ORDER BY a.id, r.revision",
            list(words),
        )
        return [rows.article_from_row(row) for row in found]

    def languages(self) -> list[str]:
        """The languages of the articles, in order; unknown ones are left out."""
        found = self._rows(
            "SELECT DISTINCT language FROM articles WHERE language IS NOT NULL ORDER BY 1"
        )
        return [row["language"] for row in found]

    def article_keys(self, filters: Filters | None = None) -> list[int]:
        """The keys of the articles that the filters let through, in order."""
        where, values = _where(filters)
        sql = f"SELECT a.article_key AS k FROM articles a {where} ORDER BY 1"
        return [row["k"] for row in self._rows(sql, values)]

    def passage_keys(self, filters: Filters | None = None) -> list[int]:
        """The keys of the current passages that the filters let through, in order."""
        where, values = _where(filters)
        return [
            row["k"]
            for row in self._rows(
                "SELECT p.passage_key AS k FROM passages p "
                f"JOIN articles a ON a.article_key = p.article_key {where} ORDER BY 1",
                values,
            )
        ]

    def passages(self, keys: Sequence[int]) -> dict[int, Passage]:
        """The passages of these keys, as they stand in the current articles.

        A key whose article was removed or replaced is missing from the result: what an index
        still remembers is never shown.
        """
        marks = ",".join("?" * len(keys))
        with self._one_state():
            found = self._rows(f"SELECT * FROM passages WHERE passage_key IN ({marks})", list(keys))
            articles = self._current({row["article_key"] for row in found})
        return {
            row["passage_key"]: rows.passage_from_row(row, *articles[row["article_key"]])
            for row in found
            if row["article_key"] in articles
        }

    def passages_of(self, article_key: int) -> list[Passage]:
        """Every passage of the article with this key, in order; none when it was removed."""
        sql = "SELECT * FROM passages WHERE article_key = ? ORDER BY ordinal"
        with self._one_state():
            current = self._current({article_key})
            found = self._rows(sql, (article_key,)) if current else []
        return [rows.passage_from_row(row, *current[article_key]) for row in found]

    def _current(self, keys: Iterable[int]) -> Mapping[int, tuple[Article, tuple[Span, ...]]]:
        wanted = list(keys)
        marks = ",".join("?" * len(wanted))
        found = self._rows(f"{CURRENT} WHERE a.article_key IN ({marks})", wanted)
        return {
            row["article_key"]: (
                rows.article_from_row(row),
                rows.spans_from_bytes(row["sentences"]),
            )
            for row in found
        }

    def changed_since(self, change: int) -> list[int]:
        """The keys of the articles that were added, updated or removed after ``change``."""
        found = self._rows(
            "SELECT article_key AS k FROM articles WHERE change > ? "
            "UNION SELECT article_key FROM removals WHERE change > ? ORDER BY 1",
            (change, change),
        )
        return [row["k"] for row in found]

    def removed_since(self, change: int) -> bool:
        """Whether an article was removed after ``change``."""
        return bool(self._rows("SELECT 1 FROM removals WHERE change > ? LIMIT 1", (change,)))

    def problems(self) -> list[str]:
        """What SQLite and the stored hashes say is wrong, a line each; none when all is well."""
        found = [row[0] for row in self._rows("PRAGMA integrity_check") if row[0] != "ok"]
        found += [
            "a row refers to one that is gone" for _ in self._rows("PRAGMA foreign_key_check")
        ]
        sql = (
            "SELECT a.id, r.* , 0 AS current FROM articles a "
            "JOIN revisions r ON r.article_key = a.article_key"
        )
        with self._lock, plain_errors(self.folder):
            for row in self._connection.execute(sql):
                found += rows.problems_of(row)
        return found


def _where(filters: Filters | None) -> tuple[str, list[str]]:
    """The WHERE clause of the filters, over ``articles a``, with its values."""
    if not filters:
        return "", []
    clauses, values = [], []
    for clause, value in (
        ("a.published >= ?", filters.date_from),
        ("a.published <= ?", filters.date_to),
    ):
        if value:
            clauses.append(clause)
            values.append(value)
    for column, wanted in (("a.publisher", filters.publishers), ("a.language", filters.languages)):
        if wanted:
            clauses.append(f"{column} IN ({','.join('?' * len(wanted))})")
            values += [fold(name) for name in wanted]
    if filters.authors:
        # All words of the name, within one author: "| … jo … li … |" in any order.
        clauses.append(
            "(" + " OR ".join(["author_matches(a.authors, ?)"] * len(filters.authors)) + ")"
        )
        values += [fold(name) for name in filters.authors]
    return "WHERE " + " AND ".join(clauses), values
