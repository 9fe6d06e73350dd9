"""CONDUCTOR of the page: library, sidebar, then the conversation or the article that is open."""

from __future__ import annotations

import logging

import streamlit as st

from corpus import OnRecordError
from ui import words
from ui.desk import Desk, open_desk
from ui.render import notice
from ui.state import Session, session_of
from ui.views.conversation import draw_conversation
from ui.views.reading import draw_reading
from ui.views.show import load_style, show
from ui.views.sidebar import draw_sidebar, draw_step

logger = logging.getLogger(__name__)


@st.cache_resource(show_spinner=False)
def shared_desk() -> Desk:
    """The desk of this server; one that could not be opened is tried again on the next run."""
    return open_desk()


def draw() -> None:
    """Draw the page; whatever goes wrong is said in its place, in plain words."""
    st.set_page_config(page_title=words.TITLE, layout="centered")
    load_style()
    try:
        desk = shared_desk()
        fill_first(desk)
        draw_parts(desk, session_of(st.session_state))
    except OnRecordError as error:
        show(notice(str(error)))
    except Exception:
        logger.exception("the page could not be drawn")
        show(notice(words.SOMETHING_FAILED))


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


def draw_parts(desk: Desk, session: Session) -> None:
    """Draw the sidebar, and beside it the article that is open, or else the conversation."""
    state = desk.state()
    draw_sidebar(desk, session, state)
    if session.reading is not None:
        draw_reading(desk, session, session.reading)
    else:
        draw_conversation(desk, session, state)
