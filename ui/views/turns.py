"""One turn of the conversation: its outcome, what can be done with it, its sources."""

from __future__ import annotations

import streamlit as st

from qa import Answer, Citation
from qa.records import Turn
from ui import links, words
from ui import words_asking as said
from ui.desk import Desk
from ui.evidence import Evidence, cited_evidence, nearest_evidence
from ui.records import ask_again
from ui.render import (
    abstention_html,
    answer_html,
    card_html,
    card_id,
    copy_link_html,
    heading,
    notice,
    searched_with_html,
    understood_html,
)
from ui.state import Session
from ui.views.exporting import export_dialog
from ui.views.feedback import feedback_dialog
from ui.views.places import open_article
from ui.views.show import show

NEAREST_SHOWN = 3


def draw_outcome(desk: Desk, session: Session, turn: Turn, *, place: int) -> None:
    """Draw the answer or the abstention with its sources, or the one line of an error."""
    if turn.filters:
        show(searched_with_html(turn.filters))
    if turn.answer is None:
        show(notice(turn.trouble) if turn.trouble else notice(said.STOPPED, kind="info"))
        draw_again(desk, session, turn)
        return
    draw_understood(desk, session, turn, turn.answer)
    evidences = evidences_of(desk, turn.answer)
    is_nearest = turn.answer.answer is None
    if is_nearest:
        show(abstention_html(turn.answer))
    else:
        by_number = {evidence.number: evidence for evidence in evidences}
        show(answer_html(turn.answer, by_number, turn=place))
    draw_actions(desk, session, turn, place=place)
    if evidences:
        show(heading(words.NEAREST if is_nearest else words.SOURCES))
    for evidence in evidences:
        draw_source(desk, session, turn, evidence)


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


def draw_understood(desk: Desk, session: Session, turn: Turn, answer: Answer) -> None:
    """Draw how a question was completed, with the way to change that, or the field to do it in."""
    understood = understood_html(answer)
    if understood is None:
        return
    if session.talk.editing == turn.id:
        draw_editor(desk, session, turn, answer)
        return
    with st.container(horizontal=True, key=f"understood-{turn.id}", vertical_alignment="center"):
        show(understood)
        st.button(
            said.EDIT, key=f"edit-{turn.id}", type="tertiary", icon=":material/edit:",
            on_click=set_editing, args=(session, turn.id),
        )  # fmt: skip


def draw_editor(desk: Desk, session: Session, turn: Turn, answer: Answer) -> None:
    """Draw the field with the completed question."""
    key = f"editor-{turn.id}"
    with st.form(f"edit-form-{turn.id}"):
        st.text_input(said.EDIT_FIELD, value=answer.standalone_question, key=key)
        with st.container(horizontal=True):
            st.form_submit_button(
                said.EDIT_SEND, type="primary",
                on_click=send_edited, args=(desk, session, turn, key),
            )  # fmt: skip
            st.form_submit_button(said.CANCEL, on_click=set_editing, args=(session, None))


def set_editing(session: Session, turn_id: str | None) -> None:
    """Open the field of a turn, or close it."""
    session.talk.editing = turn_id


def send_edited(desk: Desk, session: Session, turn: Turn, key: str) -> None:
    """Ask the question as it was edited; nothing is asked where nothing is left of it."""
    edited = str(st.session_state[key] or "").strip()
    session.talk.editing = None
    if edited:
        ask_again(desk, session, turn, edited)


def draw_actions(desk: Desk, session: Session, turn: Turn, *, place: int) -> None:
    """Draw what can be done with an answer."""
    with st.container(horizontal=True, key=f"actions-{turn.id}", vertical_alignment="center"):
        record = session.talk.record
        if record is not None and session.memory is None:
            show(copy_link_html(links.conversation_link(record, turn=place)))
        draw_again(desk, session, turn)
        if st.button(
            said.EXPORT, key=f"export-{turn.id}", type="tertiary", icon=":material/download:"
        ):
            export_dialog(turn.question, (turn,))
        if st.button(said.WRONG, key=f"wrong-{turn.id}", type="tertiary", icon=":material/flag:"):
            feedback_dialog(desk, session, turn)


def draw_again(desk: Desk, session: Session, turn: Turn) -> None:
    """Draw the button that asks a question again."""
    st.button(
        said.ASK_AGAIN,
        key=f"again-{turn.id}",
        type="tertiary",
        icon=":material/refresh:",
        on_click=ask_again,
        args=(desk, session, turn),
    )


def draw_source(desk: Desk, session: Session, turn: Turn, evidence: Evidence) -> None:
    """Draw one card, the way into its article, and the way to say that it is wrong."""
    place, number = session.talk.place_of(turn), evidence.number
    is_nearest = not isinstance(evidence.source, Citation)
    with st.container(border=True, key=f"source-box-{place}-{number}"):
        show(card_html(evidence, turn=place))
        with st.container(horizontal=True, key=f"ways-{place}-{number}"):
            label = words.open_article(number, nearest=is_nearest)
            open_article(evidence, card=card_id(place, number), label=label)
            if isinstance(evidence.source, Citation) and st.button(
                said.wrong_source(number), key=f"wrong-{turn.id}-{number}", type="tertiary"
            ):
                feedback_dialog(desk, session, turn, evidence.source)
