"""The head of a saved page: the lines above the article that name it, its author and its date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.bylines import Byline, read_byline
from corpus.clean import is_prose
from corpus.dates import read_date
from corpus.model import Metadata
from corpus.names import read_names
from corpus.titles import Title, find_title, is_kicker
from corpus.wordlists import field_labels, furniture, simplify, words

MAX_HEAD_LINES = 60
"""A menu above the headline can be long; the search for a byline ends here."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines above an article state, and the paragraphs without them."""

    metadata: Metadata
    provenance: dict[str, str]
    paragraphs: tuple[str, ...]
    removed: tuple[str, ...] = ()


def read_head(paragraphs: Sequence[str]) -> Head:
    """Take the headline, the byline and the trail of links off the top of an article.

    Args:
        paragraphs: The whole text, from its first line, as ``clean.split_paragraphs`` gives it.

    Returns:
        The metadata that these lines state, and the other paragraphs in order, word for word.
        Where there is neither headline nor byline, that is all of them.
    """
    if labelled := _read_labelled(paragraphs):
        return labelled
    length = _head_length(paragraphs)
    bylines = _find_bylines(paragraphs, length)
    title = find_title(paragraphs, length, bylines)
    metadata, provenance = _describe(title, list(bylines.values()))
    gone = _lines_of_head(paragraphs, title, bylines)
    return Head(
        metadata,
        provenance,
        tuple(line for at, line in enumerate(paragraphs) if at not in gone),
        tuple(line for at, line in enumerate(paragraphs) if at in gone and at not in bylines),
    )


def strip_head(paragraphs: Sequence[str], title: str | None) -> tuple[str, ...]:
    """Take a known headline and the bylines off the top of an article.

    Args:
        paragraphs: The text as it was extracted from a page.
        title: The headline as the page states it elsewhere.

    Returns:
        The other paragraphs in order. Nothing below the first prose is looked at.
    """
    known, length = (title or "").casefold(), _head_length(paragraphs)
    head = [
        line
        for line in paragraphs[:length]
        if line.casefold() != known and not read_byline(line) and not is_kicker(line)
    ]
    return (*head, *paragraphs[length:])


def _read_labelled(paragraphs: Sequence[str]) -> Head | None:
    """Read a head of lines like "Title: ..."; ``None`` unless at least two open the text."""
    fields: dict[str, str] = {}
    for line in paragraphs:
        label, _, value = line.partition(":")
        name = field_labels().get(label.strip().casefold())
        if name is None or name in fields or not value.strip():
            break
        fields[name] = value.strip()
    if len(fields) < 2:
        return None
    provenance = dict.fromkeys(fields, "labelled line at the head of the file")
    published, url = read_date(fields.get("published", "")), fields.get("url")
    if "published" in fields and not published:
        provenance["published"] = f"published: could not read {fields['published']!r}"
    if url and not url.startswith(("http://", "https://")):
        provenance["url"], url = f"url: not a web address: {url!r}", None
    metadata = Metadata(
        title=fields.get("title"),
        authors=read_names(fields.get("authors", "")),
        published=published,
        publisher=fields.get("publisher"),
        section=fields.get("section"),
        licence=fields.get("licence"),
        url=url,
    )
    return Head(metadata, provenance, tuple(paragraphs[len(fields) :]))


def _head_length(paragraphs: Sequence[str]) -> int:
    """How many lines may belong to the head: to the first prose, or to a byline just below it."""
    top = paragraphs[:MAX_HEAD_LINES]
    own = [at for at, line in enumerate(top) if _is_own_prose(line)]
    first = own[0] if own else len(top)
    if first == 0 or any(read_byline(line) for line in top[:first]):
        return first
    end = first
    for at in range(first + 1, min(first + 4, len(top))):
        if at not in own and read_byline(top[at]):
            end = at + 1
    return end


def _is_own_prose(line: str) -> bool:
    """Whether a line is running text and no cookie notice."""
    return is_prose(line) and not furniture().kind_of(line)


def _find_bylines(paragraphs: Sequence[str], length: int) -> dict[int, Byline]:
    """The bylines of the head by line. Below a standfirst a date alone could be the article's."""
    found = {at: line for at in range(length) if (line := _byline_at(paragraphs, at))}
    named = any(line.authors for line in found.values())
    below_prose = any(_is_own_prose(paragraphs[at]) for at in range(length)) and not named
    return {} if below_prose else found


def _byline_at(paragraphs: Sequence[str], at: int) -> Byline | None:
    """The byline in a line, or in two of which the first is just "By"."""
    line = paragraphs[at]
    if at and simplify(paragraphs[at - 1]) in words("by"):
        return read_byline(f"By {line}") or read_byline(line)
    if simplify(line) in words("by") and at + 1 < len(paragraphs):
        return Byline(line) if read_byline(f"By {paragraphs[at + 1]}") else None
    return read_byline(line)


def _describe(title: Title | None, bylines: Sequence[Byline]) -> tuple[Metadata, dict[str, str]]:
    """The metadata of the head; of two lines that differ the first counts, of two dates none."""
    provenance: dict[str, str] = {}
    values: dict[str, str | None] = {"publisher": None, "section": None}
    authors: tuple[str, ...] = ()
    for line in bylines:
        read = f"byline line: {line.line!r}"
        for name, value in (("publisher", line.publisher), ("section", line.section)):
            if value and not values[name]:
                values[name], provenance[name] = value, read
        if line.authors and not authors:
            authors, provenance["authors"] = line.authors, read
    published = _describe_date(bylines, provenance)
    if title:
        provenance["title"] = title.how
        if title.publisher:
            values["publisher"], provenance["publisher"] = (
                title.publisher,
                "after the title in the name of the page",
            )
    return Metadata(
        title=title.text if title else None,
        authors=authors,
        published=published,
        publisher=values["publisher"],
        section=values["section"],
    ), provenance


def _describe_date(bylines: Sequence[Byline], provenance: dict[str, str]) -> str | None:
    """The day that the bylines agree on; what stands in the way of one goes to the provenance."""
    dated = [line for line in bylines if line.has_date]
    if not dated:
        return None
    days = {line.published for line in dated if line.published}
    if len(days) == 1:
        provenance["published"] = next(
            f"byline line: {line.line!r}" for line in dated if line.published
        )
        return days.pop()
    printed = [line.unread_date or line.published for line in dated]
    provenance["published"] = (
        f"published: could not tell the day from {', '.join(map(repr, printed))}"
    )
    return None


def _says_nothing(line: str) -> bool:
    """Whether a line between headline and byline is only a label, as "Published"."""
    return is_kicker(line) or simplify(line) in words("labels")


def _lines_of_head(
    paragraphs: Sequence[str], title: Title | None, bylines: Mapping[int, Byline]
) -> set[int]:
    """The lines that are the head's and not the article's."""
    gone = set(bylines)
    if title is None:
        return gone
    gone |= {title.place, *title.leads}
    last = max(gone)
    gone |= {at for at in range(last) if paragraphs[at].casefold() == title.text.casefold()}
    if title.leads or bylines:
        gone |= {at for at in range(title.place) if not is_prose(paragraphs[at])}
    gone |= {at for at in range(title.place, last) if _says_nothing(paragraphs[at])}
    return gone | {at for at in range(title.place) if is_kicker(paragraphs[at])}
