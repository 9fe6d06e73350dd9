"""The headline of an article that was saved as text, known by its place and by what repeats it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.bylines import Byline, read_byline
from corpus.clean import is_prose
from corpus.wordlists import any_of, furniture, simplify, words

MAX_TITLE_WORDS = 30
MAX_TITLE_CHARACTERS = 200
MIN_REPEATED_CHARACTERS = 12
"""A shorter line can stand at the end of another by chance."""


@dataclass(frozen=True, slots=True)
class Title:
    """A headline and how it was known."""

    text: str
    place: int
    how: str
    publisher: str | None = None
    leads: frozenset[int] = field(default_factory=frozenset)
    """The lines that lead to it or repeat it: the trail of links, the name of the browser tab."""


def find_title(
    paragraphs: Sequence[str], length: int, bylines: Mapping[int, Byline]
) -> Title | None:
    """Find the headline by the surest sign that there is.

    Args:
        paragraphs: The whole text.
        length: How many of them may belong to the head.
        bylines: The bylines among them, by line.
    """
    return (
        _repeated_title(paragraphs[:length])
        or _title_near_byline(paragraphs, length, bylines)
        or (None if bylines else _first_line_title(paragraphs, length))
    )


def _repeated_title(top: Sequence[str]) -> Title | None:
    """A headline that another line repeats: behind a trail of links, or before the site's name."""
    for at, line in enumerate(top):
        if not is_headline(line) or len(line) < MIN_REPEATED_CHARACTERS:
            continue
        others = [(place, other) for place, other in enumerate(top) if place != at]
        trails = {place for place, other in others if _is_trail(other, line)}
        tabs = {place: site for place, other in others if (site := _after_title(other, line))}
        if trails or tabs:
            leads = frozenset(trails | set(tabs))
            how = "the page's breadcrumb" if trails else "the name of the page"
            site = next(iter(tabs.values()), None)
            return Title(line, at, f"line repeated after {how}", site, leads)
    return None


def _is_trail(line: str, title: str) -> bool:
    """Whether a line is the title with a trail of links before it, or with nothing before it."""
    if not line.endswith(title):
        return False
    before = line.removesuffix(title)
    return len(before) <= 80 and (
        not before.strip() or _is_breadcrumb(before) or before.rstrip()[-1:] in ">/»›|"
    )


def _is_breadcrumb(line: str) -> bool:
    """Whether a line begins as a trail of links does: "Home", "Inicio", "HomeNews" run together."""
    return (
        bool(re.match(rf"(?i:{any_of('breadcrumb_roots')})(?![a-zà-ÿ])", line)) and len(line) <= 160
    )


def _after_title(line: str, title: str) -> str | None:
    """The site's name in "Title | Site" or "Title - Site"."""
    match = (
        re.fullmatch(r"\s+[|–—-]\s+(\S.{1,60})", line.removeprefix(title))
        if line.startswith(title)
        else None
    )
    return match[1] if match else None


def _title_near_byline(
    paragraphs: Sequence[str], length: int, bylines: Mapping[int, Byline]
) -> Title | None:
    """The headline above the first byline, else right below the last."""
    if not bylines:
        return None
    above = [
        at
        for at in range(min(bylines))
        if is_headline(paragraphs[at]) and not is_kicker(paragraphs[at])
    ]
    above = [at for at in above if not _is_trail_alone(paragraphs[at])]
    long = [at for at in above if len(paragraphs[at].split()) >= 4]
    if long or len(above) == 1:
        at = (long or above)[0]
        return Title(paragraphs[at], at, "headline above the byline")
    below = max(bylines) + 1
    opens = min(bylines) == 0 and below <= length and below + 1 < len(paragraphs)
    if opens and is_headline(paragraphs[below]) and is_prose(paragraphs[below + 1]):
        return Title(paragraphs[below], below, "headline below the byline")
    return None


def _is_trail_alone(line: str) -> bool:
    """Whether a line is nothing but a trail of links: "Home > News", "HomeNews"."""
    glued = re.match(rf"(?i:{any_of('breadcrumb_roots')})[A-Z]", line)
    return _is_breadcrumb(line) and bool(glued or re.search(r"\s[>/»›|]\s", line))


def _first_line_title(paragraphs: Sequence[str], length: int) -> Title | None:
    """The first line that is no furniture, when it reads like a headline and prose follows it."""
    own = (
        at
        for at in range(length)
        if not (furniture().kind_of(paragraphs[at]) or is_kicker(paragraphs[at]))
    )
    at = next(own, None)
    if at is None or at + 1 >= len(paragraphs):
        return None
    is_title = is_headline(paragraphs[at]) and is_prose(paragraphs[at + 1])
    return Title(paragraphs[at], at, "first line of the text") if is_title else None


def is_kicker(line: str) -> bool:
    """Whether a line names the kind of article: "BRIEF", "News Analysis"."""
    return simplify(line) in words("kickers")


def is_headline(line: str) -> bool:
    """Whether a line reads like a headline: short, begun with a capital, no sentence, no button.

    >>> is_headline("What Next for Peru's Biggest Seaport?"), is_headline("Share this article")
    (True, False)
    """
    if is_prose(line) or line.endswith((".", ",", ";", ":")) or "://" in line:
        return False
    long = len(line.split()) > MAX_TITLE_WORDS or len(line) > MAX_TITLE_CHARACTERS
    begins = re.match(r"[\"'“‘«¿¡(\[]*(?![a-zà-ÿ]+\b)[^\W_]", line)
    if not begins or long or " " not in line:
        return False
    return not furniture().kind_of(line) and not read_byline(line)
