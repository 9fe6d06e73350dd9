"""Records to database values and back."""

from __future__ import annotations

import json
import sqlite3
import sys
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from corpus.folding import fold
from corpus.model import (
    METADATA_FIELDS,
    Article,
    Listed,
    Metadata,
    Passage,
    Revision,
    Span,
    sha256_of,
)


def metadata_to_json(metadata: Metadata) -> str:
    """The metadata as a JSON object, in the order of its fields."""
    return json.dumps({name: getattr(metadata, name) for name in METADATA_FIELDS})


def metadata_from_json(stored: str) -> dict[str, Any]:
    """The fields of a metadata record, lists as tuples."""
    values = json.loads(stored)
    return {
        field.name: tuple(values[field.name])
        if isinstance(values[field.name], list)
        else values[field.name]
        for field in fields(Metadata)
    }


def spans_to_bytes(spans: Sequence[Span]) -> bytes:
    """Start, end, start, end … as little-endian unsigned 32-bit numbers."""
    numbers = array("I", [number for span in spans for number in (span.start, span.end)])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def spans_from_bytes(stored: bytes) -> tuple[Span, ...]:
    """The spans that ``spans_to_bytes`` packed.

    >>> spans_from_bytes(spans_to_bytes([Span(0, 5), Span(6, 9)]))
    (Span(start=0, end=5), Span(start=6, end=9))
    """
    numbers = array("I")
    numbers.frombytes(stored)
    if sys.byteorder == "big":
        numbers.byteswap()
    return tuple(Span(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True))


def compress(original: bytes) -> bytes:
    """The original bytes as they are stored."""
    return zlib.compress(original, 6)


def decompress(stored: bytes) -> bytes:
    """The original bytes."""
    return zlib.decompress(stored)


def article_from_row(row: sqlite3.Row) -> Article:
    """An article from a row of revisions joined with its article (``id``, ``current``)."""
    return Article(
        id=row["id"],
        text=row["text"],
        revision=row["revision"],
        text_sha256=row["text_sha256"],
        current=bool(row["current"]),
        **metadata_from_json(row["metadata"]),
    )


def revision_from_row(row: sqlite3.Row) -> Revision:
    """A revision without its text."""
    return Revision(
        revision=row["revision"],
        text_sha256=row["text_sha256"],
        characters=row["characters"],
        ingested_at=row["ingested_at"],
        current=bool(row["current"]),
    )


def passage_from_row(row: sqlite3.Row, article: Article, sentences: Sequence[Span]) -> Passage:
    """A passage of ``article``, with those of the article's sentences that reach into it."""
    start, end = row["start"], row["end"]
    return Passage(
        key=row["passage_key"],
        ordinal=row["ordinal"],
        article=article,
        start=start,
        text=article.text[start:end],
        sentences=tuple(span for span in sentences if span.start < end and span.end > start),
    )


def listed_from_row(row: sqlite3.Row) -> Listed:
    """A line of the listing."""
    return Listed(
        id=row["id"],
        revision=row["revision"],
        text_sha256=row["text_sha256"],
        characters=row["characters"],
        passages=row["passages"],
        duplicate_of=row["duplicate_of"],
        **metadata_from_json(row["metadata"]),
    )


def provenance_from_row(row: sqlite3.Row) -> dict[str, str]:
    """Where each metadata field was found, with the source and the cleaner."""
    found: dict[str, str] = json.loads(row["provenance"])
    return {**found, "source": row["source"], "cleaner": row["cleaner"]}


def folded_authors(authors: Sequence[str]) -> str:
    """Authors as the filter compares them.

    >>> folded_authors(["Ana María Díaz", "Jo Li"])
    'ana maria diaz|jo li'
    """
    return "|".join(fold(author) for author in authors)


def author_matches(authors: str, wanted: str) -> bool:
    """Whether every word of ``wanted`` is a word of one of the authors; both are folded.

    >>> author_matches("ana maria diaz|jo li", "diaz ana")
    True
    >>> author_matches("ana diaz|jo li", "ana li")
    False
    """
    words = set(wanted.split())
    return bool(words) and any(words <= set(author.split()) for author in authors.split("|"))


def problems_of(row: sqlite3.Row) -> list[str]:
    """What is wrong with one stored revision, a line each."""
    name = f"article {row['id']!r}, revision {row['revision']}"
    found = []
    if sha256_of(row["text"]) != row["text_sha256"]:
        found.append(f"{name}: the text does not match its SHA-256")
    if any(span.end > len(row["text"]) for span in spans_from_bytes(row["sentences"])):
        found.append(f"{name}: a sentence reaches past the end of the text")
    try:
        decompress(row["original"])
    except zlib.error:
        found.append(f"{name}: the original can't be decompressed")
    return found
