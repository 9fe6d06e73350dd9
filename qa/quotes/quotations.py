"""What stands in quotation marks, paragraph by paragraph.

A mark that is missing or too many must not turn everything behind it inside out, so every
paragraph starts afresh: only a quotation that is still open at the end of one, where the next one
opens with a mark, runs on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«"}
_MARK = re.compile("[\"“”„«»]|''")
_BREAK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)*")
_ENDS_LINE = re.compile(r"[.!?…:;,\"“”'’»)]\s*$")
_SINGLE_OPENING = re.compile(
    r"(?<![\w'‘’])['‘](?=[^\W\d_])(?!(?:em|til|tis|twas|cause|bout|round|n)\b)"
)
_SINGLE_CLOSING = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")
WRAPPED_CHARACTERS = range(40, 121)
"""Lines of such a length may be wrapped prose; a longer one is a paragraph."""


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """The inside of a pair of marks, within one paragraph."""

    start: int
    end: int
    is_closed: bool = True
    is_continued: bool = False
    """It goes on what was open at the end of the paragraph before."""


def quotations_in(text: str) -> tuple[Span, ...]:
    """The insides of the quotation marks of a text, in order, without the marks.

    Args:
        text: Any text. Straight, curly, low and angled marks count, and single ones that stand
            in no others and can't be apostrophes.

    Returns:
        One span for each paragraph of a quotation; none overlaps another. What is quoted inside
        a quotation belongs to the outer one. A quotation that nothing closes ends with its
        paragraph.

    >>> text = 'He said “no ‘fear’ here” and "go".'
    >>> [text[span.start : span.end] for span in quotations_in(text)]
    ['no ‘fear’ here', 'go']
    """
    return tuple(Span(found.start, found.end) for found in find_quotations(text))


@lru_cache(maxsize=128)
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text with what is known of their ends."""
    found: list[Quotation] = []
    runs_on = False
    paragraphs = paragraphs_of(text)
    for place, paragraph in enumerate(paragraphs):
        is_next_marked = place + 1 < len(paragraphs) and _opens(text, paragraphs[place + 1].start)
        inside = _in_paragraph(text, paragraph, runs_on)
        found += inside
        runs_on = bool(inside) and not inside[-1].is_closed and is_next_marked
    return tuple(found)


