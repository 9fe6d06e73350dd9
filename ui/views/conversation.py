"""The conversation: questions, answers with their sources, and the box for the next question."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import words
from ui import words_asking as said
from ui.desk import Desk
from ui.records import ask, settle
from ui.render import Html, heading, notice, question_html
from ui.state import LibraryState, Session
from ui.talk import Asked
from ui.views.address import show_address
from ui.views.filters import draw_filters
from ui.views.show import load_script, scroll_to, show
from ui.views.turns import draw_outcome


def draw_asking(desk: Desk, session: Session, state: LibraryState) -> None:
    """Draw every turn, answer what is under way, and offer the examples."""
    show_address(session)
    talk = st.container(key="conversation")
    with st.container(key="question-box"):  # one of Streamlit's own would scroll to the end
        draw_filters(desk, session)
        st.chat_input(words.QUESTION, key="question", on_submit=take_question, args=(desk, session))
    with talk:
        if session.trouble:
            show(notice(session.trouble, kind="warning"))
        start = st.empty()  # always here, so that it is gone as soon as something was asked
        if session.talk.is_empty:
            with start.container():
                draw_start(desk, session, state)
        draw_turns(desk, session)
    load_script("copy.js")
    if session.scroll_to:
        scroll_to(session.scroll_to)
        session.scroll_to = None


def take_question(desk: Desk, session: Session) -> None:
    """Put what was written into the box."""
    ask(desk, session, str(st.session_state["question"]))


def draw_turns(desk: Desk, session: Session) -> None:
    """Draw what has an outcome first, then get the others in their order."""
    waiting: list[tuple[Asked, DeltaGenerator]] = []
    for place, turn in enumerate(tuple(session.talk.turns)):
        with st.container():
            show(question_html(turn.question, turn=place))
            outcome = st.empty()
        asked = session.talk.under_way(turn)
        if asked is not None:
            waiting.append((asked, outcome))
            continue
        with outcome.container():
            draw_outcome(desk, session, turn, place=place)
    for asked, outcome in waiting:
        answer(desk, session, asked, outcome)


def answer(desk: Desk, session: Session, asked: Asked, outcome: DeltaGenerator) -> None:
    """Get the outcome of a question, with a way to give it up, and draw it."""
    talk = session.talk
    with outcome.container(key=f"waiting-{asked.turn.id}"):
        st.button(
            said.STOP,
            key=f"stop-{asked.turn.id}",
            icon=":material/stop_circle:",
            on_click=talk.stop,
            args=(asked.turn,),
        )
        with st.spinner(words.SEARCHING):
            turn = desk.answer(asked.turn, talk.history_of(asked.turn))
    settle(desk, session, asked, turn)
    if turn.id in [one.id for one in talk.turns]:  # a new conversation may have begun meanwhile
        place = talk.place_of(turn)
        with outcome.container():
            draw_outcome(desk, session, talk.turns[place], place=place)


def draw_start(desk: Desk, session: Session, state: LibraryState) -> None:
    """Draw what stands in place of a conversation that has not begun."""
    show(Html(f'<h1 class="or-name">{words.TITLE}</h1><p class="or-lead">{words.LEAD}</p>'))
    if not state.articles:
        show(notice(words.EMPTY_LIBRARY, kind="info"))
    if not state.holds_the_sample:
        return
    show(heading(words.EXAMPLES, level=2))
    for number, question in enumerate(words.EXAMPLE_QUESTIONS):
        st.button(
            question,
            key=f"example-{number}",
            on_click=ask,
            args=(desk, session, question),
            width="stretch",
        )
