"""What of the list is shown: filters, order and page. All of it stands in the address.

What a visitor writes into the search field does not: it stays in the session.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from urllib.parse import parse_qs, urlencode, urlsplit

from corpus import Listed, fold
from ui import links
from ui.catalogue import FACETS, Catalogue, matching, values_of

PARTS = ("list", "add", "duplicates", "health")
SIZES = (25, 50)
HIGHEST_FIRST = ("date", "characters", "revisions")
"""The columns that are sorted from the highest when they are chosen."""
MAX_VALUES = 50
"""As many values of a facet can be chosen at once."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of the page, and which articles in which order."""

    part: str = "list"
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Facets with the values of which one must fit; only facets that have any."""
    sort: str = ""
    """A column; empty for the natural order: the best match, else the newest first."""
    descending: bool = False
    page: int = 1
    size: int = SIZES[0]

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The chosen values of a facet."""
        return dict(self.facets).get(facet, ())

    def toggled(self, facet: str, value: str) -> Selection:
        """The selection with a value added, or taken away; on the first page."""
        values = self.chosen(facet)
        kept = tuple(one for one in values if one != value)
        return self.with_values(facet, kept if value in values else (*values, value))

    def with_values(self, facet: str, values: Sequence[str]) -> Selection:
        """The selection with other values of a facet; on the first page."""
        changed = dict(self.facets) | {facet: tuple(values)}
        facets = tuple((name, changed[name]) for name in FACETS if changed.get(name))
        return replace(self, facets=facets, page=1)

    def sorted_by(self, column: str) -> Selection:
        """The selection in the order of a column; the other way round when it is so already."""
        down = not self.descending if self.sort == column else column in HIGHEST_FIRST
        return replace(self, sort=column, descending=down, page=1)


