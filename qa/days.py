"""Days, months and years as they are written in English and Spanish: whole dates and parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus import fold
from qa.value_tables import value_tables


@dataclass(frozen=True, slots=True)
class Day:
    """A date, as far as it is given. A decade is its first year with ``is_decade``."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    is_decade: bool = False

    def __str__(self) -> str:
        """As ISO 8601 writes what is known: ``2017-06-20``, ``2017-06``, ``--06-20``, ``1990s``."""
        if self.is_decade:
            return f"{self.year}s"
        year = "-" if self.year is None else f"{self.year:04}"
        parts = [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join([year, *parts])


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A date with its place in a text."""

    start: int
    end: int
    day: Day


def days_in(text: str, language: str | None) -> list[FoundDay]:
    """The dates in a text, in order, none overlapping another.

    Args:
        text: Any text.
        language: ``es`` reads 3/4/2021 as the third of April. Elsewhere a date in figures counts
            only where it can be read one way.

    Returns:
        Whole dates and parts: "June 20", "June 2017", "in 2017", "the 1990s". A number of four
        digits alone is a year only behind a word that says so, or as the whole text.

    >>> [str(found.day) for found in days_in("from 20 June 2017 until May 2018", "en")]
    ['2017-06-20', '2018-05']
    """
    found: list[FoundDay] = []
    for match in _pattern().finditer(text):
        day = _day_of(match, day_first=language == "es")
        if day is not None:
            kept = match.span("year_alone") if match["year_alone"] else match.span()
            found.append(FoundDay(*kept, day))
    if not found and re.fullmatch(r"\s*(?:1\d|20)\d\d\s*", text, re.ASCII):
        start = len(text) - len(text.lstrip())
        found.append(FoundDay(start, start + 4, Day(int(text))))
    return found


def _day_of(match: re.Match[str], *, day_first: bool) -> Day | None:
    """The date of a match; ``None`` when there is no such day, or two."""
    if match["decade"]:
        return Day(int(match["decade"]), is_decade=True)
    if match["year_alone"]:
        return Day(int(match["year_alone"]))
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        return _real(year, month, day)
    if match["figures"]:
        return _day_of_figures(match["figures"], day_first=day_first)
    return _day_of_words(match)


def _day_of_figures(written: str, *, day_first: bool) -> Day | None:
    first, second, year = (int(part) for part in re.split("[/.-]", written))
    readings = [_real(year, second, first), _real(year, first, second)]
    possible = set(readings[:1] if day_first else readings) - {None}
    return possible.pop() if len(possible) == 1 else None


def _day_of_words(match: re.Match[str]) -> Day | None:
    groups = match.groupdict()
    order = next(order for order in _ORDERS if groups[f"{order}_month"])
    month, day, year = (groups.get(f"{order}_{part}") for part in ("month", "day", "year"))
    if not month or month in _VERBS_TOO:
        return None
    number = 1 if day and not re.fullmatch(r"\d{1,2}", day) else int(day) if day else None
    return _real(int(year) if year else None, _months()[fold(month)], number)


def _real(year: int | None, month: int, day: int | None) -> Day | None:
    """A date of the calendar; 29 February needs no year."""
    try:
        date(year or 2000, month, day or 1)
    except ValueError:
        return None
    return Day(year, month, day)


_ORDERS = ("dm", "md", "my")
_VERBS_TOO = ("may", "march", "mar")
"""In small letters these are no months: "article 2 may", "they march 20 miles"."""


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(_months(), key=lambda name: (-len(name), name)))
    year = r"(?:1\d|20)\d\d(?![\d,]*\d|%)"
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    of_year = rf"(?:,? (?:of |del? )?|, )(?P<{{order}}_year>{year})"
    return re.compile(
        r"(?<![\w/.,-])(?:"
        r"(?P<iso>\d{4}-\d{2}-\d{2})(?![\w-])"
        r"|(?P<figures>\d{1,2}([/.-])\d{1,2}\3\d{4})(?![\w/-])"
        rf"|(?P<dm_day>{day}|1[ºo°]|primero|first)(?:st|nd|rd|th|º)?(?: (?:of|de))?[ \u00a0-]"
        rf"(?P<dm_month>{names})\b\.?(?:{of_year.format(order='dm')}|-(?=\d{{4}}))?"
        rf"|(?P<md_month>{names})\b\.?[ \u00a0](?P<md_day>{day})(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)"
        rf"(?:{of_year.format(order='md')})?"
        rf"|(?P<my_month>{names})\b\.?{of_year.format(order='my')}"
        r"|(?P<decade>(?:1\d|20)\d0)s\b"
        r"|(?:(?:in|since|during|year|en|desde|año)\ (?:early |late |mid-?|the year |el año )?"
        r"|(?:until|till|by|before|after|of|from|to|between|hasta|antes de|del?)\ (?=19|20))"
        rf"(?P<year_alone>{year})(?!\ ?(?:[%$€°]|[a-z]+s\b)|[.:]\d|\w)"
        r")",
        re.IGNORECASE,
    )


@cache
def _months() -> dict[str, int]:
    """The folded names of the months, with their numbers."""
    listed = value_tables()["months"]
    return {name: place for place, names in enumerate(listed, 1) for name in names.split()}


def month_names() -> frozenset[str]:
    """Every month's folded names and abbreviations, in both languages."""
    return frozenset(_months())