@lru_cache(maxsize=128)
def paragraphs_of(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, without the spaces around them; wrapped lines stay together."""
    found: list[Span] = []
    start = 0
    for gap in [*_BREAK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if gap and gap.group().count("\n") == 1 and _is_wrapped(text, start, gap):
            continue
        written = text[start:end]
        if written.strip():
            left = start + len(written) - len(written.lstrip())
            found.append(Span(left, start + len(written.rstrip())))
        start = gap.end() if gap else end
    return tuple(found)


def _is_wrapped(text: str, start: int, gap: re.Match[str]) -> bool:
    paragraph, following = text[start : gap.start()], text[gap.end() : gap.end() + 1]
    is_open = paragraph.count("“") > paragraph.count("”") or paragraph.count('"') % 2 == 1
    if following in '"“«' and not is_open and re.search(r"[\"”»]\s*[—–―-]", paragraph):
        return False  # a list of quotations, each with its speaker behind a dash
    line = text[max(start, text.rfind("\n", 0, gap.start()) + 1) : gap.start()].rstrip()
    return len(line) in WRAPPED_CHARACTERS and not _ENDS_LINE.search(line)


def _opens(text: str, start: int) -> bool:
    """Whether a paragraph opens with a mark."""
    return bool(re.compile(r"[\"“„«»']").match(text, start))


def _in_paragraph(text: str, paragraph: Span, runs_on: bool) -> list[Quotation]:
    """The quotations of one paragraph."""
    found = list(_in_marks(text, paragraph))
    found += _single(text, paragraph, found)
    found = sorted(one for one in found if text[one.start : one.end].strip())
    if runs_on and found and not text[paragraph.start : found[0].start].strip("\"“„«»'\n "):
        found[0] = replace(found[0], is_continued=True)
    return found


def _in_marks(text: str, paragraph: Span) -> Iterator[Quotation]:
    """Quotations in double and angled marks."""
    opening: re.Match[str] | None = None
    depth = 0
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if _is_measure(text, mark):
            continue
        if opening is None:
            opening, depth = (mark, 1) if _can_open(text, mark) else (None, 0)
        elif _closes(opening.group(), mark, text):
            depth = 0 if mark.group() == opening.group() else depth - 1
            if depth == 0:
                yield Quotation(opening.end(), mark.start())
                opening = None
        elif mark.group() in _PAIRS:
            opening, depth = _nested(text, paragraph, (opening, depth), mark)
    if opening is not None and opening.end() < paragraph.end:
        yield Quotation(opening.end(), paragraph.end, is_closed=False)


def _nested(
    text: str, paragraph: Span, state: tuple[re.Match[str], int], mark: re.Match[str]
) -> tuple[re.Match[str], int]:
    """The outer opening mark and the depth, behind an opening mark inside a quotation.

    It is nested where enough closing marks follow; else the first one strayed in.
    """
    opening, depth = state
    if opening.group() not in _PAIRS:
        return opening, depth + 1  # "he said “no” twice"
    closing = sum(text.count(char, mark.end(), paragraph.end) for char in _PAIRS[mark.group()])
    return (opening, depth + 1) if closing > depth else (mark, 1)


def _is_measure(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark means inches: 5'10"."""
    before = text[max(0, mark.start() - 4) : mark.start()]
    return mark.group() in ('"', "''") and bool(re.search(r"\d['’′]\d{1,2}$", before))


def _can_open(text: str, mark: re.Match[str]) -> bool:
    written = mark.group()
    after = text[mark.end() : mark.end() + 1]
    if written in ("”", "»"):
        # Some write ”so“, »so« or ”so”; before a space, or right behind a word, it only closes.
        before = text[mark.start() - 1 : mark.start()] if mark.start() else " "
        return bool(after.strip()) and (before.isspace() or before in "([—–-")
    if written in ('"', "''"):
        before = text[mark.start() - 1 : mark.start()] if mark.start() else " "
        return bool(after.strip()) and not (before.isalnum() and not after.isalnum())
    return bool(after.strip()) or written in "“„«"


def _closes(opening: str, mark: re.Match[str], text: str) -> bool:
    written = mark.group()
    if opening in ('"', "''"):
        if written != opening:
            return written == "”"
        return not _is_clear_opening(text, mark)
    if opening in _PAIRS:
        return written in _PAIRS[opening] or (written == '"' and not _is_clear_opening(text, mark))
    return written == opening or (opening == "”" and written == "“")


def _is_clear_opening(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark stands behind a space and before a word."""
    before = text[mark.start() - 1 : mark.start()] if mark.start() else " "
    after = text[mark.end() : mark.end() + 1]
    return before.isspace() and after.isalnum()


def _single(text: str, paragraph: Span, others: list[Quotation]) -> Iterator[Quotation]:
    """Quotations in single marks, where they stand in no others."""
    place = paragraph.start
    while opening := _SINGLE_OPENING.search(text, place, paragraph.end):
        place = opening.end()
        if any(one.start <= opening.start() < one.end for one in others):
            continue
        closing = _single_closing(text, place, paragraph.end)
        if closing is None:
            return
        if not any(place <= one.start < closing.start() for one in others):
            yield Quotation(place, closing.start())
            place = closing.end()


def _single_closing(text: str, start: int, end: int) -> re.Match[str] | None:
    """The mark that closes: rather one that can't be the apostrophe of a plural."""
    first: re.Match[str] | None = None
    for closing in _SINGLE_CLOSING.finditer(text, start, end):
        if text[closing.start() - 1] != "s":
            return closing
        first = first or closing
    return first
