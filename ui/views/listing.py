"""The list of articles: search, filters, table, and removing what was selected."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from corpus import Listed, OnRecordError
from ui import words_articles
from ui.browsing import Browsing, Found, Selection, TextSearch, address_of, find
from ui.catalogue import Catalogue
from ui.desk import Desk
from ui.jobs import RemoveJob
from ui.render import Html, escape, notice
from ui.render.article_table import count_line, table_html
from ui.render.facets import facets_html
from ui.render.works import MARKED_ID, marked_html
from ui.sheets import articles_csv
from ui.views.live import Act, show_live
from ui.views.show import scroll_to, show

SEARCH = "articles-search"
TEXTS_FOUND = 200
"""Passages that a search of the texts takes."""

Follow = Callable[[Act], None]


def draw_list(desk: Desk, browsing: Browsing, selection: Selection, *, on_link: Follow) -> None:
    """Draw the whole part."""
    catalogue = desk.catalogue()
    browsing.marked = {one: None for one in browsing.marked if one in catalogue.by_id}
    draw_outcomes(desk, browsing)
    if not catalogue.lines:
        add = escape(address_of(Selection(part="add")))
        line = f'<p>{words_articles.EMPTY_LIBRARY} <a href="{add}" data-or-go>'
        show_live(Html(f"{line}{words_articles.ADD_FIRST}</a></p>"), key="empty", on_act=on_link)
        return
    draw_search(desk, browsing)
    found = find(catalogue, selection, browsing)
    show_live(facets_html(found), key="facets", on_act=on_link)
    draw_marked(desk, browsing, catalogue)
    removable = desk.library.writable
    if not removable:
        show(notice(words_articles.READ_ONLY_LIST, kind="info"))
    draw_table(browsing, found, catalogue, removable=removable, on_link=on_link)


def draw_outcomes(desk: Desk, browsing: Browsing) -> None:
    """Draw what came of the last removal, and a line that is shown once."""
    removal = desk.work.removal
    if removal is not None and browsing.has_removed:
        done = words_articles.removed(removal.removed, removal.missing)
        show(notice(removal.trouble or done, kind="error" if removal.trouble else "info"))
    if browsing.notice:
        show(notice(browsing.notice, kind="warning"))
        browsing.notice = ""


def draw_search(desk: Desk, browsing: Browsing) -> None:
    """Draw the search field, which narrows the list while one types, and the search of texts."""
    with st.container(key="search-row", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            words_articles.SEARCH, key=SEARCH, type="search", placeholder="", live="250ms",
            on_change=take_search, args=(browsing,), persist_state="session",
        )  # fmt: skip
        st.button(
            words_articles.SEARCH_TEXTS, key="search-texts", help=words_articles.SEARCH_TEXTS_HELP,
            on_click=take_texts, args=(desk, browsing),
        )  # fmt: skip
    texts = browsing.texts
    if texts is None:
        return
    if texts.trouble:
        show(notice(texts.trouble))
    else:
        line = words_articles.best_matches(len(texts.ids), texts.query)
        show(Html(f'<p class="or-meta" role="status">{escape(line)}</p>'))


def take_search(browsing: Browsing) -> None:
    """Narrow the list to what was written; from its first page."""
    browsing.search, browsing.texts = str(st.session_state[SEARCH] or ""), None
    browsing.has_removed = False
    st.query_params.pop("page", None)


def take_texts(desk: Desk, browsing: Browsing) -> None:
    """Look for what was written inside the articles."""
    query = str(st.session_state[SEARCH] or "").strip()
    browsing.search, browsing.texts = query, search_texts(desk, query)
    st.query_params.pop("page", None)


def search_texts(desk: Desk, query: str) -> TextSearch:
    """The articles in whose texts words of the query stand, best first."""
    if not query:
        return TextSearch("", trouble=words_articles.EMPTY_SEARCH)
    try:
        found = desk.library.search_index.search(query, TEXTS_FOUND)
    except OnRecordError as error:
        return TextSearch(query, trouble=str(error))
    with_words = (one.passage.article.id for one in found if one.bm25 > 0)
    return TextSearch(query, tuple(dict.fromkeys(with_words)))


def draw_marked(desk: Desk, browsing: Browsing, catalogue: Catalogue) -> None:
    """Draw what is about to be removed, with the buttons that do it or not."""
    lines = [catalogue.by_id[one] for one in browsing.marked]
    if not lines:
        return
    show_live(marked_html(lines), key="marked", on_act=lambda act: take_mark(browsing, act))
    with st.container(horizontal=True, key="marked-buttons"):
        st.button(
            words_articles.REMOVE_FOR_GOOD, key="remove-for-good", type="primary",
            disabled=desk.work.is_busy, on_click=remove_for_good, args=(desk, browsing),
        )  # fmt: skip
        st.button(words_articles.UNDO_ALL, key="undo-all", on_click=browsing.marked.clear)
    if browsing.shows_marks:
        scroll_to(MARKED_ID)
        browsing.shows_marks = False


def draw_table(
    browsing: Browsing, found: Found, catalogue: Catalogue, *, removable: bool, on_link: Follow
) -> None:
    """Draw how many there are, the rows, and the list as a file."""

    def take(act: Act) -> None:
        take_mark(browsing, act)
        on_link(act)

    with st.container(key="list-head", horizontal=True, vertical_alignment="center"):
        show(Html(count_line(found, len(catalogue.lines))))
        draw_download(found.lines)
    if not found.lines:
        show(Html(f"<p>{words_articles.NO_MATCH_ADVICE}</p>"))
        return
    table = table_html(found, by_id=catalogue.by_id, marked=browsing.marked, removable=removable)
    show_live(table, key="table", on_act=take)


def take_mark(browsing: Browsing, act: Act) -> None:
    """Mark what was selected, or take a mark back; nothing is removed yet."""
    browsing.has_removed = False
    if act.name == "undo":
        browsing.marked.pop(act.of, None)
    elif act.name == "remove":
        browsing.notice = "" if act.picked else words_articles.NOTHING_SELECTED
        browsing.marked |= dict.fromkeys(act.picked)
        browsing.shows_marks = True


def remove_for_good(desk: Desk, browsing: Browsing) -> None:
    """Erase what is marked; the marks go when the articles do."""
    if browsing.marked:
        browsing.has_removed = desk.work.start(RemoveJob(desk.library, list(browsing.marked)))


def draw_download(lines: tuple[Listed, ...]) -> None:
    """Draw the button for the whole list as it is narrowed; it is made when it is pressed."""
    st.download_button(
        words_articles.AS_CSV,
        lambda: articles_csv(lines).encode("utf-8", "backslashreplace"),
        file_name="onrecord-articles.csv", mime="text/csv", key="articles-csv",
        on_click="ignore", icon=":material/download:", type="tertiary", disabled=not lines,
    )  # fmt: skip
