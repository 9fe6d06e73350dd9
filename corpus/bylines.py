"""The line under a headline: who wrote the article, when it came out, in which section.

A line is a byline only when every part of it is accounted for: a name after "by", a date, a time,
a label, a section. Anything left over means that it is the article's own words, and it stays there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from corpus.dates import find_dates
from corpus.names import Names, is_outlet, is_role, read_listed_names
from corpus.wordlists import any_of, words

MAX_BYLINE_CHARACTERS = 200
DATE_MARK = "\x00"
"""Stands for a date while the rest of the line is read."""

_Part = Literal["publisher", "section", "nothing"]

_TIME = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?", re.I
)
_READING_TIME = re.compile(r"\b\d+ min(?:ute|uto)?s?(?: read| de lectura)?\b", re.I)
_AGE = re.compile(r"\b(?:updated\s+)?\d+ (?:minute|hour|day|week|month|year)s? ago\b", re.I)
_HANDLE = re.compile(r"\(?\S*@\S+\)?")
_SEPARATOR = re.compile(rf"\s*[|•·{DATE_MARK}]\s*|\s+[/–—-]\s+|\s+/|/\s+")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line beside the headline says. Fields that it does not name are empty."""

    line: str
    authors: tuple[str, ...] = ()
    published: str | None = None
    section: str | None = None
    publisher: str | None = None
    unread_date: str | None = None
    """A date that stands there and can be read two ways."""

    @property
    def has_date(self) -> bool:
        """Whether the line holds a date, readable or not."""
        return bool(self.published or self.unread_date)


def read_byline(line: str) -> Byline | None:
    """Read a line as a byline or date line.

    Args:
        line: One line, without line breaks, its spaces collapsed.

    Returns:
        What it says; ``None`` when any of its words belongs neither to a name after "by", nor to
        a date, nor to what stands around them.

    >>> read_byline("PERU / 3 FEB 2020 BY JANE DOE AND JOHN ROE EN").authors
    ('Jane Doe', 'John Roe')
    >>> read_byline("By Monday the strike of 3 February 2020 had ended") is None
    True
    """
    if not line or len(line) > MAX_BYLINE_CHARACTERS or DATE_MARK in line:
        return None
    dates = _Dates.of(line)
    by: Names | None = None
    beside: dict[_Part, str] = {}
    for position, part in enumerate(_parts(dates.masked)):
        if by is None and (names := _read_by(part, alone=not dates.any)):
            by = names
        elif kind := _kind_of(part, line, first=position == 0 and dates.any, after_name=bool(by)):
            beside.setdefault(kind, part)
        else:
            return None
    if by is None and not dates.any:
        return None
    by = by or Names()
    return Byline(
        line,
        authors=by.authors,
        published=dates.published,
        section=beside.get("section"),
        publisher=by.publisher or beside.get("publisher"),
        unread_date=dates.unread,
    )


@dataclass(frozen=True, slots=True)
class _Dates:
    """The dates of a line, and the line with a mark in the place of each."""

    masked: str
    any: bool = False
    published: str | None = None
    unread: str | None = None

    @classmethod
    def of(cls, line: str) -> _Dates:
        """Find them; a date after "updated" is no day of publication, and two are no answer."""
        found, masked, end = [], "", 0
        for date in find_dates(line):
            before = line[end : date.start]
            masked += before + DATE_MARK
            end = date.end
            if not _updated().search(before):
                found.append(date)
        values = {date.value for date in found}
        unread = next((date.printed for date in found if date.value is None), None)
        value = values.pop() if len(values) == 1 else None
        return cls(masked + line[end:], end > 0, value, None if value else unread)


@lru_cache(maxsize=1)
def _updated() -> re.Pattern[str]:
    """A label that makes the date after it the day of a change."""
    return re.compile(rf"\b(?:{any_of('updated')})\b[^|/•·]*$", re.I)


@lru_cache(maxsize=1)
def _noise() -> re.Pattern[str]:
    """Days of the week and time zones."""
    return re.compile(rf"\b(?:{any_of('weekdays')})\b\.?,?|\b(?:{any_of('zones')})\b", re.I)


def _parts(masked: str) -> list[str]:
    """The parts of a byline between its separators, without times and punctuation."""
    for pattern in (_TIME, _READING_TIME, _AGE, _HANDLE):
        masked = pattern.sub(" ", masked)
    has_date = DATE_MARK in masked
    parts = []
    for part in _SEPARATOR.split(masked):
        plain = _noise().sub(" ", part) if has_date and not _by().match(part) else part
        parts.append(" ".join(plain.split()).strip(" ,.:;()[]-–—"))
    return [part for part in parts if part]


@lru_cache(maxsize=1)
def _by() -> re.Pattern[str]:
    """The "by" before a name, with a label before it as in "Published by"."""
    return re.compile(
        rf"(?:(?:{any_of('labels')})\s+)?(?:{any_of('by')})\b:?\s+(?P<names>.+)", re.I
    )


def _read_by(part: str, *, alone: bool) -> Names | None:
    """Who a part names that begins with "by". ``alone``: no date in the line vouches for it."""
    match = _by().fullmatch(part)
    return read_listed_names(match["names"], alone=alone) if match else None


def _kind_of(part: str, line: str, *, first: bool, after_name: bool) -> _Part | None:
    """What a part of a byline is; ``None`` when it belongs to no byline.

    ``first``: it opens a line that has a date. ``after_name``: an author was named before it.
    """
    if first and _is_section(part, line):
        return "section"
    if is_outlet(part):
        return "publisher"
    explained = (
        _is_label(part) or (after_name and is_role(part)) or (first and _is_place(part, line))
    )
    return "nothing" if explained else None


def _is_label(part: str) -> bool:
    """Whether a part only says what stands beside it, or offers another language."""
    folded = part.casefold()
    known = words("labels") | words("updated") | words("language_codes") | words("nobody")
    return folded in known or all(word.strip(",:") in known for word in folded.split())


def _is_section(part: str, line: str) -> bool:
    """Whether the part before the date is a section: in capitals, with a stroke after it."""
    after = line[line.find(part) + len(part) :].lstrip()
    return part.isupper() and len(part.split()) <= 4 and after[:1] in ("/", "|", "•", "·")


def _is_place(part: str, line: str) -> bool:
    """Whether the part before the date is a name: ``"Lima, 3 de marzo de 2021"``.

    It may be a place or a person; which is not said, so it fills no field.
    """
    capitals = all(word[0].isupper() or word in words("particles") for word in part.split())
    after = line.removeprefix(part).lstrip()[:1]
    return capitals and len(part.split()) <= 4 and line.startswith(part) and after in (*",|•·-–—",)
