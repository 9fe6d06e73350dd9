"""Quotation marks of every kind, paired; nested quotations belong to the outer one.

A mark's place tells whether it opens or closes, as the straight ones are the same on both sides
and other languages turn theirs round. Marks of another family inside a quotation are part of it.
To add a family of marks, name its characters in ``_FAMILIES``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus import Span

_FAMILIES = {
    "double": '“”„‟"＂',
    "angle": "«»",
    "small angle": "‹›",
    "corner": "「」",
    "white corner": "『』",
    "single": "‘’‚'",
}
_FAMILY_OF = {mark: family for family, marks in _FAMILIES.items() for mark in marks}
_MARK = re.compile(f"[{re.escape(''.join(_FAMILY_OF))}]")
_NEVER_OPEN = frozenset("’」』")
_NEVER_CLOSE = frozenset("„‚「『")

_ELISION = re.compile(
    r"['‘’](?:\d0s|tis|twas|til|till|em|er|im|n|cause|bout|round|cept|s|t|d|ll|re|ve|m)\b",
    re.IGNORECASE,
)
_FEET_AND_INCHES = re.compile(r"\d['’′]\d{1,2}\b[\"”″]?|\d['’′] \d{1,2}[\"”″]")
_BEFORE_OPENING = "([{¿¡/:"
_AFTER_OPENING = "([{$£€#@¿¡…—–-.*_&"
_MOST_MARKS = 200
_MOST_PARAGRAPHS = 100
"""No quotation has more marks inside a paragraph of it, nor more paragraphs; looking further for a
mark that is missing would take as long as the text is long, for every mark."""
_ENDS_SPEECH = frozenset(".,!?…;:—–-")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with its marks: ``text[opened:closed]`` begins and ends with them."""

    parts: tuple[Span, ...]
    """What stands between the marks; one for each paragraph that opens with a mark again."""
    opened: int
    closed: int
    """The end of the last part where the closing mark is missing."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    family: str
    opens: bool
    closes: bool
    begins_line: bool

    @property
    def end(self) -> int:
        return self.start + 1


def marked_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quoted, ...]:
    r"""The outermost quotations in paragraphs that follow each other.

    Args:
        text: What the paragraphs' offsets count into.
        paragraphs: In order. A quotation that is open at the end of one goes on in the next when
            that begins with a mark of the same family.

    Returns:
        In order, none empty. One whose closing mark is missing ends with its paragraph, or where
        the next one opens; with single marks it is none, but an apostrophe.

    >>> [quoted.parts for quoted in marked_quotations('He is 5\'10" and "well".', [Span(0, 23)])]
    [(Span(start=17, end=21),)]
    """
    scanner = _Scanner(text, paragraphs)
    found = []
    place = _Place(0, 0)
    while (opener := scanner.next_opener(place)) is not None:
        quoted, place = scanner.read(opener)
        if quoted is not None:
            found.append(quoted)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Place:
    """A mark: the number of its paragraph, and its own among the marks of the paragraph."""

    paragraph: int
    mark: int


class _Scanner:
    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.marks = [_marks(text, paragraph) for paragraph in paragraphs]

    def next_opener(self, place: _Place) -> _Place | None:
        """The first mark at or after a place that can open a quotation."""
        begin = place.mark
        for number in range(place.paragraph, len(self.marks)):
            for at in range(begin, len(self.marks[number])):
                if self.marks[number][at].opens:
                    return _Place(number, at)
            begin = 0
        return None

    def read(self, opener: _Place) -> tuple[Quoted | None, _Place]:
        """The quotation that a mark opens, if it does, and the place to go on from."""
        first = self.marks[opener.paragraph][opener.mark]
        parts: list[Span] = []
        begin, number, at = first.end, opener.paragraph, opener.mark + 1
        while True:
            cuts, closer = self._closer(number, at, first.family)
            for cut in cuts:
                parts.append(Span(begin, cut.start))
                begin = cut.end
            if closer is not None:
                end = self.marks[number][closer].start
                parts.append(Span(begin, end))
                return self._quoted(first, parts, end + 1), _Place(number, closer + 1)
            parts.append(Span(begin, self.paragraphs[number].end))
            number, at = number + 1, 1
            is_too_long = number - opener.paragraph >= _MOST_PARAGRAPHS
            if is_too_long or not self._goes_on(number, first.family):
                return self._unclosed(opener)
            begin = self.marks[number][0].end

    def _closer(self, number: int, at: int, family: str) -> tuple[list[_Mark], int | None]:
        """The mark that closes, and those before it that only open a line of the quotation."""
        if family == "single":
            return [], self._single_closer(number, at)
        depth = 1
        cuts: list[_Mark] = []
        for place in self._of_family(number, at, family):
            mark = self.marks[number][place]
            if mark.opens and mark.begins_line:
                cuts.append(mark)
            elif not mark.closes:
                depth += 1
            elif not self._is_inch(number, place):
                depth -= 1
            if depth == 0:
                return cuts, place
        return [], None

    def _of_family(self, number: int, at: int, family: str) -> list[int]:
        """The marks of a family in a paragraph from one on."""
        marks = self.marks[number]
        end = min(len(marks), at + _MOST_MARKS)
        return [place for place in range(at, end) if marks[place].family == family]

    def _is_inch(self, number: int, place: int) -> bool:
        """Whether a mark after a digit stands for inches: another one closes the quotation."""
        mark = self.marks[number][place]
        if not re.match(r"\d\"[ -][a-z]", self.text[mark.start - 1 : mark.start + 3]):
            return False
        after = [
            self.marks[number][later]
            for later in self._of_family(number, place + 1, mark.family)
            if not self.text[self.marks[number][later].start - 1].isdigit()
        ]
        return bool(after) and after[0].closes and not after[0].opens

    def _single_closer(self, number: int, at: int) -> int | None:
        """The closing mark that is the least likely an apostrophe, before the next opening one."""
        closers: list[tuple[int, int]] = []
        for place in self._of_family(number, at, "single"):
            mark = self.marks[number][place]
            if mark.opens and not mark.closes:
                break
            if mark.closes:
                before = self.text[mark.start - 1]
                rank = 0 if before in _ENDS_SPEECH else 2 if before in "sS" else 1
                after = self.text[mark.end : mark.end + 1]
                rank = 1 if rank == 2 and after in ("", ".", ",", ";", ":", ")") else rank
                closers.append((rank, place))
        return min(closers)[1] if closers else None

    def _goes_on(self, number: int, family: str) -> bool:
        """Whether a paragraph begins with a mark of the family."""
        if number >= len(self.paragraphs) or not self.marks[number]:
            return False
        first = self.marks[number][0]
        return first.family == family and first.start == self.paragraphs[number].start

    def _unclosed(self, opener: _Place) -> tuple[Quoted | None, _Place]:
        """What a mark without its closing one quotes: up to the next opening one or the end."""
        after = _Place(opener.paragraph, opener.mark + 1)
        first = self.marks[opener.paragraph][opener.mark]
        if first.family == "single":
            return None, after
        end, following = self.paragraphs[opener.paragraph].end, _Place(opener.paragraph + 1, 0)
        for at in self._of_family(opener.paragraph, after.mark, first.family)[:1]:
            end, following = self.marks[opener.paragraph][at].start, replace(after, mark=at)
        return self._quoted(first, [Span(first.end, end)], end), following

    def _quoted(self, first: _Mark, parts: Sequence[Span], closed: int) -> Quoted | None:
        """The quotation, without blank space at the ends of its parts; ``None`` without a word."""
        kept = [span for part in parts if (span := trimmed(self.text, part))]
        if not any(map(str.isalnum, self.text[first.start : closed])) or not kept:
            return None
        return Quoted(tuple(kept), first.start, closed)


def trimmed(text: str, span: Span) -> Span | None:
    """The span without blank space at its ends; ``None`` when nothing is left."""
    inner = text[span.start : span.end]
    start = span.start + len(inner) - len(inner.lstrip())
    end = span.start + len(inner.rstrip())
    return Span(start, end) if start < end else None


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    """The quotation marks of a paragraph; apostrophes and inches are none."""
    measures = {
        at
        for match in _FEET_AND_INCHES.finditer(text, paragraph.start, paragraph.end)
        for at in range(match.start(), match.end())
    }
    found = [
        _mark(text, match.start(), paragraph)
        for match in _MARK.finditer(text, paragraph.start, paragraph.end)
        if match.start() not in measures
    ]
    return [mark for mark in found if mark.opens or mark.closes]


def _mark(text: str, at: int, paragraph: Span) -> _Mark:
    """What a mark can be, by its character and by what stands around it and its neighbours."""
    char = text[at]
    family = _FAMILY_OF[char]
    before, after = _around(text, at, paragraph)
    opens = _may_open(before, after)
    closes = not before.isspace() and not (opens and before in _BEFORE_OPENING)
    if char == '"' and not opens:  # also with spaces, as in " so "
        opens, closes = before.isspace() and after.isspace(), True
    elif char in _NEVER_CLOSE:
        opens, closes = True, False
    elif char in "“«‹":  # also turned round, as in »so«, and with spaces, as in « so »
        is_end = closes and not opens and not after.isalnum()
        opens, closes = not is_end, is_end
    elif char in "”»›":
        opens = opens and before not in "—–-"
        closes = not opens
    if family == "single":
        opens = opens and char != "’" and not _ELISION.match(text, at)
        closes = closes and not after.isalnum()
    begins_line = at > paragraph.start and text[at - 1] == "\n"
    return _Mark(at, family, opens and char not in _NEVER_OPEN, closes, begins_line)


def _around(text: str, at: int, paragraph: Span) -> tuple[str, str]:
    """The characters before and after a mark and others beside it; a space at the ends."""
    before, after = at - 1, at + 1
    while before >= paragraph.start and text[before] in _FAMILY_OF:
        before -= 1
    while after < paragraph.end and text[after] in _FAMILY_OF:
        after += 1
    return (
        text[before] if before >= paragraph.start else " ",
        text[after] if after < paragraph.end else " ",
    )


def _may_open(before: str, after: str) -> bool:
    """Whether a quotation can begin between two characters."""
    is_free = before.isspace() or before in _BEFORE_OPENING or before in "—–-"
    return is_free and (after.isalnum() or after in _AFTER_OPENING)
