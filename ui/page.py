"""CONDUCTOR of the pages: navigation, library, sidebar, then the page that was chosen."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import streamlit as st

from corpus import OnRecordError
from ui import links, words, words_about, words_articles, words_reading
from ui.desk import Desk, open_desk
from ui.render import notice
from ui.state import LibraryState, Session, session_of
from ui.views.about import draw_about
from ui.views.articles import draw_articles
from ui.views.checking import draw_checking
from ui.views.conversation import draw_asking
from ui.views.places import remember_pages
from ui.views.reading import draw_reader
from ui.views.show import load_style, show
from ui.views.sidebar import draw_sidebar
from ui.views.working import draw_step

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the navigation."""

    title: words.Label
    address: str
    """The last part of its address; the first page is at the root, whatever stands here."""
    draw: Callable[[Desk, Session, LibraryState], None]
    has_conversation: bool = False
    has_articles: bool = False
    """Whether it shows the library itself, which the sidebar then leaves to it."""
    is_hidden: bool = False
    """Whether only links lead there, and the navigation does not name it."""


ASSETS = Path(__file__).resolve().parent / "assets"
LOGO, FAVICON = str(ASSETS / "logo.svg"), str(ASSETS / "favicon.svg")

CHAPTERS = (
    Chapter(words.ASK_PAGE, links.ASK, draw_asking, has_conversation=True),
    Chapter(words.CHECK_PAGE, links.CHECK, draw_checking),
    Chapter(words_articles.ARTICLES_PAGE, links.ARTICLES, draw_articles, has_articles=True),
    Chapter(words_about.ABOUT_PAGE, links.ABOUT, draw_about),
    Chapter(words_reading.READ_PAGE, links.READ, draw_reader, is_hidden=True),
)
"""Every page, in the order of the navigation; the first opens first."""


@st.cache_resource(show_spinner=False)
def shared_desk() -> Desk:
    """The desk of this server; one that could not be opened is tried again on the next run."""
    return open_desk()


def draw() -> None:
    """Draw the page that was chosen; whatever goes wrong is said in its place, in plain words."""
    entries = pages()
    chosen = st.navigation(entries, position="top")
    chapter = CHAPTERS[entries.index(chosen)]
    remember_pages({one.address: entry for one, entry in zip(CHAPTERS, entries, strict=True)})
    title = words.window_title(chapter.title)
    st.set_page_config(page_title=title, page_icon=FAVICON, layout="centered")
    st.logo(LOGO, size="large")
    load_style()
    try:
        with st.spinner(words.OPENING):
            desk = shared_desk()
        fill_first(desk)
        session, state = session_of(st.session_state), desk.state()
        draw_sidebar(
            desk,
            session,
            state,
            has_conversation=chapter.has_conversation,
            has_articles=chapter.has_articles,
        )
        chosen.run()
    except OnRecordError as error:
        show(notice(str(error)))
    except Exception:
        logger.exception("the page could not be drawn")
        show(notice(words.SOMETHING_FAILED))


def pages() -> list[st.Page]:
    """The pages as Streamlit's navigation has them."""
    return [
        st.Page(
            partial(draw_chapter, chapter),
            title=chapter.title,
            url_path=chapter.address,
            default=not place,
            visibility="hidden" if chapter.is_hidden else "visible",
        )
        for place, chapter in enumerate(CHAPTERS)
    ]


def draw_chapter(chapter: Chapter) -> None:
    """Draw what stands beside the sidebar."""
    desk, session = shared_desk(), session_of(st.session_state)
    if chapter.is_hidden:
        chapter.draw(desk, session, desk.state())
        return
    session.leave(chapter.address, st.query_params.to_dict())
    chapter.draw(desk, session, desk.state())
    session.leave(chapter.address, st.query_params.to_dict())  # which drawing may have changed


def fill_first(desk: Desk) -> None:
    """Wait with the visitor while a new library gets its sample articles."""
    job = desk.first_filling
    if job is None:
        return
    place = st.empty()
    while not job.has_ended(within_seconds=0.3):
        with place.container():
            show(notice(words.PREPARING, kind="info"))
            draw_step(job)
    place.empty()
    if job.trouble:
        show(notice(job.trouble))
    else:
        desk.first_filling = None
