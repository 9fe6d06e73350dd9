"""Numbers, amounts and dates of a text as values, so that two ways of writing one compare equal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import Literal

from qa.days import Day, days_in
from qa.numbers import Number, number_of, numbers_in
from qa.value_tables import value_tables

__all__ = [
    "ATTACHED_KINDS",
    "Day",
    "Kind",
    "Value",
    "number_of",
    "same_value",
    "unit_end",
    "value_of",
    "values_in",
]

Kind = Literal["number", "ordinal", "money", "percent", "measure", "time", "date"]

ATTACHED_KINDS: tuple[Kind, ...] = ("money", "percent", "measure")
"""Units that belong to their number wherever it is shown: "60 prosecutors" may be cut to "60",
"2 %" not to "2". A span of time ("three years") may."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value, with its place. ``text[start:end]`` is its whole writing, sign and unit too."""

    start: int
    end: int
    kind: Kind
    value: Decimal | Day
    unit: str | None = None
    """In the singular and in English (``kilometre``, ``dollar``); ``None`` for plain numbers."""

    def __str__(self) -> str:
        """For people: ``1300000000 dollar``."""
        value = self.value
        plain = f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
        return f"{plain} {self.unit}" if self.unit else plain


def values_in(text: str, language: str | None = "en") -> list[Value]:
    """The values in a text, in order, none overlapping another.

    Args:
        text: Any text.
        language: ISO 639-1. ``es`` reads Spanish number words, separators and dates; anything
            else is read as English.

    >>> [str(value) for value in values_in("$1.3 billion, two per cent, 12 May 2016", "en")]
    ['1300000000 dollar', '2 percent', '2016-05-12']
    """
    dates = [Value(found.start, found.end, "date", found.day) for found in days_in(text, language)]
    taken = [(date.start, date.end) for date in dates]
    amounts = [
        _amount(text, number)
        for number in numbers_in(text, language)
        if not any(number.start < end and start < number.end for start, end in taken)
    ]
    return _without_overlaps([*dates, *amounts])


def value_of(text: str, language: str | None = "en") -> Value | None:
    """The value that a text is, but for an article, "about" and the thing counted behind it.

    >>> str(value_of("around 1,300 police")), value_of("two of 60 prosecutors")
    ('1300', None)
    """
    found = values_in(text, language)
    if len(found) != 1 or not _BEFORE.fullmatch(text, 0, found[0].start):
        return None
    return found[0]


def same_value(first: Value, second: Value) -> bool:
    """Whether two values are the same: in number and unit, and dates in every part.

    A year in figures counts as the number that it is.

    >>> same_value(value_of("thirteen hundred"), value_of("1,300"))
    True
    """
    if isinstance(first.value, Day) and isinstance(second.value, Day):
        return first.value == second.value
    if "ordinal" in (first.kind, second.kind) and first.kind != second.kind:
        return False
    return first.unit == second.unit and _as_number(first) == _as_number(second)


def unit_end(text: str, number_end: int) -> int:
    """Where the unit ends that belongs to a number which ends at ``number_end``.

    Only what is part of the amount: currencies, percent, and measures, but no spans of time.
    ``number_end`` itself where there is none.
    """
    for kind in ATTACHED_KINDS:
        for pattern, _ in _units()[kind]:
            if match := pattern.match(text, number_end):
                return match.end()
    return number_end


_BEFORE = re.compile(
    r"\W*(?:(?:the|an?|about|around|some|nearly|almost|approximately|roughly|over|more than|"
    r"at least|only|just|on|in|at|up to|el|la|los|las|unos|unas|cerca de|casi|alrededor de|más de|"
    r"al menos|solo|sólo|en|hasta)\W+)*",
    re.IGNORECASE,
)


def _as_number(value: Value) -> Decimal | None:
    """The number of a value; of a date only where it is a year alone."""
    if isinstance(value.value, Decimal):
        return value.value
    day = value.value
    is_year = day.year is not None and day.month is None and not day.is_decade
    return Decimal(day.year or 0) if is_year else None


def _amount(text: str, number: Number) -> Value:
    """A number with the sign before it or the unit behind it."""
    if number.is_ordinal:
        century = re.compile(r"[ -](?:century|centuries)\b").match(text, number.end)
        return Value(
            number.start, number.end, "ordinal", number.value, "century" if century else None
        )
    if sign := _signs().search(text, max(0, number.start - 5), number.start):
        grown = _with_short_scale(text, number)
        unit = value_tables()["money_signs"][sign[1].strip()]
        return Value(sign.start(1), grown.end, "money", grown.value, unit)
    for kind, units in _units().items():
        for pattern, unit in units:
            if match := pattern.match(text, number.end):
                return Value(number.start, match.end(), kind, number.value, unit)
    return Value(number.start, number.end, "number", number.value)


def _with_short_scale(text: str, number: Number) -> Number:
    """``$5m`` and ``$10k``: only behind a currency's sign, since 5 m are metres elsewhere."""
    match = re.compile(r"(?i:([mk]))\b").match(text, number.end)
    if not match:
        return number
    times = 1_000_000 if match[1] in "mM" else 1000
    return Number(number.start, match.end(), number.value * times)


def _without_overlaps(values: Iterable[Value]) -> list[Value]:
    kept: list[Value] = []
    for value in sorted(values, key=lambda value: (value.start, -value.end)):
        if not kept or value.start >= kept[-1].end:
            kept.append(value)
    return kept


@cache
def _signs() -> re.Pattern[str]:
    signs = sorted(value_tables()["money_signs"], key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])({'|'.join(re.escape(sign) for sign in signs)})[ \u00a0]?$")


@cache
def _units() -> dict[Kind, list[tuple[re.Pattern[str], str]]]:
    """For each kind its units, longest spelling first, so that ``km/h`` is no ``km``."""
    kinds: dict[str, Kind] = {
        "money": "money", "percent": "percent", "measures": "measure", "times": "time",
    }  # fmt: skip
    tables = value_tables()
    signs = {sign: unit for sign, unit in tables["money_signs"].items() if len(sign) == 1}
    found: dict[Kind, list[tuple[re.Pattern[str], str]]] = {}
    for name, kind in kinds.items():
        spelled = [
            (spelling, unit)
            for unit, spellings in tables[name].items()
            for spelling in spellings.split("|")
        ]
        by_sign = [(re.escape(sign), unit) for sign, unit in signs.items() if kind == "money"]
        ordered = sorted(chain(spelled, by_sign), key=lambda pair: (-len(pair[0]), pair[0]))
        found[kind] = [
            (re.compile(rf"[ \u00a0\u202f-]?(?:(?<= )de )?(?:{spelling})(?!\w)"), unit)
            for spelling, unit in ordered
        ]
    return found
