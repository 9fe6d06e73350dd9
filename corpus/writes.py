"""The store's statements that write; each runs inside a transaction that ``Store`` holds."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Literal

from corpus import rows
from corpus.folding import fold
from corpus.identity import address_of, is_same_article, made_id
from corpus.model import Incoming, Span, sha256_of

Status = Literal["added", "updated", "unchanged"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with the sentences and passages of its text, ready to be stored."""

    incoming: Incoming
    sentences: tuple[Span, ...]
    passages: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article."""

    status: Status
    id: str


def put_one(connection: sqlite3.Connection, prepared: Prepared) -> Outcome:
    """Store one article as a new one, a new revision, new metadata, or not at all."""
    incoming = prepared.incoming
    known = _find(connection, incoming)
    if known is None:
        return _insert(connection, prepared)
    outcome = Outcome("updated", known["id"])
    if known["text_sha256"] != sha256_of(incoming.text):
        _add_revision(connection, known["article_key"], known["revision"] + 1, prepared)
    elif known["metadata"] != rows.metadata_to_json(incoming.metadata):
        _change_metadata(connection, known, prepared)
    else:
        outcome = Outcome("unchanged", known["id"])
        if incoming.location and incoming.location != known["location"]:
            _take_location(connection, known["article_key"], incoming.location)
    return outcome


def remove(
    connection: sqlite3.Connection, article_ids: Iterable[str]
) -> tuple[list[str], list[str]]:
    """Erase articles; returns the ids removed and the ids that no article has."""
    removed: list[str] = []
    missing: list[str] = []
    for article_id in dict.fromkeys(article_ids):
        row = connection.execute(
            "SELECT article_key FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        if row is None:
            missing.append(article_id)
            continue
        connection.execute("DELETE FROM articles WHERE article_key = ?", (row["article_key"],))
        change = _next_change(connection)
        connection.execute("INSERT INTO removals VALUES (?, ?)", (row["article_key"], change))
        removed.append(article_id)
    return removed, missing


def replace_passages(
    connection: sqlite3.Connection,
    article_id: str,
    sentences: Sequence[Span],
    passages: Sequence[Span],
) -> None:
    """Give an article's current revision other sentences and passages."""
    row = connection.execute(
        "SELECT article_key, revision FROM articles WHERE id = ?", (article_id,)
    ).fetchone()
    if row is None:  # removed since the caller looked
        return
    key = row["article_key"]
    connection.execute(
        "UPDATE revisions SET sentences = ? WHERE article_key = ? AND revision = ?",
        (rows.spans_to_bytes(sentences), key, row["revision"]),
    )
    _insert_passages(connection, key, passages)
    connection.execute(
        "UPDATE articles SET change = ? WHERE article_key = ?", (_next_change(connection), key)
    )


def _find(connection: sqlite3.Connection, incoming: Incoming) -> sqlite3.Row | None:
    """The article that this one is a new state of, with its current text and metadata."""
    if incoming.given_id is not None:
        return _one(connection, "a.id = ?", incoming.given_id)
    address = address_of(incoming.metadata.url)
    if address:
        return _one(connection, "a.address = ?", address)
    if incoming.location:
        found = _one(connection, "a.location = ?", incoming.location)
        if found is not None:
            title = json.loads(found["metadata"])["title"]
            if is_same_article(title, found["text"], incoming):
                return found
    return _with_same_text(connection, incoming)


def _with_same_text(connection: sqlite3.Connection, incoming: Incoming) -> sqlite3.Row | None:
    """The article whose id was made of this very text, title, publisher and date."""
    digest = sha256_of(incoming.text)
    candidates = (_one(connection, "a.id = ?", name) for name in _numbered(made_id(incoming)))
    return next(row for row in candidates if row is None or row["text_sha256"] == digest)


