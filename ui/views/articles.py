"""The page of the library: its articles, adding, duplicates, and whether all is well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from ui import links, words_articles
from ui.browsing import address_parts, query_of, selection_of
from ui.desk import Desk
from ui.render import Html
from ui.render.works import groups_html, parts_html
from ui.state import LibraryState, Session
from ui.views.adding import draw_adding
from ui.views.health import draw_health
from ui.views.listing import draw_list
from ui.views.live import GO, Act, show_live
from ui.views.show import show
from ui.views.working import draw_work


def draw_articles(desk: Desk, session: Session, state: LibraryState) -> None:
    """Draw the heading, the work that goes on, and the part that the address names."""
    browsing = session.browsing
    catalogue = desk.catalogue()
    groups = catalogue.groups()
    selection = selection_of(current_query())
    with st.container(key="articles"):
        show(Html(f'<h1 class="or-name">{words_articles.ARTICLES_PAGE}</h1>'))
        show_live(
            parts_html(selection.part, catalogue, len(groups)), key="parts", on_act=follow_link
        )
        draw_work(desk)
        if selection.part == "add":
            draw_adding(desk, state, catalogue, on_act=follow_link)
        elif selection.part == "duplicates":
            draw_duplicates(groups_html(groups, catalogue) if groups else None)
        elif selection.part == "health":
            draw_health(desk, state)
        else:
            draw_list(desk, browsing, selection, on_link=follow_link)


def draw_duplicates(markup: Html | None) -> None:
    """Draw the groups of articles that share a text."""
    if markup is None:
        show(Html(f'<p role="status">{words_articles.NO_DUPLICATES}</p>'))
        return
    show_live(markup, key="duplicates", on_act=follow_link)


def follow_link(act: Act) -> None:
    """Go where a link of this page leads: to another state of it."""
    page, query = address_parts(act.of)
    if act.name == GO and page == links.ARTICLES:
        st.query_params.from_dict(as_query(query))


def as_query(query: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """A query of this page, with nothing in it that the page doesn't know."""
    pairs = query_of(selection_of(query))
    return {name: [value for other, value in pairs if other == name] for name, _ in pairs}


def current_query() -> dict[str, list[str]]:
    """The query of the address."""
    return {name: st.query_params.get_all(name) for name in st.query_params}
