"""A text with several marked places: what was quoted, what was left out, and each change by name.

As in ``markup``, offsets count into the text as it stands, which is cut first and escaped last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Span
from ui import words
from ui.render.markup import escape

LONGEST_GAP = 400
"""Characters; of a longer stretch that the quotation leaves out, only the ends are shown."""
GAP_END = 120


@dataclass(frozen=True, slots=True)
class Marking:
    """A place with the name of what happened there; an empty span is where something is missing."""

    span: Span
    name: str
    bears_on_meaning: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text: inside a quoted piece, between two, or outside of all."""

    span: Span
    kind: str


def placed_html(
    text: str,
    window: Span,
    *,
    pieces: Sequence[Span],
    markings: Sequence[Marking] = (),
    mark_pieces: bool = False,
) -> str:
    """Escape ``text[window]``, with the unquoted words set back and the markings in their places.

    Args:
        text: The whole text that all offsets count into.
        window: The part to show.
        pieces: What was quoted, in order, apart from one another.
        markings: What to mark and name, in any order.
        mark_pieces: Mark the pieces themselves.

    Returns:
        HTML which, without its tags and names and unescaped, is ``text[window]`` again, except
        where a long gap is shortened.
    """
    todo = sorted(markings, key=lambda one: (one.span.start, one.span.end))
    stretches = list(stretches_of(window, pieces))
    shown = []
    for place, stretch in enumerate(stretches):
        is_last = place == len(stretches) - 1
        here = [one for one in todo if _begins_in(one.span, stretch.span, is_last=is_last)]
        shown.append(_stretch(text, stretch, here, mark_pieces=mark_pieces))
    return "".join(shown)


def stretches_of(window: Span, pieces: Sequence[Span]) -> Iterator[Stretch]:
    """Cut a window at the edges of the pieces.

    >>> [stretch.kind for stretch in stretches_of(Span(0, 9), [Span(2, 4), Span(6, 9)])]
    ['outside', 'piece', 'gap', 'piece']
    """
    at = window.start
    for piece in pieces:
        start, end = max(piece.start, window.start), min(piece.end, window.end)
        if start >= end:
            continue
        if at < start:
            yield Stretch(Span(at, start), "outside" if piece is pieces[0] else "gap")
        yield Stretch(Span(start, end), "piece")
        at = end
    if at < window.end:
        yield Stretch(Span(at, window.end), "outside")


def _begins_in(span: Span, stretch: Span, *, is_last: bool) -> bool:
    if is_last and span.start == span.end == stretch.end:
        return True
    return stretch.start <= span.start < stretch.end


def _stretch(text: str, stretch: Stretch, markings: Sequence[Marking], *, mark_pieces: bool) -> str:
    inner = _marked(text, stretch.span, markings)
    if stretch.kind == "piece":
        return f'<mark class="or-piece">{inner}</mark>' if mark_pieces else inner
    if stretch.kind == "outside":
        return f'<span class="or-unquoted">{inner}</span>'
    if stretch.span.end - stretch.span.start > LONGEST_GAP and not markings:
        inner = _shortened(text[stretch.span.start : stretch.span.end])
    return f'<span class="or-gap">{inner}{name_html(words.LEFT_OUT)}</span>'


def _marked(text: str, part: Span, markings: Sequence[Marking]) -> str:
    """Markings that overlap an earlier one begin where that ends."""
    pieces, at = [], part.start
    for marking in markings:
        start, end = max(at, marking.span.start), max(at, marking.span.end)
        end = min(end, part.end)
        pieces += [escape(text[at:start]), marking_html(text[start:end], marking)]
        at = end
    return "".join([*pieces, escape(text[at : part.end])])


def marking_html(marked: str, marking: Marking) -> str:
    """A marked place and its name; an empty one is a caret."""
    weight = "or-grave" if marking.bears_on_meaning else "or-slight"
    if not marked.strip():
        return (
            f'{escape(marked)}<mark class="or-change or-empty {weight}">{CARET}'
            f"{name_html(marking.name)}</mark> "
        )
    return f'<mark class="or-change {weight}">{escape(marked)}{name_html(marking.name)}</mark>'


CARET = '<span class="or-caret" aria-hidden="true">\u2038</span>'


def name_html(name: str) -> str:
    """A name beside a place, apart from the text for screen readers too."""
    hidden = '<span class="or-hidden">{}</span>'
    return f'<span class="or-tag">{hidden.format(" (")}{escape(name)}{hidden.format(") ")}</span>'


def _shortened(gap: str) -> str:
    head = gap[:GAP_END].rsplit(None, 1)[0]
    tail = gap[-GAP_END:].split(None, 1)[-1]
    between = gap[len(head) : len(gap) - len(tail)]
    count = len(re.findall(r"\S+", between))
    return (
        f'{escape(head)} <span class="or-cut">[{escape(words.left_out(count))}]</span> '
        f"{escape(tail)}"
    )
