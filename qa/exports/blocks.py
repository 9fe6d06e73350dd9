"""What a report is made of, whatever file it becomes: headings, paragraphs, fields, columns.

The records below hold texts as they are; ``markdown`` and ``word_documents`` make each safe for
its format. To add a format, write a module that takes a ``Report``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look."""

    text: str
    is_bold: bool = False
    address: str | None = None
    """Where it leads: a web address as ``web_address`` gives it."""
    language: str | None = None
    """Of the text, as BCP 47 writes it, where it is known; the report's own words are English."""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the report's."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs one after the other: plain, quoted from an article, or an item of a list."""

    runs: Runs
    style: Literal["plain", "quote", "item"] = "plain"


@dataclass(frozen=True, slots=True)
class Fields:
    """Names with their values, one a line."""

    rows: tuple[tuple[str, Runs], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns under their headings, aligned row by row."""

    headings: tuple[str, str]
    rows: tuple[tuple[Runs, Runs], ...]


Block: TypeAlias = Heading | Paragraph | Fields | Columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document to file."""

    title: str
    blocks: tuple[Block, ...]
    exported_at: str
    """ISO 8601, UTC."""


def plain(text: str, *, language: str | None = None) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(text, language=language),))


def field(name: str, text: str, *, language: str | None = None) -> tuple[str, Runs]:
    """A row of ``Fields`` whose value is one run."""
    return name, (Run(text, language=language),)