@dataclass(frozen=True, slots=True)
class Found:
    """What a selection comes to."""

    lines: tuple[Listed, ...]
    """All articles that fit, in order."""
    counts: Mapping[str, Sequence[tuple[str, int]]]
    """For each facet its values with how many articles each would give, most frequent first."""
    selection: Selection
    """The selection, on a page that exists."""
    by_match: bool = False
    """Whether the natural order is the best match first, as a search of the texts gives it."""

    @property
    def pages(self) -> int:
        """How many pages the list has, at least one."""
        return max(1, -(-len(self.lines) // self.selection.size))

    @property
    def first(self) -> int:
        """The position of the first row on the page, from 0."""
        return (self.selection.page - 1) * self.selection.size

    @property
    def rows(self) -> tuple[Listed, ...]:
        """The rows of the page."""
        return self.lines[self.first : self.first + self.selection.size]


@dataclass(frozen=True, slots=True)
class TextSearch:
    """What a search of the texts found: ids of articles, best first; or why nothing."""

    query: str
    ids: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(slots=True)
class Browsing:
    """What one visitor does on the page."""

    search: str = ""
    texts: TextSearch | None = None
    marked: dict[str, None] = field(default_factory=dict)
    """The ids of articles that are about to be removed, in the order of marking."""
    has_removed: bool = False
    """Whether this visitor removed something just now, so that what came of it is shown."""
    notice: str = ""
    """One line that is shown once."""
    shows_marks: bool = False
    """Whether what was just marked is to be brought into view."""


def find(catalogue: Catalogue, selection: Selection, browsing: Browsing) -> Found:
    """Search, count, filter, sort."""
    texts = browsing.texts
    lines = matching(catalogue, browsing.search, texts.ids if texts else None)
    counts = {facet: counted(lines, selection, facet) for facet in FACETS}
    ordered = tuple(in_order(fitting(lines, selection), selection))
    pages = max(1, -(-len(ordered) // selection.size))
    return Found(
        ordered,
        counts,
        replace(selection, page=min(selection.page, pages)),
        by_match=texts is not None,
    )


def counted(lines: Sequence[Listed], selection: Selection, facet: str) -> list[tuple[str, int]]:
    """The values of a facet, by how many articles have them under the other filters.

    A value that was chosen stays, even with nothing to count.
    """
    kept = fitting(lines, selection.with_values(facet, ()))
    if facet == "author":  # the only one that an article can have several of
        count = Counter(chain.from_iterable(set(values_of(line, facet)) for line in kept))
    else:
        count = Counter(values_of(line, facet)[0] for line in kept)
    for value in selection.chosen(facet):
        count.setdefault(value, 0)
    return sorted(count.items(), key=lambda pair: (-pair[1], fold(pair[0]), pair[0]))


def fitting(lines: Sequence[Listed], selection: Selection) -> Sequence[Listed]:
    """The articles that have one of the chosen values of every facet."""
    for facet, values in selection.facets:
        wanted = set(values)
        lines = [line for line in lines if not wanted.isdisjoint(values_of(line, facet))]
    return lines


def in_order(lines: Sequence[Listed], selection: Selection) -> Sequence[Listed]:
    """Sort by the chosen column, the unknown last either way."""
    value = COLUMN_VALUES.get(selection.sort)
    if value is None:
        return lines
    known = [line for line in lines if value(line) not in (None, "")]
    unknown = [line for line in lines if value(line) in (None, "")]
    known.sort(key=value, reverse=selection.descending)
    return [*known, *unknown]


COLUMN_VALUES: dict[str, Callable[[Listed], str | int]] = {
    "title": lambda line: fold(line.title or ""),
    "outlet": lambda line: fold(line.publisher or ""),
    "author": lambda line: fold(line.authors[0]) if line.authors else "",
    "date": lambda line: line.published or "",
    "language": lambda line: line.language or "",
    "characters": lambda line: line.characters,
    "revisions": lambda line: line.revision,
}
"""What each column is sorted by."""


def query_of(selection: Selection) -> list[tuple[str, str]]:
    """The query of the address; what is as usual is left out."""
    pairs = [(facet, value) for facet, values in selection.facets for value in values]
    usual = Selection()
    if selection.part != usual.part:
        pairs.append(("part", selection.part))
    if selection.sort:
        pairs += [("sort", selection.sort), ("order", "down" if selection.descending else "up")]
    if selection.page != usual.page:
        pairs.append(("page", str(selection.page)))
    if selection.size != usual.size:
        pairs.append(("rows", str(selection.size)))
    return pairs


def address_of(selection: Selection) -> str:
    """The address of the page in this state.

    >>> address_of(Selection().toggled("year", "2017"))
    '/articles?year=2017'
    """
    query = urlencode(query_of(selection))
    return f"/{links.ARTICLES}?{query}" if query else f"/{links.ARTICLES}"


def selection_of(query: Mapping[str, Sequence[str]]) -> Selection:
    """Read a query; whatever can't be understood is as usual."""
    last = {name: values[-1] for name, values in query.items() if values}
    part, sort, rows = (last.get(name, "") for name in ("part", "sort", "rows"))
    selection = Selection(
        part=part if part in PARTS else PARTS[0],
        sort=sort if sort in COLUMN_VALUES else "",
        descending=last.get("order") == "down",
        size=int(rows) if rows in map(str, SIZES) else SIZES[0],
    )
    for facet in FACETS:
        values = tuple(dict.fromkeys(query.get(facet, ())))[:MAX_VALUES]
        selection = selection.with_values(facet, values)
    return replace(selection, page=number(last.get("page"), 1))


def number(text: str | None, usual: int) -> int:
    """A small whole number from 1, or the usual one."""
    is_number = text is not None and text.isascii() and text.isdigit() and 0 < len(text) < 9
    return max(1, int(text or usual)) if is_number else usual


def address_parts(address: str) -> tuple[str, dict[str, list[str]]]:
    """The page that one of our own addresses leads to, and its query.

    >>> address_parts("/read?article=a+b")
    ('read', {'article': ['a b']})
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", {}
    if parts.scheme or parts.netloc:
        return "", {}
    return parts.path.strip("/"), parse_qs(parts.query, keep_blank_values=True)
