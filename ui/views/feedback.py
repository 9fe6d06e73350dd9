"""The form in which a visitor says that an answer or a citation is wrong."""

from __future__ import annotations

import streamlit as st

from qa import Citation
from qa.records import Feedback, Turn, feedback_on_answer, feedback_on_citation
from ui import words_asking as said
from ui.desk import Desk
from ui.records import give_feedback, records_of
from ui.render import Html, escape, notice
from ui.state import Session
from ui.views.show import show


@st.dialog(said.WHAT_IS_WRONG)
def feedback_dialog(
    desk: Desk, session: Session, turn: Turn, citation: Citation | None = None
) -> None:
    """Take what is wrong with an answer, or with a citation of it, and say where it is kept."""
    place = st.empty()
    with place.container():
        is_sent = draw_form(turn, citation)
    if not is_sent:
        return
    save(desk, session, turn, citation)
    with place.container():
        draw_thanks(desk, session)


def draw_form(turn: Turn, citation: Citation | None) -> bool:
    """Draw the fields.

    Returns:
        Whether they were sent.
    """
    show(Html(f'<p dir="auto">{about(turn, citation)}</p>'))
    with st.form("feedback", border=False):
        st.text_input(said.RIGHT_FIELD, key="feedback-right")
        st.checkbox(said.NOTHING_IS_RIGHT, key="feedback-nothing")
        st.text_area(said.NOTE_FIELD, key="feedback-note", height=100)
        return st.form_submit_button(said.SAVE, type="primary")


def about(turn: Turn, citation: Citation | None) -> str:
    """What the form is about, escaped."""
    if citation is not None:
        return said.about_citation(citation.number)
    if turn.answer is None or turn.answer.answer is None:
        return said.ABOUT_ABSTENTION
    return f"{said.ABOUT_ANSWER} <strong><bdi>{escape(turn.answer.answer)}</bdi></strong>"


def save(desk: Desk, session: Session, turn: Turn, citation: Citation | None) -> None:
    """Keep what was written."""
    right = str(st.session_state["feedback-right"] or "").strip()
    expected = "" if st.session_state["feedback-nothing"] else right or None
    note = str(st.session_state["feedback-note"] or "").strip()
    library = desk.library.store.library_id
    give_feedback(
        desk, session, case_of(turn, citation, library=library, note=note, expected=expected)
    )


def case_of(
    turn: Turn, citation: Citation | None, *, library: str, note: str, expected: str | None
) -> Feedback:
    """The case that what was written makes: about a citation, or the whole answer."""
    if citation is None:
        return feedback_on_answer(turn, library=library, note=note, expected=expected)
    return feedback_on_citation(turn, citation, library=library, note=note, expected=expected)


def draw_thanks(desk: Desk, session: Session) -> None:
    """Say where it is kept, or why it is not."""
    if session.trouble:
        show(notice(session.trouble, kind="warning"))
    path = records_of(desk, session).path
    where = said.kept_in(str(path)) if path else said.NOT_KEPT_FEEDBACK
    replay = said.REPLAY if path else ""
    show(notice(said.THANKS, kind="info"))
    show(Html(f"<p>{escape(where)} {escape(replay)}</p>"))
