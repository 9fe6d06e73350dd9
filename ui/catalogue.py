"""Every article of the library without its text, made ready once for searching and counting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corpus import Listed, fold

FACETS = ("outlet", "author", "language", "year")
UNKNOWN = ""
"""The value of a facet where an article doesn't have one."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The articles of a library, newest first, those without a date last."""

    lines: tuple[Listed, ...]
    searched: tuple[str, ...]
    """For each line: title, outlet and authors, folded, as the search field compares them."""
    by_id: Mapping[str, Listed]

    @property
    def independent(self) -> int:
        """How many different texts there are."""
        return sum(line.duplicate_of is None for line in self.lines)

    def groups(self) -> list[list[Listed]]:
        """The articles that share a text, oldest first; the largest group first."""
        found: dict[str, list[Listed]] = defaultdict(list)
        for line in self.lines:
            if line.duplicate_of is not None:
                found[line.duplicate_of].append(line)
        groups = [
            sorted([*self._first(first), *copies], key=oldest_first)
            for first, copies in found.items()
        ]
        return sorted(groups, key=lambda group: (-len(group), oldest_first(group[0])))

    def _first(self, article_id: str) -> list[Listed]:
        line = self.by_id.get(article_id)
        return [line] if line else []


def catalogue_of(listing: Sequence[Listed]) -> Catalogue:
    """Prepare what ``Store.listing`` gives."""
    return Catalogue(
        tuple(listing),
        tuple(map(searched_text, listing)),
        {line.id: line for line in listing},
    )


def searched_text(line: Listed) -> str:
    """What the search field looks through."""
    return fold(" \n ".join(filter(None, (line.title, line.publisher, *line.authors))))


def oldest_first(line: Listed) -> tuple[bool, str, str]:
    """An order: by date, the unknown last."""
    return line.published is None, line.published or "", line.id


def values_of(line: Listed, facet: str) -> tuple[str, ...]:
    """What an article has for a facet; ``UNKNOWN`` where it has nothing."""
    if facet == "author":
        return line.authors or (UNKNOWN,)
    if facet == "year":
        return (year_of(line.published),)
    return ((line.publisher if facet == "outlet" else line.language) or UNKNOWN,)


def year_of(published: str | None) -> str:
    """The year of a day; ``UNKNOWN`` where there is none.

    >>> year_of("2017-06-22"), year_of(None)
    ('2017', '')
    """
    if not published:
        return UNKNOWN
    try:
        return f"{date.fromisoformat(published).year:04}"
    except ValueError:
        return UNKNOWN


def words_in(text: str) -> tuple[str, ...]:
    """The words of the search field, folded as the catalogue is."""
    return tuple(fold(text).split())


def matching(catalogue: Catalogue, text: str, only: Iterable[str] | None) -> list[Listed]:
    """The articles in which every word is found, in the order of ``only`` where it is given.

    Args:
        catalogue: All articles.
        text: Words, or beginnings and parts of words, in any order.
        only: The ids that a search of the texts found; then ``text`` is not looked for.
    """
    if only is not None:
        return [catalogue.by_id[found] for found in only if found in catalogue.by_id]
    wanted = words_in(text)
    if not wanted:
        return list(catalogue.lines)
    pairs = zip(catalogue.lines, catalogue.searched, strict=True)
    return [line for line, searched in pairs if all(word in searched for word in wanted)]
