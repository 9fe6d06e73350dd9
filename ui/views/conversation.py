"""The conversation: questions, answers with their sources, and the box for the next question."""

from __future__ import annotations

import streamlit as st

from qa import Answer
from ui import words
from ui.desk import Desk
from ui.evidence import Evidence, cited_evidence, nearest_evidence
from ui.render import (
    MARK_ID,
    TOP_ID,
    Html,
    abstention_html,
    answer_html,
    card_html,
    card_id,
    heading,
    notice,
    question_html,
)
from ui.state import Asked, LibraryState, Reading, Session, Turn
from ui.views.reading import draw_reading
from ui.views.show import scroll_to, show

NEAREST_SHOWN = 3


def draw_asking(desk: Desk, session: Session, state: LibraryState) -> None:
    """Draw the conversation, or in its place the article that was opened from it."""
    if session.reading is not None:
        draw_reading(desk, session, session.reading, back=words.BACK)
    else:
        draw_conversation(desk, session, state)


def draw_conversation(desk: Desk, session: Session, state: LibraryState) -> None:
    """Draw every turn, answer the pending question, and offer the examples."""
    talk = st.container(key="conversation")
    with st.container(key="question-box"):  # one of Streamlit's own would scroll to the end
        st.chat_input(words.QUESTION, key="question", on_submit=take_question, args=(session,))
    with talk:
        start = st.empty()  # always here, so that it is gone as soon as something was asked
        if session.is_empty:
            with start.container():
                draw_start(session, state)
        for place, turn in enumerate(session.turns):
            draw_turn(desk, session, turn, place=place)
        for asked in tuple(session.pending):
            answer(desk, session, asked)
    if session.scroll_to:
        scroll_to(session.scroll_to)
        session.scroll_to = None


def take_question(session: Session) -> None:
    """Put what was written into the box."""
    session.ask(str(st.session_state["question"]))


def answer(desk: Desk, session: Session, asked: Asked) -> None:
    """Show the question at once, then its outcome."""
    place = len(session.turns)
    with st.container():
        show(question_html(asked.question, turn=place))
        with st.spinner(words.SEARCHING):
            turn = desk.answer(asked.question, session.history)
        session.settle(asked, turn)
        draw_outcome(desk, session, turn, place=place)


def draw_turn(desk: Desk, session: Session, turn: Turn, *, place: int) -> None:
    """Draw a question and its outcome."""
    with st.container():
        show(question_html(turn.question, turn=place))
        draw_outcome(desk, session, turn, place=place)


def draw_outcome(desk: Desk, session: Session, turn: Turn, *, place: int) -> None:
    """Draw the answer or the abstention with its sources, or the one line of an error."""
    if turn.answer is None:
        show(notice(turn.trouble or words.SOMETHING_FAILED))
        return
    evidences = evidences_of(desk, turn.answer)
    if turn.answer.answer is None:
        show(abstention_html(turn.answer))
        title = words.NEAREST
    else:
        by_number = {evidence.number: evidence for evidence in evidences}
        show(answer_html(turn.answer, by_number, turn=place))
        title = words.SOURCES
    if evidences:
        show(heading(title))
    for evidence in evidences:
        draw_source(session, evidence, place=place, nearest=turn.answer.answer is None)


def evidences_of(desk: Desk, outcome: Answer) -> list[Evidence]:
    """Re-read everything that an answer rests on; for an abstention, what came nearest."""
    store = desk.library.store
    if outcome.answer is None:
        nearest = outcome.passages[:NEAREST_SHOWN]
        return [
            nearest_evidence(store, passage, number=number)
            for number, passage in enumerate(nearest, start=1)
        ]
    citations = list(outcome.citations)
    for other in outcome.other_answers:
        citations += other.citations
    return [cited_evidence(store, citation, passages=outcome.passages) for citation in citations]


def draw_source(session: Session, evidence: Evidence, *, place: int, nearest: bool) -> None:
    """Draw one card and the way into its article."""
    with st.container(border=True, key=f"source-box-{place}-{evidence.number}"):
        show(card_html(evidence, turn=place))
        if evidence.article is None:
            return
        target = MARK_ID if evidence.mark else TOP_ID
        card = card_id(place, evidence.number)
        reading = Reading(evidence.source, evidence.number, card, target)
        st.button(
            words.open_article(evidence.number, nearest=nearest),
            key=f"open-{place}-{evidence.number}",
            type="tertiary",
            on_click=session.open,
            args=(reading,),
        )


def draw_start(session: Session, state: LibraryState) -> None:
    """Draw what stands in place of a conversation that has not begun."""
    show(Html(f'<h1 class="or-name">{words.TITLE}</h1><p class="or-lead">{words.LEAD}</p>'))
    if not state.articles:
        show(notice(words.EMPTY_LIBRARY, kind="info"))
    if not state.holds_the_sample:
        return
    show(heading(words.EXAMPLES))
    for number, question in enumerate(words.EXAMPLE_QUESTIONS):
        st.button(
            question,
            key=f"example-{number}",
            on_click=session.ask,
            args=(question,),
            width="stretch",
        )
