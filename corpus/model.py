"""The records of the corpus: articles, their metadata, sentences and passages.

All offsets count Unicode code points into ``Article.text`` and are half-open.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about an article beside its text; the unknown is ``None`` or empty."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """The day of publication, as ``YYYY-MM-DD``."""
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    """ISO 639-1, as ``en``."""
    licence: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()


METADATA_FIELDS = tuple(Metadata.__dataclass_fields__)
"""The names of the fields, in the order in which they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """An article as a loader read it, before the library has given it a place."""

    text: str
    metadata: Metadata
    source: str
    """Where it came from, for people: a path, a path with a line number, ``standard input``."""
    original: bytes
    """The bytes that were read, kept so that a better cleaner can be run on them later."""
    given_id: str | None = None
    """The id that the source names; kept as it is."""
    location: str | None = None
    """The absolute path of a file that holds just this article: its identity where the article
    names neither an id nor an address. ``None`` for lines and streams."""
    provenance: Mapping[str, str] = field(default_factory=dict)
    """For each metadata field that is known: where the value was found, in a few words."""
    cleaner: str = "none"
    """Name and version of what turned ``original`` into ``text``."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A source that did not become an article, and why: one line for the report."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Metadata):
    """One revision of a published text, with its metadata."""

    id: str
    text: str
    revision: int = 1
    text_sha256: str = ""
    current: bool = True
    """False for a revision that a newer one has replaced."""

    def __post_init__(self) -> None:
        if not self.text_sha256:
            object.__setattr__(self, "text_sha256", sha256_of(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One state of an article's text, without the text."""

    revision: int
    text_sha256: str
    characters: int
    ingested_at: str
    """UTC, as ``YYYY-MM-DDTHH:MM:SSZ``."""
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Metadata):
    """An article as a list shows it: everything but its text."""

    id: str
    revision: int
    text_sha256: str
    characters: int
    passages: int
    duplicate_of: str | None
    """The id of the article that was in the library first with the very same text."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of whole sentences from one article, small enough to encode in one go.

    ``article.text[passage.start : passage.end] == passage.text`` always holds.
    """

    key: int
    """Unique in its library and never used twice; the id in FAISS and tantivy. 0 before storing."""
    ordinal: int
    """Its place among the passages of its article, from 0."""
    article: Article
    start: int
    text: str
    sentences: tuple[Span, ...]
    """The sentences of the passage, in the article's offsets."""

    @property
    def end(self) -> int:
        """The offset just past the last character."""
        return self.start + len(self.text)

    @property
    def passage_id(self) -> str:
        """Its name for people and scripts: article id, revision and ordinal."""
        return f"{self.article.id}@{self.article.revision}#{self.ordinal}"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles may be searched. Nothing set lets everything through.

    Names compare without case and accents; an author matches when every word of the filter
    is a word of one of the article's authors. An article whose date is unknown is outside every
    range of dates.
    """

    date_from: str | None = None
    date_to: str | None = None
    publishers: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.date_from, self.date_to, self.publishers, self.authors, self.languages))


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a search looked through: how many articles, and the dates of the oldest and newest."""

    articles: int
    oldest: str | None
    newest: str | None


def sha256_of(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, in hexadecimal.

    >>> sha256_of("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
