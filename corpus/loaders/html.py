"""Saved web pages: one article each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.clean import Cleaned, is_prose, join_paragraphs, remove_furniture, split_paragraphs
from corpus.config import CorpusSettings
from corpus.errors import SourceError
from corpus.heads import strip_head
from corpus.language import detect_language
from corpus.loaders.bytes import decode_text, location_of, read_source, source_name
from corpus.metadata import DETECTED, read_publisher
from corpus.model import Incoming, Metadata, Refused

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARATION = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
"""Bytes in which an encoding is looked for; the standard asks for 1024, and pages put it later."""

_FAILURES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What lxml and trafilatura raise over pages that are none."""


class HtmlLoader:
    """Reads ``.html``, ``.htm`` and ``.xhtml`` files with trafilatura, without the network."""

    name: str = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def load(self, path: Path, settings: CorpusSettings) -> Iterator[Incoming | Refused]:
        """Read one file as one article; see ``base.Loader.load``."""
        try:
            yield _read(path, settings)
        except SourceError as error:
            yield Refused(error.source, error.reason)


def _read(path: Path, settings: CorpusSettings) -> Incoming:
    """The article in a page.

    Raises:
        SourceError: The file is no readable page, or has no article in it.
    """
    from corpus.loaders.page import read_page_metadata

    name = source_name(path)
    raw = read_source(path, settings.max_source_megabytes)
    markup = decode_text(raw, path, declared=_declared_encoding(raw))
    try:
        tree = _parse(markup)
        extracted = _extract(deepcopy(tree))
    except _FAILURES as error:
        what = type(error).__name__
        raise SourceError(
            name, f"the page can't be taken apart ({what}); save it again, or its text as .txt"
        ) from None
    metadata, provenance = read_page_metadata(tree)
    cleaned = _clean(extracted, metadata)
    if not metadata.publisher and (found := read_publisher(cleaned.removed, metadata.authors)):
        metadata, provenance["publisher"] = replace(metadata, publisher=found[0]), found[1]
    if not any(map(is_prose, cleaned.paragraphs)):
        raise SourceError(
            name,
            "no article was found in the page, only menus, links or headlines; if it has one, save "
            "its text as .txt",
        )
    text = join_paragraphs(cleaned.paragraphs)
    metadata = _settle_language(metadata, provenance, detect_language(text))
    return Incoming(
        text=text,
        metadata=metadata,
        source=name,
        original=raw,
        location=location_of(path),
        provenance=provenance,
        cleaner=_cleaner(),
    )


def _declared_encoding(raw: bytes) -> str | None:
    """The encoding that a page names at its start."""
    match = _DECLARATION.search(raw, 0, _DECLARED_WITHIN)
    return (match[1] or match[2]).decode("ascii") if match else None


def _parse(markup: str) -> HtmlElement:
    """The page as a tree, without comments.

    Raises:
        ValueError, lxml.etree.LxmlError: There is no element in it.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(markup.encode("utf-8"), parser=parser)
    except etree.LxmlError as error:
        raise ValueError(str(error)) from None


def _extract(tree: HtmlElement) -> str:
    """The page's main text by trafilatura, precise rather than complete, a paragraph a line.

    The tree is changed.
    """
    from trafilatura import bare_extraction

    _flatten_layout(tree)
    found = bare_extraction(tree, favor_precision=True, include_comments=False, with_metadata=False)
    text = (found.text or "") if found is not None and not isinstance(found, dict) else ""
    return re.sub(r"(?m)^- ", "", text)  # trafilatura's mark of a list item; it is not on the page.


def _flatten_layout(tree: HtmlElement) -> None:
    """Make plain parts of tables and lists that hold whole paragraphs.

    trafilatura writes a row of a table and an item of a list as one line, which would glue the
    paragraphs of old pages and the headings of live blogs to the sentences after them.
    """
    for part in list(tree.iter("table", "ul", "ol")):
        if part.find(".//p") is None and part.find(".//h1") is None:
            continue
        for element in part.iter("table", "tbody", "tr", "td", "ul", "ol", "li"):
            element.tag = "div"


def _clean(extracted: str, metadata: Metadata) -> Cleaned:
    """The article's paragraphs without headline, byline and what furniture was left."""
    paragraphs = split_paragraphs(extracted, may_be_wrapped=False)
    return remove_furniture(strip_head(paragraphs, metadata.title))


def _settle_language(
    metadata: Metadata, provenance: dict[str, str], detected: str | None
) -> Metadata:
    """What the text is in, where that can be told: templates often declare the site's language."""
    if detected is None or detected == metadata.language:
        return metadata
    declared = f"; the page declares {metadata.language!r}" if metadata.language else ""
    provenance["language"] = DETECTED + declared
    return replace(metadata, language=detected)


@lru_cache(maxsize=1)
def _cleaner() -> str:
    """The name and version of what this module cleans with."""
    return f"trafilatura/{version('trafilatura')}+onrecord/1"
