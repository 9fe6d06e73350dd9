"""An article in full: the place that a link names, and every place of the words looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby, pairwise

from corpus import Revision, Span
from ui import words, words_reading
from ui.opening import Opened
from ui.render.dates import plain_date
from ui.render.markup import MARK_ID, TOP_ID, Html, escape, isolated, link, notice
from ui.render.sources import SHOWN_OF_HASH, lang_of, source_line
from ui.spans import overlap, paragraphs

HERE = "or-here"
"""The class of the place that is being looked at."""
FOUND_ID = "found"
"""With a hyphen and a number from 0, the id of a place that was looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the text that is shown in one way."""

    span: Span = field(kw_only=False)
    is_marked: bool
    """Whether it is of the sentences around the place."""
    is_strong: bool
    """Whether it is of the place itself."""
    found: int | None
    """Of which place of the words that are looked for, from 0."""


def reader_html(opened: Opened, found: Sequence[Span] = (), *, at: int = 0) -> Html:
    """The article with its source line and all of its paragraphs.

    Args:
        opened: The article, and the place that is marked in it.
        found: Places of the words that are looked for, in order and apart from one another.
        at: Which of them is looked at first, from 0.
    """
    article = opened.article
    title = isolated(article.title) if article.title else words.UNTITLED
    notices = [notice(text, kind="warning").body for text in _warnings(opened)]
    skip = f'<p class="or-skip"><a href="#{MARK_ID}">{words.TO_THE_MARK}</a></p>'
    return Html(
        f'<div class="or-reading"><article{lang_of(article)}>'
        f'<h1 id="{TOP_ID}" tabindex="-1" dir="auto">{title}</h1>'
        f"{''.join(notices)}{source_line(article, in_full=True)}"
        f"{skip if opened.place else ''}"
        f'<div class="or-text">{text_html(opened, found, at=at)}</div></article></div>'
    )


def text_html(opened: Opened, found: Sequence[Span], *, at: int = 0) -> str:
    """The paragraphs; without its tags and unescaped, this is the article's text again."""
    text, mark_id = opened.article.text, MARK_ID
    pieces, shown_to = [], 0
    for paragraph in paragraphs(text, Span(0, len(text))):
        inner = []
        for is_marked, parts in groupby(parts_of(paragraph, opened, found), _is_marked):
            shown = "".join(_part(text, part, found, at=at) for part in parts)
            if is_marked:
                named = f' id="{mark_id}" tabindex="-1"' if mark_id else ""
                shown, mark_id = f"<mark{named}>{shown}</mark>", ""
            inner.append(shown)
        pieces += [escape(text[shown_to : paragraph.start]), f'<p dir="auto">{"".join(inner)}</p>']
        shown_to = paragraph.end
    return "".join([*pieces, escape(text[shown_to:])])


def parts_of(window: Span, opened: Opened, found: Sequence[Span]) -> Iterator[Part]:
    """Cut a window at every edge of a place, so that each part is the same throughout."""
    around = overlap(window, opened.around)
    place = overlap(window, opened.place)
    here = [(number, both) for number, one in enumerate(found) if (both := overlap(window, one))]
    edges = {window.start, window.end}
    for span in [around, place, *(one for _, one in here)]:
        edges |= {span.start, span.end} if span else set()
    for start, end in pairwise(sorted(edges)):
        yield Part(
            Span(start, end),
            is_marked=_holds(around, start),
            is_strong=_holds(place, start) and place != around,
            found=next((number for number, one in here if _holds(one, start)), None),
        )


def steps_html(total: int, *, at: int = 0, wanted: str = "") -> Html:
    """How many places there are, and the buttons that lead from one to the next.

    Args:
        total: How many.
        at: Which of them is looked at, from 0.
        wanted: What was written into the field; empty where the places are of the cited words.
    """
    named = f'class="or-steps" data-words="{escape(wanted)}"'
    if not total:
        return Html(f'<p {named} role="status">{words_reading.NOT_HERE}</p>')
    pattern = words_reading.place_of(total)
    count = pattern.replace("#", f"{at + 1:,}")
    return Html(
        f'<div {named} data-at="{at}"><span role="status" data-pattern="{pattern}">{count}</span>'
        f"{_step(-1, words_reading.PREVIOUS, '↑')}{_step(1, words_reading.NEXT, '↓')}</div>"
    )


def revisions_html(opened: Opened) -> Html:
    """Every revision with its date and hash, the newest first."""
    heads = (
        words_reading.REVISION, words_reading.STATE, words_reading.ADDED, words_reading.LENGTH,
        words_reading.HASH,
    )  # fmt: skip
    cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
    lines = "".join(_revision(one, opened) for one in reversed(opened.revisions))
    return Html(
        f'<table class="or-revisions"><thead><tr>{cells}</tr></thead><tbody>{lines}</tbody></table>'
    )


def publisher_html(opened: Opened, address: str | None) -> Html:
    """The link to the publisher's page; following it is the reader's own act."""
    if address is None:
        return Html(f'<p class="or-meta">{words_reading.NO_ADDRESS}</p>')
    named = words_reading.AT_THE_PUBLISHER if opened.place else words_reading.AT_THE_PUBLISHER_WHOLE
    return Html(
        f'<p class="or-away">{link(address, text=named)}</p>'
        f'<p class="or-meta">{words_reading.LEAVES}</p>'
    )


def plain_time(at: str) -> str:
    """A time of the library for people.

    >>> plain_time("2017-06-22T14:05:09Z")
    '22 June 2017, 14:05 UTC'
    """
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{plain_date(moment.date().isoformat())}, {moment:%H:%M} UTC"


def _warnings(opened: Opened) -> Iterator[str]:
    if not opened.is_current:
        yield words_reading.older(opened.article.revision, opened.revisions[-1].revision)
    if opened.trouble:
        yield opened.trouble


def _holds(span: Span | None, offset: int) -> bool:
    return span is not None and span.start <= offset < span.end


def _is_marked(part: Part) -> bool:
    return part.is_marked


def _part(text: str, part: Part, found: Sequence[Span], *, at: int) -> str:
    shown = escape(text[part.span.start : part.span.end])
    if part.is_strong:
        shown = f"<strong>{shown}</strong>"
    if part.found is None:
        return shown
    begins = part.span.start == found[part.found].start
    named = f' id="{FOUND_ID}-{part.found}" tabindex="-1"' if begins else ""
    here = f" {HERE}" if part.found == at else ""
    return f'<mark class="or-found{here}" data-found="{part.found}"{named}>{shown}</mark>'


def _step(by: int, label: str, sign: str) -> str:
    return (
        f'<button type="button" class="or-step" data-by="{by}" aria-label="{label}" '
        f'title="{label}"><span aria-hidden="true">{sign}</span></button>'
    )


def _revision(revision: Revision, opened: Opened) -> str:
    state = words_reading.CURRENT if revision.current else words_reading.REPLACED
    if revision.revision == opened.article.revision:
        state = f"{state}, {words_reading.OPEN_HERE}"
    cells = (
        state, escape(plain_time(revision.ingested_at)),
        words_reading.characters(revision.characters),
        f"<code>{escape(revision.text_sha256[:SHOWN_OF_HASH])}</code>",
    )  # fmt: skip
    shown = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">{revision.revision}</th>{shown}</tr>'
