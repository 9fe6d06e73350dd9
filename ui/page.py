"""CONDUCTOR of the pages: navigation, library, sidebar, then the page that was chosen."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from corpus import OnRecordError
from ui import words
from ui.desk import Desk, open_desk
from ui.render import notice
from ui.state import LibraryState, Session, session_of
from ui.views.checking import draw_checking
from ui.views.conversation import draw_asking
from ui.views.show import load_style, show
from ui.views.sidebar import draw_sidebar, draw_step

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the navigation."""

    title: words.Label
    address: str
    """The last part of its address; the first page is at the root, whatever stands here."""
    draw: Callable[[Desk, Session, LibraryState], None]
    has_conversation: bool = False


CHAPTERS = (
    Chapter(words.ASK_PAGE, "ask", draw_asking, has_conversation=True),
    Chapter(words.CHECK_PAGE, "check", draw_checking),
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
    st.set_page_config(page_title=words.window_title(chapter.title), layout="centered")
    load_style()
    try:
        desk = shared_desk()
        fill_first(desk)
        session, state = session_of(st.session_state), desk.state()
        draw_sidebar(desk, session, state, has_conversation=chapter.has_conversation)
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
        )
        for place, chapter in enumerate(CHAPTERS)
    ]


def draw_chapter(chapter: Chapter) -> None:
    """Draw what stands beside the sidebar."""
    desk = shared_desk()
    chapter.draw(desk, session_of(st.session_state), desk.state())


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
