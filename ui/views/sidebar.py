"""The sidebar: earlier conversations, and the library in short."""

from __future__ import annotations

import streamlit as st

from ui import links, words_articles
from ui.desk import Desk
from ui.render import library_html, notice
from ui.state import LibraryState, Session
from ui.views.history import draw_conversations
from ui.views.places import draw_link
from ui.views.show import show
from ui.views.working import draw_work


def draw_sidebar(
    desk: Desk,
    session: Session,
    state: LibraryState,
    *,
    has_conversation: bool,
    has_articles: bool = False,
) -> None:
    """Draw the whole sidebar.

    Args:
        desk: The library.
        session: The visitor's.
        state: What is said of the library.
        has_conversation: Whether the page has one; then earlier ones are listed.
        has_articles: Whether the page shows the library itself, and the work on it.
    """
    with st.sidebar:
        if has_conversation:
            draw_conversations(desk, session)
        show(library_html(state))
        if not has_articles:
            draw_link(links.ARTICLES, words_articles.TO_ARTICLES)
            draw_work(desk)
            draw_last_report(desk)


def draw_last_report(desk: Desk) -> None:
    """Draw in one line what the last adding came to, with the way to the report."""
    report = desk.work.report
    if report is None:
        return
    done = "" if report.trouble and report.is_empty else words_articles.added_line(report.counts)
    show(notice(report.trouble or done, kind="error" if report.trouble else "info"))
    draw_link(links.ARTICLES, words_articles.TO_REPORT, query={"part": "add"})
