"""Drafts: a text that is to be printed, and every quotation in it with the speaker it names.

A file's format is told in ``draft_files``; ``draft_text``, ``draft_html`` and ``draft_docx`` turn
it into plain text; ``draft_marks`` pairs quotation marks; ``draft_blocks`` reads block quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from corpus import Article, Span
from qa.quotes.attribution import who_says
from qa.quotes.draft_blocks import block_quotations
from qa.quotes.draft_files import draft_from_bytes, path_for_people, read_file, text_as
from qa.quotes.draft_marks import Quoted, marked_quotations
from qa.quotes.draft_model import (
    CONTEXT,
    Draft,
    draft_quotation,
    paragraph_number,
    unbroken,
)
from qa.quotes.model import DraftQuotation

__all__ = ["Draft", "draft_from_bytes", "draft_of", "quotations_of", "read_draft"]

_TITLE = re.compile(
    r"\b(?:Adm|Capt|Cmdr|Col|Dr|Fr|Gen|Gov|Jr|Lt|Maj|Mr|Mrs|Ms|Prof|Rep|Rev|Sen|Sgt|Sr|St|[A-Z])\."
)
_CLAUSE = re.compile(r",? (?:who|whose|which)\b")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|$)")
_STAYS_OPEN = re.compile(r"[,—–-]\s*$")
_OPENS_AGAIN = re.compile(r"\s*[,—–-]")


def read_draft(path: str | Path) -> Draft:
    """Read a draft from a file.

    Args:
        path: Text, Markdown, HTML or DOCX, at most 20 MB; told apart by content and suffix.

    Raises:
        DraftUnreadable: As its message says: no file, another format, broken, not UTF-8, empty.
    """
    path = Path(path)
    return draft_from_bytes(read_file(path), path_for_people(path))


def draft_of(text: str, name: str, kind: Literal["text", "markdown", "html"] = "text") -> Draft:
    """A draft from a text, such as one that was pasted. Without a word it has no paragraphs.

    Raises:
        ValueError: There is no such kind, or the markup can't be taken apart.
    """
    return text_as(kind, text, name)


def quotations_of(draft: Draft) -> tuple[DraftQuotation, ...]:
    """Every quotation in a draft, in its order.

    What stands in quotation marks of any kind (not quotations inside it), each block quote, and
    in HTML each ``<q>``. A quotation goes on over a paragraph break where the next paragraph opens
    with a mark again, and over an attribution (``"…," she said, "…"``) unless it ended its sentence
    before it.

    Returns:
        ``draft.text[one.start : one.end]`` is the whole stretch, from its first word to its last
        one's punctuation, with what stands between its parts. ``one.quote`` is its parts only,
        joined with a space, a line break in them a space too. None overlaps another.
    """
    article = Article(id=draft.name, text=draft.text)
    found = [*_in_marks(draft, article), *block_quotations(draft, article)]
    return tuple(sorted(found, key=lambda one: one.start))


@dataclass(frozen=True, slots=True)
class _Attributed:
    """A quotation in marks, with what the draft says about its speaker."""

    quoted: Quoted
    speaker: str | None
    cue: Span | None


def _in_marks(draft: Draft, article: Article) -> Iterator[DraftQuotation]:
    """The quotations in marks, outside block quotes."""
    for is_prose, run in groupby(draft.paragraphs, lambda one: one.block_quote is None):
        if not is_prose:
            continue
        spans = [Span(one.start, one.end) for one in run]
        pieces = [_attributed(article, quoted) for quoted in marked_quotations(draft.text, spans)]
        yield from _joined(draft, pieces)


def _attributed(article: Article, quoted: Quoted) -> _Attributed:
    """Who says a quotation; of several paragraphs as if they were printed as one."""
    if len(quoted.parts) == 1:
        said = who_says(article, quoted.parts[0])
        return _Attributed(quoted, _short(said.speaker), said.cue)
    start, end = quoted.parts[0].start, quoted.parts[-1].end
    begin = max(start - CONTEXT, 0)
    words = " ".join(unbroken(article.text[part.start : part.end]) for part in quoted.parts)
    text = article.text[begin:start] + words + article.text[end : end + CONTEXT]
    inside = Span(start - begin, start - begin + len(words))
    said = who_says(Article(id=article.id, text=text), inside)
    cue = said.cue
    if cue is not None:
        shift = end - inside.end if cue.start >= inside.end else begin
        cue = Span(cue.start + shift, cue.end + shift)
    return _Attributed(quoted, _short(said.speaker), cue)


def _short(speaker: str | None) -> str | None:
    """The speaker without a clause about them: "The mayor, who read it" is "The mayor"."""
    return _CLAUSE.split(speaker, maxsplit=1)[0] if speaker else None


def _joined(draft: Draft, pieces: Sequence[_Attributed]) -> Iterator[DraftQuotation]:
    """Quotations, those around an attribution as one, or as two by the same speaker."""
    parts: list[Span] = []
    speaker: str | None = None
    before: _Attributed | None = None
    for piece in pieces:
        is_attributed = before is not None and _is_attributed_between(draft, before, piece)
        if before is not None and is_attributed and _goes_on(draft.text, before, piece):
            parts += piece.quoted.parts
        else:
            if parts:
                yield draft_quotation(draft, parts, speaker)
            parts = list(piece.quoted.parts)
            speaker = piece.speaker or (speaker if is_attributed else None)
        before = piece
    if parts:
        yield draft_quotation(draft, parts, speaker)


def _is_attributed_between(draft: Draft, before: _Attributed, after: _Attributed) -> bool:
    """Whether the words that name the first one's speaker stand between two in one paragraph."""
    start, end = before.quoted.closed, after.quoted.opened
    cue = before.cue
    return (
        cue is not None
        and start <= cue.start < cue.end <= end
        and paragraph_number(draft, start) == paragraph_number(draft, end)
    )


def _goes_on(text: str, before: _Attributed, after: _Attributed) -> bool:
    """Whether the first one's sentence is not at its end before the attribution, nor behind it."""
    between = text[before.quoted.closed : after.quoted.opened]
    last = before.quoted.parts[-1]
    is_open = _STAYS_OPEN.search(text[last.start : last.end]) or (
        not _SENTENCE_END.search(text[last.end - 1 : last.end]) and _OPENS_AGAIN.match(between)
    )
    return bool(is_open) and not _SENTENCE_END.search(_TITLE.sub("", between))
