"""Plain text in, the article's own paragraphs out: page furniture removed, words never changed.

A lost sentence makes OnRecord say "not found" of something that was printed, and a left-over line
only costs a little room. So a line goes when it stands alone and is known (``furniture.toml``), and
the text is cut only where a known heading has strong evidence around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.dates import find_dates
from corpus.wordlists import Kind, furniture

CLEANER = "onrecord-text/1"
"""Stored with every article that this module cleaned. Raise the number when its output changes."""

MAX_WRAPPED_LINE = 120
"""Lines of a text that was wrapped by hand or by an editor are no longer than this."""

MAX_CANDIDATES = 40
"""Headings that are weighed as the end of an article; a page with more is no article."""

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
_TERMINAL = re.compile(r"[.…!?][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article's paragraphs, and the lines that were taken away from among them, in order."""

    paragraphs: tuple[str, ...]
    removed: tuple[str, ...] = ()


def split_paragraphs(text: str, *, may_be_wrapped: bool = True) -> list[str]:
    r"""Cut a text into paragraphs, each on one line with single spaces.

    Args:
        text: Any text. Every line is a paragraph, unless the text was wrapped at a fixed width:
            then lines that were broken to fit are joined again.
        may_be_wrapped: False where it is known that a line is a paragraph.

    Returns:
        The paragraphs in order, in Unicode NFC, without control characters, none of them empty.

    >>> split_paragraphs("One  line.\r\n\r\nAnother\u00a0line.\n")
    ['One line.', 'Another line.']
    """
    lines = [_tidy_line(line) for line in _LINE_ENDS.sub("\n", text).split("\n")]
    width = max(map(len, lines))
    if may_be_wrapped and _is_wrapped(lines, width):
        return _unwrap(lines, width)
    return [line for line in lines if line]


def join_paragraphs(paragraphs: Sequence[str]) -> str:
    """The text of an article: its paragraphs, with exactly one blank line between two."""
    return "\n\n".join(paragraphs)


def is_prose(line: str) -> bool:
    """Whether a line is running text and no heading, name, date or button.

    >>> is_prose("Police seized 180 kilos of cocaine in the port."), is_prose("What Next for Peru?")
    (True, False)
    """
    words = len(line.split())
    if words >= 25:
        return True
    return bool(_TERMINAL.search(line)) and words >= (
        8 if line.rstrip("\"'”’»)]")[-1:] in ".…" else 16
    )


def remove_furniture(paragraphs: Sequence[str]) -> Cleaned:
    """Take the page's furniture out of an article.

    Args:
        paragraphs: The article from its first paragraph, without headline and byline.

    Returns:
        The paragraphs that are left, word for word and in order, and those that are gone.
    """
    kinds = [furniture().kind_of(line) for line in paragraphs]
    gone = {position for position, kind in enumerate(kinds) if kind in ("inline", "page")}
    end = _end_of_article(paragraphs, kinds)
    gone.update(range(end, len(paragraphs)))
    gone.update(_beside_page(kinds, gone))
    return Cleaned(
        tuple(line for position, line in enumerate(paragraphs) if position not in gone),
        tuple(line for position, line in enumerate(paragraphs) if position in gone),
    )


def _tidy_line(line: str) -> str:
    """One line in NFC, without invisible characters, with single spaces."""
    line = _INVISIBLE.sub("", unicodedata.normalize("NFC", line))
    if not line.isprintable():
        line = "".join(" " if unicodedata.category(char) in ("Cc", "Zs") else char for char in line)
    return " ".join(line.split())


def _is_wrapped(lines: Sequence[str], width: int) -> bool:
    """Whether a text was wrapped: nearly every line ends where the next word did not fit."""
    if not 40 <= width <= MAX_WRAPPED_LINE:
        return False
    pairs = [(one, two) for one, two in pairwise(lines) if one and two]
    return len(pairs) >= 3 and sum(_is_full(*pair, width) for pair in pairs) >= 0.8 * len(pairs)


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room left on this one."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width - 2


def _unwrap(lines: Sequence[str], width: int) -> list[str]:
    """Join the lines that were broken to fit."""
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        if line and before and _is_full(before, line, width):
            gap = "" if re.search(r"\w-$", before) else " "
            paragraphs[-1] += gap + line
        elif line:
            paragraphs.append(line)
        before = line
    return paragraphs


def _end_of_article(lines: Sequence[str], kinds: Sequence[Kind | None]) -> int:
    """The line where the page's tail begins; the number of lines when there is none."""
    candidates = [at for at, kind in enumerate(kinds) if kind in ("end", "end_weak")]
    prose = [
        len(line.split()) if kind is None and is_prose(line) else 0
        for line, kind in zip(lines, kinds, strict=True)
    ]
    for at in candidates[:MAX_CANDIDATES]:
        if _Evidence.at(at, lines, kinds=kinds, prose=prose).is_strong(kinds[at]):
            return at
    return len(lines)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What speaks for and against an article ending at a line. Prose is counted in words."""

    before: int
    """Prose before the line."""
    after: int
    """Prose after it, teasers included."""
    continued: int
    """Prose after it in paragraphs that follow each other, as an article's do and teasers don't."""
    markers: int
    """Other lines nearby that belong to a page and to no article: all after it, two before it."""
    teasers: int
    """Lines after it that end in an ellipsis or hold a date and little else."""

    @classmethod
    def at(
        cls,
        position: int,
        lines: Sequence[str],
        *,
        kinds: Sequence[Kind | None],
        prose: Sequence[int],
    ) -> _Evidence:
        """Weigh the lines around a heading; ``prose`` has the words of each line of prose."""
        tail = range(position + 1, len(lines))
        own = [at for at in tail if kinds[at] != "inline"]
        pairs = [pair for pair in pairwise(own) if all(prose[at] for at in pair)]
        near = (*range(max(position - 2, 0), position), *tail)
        return cls(
            before=sum(prose[:position]),
            after=sum(prose[at] for at in tail),
            continued=sum(prose[at] for at in {at for pair in pairs for at in pair}),
            markers=len({lines[at] for at in near if kinds[at] in ("page", "end")}),
            teasers=sum(_is_teaser(lines[at]) for at in tail),
        )

    def is_strong(self, kind: Kind | None) -> bool:
        """Whether the text may be cut: enough of it lies before, and none of it goes on after."""
        if not self.before or self.continued > self.before / 4:
            return False
        if self.markers >= 2:
            return self.before >= 0.3 * (self.before + self.after) or self.teasers >= 2
        if kind == "end":
            return self.before >= self.after and (self.teasers >= 2 or self.after < 15)
        return self.markers >= 1 and self.before >= 5 * self.after and self.after < 15


def _is_teaser(line: str) -> bool:
    """Whether a line is the beginning of another article, or the date above or below one."""
    return line.endswith(("…", "...")) or (len(line.split()) <= 12 and bool(find_dates(line)))


def _beside_page(kinds: Sequence[Kind | None], gone: set[int]) -> set[int]:
    """The soft lines that touch a line of the page, or touch one that does."""
    page = {at for at in gone if kinds[at] != "inline"}
    found: set[int] = set()
    for order in (range(len(kinds)), range(len(kinds) - 1, -1, -1)):
        for at in order:
            if kinds[at] == "soft" and ({at - 1, at + 1} & (page | found)):
                found.add(at)
    return found
