"""The filters above the box for questions: what is in use, and where it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from corpus import Filters
from ui import words_asking as said
from ui.desk import Desk
from ui.facets import Facets, bars_of, day_of
from ui.render import Html, chips_of, escape, histogram_html, plain_label
from ui.state import Session
from ui.talk import Talk
from ui.views.show import show
from ui.words import Label

CHIP_CHARACTERS = 60
"""A longer name is cut on its chip."""


def draw_filters(desk: Desk, session: Session) -> None:
    """Draw the filters in use, each with the way to remove it, and the panel to choose in."""
    talk = session.talk
    facets = desk.facets()
    chips = chips_of(talk.filters)
    with st.container(horizontal=True, key="filters", vertical_alignment="center"):
        with st.popover(said.FILTERS, icon=":material/filter_list:", key="filter-panel"):
            draw_panel(talk, facets)
        if chips:
            show(Html(f'<p class="or-hidden">{said.FILTERS_IN_USE}</p>'))
        for number, chip in enumerate(chips):
            text = chip.text
            shown = text if len(text) <= CHIP_CHARACTERS else f"{text[:CHIP_CHARACTERS]}…"
            st.button(
                plain_label(shown), key=f"chip-{number}", icon=":material/close:",
                icon_position="right", on_click=talk.narrow, args=(chip.rest,),
            )  # fmt: skip
        if len(chips) > 1:
            st.button(
                said.CLEAR_FILTERS, key="clear-filters", type="tertiary",
                on_click=talk.narrow, args=(Filters(),),
            )  # fmt: skip


def draw_panel(talk: Talk, facets: Facets) -> None:
    """Draw the dates with their histogram, then the outlets, authors and languages."""
    draw_dates(talk, facets)
    filters = talk.filters
    draw_choice(talk, "publishers", said.OUTLETS, facets.publishers, filters.publishers)
    draw_choice(talk, "authors", said.AUTHORS, facets.authors, filters.authors)
    draw_choice(
        talk, "languages", said.LANGUAGES, facets.languages, filters.languages,
        named=said.language,
    )  # fmt: skip


def draw_dates(talk: Talk, facets: Facets) -> None:
    """Draw the articles by date, and the range to choose; nothing where all are of one day."""
    oldest, newest = facets.oldest, facets.newest
    if oldest is None or newest is None or oldest == newest:
        return
    start = min(max(day_of(talk.filters.date_from) or oldest, oldest), newest)
    end = max(min(day_of(talk.filters.date_to) or newest, newest), start)
    show(histogram_html(bars_of(facets.days, start, end)))
    key = f"dates-{talk.changes}"
    st.slider(
        said.DATES, min_value=oldest, max_value=newest, value=(start, end),
        format=said.SLIDER_FORMAT, key=key, on_change=take_dates, args=(talk, key, facets),
    )  # fmt: skip
    if facets.undated:
        show(Html(f'<p class="or-meta">{escape(said.undated(facets.undated))}</p>'))


def take_dates(talk: Talk, key: str, facets: Facets) -> None:
    """Enter the range; an end that is the library's own is no filter."""
    start, end = st.session_state[key]
    talk.filters = replace(
        talk.filters,
        date_from=None if start == facets.oldest else _iso(start),
        date_to=None if end == facets.newest else _iso(end),
    )


def draw_choice(
    talk: Talk,
    field: str,
    label: Label,
    counts: Mapping[str, int],
    chosen: Sequence[str],
    *,
    named: Callable[[str], str] = str,
) -> None:
    """Draw one choice of names, each with its articles; nothing where there is none."""
    names = [*counts, *(name for name in chosen if name not in counts)]
    if not names:
        return
    key = f"{field}-{talk.changes}"
    st.multiselect(
        label,
        names,
        default=list(chosen),
        format_func=lambda name: said.with_count(named(name), counts.get(name, 0)),
        key=key,
        placeholder=said.ANY,
        on_change=take_choice,
        args=(talk, field, key),
    )


def take_choice(talk: Talk, field: str, key: str) -> None:
    """Enter what was chosen."""
    chosen: dict[str, Any] = {field: tuple(st.session_state[key])}
    talk.filters = replace(talk.filters, **chosen)


def _iso(day: date) -> str:
    return day.isoformat()
