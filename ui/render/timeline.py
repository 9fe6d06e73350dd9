"""Drawings of dates: answers along a line of time, and articles as bars. Each says itself in words.

They are plain HTML whose only measures are percentages; a screen reader gets the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ui import words_asking as said
from ui.facets import Bar
from ui.render.dates import MONTHS, plain_date
from ui.render.markup import Html, escape

CLOSE_PERCENT = 8
"""Points nearer to each other than this stand one above the other."""
LEAST_PERCENT = 4
"""The height of a bar of few articles beside many; none has no bar."""


@dataclass(frozen=True, slots=True)
class Point:
    """An answer on the line of time."""

    day: date
    number: int
    """The number of its first source, which stands on the point."""
    answer: str


def time_line_html(points: Sequence[Point]) -> Html:
    """The answers along a line, the oldest on the left; nothing for a single day."""
    ordered = sorted(points, key=lambda point: (point.day, point.number))
    if len({point.day for point in ordered}) < 2:
        return Html("")
    first, last = ordered[0].day, ordered[-1].day
    places = [100 * (point.day - first).days / (last - first).days for point in ordered]
    rows = _rows(places)
    dots = "".join(
        f'<span class="or-point" style="left:{place:.1f}%;bottom:{row * 1.9:.1f}rem">'
        f"{point.number}</span>"
        for point, place, row in zip(ordered, places, rows, strict=True)
    )
    spoken = said.time_line([(_day(point.day), point.answer) for point in ordered])
    return Html(
        f'<div class="or-time" role="img" aria-label="{escape(spoken)}">'
        f'<div class="or-points" style="height:{1.9 * (max(rows) + 1):.1f}rem">{dots}</div>'
        f'<div class="or-ends"><span>{_day(first)}</span><span>{_day(last)}</span></div></div>'
    )


def histogram_html(bars: Sequence[Bar]) -> Html:
    """The articles by month or year; bars outside the chosen range are hollow."""
    most = max(bar.articles for bar in bars)
    drawn = "".join(
        f'<span class="or-bar{"" if bar.is_inside else " or-outside"}" '
        f'style="height:{_height(bar.articles, most)}%" title="{_named(bar)}: {bar.articles:,}">'
        "</span>"
        for bar in bars
    )
    spoken = said.histogram([(_named(bar), bar.articles) for bar in bars])
    ends = f"<span>{_named(bars[0])}</span><span>{_named(bars[-1])}</span>"
    return Html(
        f'<div class="or-histogram" role="img" aria-label="{spoken}">'
        f'<div class="or-bars">{drawn}</div><div class="or-ends">{ends}</div></div>'
    )


def _rows(places: Sequence[float]) -> list[int]:
    """For each point the lowest row where it is not too close to another, from 0."""
    ends: list[float] = []
    rows: list[int] = []
    for place in places:
        free = [row for row, end in enumerate(ends) if place - end >= CLOSE_PERCENT]
        row = free[0] if free else len(ends)
        ends[row : row + 1] = [place]
        rows.append(row)
    return rows


def _height(articles: int, most: int) -> int:
    return max(LEAST_PERCENT, round(100 * articles / most)) if articles else 0


def _named(bar: Bar) -> str:
    return f"{MONTHS[bar.month - 1]} {bar.year}" if bar.month else str(bar.year)


def _day(day: date) -> str:
    return plain_date(day.isoformat()) or ""
