"""What a saved page's own words say about the article, each with the words it was read from.

Conductor of the plain-text cleaner: ``read_plain_page`` calls ``clean``, ``heads`` and the readers
here in order. What does not stand on the page stays unknown: a date in the prose, in a comment or
beside a related article is not the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.clean import join_paragraphs, remove_furniture, split_paragraphs
from corpus.heads import read_head
from corpus.language import detect_language
from corpus.model import Metadata

DETECTED = "detected from the text"
"""The provenance of a language that nobody stated."""

_BEGUN = r"[^\W\d_a-zà-ÿ](?:[\w&’'-]|\.(?=\w))*"
_NAME = rf"(?P<name>{_BEGUN}(?: (?:{_BEGUN}|\d+|de|del|la|of|the|and|y|&)){{0,6}}?)"
_YEARS = r"(?:(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?)"
_STATEMENTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:with attribution to|con atribución a|citando a) {_NAME}"
        r"(?=[,.;]| in | at | and | with | en |$)",
        rf"(?:©|\([cC]\)|(?i:copyright))(?: ?©)?[ ,]*{_YEARS}?[ ,.]*(?i:by )?{_NAME}"
        r"(?=[,.;|·]| [-–] | All | Todos |$)",
        r"(?i:(?:first|originally) (?:appeared|published) (?:on|in|by)|"
        rf"publicad[oa] originalmente (?:en|por)) {_NAME}(?=[,.;]| and | under | y |$)",
        rf"^(?i:about|sobre|acerca de) {_NAME}$",
        rf"(?i:to send) {_NAME} (?i:your comments)",
    )
)
"""From the plainest statement to the weakest; the first that matches a line is taken."""

_NOT_PUBLISHERS = frozenset(
    {
        "us",
        "me",
        "the author",
        "the authors",
        "this story",
        "this article",
        "nosotros",
        "el autor",
        "la autora",
        "all",
    }
)


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A plain text taken apart."""

    text: str
    """The article alone; empty when nothing of the page was an article."""
    metadata: Metadata
    provenance: dict[str, str]


def read_plain_page(text: str) -> PlainPage:
    """Read an article that was saved as plain text, with or without the page around it.

    Args:
        text: The file's text.

    Returns:
        The article's paragraphs with a blank line between two, and what the page states about it.
    """
    head = read_head(split_paragraphs(text))
    cleaned = remove_furniture(head.paragraphs)
    article = join_paragraphs(cleaned.paragraphs)
    metadata, provenance = head.metadata, dict(head.provenance)
    notes = (*head.removed, *cleaned.removed)
    if found := read_publisher(notes, metadata.authors):
        metadata, provenance["publisher"] = replace(metadata, publisher=found[0]), found[1]
    if found := read_licence(notes):
        metadata, provenance["licence"] = replace(metadata, licence=found[0]), found[1]
    if language := detect_language(article):
        metadata, provenance["language"] = replace(metadata, language=language), DETECTED
    return PlainPage(article, metadata, provenance)


def read_publisher(notes: Iterable[str], authors: Sequence[str] = ()) -> tuple[str, str] | None:
    """The publisher that a page names in its own notes, and the words that name it.

    Args:
        notes: Lines of the page that are not the article's.
        authors: The article's authors; a note "About Jane Doe" does not make her the publisher.

    >>> read_publisher(["© 2021 The Daily Example. All rights reserved."])
    ('The Daily Example', "note on the page: '© 2021 The Daily Example'")
    """
    lines = list(notes)
    nobody = _NOT_PUBLISHERS | {author.casefold() for author in authors}
    for statement in _STATEMENTS:
        for line in lines:
            match = statement.search(line)
            if match and match["name"].casefold() not in nobody:
                return match["name"], f"note on the page: {match.group().strip()!r}"
    return None


def read_licence(notes: Iterable[str]) -> tuple[str, str] | None:
    """The licence that a page states in its own notes, and the words that state it.

    Args:
        notes: Lines of the page that are not the article's.

    >>> read_licence(["Licensed under CC BY-NC 4.0."])
    ('CC BY-NC 4.0', "note on the page: 'CC BY-NC 4.0'")
    >>> read_licence(["Our pictures come from Creative Commons."]) is None
    True
    """
    for line in notes:
        if match := re.search(r"\bCC[ -]BY(?:-(?:NC|SA|ND)){0,2}(?: \d\.\d)?\b", line):
            return match.group(), f"note on the page: {match.group()!r}"
        folded = line.casefold()
        conditions = (r"creative commons", r"non-?commercial|no comercial", r"attribut|atribuci")
        if all(re.search(condition, folded) for condition in conditions):
            licence = "Creative Commons, non-commercial, with attribution (as stated on the page)"
            return licence, f"note on the page: {shorten(line)!r}"
    return None


def shorten(words: str, length: int = 120) -> str:
    """Words of a page for the provenance, cut where they are long."""
    return words if len(words) <= length else words[: length - 1] + "…"
