"""Plain text files: one article each, with or without the page that it was saved from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.clean import CLEANER
from corpus.config import CorpusSettings
from corpus.errors import SourceError
from corpus.loaders.bytes import decode_text, location_of, read_source, source_name
from corpus.metadata import read_plain_page
from corpus.model import Incoming, Refused

MARKDOWN_SUFFIXES = (".md",)


class TextLoader:
    """Reads ``.txt``, ``.text`` and ``.md`` files; of Markdown only the marks of headings."""

    name: str = "text"
    suffixes: tuple[str, ...] = (".txt", ".text", *MARKDOWN_SUFFIXES)

    def load(self, path: Path, settings: CorpusSettings) -> Iterator[Incoming | Refused]:
        """Read one file as one article; see ``base.Loader.load``."""
        try:
            yield _read(path, settings)
        except SourceError as error:
            yield Refused(error.source, error.reason)


def _read(path: Path, settings: CorpusSettings) -> Incoming:
    """The article in a file.

    Raises:
        SourceError: The file is no readable text, or has no article in it.
    """
    name = source_name(path)
    raw = read_source(path, settings.max_source_megabytes)
    text = decode_text(raw, path)
    if not text.strip():
        raise SourceError(
            name, "the file holds only blank space, so there is no article; save it again"
        )
    if path.suffix.lower() in MARKDOWN_SUFFIXES:
        text = re.sub(r"(?m)^#{1,6}[ \t]+", "", text)
    page = read_plain_page(text)
    if not any(map(str.isalnum, page.text)):
        raise SourceError(
            name,
            "nothing but headlines and page furniture was found, so there is no article; add its "
            "text",
        )
    return Incoming(
        text=page.text,
        metadata=page.metadata,
        source=name,
        original=raw,
        location=location_of(path),
        provenance=page.provenance,
        cleaner=CLEANER,
    )
