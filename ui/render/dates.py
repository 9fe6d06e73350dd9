"""Dates in a form that nobody reads in two ways: 22 June 2017."""

from __future__ import annotations

from datetime import date

from ui import words

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
"""Spelt out here, because ``strftime`` gives the months of whatever locale is set."""


def plain_date(published: str | None) -> str | None:
    """A date for people, or ``None`` where it is unknown. What is no date stays as it is.

    >>> plain_date("2017-06-22")
    '22 June 2017'
    """
    if not published:
        return None
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return published
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def plain_range(oldest: str | None, newest: str | None) -> str | None:
    """The dates from the oldest to the newest, as one date where they are the same.

    >>> plain_range("2016-05-11", "2017-06-22")
    '11 May 2016 to 22 June 2017'
    """
    first, last = plain_date(oldest or newest), plain_date(newest or oldest)
    if first is None or last is None:
        return None
    return first if first == last else words.from_to(first, last)
