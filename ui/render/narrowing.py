"""Filters one by one: how each is said, and what is left when it is taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus import Filters
from ui import words
from ui import words_asking as said
from ui.render.dates import plain_date


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter that is in use."""

    text: str
    rest: Filters
    """The filters without it."""


def chips_of(filters: Filters) -> list[Chip]:
    """Every filter in use: the dates together, each name for itself."""
    return list(_chips(filters))


def described_filters(filters: Filters) -> str:
    """All filters in one line."""
    return "; ".join(chip.text for chip in _chips(filters))


def _chips(filters: Filters) -> Iterator[Chip]:
    dates = _dates(filters)
    if dates:
        rest = replace(filters, date_from=None, date_to=None)
        yield Chip(said.chosen(said.DATES, dates), rest)
    for name in filters.publishers:
        rest = replace(filters, publishers=_without(filters.publishers, name))
        yield Chip(said.chosen(said.OUTLETS, name), rest)
    for name in filters.authors:
        rest = replace(filters, authors=_without(filters.authors, name))
        yield Chip(said.chosen(said.AUTHORS, name), rest)
    for code in filters.languages:
        rest = replace(filters, languages=_without(filters.languages, code))
        yield Chip(said.chosen(said.LANGUAGES, said.language(code)), rest)


def _dates(filters: Filters) -> str | None:
    start, end = plain_date(filters.date_from), plain_date(filters.date_to)
    if start and end:
        return words.from_to(start, end)
    if start:
        return said.since(start)
    return said.until(end) if end else None


def _without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in names if one != name)
