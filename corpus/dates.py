"""Dates as pages print them: a full day in English or Spanish, or no date at all.

dateparser reads the words; what may be handed to it is decided here, since it would also make a
date of "2 a 2021", and of 03/04/2021, which is the fourth of March to some and the third of April
to others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_SHAPES = re.compile(
    r"""
    (?<![\w/.-])
    (?:
        (?P<iso>\d{4}-\d{2}-\d{2}) (?: T[\d:.,]+ (?: Z | [+-]\d\d:?\d\d )? )?
      | (?P<a>\d{1,2}) (?P<separator>[/.-]) (?P<b>\d{1,2}) (?P=separator) (?P<year>\d{4})
      | (?P<words>
            \d{1,2} (?: st|nd|rd|th|º|° )? [ .-]? \s? (?: of\s | de\s )?
            [^\W\d_]{3,10} \.? ,? [ -] (?: de\s | del\s )? \d{4}
          | [^\W\d_]{3,10} \.? \s \d{1,2} (?: st|nd|rd|th )? ,? \s (?: de\s | del\s )? \d{4}
        )
    )
    (?![\w/]|[-.]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Something in a line that has the shape of a date."""

    start: int
    end: int
    printed: str
    """The words of the line."""
    value: str | None
    """``YYYY-MM-DD``; ``None`` where it can be read two ways."""


def find_dates(line: str) -> list[FoundDate]:
    """The full dates in a line, in order.

    Args:
        line: One line of text. Only a day, a month and a year of four digits make a date.

    Returns:
        Real dates, and numeric ones that can be read two ways (with no value). What is no day of
        the calendar is left out.

    >>> [(d.printed, d.value) for d in find_dates("Lima, 3 de marzo de 2021 (03/04/2021)")]
    [('3 de marzo de 2021', '2021-03-03'), ('03/04/2021', None)]
    >>> find_dates("the law of 31 February 2021")
    []
    """
    found = []
    for match in _SHAPES.finditer(line):
        value = _value_of(match)
        if value or _is_ambiguous(match):
            found.append(FoundDate(match.start(), match.end(), match.group(), value))
    return found


def read_date(printed: str) -> str | None:
    """The one date that a field of a page holds.

    Args:
        printed: The field's value: an ISO day or timestamp, or a date in words.

    Returns:
        ``YYYY-MM-DD`` as it stands there, whatever its time zone; ``None`` when there is no full
        date, more than one, or one that can be read two ways.

    >>> read_date("Thu, 04 Mar 2021 10:00:00 GMT"), read_date("2021"), read_date("03/04/2021")
    ('2021-03-04', None, None)
    """
    if iso := read_iso_date(printed):
        return iso
    values = {found.value for found in find_dates(printed)}
    return values.pop() if len(values) == 1 else None


def read_iso_date(printed: str) -> str | None:
    """The day of an ISO 8601 date or timestamp, ``None`` for anything else.

    >>> read_iso_date("2021-03-04T23:30:00-05:00"), read_iso_date("2021-02-30")
    ('2021-03-04', None)
    """
    printed = printed.strip()
    if not re.match(r"\d{4}-\d{2}-\d{2}(?:[T ]\d|$)", printed, re.ASCII):
        return None
    try:
        return datetime.fromisoformat(printed).date().isoformat()
    except ValueError:
        return None


def _value_of(match: re.Match[str]) -> str | None:
    """The day that a match names; ``None`` when there is no such day or more than one."""
    if match["iso"]:
        return read_iso_date(match["iso"])
    if match["words"]:
        return _value_of_words(match["words"])
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    days = {_day(year, second, first), _day(year, first, second)} - {None}
    return days.pop() if len(days) == 1 else None


def _is_ambiguous(match: re.Match[str]) -> bool:
    """Whether a numeric date names two days."""
    if match["iso"] or match["words"]:
        return False
    first, second = int(match["a"]), int(match["b"])
    return first != second and 1 <= first <= 12 and 1 <= second <= 12 and int(match["year"]) > 0


def _day(year: int, month: int, day: int) -> str | None:
    """A day of the calendar, ``None`` when there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=256)
def _value_of_words(printed: str) -> str | None:
    """A date with its month in words; ``None`` when the word is no month."""
    plain = re.sub(r"(?<=\d)[º°]", "", printed).replace("-", " ")
    found = _parser().get_date_data(plain)
    return found.date_obj.date().isoformat() if found.date_obj else None


@lru_cache(maxsize=1)
def _parser() -> DateDataParser:
    """dateparser, told to guess nothing: no relative dates, no missing day, month or year."""
    from dateparser.date import DateDataParser  # Takes 0.2 s.

    return DateDataParser(
        languages=["en", "es"],
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
        },
    )
