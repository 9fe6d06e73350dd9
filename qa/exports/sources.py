"""Citations in a report: the sentence with the cited words in bold, and the source to file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from corpus import Span
from index import Hit
from qa.abstentions import readable
from qa.exports.addresses import text_fragment_url, web_address
from qa.exports.blocks import Block, Fields, Heading, Paragraph, Run, Runs, field
from qa.model import Citation
from qa.source_lines import UNKNOWN, source_line

FROM_DETAILS = "This comes from the article's own details, not from its text."


def emphasised(text: str, places: Iterable[Span], *, language: str | None) -> Runs:
    """A text in runs, with the places in bold; places may overlap, and none are outside."""
    bold = {at for place in places for at in range(place.start, place.end)}
    pieces = groupby(range(len(text)), key=lambda at: at in bold)
    return tuple(
        Run("".join(text[at] for at in piece), is_bold=is_bold, language=language)
        for is_bold, piece in pieces
    )


def evidence(citations: Sequence[Citation]) -> list[Paragraph]:
    """Each sentence once, the cited words in it in bold, with the numbers of its citations."""
    sentences: dict[tuple[str, int, int | None], list[Citation]] = {}
    for one in citations:
        place = one.article_id, one.revision, one.sentence_start
        sentences.setdefault(place, []).append(one)
    return [_sentence(group) for group in sentences.values()]


def _sentence(group: Sequence[Citation]) -> Paragraph:
    first = group[0]
    numbers = Run(" " + "".join(f"[{one.number}]" for one in group))
    if first.start is None:
        return Paragraph((Run(FROM_DETAILS), numbers))
    runs = emphasised(first.sentence, filter(None, map(_place, group)), language=first.language)
    return Paragraph((*runs, numbers), style="quote")


def _place(citation: Citation) -> Span | None:
    """Where the cited words stand in their sentence; ``None`` unless they do stand there."""
    if citation.start is None or citation.end is None or citation.sentence_start is None:
        return None
    start, end = (at - citation.sentence_start for at in (citation.start, citation.end))
    is_there = start >= 0 and citation.sentence[start:end] == citation.exact
    return Span(start, end) if is_there else None


def numbered_source(citation: Citation, *, level: int) -> list[Block]:
    """A source under its number, with everything that a copy desk files."""
    title = citation.title or "Title unknown"
    return [Heading(f"[{citation.number}] {title}", level), source_fields(citation)]


def source_fields(citation: Citation) -> Fields:
    """Who published the words and when, and where they stand; the unknown says so."""
    language = citation.language
    about = (
        field("Title", citation.title or UNKNOWN, language=language),
        field("Authors", ", ".join(citation.authors) or UNKNOWN),
        field("Publisher", citation.publisher or UNKNOWN),
        field("Published", readable(citation.published) if citation.published else UNKNOWN),
        ("Address", (linked(citation.url),)),
        *_fragment(citation),
        field("Licence", citation.licence or UNKNOWN),
        field("Language", language or UNKNOWN),
    )
    return Fields((*about, *_state(citation), *_position(citation)))


def linked(url: str | None) -> Run:
    """An address that leads there where it is one of the web, and text where it is not."""
    return Run(url or UNKNOWN, address=web_address(url))


def _fragment(citation: Citation) -> Iterable[tuple[str, Runs]]:
    address = text_fragment_url(citation)
    return [("On the page", (Run("open it at these words", address=address),))] if address else []


def _state(record: Citation | Hit) -> Iterable[tuple[str, Runs]]:
    """Which article, and which state of its text."""
    is_older = isinstance(record, Citation) and not record.current
    older = " (replaced by a newer one)" if is_older else ""
    return [
        field("Article id", record.article_id),
        field("Revision", f"{record.revision}{older}"),
        field("SHA-256 of the text", record.text_sha256),
    ]


def _position(citation: Citation) -> Iterable[tuple[str, Runs]]:
    if citation.start is None:
        return [field("Characters", "the article as a whole")]
    language = citation.language
    return [
        field("Characters", f"{citation.start}–{citation.end}"),
        field("Exact words", citation.exact, language=language),
        field("Words before", citation.prefix or "none", language=language),
        field("Words after", citation.suffix or "none", language=language),
    ]


def nearest_passage(hit: Hit) -> list[Block]:
    """A passage that does not answer the question, with its source."""
    rows = (
        field("Source", source_line(hit)),
        ("Address", (linked(hit.url),)),
        *_state(hit),
        field("Characters", f"{hit.start}–{hit.end}"),
    )
    return [Paragraph((Run(hit.text),), style="quote"), Fields(rows)]