def _one(connection: sqlite3.Connection, condition: str, value: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute(
        "SELECT a.id, a.location, r.* FROM articles a JOIN revisions r "
        "ON r.article_key = a.article_key AND r.revision = a.revision "
        f"WHERE {condition} ORDER BY a.article_key LIMIT 1",
        (value,),
    ).fetchone()
    return row


def _insert(connection: sqlite3.Connection, prepared: Prepared) -> Outcome:
    article_id = prepared.incoming.given_id or _free_id(connection, made_id(prepared.incoming))
    cursor = connection.execute(
        "INSERT INTO articles (id, revision, change, text_sha256, authors) "
        "VALUES (?, 0, 0, '', '')",
        (article_id,),
    )
    key = cursor.lastrowid
    assert key is not None  # an INSERT always has one
    _add_revision(connection, key, 1, prepared)
    return Outcome("added", article_id)


def _free_id(connection: sqlite3.Connection, wanted: str) -> str:
    """``wanted``, with a number behind it where another article has that id."""
    return next(name for name in _numbered(wanted) if _one(connection, "a.id = ?", name) is None)


def _numbered(wanted: str) -> Iterator[str]:
    yield wanted
    for number in count(2):
        yield f"{wanted}-{number}"


def _add_revision(
    connection: sqlite3.Connection, key: int, revision: int, prepared: Prepared
) -> None:
    incoming = prepared.incoming
    connection.execute(
        "INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            revision,
            incoming.text,
            sha256_of(incoming.text),
            rows.spans_to_bytes(prepared.sentences),
            rows.metadata_to_json(incoming.metadata),
            json.dumps(dict(incoming.provenance)),
            incoming.source,
            rows.compress(incoming.original),
            incoming.cleaner,
            datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        ),
    )
    _describe(connection, key, revision, incoming)
    _insert_passages(connection, key, prepared.passages)


def _change_metadata(
    connection: sqlite3.Connection, known: sqlite3.Row, prepared: Prepared
) -> None:
    """The text is the same, so it is the same revision; what is said about it is new."""
    incoming, key, revision = prepared.incoming, known["article_key"], known["revision"]
    connection.execute(
        "UPDATE revisions SET metadata = ?, provenance = ?, source = ?, original = ?, cleaner = ? "
        "WHERE article_key = ? AND revision = ?",
        (
            rows.metadata_to_json(incoming.metadata),
            json.dumps(dict(incoming.provenance)),
            incoming.source,
            rows.compress(incoming.original),
            incoming.cleaner,
            key,
            revision,
        ),
    )
    _describe(connection, key, revision, incoming)
    # New keys, since title and date are part of what is encoded for each passage.
    _insert_passages(connection, key, prepared.passages)


def _describe(connection: sqlite3.Connection, key: int, revision: int, incoming: Incoming) -> None:
    """Bring the article's row up to date with its current revision."""
    meta = incoming.metadata
    if incoming.location:
        _take_location(connection, key, incoming.location)
    connection.execute(
        "UPDATE articles SET revision = ?, change = ?, text_sha256 = ?, published = ?, "
        "publisher = ?, authors = ?, language = ?, address = ? WHERE article_key = ?",
        (
            revision,
            _next_change(connection),
            sha256_of(incoming.text),
            meta.published,
            fold(meta.publisher) if meta.publisher else None,
            rows.folded_authors(meta.authors),
            meta.language,
            address_of(meta.url),
            key,
        ),
    )


def _take_location(connection: sqlite3.Connection, key: int, location: str) -> None:
    """Note the file that holds the article now; no other article can be in it as well."""
    connection.execute("UPDATE articles SET location = NULL WHERE location = ?", (location,))
    connection.execute("UPDATE articles SET location = ? WHERE article_key = ?", (location, key))


def _insert_passages(connection: sqlite3.Connection, key: int, passages: Sequence[Span]) -> None:
    connection.execute("DELETE FROM passages WHERE article_key = ?", (key,))
    connection.executemany(
        "INSERT INTO passages (article_key, ordinal, start, end) VALUES (?, ?, ?, ?)",
        [(key, ordinal, span.start, span.end) for ordinal, span in enumerate(passages)],
    )


def _next_change(connection: sqlite3.Connection) -> int:
    connection.execute(
        "UPDATE library SET value = CAST(value AS INTEGER) + 1 WHERE key = 'change_counter'"
    )
    row = connection.execute("SELECT value FROM library WHERE key = 'change_counter'").fetchone()
    return int(row["value"])
