"""What narrows the list of articles: values with their counts, and the chosen ones as chips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ui import words, words_articles
from ui.browsing import Found, Selection, address_of
from ui.catalogue import FACETS
from ui.render.markup import Html, escape, isolated

VALUES_SHOWN = 100
"""Of a facet; a list of thousands would help nobody, and slow the page."""


def facets_html(found: Found) -> Html:
    """A list to open for each facet, and below them the chosen filters."""
    lists = "".join(_facet(facet, found.counts[facet], found.selection) for facet in FACETS)
    return Html(
        f'<nav class="or-facets" aria-label="{words_articles.FACETS_NAME}">{lists}</nav>'
        f"{chips_html(found.selection)}"
    )


def chips_html(selection: Selection) -> str:
    """Every chosen filter, each with a way to remove it."""
    chips = [
        _chip(selection, facet, value) for facet, values in selection.facets for value in values
    ]
    if not chips:
        return ""
    if len(chips) > 1:
        clear = escape(address_of(replace(selection, facets=(), page=1)))
        chips.append(
            f'<li><a id="clear-filters" href="{clear}" data-or-go>'
            f"{words_articles.CLEAR_FILTERS}</a></li>"
        )
    name = words_articles.CHIPS_NAME
    return f'<ul class="or-chips" aria-label="{name}">{"".join(chips)}</ul>'


def value_name(facet: str, value: str) -> str:
    """What a value of a facet is called; not escaped."""
    if facet == "language":
        value = words_articles.LANGUAGES.get(value, value)
    return value or words.UNKNOWN


def _chip(selection: Selection, facet: str, value: str) -> str:
    href = escape(address_of(selection.toggled(facet, value)))
    label = isolated(words_articles.chip(facet, value_name(facet, value)))
    return (
        f'<li><a class="or-chip" href="{href}" data-or-go>{label}'
        f'<span class="or-hidden">, {words_articles.REMOVE_FILTER}</span>'
        f'<span aria-hidden="true"> ×</span></a></li>'
    )


def _facet(facet: str, counts: Sequence[tuple[str, int]], selection: Selection) -> str:
    chosen = selection.chosen(facet)
    shown = [*counts[:VALUES_SHOWN]]
    shown += [pair for pair in counts[VALUES_SHOWN:] if pair[0] in chosen]
    items = "".join(
        _value(facet, value, count, selection, key=f"{facet}-{place}")
        for place, (value, count) in enumerate(shown)
    )
    more = len(counts) - len(shown)
    rest = f'<p class="or-quiet">{words_articles.more_values(more)}</p>' if more > 0 else ""
    return (
        f'<details data-or-menu id="facet-{facet}"><summary>'
        f"{words_articles.facet_name(facet, len(counts))}</summary>"
        f'<div class="or-menu"><ul>{items}</ul>{rest}</div></details>'
    )


def _value(facet: str, value: str, count: int, selection: Selection, *, key: str) -> str:
    is_chosen = value in selection.chosen(facet)
    href = escape(address_of(selection.toggled(facet, value)))
    state = ' aria-current="true"' if is_chosen else ""
    tick = '<span class="or-tick" aria-hidden="true">' + ("✓" if is_chosen else "") + "</span>"
    return (
        f'<li><a id="{key}" href="{href}" data-or-go{state}>{tick}'
        f"{isolated(value_name(facet, value))} "
        f'<span class="or-value-count">{count:,}</span></a></li>'
    )
