"""What the articles can be narrowed by: their dates, outlets, authors and languages, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corpus import Listed

MONTHS_SHOWN = 36
"""More months than these, and the histogram has a bar a year."""


@dataclass(frozen=True, slots=True)
class Facets:
    """The articles of a library, counted; the names of each kind with the most frequent first."""

    publishers: Mapping[str, int]
    authors: Mapping[str, int]
    languages: Mapping[str, int]
    days: Mapping[date, int]
    """Articles a day, the oldest first."""
    undated: int
    """Articles whose date is unknown; every range of dates leaves them out."""

    @property
    def oldest(self) -> date | None:
        """The day of the oldest article."""
        return min(self.days, default=None)

    @property
    def newest(self) -> date | None:
        """The day of the newest article."""
        return max(self.days, default=None)


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a year with its articles."""

    year: int
    month: int | None
    """From 1; ``None`` where the bar is a year."""
    articles: int
    is_inside: bool
    """Whether the chosen range has some of its days."""


def facets_of(listing: Iterable[Listed]) -> Facets:
    """Count the articles of a listing."""
    publishers: Counter[str] = Counter()
    authors: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    days: Counter[date] = Counter()
    undated = 0
    for article in listing:
        publishers.update(filter(None, [article.publisher]))
        languages.update(filter(None, [article.language]))
        authors.update(set(article.authors))
        day = day_of(article.published)
        if day is None:
            undated += 1
        else:
            days[day] += 1
    return Facets(
        publishers=_by_frequency(publishers),
        authors=_by_frequency(authors),
        languages=_by_frequency(languages),
        days=dict(sorted(days.items())),
        undated=undated,
    )


def day_of(published: str | None) -> date | None:
    """The day, or ``None`` where it is unknown or no day."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def bars_of(days: Mapping[date, int], start: date, end: date) -> Sequence[Bar]:
    """The histogram: a bar a month, or a year where that would be too many; gaps have bars too.

    Args:
        days: Articles a day, the oldest first; at least one.
        start: The first day of the chosen range.
        end: Its last day.
    """
    first, last = _month(min(days)), _month(max(days))
    is_monthly = last - first < MONTHS_SHOWN
    width = 1 if is_monthly else 12
    counts: Counter[int] = Counter()
    for day, articles in days.items():
        counts[_month(day) // width] += articles
    return [
        Bar(
            year=place * width // 12,
            month=place % 12 + 1 if is_monthly else None,
            articles=counts[place],
            is_inside=_month(start) // width <= place <= _month(end) // width,
        )
        for place in range(first // width, last // width + 1)
    ]


def _month(day: date) -> int:
    """The months since the year 0."""
    return day.year * 12 + day.month - 1


def _by_frequency(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].casefold(), pair[0])))
